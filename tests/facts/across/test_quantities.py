"""Numbers of two articles: when they are one thing, when they differ, when they are left alone."""

from __future__ import annotations

import pytest

from tests.facts.building import across, article
from tuireader.facts.quantities.currencies import one_currency
from tuireader.facts.quantities.fates import fate
from tuireader.facts.quantities.values import agreeable
from tuireader.facts.reading import read

ONE = "The harbour board of Teld met on Monday to talk about money. "
OTHER = "Members of the board in Teld gathered early in the week. "


def verdicts(one: str, other: str) -> list[tuple[str, list[str]]]:
    """Verdict and values of the facts about quantities."""
    return [
        (fact.verdict, [value.value for value in fact.values])
        for fact in across(ONE + one, OTHER + other)
        if fact.kind == "quantity"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dredger cost $3.1 billion.", "For the ship they had paid $3.1bn in the end."),
        ("Of the pilots, 28 percent voted no.", "Against it were twenty-eight per cent."),
        ("A storm left 2,300 families homeless.", "Homes of 2,300 households were lost."),
        ("The pier is 412 metres long.", "Nobody likes the jetty, all 412 m of it."),
        ("It cost NOK 412 million.", "They paid 412 million kroner."),
    ],
)
def test_equal_values_that_come_once_agree_in_any_words(one: str, other: str) -> None:
    assert [verdict for verdict, _ in verdicts(one, other)] == ["agree"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three men were seen.", "Three paintings were gone."),
        ("Ten days passed.", "The crane lifts ten tonnes."),
        ("Two clerks resigned.", "Two gulls sat there."),
    ],
)
def test_small_numbers_of_different_things_are_left_alone(one: str, other: str) -> None:
    assert {verdict for verdict, _ in verdicts(one, other)} == {"only"}


def test_a_value_that_comes_twice_needs_more() -> None:
    twice = "Of the pilots, 28 percent voted no. Fish prices fell by 28 percent."
    assert "agree" not in {verdict for verdict, _ in verdicts(twice, "Wages rose 28 percent.")}


@pytest.mark.parametrize(
    ("text", "became"),
    [
        ("The blast killed 34 people.", "dead"),
        ("At least 34 people died in it.", "dead"),
        ("The death toll rose to 34.", "dead"),
        ("It left 34 people dead.", "dead"),
        ("The flood claimed 34 lives.", "dead"),
        ("Some 34 passengers were hurt.", "injured"),
        ("A blast injured 34 people.", "injured"),
        ("Police say 34 people are missing.", "missing"),
        ("Police arrested 34 people.", "arrested"),
        ("Some 34 people voted.", None),
        ("The blast damaged 34 houses.", None),
        ("They lost $34 when he died.", None),
    ],
)
def test_what_became_of_people(text: str, became: str | None) -> None:
    (reading,) = read([article(text)])
    assert fate(reading.document, reading.quantities[0]) == became


def test_of_two_fates_the_nearer_counts() -> None:
    (reading,) = read([article("The blast killed 34 people and injured 60 others.")])
    assert [fate(reading.document, one) for one in reading.quantities] == ["dead", "injured"]


TOLL = "Rescue teams searched the harbour of Teld all night after the ferry sank on Monday. "


def test_tolls_differ_in_other_words() -> None:
    one = TOLL + "The ferry disaster killed at least 34 people, the coast guard said."
    other = "The ferry disaster in the harbour of Teld left 40 people dead, the coast guard said. Teams searched on."
    found = [fact for fact in across(one, other) if fact.kind == "quantity"]
    assert [(fact.verdict, fact.compatible) for fact in found] == [("differ", True)]
    assert "34" in found[0].why and "40" in found[0].why


def test_the_dead_are_not_held_against_the_injured() -> None:
    one = TOLL + "The ferry disaster killed 34 people, the coast guard said."
    other = TOLL + "The ferry disaster injured 60 people, the coast guard said."
    assert {fact.verdict for fact in across(one, other) if fact.kind == "quantity"} == {"only"}


