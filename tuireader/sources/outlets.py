"""Furniture that no rule knows: lines that an outlet puts around its articles, learnt from the articles themselves.

A line that stands in ``ENOUGH`` articles of one outlet is furniture, if it is not what an outlet prints often because
it is news: headlines and section heads, quotations, lines with numbers, and sentences that stand now here, now there in
the texts. Copies of one article are one: articles that share one of their two longest paragraphs.

``Lines`` counts as articles come: hashes and numbers, never more than ``MOST`` lines. A library counts in tables of its
own (``library.furniture``) what ``lines_of`` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from tuireader.article import Article, Part
from tuireader.digests import blake2b
from tuireader.sources.shares import too_much
from tuireader.text.words import fold, words

#: So many articles of an outlet make a line furniture.
ENOUGH = 4
#: So many lines are counted; of more, those that stood in one article only, longest ago, are let go.
MOST = 50_000
#: Of so many lines of one text the rest is told, but for those at its end.
_MOST_OF_ONE = 500
#: Longer lines are told.
_CAP = 300
#: A sentence of fewer words may be one of the page: "Stay with us."
_SENTENCE = 5
#: How what was learnt is told.
_WHY = "furniture of "
_STOPS = ".!?…。！？"
_QUOTES = frozenset('"“”„«»「」『』')


class Line(NamedTuple):
    """What is known of a line of an outlet: the articles it stood in, by their longest paragraphs, the first ``ENOUGH``
    of them, and whether it always stood at the beginning or the end."""

    articles: tuple[tuple[int, ...], ...]
    edge: bool


class Candidate(NamedTuple):
    """A part that may be furniture: its number, the hash of its line with its outlet, whether it stands at an edge of
    the text, and whether it is a sentence: those are furniture only where they always stand at an edge."""

    number: int
    line: int
    edge: bool
    sentence: bool


class Lines:
    """The lines of outlets, counted as articles come."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def __len__(self) -> int:
        """How many lines are counted."""
        return len(self._lines)

    def add(self, article: Article) -> None:
        """Counts the lines of an article, unless nobody knows its outlet."""
        found = lines_of(article)
        longest = longest_of(article) if found else ()
        for _, line, edge, _ in found:
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
        taken = {
            number for number, line, _, sentence in lines_of(article) if self._is_furniture(line, sentence=sentence)
        }
        return set_aside(article, taken)

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


def set_aside(article: Article, taken: Collection[int]) -> Article:
    """The article without these parts, which are its outlet's furniture; the same where too much would go."""
    if not taken:
        return article
    why = f"{_WHY}{article.source or outlet_of(article)}"
    parts = tuple(
        Part("furniture", part.start, part.end, why) if number in taken else part
        for number, part in enumerate(article.parts)
    )
    told = tuple(sentence for sentence in article.sentences if sentence.paragraph not in taken)
    if too_much(parts) or not told:
        return article
    gone = sum(len(words(article.text, *article.parts[number][1:3])) for number in taken)
    return replace(article, parts=parts, sentences=told, words=article.words - gone)


def unlearnt(article: Article) -> Article:
    """The article as it was before ``set_aside``."""
    taken = [number for number, part in enumerate(article.parts) if part.why.startswith(_WHY)]
    if not taken:
        return article
    from tuireader.sources.drafts import sentences_of

    parts = tuple(Part("body", *part[1:3]) if part.why.startswith(_WHY) else part for part in article.parts)
    back = sum(len(words(article.text, *article.parts[number][1:3])) for number in taken)
    sentences = tuple(sentences_of(article.text, parts))
    return replace(article, parts=parts, sentences=sentences, words=article.words + back)


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


def lines_of(article: Article) -> tuple[Candidate, ...]:
    """The lines of a text that may be its outlet's; none where nobody knows its outlet."""
    outlet = outlet_of(article)
    found = tuple(_candidates(article, outlet)) if outlet else ()
    return found if len(found) <= 2 * _MOST_OF_ONE else found[:_MOST_OF_ONE] + found[-_MOST_OF_ONE:]


def _candidates(article: Article, outlet: str) -> Iterable[Candidate]:
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
        yield Candidate(number, _hashed(f"{outlet}\0{' '.join(map(fold, said))}"), edge, sentence)


def longest_of(article: Article) -> tuple[int, ...]:
    """The two longest paragraphs of a text, hashed: what its copies have, too."""
    told = sorted((part for part in article.parts if part.role == "body"), key=lambda part: part.start - part.end)[:2]
    return tuple(_hashed(" ".join(article.text[part.start : part.end].split())) for part in told)


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")
