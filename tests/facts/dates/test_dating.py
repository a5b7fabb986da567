"""Two dates meet where they can be one; what cannot be said is not said."""

from __future__ import annotations

from datetime import date

import pytest

from tuireader.facts.dates.dating import bounds, meets
from tuireader.facts.dates.finding import Date


def one(value: str, resolved: str | None = None, *, leaning: bool = False) -> Date:
    return Date(0, 1, value, resolved, leaning=leaning)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (("XXXX-03-11",), ("XXXX-03-11",), True),
        (("XXXX-03-11",), ("XXXX-03-12",), False),
        (("XXXX-03",), ("XXXX-03-11",), True),
        (("XXXX-04",), ("XXXX-03-11",), False),
        (("2024-03-11",), ("XXXX-03-11",), True),
        (("2024",), ("XXXX-03-11",), None),
        (("2024", "2024"), ("XXXX-03-11", "2024-03-11"), True),
        (("2023", "2023"), ("XXXX-03-11", "2024-03-11"), False),
        (("2024-Q1",), ("2024-03",), True),
        (("2024-Q1",), ("2024-04-01",), False),
        (("2024-SU",), ("2024-07-14",), True),
        (("199X",), ("1995-06",), True),
        (("199X",), ("2001",), False),
        (("XXXX-WXX-1",), ("XXXX-WXX-1",), True),
        (("XXXX-WXX-1",), ("XXXX-WXX-2",), False),
        (("XXXX-WXX-1",), ("XXXX-WXX-1TMO",), True),
        (("XXXX-WXX-1",), ("XXXX-03-11",), None),
        (("XXXX-WXX-1", "2024-03-11"), ("XXXX-03-11", "2024-03-11"), True),
        (("XXXX-WXX-1", "2024-03-11"), ("XXXX-03-12", "2024-03-12"), False),
        (("XXXX-WXX", "2024-W11"), ("XXXX-03-12", "2024-03-12"), True),
        # "Last month", "today", "a year ago": equal words, and nothing is known of either.
        (("XXXX-XX",), ("XXXX-XX",), None),
        (("XXXX-XX-XX",), ("XXXX-XX-XX",), None),
        (("XXXX",), ("XXXX",), None),
        (("XXXX-WXX",), ("XXXX-WXX",), None),
        (("XXXX-QX",), ("XXXX-QX",), None),
        (("XXXX-XX", "2024-02"), ("XXXX-XX", "2024-02"), True),
        # "Monday" of two days of publication: two Mondays, or a tense misread.
        (("XXXX-WXX-1", "2024-03-11"), ("XXXX-WXX-1", "2024-03-18"), None),
        (("PRESENT_REF",), ("PRESENT_REF",), None),
        (("PAST_REF",), ("2024",), None),
        (("T14:00",), ("T14:00",), True),
        (("T14:00",), ("T15:00",), None),
    ],
)
def test_meeting(mine: tuple[str, ...], theirs: tuple[str, ...], said: bool | None) -> None:
    assert meets(one(*mine), one(*theirs)) is said
    assert meets(one(*theirs), one(*mine)) is said


def test_two_dates_told_from_others_are_not_held_against_each_other() -> None:
    assert meets(one("XXXX-03-11", leaning=True), one("XXXX-03-14", leaning=True)) is None
    assert meets(one("XXXX-03-11", leaning=True), one("XXXX-03-14")) is False


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024-W01", date(2024, 1, 1), date(2024, 1, 7)),
        ("2024-W01-WE", date(2024, 1, 6), date(2024, 1, 7)),
        ("2024-05-14TMO", date(2024, 5, 14), date(2024, 5, 14)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
    ],
)
def test_bounds(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-03-11", "2024-02-30", "2024-13", "T14:00", "PAST_REF", "", "2024-W60"])
def test_no_bounds(value: str) -> None:
    assert bounds(value) is None
