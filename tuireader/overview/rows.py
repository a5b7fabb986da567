"""Who has what: a row for each passage and each fact, and how much of its words each article has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.facts import VERDICTS, Fact
from tuireader.passages import Passage
from tuireader.text.words import words


class Cell(NamedTuple):
    """What one article has of a row: numbers of its ``wordings`` (equal ones are copies of each other), the ``part`` of
    the row's words it has, 0 to 1, and where it says it first."""

    wordings: tuple[int, ...]
    part: float
    span: Span


class Row(NamedTuple):
    """A passage or a fact with a cell for each article that carries it, by id.

    The row's words are those of its fullest telling. ``place`` says where in the story it stands, 0 to 1: the median,
    over the articles that carry it, of how far into their text they say it first. The median is not moved by one
    article that leads with what all others put last.
    """

    what: Passage | Fact
    cells: Mapping[str, Cell]
    place: float


def passage_rows(articles: Sequence[Article], passages: Iterable[Passage]) -> tuple[Row, ...]:
    """The passages that several of these articles have, in the order in which the story tells them."""
    by_id = {article.id: article for article in articles}
    found = []
    for passage in passages:
        told: dict[str, list[tuple[Span, int]]] = {}
        for span, wording in passage.occurrences:
            if span.article in by_id:
                told.setdefault(span.article, []).append((span, wording))
        if len(told) > 1:
            found.append(_row(passage, told, by_id))
    return tuple(sorted(found, key=lambda row: (row.place, row.what.id)))


def fact_rows(articles: Sequence[Article], facts: Iterable[Fact]) -> tuple[Row, ...]:
    """The facts of these articles, verdict by verdict; real differences before compatible ones."""
    by_id = {article.id: article for article in articles}
    found = []
    for fact in sorted(facts, key=lambda fact: (VERDICTS.index(fact.verdict), fact.compatible is True, fact.id)):
        told: dict[str, list[tuple[Span, int]]] = {}
        for value in fact.values:
            if value.span.article in by_id:
                told.setdefault(value.span.article, []).append((value.span, value.wording))
        if told:
            found.append(_row(fact, told, by_id))
    return tuple(found)


def _median(numbers: Iterable[float]) -> float:
    # ``statistics`` has one, and brings fractions, decimals and chance with it.
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _row(what: Passage | Fact, told: Mapping[str, list[tuple[Span, int]]], by_id: Mapping[str, Article]) -> Row:
    held = {id: _counted(by_id[id].text, [span for span, _ in said]) for id, said in told.items()}
    fullest = max(held.values(), key=Counter.total)
    cells = {}
    for id in by_id:
        if id in told:
            part = (held[id] & fullest).total() / fullest.total() if fullest else 1.0
            wordings = tuple(dict.fromkeys(wording for _, wording in told[id]))
            cells[id] = Cell(wordings, part, told[id][0][0])
    return Row(what, cells, _median(_place(by_id[id], cell.span) for id, cell in cells.items()))


def _counted(text: str, spans: Iterable[Span]) -> Counter[str]:
    """The words at these places, each as often as it stands there; what two spans share counts once."""
    found: Counter[str] = Counter()
    reached = 0
    for _, start, end in sorted(spans):
        found.update(word.folded for word in words(text, max(start, reached), max(end, reached)))
        reached = max(reached, end)
    return found


def _place(article: Article, span: Span) -> float:
    parts = list(article.told())
    if not parts:
        return 0.0
    first, last = parts[0].start, parts[-1].end
    return min(1.0, max(0.0, (span.start - first) / max(1, last - first)))


def letter(number: int) -> str:
    """``a`` for 0, ``b`` for 1, after ``z`` comes ``aa``."""
    text = ""
    while True:
        text = chr(ord("a") + number % 26) + text
        number = number // 26 - 1
        if number < 0:
            return text


def letters(cells: Mapping[str, Cell], ids: Iterable[str]) -> dict[str, str]:
    """A letter for each wording, by article: ``a`` for that of the first of ``ids``, equal ones for copies.

    Of an article with several wordings the first two are said.
    """
    names: dict[int, str] = {}
    said = {}
    for id in ids:
        if id in cells:
            for wording in cells[id].wordings:
                names.setdefault(wording, letter(len(names)))
            said[id] = "".join(names[wording] for wording in cells[id].wordings[:2])
    return said
