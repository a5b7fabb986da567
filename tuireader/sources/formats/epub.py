"""A book: EPUB, each of its chapters an article, the book their source."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.answers import clean, draft, listed
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Unreadable, call
from tuireader.sources.model import Draft, Problem

NAME = "EPUB"
EXTRA = ""
SUFFIXES = frozenset((".epub",))

#: A book of pictures is larger than any text.
_TIMES = 32
#: The first member of the archive, not packed: its name, then what it says.
_FIRST = b"mimetypeapplication/epub+zip"


def fits(input: StreamInput) -> bool:
    """Whether it is a zip archive that says first of all what it is, or is named as a book and says it anywhere."""
    if not input.head.startswith(b"PK\x03\x04"):
        return False
    return (
        input.head[30:58] == _FIRST
        or (input.suffix == ".epub" and b"META-INF/" in input.head)
        or (b"application/epub+zip" in input.head[:200])
    )


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The chapters in order. Raises ValueError where there are none."""
    data = input.data(_TIMES * input.options.cap)
    found = call("tuireader.sources.parsing.book:read", data, cap=input.options.cap).data
    if not isinstance(found, dict):
        raise Unreadable("could not be read: its reader gave no answer")
    for each in listed(found.get("drafts")):
        yield draft(each)
    for problem in listed(found.get("problems")):
        name, why = problem if isinstance(problem, list) and len(problem) == 2 else ("", "could not be read")
        yield Problem(f"{input.path}/{clean(name)}", clean(why))
