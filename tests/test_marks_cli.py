"""``tuireader marks``: what was marked, in a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.report.documents.invented import NORTH
from tuireader.cli import main
from tuireader.library import Library
from tuireader.settings import paths
from tuireader.sources import from_text


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, two marks in it, and one in an article that is not there."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "north.txt").write_text(NORTH, "utf-8")
    monkeypatch.chdir(tmp_path)
    article = from_text(NORTH, id="north")
    first, second = article.sentences[1:3]
    with Library.open(paths.find().library) as library:
        library.add_mark(article.digest, second.start, second.end, note="One line.\nAnother.", tags="wall Sea")
        library.add_mark(
            article.digest, first.start, first.end, kind="fact", label="the wall", quote="as copied", title="Lindvik"
        )
        library.add_mark("gone", 3, 9, quote="a light\x1b[2Jhouse", title="Lights out", tags="sea")


def test_marks_are_listed_by_article(capfd: pytest.CaptureFixture[str]) -> None:
    first, second = from_text(NORTH, id="north").sentences[1:3]
    assert main(["marks", "north.txt"]) == 0
    out = capfd.readouterr().out
    assert f"  north:{first.start}-{first.end}" in out and "  the wall: as copied\n" in out
    assert out.index("as copied") < out.index(f"  north:{second.start}-{second.end}")
    assert [line.strip() for line in out.splitlines()[-3:]] == ["#wall #Sea", "Note: One line.", "Another."]
    assert "lighthouse" not in out
    assert main(["marks"]) == 0
    out = capfd.readouterr().out
    assert "Lights out · 1 mark, not open\n  3-9" in out and "a lighthouse" in out and "\x1b" not in out


def test_tags_choose_and_json_has_everything(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", "--json", "--tag", "#SEA", "north.txt"]) == 0
    [mark] = json.loads(capfd.readouterr().out)["marks"]
    article = from_text(NORTH, id="north")
    assert mark["article"] == "north" and mark["digest"] == article.digest and mark["tags"] == ["wall", "Sea"]
    # A mark of a time without copies gets its words from the article.
    assert mark["quote"] == article.text[mark["start"] : mark["end"]] and mark["note"] == "One line.\nAnother."
    assert main(["marks", "--json", "--tag", "sea"]) == 0
    assert [mark["article"] for mark in json.loads(capfd.readouterr().out)["marks"]] == [None, None]
    assert main(["marks", "--tag", "sea", "--tag", "kfor"]) == 0
    assert capfd.readouterr().out == "No mark has these tags.\n"


def test_where_nothing_is_marked(capfd: pytest.CaptureFixture[str]) -> None:
    paths.find().library.unlink()
    assert main(["marks"]) == 0
    assert capfd.readouterr().out == "Nothing is marked here. In the reader, m marks.\n"
    assert main(["marks", "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == {"marks": []}
