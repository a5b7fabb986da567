"""Export in a real terminal: the file is there, whole, also where the reader is left at once."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import Open


def test_a_story_leaves_the_terminal_as_a_file(reader: Open, story: Path, tmp_path: Path) -> None:
    terminal = reader(story)
    terminal.until("Story 1")
    terminal.type("c")
    terminal.until("n next")
    terminal.type("E")
    terminal.until("Comparison")
    file = tmp_path / "page.html"
    terminal.type("up", "ctrl+u")
    terminal.paste(str(file))
    terminal.until("page.html")
    terminal.type("enter")
    terminal.until("Wrote ")
    page = file.read_bytes()
    assert page.startswith(b"<!DOCTYPE html>")
    assert page.endswith(b"</html>\n")
    assert [each.name for each in tmp_path.glob("*page*")] == ["page.html"]
