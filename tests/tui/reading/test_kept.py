"""What stays of what was found when articles come, change and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader.article import Span
from tuireader.passages import Occurrence, Passage
from tuireader.sources import from_text
from tuireader.story import Story
from tuireader.tui.reading.kept import facts_without, moved, renumbered, same_passage, telling_without

ARTICLES = tuple(from_text(text, id=name) for name, text in TEXTS.items())


def test_a_telling_without_an_article_says_nothing_of_it() -> None:
    telling = telling_of(*ARTICLES)
    left = telling_without(telling, {"herald"})
    assert [sorted(passage.articles) for passage in left.passages.passages] == [["ferry", "tide"]] * 2
    assert [story.articles for story in left.stories] == [("ferry", "tide")]
    assert set(left.shared) == {"ferry", "tide"}
    assert all("herald" not in (link.a.article, link.b.article) for link in left.passages.links)
    alone = telling_without(telling, {"herald", "ferry"})
    assert not alone.passages.passages and alone.stories == (Story(1, ("tide",)),)
    assert telling_without(telling, set()) is telling


def test_facts_without_an_article_are_those_of_the_others() -> None:
    facts = facts_of(*ARTICLES)
    left = facts_without(facts, {"tide"})
    by_id = {fact.id: fact for fact in left.facts}
    assert by_id[1].verdict == "only" and by_id[2].compatible is False and by_id[2].wordings == 1
    assert all(value.span.article != "tide" for fact in left.facts for value in fact.values)
    assert all(moment.told.article != "tide" for moment in left.timeline)
    assert all(mention.span.article != "tide" for mention in left.mentions)
    assert not facts_without(facts, {"ferry", "herald", "tide"}).facts


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


@given(st.text("ab\n", max_size=20), st.text("abc", max_size=8), st.text("ab\n", max_size=20), st.data())
def test_places_move_with_what_stands_before_them(before: str, put: str, after: str, data: st.DataObject) -> None:
    old, new = before + after, before + put + after
    place = data.draw(st.integers(0, len(old)))
    found = moved(old, new, place)
    assert 0 <= found <= len(new)
    if place < len(before):
        assert new[found : found + 1] == old[place : place + 1]
