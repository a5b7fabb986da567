"""Commands on the library: its list, one article, a story, a search."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.library.stories.accounts import carried, events
from tuireader.cli import main
from tuireader.library import Library
from tuireader.library.stories import group
from tuireader.library.stories.alone import alone
from tuireader.regrouping import find_stories
from tuireader.settings import paths


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture
def library() -> None:
    with Library.open(paths.find().library) as library:
        library.put([*(each for told in events().values() for each in told), *carried()])
        group(library, None)
        library.set_read(events()["dam"][0].digest, True)


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words, "--width", "110", "--no-pager"]) == 0
    return capsys.readouterr().out


def _form(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(_said(capsys, *words, "--json"))
    return found


@pytest.mark.usefixtures("library")
class TestLibrary:
    def test_the_list_has_stories_and_one_row_for_a_text_that_several_carry(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        said = _said(capsys, "list", "--library")
        assert said.count("Story ") == 4 and "also carried by Herald (#10), Post (#12)" in said
        form = _form(capsys, "list", "--library")
        rows, stories = form["articles"], form["stories"]
        assert isinstance(rows, list) and isinstance(stories, list)
        (wire,) = (row for row in rows if row["carriers"])
        assert wire["id"] == "wire" and {each["source"] for each in wire["carriers"]} == {"Herald", "Post"}
        assert len(rows) == 10 and sum(story["articles"] for story in stories) == 12

    def test_its_words_filter_the_list(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = _form(capsys, "list", "--library", "source:herald", "unread", "--sort", "title")["articles"]
        assert isinstance(rows, list)
        assert {row["id"] for row in rows} == {"ferry0", "chess0", "first"}
        assert _said(capsys, "list", "--library", "quagga") == ""
        rows = _form(capsys, "list", "--library", "--sort", "added")["articles"]
        assert isinstance(rows, list) and rows[0]["number"] == max(row["number"] for row in rows)

    def test_an_article_is_named_by_number_id_or_digest(self, capsys: pytest.CaptureFixture[str]) -> None:
        article = events()["dam"][1]
        forms = [_form(capsys, "show", "--library", name) for name in ("dam1", "5", "#5", article.digest[:9])]
        assert all(form == forms[0] for form in forms) and forms[0]["text"] == article.text
        assert main(["show", "--library", "dam"]) == 2
        assert "may be article 4, 5, 6; write its number" in capsys.readouterr().err
        assert main(["show", "--library", "zebra"]) == 2

    def test_a_story_is_compared_as_one_story_under_its_number(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = _form(capsys, "list", "--library", "adelheid")["articles"]
        assert isinstance(rows, list)
        story = str(rows[0]["story"])
        for command in ("compare", "facts", "coverage"):
            form = _form(capsys, command, "--library", "--story", story)
            told = form["articles"]
            assert isinstance(told, list)
            assert {row["id"] for row in told} == {"ferry0", "ferry1", "ferry2"}
            assert {row["story"] for row in told} == {int(story)} and {row["number"] for row in told} == {1, 2, 3}
        head = _said(capsys, "compare", "--library", "--story", story).splitlines()[:4]
        assert head[0].startswith(f"Story {story}")
        assert {tuple(row.split()[:2]) for row in head[1:]} == {("1", "ferry0"), ("2", "ferry1"), ("3", "ferry2")}
        exported = _said(capsys, "export", "--library", "--story", story, "--what", "facts", "--format", "csv")
        assert exported.splitlines()[1].startswith(f"{story},1,")
        assert _form(capsys, "facts", "--library", "1", "dam0", "--article", "4")["articles"]

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["compare", "--library"], "say which story: --story N"),
            (["facts", "--library", "--story", "99"], "there is no story 99 in the library"),
            (["report", "--library", "1", "--story", "1"], "name articles or --story, not both"),
            (["compare", "--story", "1"], "--story goes with --library"),
            (["list", "--sort", "added"], "--sort added goes with --library"),
            (["show", "--library", "1", "2"], "takes one article"),
        ],
    )
    def test_what_means_nothing_is_told_with_what_to_do(
        self, capsys: pytest.CaptureFixture[str], words: list[str], said: str
    ) -> None:
        try:
            status = main(words)
        except SystemExit as left:
            status = int(left.code or 0)
        assert status == 2 and said in capsys.readouterr().err

    def test_all_of_it_is_searched(self, capsys: pytest.CaptureFixture[str]) -> None:
        form = _form(capsys, "search", "--library", "Verhove", "rudder")
        hits = form["hits"]
        assert isinstance(hits, list) and hits[0]["article"] in ("ferry0", "ferry2") and hits[0]["number"] in (1, 3)
        assert "helicopter crew" in _said(capsys, "search", "--library", "helicopter")
        assert _said(capsys, "search", "--library", "helicopter").count("helicopter crew") == 1, "carried by three"
        assert "Nothing in 12 articles" in _said(capsys, "search", "--library", "quagga")
        assert "said" in _said(capsys, "search", "--library", "said:verhoeve")


@pytest.mark.usefixtures("library")
def test_who_reads_along_is_told_that_the_bundled_articles_are_meant(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "these are the bundled articles; --library means the 12 articles of your library"
    _said(capsys, "list")
    for words in (["list"], ["search", "Kosovo"], ["facts"]):
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        assert main([*words, "--no-pager"]) == 0
        assert said in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert main(["list"]) == 0 and "bundled" not in capsys.readouterr().err


def test_without_a_library_it_is_told_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--library"]) == 1
    assert "tuireader add" in capsys.readouterr().err


def test_what_is_added_is_grouped_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for article in events()["ferry"]:
        (tmp_path / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    assert main(["add", str(tmp_path)]) == 0
    capsys.readouterr()
    rows = _form(capsys, "list", "--library")["articles"]
    assert isinstance(rows, list) and len({row["story"] for row in rows}) == 1 and rows[0]["story"]
    assert main(["remove", "ferry0", "ferry1"]) == 0
    capsys.readouterr()
    assert _form(capsys, "list", "--library")["stories"] == []


def test_what_was_never_grouped_is_grouped_when_stories_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    def put(*told: str) -> None:
        with Library.open(paths.find().library) as library:
            library.put([each for name in told for each in events()[name]])

    put("ferry")
    rows = _form(capsys, "facts", "--library", "--story", "1")["articles"]
    assert isinstance(rows, list) and len(rows) == 3
    put("dam")
    stories = _form(capsys, "list", "--library")["stories"]
    assert isinstance(stories, list) and len(stories) == 2
    with Library.open(paths.find().library) as library:
        assert not library.ungrouped()


@contextmanager
def another_at_it() -> Iterator[None]:
    """Another one finds stories meanwhile."""
    file = paths.find().stories
    file.parent.mkdir(parents=True, exist_ok=True)
    with alone(file, lambda: False) as free:
        assert free
        yield


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_who_only_looks_does_not_wait_long_for_another_who_finds_stories(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    with Library.open(paths.find().library) as library:
        library.put(events()["ferry"])
    monkeypatch.setattr("tuireader.regrouping._SHORT", 0.0)
    with another_at_it():
        assert main(["list", "--library", *form]) == 0
    told = capsys.readouterr()
    assert "ferry" in told.out.lower() and "Story 1" not in told.out
    assert told.err == "tuireader: Another tuireader is finding stories just now: what is new may be in none yet\n"
    assert main(["list", "--library"]) == 0
    told = capsys.readouterr()
    assert "Story 1" in told.out and not told.err


def test_whoever_has_stories_found_hears_that_another_one_is_at_it(capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(paths.find().library) as library, another_at_it():
        library.put(events()["ferry"])
        answers = iter([False, True])
        assert not find_stories(library, stop=lambda: next(answers, True))
        assert capsys.readouterr().err == "tuireader: waiting for another tuireader, which is finding stories\n"
        assert not find_stories(library, quiet=True, stop=lambda: True)
        assert not capsys.readouterr().err


@pytest.mark.usefixtures("library")
def test_a_library_that_cannot_be_read_is_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("tuireader.in_library.beside", fail)
    assert main(["list", "--library"]) == 1
    assert "your library cannot be read (disk I/O error); `tuireader library check`" in capsys.readouterr().err
