"""Writing a longer text in the editor of the reader's choice, which has the terminal for that time."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import SuspendNotSupported

from tuireader.settings.complaint import plain
from tuireader.settings.paths import make

if TYPE_CHECKING:
    from tuireader.tui.terminal.display import CellDisplay

#: What is tried where neither VISUAL nor EDITOR says anything.
_USUAL = ("nano", "vi")


class Edited(NamedTuple):
    """What was written; and what went wrong, empty where nothing did. What was written is there all the same."""

    text: str
    problem: str = ""


def editor(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The words of the command that edits a file; none where there is no editor. Raises ValueError for a quote that
    is never closed."""
    for name in ("VISUAL", "EDITOR"):
        if words := shlex.split(environ.get(name, "")):
            return words
    return next(([each] for each in _USUAL if shutil.which(each)), [])


def edit(app: CellDisplay, text: str, folder: Path) -> Edited:
    """Has a text edited, in a file in ``folder`` that the user alone can read and that goes afterwards."""
    command, problem = _command()
    if problem:
        return Edited(text, problem)
    try:
        make(folder, 0o700)
        handle, path = tempfile.mkstemp(dir=folder, prefix="note-", suffix=".md")
    except OSError as error:
        return Edited(text, f"no file could be made for the editor ({error.strerror})")
    file = Path(path)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as out:
            out.write(f"{text}\n" if text else "")
        problem = _hand_over(app, command, file)
        return Edited(file.read_text("utf-8", "replace").strip("\n"), problem)
    except OSError as error:
        return Edited(text, f"the editor {_name(command)} could not be used ({error.strerror})")
    finally:
        with suppress(OSError):
            file.unlink()


def edit_file(app: CellDisplay, file: Path) -> str:
    """Has a file edited where it is. Returns what went wrong; empty where nothing did."""
    command, problem = _command()
    return problem or _hand_over(app, command, file)


def _command() -> tuple[list[str], str]:
    """The words of the command that edits, or why there is none."""
    try:
        command = editor()
    except ValueError:
        return [], "VISUAL or EDITOR has a quotation mark that is never closed"
    if not command:
        return [], "no editor is set: start with EDITOR=nano, for one"
    if shutil.which(command[0]) is None:
        return [], f"the editor {_name(command)} is not there: VISUAL or EDITOR must name one that is"
    return command, ""


def _name(command: list[str]) -> str:
    return plain(Path(command[0]).name)


def _hand_over(app: CellDisplay, command: list[str], file: Path) -> str:
    """Gives the terminal to the editor until that is left. Returns what went wrong; empty where nothing did."""
    try:
        with app.suspend(), _left_to_it():
            status = subprocess.run([*command, str(file)], check=False).returncode
    except SuspendNotSupported:
        return "this terminal cannot be handed over to an editor"
    except OSError as error:
        return f"the editor {_name(command)} could not be used ({error.strerror})"
    finally:
        # Whatever the editor left on the screen is not what we think stands there.
        app.forget_screen()
        app.screen.refresh(layout=True)
    return f"the editor {_name(command)} ended with status {status}" if status else ""


@contextmanager
def _left_to_it() -> Iterator[None]:
    """Interrupting is the editor's matter while it has the terminal. It gets its own signals back as it starts."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
