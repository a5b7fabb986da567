"""Standard output: text or bytes, through a pager where it helps, quiet where nobody reads on."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What a shell reports for a program that a closed pipe ended, and for one that Ctrl+C ended.
_CLOSED_PIPE = 141
_INTERRUPTED = 130


def guarded(run: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """The exit status of ``run(arguments)``; what a user can mend as a line on standard error, never a traceback."""
    try:
        status = run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        _abandon_stdout()
        return _CLOSED_PIPE
    except KeyboardInterrupt:
        _abandon_stdout()
        return _INTERRUPTED
    except Exception as error:
        from tuireader.article import TuireaderError

        if isinstance(error, TuireaderError):
            complain(str(error))
            return error.status
        if isinstance(error, OSError) and error.filename is None and error.strerror:
            _abandon_stdout()
            complain(f"the output cannot be written: {error.strerror}")
            return 1
        raise


def _abandon_stdout() -> None:
    """Lets nothing more be written, so that the interpreter does not stumble over it at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)


def complain(message: str) -> None:
    """One problem on standard error, safe to show."""
    from tuireader.text.safe import clean

    if sys.stderr is not None:
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        print("\n".join(f"tuireader: {line}" for line in clean(message).splitlines()), file=sys.stderr)


def is_terminal() -> bool:
    """Whether someone sees standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def can_draw() -> bool:
    """Whether there is a terminal at both ends that can do more than a teletype, and somebody before it."""
    return at_terminal() and not is_teletype() and not unattended()


def is_teletype() -> bool:
    """Whether the terminal, if there is one, can do no more than print lines."""
    from tuireader.tui.terminal.families import can_draw as draws

    return not draws(os.environ)


def unattended() -> bool:
    """Whether nobody is there, whatever terminal there is."""
    from tuireader.tui.terminal.families import unattended as built

    return built(os.environ)


def teletype() -> str:
    """What says that the terminal is no more than that."""
    term = os.environ.get("TERM", "").strip()
    return f"TERM={term}" if term else "TERM, which is not set,"


def at_terminal() -> bool:
    """Whether there is a terminal at both ends."""
    return sys.stdin is not None and sys.stdin.isatty() and is_terminal()


def takes_keys() -> bool:
    """Whether somebody types at a terminal that can hand over single keys."""
    return sys.stdin is not None and sys.stdin.isatty() and not is_teletype()


def coloured(choice: str) -> bool:
    """Whether to send colours for ``--color`` auto, always or never. ``NO_COLOR`` (no-color.org) rules auto."""
    if choice != "auto":
        return choice == "always"
    return is_terminal() and not os.environ.get("NO_COLOR") and not is_teletype()


def speaks_unicode() -> bool:
    """Whether standard output takes more than ASCII."""
    return sys.stdout is not None and (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def width(chosen: int | None) -> int:
    """Cells in a line: as chosen, else what the terminal or ``COLUMNS`` says, else 80."""
    if chosen is not None:
        return chosen
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return max(20, min(int(said), 1000))
    return max(20, _size()[0])


def _size() -> tuple[int, int]:
    """Columns and rows of the terminal, 80 by 24 where there is none."""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return 80, 24
    return columns or 80, rows or 24


def write_bytes(data: bytes) -> None:
    """Bytes as they are."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def write(lines: Sequence[str], *, pager: bool = True) -> None:
    """Lines of text. On a terminal that they do not fit they go through ``$PAGER``, else ``less``, if there is one."""
    text = "".join(f"{line}\n" for line in lines)
    if sys.stdout is None or (pager and is_terminal() and len(lines) >= _size()[1] and _paged(text)):
        return
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stdout.write(text)


def _paged(text: str) -> bool:
    """Whether a pager took the text."""
    import shlex
    import subprocess

    try:
        command = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return False
    if not command or command == ["cat"]:
        return False
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    try:
        process.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    except BrokenPipeError:
        pass
    except KeyboardInterrupt:
        # Ctrl+C belongs to the pager: it stays until it is left.
        while process.poll() is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                continue
    return True
