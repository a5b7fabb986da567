"""The seeds with every name swapped for an invented one give the same names and the same facts."""

from __future__ import annotations

from collections import Counter

from tests.facts.swapping import SEEDS, swapped, swapped_seeds
from tuireader import facts, sources
from tuireader.facts import Facts


def named(found: Facts, swap: bool) -> Counter[tuple[str, str, str]]:
    kinds = ("person", "organisation", "place")
    return Counter(
        (mention.span.article, mention.kind, swapped(mention.text) if swap else mention.text)
        for mention in found.mentions
        if mention.kind in kinds
    )


def test_swapped_names_are_found_as_well() -> None:
    plain = named(facts.find(sources.open(sorted(SEEDS.glob("*.txt"))).articles), swap=True)
    other = named(facts.find(swapped_seeds()), swap=False)
    common = (plain & other).total()
    assert 2 * common / (plain.total() + other.total()) >= 0.97


def test_swapped_facts_have_the_same_verdicts() -> None:
    found = facts.find(swapped_seeds()).facts
    keyed = {(fact.verdict, fact.key) for fact in found}
    assert ("differ", "troops of TROR") in keyed
    assert ("agree", "troops of Lombria") in keyed
    assert ("changed", "Joris Vandersloot visits Trevonia") in keyed


def test_no_name_of_the_seeds_stands_in_the_code() -> None:
    package = SEEDS.parent / "tuireader" / "facts"
    code = " ".join(path.read_text(encoding="utf-8") for path in sorted(package.glob("*.py")))
    lists = [package / "data" / name for name in ("given.txt", "organisations.txt")]
    words = code.split() + " ".join(path.read_text(encoding="utf-8") for path in lists).split()
    names = "rutte osmani kurti kastrati hoxha vučić dodik zelensky macron starmer trump biden vetëvendosje nato kfor"
    plain = {word.strip("\"'.,()[]").lower() for word in words}
    assert sorted(set(names.split()) & plain) == []
