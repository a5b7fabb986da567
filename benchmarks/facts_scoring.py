"""Counting hits for benchmarks/facts.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import facts_data as data

from tuireader import sources
from tuireader.article import Article, Span


class Show:
    """Whether what was missed and what was found wrongly is printed."""

    on = False


@dataclass
class Score:
    """Hits among what was found and among what should be."""

    hits: int = 0
    found: int = 0
    gold: int = 0
    recalled: int = 0

    def row(self, what: str) -> str:
        precision = self.hits / max(1, self.found)
        recall = self.recalled / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"({self.found} found, {self.gold} gold)"
        return f"{what:<46} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {counts}"


def article(text: str, id: str, published: str | None = None) -> Article:
    made = sources.from_text(text, id=id)
    return replace(made, published=published) if published else made


def overlap(a: data.Marked | Span, b: data.Marked | Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def match(
    score: Score, found: Sequence[data.Marked], gold: Sequence[data.Marked], text: str, what: str, exact: bool
) -> None:
    """Counts found spans that meet gold spans of the same label, and gold spans that are met."""

    def same(a: data.Marked, b: data.Marked) -> bool:
        return a.label == b.label and ((a.start, a.end) == (b.start, b.end) if exact else overlap(a, b) > 0)

    score.found += len(found)
    score.gold += len(gold)
    for one in found:
        if any(same(one, other) for other in gold):
            score.hits += 1
        else:
            miss(f"{what} extra", text, one)
    for one in gold:
        if any(same(one, other) for other in found):
            score.recalled += 1
        else:
            miss(f"{what} missed", text, one)


def miss(what: str, text: str, one: data.Marked) -> None:
    if Show.on:
        lead = " ".join(text[max(0, one.start - 50) : one.start].split())
        tail = " ".join(text[one.end : one.end + 40].split())
        print(f"  {what} [{one.label}] {lead} [[{' '.join(text[one.start : one.end].split())}]] {tail}")
