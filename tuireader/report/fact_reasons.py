"""Why a fact has its verdict, as lines: each value in its sentence, how it was read, what was put together and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts import Entity, Fact
from tuireader.report.counting import count
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_reading import read_as
from tuireader.report.fact_words import HEADS, about, both, mark, rule
from tuireader.report.ink import Run
from tuireader.report.lines import cells, cut, hang, margin, spaced, wrap

#: The words in the margin, the longest of them, and the widest name of an article there.
_LABEL, _NAME = len("pairs"), 24
#: A sentence is no narrower than this.
_LEAST = 12
#: So many other names of one entity, and so many reasons for pairs of values, are told.
_NAMES, _PAIRS = 8, 8
#: Of the words of a value no more cells are said again.
_QUOTED = 60

Lines = list[list[Run]]


class Stop(NamedTuple):
    """The lines ``first`` to ``last`` show a value; ``span`` is where it stands."""

    first: int
    last: int
    span: Span


class Reasons(NamedTuple):
    """Lines in the styles of ``ink``, and which of them show a value."""

    lines: Lines
    stops: tuple[Stop, ...]


def fact_reasons(fact: Fact, index: FactIndex, width: int, *, most: int = 4, unicode: bool = True) -> Reasons:
    """All there is to say of one fact, in lines of at most ``width`` cells, a sentence in at most ``most`` of them."""
    names = [index.short[value.span.article] for value in fact.values]
    room = 2 + max(_LABEL, min(_NAME, width // 4, max(map(cells, names), default=0)))
    room = max(4, min(room, width - _LEAST))
    lines: Lines = _head(fact, width, room, unicode=unicode)
    stops = []
    for name, value in zip(names, fact.values, strict=True):
        lines.append([])
        first = len(lines)
        text = in_sentence(index, value.span, width - room, most, "…" if unicode else "...")
        lines += _hung(Run(cut(name, room - 2), "number"), text, room)
        said = read_as(value, index.mention(fact, value.span), month_first=index.month_first)
        if fact.kind != "quote" and index.sentence(value.span) != value.span:
            # Where bold cannot be seen this tells which words are meant.
            said = f"“{cut(spaced(value.text).strip(), _QUOTED)}”: {said}"
        lines += hang(Run("read", "dim"), [Run(said)], width, room)
        stops.append(Stop(first, len(lines) - 1, value.span))
    after = [*_together(fact, names, width, room), *_wordings(fact, index, width, room)]
    for entity in _entities(fact, index):
        after += _names(entity, fact, index, width, room)
    return Reasons([*lines, *([[]] if after else []), *after], tuple(stops))


def _head(fact: Fact, width: int, room: int, *, unicode: bool) -> Lines:
    dot = " · " if unicode else " - "
    sign = mark(fact.verdict, unicode=unicode)
    room_of_sign = cells(sign) + 1
    text = wrap([Run(about(fact), "bold")], width - room_of_sign)
    lines = _hung(Run(sign, fact.verdict), text, room_of_sign)
    said = [HEADS[fact.verdict], fact.kind]
    if how := both(fact):
        said.insert(1, how)
    lines += wrap([Run(dot.join(said))], width)
    if fact.why:
        lines += hang(Run("rule", "dim"), [Run(spaced(rule(fact)).strip())], width, room)
    return lines


def in_sentence(index: FactIndex, span: Span, width: int, most: int, dots: str) -> Lines:
    """The sentence of a value, the value set off; of a long one the lines from shortly before the value on."""
    whole = index.sentence(span)
    text = index.articles[span.article].text
    lit = Run(spaced(text[span.start : span.end]), "bold")
    runs = [Run(spaced(text[whole.start : span.start])), lit, Run(spaced(text[span.end : whole.end]))]
    lines = wrap([run for run in runs if run.text], width)
    if len(lines) <= most:
        return lines
    lines = wrap([run for run in runs if run.text], max(4, width - len(dots) - 1))
    first = next((place for place, each in enumerate(lines) if any(run.style for run in each)), 0)
    first = max(0, min(first - 1, len(lines) - most))
    shown = lines[first : first + most]
    if first:
        shown[0] = [Run(f"{dots} "), *shown[0]]
    if first + most < len(lines):
        shown[-1] = [*shown[-1], Run(f" {dots}")]
    return shown


def _together(fact: Fact, names: Sequence[str], width: int, room: int) -> Lines:
    """Which two values were put together or held against each other, and why."""
    held: dict[str, list[str]] = {}
    for reason in fact.reasons:
        alone = reason.one == reason.other
        pair = names[reason.one] if alone else f"{names[reason.one]} ~ {names[reason.other]}"
        pairs = held.setdefault(spaced(reason.says).strip(), [])
        if pair not in pairs:
            pairs.append(pair)
    lines: Lines = []
    for says, pairs in list(held.items())[:_PAIRS]:
        lines += wrap([Run(", ".join(pairs), "bold"), Run(f": {says}")], width - room)
    left = len(held) - _PAIRS
    lines += [[Run(f"and {left} more", "dim")]] if left > 0 else []
    return _hung(Run("pairs", "dim"), lines, room)


def _wordings(fact: Fact, index: FactIndex, width: int, room: int) -> Lines:
    """How many independent tellings there are, and who shares one."""
    held: dict[int, dict[str, None]] = {}
    for value in fact.values:
        held.setdefault(value.wording, {})[value.span.article] = None
    if len(fact.articles) < 2:
        return []
    said = [f"{index.names(list(ids))} share one" for ids in held.values() if len(ids) > 1]
    alone = [next(iter(ids)) for ids in held.values() if len(ids) == 1]
    if alone:
        said.append(f"{index.names(alone)} {'has its own' if len(alone) == 1 else 'have their own'}")
    told = f"{count(fact.wordings, 'independent wording')}: {'; '.join(said)}"
    return hang(Run("words", "dim"), [Run(told)], width, room)


def _entities(fact: Fact, index: FactIndex) -> Iterator[Entity]:
    """Whom the fact is about: of a name itself, else who holds, says or does it."""
    own = index.entity(fact)
    if own is not None:
        yield own
        return
    seen: set[str] = set()
    for value in fact.values:
        mention = index.mention(fact, value.span)
        if mention is None:
            continue
        for name in (mention.holder, mention.speaker, mention.doer, mention.object):
            entity = index.named(name, value.span.article) if name else None
            if entity is not None and entity.name not in seen:
                seen.add(entity.name)
                yield entity


def _names(entity: Entity, fact: Fact, index: FactIndex, width: int, room: int) -> Lines:
    """What else the articles call somebody or something."""
    said = other_names(entity, index)
    if not said:
        return []
    shown = "; ".join(said[:_NAMES]) + (f"; {len(said) - _NAMES} more" if len(said) > _NAMES else "")
    lead = "" if fact.kind == entity.kind else f"{spaced(entity.name).strip()} is also "
    return hang(Run("also", "dim"), [Run(lead + shown)], width, room)


def other_names(entity: Entity, index: FactIndex) -> list[str]:
    """The ways to name an entity other than its name, each with the articles that use it, in order."""
    held: dict[str, tuple[str, list[str]]] = {}
    for naming in entity.namings:
        text = index.text(naming.span)
        if text.casefold() != entity.name.casefold():
            held.setdefault(text.casefold(), (text, []))[1].append(naming.span.article)
    return [f"{text} ({index.names(ids)})" for text, ids in held.values()]


def _hung(head: Run, lines: Sequence[list[Run]], room: int) -> Lines:
    """Lines with a word in the margin before the first one."""
    shown = cut(head.text, room - 1)
    first = [Run(shown, head.style), margin(room - cells(shown))]
    return [[*(first if number == 0 else [margin(room)]), *each] for number, each in enumerate(lines)]
