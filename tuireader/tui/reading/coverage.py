"""Who has what: passages and facts of a story as rows, its articles as columns, copies as equal letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.facts import Fact
from tuireader.passages import Link, Passage
from tuireader.report.fact_readings import in_one, readings
from tuireader.report.fact_scope import within
from tuireader.text.safe import line as safe

#: So many characters of a passage are enough for the widest row.
_FIRST_WORDS = 240


class Carried(NamedTuple):
    """A passage or a fact: ``letters`` by the id of each article that carries it, equal ones for copies; ``spans``
    where each article says it first."""

    what: Passage | Fact
    label: str
    letters: Mapping[str, str]
    spans: Mapping[str, Span]


class Section(NamedTuple):
    """Rows under one heading, and how many of them each article carries."""

    name: str
    rows: tuple[Carried, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Number of rows by article id; an article that carries none is left out."""
        found: dict[str, int] = {}
        for row in self.rows:
            for id in row.letters:
                found[id] = found.get(id, 0) + 1
        return found


def letter(number: int) -> str:
    """``a`` for 0, ``b`` for 1, after ``z`` comes ``aa``."""
    text = ""
    while True:
        text = chr(ord("a") + number % 26) + text
        number = number // 26 - 1
        if number < 0:
            return text


def letters(found: Iterable[tuple[str, int]], ids: Sequence[str]) -> dict[str, str]:
    """From pairs of article id and number of wording to letters by article, ``a`` for the first article's wording.

    Of an article with several wordings the first two are said.
    """
    held: dict[str, list[int]] = {}
    for id, wording in found:
        mine = held.setdefault(id, [])
        if wording not in mine:
            mine.append(wording)
    names: dict[int, str] = {}
    said = {}
    for id in ids:
        for wording in held.get(id, ()):
            names.setdefault(wording, letter(len(names)))
        if id in held:
            said[id] = "".join(names[wording] for wording in held[id][:2])
    return said


def sections(
    articles: Sequence[Article], passages: Iterable[Passage], facts: Iterable[Fact]
) -> tuple[Section, Section, Section]:
    """The shared passages among these articles, the facts that several of them carry, and those that one carries.

    What an article outside has too is told as far as it concerns these. Passages stand in the order of the story.
    """
    by_id = {article.id: article for article in articles}
    ids = list(by_id)
    own = set(ids)
    first = tuple(_passage(passage, by_id, ids) for passage in passages if len(own.intersection(passage.articles)) > 1)
    here = within(facts, own)
    several = tuple(_fact(fact, ids) for fact in here if len(fact.articles) > 1)
    one = tuple(_fact(fact, ids) for fact in here if len(fact.articles) == 1)
    return (
        Section("Shared passages", first),
        Section("Facts of several", several),
        Section("Facts of one", one),
    )


def _passage(passage: Passage, by_id: Mapping[str, Article], ids: Sequence[str]) -> Carried:
    spans: dict[str, Span] = {}
    for occurrence in passage.occurrences:
        if occurrence.span.article in by_id:
            spans.setdefault(occurrence.span.article, occurrence.span)
    _, start, end = min(spans.values(), key=lambda span: ids.index(span.article))
    article = by_id[min(spans, key=ids.index)]
    label = safe(article.text[start : min(end, start + _FIRST_WORDS)])
    found = [(each.span.article, each.wording) for each in passage.occurrences if each.span.article in by_id]
    return Carried(passage, label, letters(found, ids), spans)


def _fact(fact: Fact, ids: Sequence[str]) -> Carried:
    spans: dict[str, Span] = {}
    for value in fact.values:
        spans.setdefault(value.span.article, value.span)
    found = [(value.span.article, value.wording) for value in fact.values]
    return Carried(fact, safe(in_one(fact, readings(fact))) or fact.kind, letters(found, ids), spans)


# What stands out


def alike(articles: Sequence[Article], links: Iterable[Link]) -> list[tuple[float, str, str]]:
    """Pairs of articles with the part (0 to 1) of their told text that links join, the largest part first."""
    place = {article.id: number for number, article in enumerate(articles)}
    told = {article.id: sum(part.end - part.start for part in article.told()) for article in articles}
    held: dict[tuple[str, str], list[Span]] = {}
    for link in links:
        a, b = link.a.article, link.b.article
        if a in place and b in place:
            pair = (a, b) if place[a] < place[b] else (b, a)
            held.setdefault(pair, []).extend((link.a, link.b))
    shares = []
    for (a, b), spans in held.items():
        whole = told[a] + told[b]
        if whole:
            shares.append((min(1.0, covered(spans) / whole), a, b))
    return sorted(shares, key=lambda share: (-share[0], place[share[1]], place[share[2]]))


def covered(spans: Iterable[Span]) -> int:
    """How many characters the spans cover, each counted once."""
    total = 0
    article, reached = "", 0
    for span in sorted(spans):
        if span.article != article:
            article, reached = span.article, 0
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total


def alone(ids: Sequence[str], shared: Mapping[str, float]) -> list[tuple[float, str]]:
    """The articles with the part of their text that stands elsewhere too, the smallest part first."""
    return sorted(((shared[id], id) for id in ids if id in shared), key=lambda each: each[0])
