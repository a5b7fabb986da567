"""Who an article says it has it from."""

from __future__ import annotations

import time

import pytest

from tests.facts.building import across, article, mentions
from tuireader import facts
from tuireader.facts.sourcing.outlets import is_outlet


def sources(text: str) -> list[tuple[str, str | None]]:
    return [(one.value, one.source_kind) for one in mentions(text, "sourcing")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Drell Radio has learned from two diplomats that the dam broke.",
            [("Drell Radio", "agency"), ("two diplomats", "unnamed")],
        ),
        (
            "It was obtained by Drell Radio from diplomatic sources.",
            [("Drell Radio", "agency"), ("diplomatic sources", "unnamed")],
        ),
        (
            "The dam broke, three officials familiar with the matter told Reuters.",
            [("three officials familiar with the matter", "unnamed"), ("Reuters", "agency")],
        ),
        ("The dam broke, said an official who spoke on condition of anonymity.", [("official", "unnamed")]),
        ("The dam broke, an aide who asked not to be named said.", [("aide", "unnamed")]),
        ("The dam broke, sources said.", [("sources", "unnamed")]),
        (
            "The dam broke on Friday, two people briefed on the case said.",
            [("two people briefed on the case", "unnamed")],
        ),
        ("The dam broke, according to people close to the mayor.", [("people close to the mayor", "unnamed")]),
        ("The dam broke, citing a person familiar with the plan.", [("person familiar with the plan", "unnamed")]),
        (
            "Documents obtained by the Drell Herald show the dam broke.",
            [("Documents obtained by the Drell Herald", "document")],
        ),
        ("According to early results, the dam party won.", [("early results", "document")]),
        ("A new survey found that the dam party won.", [("new survey", "document")]),
        ("Orla Venn said in a statement that the dam broke.", [("statement of Orla Venn", "document")]),
        ("“We are late,” Venn said in an interview with the Drell Herald.", [("Drell Herald", "agency")]),
        ("The leak was first reported by the Drell Herald.", [("Drell Herald", "agency")]),
        ("The Drell Herald reported that the dam broke.", [("Drell Herald", "agency")]),
        ("The dam broke, the state news agency said.", [("state news agency", "agency")]),
        ("The dam broke on Friday. (AP)", [("AP", "agency")]),
        ("The dam broke. Ana Orlov and Reuters contributed to this report.", [("Reuters", "agency")]),
        ("The dam broke, according to the ministry.", [("ministry", "named")]),
    ],
)
def test_sources(text: str, found: list[tuple[str, str | None]]) -> None:
    assert sources(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn said that the dam broke.",
        "“We are late,” Orla Venn said.",
        "“We are late,” according to Orla Venn.",
        "According to plan, they left.",
        "The mayor cited his health and the rain.",
        "Venn read a Drell Herald report on the dam.",
        "Venn told the farmers that the dam broke.",
        "The sources of the river lie in the hills.",
    ],
)
def test_what_is_no_source(text: str) -> None:
    assert sources(text) == []


def test_articles_that_rest_on_one_source_agree() -> None:
    found = across(
        "Drell Radio has learned from diplomatic sources that the dam broke.",
        "The dam broke, sources close to the mayor said. This was obtained by Drell Radio from diplomatic sources.",
        "The dam broke, the Vorn Herald reported.",
    )
    sourcing = {fact.key: fact for fact in found if fact.kind == "sourcing"}
    assert sourcing["Drell Radio"].verdict == "agree"
    assert sourcing["Drell Radio"].articles == ("a", "b")
    assert sourcing["diplomatic sources"].articles == ("a", "b")
    assert "2 articles" in sourcing["diplomatic sources"].why
    assert sourcing["Vorn Herald"].verdict == "only"


def test_one_bare_word_is_not_taken_for_the_same_paper() -> None:
    found = across("The dam broke, the report said.", "The wall fell, the report said.")
    assert [fact.verdict for fact in found if fact.kind == "sourcing"] == ["only", "only"]


def test_the_source_of_the_news_is_no_quote_of_its_own() -> None:
    text = "Drell Radio has learned from diplomats that the dam broke."
    assert [fact.kind for fact in across(text) if fact.kind == "quote"] == []


def test_many_sources_are_read_in_linear_time() -> None:
    def cost(times: int) -> float:
        one = article("Ivo Lang said in a statement that it rains. Sources told Reuters so, a report found. " * times)
        start = time.process_time()
        facts.find([one])
        return time.process_time() - start

    cost(10)
    assert cost(400) < 10 * min(cost(100), cost(100)) + 0.2


def test_whose_material_is_used_is_a_source() -> None:
    assert sources("It rained. Some material from Teld Radio was used in this report.") == [("Teld Radio", "agency")]


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("Teld Post", True), ("Reuters/Teld", True), ("Teld Press Club", False), ("Press Office", False)],
)
def test_a_body_with_the_word_of_a_paper_is_none(name: str, outlet: bool) -> None:
    assert is_outlet(name) is outlet
