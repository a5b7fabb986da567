"""What readers of formats take and give, and what ``sources.open`` returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, Protocol

from tuireader.article import Article


class Problem(NamedTuple):
    """Something that could not be opened: what was named, and why, as a sentence for the user."""

    path: str
    reason: str


class Opened(NamedTuple):
    """What ``open`` found: articles, and what it could not read. One bad file never stops the others."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


class Said(NamedTuple):
    """What a format says of an article, and where it says it: ``JSON-LD headline``, ``og:title``, ``From:``."""

    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as a reader of a format gives it, before its lines have roles.

    ``text`` is what all spans will count in: paragraphs parted by blank lines, each on one line where the format knows
    paragraphs; it never holds a title that the format gives apart from it. ``name`` tells it from the others of one
    file: the name of a member, the id of an entry; empty where the file is the article. ``title`` to ``agency`` are as
    in ``Article``; ``published`` is an ISO 8601 date, or date and time with the zone that was told. ``headings`` are
    spans of ``text`` that the format calls headings. ``plain``: the format knows nothing of lines and paragraphs, so
    the rules for plain text look for title, credits and furniture.
    """

    text: str
    name: str = ""
    title: Said | None = None
    source: Said | None = None
    byline: Said | None = None
    published: Said | None = None
    language: Said | None = None
    url: Said | None = None
    agency: Said | None = None
    headings: tuple[tuple[int, int], ...] = ()
    asides: tuple[tuple[int, int, str], ...] = ()
    """Spans of ``text`` that the format knows to be no part of the telling, each with why: ``page header``,
    ``quoted``, ``signature``."""
    plain: bool = False
    encoding: str = "utf-8"
    read_in: str = ""
    """Which of several texts that the format has this is: ``content:encoded``, ``RSS description (summary)``."""
    place: str = ""
    """Where in the file opened it lies, ``/a/b.txt`` or ``/feed.xml#id``: filled in by ``Input.inside``."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of how files are to be read.

    ``columns`` maps the names of ``Draft`` to those of columns or keys (``--map title=headline``); ``charset`` is the
    encoding to decode by, where the user knows better (``--charset cp1250``); ``cap`` is how many bytes one text may
    have.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    charset: str = ""
    cap: int = 8_000_000
    private_addresses: bool = False
    """Whether addresses that stand in files, feeds and pages may lead into the user's own network."""


class Input(Protocol):
    """A file, a member of an archive, or what an address answered, to be read by a reader of its format."""

    path: str
    """Where it comes from, as it may be told: ``news.zip/a.html``."""
    suffix: str
    """The end of its name in lower case, with the dot; empty for none."""
    media: str
    """Its media type, where a server or a message says one: ``text/html``; else empty."""
    charset: str
    """The encoding a server or a message says, or the user; else empty."""
    options: Options
    head: bytes
    """Its first 64 KiB."""

    def open(self) -> BinaryIO:
        """Its bytes from the start, read as they are asked for; to be closed by who opened it. Raises OSError, and
        ValueError with the reason where it is a trap (it unpacks to too much, changes while it is read)."""

    def data(self, cap: int = 0) -> bytes:
        """All of its bytes. Raises as ``open``; ValueError where it has more than ``cap`` (0: ``options.cap``)."""

    def inside(self, name: str, data: bytes, *, media: str = "", charset: str = "") -> Iterator[Draft | Problem]:
        """Reads something that lies in it, by whichever reader fits: a member, an attachment. Counts how deep."""


class Reader(Protocol):
    """Reads one format. A module of ``sources.formats`` is one, as is what an entry point names."""

    NAME: str
    """What the format is called: ``html``."""
    EXTRA: str
    """The extra whose packages it needs (``pip install tuireader[EXTRA]``); empty for none."""
    SUFFIXES: frozenset[str]
    """Ends of names, with the dot, that the format has where the content does not tell."""

    def fits(self, input: Input) -> bool:
        """Whether the content is of this format for sure: by its first bytes, its shape, its media type. Quick; imports
        nothing heavy."""

    def read(self, input: Input) -> Iterator[Draft | Problem]:
        """The articles in it, as they are read; a problem for each that cannot be. Raises OSError and ValueError, whose
        message becomes the problem of the whole, and ImportError where a package is missing."""
