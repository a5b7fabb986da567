"""What every two articles share, how much of it word for word, and who was first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.invented import TEXTS, telling_of
from tuireader.article import Article, Part, Span
from tuireader.facts import Mention
from tuireader.overview import RUN, survey
from tuireader.overview.first import First, Origins, cites, plain
from tuireader.overview.sharing import sharing
from tuireader.passages import Occurrence, Passage, find
from tuireader.sources import from_text
from tuireader.story import tell


def article(id: str, text: str, **more: str) -> Article:
    return Article(id, text, id, parts=(Part("body", 0, len(text)),), **more)  # type: ignore[arg-type]


def names(id: str, source: str) -> Mention:
    return Mention(Span(id, 0, 1), "sourcing", source, source, source_kind="agency")


ONE = article("one", "The old bridge at Vester will be closed from May. Nobody was asked.")
TWO = article("two", "From May the old bridge at Vester will be shut. The mayor wept bitter tears.")


def told(number: int, *places: tuple[str, int, int, int]) -> Passage:
    """A passage at these places: article, start, end, wording."""
    found = tuple(Occurrence(Span(id, start, end), wording) for id, start, end, wording in places)
    return Passage(number, "reworded", 0.9, found)


WHOLE = told(1, ("one", 0, 49, 1), ("two", 0, 47, 2))


def test_shares_count_characters_of_the_body_and_copies_are_runs_of_words() -> None:
    (pair,) = survey([ONE, TWO], [WHOLE]).pairs
    assert (pair.a, pair.b) == ("one", "two")
    assert (pair.a_part, pair.b_part) == (49 / len(ONE.text), 47 / len(TWO.text))
    assert pair.share == (49 + 47) / (len(ONE.text) + len(TWO.text))
    # "the old bridge at Vester will be" is a run, "from May" is too short for one.
    run = len("the old bridge at Vester will be")
    assert (pair.a_same, pair.b_same) == (run / len(ONE.text), run / len(TWO.text)) and RUN > 2


def test_what_stands_twice_counts_once_and_strangers_not_at_all() -> None:
    more = [told(2, ("two", 0, 20, 1), ("one", 0, 49, 2)), told(3, ("one", 0, 60, 1), ("elsewhere", 0, 20, 1))]
    (pair,) = survey([ONE, TWO], [WHOLE, *more]).pairs
    assert pair.a_part == 49 / len(ONE.text)


def test_the_parts_of_pairs_are_those_of_the_report_and_of_the_list() -> None:
    articles = [from_text(text, id=name) for name, text in TEXTS.items()]
    passages = telling_of(*articles).passages
    found = sharing(articles, passages.passages)
    pairs = survey(articles, passages.passages).pairs
    assert pairs
    for pair in pairs:
        assert found.pairs[pair.a, pair.b] == pair.a_part and found.pairs[pair.b, pair.a] == pair.b_part
    two = articles[:2]
    (pair,) = survey(two, find(two).passages).pairs
    assert [round(pair.a_part, 4), round(pair.b_part, 4)] == list(tell(two).shared.values()), "of two it is all of it"


def test_passages_of_a_pair_and_those_in_one_wording() -> None:
    alike, told_anew = told(1, ("one", 0, 9, 1), ("two", 0, 9, 1)), told(2, ("one", 0, 9, 1), ("two", 0, 9, 2))
    found = survey([ONE, TWO], [alike, told_anew])
    assert (found.pairs[0].passages, found.pairs[0].alike) == (2, 1)


def test_what_shares_nothing_is_no_pair() -> None:
    found = survey([ONE, TWO, article("three", "")], [])
    assert found.pairs == () and found.columns == ("one", "two", "three")
    assert survey([ONE, TWO], [], shared={"two": 0.5}).columns == ("two", "one")


@given(st.lists(st.tuples(st.integers(0, 66), st.integers(0, 66), st.integers(0, 75), st.integers(0, 75)), max_size=6))
def test_parts_are_parts_and_copies_no_more_than_what_is_shared(places: list[tuple[int, int, int, int]]) -> None:
    passages = [
        told(number, ("one", min(a, b), max(a, b), 1), ("two", min(c, d), max(c, d), 2))
        for number, (a, b, c, d) in enumerate(places)
    ]
    for pair in survey([ONE, TWO], passages).pairs:
        assert 0 <= pair.a_same <= pair.a_part <= 1 and 0 <= pair.b_same <= pair.b_part <= 1
        assert 0 < pair.share <= 1


OUTLETS = article("a", "x", source="RksNews"), article("b", "x", source="The Coast Herald")


@pytest.mark.parametrize(
    ("days", "mentions", "first"),
    [
        ((None, None), [], First()),
        (("2025-03-10", "2025-03-11"), [], First("a", "dated")),
        (("2025-03-10", "2025-03"), [], First()),
        (("2025-03-10", "2025-04"), [], First("a", "dated")),
        ((None, "2025-03-11"), [names("b", "rksnews.com")], First("a", "named")),
        (("2025-03-12", "2025-03-11"), [names("a", "Coast Herald")], First("b", "named")),
        (("2025-03-10", "2025-03-11"), [names("a", "Coast Herald")], First("", "unclear")),
        ((None, None), [names("a", "Coast Herald"), names("b", "RksNews")], First()),
        ((None, None), [names("a", "Reuters"), names("b", "Reuters")], First("", "", ("Reuters",))),
        ((None, None), [names("a", "RksNews"), names("b", "The Coast Herald")], First()),
    ],
)
def test_who_was_first(days: tuple[str | None, str | None], mentions: list[Mention], first: First) -> None:
    both = [replace(each, published=day) for each, day in zip(OUTLETS, days, strict=True)]
    assert Origins(both, mentions).between("a", "b") == first
    turned = Origins(both[::-1], mentions).between("b", "a")
    assert (turned.id, turned.rule) == (first.id, first.rule)


def test_an_agency_that_signs_is_named_too() -> None:
    signed = replace(OUTLETS[0], agency="REL"), replace(OUTLETS[1], agency="rel")
    assert Origins(signed, []).between("a", "b").agencies == ("REL",)


@pytest.mark.parametrize("name", ["https://www.RksNews.com/en", "Rks News", "the RksNews", "rksnews.co.uk"])
def test_an_outlet_is_known_by_its_address_too(name: str) -> None:
    assert plain(name) == "rksnews"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bridge is shut, RksNews reports.", True),
        ("RksNews has learned that the bridge is shut.", True),
        ("The bridge is shut, according to RksNews.", True),
        ("The mayor told the RksNews that he was sorry.", True),
        ("CITING RksNews, others said the same.", True),
        ("Police searched the office of RksNews on Monday.", False),
        ("RksNewsroom reports the same.", False),
        ("The mayor was sorry.", False),
    ],
)
def test_an_outlet_is_a_source_where_the_text_says_so(text: str, told: bool) -> None:
    assert cites(article("x", text), "RksNews") is told
    later = article("b", text, source="Other Daily")
    assert Origins([OUTLETS[0], later], []).between("a", "b").id == ("a" if told else "")
