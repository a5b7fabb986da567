"""``tuireader export`` and ``tuireader report``: what is written where, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.report.documents.invented import NORTH, SOUTH
from tuireader.cli import main
from tuireader.library import Library
from tuireader.settings import paths
from tuireader.sources import from_text


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, and a working directory with two articles of one story and one that stands alone."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    here = tmp_path / "work"
    here.mkdir()
    for name, text in (("north", NORTH), ("south", SOUTH), ("bees", "Bees swarm in May, said Ada Lund of Tolga.\n")):
        (here / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(here)
    return here


def call(*words: str) -> int:
    try:
        return main(list(words))
    except SystemExit as end:
        return int(end.code or 0)


def test_without_a_file_it_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("export", "north.txt", "south.txt") == 0
    assert capfd.readouterr().out.startswith("# Harbour wall at Lindvik gives way\n")
    assert call("export", "--json", "--what", "facts", "north.txt", "south.txt") == 0
    assert set(json.loads(capfd.readouterr().out)) == {"articles", "mentions", "facts", "entities", "timeline"}
    assert call("report", "north.txt", "south.txt") == 0
    assert capfd.readouterr().out.startswith("<!DOCTYPE html>\n")
    assert call("export", "-o", "/dev/stdout", "--what", "comparison", "north.txt", "south.txt") == 0
    assert "**late** on Tuesday" in capfd.readouterr().out
    assert call("export", "-o", "-", "--format", "csv", "--what", "comparison", "north.txt", "south.txt") == 0
    assert capfd.readouterr().out.startswith("story,passage,")


def test_the_ending_says_the_form_and_nothing_is_written_over(work: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call("export", "-o", "story.csv", "north.txt", "south.txt") == 0
    assert "wrote story.csv, " in capfd.readouterr().err
    before = (work / "story.csv").read_bytes()
    assert before.startswith(b"story,what,")
    assert call("export", "-o", "story.csv", "--format", "md", "north.txt") == 1
    assert "--force writes over it" in capfd.readouterr().err
    assert (work / "story.csv").read_bytes() == before
    assert call("export", "-o", "story.csv", "--format", "md", "--force", "north.txt") == 0
    assert (work / "story.csv").read_bytes().startswith(b"# Harbour")
    assert call("report", "-o", "page.html", "north.txt", "south.txt") == 0
    assert (work / "page.html").read_bytes().endswith(b"</html>\n")


def test_what_cannot_be_written_is_told_before_anything_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    for words, status, said in (
        (("export", "-o", "none/story.md"), 1, "there is no folder none"),
        (("export", "-o", "story.pdf"), 2, "no form has the ending"),
        (("export", "-o", "."), 1, "is a folder"),
        (("export", "--story", "0"), 2, "no number of a story"),
        (("export", "--what", "all"), 2, "invalid choice"),
        (("export", "--story", "9", "north.txt"), 2, "there is no story 9; there is one"),
    ):
        assert call(*words) == status
        told = capfd.readouterr()
        assert said in told.err
        assert told.out == ""


def test_on_a_terminal_the_report_is_a_file(
    work: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.output.is_terminal", lambda: True)
    assert call("report", "north.txt", "south.txt") == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert "wrote harbour-wall-at-lindvik-gives-way.html, " in told.err
    assert (work / "harbour-wall-at-lindvik-gives-way.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert call("report", "north.txt", "south.txt") == 1
    assert "--force writes over it" in capfd.readouterr().err


def test_one_story_of_several(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("export", "--story", "2", "north.txt", "bees.txt", "south.txt") == 0
    assert capfd.readouterr().out.startswith("# Bees swarm in May")
    assert call("export", "north.txt", "bees.txt", "south.txt") == 0
    assert "\n## Story 2: Bees swarm in May" in capfd.readouterr().out
    # Alone it keeps the number that it has on the screen.
    assert call("export", "--story", "2", "--format", "csv", "north.txt", "bees.txt", "south.txt") == 0
    assert {line.partition(",")[0] for line in capfd.readouterr().out.splitlines()} == {"story", "2"}


def test_marks_are_those_of_the_library_and_of_the_articles_named(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("export", "--what", "marks", "--json") == 0
    assert json.loads(capfd.readouterr().out) == {"marks": []}
    assert not paths.find().library.exists()
    north = from_text(NORTH, id="north")
    with Library.open(paths.find().library) as library:
        library.add_mark(north.digest, 0, 12, quote=NORTH[:12], title=north.title)
        library.set_note(north.digest, 0, 12, "Ask the office.")
        library.add_mark("f" * 32, 0, 4, quote="Else", title="Elsewhere")
    assert call("export", "--what", "marks", "--json") == 0
    all_marks: Any = json.loads(capfd.readouterr().out)["marks"]
    assert sorted(mark["quote"] for mark in all_marks) == ["Else", "Harbour wall"]
    assert call("export", "--what", "marks", "north.txt", "south.txt") == 0
    page = capfd.readouterr().out
    assert "> Harbour wall" in page
    assert "Ask the office." in page
    assert "Elsewhere" not in page
    assert call("export", "--json", "south.txt") == 0
    assert json.loads(capfd.readouterr().out)["marks"] == []


def test_dismissed_facts_are_left_out_unless_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    from tuireader import story
    from tuireader.report.dismissals import dismissals

    articles = [from_text(NORTH, id="north"), from_text(SOUTH, id="south")]
    fact = story.know(articles, story.tell(articles)).facts[0]
    with Library.open(paths.find().library) as library:
        library.dismiss(dismissals(fact, {each.id: each.digest for each in articles})[0])
    assert call("export", "--what", "facts", "north.txt", "south.txt") == 0
    without = capfd.readouterr().out
    assert "took 1 fact off the list" in without
    assert call("export", "--what", "facts", "--all", "north.txt", "south.txt") == 0
    assert len(capfd.readouterr().out) > len(without)
    # Of another story nothing was taken off.
    assert call("export", "--what", "facts", "--story", "2", "north.txt", "south.txt", "bees.txt") == 0
    assert "off the list" not in capfd.readouterr().out
