"""Shared passages: quality on gold links, and time beside difflib and rapidfuzz in the same run.

    python benchmarks/passages.py FOLDER [FOLDER …]

A FOLDER holds the articles of one event as text files. Where it has a links.jsonl too (rows with a, b, a_start, a_end,
b_start, b_end, kind, optional), links are scored by the characters covered on both sides: optional rows count neither
for nor against, rows of kind hard_negative must not be joined.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from tuireader import sources
from tuireader.article import Article
from tuireader.passages import find
from tuireader.text.words import words

#: CPU milliseconds for ten pairs of news articles, cold.
BUDGET = 100.0
#: Two stretches of two articles: id, start, end of each.
Side = tuple[str, int, int]
Row = tuple[Side, Side]


def difflib_links(articles: Sequence[Article]) -> list[Row]:
    """The best tool off the shelf: runs of three equal words and more."""
    found = []
    for a, b in combinations(articles, 2):
        one, two = words(a.text), words(b.text)
        matcher = SequenceMatcher(None, [w.folded for w in one], [w.folded for w in two], autojunk=False)
        for p, q, size in matcher.get_matching_blocks():
            if size >= 3:
                last = size - 1
                found.append(((a.id, one[p].start, one[p + last].end), (b.id, two[q].start, two[q + last].end)))
    return found


def rapidfuzz_links(articles: Sequence[Article]) -> list[Row]:
    """Sentences by token_sort_ratio from 75 up."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    found = []
    for a, b in combinations(articles, 2):
        one = [(s.start, s.end, default_process(a.text[s.start : s.end])) for s in a.sentences]
        two = [(s.start, s.end, default_process(b.text[s.start : s.end])) for s in b.sentences]
        found += [
            ((a.id, p[0], p[1]), (b.id, q[0], q[1]))
            for p in one
            for q in two
            if token_sort_ratio(p[2], q[2], score_cutoff=75)
        ]
    return found


def our_links(articles: Sequence[Article]) -> list[Row]:
    sides = [(link.a, link.b) for link in find(articles).links]
    return [((a.article, a.start, a.end), (b.article, b.start, b.end)) for a, b in sides]


TOOLS: dict[str, Callable[[Sequence[Article]], list[Row]]] = {
    "tuireader": our_links,
    "difflib": difflib_links,
    "rapidfuzz": rapidfuzz_links,
}


def ordered(row: Row) -> Row:
    return row if row[0] < row[1] else (row[1], row[0])


def part(inner: Row, outer: Row, side: int) -> tuple[int, int]:
    _, start, end = inner[side]
    low = max(start, outer[side][1])
    return low, max(low, min(end, outer[side][2]))


def touches(x: Row, y: Row) -> bool:
    return all(x[side][0] == y[side][0] and part(x, y, side)[0] < part(x, y, side)[1] for side in (0, 1))


def length(spans: Sequence[tuple[int, int]]) -> int:
    total = end = 0
    for low, high in sorted(spans):
        total += max(0, high - max(low, end))
        end = max(end, high)
    return total


def share(these: Sequence[Row], those: Sequence[Row]) -> float:
    """Of the characters of these, on both sides, the part that those cover."""
    total = hit = 0
    for x in these:
        near = [y for y in those if touches(x, y)]
        for side in (0, 1):
            total += x[side][2] - x[side][1]
            hit += length([part(x, y, side) for y in near])
    return hit / total if total else 0.0


def joined(look_alikes: Sequence[Row], right: Sequence[Row], found: Sequence[Row]) -> int:
    """How many look-alikes a link covers by more than half on both sides that covers nothing right so."""

    def mostly(x: Row, y: Row) -> bool:
        sides = (length([part(x, y, side)]) > (y[side][2] - y[side][1]) / 2 for side in (0, 1))
        return touches(x, y) and all(sides)

    return sum(any(mostly(x, y) and not any(mostly(x, n) for n in right) for x in found) for y in look_alikes)


def gold(folder: Path) -> dict[str, list[Row]]:
    """Gold rows by what they are: need, may, never."""
    rows: dict[str, list[Row]] = {"need": [], "may": [], "never": []}
    path = folder / "links.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        g: dict[str, Any] = json.loads(line)
        what = "never" if g["kind"] == "hard_negative" else "may" if g["optional"] else "need"
        a, b = Path(g["a"]).stem, Path(g["b"]).stem
        rows[what].append(ordered(((a, g["a_start"], g["a_end"]), (b, g["b_start"], g["b_end"]))))
    return rows


def main(folders: Sequence[str]) -> int:
    if not folders:
        print(__doc__)
        return 2
    events = [(gold(Path(folder)), sources.open([folder]).articles) for folder in folders]
    pairs = sum(len(articles) * (len(articles) - 1) // 2 for _, articles in events)
    ours = 0.0
    for name, tool in TOOLS.items():
        start = time.process_time()
        answers = [[ordered(row) for row in tool(articles)] for _, articles in events]
        spent = (time.process_time() - start) * 1000
        ours = spent if name == "tuireader" else ours
        line = f"{name:10} {spent:7.0f} ms for {pairs} pairs, {spent / max(1, pairs) * 10:6.0f} ms for ten"
        scored = [(rows, found) for (rows, _), found in zip(events, answers, strict=True) if rows["need"]]
        for number, (rows, found) in enumerate(scored, 1):
            right = rows["need"] + rows["may"]
            precision, recall = share(found, right), share(rows["need"], found)
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            alike = f"{joined(rows['never'], right, found)} of {len(rows['never'])}"
            line += f"\n  event {number}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, look-alikes joined {alike}"
        print(line)
    ten = ours / max(1, pairs) * 10
    print(f"ten pairs: {ten:.0f} ms, budget {BUDGET:.0f} ms, ratio {ten / BUDGET:.2f}")
    return int(ten > BUDGET)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
