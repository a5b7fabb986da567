"""The language of queries: what is read out of them, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.search.query import ALIASES, FIELDS, at_end, near, parse

PIECES = st.sampled_from(
    [
        "kfor",
        "-",
        "--",
        '"',
        "“",
        "who:",
        "who:osm",
        'who:"a b',
        "wo:x",
        "in:1,2",
        ":",
        "a:b:c",
        "\x1b[31m",
        "é",
        " ",
        "-who:x",
    ]
)


def told(query: str) -> list[tuple[str, str, bool, bool]]:
    return [(each.field, each.text, each.exact, each.excluded) for each in parse(query).clauses]


@pytest.mark.parametrize(
    ("query", "clauses"),
    [
        ("ferry wreck", [("", "ferry", False, False), ("", "wreck", False, False)]),
        ('"off Marrow Point" wreck', [("", "off Marrow Point", True, False), ("", "wreck", False, False)]),
        ("“off the Point", [("", "off the Point", True, False)]),
        ("ferry -wreck", [("", "ferry", False, False), ("", "wreck", False, True)]),
        ("Serb-majority", [("", "Serb-majority", False, False)]),
        ("who:osmani", [("who", "osmani", False, False)]),
        ("WHO:Osmani", [("who", "Osmani", False, False)]),
        ('-who:"vjosa osmani"', [("who", "vjosa osmani", True, True)]),
        ("by:rutte", [("said", "rutte", False, False)]),
        ("in:001,003", [("in", "001,003", False, False)]),
        ("who:", [("who", "", False, False)]),
        ("Kosovo: history", [("", "Kosovo", False, False), ("", "history", False, False)]),
        ("at 12:30", [("", "at", False, False), ("", "12:30", False, False)]),
        ("https://example.org", [("", "https://example.org", False, False)]),
        ("wo:osmani", [("", "osmani", False, False)]),
        ("zzz:osmani", [("", "zzz osmani", False, False)]),
        ("-", [("", "-", False, False)]),
        ("", []),
    ],
)
def test_what_is_read(query: str, clauses: list[tuple[str, str, bool, bool]]) -> None:
    assert told(query) == clauses


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("wo:osmani", "there is no wo:; did you mean who:?"),
        ("ferry quot:x", "there is no quot:; did you mean quote:?"),
        ("whre:x", "there is no whre:; did you mean where:?"),
        ("qqqq:x", "there is no qqqq:; there are in: title: quote: who: said: where: when: fact: note: tag:"),
    ],
)
def test_a_field_that_there_is_not_is_told_with_the_nearest(query: str, said: str) -> None:
    assert [str(each) for each in parse(query).wrong] == [said]


@pytest.mark.parametrize("query", ["who:x", "Kosovo: history", "Kosovo:", "12:30", "http://x"])
def test_what_is_no_mistake_is_not_told(query: str) -> None:
    assert not parse(query).wrong


def test_what_may_go_on_is_open() -> None:
    assert [each.open for each in parse("ferry wre").clauses] == [False, True]
    assert not parse("ferry ").clauses[0].open
    assert parse('"off Marr').clauses[0].open and not parse('"off Marrow"').clauses[0].open
    assert at_end("ferry who:os") == parse("ferry who:os").clauses[1]
    assert at_end("who:os ") is None and at_end("") is None


def test_every_field_and_alias_is_found() -> None:
    for name in FIELDS:
        assert parse(f"{name}:x").clauses[0].field == name and near(name) == name
    for name, meant in ALIASES.items():
        assert meant in FIELDS and parse(f"{name}:x").clauses[0].field == meant


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_any_query_is_read_and_its_pieces_are_those_of_the_query(query: str) -> None:
    read = parse(query)
    reached = 0
    for clause in read.clauses:
        assert reached <= clause.start < clause.end <= len(query)
        reached = clause.end
        assert clause.field in {"", *FIELDS}
        assert clause.text or clause.field
        assert all(part in query for part in clause.text.split(" ") if not clause.field)
    assert all(str(wrong).startswith("there is no ") for wrong in read.wrong)
