"""Texts, names and queries that try to steer the terminal: nothing of theirs is written as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import codes
from tests.terminal.conftest import STORY, Open

TITLE = "\x1b]0;pwned\x07"
LINK = "\x1b]8;;http://pwned.example\x1b\\click\x1b]8;;\x1b\\"
CLIPBOARD = "\x1b]52;c;cHduZWQ=\x07"
CURSOR = "\x1b[77;7H\x1b[7;77m\x1b[2J"
REQUEST = "\x1b[6n\x1b[c\x1bP$qm\x1b\\\x1b_pwned\x1b\\"
C1 = "\x9b77;7H\x9d0;pwned\x9c\x90pwned\x9c"
HIDDEN = "\u202eesrever\u202c\u2066\u200b\ufeff\u00ad"
MARKUP = "[/red][@click=app.quit]x[/]"
ALL = TITLE + LINK + CLIPBOARD + CURSOR + REQUEST + C1 + HIDDEN + MARKUP

#: Everything the reader itself has reason to send: final letters of CSI, beginnings of OSC.
FINALS = frozenset(b"mHfKJCABDGdhlupn")
STRINGS = (b"\x1b]22;",)


def check(raw: bytes) -> None:
    """Of the payloads nothing was written but letters."""
    for sequence in codes.sequences(raw):
        if sequence.startswith(b"\x1b["):
            assert sequence[-1] in FINALS, sequence
            assert sequence not in (b"\x1b[77;7H", b"\x1b[7;77m"), sequence
        else:
            assert sequence.startswith(STRINGS), sequence
    text = codes.text(raw)
    assert "\x1b" not in text
    assert not [char for char in text if "\x00" <= char < " " and char not in "\r\n\t"]
    assert not [char for char in text if "\x7f" <= char < "\xa0"]
    assert not set(text) & set("\u202e\u202c\u2066\u200b\ufeff\u00ad\u2028")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles of one story whose names, titles and texts are full of payloads, and two that cannot be opened."""
    folder = tmp_path / f"evil {TITLE.replace('/', '')}\x1b[31m"
    folder.mkdir()
    for name, text in STORY.items():
        title, _, rest = text.partition("\n")
        evil = rest.replace("Engineers", f"Engineers {ALL}").replace("Drivers", f"{MARKUP} {C1} Drivers")
        file = folder / f"{name}{C1}\x1b]0;pwned\x07[bold]\u202e.txt"
        file.write_text(f"{title} {ALL}\n{evil}\n({MARKUP} / {LINK} Agency)\n", encoding="utf-8")
    (folder / f"bad{CURSOR}.txt").write_bytes(bytes(range(256)) * 40)
    return folder


def test_articles_names_and_titles(reader: Open, folder: Path) -> None:
    terminal = reader(folder, size=(120, 36))
    terminal.until("Story 1")
    terminal.settle()
    assert "[/red][@click=app.quit]x[/]" in terminal.text, "markup is text"
    for key in ("c", "n", "n", "m", "w", "u", "f", "j", "enter", "f", "q", "o", "q", "?", "q", ":", "escape", "T", "q"):
        terminal.press(key)
        assert "Traceback" not in terminal.text
    terminal.type("Q")
    assert terminal.wait() == 0
    check(bytes(terminal.raw))


def test_a_pasted_query(reader: Open, story: Path) -> None:
    terminal = reader(story, size=(120, 36))
    terminal.until("Story 1")
    terminal.type("/")
    terminal.until("/  Search")
    terminal.paste(f"bridge {C1}{HIDDEN}{MARKUP}\nlenne")
    terminal.until("/ bridge")
    assert MARKUP in terminal.text
    terminal.type("\x9b", "\u202e", "x")
    terminal.settle()
    terminal.paste(CLIPBOARD + TITLE)
    terminal.settle()
    # What is pasted is no key: it neither closes the line nor calls commands.
    terminal.type("\x15")
    terminal.paste("\x1bQ lenne \x1b[A\x1bq")
    terminal.until("/  lenne")
    assert "Traceback" not in terminal.text
    check(bytes(terminal.raw))


def test_what_cannot_be_opened_is_told_safely(reader: Open, tmp_path: Path) -> None:
    file = tmp_path / f"none{C1}{TITLE.replace('/', '')}[/red].txt"
    terminal = reader(file)
    assert terminal.wait() == 1
    assert "[/red].txt" in terminal.text.replace("\n", "")
    raw = bytes(terminal.raw)
    assert codes.sequences(raw) == []
    check(raw)
