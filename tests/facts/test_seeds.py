"""What must come out of the five seeds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tuireader import facts, sources
from tuireader.facts import Fact, Facts

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@lru_cache(maxsize=1)
def found() -> Facts:
    return facts.find(sources.open(sorted(SEEDS.glob("*.txt"))).articles)


def short(fact: Fact) -> dict[str, str]:
    """Value by the first three letters of the article's id, the first where one has several."""
    values: dict[str, str] = {}
    for value in fact.values:
        values.setdefault(value.span.article[:3], value.value)
    return values


def only(kind: str, verdict: str, key: str) -> Fact:
    fits = [fact for fact in found().facts if (fact.kind, fact.verdict, fact.key) == (kind, verdict, key)]
    assert len(fits) == 1, [(fact.kind, fact.verdict, fact.key) for fact in found().facts]
    return fits[0]


def test_troops_differ_and_both_can_be_true() -> None:
    fact = only("quantity", "differ", "troops of KFOR")
    assert fact.compatible is True
    assert short(fact) == {"000": "~4700", "001": "~4700", "003": "~4700", "004": ">4600"}
    assert fact.values[0].text == "around 4,700 troops"


def test_contingents_agree() -> None:
    assert set(short(only("quantity", "agree", "troops of Italy")).values()) == {"1250"}
    assert set(short(only("quantity", "agree", "troops of United States")).values()) == {"~600"}


def test_the_visit_was_planned_and_happened() -> None:
    fact = only("event", "changed", "Mark Rutte visits Kosovo")
    assert short(fact) == {"000": "planned", "001": "planned", "002": "happened", "003": "planned"}


def test_days_agree_across_wordings() -> None:
    dates = {fact.values[0].value: fact for fact in found().facts if fact.kind == "date" and fact.verdict == "agree"}
    assert set(dates["XXXX-03-11"].articles) == {fact[:32] for fact in dates["XXXX-03-11"].articles}
    assert {value.text for value in dates["XXXX-03-10"].values} == {"March 10", "A day earlier"}
