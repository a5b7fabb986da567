"""The formats that can be read, and which reader a file is for: by its content, its media type, then its name.

A reader is a module of this package, or what an entry point of the group ``tuireader.formats`` names; it is imported
when a file may be of its format. ``model.Reader`` says what it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, cast

from tuireader.sources.complaints import told_once
from tuireader.sources.inputs import StreamInput
from tuireader.sources.model import Draft, Problem, Reader

#: So much of a file is searched for the words of ``Row.holds``.
_SEARCHED = 1 << 12
#: Of so many things that one file holds and that cannot be read, each is told; the others are counted.
_TOLD = 8


class Row(NamedTuple):
    """What makes a reader worth importing. A file that shows it is shown to the reader's ``fits``, which decides."""

    module: str
    """Its name in this package."""
    starts: tuple[bytes, ...] = ()
    """How such a file may begin, white space and byte order marks left out, in lower case."""
    holds: tuple[bytes, ...] = ()
    """What may stand among its first bytes, in lower case."""
    suffixes: str = ""
    """Ends of names of such files, where the content does not tell."""
    media: str = ""
    """Media types of such files, where the content does not tell."""


#: One of these stands in the headers of a mail, or of what is kept like one.
_MAIL = (b"from:", b"mime-version:", b"content-type:")

#: In the order in which they are asked. Plain text is none of them: it is what is left.
TABLE: tuple[Row, ...] = (
    Row("warc", (b"warc/", b"\x1f\x8b"), suffixes=".warc", media="application/warc"),
    Row("epub", (b"pk\x03\x04",), suffixes=".epub", media="application/epub+zip"),
    Row(
        "zipped",
        (b"pk\x03\x04", b"pk\x05\x06"),
        suffixes=".zip",
        media="application/zip application/x-zip-compressed",
    ),
    Row(
        "compressed", (b"\x1f\x8b", b"bzh"), suffixes=".gz .bz2 .tgz .tbz", media="application/gzip application/x-gzip"
    ),
    Row("pdf", (b"%pdf-",), (b"%pdf-",), suffixes=".pdf", media="application/pdf application/x-pdf"),
    Row("mhtml", holds=_MAIL, suffixes=".mhtml .mht", media="multipart/related"),
    Row("mbox", (b"from ",), suffixes=".mbox .mbx", media="application/mbox"),
    Row("eml", holds=_MAIL, suffixes=".eml", media="message/rfc822"),
    Row(
        "html",
        (b"<!doctype html", b"<html", b"<?xml", b"<!--"),
        (b"<html", b"<!doctype html", b"<body", b"<head", b"<title", b"<div", b"<p>"),
        suffixes=".html .htm .xhtml .shtml",
        media="text/html application/xhtml+xml",
    ),
    Row("tarred", holds=(b"ustar",), suffixes=".tar", media="application/x-tar"),
    Row(
        "feed",
        starts=(b"\xff\xfe<\x00", b"\xfe\xff\x00<"),
        holds=(b"<rss", b"<feed", b"<rdf:rdf", b":feed"),
        suffixes=".rss .atom .rdf",
        media="application/rss+xml application/atom+xml application/rdf+xml",
    ),
    Row("opml", holds=(b"<opml",), suffixes=".opml", media="text/x-opml application/opml+xml"),
    Row("jsonfeed", starts=(b"{",), media="application/feed+json"),
    Row("parquet", (b"par1",), suffixes=".parquet .pq", media="application/vnd.apache.parquet"),
    # Behind the formats that are JSON of a kind.
    Row(
        "objects",
        (b"{", b"["),
        suffixes=".json .jsonl .ndjson .jl",
        media="application/json application/x-ndjson application/jsonl",
    ),
    Row(
        "markdown",
        (b"---\n", b"---\r\n", b"+++\n", b"+++\r\n"),
        suffixes=".md .markdown .mdown .mkd",
        media="text/markdown text/x-markdown",
    ),
    Row("table", suffixes=".csv .tsv .tab", media="text/csv text/tab-separated-values"),
)

#: The suffixes of files that the readers know.
SUFFIXES = frozenset(suffix for row in TABLE for suffix in row.suffixes.split())


def reader_of(input: StreamInput) -> Reader:
    """The reader for ``input``; that of plain text where none knows it."""
    return sure(input) or _told(input) or load("plain")


def is_list(input: StreamInput) -> bool:
    """Whether it is a list of feeds, which holds no articles and names where some are."""
    return load("opml").fits(input)


def sure(input: StreamInput) -> Reader | None:
    """The reader that knows ``input`` by its content, or None."""
    start = input.head.removeprefix(b"\xef\xbb\xbf")[:_SEARCHED].lower().lstrip()
    for row in TABLE:
        shown = start.startswith(row.starts) or any(words in start for words in row.holds)
        if shown or (input.suffix and input.suffix in row.suffixes.split()):
            reader = load(row.module)
            if reader.fits(input):
                return reader
    return next((reader for reader in _others(input) if reader.fits(input)), None)


def _told(input: StreamInput) -> Reader | None:
    """The reader for what a server, a message or the name says that ``input`` is."""
    if input.media:
        for row in TABLE:
            if input.media in row.media.split():
                return load(row.module)
    if input.suffix:
        for reader in _others(input):
            if input.suffix in reader.SUFFIXES:
                return reader
        for row in TABLE:
            if input.suffix in row.suffixes.split():
                return load(row.module)
    return None


@cache
def load(name: str) -> Reader:
    """The reader in the module ``name`` of this package."""
    return cast(Reader, import_module(f"tuireader.sources.formats.{name}"))


def _others(input: StreamInput) -> Sequence[Reader]:
    """The readers that installed packages bring. Nobody looks for them for a plain text: that takes too long."""
    if input.suffix == ".txt":
        return ()
    from tuireader.sources.others import readers

    return readers()


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The articles in ``input``, and a problem for each that cannot be read; whatever a reader raises becomes one.

    Data that nobody named (``input.asked``) and that holds no articles is passed over without a word. Raises
    BinaryError where it is no format that can be read.
    """
    from tuireader.sources.guarding import guarded
    from tuireader.sources.passing import DATA

    known = input.asked or input.suffix not in DATA
    reader = reader_of(input) if known else sure(input)
    yield from told_once()
    if reader is not None:
        yield from guarded(reader, input, _TOLD)
