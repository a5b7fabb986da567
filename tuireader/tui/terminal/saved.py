"""Frames kept from run to run: a start shows the last one of its view before it knows anything itself.

A file holds one frame in four parts: the view it is of, stamps of the files it was drawn from, what to send to a
terminal, and what the program knows of it. It is read before anything else is imported, so this module imports next to
nothing. What is read is only trusted where it is the user's own, whole, of the same view, and drawn from files that are
as they were.
"""

from __future__ import annotations

import os
import zlib

# The module typing is slow to import, for what is to be on screen before Python has woken up.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: What a file begins with; another form has another number.
_FORM = b"first-frame 1\n"
_ENDING = ".frame"
#: So many frames are kept; the one that was written longest ago goes first.
MOST = 16
#: No frame of a terminal is larger than so many bytes.
_LARGEST = 1 << 21


class Frame:
    """``painting`` is what to send so that a terminal shows it, ``known`` what the program knows of it."""

    __slots__ = ("known", "painting")

    def __init__(self, painting: bytes, known: bytes) -> None:
        self.painting = painting
        self.known = known


def find(folder: str, view: bytes) -> Frame | None:
    """The frame kept of a view; None where there is none that can be trusted and is as new as its files."""
    try:
        parts = _parts(_read(_file(folder, view)))
    except (OSError, ValueError):
        return None
    if parts is None or parts[0] != view or stamps(_files(parts[1])) != parts[1]:
        return None
    return Frame(parts[2], parts[3])


def keep(folder: str, view: bytes, stamps: bytes, frame: Frame) -> bool:
    """Keeps the frame of a view; whether that could be done. The oldest frames go.

    ``stamps`` are of the files it was drawn from, taken before they were read: it holds as long as they stay so.
    """
    parts = (view, stamps, frame.painting, frame.known)
    body = b" ".join(b"%d" % len(part) for part in parts) + b"\n" + b"".join(parts)
    file = _file(folder, view)
    beside = f"{file}.{os.getpid()}"
    if not os.path.isabs(folder):
        # Nobody knows of a home folder.
        return False
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        _write(beside, _FORM + b"%08x\n" % zlib.crc32(body) + body)
        os.replace(beside, file)
        _throw_away(folder)
    except (OSError, ValueError):
        return False
    return True


def stamps(files: Iterable[str]) -> bytes:
    """A line for each file or folder: what tells it from what stands there at another time, and its path."""
    return b"".join(b"%s %s\n" % (_stamp(file), os.fsencode(file).replace(b"\n", b"\0")) for file in files)


def _stamp(file: str) -> bytes:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return b"-"
    return b"%d.%d.%d" % (found.st_mtime_ns, found.st_size, found.st_ino)


def _files(lines: bytes) -> list[str]:
    """The paths of some stamps."""
    return [os.fsdecode(line.partition(b" ")[2].replace(b"\0", b"\n")) for line in lines.split(b"\n")[:-1]]


def _file(folder: str, view: bytes) -> str:
    return os.path.join(folder, f"{zlib.crc32(view):08x}{_ENDING}")


def _read(file: str) -> bytes:
    """What stands in a file of the user's own. Raises OSError for every other one."""
    # Whatever lies there, it is not waited for.
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        found = os.fstat(handle)
        own = found.st_uid == os.geteuid() and found.st_mode & 0o170022 == 0o100000
        if not own or found.st_size > _LARGEST:
            raise PermissionError(file)
        data = b""
        while len(data) <= _LARGEST and (more := os.read(handle, _LARGEST)):
            data += more
        return data
    finally:
        os.close(handle)


def _parts(data: bytes) -> list[bytes] | None:
    """The parts of a file; None where it is of another form, or damaged. Raises ValueError likewise."""
    head = len(_FORM)
    body = data[head + 9 :]
    if data[:head] != _FORM or data[head : head + 9] != b"%08x\n" % zlib.crc32(body):
        return None
    sizes, _, rest = body.partition(b"\n")
    parts = []
    for size in map(int, sizes.split(b" ")):
        parts.append(rest[:size])
        rest = rest[size:]
    return parts if len(parts) == 4 else None


def _write(file: str, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        while data:
            data = data[os.write(handle, data) :]
    except OSError:
        os.unlink(file)
        raise
    finally:
        os.close(handle)


def _throw_away(folder: str) -> None:
    """Leaves the newest frames, and nothing that a process which was killed has left half written."""
    with os.scandir(folder) as found:
        files = [(each.stat(follow_symlinks=False).st_mtime_ns, each.path) for each in found if _ENDING in each.name]
    whole = sorted((file for file in files if file[1].endswith(_ENDING)), reverse=True)
    newest = whole[0][0] if whole else 0
    torn = [file for file in files if not file[1].endswith(_ENDING) and file[0] < newest - 60 * 10**9]
    for _, path in (*whole[MOST:], *torn):
        os.unlink(path)
