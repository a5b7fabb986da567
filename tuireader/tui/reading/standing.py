"""Where a reader stands in a story, in words: at a passage, or between two. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.report.counting import count

#: From these widths of a screen on there is room for words, and for the numbers of the articles too.
_WORDS, _NUMBERS = 60, 100
#: More carriers than these are only counted.
_NAMED = 8


class Told(NamedTuple):
    """A passage as a status line tells it: its number of so many, who carries it, and in how many wordings."""

    number: int
    of: int
    carriers: Sequence[int]
    wordings: int


class Near(NamedTuple):
    """The numbers of the passages before and after a place that stands in none; 0 where there is none."""

    before: int
    after: int
    of: int


def near(spans: Sequence[tuple[int, int, int]], offset: int, of: int) -> Near:
    """Between which passages an offset lies. ``spans`` are their starts, ends and numbers in the order of the text."""
    before = [(end, number) for _, end, number in spans if end <= offset]
    after = next((number for start, _, number in spans if start >= offset), 0)
    return Near(max(before)[1] if before else 0, after, of)


def at_passage(told: Told, width: int, dot: str) -> list[tuple[str, bool]]:
    """What a status line says at a passage: pieces of text, and whether they stand out."""
    place = (f"{told.number} of {told.of}", True)
    listed = " ".join(map(str, told.carriers))
    if width < _WORDS:
        named = f"in {listed}" if len(told.carriers) < _NAMED else count(len(told.carriers), "article")
        return [place, (f" {dot} {named}", False)]
    said = count(len(told.carriers), "article")
    if width >= _NUMBERS and len(told.carriers) < _NAMED:
        said += f" ({listed})"
    return [("passage ", False), place, (f" {dot} {said} {dot} {count(told.wordings, 'wording')}", False)]


def between(near: Near, width: int) -> str:
    """What a status line says where no passage stands."""
    if near.before and near.after:
        both = f"{near.before} and {near.after} of {near.of}"
        return f"between passages {both}" if width >= _WORDS else f"between {both}"
    if not (near.before or near.after):
        return ""
    word, number = ("after", near.before) if near.before else ("before", near.after)
    return f"{word} passage {number} of {near.of}" if width >= _WORDS else f"{word} {number} of {near.of}"


def alone_at(stretches: Sequence[tuple[int, int]], runs: Sequence[int], start: int, end: int) -> str:
    """Which of the places that only one article has one stands at, or after. ``runs`` are where those begin."""
    if not runs:
        return "nothing only here"
    of = len(runs)
    number = sum(begin < end for begin in runs)
    if any(begin < end and stop > start for begin, stop in stretches):
        return f"only here, {number} of {of}"
    return f"only here, after {number} of {of}" if number else f"only here, before 1 of {of}"


def looking(ellipsis: str) -> str:
    """What is said as long as it is not known what the articles share."""
    return f"looking for shared passages {ellipsis}"


def part(end: int, length: int) -> str:
    """How far one is in an article of so many characters, of which those before ``end`` were on screen."""
    return f"{min(100, round(100 * end / max(1, length)))} %"


def meaning(active: int, panes: Iterable[tuple[str, int]]) -> str:
    """What keys act upon: in which pane they are, and for each pane the digest of its article and its first offset."""
    return " ".join(("compare", str(active), *(f"{digest} {offset}" for digest, offset in panes)))
