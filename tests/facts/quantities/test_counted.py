"""What a number counts, how sure the text is of it, and whose it is."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions
from tuireader.facts.quantities.approximations import bounds
from tuireader.facts.quantities.measures import unit
from tuireader.facts.quantities.numbers import find


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It sent 4,700 Drell-led peacekeeping troops.", "troops"),
        ("Some 300 mostly young people left.", "people"),
        ("Nearly 1,500 coal- and gas-fired power plants closed.", "plants"),
        ("Two young, armed men came.", "men"),
        ("Four plain-clothes port officers came.", "officers"),
        ("Six women's groups came.", "groups"),
        ("Two-thirds of the voters agreed.", "voters"),
        ("Half of the party's supporters agreed.", "supporters"),
        ("Dozens of coal-fired power plants closed.", "plants"),
        ("Hundreds of thousands of people fled.", "people"),
        ("One in five voters agreed.", "voters"),
        ("One recent attempt was made.", "attempt"),
        ("They have 5,000 or so members.", "members"),
        ("They have 20-plus homes there.", "homes"),
        ("Between 10 and 12 people came.", "people"),
        ("A 120-seat assembly met.", "seat"),
        ("Her ten-point plan failed.", "point"),
        ("Nearly 90 faculty and staff left.", "faculty"),
        ("They killed 12 and left.", None),
        ("Two of his aides left.", "aides"),
        ("Two former deliverymen sued.", "deliverymen"),
    ],
)
def test_the_noun_is_found_through_adjectives(text: str, counted: str | None) -> None:
    assert [one.counted for one in mentions(text, "quantity")] == [counted]


def test_a_bare_number_counts_what_the_one_before_counted() -> None:
    text = "The court has 10 judges rather than 11. Six were named by the mayor."
    assert [(one.number, one.counted) for one in mentions(text, "quantity")] == [
        (10, "judges"),
        (11, "judges"),
        (6, "judges"),
    ]


@pytest.mark.parametrize(
    ("text", "approx", "low", "high"),
    [
        ("around 100 homes", "around", 95, 105),
        ("100 or so homes", "around", 95, 105),
        ("more than 100 homes", "more than", 100, 120),
        ("100 or more homes", "at least", 100, 120),
        ("100-plus homes", "at least", 100, 120),
        ("at least 100 homes", "at least", 100, 120),
        ("up to 100 homes", "up to", 80, 100),
        ("fewer than 100 homes", "fewer than", 80, 100),
        ("100 or fewer homes", "at most", 80, 100),
        ("nearly 100 homes", "nearly", 90, 100),
        ("100 homes", None, 100, 100),
    ],
)
def test_how_sure_the_text_is(text: str, approx: str | None, low: float, high: float) -> None:
    found = mentions(f"They lost {text} in the flood.", "quantity")
    assert [(one.number, one.counted, one.approx) for one in found] == [(100, "homes", approx)]
    assert bounds(100, approx) == pytest.approx((low, high))


def test_over_is_a_duration_where_it_does_not_say_how_long() -> None:
    text = "It will cost $3 million over 10 years. It lasted for over 10 years."
    assert [one.approx for one in mentions(text, "quantity")] == [None, None, "over"]


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("5 km away", "km", " away"),
        ("5 sq. ft. of it", "foot2", " of it"),
        ("5 square metres", "m2", ""),
        ("5 cubic yards", "yard3", ""),
        ("5 metric tons", "t", ""),
        ("5 metric guitars", None, ""),
        ("5 square tables", None, ""),
        ("5 fluid ounces", "fl-oz", ""),
        ("5 SEC officials", None, ""),
        ("5 in the end", None, ""),
        ("5 m high", "m", " high"),
        ("5 L-shaped rooms", None, ""),
        ("5 [kg] of it", "kg", " of it"),
        ("5 second chances", None, ""),
        ("5 seconds", "second", ""),
        ('5" pipe', "inch", " pipe"),
        ("5% of it", None, ""),
    ],
)
def test_units_end_where_they_end(text: str, name: str | None, rest: str) -> None:
    number = next(find(text, 0, len(text)))
    found = unit(text, number, len(text))
    assert (found.name if found else None) == name
    assert found is None or text[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Orla Venn's three daughters came.", ["Orla Venn"]),
        ("Norway sent 250 soldiers.", ["Norway"]),
        ("Sweden, which has 60 soldiers there, agreed.", ["Sweden"]),
        ("A quarter of Orla Venn's voters left.", ["Orla Venn"]),
        ("Orla Venn said 300 people left.", [None]),
        ("Orla Venn met two ministers.", [None]),
        ("Orla Venn paid $5 million.", ["Orla Venn"]),
        ("Orla Venn's wife paid $5,000.", [None]),
        ("Orla Venn's campaign raised $5 million.", ["Orla Venn"]),
        ("Orla Venn leads Ivo Lastra 46 percent to 42 percent.", ["Orla Venn", "Ivo Lastra"]),
        ("Orla Venn beat Ivo Lastra in the vote, winning 40 seats.", ["Orla Venn"]),
        ("Orla Venn spoke of Ivo Lastra and of the two men.", [None]),
        ("Norway fell 3 percent in the poll.", ["Norway"]),
        ("The bank cut growth by 0.2 percentage points from Norway's last guess.", [None]),
    ],
)
def test_whose_it_is(text: str, holders: list[str | None]) -> None:
    story = f"Mayor Orla Venn met Mayor Ivo Lastra. {text}"
    assert [one.holder for one in mentions(story, "quantity")] == holders
