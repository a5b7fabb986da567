"""What stays of what was found when articles come, change and go."""

from __future__ import annotations

from tuireader.article import Span
from tuireader.passages import Occurrence, Passage
from tuireader.story import Story
from tuireader.tui.reading.kept import renumbered, same_passage


def test_stories_keep_their_numbers_and_new_ones_go_on() -> None:
    before = {"a": 1, "b": 1, "c": 2, "d": 2}
    now = [("x", "y"), ("a", "b", "new"), ("d",), ("e", "c"), ("z",)]
    stories = [Story(number, ids) for number, ids in enumerate(now, 1)]
    assert [(story.number, story.articles) for story in renumbered(stories, before, 2)] == [
        (1, ("a", "b", "new")),
        (2, ("e", "c")),
        (3, ("x", "y")),
        (4, ("d",)),
        (5, ("z",)),
    ]


def test_of_two_stories_that_were_one_the_larger_keeps_its_number() -> None:
    before = dict.fromkeys("abcde", 1)
    found = renumbered([Story(1, ("a", "b")), Story(2, ("c", "d", "e"))], before, 1)
    assert [(story.number, story.articles) for story in found] == [(1, ("c", "d", "e")), (2, ("a", "b"))]


def test_a_passage_is_known_again_by_where_it_stands() -> None:
    def at(id: int, *places: tuple[str, int, int]) -> Passage:
        return Passage(id, "verbatim", 1.0, tuple(Occurrence(Span(*place), 1) for place in places))

    before = at(1, ("a", 0, 50), ("b", 10, 60))
    now = [at(1, ("a", 60, 90), ("b", 70, 99)), at(2, ("a", 0, 55), ("c", 0, 50)), at(3, ("a", 45, 58), ("b", 62, 69))]
    assert same_passage(before, now) is now[1]
    assert same_passage(before, now[:1]) is None
