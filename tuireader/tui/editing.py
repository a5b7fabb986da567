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
    try:
        command = editor()
    except ValueError:
        return Edited(text, "VISUAL or EDITOR has a quotation mark that is never closed")
    if not command:
        return Edited(text, "no editor is set: start with EDITOR=nano, for one")
    name = plain(Path(command[0]).name)
    if shutil.which(command[0]) is None:
        return Edited(text, f"the editor {name} is not there: VISUAL or EDITOR must name one that is")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=folder, prefix="note-", suffix=".md")
    except OSError as error:
        return Edited(text, f"no file could be made for the editor ({error.strerror})")
    file = Path(path)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as out:
            out.write(f"{text}\n" if text else "")
        with app.suspend(), _left_to_it():
            status = subprocess.run([*command, path], check=False).returncode
        written = file.read_text("utf-8", "replace").strip("\n")
    except SuspendNotSupported:
        return Edited(text, "this terminal cannot be handed over to an editor")
    except OSError as error:
        return Edited(text, f"the editor {name} could not be used ({error.strerror})")
    finally:
        with suppress(OSError):
            file.unlink()
        # Whatever the editor left on the screen is not what we think stands there.
        app.forget_screen()
        app.screen.refresh(layout=True)
    return Edited(written, f"the editor {name} ended with status {status}" if status else "")


@contextmanager
def _left_to_it() -> Iterator[None]:
    """Interrupting is the editor's matter while it has the terminal. It gets its own signals back as it starts."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
