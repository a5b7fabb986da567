from __future__ import annotations

from typing import Any

import pytest

from tuireader import passages, sources, story
from tuireader.article import Article, Span
from tuireader.passages import Link, Occurrence, Passage, Passages
from tuireader.story import know, tell, told

FERRY_A = """Ferry runs aground off Hestøy with 84 on board

The car ferry Nordlys ran aground off the island of Hestøy early on Thursday with 84 people on board, the coast guard said.

"We heard a terrible scraping noise and then everything went quiet," said Marit Aune, who was on her way to work.

The coast guard said that nobody was hurt and that two lifeboats took all passengers to the harbour of Vik within an hour.

Divers will look at the hull on Friday before tugs try to pull the ferry off the rocks.
"""  # noqa: E501
FERRY_B = """All safe after ferry hits rocks near Hestøy

Two lifeboats took all 84 passengers to the harbour of Vik within an hour after the car ferry Nordlys ran aground off the island of Hestøy early on Thursday.

Nobody was hurt, the coast guard said.

"We heard an awful scraping noise and then everything went quiet," passenger Marit Aune said.

Before tugs try to pull the ferry off the rocks, divers are to look at the hull on Friday.
"""  # noqa: E501
BUDGET = """Parliament passes budget after night session

Lawmakers in Brevik approved next year's budget by 61 votes to 58 shortly before dawn on Tuesday.

The finance minister called the result a relief and promised lower taxes for small companies from April.

Opposition leaders said that the schools would pay the price and announced a march for Saturday.
"""
DROUGHT = """Olive harvest halves after dry spring

Growers in the valley expect to bring in barely half of last year's olives, the farmers' union said on Monday.

It has not rained there since the middle of February, and the reservoir is down to a fifth of what it holds.
"""


class Shelf:
    """A cache in memory that counts what is asked of it."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}

    def get(self, kind: str, key: str) -> Any:
        return self.kept.get((kind, key))

    def put(self, kind: str, key: str, value: Any) -> None:
        self.kept[kind, key] = value


def article(name: str, text: str) -> Article:
    return sources.from_text(text, id=name)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    texts = {"budget": BUDGET, "ferry-1": FERRY_A, "olives": DROUGHT, "ferry-2": FERRY_B}
    return [article(name, text) for name, text in texts.items()]


def test_articles_on_one_event_are_one_story_and_those_alone_come_after(articles: list[Article]) -> None:
    telling = tell(articles)
    assert [(each.number, each.articles) for each in telling.stories] == [
        (1, ("ferry-1", "ferry-2")),
        (2, ("budget",)),
        (3, ("olives",)),
    ]
    found = telling.story_of("ferry-2")
    assert found is not None
    assert found.number == 1
    assert telling.story_of("nobody") is None


def test_shared_is_the_part_of_the_body_that_lies_in_passages(articles: list[Article]) -> None:
    shared = tell(articles).shared
    assert set(shared) == {each.id for each in articles}
    assert shared["budget"] == 0
    assert 0.4 < shared["ferry-1"] <= 1
    assert 0.4 < shared["ferry-2"] <= 1


def test_nothing_and_one_article() -> None:
    assert tell([]).stories == ()
    alone = tell([article("a", BUDGET)])
    assert [each.articles for each in alone.stories] == [("a",)]
    assert alone.shared == {"a": 0.0}


def test_a_brief_out_of_a_long_report_joins_it_although_most_of_the_report_is_not_in_it() -> None:
    report = article("long", FERRY_A + "\n" + BUDGET * 3 + DROUGHT * 3)
    brief = article("brief", FERRY_B)
    assert [each.articles for each in tell([report, brief]).stories] == [("long", "brief")]


def test_stories_join_over_a_third_article(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [article(name, BUDGET) for name in "abcd"]
    whole = len(BUDGET)
    links = [
        Link(Span("a", 0, whole), Span("c", 0, whole), "verbatim", 1.0),
        Link(Span("b", 0, whole), Span("c", 0, whole), "verbatim", 1.0),
    ]
    monkeypatch.setattr(passages, "find", lambda _: Passages(tuple(links), ()))
    assert [each.articles for each in tell(texts).stories] == [("a", "b", "c"), ("d",)]


def told_by(count: int, links: int, length: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many stories some articles of 300 characters make, the first two of them linked."""
    texts = [article(f"a{number}", f"{'word ' * 59}end.\n") for number in range(count)]
    found = tuple(
        Link(Span("a0", at * 50, at * 50 + length), Span("a1", at * 50, at * 50 + length), "reworded", 0.7)
        for at in range(links)
    )
    monkeypatch.setattr(passages, "find", lambda _: Passages(found, ()))
    return len(tell(texts).stories)


