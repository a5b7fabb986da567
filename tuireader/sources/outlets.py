"""Furniture that no rule knows: lines that an outlet puts around its articles, learnt from the articles themselves.

A line that stands in ``ENOUGH`` articles of one outlet is furniture, if it is not what an outlet prints often because
it is news: headlines and section heads, quotations, lines with numbers, and sentences that stand now here, now there in
the texts. Copies of one article are one: articles that share one of their two longest paragraphs.

``Lines`` counts as articles come, so that a library can keep it: hashes and numbers, never more than ``MOST`` lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from tuireader.article import Article, Part
from tuireader.sources.shares import too_much
from tuireader.text.words import fold, words

#: So many articles of an outlet make a line furniture.
ENOUGH = 4
#: So many lines are counted; of more, those that stood in one article only, longest ago, are let go.
MOST = 50_000
#: Longer lines are told.
_CAP = 300
#: A sentence of fewer words may be one of the page: "Stay with us."
_SENTENCE = 5
_STOPS = ".!?…。！？"
_QUOTES = frozenset('"“”„«»「」『』')


class Line(NamedTuple):
    """What is known of a line of an outlet: the articles it stood in, by their longest paragraphs, the first ``ENOUGH``
    of them, and whether it always stood at the beginning or the end."""

    articles: tuple[tuple[int, ...], ...]
    edge: bool


class _Candidate(NamedTuple):
    """A part that may be furniture: its number, the hash of its line, whether it stands at an edge of the text."""

    number: int
    line: int
    edge: bool
    sentence: bool


class Lines:
    """The lines of outlets, counted. ``state`` and ``Lines(state)`` keep it between runs."""

    def __init__(self, state: Mapping[str, Sequence[object]] | None = None) -> None:
        self._lines: dict[int, Line] = {}
        for key, kept in (state or {}).items():
            edge, *articles = kept
            self._lines[int(key, 16)] = Line(tuple(tuple(map(int, each)) for each in _pairs(articles)), bool(edge))

    def state(self) -> dict[str, list[object]]:
        """All of it as plain data."""
        return {f"{key:x}": [line.edge, *map(list, line.articles)] for key, line in self._lines.items()}

    def __len__(self) -> int:
        """How many lines are counted."""
        return len(self._lines)

    def add(self, article: Article) -> None:
        """Counts the lines of an article, unless nobody knows its outlet."""
        outlet = outlet_of(article)
        if not outlet:
            return
        longest = _longest(article)
        for _, line, edge, _ in _candidates(article, outlet):
            known = self._lines.get(line)
            if known is None:
                self._lines[line] = Line((longest,), edge)
                continue
            # What comes again stays longer.
            del self._lines[line]
            fresh = len(known.articles) < ENOUGH and not any(set(each) & set(longest) for each in known.articles)
            self._lines[line] = Line((*known.articles, longest) if fresh else known.articles, known.edge and edge)
        if len(self._lines) > MOST:
            self._shorten()

    def _shorten(self) -> None:
        rare = (key for key, line in self._lines.items() if len(line.articles) < 2)
        for key in [key for key, _ in zip(chain(rare, self._lines), range(MOST // 4), strict=False)]:
            self._lines.pop(key, None)

    def without(self, article: Article) -> Article:
        """The article with its outlet's furniture set aside; the same where none stands in it, or too much would go."""
        outlet = outlet_of(article)
        taken = {
            number
            for number, line, _, sentence in (_candidates(article, outlet) if outlet else ())
            if self._is_furniture(line, sentence=sentence)
        }
        if not taken:
            return article
        why = f"furniture of {article.source or outlet}"
        parts = tuple(
            Part("furniture", part.start, part.end, why) if number in taken else part
            for number, part in enumerate(article.parts)
        )
        told = tuple(sentence for sentence in article.sentences if sentence.paragraph not in taken)
        if too_much(parts) or not told:
            return article
        gone = sum(len(words(article.text, *article.parts[number][1:3])) for number in taken)
        return replace(article, parts=parts, sentences=told, words=article.words - gone)

    def _is_furniture(self, key: int, *, sentence: bool) -> bool:
        line = self._lines.get(key)
        return line is not None and len(line.articles) >= ENOUGH and (line.edge or not sentence)


def learnt(articles: Sequence[Article], lines: Lines | None = None) -> tuple[Article, ...]:
    """The articles with what these and those counted before show to be furniture set aside.

    ``lines`` has what is known of the outlets, and counts these articles, too; without it only they are counted.
    """
    if lines is None:
        lines = Lines()
        outlets = Counter(filter(None, map(outlet_of, articles)))
        if max(outlets.values(), default=0) < ENOUGH:
            return tuple(articles)
    for article in {article.digest: article for article in articles}.values():
        lines.add(article)
    return tuple(map(lines.without, articles))


def outlet_of(article: Article) -> str:
    """What an article's outlet is known by: its name, else the host it is from; empty where neither is known."""
    if article.source:
        return " ".join(map(fold, article.source.split()))
    address = article.url or article.path or ""
    if not address.startswith(("http://", "https://")):
        return ""
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _candidates(article: Article, outlet: str) -> Iterable[_Candidate]:
    """The lines of a text that may be its outlet's."""
    told = [number for number, part in enumerate(article.parts) if part.role == "body"]
    near = 1 + len(told) // 6
    for place, number in enumerate(told):
        part = article.parts[number]
        if part.end - part.start > _CAP:
            continue
        written = article.text[part.start : part.end]
        said = written.split()
        letters = sum(any(map(str.isalpha, word)) for word in said)
        if letters < 2 or any(map(str.isdigit, written)) or not _QUOTES.isdisjoint(written):
            continue
        sentence = letters >= _SENTENCE and written.rstrip(")]")[-1:] in _STOPS
        edge = place < near or place >= len(told) - near
        yield _Candidate(number, _hashed(f"{outlet}\0{' '.join(map(fold, said))}"), edge, sentence)


def _longest(article: Article) -> tuple[int, ...]:
    """The two longest paragraphs of a text, hashed: what its copies have, too."""
    told = sorted((part for part in article.parts if part.role == "body"), key=lambda part: part.start - part.end)[:2]
    return tuple(_hashed(" ".join(article.text[part.start : part.end].split())) for part in told)


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _pairs(found: Iterable[object]) -> Iterable[Sequence[int]]:
    return (each for each in found if isinstance(each, list | tuple))
