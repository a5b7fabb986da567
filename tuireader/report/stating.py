"""``facts`` as text: where the articles differ, what changed, where they agree, what only one has."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts import KINDS, VERDICTS, Fact, Facts, FactValue, Verdict
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, cut, hang, margin, wrap
from tuireader.report.listing import count, listing
from tuireader.report.records import Record, labels
from tuireader.text.safe import line

_HEADS: dict[Verdict, str] = {
    "differ": "The articles differ",
    "changed": "Time passed between the articles",
    "agree": "The articles agree",
    "only": "Only one article has it",
}
_WIDEST = 100
#: Cells of a quote or an event that are shown: who wants all of it reads the article.
_LONGEST = 300
_NAMES = ("person", "organisation", "place")


def stating(records: Sequence[Record], known: Facts, width: int, ink: Ink) -> list[str]:
    """The articles, then the facts: first where they differ, last what one article has alone."""
    width = min(width, _WIDEST)
    lines = listing(records, width, ink)
    if not known.facts:
        return [*lines, "", "No facts were found in them."]
    short = {name: line(label) for name, label in labels([record["id"] for record in records]).items()}
    for verdict in VERDICTS:
        held = [fact for fact in known.facts if fact.verdict == verdict]
        if not held:
            continue
        held.sort(key=lambda fact: (KINDS.index(fact.kind), fact.id))
        head = [Run(_HEADS[verdict], verdict), Run(f" · {count(len(held), 'fact')}")]
        lines += ["", *(ink.draw(each) for each in wrap(head, width))]
        for fact in held:
            if verdict == "only" or (verdict == "agree" and fact.kind in _NAMES):
                lines += _brief(fact, short, width, ink)
            else:
                lines += ["", *_fact(fact, short, width, ink)]
    return lines


def _fact(fact: Fact, short: dict[str, str], width: int, ink: Ink) -> list[str]:
    """What it is about, then a paragraph a telling with those who carry it, then the rule that gave the verdict."""
    said = [fact.kind, count(fact.wordings, "wording") if fact.wordings > 1 else "one wording"]
    if fact.compatible is not None:
        said.append("both can be true" if fact.compatible else "not both can be true")
    head = [Run(_about(fact), "bold"), Run("  " + " · ".join(said), "dim")]
    lines = [ink.draw(each) for each in hang(Run(""), head, width, 2)]
    tellings: dict[str, list[FactValue]] = {}
    for value in fact.values:
        tellings.setdefault(line(value.text), []).append(value)
    carriers = {
        text: ", ".join(dict.fromkeys(short[value.span.article] for value in held)) for text, held in tellings.items()
    }
    indent = 2 + min(26, max(map(cells, carriers.values()), default=0))
    for text, held in tellings.items():
        runs = [Run(cut(text, _LONGEST))]
        if fact.kind in ("date", "event") and held[0].value and line(held[0].value) != text:
            runs.append(Run(f"  ({line(held[0].value)})", "dim"))
        hung = hang(Run(carriers[text], "number"), runs, width - 4, indent)
        lines += [ink.draw([margin(4), *each]) for each in hung]
    if fact.why:
        lines += [ink.draw([margin(4), *each]) for each in wrap([Run(line(fact.why), "dim")], width - 4)]
    return lines


def _brief(fact: Fact, short: dict[str, str], width: int, ink: Ink) -> list[str]:
    """One line, or two: what kind, what, and who carries it."""
    said, text = _about(fact), line(fact.values[0].text)
    if fact.verdict == "only" and fact.kind != "quote":
        said = text if said.casefold() in text.casefold() else f"{said}: {text}"
    carriers = ", ".join(short[name] for name in fact.articles)
    runs = [Run(f"{cut(said, _LONGEST)} · "), Run(carriers, "number")]
    return [ink.draw([margin(2), *each]) for each in hang(Run(fact.kind, "dim"), runs, width - 2, 14)]


def _about(fact: Fact) -> str:
    """What it is about, without its kind, which is told beside it."""
    return line(fact.key).removeprefix(f"{fact.kind}: ")
