"""Plain text: whatever no other reader knows, as long as it is text."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.decoding import decode
from tuireader.sources.model import Draft, Input, Problem

NAME = "plain text"
EXTRA = ""
SUFFIXES = frozenset((".txt", ".text"))


def fits(input: Input) -> bool:
    """Whether nothing speaks against text."""
    return b"\x00" not in input.head


def read(input: Input) -> Iterator[Draft | Problem]:
    """The one article it is. Raises BinaryError where it is no text."""
    data = input.data()
    text, encoding = decode(data, input.options.charset, input.charset)
    if text.strip():
        yield Draft(text=text, plain=True, encoding=encoding)
    else:
        yield Problem(input.path, "is empty" if not data else "holds no text")
