"""A page that a browser saved in one file: MHTML, a mail that holds the page and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.answers import draft
from tuireader.sources.formats import eml
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import call
from tuireader.sources.model import Draft, Problem

NAME = "MHTML"
EXTRA = "html"
SUFFIXES = frozenset((".mhtml", ".mht"))

#: Pictures make up most of it.
_TIMES = 16


def fits(input: StreamInput) -> bool:
    """Whether it is a mail that nobody sent: several parts in one, by whoever saves pages."""
    found = eml.headers(input)
    if "multipart/related" not in found and "text/html" not in found:
        return False
    saved = "snapshot-content-location:" in found or "from: <saved by" in found or "\nx-mimeole:" in f"\n{found}"
    sent = "\nreceived:" in f"\n{found}" or "\nmessage-id:" in f"\n{found}" or "\nto:" in f"\n{found}"
    return not sent and (saved or input.suffix in SUFFIXES)


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The article of the page. Raises ValueError where it holds none, ImportError where the extra is missing."""
    data = input.data(_TIMES * input.options.cap)
    cap, charset = input.options.cap, input.options.charset
    yield draft(call("tuireader.sources.parsing.saved_page:read", data, cap=cap, charset=charset).data)
