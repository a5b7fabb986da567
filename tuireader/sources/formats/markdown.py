"""Markdown: the text as it looks when it is drawn, with what its front matter says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tuireader.sources.answers import draft
from tuireader.sources.decoding import decode
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import call
from tuireader.sources.model import Draft, Problem

NAME = "Markdown"
EXTRA = ""
SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd"))

#: A longer text is read by the worker: some things that look like Markdown take their time.
_LONG = 100_000


def fits(input: StreamInput) -> bool:
    """Whether it begins with front matter that has a title."""
    if b"\x00" in input.head:
        return False
    from tuireader.sources.parsing.marked import front_matter

    pairs, _ = front_matter(input.head.decode("utf-8", "replace"))
    return any(key.lower() in ("title", "headline") for key in pairs)


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The one article it is. Raises BinaryError where it is no text, ValueError where it holds none."""
    text, encoding = decode(input.data(), input.options.charset, input.charset)
    if len(text) > _LONG:
        found = call("tuireader.sources.parsing.marked:read", text.encode("utf-8", "surrogatepass")).data
    else:
        from tuireader.sources.parsing.marked import render

        # As the worker would give it, so that both are checked alike.
        found = json.loads(json.dumps(render(text)))
    if isinstance(found, dict):
        found["encoding"] = encoding
    yield draft(found)
