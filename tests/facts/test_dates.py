"""Dates keep what the text leaves open, and are resolved only against another date."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions

THURSDAY = "2024-05-16"


@pytest.mark.parametrize(
    ("text", "value", "resolved"),
    [
        ("The vote is on March 11.", "XXXX-03-11", "2024-03-11"),
        ("The vote was on 11 March 2019.", "2019-03-11", "2019-03-11"),
        ("It began in June 2021.", "2021-06", "2021-06"),
        ("It began in 1998.", "1998", "1998"),
        ("They met on Monday.", "XXXX-WXX-1", "2024-05-13"),
        ("They met on Thursday.", "XXXX-WXX-4", "2024-05-16"),
        ("They will meet on Monday.", "XXXX-WXX-1", "2024-05-20"),
        ("They met on Monday morning.", "XXXX-WXX-1TMO", "2024-05-13TMO"),
        ("They met yesterday.", "XXXX-XX-XX", "2024-05-15"),
        ("They met three days ago.", "XXXX-XX-XX", "2024-05-13"),
        ("They met last week.", "XXXX-WXX", "2024-W19"),
        ("They met last year.", "XXXX", "2023"),
        ("They met last month.", "XXXX-XX", "2024-04"),
        ("It was built in the 1990s.", "199X", "199X"),
        ("Sales fell in the second quarter of 2023.", "2023-Q2", "2023-Q2"),
        ("It happened last summer.", "XXXX-SU", "2023-SU"),
        ("The hearing is at 2 p.m. in Oslo.", "T14:00", None),
        ("The paper is dated 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("Friday, March 13, was cold.", "XXXX-03-13", "2024-03-13"),
    ],
)
def test_values(text: str, value: str, resolved: str | None) -> None:
    found = mentions(text, "date", THURSDAY)
    assert [(mention.value, mention.resolved) for mention in found] == [(value, resolved)]
    assert [mention.resolved for mention in mentions(text, "date")] == [value if resolved == value else None]


def test_a_date_told_from_the_one_before() -> None:
    found = mentions("The queen comes on March 11. A day earlier, she visits Oslo.", "date")
    assert [mention.value for mention in found] == ["XXXX-03-11", "XXXX-03-10"]


@pytest.mark.parametrize(
    "text",
    [
        "May I come in? They may march on.",
        "The march went on, and Mark Sun paid 2,000 dollars.",
        "He told Drell Today that 2000 people came.",
        "It cost $1999 and weighed 2010 pounds.",
    ],
)
def test_no_dates(text: str) -> None:
    assert mentions(text, "date") == []
