"""Facts as CSV: what a spreadsheet reads, and what it must not calculate."""

from __future__ import annotations

import csv as reader
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.bridge import index_of, known_facts, three
from tuireader.article import Span
from tuireader.facts import Fact, Facts, FactValue
from tuireader.report import csv


def rows(data: bytes) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_one_row_a_value_under_named_columns() -> None:
    articles = three()
    known = known_facts(articles)
    found = rows(csv.facts(known, index_of(known, articles)))
    assert len(found) == sum(len(fact.values) for fact in known.facts)
    assert tuple(found[0]) == csv.FACTS
    first = known.facts[0].values[0]
    assert found[0] == {
        "fact": "1",
        "verdict": "differ",
        "kind": "quantity",
        "key": "cars on the bridge",
        "article": "north",
        "start": str(first.span.start),
        "end": str(first.span.end),
        "text": "Around 4,000 cars",
        "value": "~4000",
        "wording": "1",
        "compatible": "true",
        "why": "~4000 against >4200; both can be true",
        "unit": "cars",
    }
    assert [row["unit"] for row in found[3:]] == [""] * (len(found) - 3), "no number, or none of a unit"
    assert {row["compatible"] for row in found[3:]} == {""}


def test_lines_end_as_rfc_4180_says_and_text_is_utf_8() -> None:
    articles = three()
    known = known_facts(articles)
    data = csv.facts(known, index_of(known, articles))
    assert data.count(b"\n") == data.count(b"\r\n") == len(rows(data)) + 1
    assert "Vesterå".encode() in data


def test_the_timeline_has_a_row_a_moment() -> None:
    articles = three()
    known = known_facts(articles)
    found = rows(csv.moments(known, index_of(known, articles)))
    assert tuple(found[0]) == csv.MOMENTS
    assert [row["date"] for row in found] == ["2022", "XXXX-05-03", "XXXX-05-03"]
    assert found[1]["dated"] == "3 May" and found[1]["known"] == "false" and found[1]["status"] == "planned"


def test_without_facts_there_are_only_the_names_of_the_columns() -> None:
    assert csv.facts(Facts(), index_of(Facts(), [])) == (",".join(csv.FACTS) + "\r\n").encode()


@given(st.text(max_size=30), st.sampled_from(["", "=", "+", "-", "@", "\t=", "\n+", " @", "＝", "\x1b[2J="]))
@settings(max_examples=100, deadline=None)
def test_no_cell_begins_a_formula_or_steers_a_terminal(text: str, before: str) -> None:
    said = before + text
    fact = Fact(1, "event", said, "only", (FactValue(Span(said, 0, 1), said, said, 1),), why=said)
    data = csv.facts(Facts((), (fact,)), index_of(Facts(), []))
    (row,) = rows(data)
    for name in ("key", "article", "text", "value", "why"):
        assert not row[name].lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert "\x1b" not in row[name] and "\n" not in row[name] and "\r" not in row[name]
