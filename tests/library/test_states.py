"""What the library knows of all articles at once."""

from __future__ import annotations

from tuireader.library import Library
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
