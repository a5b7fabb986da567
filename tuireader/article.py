"""The nouns: an article, a span of its text, a sentence, a part.

Every offset counts Unicode code points in ``Article.text``, half open, in the text as it was decoded.
Nothing here computes: articles are made by ``tuireader.sources``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tuireader.digests import blake2b

Role = Literal["title", "heading", "body", "byline", "caption", "furniture"]

#: The roles whose text is told by the author: it is compared, searched for facts and counted.
TOLD: frozenset[Role] = frozenset({"title", "heading", "body"})


class TuireaderError(Exception):
    """Something the user can mend. The message says what is wrong, where, and what to do, in one or two lines.

    ``status`` is the exit status: 1 for a failure, 2 for wrong usage.
    """

    status = 1


class UsageError(TuireaderError):
    """The words of the call are off."""

    status = 2


class Span(NamedTuple):
    """A stretch of one article's text: ``text[start:end]`` of the article with this id."""

    article: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both name at least one common character of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


class Part(NamedTuple):
    """A line, or a piece of one, and what it is for. Parts are in order and never overlap; blank lines have none."""

    role: Role
    start: int
    end: int
    why: str = ""
    """For a part that is not told, the rule that set it aside: ``navigation``, ``share``, ``repeat``, ``agency`` …"""


class Sentence(NamedTuple):
    """The smallest span that is compared. Only title, heading and body parts are cut into sentences."""

    start: int
    end: int
    role: Role
    paragraph: int
    """Number of the part it stands in, as an index into ``Article.parts``."""
    quoted: bool
    """Whether it stands inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Article:
    """One account of a story.

    ``id`` is the file's stem, made unique among the articles opened together. ``title`` is what lists show: the
    headline, or the shortened first sentence where there is none. ``published`` is an ISO 8601 date, only where the
    text or its format says so; ``moment`` is the same with time and zone, where these are told. ``agency`` is the wire
    service the text names ("REL"), ``byline`` its author, ``language`` a BCP 47 tag, ``url`` the address the article
    gives as its own. ``path`` is the place it was opened from: a file, a member of an archive, an address.
    ``encoding`` is what the bytes were decoded as.
    """

    id: str
    text: str
    title: str
    parts: tuple[Part, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    path: str | None = None
    encoding: str = "utf-8"
    words: int = 0
    moment: str | None = None
    language: str | None = None
    url: str | None = None
    told_by: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where each of title, source, byline, published, language, url and agency was read: ``og:title``, ``line 3``."""
    digest: str = field(default="", compare=False)
    """Hash of the text: the article's identity across runs and places. Filled in where left empty."""

    def __post_init__(self) -> None:
        if not self.digest:
            data = self.text.encode("utf-8", "surrogatepass")
            object.__setattr__(self, "digest", blake2b(data, digest_size=16).hexdigest())

    def told(self) -> Iterator[Part]:
        """The parts that are the author's own telling: title, headings and body, in order."""
        return (part for part in self.parts if part.role in TOLD)

    def span(self, start: int, end: int) -> Span:
        """A span of this article."""
        return Span(self.id, start, end)


def cut(articles: Sequence[Article], span: Span) -> str:
    """The text a span names. Raises KeyError where no article has its id."""
    for article in articles:
        if article.id == span.article:
            return article.text[span.start : span.end]
    raise KeyError(span.article)