def test_among_few_articles_one_sound_link_joins_among_many_it_takes_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told_by(3, 1, 20, monkeypatch) == 2
    assert told_by(3, 1, 5, monkeypatch) == 3
    assert told_by(30, 1, 45, monkeypatch) == 30
    assert told_by(30, 2, 20, monkeypatch) == 29
    assert told_by(30, 2, 8, monkeypatch) == 30


def test_a_second_telling_comes_from_the_cache(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    first = tell(articles, cache=shelf)
    monkeypatch.setattr(passages, "find", lambda _: pytest.fail("computed again"))
    assert tell(articles, cache=shelf) == first


def test_another_text_id_or_method_is_computed_anew(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    one, other = articles[0], articles[2]
    tell([one], cache=shelf)
    tell([other], cache=shelf)
    tell([article("renamed", BUDGET)], cache=shelf)
    tell([one], cache=shelf)
    assert len(shelf.kept) == 3
    monkeypatch.setattr(passages, "METHOD", "another")
    tell([one], cache=shelf)
    assert len(shelf.kept) == 4


@pytest.mark.parametrize(
    "spoilt",
    [
        {},
        {"passages": 3},
        {"passages": {"links": [[1]], "passages": []}},
        {"mentions": 3},
        {"mentions": [], "facts": {}, "entities": "x", "timeline": [[]]},
        "no mapping at all",
    ],
)
def test_spoilt_results_are_computed_anew(articles: list[Article], spoilt: Any) -> None:
    shelf = Shelf()
    first = tell(articles, cache=shelf)
    known = know(articles, first, cache=shelf)
    for key in shelf.kept:
        shelf.kept[key] = spoilt
    assert told(articles, shelf) is None
    assert know(articles, first, cache=shelf) == known
    assert tell(articles, cache=shelf) == first == told(articles, shelf)


def test_facts_of_all_stories_are_numbered_through_story_by_story(articles: list[Article]) -> None:
    telling = tell(articles)
    known = know(articles, telling)
    assert [fact.id for fact in known.facts] == list(range(1, len(known.facts) + 1))
    numbers = [
        next(each.number for each in telling.stories if fact.articles[0] in each.articles) for fact in known.facts
    ]
    assert numbers == sorted(numbers)
    by_story = {name: each.number for each in telling.stories for name in each.articles}
    assert all(len({by_story[name] for name in fact.articles}) == 1 for fact in known.facts)


def test_known_facts_come_from_the_cache(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    from tuireader import facts

    shelf = Shelf()
    telling = tell(articles, cache=shelf)
    first = know(articles, telling, cache=shelf)
    monkeypatch.setattr(facts, "find", lambda *_, **__: pytest.fail("computed again"))
    assert know(articles, telling, cache=shelf) == first


def test_same_wording_holds_inside_one_wording_of_a_passage() -> None:
    first = Occurrence(Span("a", 10, 40), 1), Occurrence(Span("b", 100, 130), 1), Occurrence(Span("c", 0, 30), 2)
    second = Occurrence(Span("a", 50, 60), 1), Occurrence(Span("b", 140, 150), 1)
    same = story._same_wording([Passage(1, "reworded", 0.7, first), Passage(2, "verbatim", 1.0, second)])
    assert same(Span("a", 12, 15), Span("b", 110, 112))
    assert same(Span("b", 110, 112), Span("a", 12, 15))
    assert not same(Span("a", 12, 15), Span("c", 10, 12))
    assert not same(Span("a", 12, 15), Span("b", 142, 145))
    assert not same(Span("a", 12, 15), Span("d", 110, 112))
