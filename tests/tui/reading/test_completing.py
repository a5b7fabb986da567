from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Span
from tuireader.search import FieldLabels, Label
from tuireader.tui.reading.completing import choices, rest

AT = Span("a", 0, 1)
LABELS = FieldLabels(
    [
        Label("who", AT, "Ilse Verhoeve harbour master", "Ilse Verhoeve"),
        Label("who", Span("a", 4, 5), "Ilse Verhoeve harbour master", "Ilse Verhoeve"),
        Label("who", AT, "Žofie Müllerová", "Žofie Müllerová"),
        Label("when", AT, "11 March 2025", "2025-03-11"),
        Label("tag", AT, "weather", "weather"),
    ],
    ("who", "said"),
)


@pytest.mark.parametrize(
    ("query", "more"),
    [
        ("who:ver", "hoeve"),
        ("ferry who:il", "se"),
        ("who:mull", "erová"),
        ("who:verhoeve", ""),
        ("who:ver ", ""),
        ("who:", ""),
        ("who:zzz", ""),
        ("said:ver", ""),
        ("where:ver", ""),
        ("tit", "le:"),
        ("who", ":"),
        ("in", ":"),
        ("whe", ""),
        ("ti", ""),
        ("ferry", ""),
        ("", ""),
    ],
)
def test_how_a_query_may_go_on(query: str, more: str) -> None:
    assert rest(query, LABELS) == more


def test_a_field_without_a_value_offers_those_that_find_most() -> None:
    assert choices("ferry who:", LABELS) == ['ferry who:"Ilse Verhoeve"', 'ferry who:"Žofie Müllerová"']
    assert choices("tag:", LABELS) == ["tag:weather"]
    assert choices("who:x", LABELS) == choices("where:", LABELS) == choices("", LABELS) == []


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["who:", "il", '"', " ", "-", "é", "tit"]) | st.text(max_size=3), max_size=6).map("".join)
)
def test_any_query_can_be_asked(query: str) -> None:
    more = rest(query, LABELS)
    assert "\n" not in more and not more.startswith(" ")
    assert all(isinstance(each, str) for each in choices(query, LABELS))
