"""Rows in the order of the story, letters for wordings, and how much of a row each article has."""

from __future__ import annotations

from tests.overview.test_pairs import article
from tuireader.article import Span
from tuireader.facts import Fact, FactValue
from tuireader.overview import Cell, survey
from tuireader.overview.rows import letter, letters
from tuireader.passages import Occurrence, Passage

TEXT = "Ten boats sank. Nobody drowned. The mayor wept."
A, B, C = (article(id, TEXT) for id in "abc")


def passage(number: int, *places: tuple[str, int, int, int]) -> Passage:
    return Passage(number, "reworded", 0.9, tuple(Occurrence(Span(id, s, e), w) for id, s, e, w in places))


def test_passages_stand_where_most_articles_tell_them() -> None:
    late = passage(1, ("a", 0, 15, 1), ("b", 32, 47, 1), ("c", 32, 47, 1))
    early = passage(2, ("b", 0, 15, 1), ("c", 16, 31, 1))
    rows = survey([A, B, C], [late, early]).passage_rows
    assert [row.what.id for row in rows] == [2, 1], "that one article leads with it does not make it the beginning"


def test_a_cell_says_how_much_of_the_fullest_telling_it_has() -> None:
    (row,) = survey([A, B, C], [passage(1, ("a", 0, 9, 1), ("b", 0, 31, 2), ("b", 0, 15, 3))]).passage_rows
    assert row.cells["b"] == Cell((2, 3), 1.0, Span("b", 0, 31))
    assert row.cells["a"].part == 2 / 5
    assert "c" not in row.cells


def test_facts_come_verdict_by_verdict_and_real_differences_first() -> None:
    def fact(id: int, verdict: str, compatible: bool | None = None) -> Fact:
        values = (FactValue(Span("a", 0, 9), "Ten boats", "10", 1), FactValue(Span("b", 0, 3), "Ten", "10", 2))
        return Fact(id, "quantity", "boats", verdict, values, compatible)  # type: ignore[arg-type]

    facts = [fact(1, "agree"), fact(2, "differ", True), fact(3, "differ", False), fact(4, "changed")]
    rows = survey([A, B, C], [], facts).fact_rows
    assert [row.what.id for row in rows] == [3, 2, 4, 1]
    assert rows[0].cells["b"].part == 1 / 2


def test_letters_begin_with_the_first_article_and_equal_ones_are_copies() -> None:
    def cell(*wordings: int) -> Cell:
        return Cell(wordings, 1.0, Span("x", 0, 1))

    assert letters({"z": cell(1), "a": cell(2), "b": cell(1)}, ("a", "b", "z")) == {"a": "a", "b": "b", "z": "b"}
    assert letters({"a": cell(1, 2, 3), "b": cell(2)}, ("a", "b")) == {"a": "ab", "b": "b"}
    assert [letter(number) for number in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
