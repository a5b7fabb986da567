"""``facts`` as text: a page to paste into a note. Where the articles differ, what changed, where they agree, what only
one of them has; then the timeline, and who is who."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tuireader.facts import KINDS, VERDICTS, Fact, Facts, Verdict
from tuireader.report.counting import count
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_reasons import fact_reasons
from tuireader.report.fact_rows import brief, named, tellings
from tuireader.report.fact_words import HEADS, MANY, about, both, mark, rule
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import beneath, margin, wrap
from tuireader.report.listing import listing
from tuireader.report.records import Record
from tuireader.report.timeline import WIDEST, timeline
from tuireader.report.who import who

#: Cells of the margin in which kinds stand.
_KIND = 2 + max(map(len, MANY.values()))


def stating(
    records: Sequence[Record],
    known: Facts,
    index: FactIndex,
    width: int,
    ink: Ink,
    *,
    explain: bool = False,
    facts_only: bool = False,
    hidden: int = 0,
) -> list[str]:
    """The articles, then story by story the facts: first where they differ, last what one article has alone.

    ``index`` is one of all the facts, ``known`` are those to be told. ``explain`` tells of each fact how it came about;
    ``facts_only`` leaves timeline and people out; ``hidden`` dismissed facts are not among those to be told.
    """
    width = min(width, WIDEST)
    lines = listing(records, width, ink)
    story = {record["id"]: record["story"] for record in records}
    moments = () if facts_only or explain else known.timeline
    entities = () if facts_only or explain else known.entities
    numbers = sorted({story[fact.articles[0]] or 0 for fact in known.facts})
    left = [ink.draw(each) for each in wrap([Run(left_out(hidden), "dim")], width)] if hidden else []
    if not known.facts and not moments:
        return [*lines, "", *(left or [_none(len(index.known.facts))])]
    lines += ["", *(ink.draw(each) for each in wrap([Run(_summary(known.facts))], width)), *left]
    for number in numbers:
        held = [fact for fact in known.facts if (story[fact.articles[0]] or 0) == number]
        if len(numbers) > 1:
            lines += ["", ink.paint(f"Story {number}", "heading")]
        ids = [id for id in story if (story[id] or 0) == number]
        lines += _Page(index, ids, width, ink).lines(held, explain=explain)
    lines += timeline(moments, index, width, ink)
    return lines + who(entities, index, width, ink)


def left_out(hidden: int) -> str:
    """That dismissed facts are not told, and how to see them."""
    return f"{count(hidden, 'dismissed fact')} left out; --all tells them too"


def _none(found: int) -> str:
    """Why there is nothing to tell: nothing was ``found``, or nothing of it was wanted."""
    return (
        f"None of the {count(found, 'fact')} found is what was asked for." if found else "No facts were found in them."
    )


def _summary(facts: Sequence[Fact]) -> str:
    counts = [(verdict, sum(fact.verdict == verdict for fact in facts)) for verdict in VERDICTS]
    said = [
        f"{number} {'in one article only' if verdict == 'only' else verdict}" for verdict, number in counts if number
    ]
    return f"{count(len(facts), 'fact')}: {', '.join(said)}"


class _Page:
    """The facts of one story."""

    def __init__(self, index: FactIndex, ids: Sequence[str], width: int, ink: Ink) -> None:
        self.index, self.ids, self.width, self.ink = index, ids, width, ink

    def lines(self, facts: Iterable[Fact], *, explain: bool) -> list[str]:
        """Verdict by verdict, each under a heading."""
        lines: list[str] = []
        ordered = sorted(facts, key=lambda fact: (KINDS.index(fact.kind), fact.id))
        for verdict in VERDICTS:
            held = [fact for fact in ordered if fact.verdict == verdict]
            if not held:
                continue
            lines += self._heading(verdict, len(held))
            if explain:
                lines += self._explained(held)
            elif verdict == "only":
                lines += self._only(held)
            elif verdict == "agree":
                lines += ["", *self._by_kind(held)]
            else:
                lines += [each for fact in held for each in self._full(fact)]
        return lines

    def _heading(self, verdict: Verdict, number: int) -> list[str]:
        sign = mark(verdict, unicode=self.ink.unicode)
        dot = "·" if self.ink.unicode else "-"
        runs = [Run(f"{sign} {HEADS[verdict]}", verdict), Run(f" {dot} {count(number, 'fact')}")]
        return ["", *(self.ink.draw(each) for each in wrap(runs, self.width))]

    def _explained(self, facts: Iterable[Fact]) -> list[str]:
        lines: list[str] = []
        for fact in facts:
            said = fact_reasons(fact, self.index, self.width - 2, unicode=self.ink.unicode).lines
            lines += ["", *(self.ink.draw([margin(2), *each] if each else []) for each in said)]
        return lines

    def _full(self, fact: Fact) -> list[str]:
        """What it is about, then a paragraph a telling with those who carry it, then the rule that gave the verdict."""
        dot = " · " if self.ink.unicode else " - "
        said = [fact.kind, *filter(None, [both(fact)])]
        said.append(count(fact.wordings, "wording"))
        head = [Run(about(fact), "bold"), Run(dot + dot.join(said), "dim")]
        lines = ["", *self._drawn(wrap(head, self.width - 2), 2)]
        lines += self._drawn(tellings(fact, self.index, self.width - 4), 4)
        if fact.why:
            lines += self._drawn(wrap([Run(rule(fact), "dim")], self.width - 4), 4)
        return lines

    def _only(self, facts: Sequence[Fact]) -> list[str]:
        """What each article has alone, article by article."""
        lines: list[str] = []
        dot = "·" if self.ink.unicode else "-"
        for id in self.ids:
            held = [fact for fact in facts if fact.articles[0] == id]
            if held:
                head = [Run(self.index.short[id], "number"), Run(f" {dot} {count(len(held), 'fact')}", "dim")]
                lines += ["", *self._drawn([head], 2), *self._by_kind(held, own=True)]
        return lines

    def _by_kind(self, facts: Sequence[Fact], *, own: bool = False) -> list[str]:
        """Kind by kind: names one after the other, all else a line or two each. ``own``: no need to say who has it."""
        lines: list[str] = []
        ids = () if own else self.ids
        for kind, group in groupby(facts, key=lambda fact: fact.kind):
            held = list(group)
            head = MANY[kind]
            if kind in NAMES:
                runs = named(held, self.index, () if own else self.ids, own=own)
                lines += self._drawn(beneath(Run(head, "dim"), runs, self.width - 2, _KIND), 2)
                continue
            for fact in held:
                runs = brief(fact, self.index, ids, own=own, unicode=self.ink.unicode)
                hung = beneath(Run(head, "dim"), runs, self.width - 2, _KIND)
                lines += self._drawn(hung, 2)
                head = ""
        return lines

    def _drawn(self, lines: Iterable[Sequence[Run]], indent: int) -> list[str]:
        return [self.ink.draw([margin(indent), *each]).rstrip() for each in lines]
