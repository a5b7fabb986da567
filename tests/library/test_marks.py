"""Marks with notes and tags, tags of articles, searches and places: found again in the next run."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.versions import first
from tuireader.library import Library, Mark, opening
from tuireader.library.tags import parsed, written
from tuireader.library.visited import SEARCHES, Place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "library.sqlite3"


def test_a_mark_is_found_with_all_that_was_said_of_it(file: Path) -> None:
    with Library.open(file) as library:
        assert library.add_mark(
            "a", 5, 9, kind="fact", label="boats", quote="nine boats", title="Boats", tags="#sea sea"
        )
        assert library.set_note("a", 5, 9, "  Ask the harbour.\nTwice.\n")
        assert library.set_tags("a", 5, 9, "sea, #numbers")
        assert library.add_mark("b", 0, 4) and library.add_mark("a", 0, 4)
    with Library.open(file) as library:
        mark = library.marks("a")[1]
        assert mark == Mark(
            "a",
            5,
            9,
            mark.created,
            "fact",
            "boats",
            "nine boats",
            "Boats",
            "Ask the harbour.\nTwice.",
            ("sea", "numbers"),
        )
        assert library.mark_at("a", 5, 9) == mark and library.mark_at("a", 5, 10) is None
        assert [(each.digest, each.start) for each in library.all_marks()] == [("a", 0), ("a", 5), ("b", 0)]


def test_a_note_needs_its_mark() -> None:
    with Library.open(None) as library:
        assert library.set_note("a", 0, 3, "lost") and library.set_tags("a", 0, 3, "lost")
        assert library.all_marks() == () and library.undo() == ""


def test_marking_again_keeps_note_and_tags() -> None:
    with Library.open(None) as library:
        library.add_mark("a", 0, 3, note="mine", tags="x")
        library.add_mark("a", 0, 3, note="other", tags="y")
        assert [(mark.note, mark.tags) for mark in library.marks("a")] == [("mine", ("x",))]


def test_tags_are_counted_over_marks_and_articles() -> None:
    with Library.open(None) as library:
        library.add_mark("a", 0, 3, tags="kfor troops")
        library.add_mark("b", 0, 3, tags="kfor")
        library.set_article_tags("a", ["wire", "Kfor", "kfor"])
        library.set_position("a", 7)
        assert library.article_tags("a") == ("wire", "Kfor", "kfor") and library.article_tags("b") == ()
        assert list(library.all_tags().items()) == [("kfor", 3), ("Kfor", 1), ("troops", 1), ("wire", 1)]
        assert library.position("a") == 7


@given(st.text())
def test_tags_as_written_are_read_as_the_same_tags(typed: str) -> None:
    tags = parsed(typed)
    assert parsed(written(tags)) == parsed(list(tags)) == tags
    assert all(tag and not any(map(str.isspace, tag)) for tag in tags)


def test_what_no_file_can_hold_is_kept_as_well_as_it_can() -> None:
    with Library.open(None) as library:
        assert library.add_mark("a", 0, 3, quote="half \ud83d pair", note="\udcff")
        assert (library.marks("a")[0].quote, library.marks("a")[0].note) == ("half ? pair", "?")
        assert library.note == "Nothing will be remembered after this run: no library file is in use."


def test_searches_newest_first_each_once_and_not_for_ever(file: Path) -> None:
    with Library.open(file) as library:
        for query in ("boats", "harbour", " boats  ", ""):
            assert library.remember_search(query)
    with Library.open(file) as library:
        assert library.searches(5) == ("boats", "harbour") and library.searches(1) == ("boats",)
        for number in range(SEARCHES + 5):
            library.remember_search(f"q{number}")
        assert len(library.searches(1000)) == SEARCHES and library.searches(1) == (f"q{SEARCHES + 4}",)


def test_places(file: Path) -> None:
    with Library.open(file) as library:
        assert library.add_place("/b", watch=True) and library.add_place("/a") and library.add_place("/c")
        assert library.add_place("/a", watch=True) and library.remove_place("/c")
    with Library.open(file) as library:
        assert set(library.places()) == {Place("/b", True), Place("/a", True)}


def test_a_draft_lasts_until_it_is_dropped(file: Path) -> None:
    with Library.open(file) as library:
        assert library.draft("a", 0, 3) is None
        assert library.keep_draft("a", 0, 3, "hal") and library.keep_draft("a", 0, 3, "half a thou")
    with Library.open(file) as library:
        assert library.draft("a", 0, 3) == "half a thou"
        assert library.drop_draft("a", 0, 3) and library.draft("a", 0, 3) is None


def _as_in_version_1(library: Library) -> bool:
    return (
        [(mark.start, mark.end, mark.created) for mark in library.marks("a")]
        == [(5, 9, 1741600001), (30, 40, 1741600000)]
        and {(mark.kind, mark.quote, mark.note, mark.tags) for mark in library.all_marks()}
        == {("sentence", "", "", ())}
        and library.is_read("a")
        and library.position("a") == 120
        and library.dismissed() == {"quantity troops"}
        and library.get("theme") == "paper"
    )


def test_a_file_of_the_first_version_keeps_its_marks(file: Path) -> None:
    first(file)
    for _ in range(2):
        with Library.open(file) as library:
            assert library.note == "" and _as_in_version_1(library)
            assert library.set_note("a", 5, 9, "") and library.set_article_tags("a", "")
    with Library.open(file) as library:
        assert library.set_note("a", 5, 9, "now with a note")
        assert library.marks("a")[0].note == "now with a note"


def test_a_file_of_the_first_version_that_may_only_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first(file)

    def refused(*_: object) -> sqlite3.Connection:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "connect", refused)
    with Library.open(file) as library:
        assert "cannot be written" in library.note and _as_in_version_1(library)
