"""Quotes across articles: the same words, other words inside the quotation marks, or turned into indirect speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.context import Context
from tuireader.facts.drafts import Draft, Told, articles
from tuireader.facts.groups import Union
from tuireader.facts.quotes import Said
from tuireader.facts.reading import Reading
from tuireader.text.words import words


class _Point(NamedTuple):
    article: int
    said: Said
    plain: tuple[str, ...]
    bag: frozenset[str]


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about quotes: told by several articles, or by one alone."""
    points = []
    for number, reading in enumerate(readings):
        for said in reading.said:
            plain = tuple(word.folded for word in words(reading.document.text, said.start, said.end))
            points.append(_Point(number, said, plain, frozenset(plain)))
    union = Union(len(points))
    links: dict[tuple[int, int], str] = {}
    for one, other in combinations(range(len(points)), 2):
        a, b = points[one], points[other]
        if a.article == b.article:
            if a.said.start < b.said.end and b.said.start < a.said.end:
                union.join(one, other)
            continue
        how = _match(a, b, context)
        if how:
            links[one, other] = how
            union.join(one, other)
    found = []
    for group in union.sets():
        inside = set(group)
        ways = [how for (one, other), how in links.items() if one in inside and other in inside]
        found.append(_draft([points[number] for number in group], ways, readings))
    return found


def _match(a: _Point, b: _Point, context: Context) -> str:
    """How two quotes of two articles belong together: "same", "part", "altered", "indirect", or not at all ("")."""
    common = a.bag & b.bag
    if not common:
        return ""
    weight = context.weight(sorted(common))
    share = weight / min(context.weight(sorted(a.bag)), context.weight(sorted(b.bag)))
    short, long = sorted((a.plain, b.plain), key=len)
    if share < 0.5:
        return ""
    both = a.said.direct and b.said.direct
    if both and share > 0.99 and _stands_in(short, long):
        return "same" if len(short) == len(long) else "part" if len(short) >= 2 else ""
    if len(short) < 5 or weight < 8:
        return ""
    if both:
        return "altered" if share >= 0.55 and _clash(a, b) is False else ""
    if a.said.direct != b.said.direct or not both:
        return "indirect" if share >= 0.6 and _clash(a, b) is False else ""
    return ""


def _clash(a: _Point, b: _Point) -> bool:
    return a.said.speaker is not None and b.said.speaker is not None and a.said.speaker != b.said.speaker


def _stands_in(short: Sequence[str], long: Sequence[str]) -> bool:
    size = len(short)
    return any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))


def _draft(group: Sequence[_Point], ways: Sequence[str], readings: Sequence[Reading]) -> Draft:
    told = [
        Told(
            point.article,
            point.said.start,
            point.said.end,
            " ".join(readings[point.article].document.text[point.said.start : point.said.end].split()),
        )
        for point in group
    ]
    speaker = next((point.said.speaker for point in group if point.said.speaker), None)
    best = max(group, key=lambda point: (point.said.direct, -len(point.plain)))
    text = readings[best.article].document.text[best.said.start : best.said.end]
    opening = " ".join(text.split()[:8])
    key = f"{speaker or 'somebody'}: {opening}{'…' if len(text.split()) > 8 else ''}"
    weight = float(sum(2 if point.said.direct else 1 for point in group))
    if articles(told) < 2:
        return Draft("quote", key, "only", told, "one article has these words", weight=weight)
    if "altered" in ways:
        return Draft("quote", key, "differ", told, "words inside the quotation marks differ", True, weight)
    why = (
        "the same words"
        if set(ways) == {"same"}
        else "one has part of the other's words"
        if "part" in ways
        else "one has it in indirect speech"
    )
    return Draft("quote", key, "agree", told, why, weight=weight)
