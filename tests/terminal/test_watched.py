"""A folder that is watched, in a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import STORY, Open


def test_a_file_put_into_a_watched_folder_is_shown(reader: Open, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "north.txt").write_text(STORY["north"], "ascii")
    (folder / "hens.txt").write_text("Hens\n\nThe hens laid well on Monday.\n", "ascii")
    terminal = reader("--watch", folder)
    terminal.until("2 articles")
    terminal.until("%")
    terminal.settle()
    (folder / "south.txt").write_text(STORY["south"], "ascii")
    terminal.until("New: Lenne crossing shut")
    terminal.until("3 articles")
    terminal.until("Story 1")
    row = next(line for line in terminal.lines if "Lenne crossing" in line)
    assert row.split()[:2] == ["3", "+"]
    terminal.type("Q")
    assert terminal.wait() == 0
    assert not terminal.text.count("Traceback")
