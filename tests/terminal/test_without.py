"""Where there is no terminal to draw on, and where the settings are wrong."""

from __future__ import annotations

from pathlib import Path
from shlex import join

import pytest

from tests.terminal.conftest import PROGRAM, Open
from tests.terminal.harness import Terminal

HINT = "the reader opens on a terminal"


@pytest.mark.parametrize("term", ["dumb", "emacs"])
def test_a_teletype_is_read_line_by_line_and_told_so(reader: Open, story: Path, term: str) -> None:
    terminal = reader(story, env={"TERM": term})
    terminal.until(f"TERM={term}")
    terminal.until(">")
    terminal.type("2", "enter")
    terminal.until("Article 2: Lenne crossing shut")
    terminal.type("q", "enter", "q", "enter")
    assert terminal.wait() == 0
    assert b"\x1b" not in terminal.raw


def test_without_a_keyboard_there_is_the_list_and_a_hint(story: Path, tmp_path: Path) -> None:
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "STATE", "CACHE")}
    command = f"{join([*PROGRAM, str(story)])} < /dev/null"
    with Terminal(["sh", "-c", command], env=folders) as terminal:
        assert terminal.wait() == 0
        assert "Lenne crossing shut" in terminal.text
        assert HINT in terminal.text
        assert b"?1049h" not in terminal.raw


def test_mistakes_in_the_settings_are_told_and_the_reader_starts(reader: Open, story: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "tuireader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('theme = "pepper"\nmeasure = 4\n[keys]\n"compare.wordin" = "x"\n', encoding="utf-8")
    terminal = reader(story, size=(120, 36))
    terminal.until("Story 1")
    terminal.until("config.toml: 3 mistakes")
    terminal.type(",")
    terminal.until("pepper")
    terminal.until("compare.wordin")
    terminal.until("measure")
    terminal.type("j")
    terminal.until("paper")  # the nearest theme is named
    # The list shows beside the settings: a key typed before they are gone would make another one of the escape.
    terminal.type("escape")
    terminal.until_gone("d default")
    terminal.until("Story 1")
    terminal.type("c")
    terminal.until("n next")


def test_a_broken_settings_file_is_told_and_the_reader_starts(reader: Open, story: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "tuireader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('theme = "paper\n', encoding="utf-8")
    terminal = reader(story)
    terminal.until("config.toml")
    terminal.until("Story 1")


def test_files_that_cannot_be_opened_are_told_and_the_others_are_read(
    reader: Open, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 100)
    terminal = reader(story, tmp_path / "empty.txt", tmp_path / "noise.txt", tmp_path / "none.txt", size=(120, 36))
    terminal.until("Story 1")
    for name in ("empty.txt", "noise.txt", "none.txt"):
        terminal.until(name)


def test_without_a_name_of_the_terminal_it_is_line_by_line_too(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"TERM": ""})
    terminal.until("TERM, which is not set,")
    assert b"\x1b[?1049h" not in terminal.raw


def test_where_nobody_is_there_it_is_the_list(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"CI": "true"})
    assert terminal.wait() == 0
    assert "where CI is not set" in terminal.text and "Lenne crossing shut" in terminal.text
    assert b"\x1b[?1049h" not in terminal.raw


@pytest.mark.parametrize("elsewhere", ["2>/dev/null", "2>&-"])
def test_where_standard_error_leads_elsewhere_the_screen_is_drawn_all_the_same(
    story: Path, tmp_path: Path, elsewhere: str
) -> None:
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "STATE", "CACHE")}
    with Terminal(["sh", "-c", f"{join([*PROGRAM, str(story)])} {elsewhere}"], env=folders) as terminal:
        terminal.until("Story 1")
        terminal.type("Q")
        assert terminal.wait() == 0
