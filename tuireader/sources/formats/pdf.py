"""A PDF: one article, its lines put together to paragraphs by pypdf and our own rules, in the worker."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.answers import draft
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Task, answer
from tuireader.sources.model import Draft, Problem

NAME = "PDF"
EXTRA = "pdf"
SUFFIXES = frozenset((".pdf",))

#: Pictures make up most of it.
_TIMES = 32
#: A page takes some hundredths of a second, and a megabyte may hold a hundred pages.
_SECONDS, _SECONDS_A_MEGABYTE = 30.0, 10.0


def fits(input: StreamInput) -> bool:
    """Whether it begins as a PDF does, with a few stray bytes before it at most."""
    return b"%PDF-" in input.head[:1024] and not input.head.lstrip().startswith(b"<")


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The text; a problem where not all pages could be read. Raises ValueError where it holds no text, ImportError
    where the extra is missing."""
    data = input.data(_TIMES * input.options.cap)
    seconds = _SECONDS + _SECONDS_A_MEGABYTE * len(data) / 1e6
    options: dict[str, object] = {"cap": input.options.cap, "seconds": seconds}
    found = answer(Task("tuireader.sources.parsing.pdf:read", data, options, seconds)).data
    yield draft(found)
    if isinstance(found, dict):
        pages, done, broken = (found.get(key) for key in ("pages", "done", "broken"))
        if isinstance(pages, int) and isinstance(done, int) and done < pages:
            yield Problem(input.path, f"only {done} of its {pages} pages were read in {seconds:.0f} s")
        elif isinstance(broken, int) and broken:
            yield Problem(input.path, f"{broken} of its {pages} pages could not be read")
