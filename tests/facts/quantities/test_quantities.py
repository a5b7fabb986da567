"""Numbers with unit, approximation, counted noun and holder."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions
from tuireader.facts.quantities.approximations import bounds
from tuireader.facts.quantities.numbers import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,700", 4700), ("1.5 million", 1.5e6), ("twenty-six", 26), ("two hundred and three", 203),
        ("three and a half", 3.5), ("two-thirds", 2 / 3), ("half a million", 5e5), ("a dozen", 12), ("3 1/4", 3.25),
        ("five point two", 5.2), ("10k", 10_000), ("minus four", -4), ("¾", 0.75), ("2.5e3", 2500),
        ("four thousand three hundred and twenty-one", 4321), ("3 million and a half", 3.5e6),
    ],
)  # fmt: skip
def test_values_of_numbers(text: str, value: float) -> None:
    found = list(find(text, 0, len(text)))
    assert len(found) == 1
    assert found[0].value == pytest.approx(value)
    assert (found[0].start, found[0].end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Around 4,700 soldiers are in the north.", ("4,700 soldiers", 4700, None, "soldiers", "around")),
        ("It rose by 3.5 percent.", ("3.5 percent", 3.5, "percent", None, None)),
        ("It rose by 3 percentage points.", ("3 percentage points", 3, "percentage points", None, None)),
        ("They paid more than $2.5 million.", ("$2.5 million", 2.5e6, "USD", None, "more than")),
        ("They paid 40 Swiss francs.", ("40 Swiss francs", 40, "CHF", None, None)),
        ("They paid €3bn for it.", ("€3bn", 3e9, "EUR", None, None)),
        ("The road is 17 km long.", ("17 km", 17, "km", None, None)),
        ("It has 190,000 square metres.", ("190,000 square metres", 190_000, "m2", None, None)),
        ("A 76-year-old man fell.", ("76-year-old", 76, "year", None, None)),
        ("The talks took up to six hours.", ("six hours", 6, "hour", None, "up to")),
        ("She won by 134 to 63 in the end.", ("134 to 63", 134, "score", None, None)),
        ("The court gave him 46 to 57 months.", ("46 to 57 months", 57, "month", None, None)),
        ("It was her eighth term as head.", ("eighth term", 8, None, "term", None)),
        ("The 120-seat assembly met.", ("120-seat", 120, None, "seat", None)),
        ("Dozens of homes burned.", ("Dozens of homes", 24, None, "homes", "about")),
        ("He weighs 200 pounds.", ("200 pounds", 200, "lb", None, None)),
        ("He paid 200 pounds in fees.", ("200 pounds", 200, "GBP", None, None)),
    ],
)
def test_quantities(text: str, expected: tuple[str, float, str | None, str | None, str | None]) -> None:
    found = mentions(text, "quantity")
    assert [(one.text, one.number, one.unit, one.counted, one.approx) for one in found] == [expected]


@pytest.mark.parametrize(
    "text", ["Article 5 binds them all.", "COVID-19 came back.", "See https://drell.org/a20%25b now."]
)
def test_labels_are_no_quantities(text: str) -> None:
    assert mentions(text, "quantity") == []


def test_intervals() -> None:
    assert bounds(4700, "around") == (4465, 4935)
    assert bounds(4600, "over") == (4600, 5520)
    assert bounds(100, "up to") == (80, 100)
    assert bounds(100, None) == (100, 100)


def test_holders() -> None:
    text = (
        "The Quorban Guard (QG) patrols the valley. Around 900 soldiers are part of the guard, with Norway sending "
        "the largest contingent of 250 soldiers, while Sweden has 60 soldiers there."
    )
    assert [one.holder for one in mentions(text, "quantity")][1:] == ["Norway", "Sweden"]


def test_ages_belong_to_the_name_beside_them() -> None:
    found = mentions("Orla Venn, 47, met the 62-year-old Ivo Lastra in Oslo.", "quantity")
    assert [(one.number, one.holder) for one in found] == [(47, "Orla Venn"), (62, "Ivo Lastra")]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Orla Venn led the run-off on Sunday with 52.4 percent of the vote.", "Orla Venn"),
        ("In the first round Orla Venn finished second with 31 votes.", "Orla Venn"),
        ("Orla Venn left Teld on Sunday with 31 friends.", None),
    ],
)
def test_who_came_where_in_a_vote(text: str, holder: str | None) -> None:
    found = mentions(f"Orla Venn, 50, is a judge. {text}", "quantity")
    assert found[-1].holder == holder


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("They have 61 votes in the 120-seat assembly.", ["assembly", "assembly"]),
        ("She won 40 seats in the Drell Parliament.", ["Drell Parliament"]),
        ("A bus with 40 seats in good order came.", [None]),
    ],
)
def test_the_chamber_has_the_seats(text: str, holders: list[str | None]) -> None:
    assert [one.holder for one in mentions(text, "quantity")] == holders


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("They paid 14m euros for it.", 14e6, "EUR"),
        ("It cost 3m pounds.", 3e6, "GBP"),
        ("It is a 14m-euro plan.", 14e6, "EUR"),
        ("The wall is 14m long.", 14, "m"),
    ],
)
def test_millions_of_money_are_no_metres(text: str, number: float, unit: str) -> None:
    (found,) = mentions(text, "quantity")
    assert (found.number, found.unit) == (number, unit)


def test_a_colour_for_a_terminal_counts_nothing() -> None:
    assert mentions("The gulls \x1b[31mcame\x1b[0m back to the pier.", "quantity") == []
