"""A folder of mail in one file: mails one after the other, each behind a line that begins with ``From ``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tuireader.sources.formats import eml
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Answered, Task, ahead
from tuireader.sources.model import Draft, Problem

NAME = "mbox"
EXTRA = ""
SUFFIXES = frozenset((".mbox", ".mbx"))

_SEPARATOR = re.compile(rb"From \S[^\n]{0,500}\d")
_HEADER = re.compile(rb"[A-Za-z][\w-]{0,60}:|>From ")
#: ``From `` at the beginning of a line was marked when the mail was put in, in one of two ways.
_MARKED = re.compile(rb"^>(>{0,20}From )", re.M)
#: A line is read in pieces of so many bytes.
_LINE = 1 << 16


def fits(input: StreamInput) -> bool:
    """Whether a separator and the headers of a mail come first."""
    first, _, rest = input.head.lstrip(b"\r\n").partition(b"\n")
    return _SEPARATOR.match(first) is not None and _HEADER.match(rest) is not None


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The articles in its mails, one mail after the other as they are read. A bad mail is a problem, and no end."""
    cap = eml.TIMES * input.options.cap
    with input.open() as file:
        for number, each in enumerate(ahead(_tasks(input, file, cap)), 1):
            yield from _articles(each, input, number)


def _tasks(input: StreamInput, file: BinaryIO, cap: int) -> Iterator[Task]:
    for message in messages(file, cap):
        if message is None:
            # Told in its turn, as whatever else is wrong with a mail.
            why = f"is a mail of more than {cap / 1e6:g} MB"
            yield Task("tuireader.sources.parsing.refusing:refuse", b"", {"why": why})
        else:
            yield eml.task(_MARKED.sub(rb"\1", message), input)


def _articles(each: Answered | Exception, input: StreamInput, number: int) -> Iterator[Draft | Problem]:
    if isinstance(each, ImportError):
        raise each
    try:
        if isinstance(each, Exception):
            raise each
        yield from eml.articles(each, input, str(number))
    except ValueError as error:
        yield Problem(f"{input.path}#{number}", str(error))


def messages(file: BinaryIO, cap: int) -> Iterator[bytes | None]:
    """The mails in ``file``, without their separators; None for each that has more than ``cap`` bytes.

    A separator counts after a blank line, and before a line that is a header: a sentence may begin with From, too.
    """
    piece: list[bytes] = []
    size = 0
    started = False
    blank = True
    whole = True
    line = file.readline(_LINE)
    while line:
        after = file.readline(_LINE)
        if blank and whole and line.startswith(b"From ") and _SEPARATOR.match(line) and _HEADER.match(after):
            if started:
                yield b"".join(piece) if size <= cap else None
            piece, size, started = [], 0, True
        elif started:
            size += len(line)
            if size <= cap:
                piece.append(line)
            else:
                piece.clear()
        blank = not line.strip()
        whole = line.endswith(b"\n")
        line = after
    if started:
        yield b"".join(piece) if size <= cap else None
