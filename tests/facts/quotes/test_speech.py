"""Quotation marks as careless texts set them, and what is no speech in them."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions

NAMED = "Orla Venn leads the Quorban Institute. Ivo Lastra is a farmer. "


def quoted(text: str) -> list[str]:
    return [one.value for one in mentions(text, "quote") if one.direct]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A curly mark closed by a straight one, and the other way round.
        ('Venn said there was “no proof at all" of a leak.', ["no proof at all"]),
        ('Venn said there was "no proof at all” of a leak.', ["no proof at all"]),
        # A closing mark that opens.
        ("”We are late,” Venn said.", ["We are late,"]),
        # A sentence within a quote that is marked again is no second quote.
        ("“We are late. “And the dam is old,” Venn said.", ["We are late. “And the dam is old,"]),
        # A quote within a quote.
        ('"He told me it was “a wreck” and left," Venn said.', ["He told me it was “a wreck” and left,"]),
        ('“He told me it was "a wreck" and left,” Venn said.', ['He told me it was "a wreck" and left,']),
        # A mark that was forgotten: the quote ends where somebody says it.
        ("“We are late, Venn said. “The dam is old.”", ["We are late,", "The dam is old."]),
        # Two apostrophes for a mark.
        ("''We are late,'' Venn said.", ["We are late,"]),
        # Inches are no marks.
        ("The gap is 6'3\" wide, and “we are late,” Venn said.", ["we are late,"]),
    ],
)
def test_marks_are_read_by_what_stands_beside_them(text: str, found: list[str]) -> None:
    assert quoted(NAMED + text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Lena “Red” Orlov was there.",
        "Venn spoke on the show “Morning With Dag.”",
        "Venn read the novel “The Golden Dam.”",
        "(“CROSSTALK.”)",
    ],
)
def test_nicknames_and_titles_are_not_said(text: str) -> None:
    assert quoted(NAMED + text) == []


def test_a_nickname_beside_a_verb_of_saying_is_not_what_is_said() -> None:
    found = mentions(NAMED + "Venn met Lena “Red” Orlov and said the dam was closed.", "quote")
    assert [(one.value, one.direct) for one in found] == [("the dam was closed", False)]


def test_a_title_in_quotation_marks_is_said_where_somebody_says_it() -> None:
    assert quoted(NAMED + "“Build The Dam,” Venn said.") == ["Build The Dam,"]
    assert quoted(NAMED + "Venn called him “Old Flood.”") == ["Old Flood."]


def test_a_quote_goes_on_where_the_next_paragraph_is_opened_again() -> None:
    text = NAMED + "“We are late,” Venn said. “The dam is old.\n\n“And it leaks.”\n\nIt rained."
    found = [one for one in mentions(text, "quote") if one.direct]
    assert [one.value for one in found] == ["We are late,", "The dam is old.", "And it leaks."]
    assert {one.speaker for one in found} == {"Orla Venn"}