def test_dozens_differ_from_no_number() -> None:
    one = TOLL + "The ferry disaster killed dozens of people, the coast guard said."
    other = "The ferry disaster in the harbour of Teld left 41 people dead, the coast guard said. Teams searched on."
    assert "differ" not in {fact.verdict for fact in across(one, other) if fact.kind == "quantity"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("USD", "USD", True),
        ("franc", "CHF", True),
        ("CHF", "franc", True),
        ("crown", "NOK", True),
        ("krone", "crown", True),
        ("krone", "DKK", True),
        ("franc", "USD", False),
        ("USD", "EUR", False),
    ],
)
def test_names_of_money_and_codes(one: str, other: str, same: bool) -> None:
    assert one_currency(one, other) is same


def test_what_the_headline_says_again_still_agrees() -> None:
    one = "Floods kill 17 in Teld\n\nFloods killed 17 people in the valley of Teld, the mayor of the town wrote.\n"
    other = "Seventeen people died there on the night, when the Sarno became as wide as a lake.\n"
    found = [fact for fact in across(one, other) if fact.kind == "quantity"]
    assert [(fact.verdict, len(fact.articles)) for fact in found if "17" in fact.why] == [("agree", 2)]


def test_a_toll_that_grew_is_flagged_in_other_words() -> None:
    one = "Floods killed 17 people in the valley of Teld, the mayor wrote.\n"
    other = "The death toll of the floods in Teld climbed to 23 on Saturday, as angry farmers booed the mayor.\n"
    found = [fact for fact in across(one, other) if fact.kind == "quantity" and fact.verdict == "differ"]
    assert [[value.value for value in fact.values] for fact in found] == [["17", "23"]]


def test_two_amounts_that_could_be_either_are_left_alone() -> None:
    one = "The harbour board paid $1.2 billion for cranes and $1.3 billion for the pier."
    other = "In Teld the board gave $1.25 billion for something else."
    assert "differ" not in {fact.verdict for fact in across(one, other) if fact.kind == "quantity"}


@pytest.mark.parametrize(
    ("fine", "coarse", "fit"),
    [
        ("4,712 troops", "4,700 troops", True),
        ("4,800 troops", "4,700 troops", False),
        ("$1.26 billion", "$1.3 billion", True),
        ("$1.26 billion", "$1.4 billion", False),
    ],
)
def test_a_number_and_the_same_rounded_can_both_be_true(fine: str, coarse: str, fit: bool) -> None:
    (one,), (other,) = (read([article(f"They counted {text} there.")])[0].quantities for text in (fine, coarse))
    assert agreeable(one, other) is fit
    assert agreeable(other, one) is fit


def test_an_article_with_both_numbers_is_held_against_neither() -> None:
    both = "Some 4,712 troops of Teld crossed the Quorb river. Later 4,720 troops of Teld crossed the Quorb river."
    first = "On Monday 4,712 troops of Teld crossed the wide Quorb river."
    second = "In all 4,720 troops of Teld crossed the wide Quorb river near Lastra."
    found = [fact for fact in across(both, first, second) if fact.kind == "quantity"]
    assert [fact.verdict for fact in found] == ["agree", "agree"]


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        (
            "In Orra the river rose 2 metres in a day, the mayor said.",
            "Orra's mayor said the river rose by 3 metres.",
            "rise: river",
        ),
        ("The Lomna fell by 2 metres.", "The Lomna fell by 3 metres.", "fall: Lomna"),
        ("Floods: river up 2 metres", "Floods: river up 3 metres", "rise: river"),
        (
            "The temperature in Orra fell by 4 degrees.",
            "The temperature in Orra fell by 9 degrees.",
            "fall: temperature in Orra",
        ),
        ("The tower is 90 metres high.", "The tower is 95 metres high.", "height: tower"),
        ("The town is led by a mayor of 2 metres.", "The town is led by a mayor of 3 metres.", "length: town led"),
    ],
)
def test_what_rises_or_falls_is_named_by_that_and_a_length_by_its_dimension(one: str, other: str, key: str) -> None:
    assert [fact.key for fact in across(one, other) if fact.kind == "quantity"] == [key]


def test_of_more_than_two_values_the_rule_does_not_say_both() -> None:
    found = across(*(f"The Teld mission has {troops} troops." for troops in ("around 4,700", "over 4,600", "4,750")))
    said = [fact.why for fact in found if fact.kind == "quantity" and fact.verdict == "differ"]
    assert said and all("all can be true" in why for why in said)
