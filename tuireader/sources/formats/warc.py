"""A web archive (WARC): each page in it that a server answered with is an article; packed by gzip or not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from tuireader.sources.answers import clean, draft
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Answered, Task, ahead
from tuireader.sources.model import Draft, Problem
from tuireader.sources.records import Record, records

NAME = "WARC"
EXTRA = "warc"
SUFFIXES = frozenset((".warc",))

_WANTED = frozenset(("response", "resource"))
_TIMES = 8
#: What a record that holds a page says in its first bytes; no other is given to the worker.
_PAGE = re.compile(rb"(?im)^content-type:\s{0,9}(?:text/html|application/xhtml\+xml)")
_HEAD = 1 << 14


def fits(input: StreamInput) -> bool:
    """Whether its first record is one of a web archive."""
    head = input.head
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith((b"WARC/1.", b"WARC/0."))


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The pages in the order of the archive. Broken records are problems, and the rest is read.

    Raises ImportError where the extra is missing.
    """
    waiting: list[Record] = []
    with input.open() as file:
        found = records(file, input.budget, _WANTED, _TIMES * input.options.cap)
        for answer in ahead(_tasks(found, waiting, input)):
            yield from _read(answer, waiting.pop(0), input)


def _tasks(found: Iterator[Record], waiting: list[Record], input: StreamInput) -> Iterator[Task]:
    """The work for each record, which is put behind those that wait for their answer."""
    options: dict[str, object] = {"cap": input.options.cap, "charset": input.options.charset}
    for record in found:
        if record.data and _PAGE.search(record.data, 0, _HEAD):
            waiting.append(Record(record.headers, b"", record.broken))
            yield Task("tuireader.sources.parsing.web_record:read", record.data, options)
        elif record.broken:
            waiting.append(record)
            yield Task("tuireader.sources.parsing.refusing:refuse", b"", {"why": record.broken})


def _read(answer: Answered | Exception, record: Record, input: StreamInput) -> Iterator[Draft | Problem]:
    address = clean(record.headers.get("warc-target-uri", "")).strip("<>")[:2000]
    path = f"{input.path}#{address}" if address else input.path
    if isinstance(answer, ImportError):
        raise answer
    if isinstance(answer, Exception):
        yield Problem(path, str(answer))
        return
    if isinstance(answer.data, dict) and answer.data.get("skipped"):
        return
    try:
        yield draft(answer.data, name=address)
    except ValueError as error:
        yield Problem(path, str(error))
    else:
        if record.broken:
            yield Problem(path, record.broken)
