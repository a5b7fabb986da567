"""What the library knows of all articles at once, and what goes over to a changed text."""

from __future__ import annotations

from tuireader.library import Library
from tuireader.library.carrying import Moved
from tuireader.library.states import State


def test_states_of_all_articles_by_one_question() -> None:
    with Library.open(None) as library:
        assert library.states() == {}
        library.set_read("one", True)
        library.set_position("one", 40)
        library.set_article_tags("two", "sea town")
        library.add_mark("two", 0, 4)
        library.add_mark("two", 5, 9, note="why?")
        library.add_mark("three", 1, 2)
        assert library.states() == {
            "one": State(True, 40),
            "two": State(False, 0, ("sea", "town"), 2, 1),
            "three": State(marks=1),
        }


def test_the_newest_step_grows_with_what_can_be_taken_back_and_shrinks_with_it() -> None:
    with Library.open(None) as library:
        before = library.newest_step()
        library.set_read("one", True)
        assert library.newest_step() == before, "reading is no step"
        library.toggle_read("one")
        assert library.newest_step() > before
        library.undo()
        assert library.newest_step() == before


def test_marks_go_over_to_the_changed_text_and_those_without_a_place_stay() -> None:
    with Library.open(None) as library:
        library.toggle_read("old")
        library.add_mark("old", 0, 4, quote="gone")
        library.add_mark("old", 5, 9, quote="stay", note="a note")
        library.add_mark("new", 0, 2)
        assert library.carry("old", "new", 7, [Moved(5, 9, 15, 19)])
        assert library.is_read("new") and library.position("new") == 7
        assert [(mark.start, mark.note) for mark in library.marks("new")] == [(0, ""), (15, "a note")]
        assert [mark.quote for mark in library.marks("old")] == ["gone"]
        library.set_position("new", 9)
        library.carry("old", "new", 1, [])
        assert library.position("new") == 9, "what is known of the new text holds"
