"""Where the font or the locale has no typography, typewriter's signs are sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Open

TEXT = "“A bridge” – and more…\n\nThe county’s “engineers” found it on Thursday morning, they said.\n"


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"LC_ALL": "C", "LANG": "C"}], ids=["linux", "C"])
def test_typography_is_plain(reader: Open, tmp_path: Path, env: dict[str, str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    terminal = reader(file, env=env)
    terminal.until("county")
    terminal.settle()
    assert '"A bridge" - and more~' in terminal.text and 'county\'s "engineers"' in terminal.text
    assert not set("“”‘’–—…") & set(terminal.raw.decode())


def test_consoles_are_sent_nothing_that_an_old_one_would_print(reader: Open, story: Path) -> None:
    """Neither questions nor the keyboard protocol of kitty, nor what ends it, nor any string."""
    terminal = reader(story, env={"TERM": "linux"})
    terminal.until("Story 1")
    terminal.type("q")
    assert terminal.wait() == 0
    assert not re.search(rb"\x1b\[[<>=?\d;]*[<>=$!]", bytes(terminal.raw)), (
        "no mark before or within but the ? of modes"
    )
    assert not re.search(rb"\x1b[P\]X^_]", bytes(terminal.raw))
