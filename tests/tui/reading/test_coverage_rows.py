from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Article, Part, Span
from tuireader.passages import Link
from tuireader.tui.reading.coverage import alike, alone, covered, letter, letters


def test_letters_begin_with_the_first_article_and_equal_ones_are_copies() -> None:
    assert letters([("z", 1), ("a", 2), ("b", 1)], ("a", "b", "z")) == {"a": "a", "b": "b", "z": "b"}


def test_an_article_with_two_wordings_has_two_letters() -> None:
    assert letters([("a", 1), ("a", 2), ("b", 2), ("a", 1)], ("a", "b")) == {"a": "ab", "b": "b"}


def test_letters_go_on_after_z() -> None:
    assert [letter(number) for number in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_pairs_by_the_part_of_their_text_that_links_join() -> None:
    articles = [Article(id, "x" * 100, id, parts=(Part("body", 0, 100),)) for id in "abc"]
    links = [
        Link(Span("c", 0, 10), Span("a", 0, 10), "verbatim", 1.0),
        Link(Span("a", 0, 50), Span("b", 10, 40), "reworded", 0.7),
        Link(Span("a", 40, 60), Span("b", 10, 40), "reworded", 0.7),
        Link(Span("a", 0, 60), Span("elsewhere", 0, 60), "verbatim", 1.0),
    ]
    assert alike(articles, links) == [(0.45, "a", "b"), (0.1, "a", "c")]


def test_the_least_shared_comes_first() -> None:
    assert alone(("a", "b", "c"), {"a": 0.5, "b": 0.1, "x": 0.0}) == [(0.1, "b"), (0.5, "a")]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 30), st.integers(0, 30))))
def test_each_character_counts_once(found: list[tuple[str, int, int]]) -> None:
    spans = [Span(id, min(a, b), max(a, b)) for id, a, b in found]
    assert covered(spans) == len({(id, at) for id, start, end in spans for at in range(start, end)})
