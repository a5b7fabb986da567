"""Gold links, and how links are scored by the characters they cover on both sides.

A file of gold links has one JSON object a line: ``a``, ``b`` (names of two articles, with or without ending),
``a_start``, ``a_end``, ``b_start``, ``b_end`` (half open, in characters), ``kind`` and ``optional``. Optional rows
count neither for nor against; rows of kind ``hard_negative`` are look-alikes, which must not be joined.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

#: Links marked by hand: of events whose folder holds none, of the bundled articles, of articles on different events.
OURS = Path(__file__).with_name("passages_gold")
#: A stretch of an article: its id, start, end.
Side = tuple[str, int, int]
#: Two stretches that are linked, the one of the article with the lower id first.
Row = tuple[Side, Side]


class Gold(NamedTuple):
    """What must be linked, what may be, and what never."""

    need: list[Row]
    may: list[Row]
    never: list[Row]

    @property
    def right(self) -> list[Row]:
        """Whatever a link may cover."""
        return self.need + self.may


class Score(NamedTuple):
    """Shares of characters, 0 to 1, and how many look-alikes were joined of how many."""

    precision: float
    recall: float
    joined: int
    never: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        shares = f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"
        return f"{shares}, look-alikes joined {self.joined} of {self.never}"


def read(path: Path) -> Gold:
    """The gold links in a file; none where there is no such file."""
    gold = Gold([], [], [])
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row: dict[str, Any] = json.loads(line)
        kind = gold.never if row["kind"] == "hard_negative" else gold.may if row["optional"] else gold.need
        one, two = ((Path(row[side]).stem, row[side + "_start"], row[side + "_end"]) for side in ("a", "b"))
        kind.append(ordered((one, two)))
    return gold


def gold_of(folder: Path) -> Gold:
    """The gold links of an event: those in its links.jsonl, or else those we marked, by the folder's name."""
    here = folder / "links.jsonl"
    return read(here if here.exists() else OURS / f"{folder.name}.jsonl")


def ordered(row: Row) -> Row:
    """The same two stretches, in the order of their articles."""
    return row if row[0] < row[1] else (row[1], row[0])


def pooled(events: Iterable[tuple[Gold, Sequence[Row]]]) -> tuple[Gold, list[Row]]:
    """Several events as one: articles of equal ids are told apart by the number of their event."""
    everything, answers = Gold([], [], []), []
    for number, (gold, found) in enumerate(events):

        def apart(rows: Sequence[Row], number: int = number) -> list[Row]:
            return [((f"{number}/{a[0]}", *a[1:]), (f"{number}/{b[0]}", *b[1:])) for a, b in rows]

        for kind, rows in zip(everything, gold, strict=True):
            kind.extend(apart(rows))
        answers += apart(found)
    return everything, answers


def score(gold: Gold, found: Sequence[Row]) -> Score:
    """How well the links found meet the gold."""
    joined = _joined(gold.never, gold.right, found)
    return Score(share(found, gold.right), share(gold.need, found), joined, len(gold.never))


def share(these: Sequence[Row], those: Sequence[Row]) -> float:
    """Of the characters of these, on both sides, the part that those cover."""
    total = hit = 0
    for x in these:
        near = [y for y in those if touches(x, y)]
        for side in (0, 1):
            total += x[side][2] - x[side][1]
            hit += _length([_part(x, y, side) for y in near])
    return hit / total if total else 0.0


def touches(x: Row, y: Row) -> bool:
    """Whether two links have characters in common on both sides."""
    return all(x[side][0] == y[side][0] and _part(x, y, side)[0] < _part(x, y, side)[1] for side in (0, 1))


def _part(inner: Row, outer: Row, side: int) -> tuple[int, int]:
    _, start, end = inner[side]
    low = max(start, outer[side][1])
    return low, max(low, min(end, outer[side][2]))


def _length(spans: Sequence[tuple[int, int]]) -> int:
    total = end = 0
    for low, high in sorted(spans):
        total += max(0, high - max(low, end))
        end = max(end, high)
    return total


def _joined(look_alikes: Sequence[Row], right: Sequence[Row], found: Sequence[Row]) -> int:
    """How many look-alikes a link covers by more than half on both sides that covers nothing right so."""

    def mostly(x: Row, y: Row) -> bool:
        sides = (_length([_part(x, y, side)]) > (y[side][2] - y[side][1]) / 2 for side in (0, 1))
        return touches(x, y) and all(sides)

    return sum(any(mostly(x, y) and not any(mostly(x, n) for n in right) for x in found) for y in look_alikes)
