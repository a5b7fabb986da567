"""A real sshd on this machine, for as long as it is wanted, with a port, keys and known hosts of its own."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from terminals.table import Skipped

#: It ends by itself after so many seconds, whatever becomes of who started it.
_LONGEST = 1800
_SEPARATION = Path("/run/sshd")
#: So long it may take to answer.
_PATIENCE = 10.0


class Server(NamedTuple):
    """A server that runs."""

    port: int
    client: Path
    """The settings of its clients."""

    def call(self, proxy: Sequence[str], command: Sequence[str], env: Mapping[str, str]) -> list[str]:
        """The words that run a command there, in a terminal. ``proxy`` is what the connection goes through."""
        through = shlex.join(proxy).replace("%", "%%")
        setting = [f"{name}={value}" for name, value in env.items()]
        there = shlex.join(["env", *setting, *command])
        return ["ssh", "-tt", "-F", str(self.client), "-o", f"ProxyCommand={through}", "here", there]


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Runs one whose files all stand in a folder. Raises Skipped where that cannot be."""
    daemon = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:/sbin")
    if daemon is None or not shutil.which("ssh") or not shutil.which("ssh-keygen"):
        raise Skipped("sshd, ssh or ssh-keygen is not installed (openssh-server, openssh-client)")
    folder.mkdir(mode=0o700)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "user.pub", folder / "allowed")
    port = _free_port()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text()}", encoding="ascii")
    (folder / "server").write_text(_lines(_of_server(folder, port)), encoding="utf-8")
    (folder / "client").write_text(_lines(_of_client(folder, port)), encoding="utf-8")
    command = [daemon, "-D", "-e", "-f", str(folder / "server")]
    bounded = ["timeout", str(_LONGEST), *command] if shutil.which("timeout") else command
    with _separation(), (folder / "log").open("w", encoding="utf-8") as log:
        running = subprocess.Popen(bounded, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            _wait(running, port, folder / "log")
            yield Server(port, folder / "client")
        finally:
            running.terminate()
            running.wait()


@contextmanager
def _separation() -> Iterator[None]:
    """The empty folder that Debian's sshd wants where root starts it; where there is none, for as long as it runs."""
    if os.geteuid() or _SEPARATION.exists() or not _SEPARATION.parent.is_dir():
        yield
        return
    _SEPARATION.mkdir(mode=0o755)
    try:
        yield
    finally:
        _SEPARATION.rmdir()


def _of_server(folder: Path, port: int) -> dict[str, object]:
    return {
        "ListenAddress": "127.0.0.1",
        "Port": port,
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "allowed",
        "PidFile": "none",
        "AuthenticationMethods": "publickey",
        "AllowUsers": getpass.getuser(),
        # The folder is one for temporary files, where others may write as well.
        "StrictModes": "no",
        "UsePAM": "no",
        "PrintMotd": "no",
    }


def _of_client(folder: Path, port: int) -> dict[str, object]:
    return {
        "Host": "here",
        "HostName": "127.0.0.1",
        "Port": port,
        "User": getpass.getuser(),
        "IdentityFile": folder / "user",
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": folder / "known",
        "GlobalKnownHostsFile": "none",
        "StrictHostKeyChecking": "yes",
        "PasswordAuthentication": "no",
        "ControlPath": "none",
        "Compression": "no",
        "LogLevel": "ERROR",
    }


def _lines(settings: Mapping[str, object]) -> str:
    return "".join(f"{name} {value}\n" for name, value in settings.items())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(running: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until it answers. Raises Skipped with what it said where it does not."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise Skipped(f"sshd does not run here: {said[-1] if said else 'it says nothing'}")
