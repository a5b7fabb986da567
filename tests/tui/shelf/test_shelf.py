"""Order, filter, groups and columns of the library's list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.library.states import State
from tuireader.passages import Passages
from tuireader.story import Story, Telling
from tuireader.text.words import fold
from tuireader.tui.shelf import order
from tuireader.tui.shelf.alike import beginnings
from tuireader.tui.shelf.cards import Card
from tuireader.tui.shelf.columns import BAR, Needs, fit
from tuireader.tui.shelf.filter import fitting
from tuireader.tui.shelf.groups import Group, grouped
from tuireader.tui.shelf.headings import Heading
from tuireader.tui.shelf.laid_out import LaidOut, by_story, flat


def card(
    number: int, title: str, source: str = "", date: str | None = None, words: int = 100, story: int = 0, **more: object
) -> Card:
    article = Article(f"a{number}", "x" * 1000, title, source=source or None, published=date, words=words)
    folded = " ".join(fold(word) for word in f"{title} {source} a{number}".split())
    made = Card(article, number, title, source, folded, State(), story=story)
    return made._replace(**more)  # type: ignore[arg-type]


CARDS = [
    card(1, "Ferry sinks off Marrow Point", "Courier", "2024-05-14", 300, story=1, share=0.4),
    card(2, "Passengers saved as ferry sinks", "Héraut", "2024-05-15", 100, story=1, share=0.9),
    card(3, "A bakery closes", "", None, 200, story=2, share=0.0, state=State(read=True, tags=("bread", "Town"))),
    card(4, "Wreck of the ferry was raised", "Courier", "2024-06-01", 50, story=3, fresh="new", state=State(marks=2)),
]


def numbers(cards: list[Card]) -> list[int]:
    return [each.number for each in cards]


@pytest.mark.parametrize(
    ("name", "wanted", "turned"),
    [
        ("opened", [1, 2, 3, 4], [4, 3, 2, 1]),
        ("date", [4, 2, 1, 3], [1, 2, 4, 3]),
        ("source", [1, 4, 2, 3], [2, 1, 4, 3]),
        ("title", [3, 1, 2, 4], [4, 2, 1, 3]),
        ("words", [1, 3, 2, 4], [4, 2, 3, 1]),
        ("shared", [2, 1, 3, 4], [3, 1, 2, 4]),
        ("unread", [1, 2, 4, 3], [3, 1, 2, 4]),
    ],
)
def test_orders_both_ways_round_and_what_has_nothing_to_be_sorted_by_comes_last(
    name: str, wanted: list[int], turned: list[int]
) -> None:
    assert numbers(order.put(reversed(CARDS), order.named(name))) == wanted
    assert numbers(order.put(CARDS, order.named(name), turned=True)) == turned


def test_the_orders_come_round() -> None:
    seen = [order.ORDERS[0]]
    while (following := order.after(seen[-1])) not in seen:
        seen.append(following)
    assert len(seen) == len(order.ORDERS)
    assert order.named("no such") is order.named(None) is order.ORDERS[0]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", [1, 2, 3, 4]),
        ("ferry", [1, 2, 4]),
        ("FERRY sink", [1, 2]),
        ("heraut", [2]),
        ("a3", [3]),
        ("fery", [1, 2, 4]),
        ("bakrey", [3]),
        ("passagners", [2]),
        ("zz", []),
        ("unread", [1, 2, 4]),
        ("read", [3]),
        ("new", [4]),
        ("marked", [4]),
        ("#bread", [3]),
        ("#to", [3]),
        ("#", [3]),
        ("tag:town", [3]),
        ("story:1", [1, 2]),
        ("source:cour", [1, 4]),
        ("date:2024-05", [1, 2]),
        ("title:courier", []),
        ("-ferry", [3]),
        ("ferry -courier", [2]),
        ("-#bread -new", [1, 2]),
        ("selected", [2]),
    ],
)
def test_what_answers_the_filter(typed: str, wanted: list[int]) -> None:
    assert numbers(fitting(CARDS, typed, selected={"a2"})) == wanted


@given(st.text(max_size=30))
def test_any_filter_leaves_some_of_the_articles_in_their_order(typed: str) -> None:
    found = numbers(fitting(CARDS, typed))
    assert found == sorted(found)
    assert set(found) <= {1, 2, 3, 4}


def test_begun_is_neither_untouched_nor_read_to_the_end() -> None:
    begun = [each._replace(state=State(True, place)) for each, place in zip(CARDS, (0, 1, 500, 1000), strict=True)]
    assert numbers(fitting(begun, "begun")) == [2, 3]


def test_stories_come_as_their_first_article_comes_then_those_alone_first_what_is_not_compared() -> None:
    late = card(5, "Just come")
    found = grouped([CARDS[3], CARDS[1], CARDS[2], CARDS[0], late], True, {1})
    assert [(group.kind, group.number, numbers(group.cards)) for group in found] == [
        ("new", 0, [5]),
        ("story", 1, [2, 1]),
        ("alone", 0, [4, 3]),
    ]
    assert found[1].newest == "2024-05-15"
    assert (found[1].unread, found[2].unread) == (2, 1)


def test_before_anything_is_known_there_is_one_group() -> None:
    assert [group.kind for group in grouped(CARDS, False, set())] == ["all"]
    assert grouped([], False, set()) == grouped([], True, set()) == []
    assert [group.kind for group in grouped(CARDS[2:], True, set())] == ["all"]


def test_a_blank_stands_above_each_heading_but_between_those_that_are_folded() -> None:
    titles = ["The ferry sank off Marrow Point on Monday", "The ferry sank off Marrow Point, says the owner"]
    cards = [card(place, titles[place % 2], story=1 + place // 2) for place in range(6)]
    telling = Telling(
        Passages(), tuple(Story(number, (f"a{2 * number - 2}", f"a{2 * number - 1}")) for number in (1, 2, 3)), {}
    )

    def laid_out(folded: tuple[int, ...]) -> LaidOut:
        def heading(group: Group) -> Heading:
            ids = tuple(each.id for each in group.cards) if group.number in folded else ()
            return Heading(f"Story {group.number}", ids=ids, story=group.number)

        return by_story(cards, telling, heading)

    def read(found: LaidOut) -> list[str]:
        return [row.name if isinstance(row, Heading) else row.id for row in found.rows]

    assert read(laid_out(())) == ["Story 1", "a0", "a1", "", "Story 2", "a2", "a3", "", "Story 3", "a4", "a5"]
    assert read(laid_out((1, 2))) == ["Story 1", "Story 2", "", "Story 3", "a4", "a5"]
    assert read(laid_out((2, 3))) == ["Story 1", "a0", "a1", "", "Story 2", "Story 3"]
    begun = laid_out(()).begun(2)
    assert begun["a2"] == 0 < begun["a3"]
    assert read(flat(cards)) == [each.id for each in cards] and not flat(cards).begun(2)


WANTS = Needs(2, 80, 25, 10, 5, 4, 2, 30)


@given(st.integers(20, 300), st.builds(Needs, *(st.integers(low, 40) for low in (1, 0, 0, 0, 1, 0, 0, 0))))
def test_columns_never_take_more_than_there_is(width: int, wants: Needs) -> None:
    columns = fit(width, wants)
    taken = columns.lead + sum(columns[1:]) + 1
    assert taken == width or (columns.title == 1 and taken >= width)


def test_the_most_important_columns_come_first() -> None:
    assert fit(30, WANTS).share and not fit(30, WANTS).source
    at80 = fit(80, WANTS)
    assert at80.source and at80.bar == 2 + BAR and at80.progress
    assert not at80.words and not at80.tags
    assert all(fit(130, WANTS)), "with room for it everything is shown"
    assert not fit(130, replace_needs(date=0)).date, "what no article has takes no room"


def test_a_source_that_few_have_takes_no_room_from_titles() -> None:
    few = replace_needs(few_sources=True)
    assert fit(130, WANTS).source
    assert not fit(130, few).source
    assert fit(200, few).source, "where every title has all it wants there is a column for it"


def test_titles_that_begin_alike_go_on_where_they_differ() -> None:
    titles = [
        "The mayor of Old Harbour opens the bridge",
        "Bridge opened at last",
        "The mayor of Old Harbour says no",
        "The mayor of Newtown is ill",
        "The mayor of Old Harbour says no",
        "The end",
    ]
    shown = [title[start:] for title, start in zip(titles, beginnings(titles), strict=True)]
    assert shown[:3] == [titles[0], titles[1], "Harbour says no"]
    assert shown[3:] == ["The mayor of Newtown is ill", titles[4], "The end"]


@given(st.lists(st.text(max_size=30), max_size=6))
def test_of_no_title_all_is_left_out(titles: list[str]) -> None:
    places = beginnings(titles)
    assert all(not place or title[place:].strip() for title, place in zip(titles, places, strict=True))
    assert not any(places[:1])


def replace_needs(**changed: int) -> Needs:
    return WANTS._replace(**changed)


def test_progress_is_how_far_of_the_text() -> None:
    assert CARDS[0].progress is None
    assert CARDS[0]._replace(state=State(True, 250)).progress == 0.25
    longer = replace(CARDS[0].article, text="x" * 10)
    assert CARDS[0]._replace(article=longer, state=State(True, 250)).progress == 1.0
