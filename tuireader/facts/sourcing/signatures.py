"""Agencies that sign a text: in a dateline, at its end, in the reporters' credit, in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.facts.document import Document
from tuireader.facts.names.tagging import Name
from tuireader.facts.sourcing.outlets import is_outlet

# A word of a name has a length, so that one without an end ("A.A.A.A…") is not read anew from each of its letters.
_CREDIT = re.compile(
    r"\b(?:The )?(?P<who>[A-Z][\w./&’'-]{0,40}(?: [A-Z][\w./&’'-]{0,40}){0,4}) (?:has |have )?contributed "
    r"(?:\w{1,20} )?to this (?:report|article|story)"
)
_MATERIAL = re.compile(
    r"\b(?:material|reporting|information|files) (?:from|by) (?:the )?"
    r"(?P<who>[A-Z][\w./&-]{0,40}(?: [A-Z][\w./&-]{0,40}){0,4}) (?:was|were) used"
)
_BRACKETED = re.compile(r"\((?P<who>[A-Z][\w./-]{1,24}(?: [A-Z][\w.-]{1,20}){0,3})\)")


def signatures(document: Document, names: Sequence[Name]) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each agency that signs the text."""
    text = document.text
    known = {name.start: name.entity for name in names}
    for pattern in (_CREDIT, _MATERIAL):
        for match in pattern.finditer(text):
            start, end = match.span("who")
            if is_outlet(match["who"]):
                yield start, end, known.get(start, match["who"])
    agency = document.article.agency
    if agency:
        at = _signed(text, agency)
        if at is not None:
            yield at, at + len(agency), known.get(at, agency)
        return
    for start, end in _edges(document):
        for match in _BRACKETED.finditer(text, start, end):
            if is_outlet(match["who"]):
                yield *match.span("who"), known.get(match.start("who"), match["who"])


def _edges(document: Document) -> list[tuple[int, int]]:
    """Where signatures stand: the beginning of the first paragraphs, the end of the last."""
    first = [(start, min(end, start + 90)) for start, end in document.paragraphs[:3]]
    return first + [(max(start, end - 40), end) for start, end in document.paragraphs[-1:]]


def _signed(text: str, agency: str) -> int | None:
    """Where the agency's name stands by itself, the last place first."""
    at = text.rfind(agency)
    while at >= 0:
        before = text[at - 1] if at else " "
        after = text[at + len(agency)] if at + len(agency) < len(text) else " "
        if not before.isalnum() and not after.isalnum():
            return at
        at = text.rfind(agency, 0, at)
    return None
