"""What is typed, pasted and named and tries to steer the terminal: nothing of it is written as it is."""

from __future__ import annotations

from pathlib import Path

from tests import hostile
from tests.terminal import codes
from tests.terminal.conftest import Open


def test_a_pasted_query(reader: Open, story: Path) -> None:
    terminal = reader(story, size=(120, 36))
    terminal.until("Story 1")
    terminal.type("/")
    terminal.until("/  Search")
    terminal.paste(f"bridge {hostile.C1}{hostile.HIDDEN}{hostile.MARKUP}\nlenne")
    terminal.until("[00] lenne")
    assert hostile.MARKUP in terminal.text
    terminal.type("\x9b", "\u202e", "x")
    terminal.settle()
    terminal.paste(hostile.CLIPBOARD + hostile.TITLE)
    terminal.settle()
    # What is pasted is no key: it neither closes the line nor calls commands.
    terminal.type("\x15")
    terminal.paste("\x1bQ lenne \x1b[A\x1bq")
    terminal.until("/  lenne")
    # A frame half read would look like a sequence of another kind.
    terminal.settle()
    assert "Traceback" not in terminal.text
    hostile.check(bytes(terminal.raw))


def test_what_cannot_be_opened_is_told_safely(reader: Open, tmp_path: Path) -> None:
    file = tmp_path / f"none{hostile.C1}{hostile.TITLE.replace('/', '')}[/red].txt"
    terminal = reader(file)
    assert terminal.wait() == 1
    assert "[/red].txt" in terminal.text.replace("\n", "")
    raw = bytes(terminal.raw)
    assert codes.sequences(raw) == []
    hostile.check(raw)
