"""A library too large to open at once, in a terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.terminal.conftest import STORY, Open
from tuireader.library import Library
from tuireader.library.stores import of_library
from tuireader.sources import from_text


def test_a_large_library_opens_a_story_and_comes_back_to_its_place(reader: Open, tmp_path: Path) -> None:
    many = [from_text(f"Lamp {n}\n\nLamp number {n} was lit.\n", id=f"lamp{n}") for n in range(210)]
    two = [replace(from_text(text, id=name), published="2025-03-10") for name, text in STORY.items()]
    file = tmp_path / "state" / "tuireader" / "library.sqlite3"
    file.parent.mkdir(parents=True)
    with Library.open(file) as library:
        library.put([*many, *two])
        library._write("INSERT INTO story VALUES (7, 0, '2025-03-10', 'Bridge over the Lenne', 2)", ())
        library._write("UPDATE text SET story = 7 WHERE published IS NOT NULL", ())
        source = of_library(library)
        source.note_grouped()
        source.close()
    terminal = reader()
    terminal.until("212 articles")
    terminal.type("enter")
    terminal.until("Lenne crossing shut")
    terminal.type("j", "enter", "n")
    terminal.until("passage 1 of")
    terminal.type("q")
    terminal.until("212 articles")
    terminal.until("2/21")
    terminal.until("1 unread")
    terminal.settle()
    written, _ = terminal.press("j")
    assert "3/21" in terminal.lines[-1] and written <= 700
    terminal.type("Q")
    assert terminal.wait() == 0
