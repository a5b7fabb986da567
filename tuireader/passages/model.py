"""What the comparison of articles returns: links of two spans, passages of many, and changes of wording."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tuireader.article import Span

Kind = Literal["verbatim", "reworded", "related"]


class Link(NamedTuple):
    """Two spans in two articles that say the same. ``score`` runs from 0 to 1."""

    a: Span
    b: Span
    kind: Kind
    score: float


class Occurrence(NamedTuple):
    """A passage as one article tells it. Equal ``wording`` numbers (from 1) are one telling, copied."""

    span: Span
    wording: int


class Passage(NamedTuple):
    """A shared passage: occurrences in two or more articles. ``id`` counts from 1 in reading order."""

    id: int
    kind: Kind
    score: float
    occurrences: tuple[Occurrence, ...]

    @property
    def wordings(self) -> int:
        """How many different tellings there are."""
        return len({occurrence.wording for occurrence in self.occurrences})

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that carry it, each once, in the order of the occurrences."""
        return tuple(dict.fromkeys(occurrence.span.article for occurrence in self.occurrences))


class Passages(NamedTuple):
    """All links and passages among some articles."""

    links: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()


Operation = Literal["same", "replaced", "added", "dropped", "moved"]


class Change(NamedTuple):
    """One step of a wording diff from text a to text b, in whole words.

    ``a_start:a_end`` is empty where words were added, ``b_start:b_end`` where they were dropped. Offsets count in the
    articles' texts. ``moved`` marks words that stand in both, elsewhere.
    """

    operation: Operation
    a_start: int
    a_end: int
    b_start: int
    b_end: int
