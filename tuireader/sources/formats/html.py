"""A web page: the article it holds, found by trafilatura in the worker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.sources.answers import draft
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Refused, Task, answer
from tuireader.sources.model import Draft, Problem
from tuireader.text.lazy import Lazy

NAME = "HTML"
EXTRA = "html"
SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))

#: A page may be so many times as large as a text: with pictures and scripts in it most of it is neither.
_TIMES = 8
#: A book on one page takes its time.
_SECONDS, _SECONDS_A_MEGABYTE = 10.0, 3.0
_MARKUP = Lazy(r"\s*(?:<\?xml\b[^>]{0,300}>\s*)?(?:<!--.{0,5000}?-->\s*){0,5}<(?:!doctype\s+html|html)\b", re.I | re.S)
#: The folder in which a browser puts the pictures, frames and advertisements of a page it saves.
_BESIDE = Lazy(r"(?:_files|-Dateien|_fichiers|_archivos|_arquivos|_bestanden|_pliki)/[^/]{1,255}$")
_ELEMENTS = (b"<head", b"<body", b"<title", b"<meta", b"<p>", b"<div", b"<article")


def fits(input: StreamInput) -> bool:
    """Whether it begins as a page does, or a server says that it is one and it has the elements of one."""
    head = input.head[:8192]
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    if _MARKUP.match(text.lstrip("\ufeff\xef\xbb\xbf")):
        return True
    low = head.lower()
    told = input.media in ("text/html", "application/xhtml+xml")
    # By its name alone a file is one where it has two of the elements: a table of data may hold one in a column.
    return sum(name in low for name in _ELEMENTS) >= (1 if told else 2 if input.suffix in SUFFIXES else 99)


def task(data: bytes, *, charset: str = "", address: str = "", cap: int = 8_000_000, sure: bool = False) -> Task:
    """What the worker is to do for a page; ``draft`` reads its answer."""
    options = {"charset": charset, "address": address, "cap": cap, "sure": sure}
    return Task("tuireader.sources.parsing.page:read", data, options, _SECONDS + _SECONDS_A_MEGABYTE * len(data) / 1e6)


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The article of the page. Raises ValueError where it holds none, ImportError where the extra is missing.

    What a browser saved beside a page is passed over, as is a page that nobody named and that holds no article.
    """
    if not input.asked and _BESIDE.search(input.path):
        return
    address = input.path if input.path.startswith(("http://", "https://")) else ""
    cap, sure = input.options.cap, bool(input.options.charset)
    page = task(input.data(_TIMES * cap), charset=input.charset, address=address, cap=cap, sure=sure)
    try:
        found = answer(page)
    except Refused:
        if input.asked:
            raise
        # Lists and frames lie beside articles; nobody asked for them.
        return
    yield draft(found.data)
