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
            lines += _alone(fact, short, width, ink) if verdict == "only" else ["", *_fact(fact, short, width, ink)]
    return lines


def _fact(fact: Fact, short: dict[str, str], width: int, ink: Ink) -> list[str]:
    said = [fact.kind, count(fact.wordings, "wording") if fact.wordings > 1 else "one wording"]
    if fact.compatible is not None:
        said.append("both can be true" if fact.compatible else "not both can be true")
    head = [Run(line(fact.key), "bold"), Run("  " + " · ".join(said), "dim")]
    lines = [ink.draw(each) for each in hang(Run(""), head, width, 2)]
    heads: dict[tuple[str, int], list[FactValue]] = {}
    for value in fact.values:
        heads.setdefault((line(value.text), value.wording), []).append(value)
    names = {key: ", ".join(dict.fromkeys(short[value.span.article] for value in held)) for key, held in heads.items()}
    indent = 2 + min(26, max(map(cells, names.values()), default=0))
    for key, held in heads.items():
        runs = [Run(key[0])]
        if fact.kind in ("date", "event") and held[0].value and line(held[0].value) != key[0]:
            runs.append(Run(f"  ({line(held[0].value)})", "dim"))
        hung = hang(Run(names[key], "number"), runs, width - 4, indent)
        lines += [ink.draw([margin(4), *each]) for each in hung]
    if fact.why:
        lines += [ink.draw([margin(4), *each]) for each in hang(Run(""), [Run(line(fact.why), "dim")], width - 4, 0)]
    return lines


def _alone(fact: Fact, short: dict[str, str], width: int, ink: Ink) -> list[str]:
    """One line: whose, what kind, what."""
    value = fact.values[0]
    name = cut(short[value.span.article], 12)
    text = line(value.text)
    key = line(fact.key)
    said = text if key.casefold() in text.casefold() else f"{key}: {text}"
    runs = [margin(2), Run(name, "number"), margin(max(1, 6 - cells(name))), Run(f"{fact.kind:<13}", "dim")]
    room = width - sum(cells(run.text) for run in runs)
    return [ink.draw([*runs, Run(cut(said, max(1, room)))])]
