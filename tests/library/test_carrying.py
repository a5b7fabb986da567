"""Marks go along when their text becomes another one, and what was done to them can still be taken back."""

from __future__ import annotations

from pathlib import Path

from tuireader.library import Library
from tuireader.library.marks import Mark


def _ten_on(mark: Mark) -> tuple[int, int] | None:
    return (mark.start + 10, mark.end + 10) if mark.start < 50 else None


def test_marks_notes_tags_and_drafts_go_along(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.add_mark("old", 0, 4, quote="nine", note="ask", tags="sea")
        library.add_mark("old", 60, 64, quote="gone")
        library.keep_draft("old", 0, 4, "half")
        library.set_article_tags("old", "wire")
        before = library.marks("old")[0]
        assert library.carry("old", "new", _ten_on)
    with Library.open(file) as library:
        assert library.marks("new") == (before._replace(digest="new", start=10, end=14),)
        assert [mark.quote for mark in library.marks("old")] == ["gone"]
        assert library.draft("new", 10, 14) == "half" and library.draft("old", 0, 4) is None
        assert library.article_tags("new") == ("wire",)


def test_steps_made_before_are_taken_back_where_the_mark_is_now() -> None:
    with Library.open(None) as library:
        library.add_mark("old", 0, 4, quote="nine")
        library.set_note("old", 0, 4, "ask")
        library.add_mark("old", 6, 8, quote="two")
        library.remove_mark("old", 6, 8)
        library.carry("old", "new", _ten_on)
        assert library.undo() == "mark put back: “two”"
        assert library.undo() == "mark taken back: “two”"
        assert library.undo() == "note taken back: “nine”"
        assert [mark.note for mark in library.marks("new")] == [""]
        assert library.undo() == "mark taken back: “nine”"
        assert library.all_marks() == ()


def test_what_stands_in_the_new_text_already_is_left_alone() -> None:
    with Library.open(None) as library:
        library.add_mark("new", 10, 14, quote="here before", note="mine")
        library.set_article_tags("new", "own")
        library.add_mark("old", 0, 4)
        library.set_article_tags("old", "other")
        assert library.carry("old", "new", _ten_on)
        assert [mark.note for mark in library.marks("new")] == ["mine"] and len(library.marks("old")) == 1
        assert library.article_tags("new") == ("own",)
        assert library.carry("nothing", "new2", _ten_on) and library.article_tags("new2") == ()
