"""Direct quotes: what stands between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.facts.document import Document


class Quote(NamedTuple):
    """The words between two quotation marks, ``start:end`` without the marks, in one paragraph.

    ``opened`` is where its opening mark stands, ``closed`` behind its closing one. ``continues`` says that it goes on
    with the quote of the paragraph before, which had no closing mark.
    """

    start: int
    end: int
    opened: int
    closed: int
    paragraph: int
    continues: bool


_PAIRS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‟": "”"}


def find(document: Document) -> list[Quote]:
    """The stretches between quotation marks, in order; single marks count only where no double ones stand."""
    found = _scan(document, _PAIRS)
    if not found:
        found = _scan(document, {"‘": "’"})
    return found


def _scan(document: Document, pairs: dict[str, str]) -> list[Quote]:
    found: list[Quote] = []
    open_before = False
    for number, (start, end) in enumerate(document.paragraphs):
        if open_before and found and (stop := _closes_first(document.text, start, end, pairs)) is not None:
            # No mark opens this paragraph, and one closes: it is the rest of the quote before.
            left = found.pop()
            found.append(left._replace(end=stop, closed=stop + 1))
            start = stop + 1
        here, open_before = _paragraph(document.text, start, end, number, pairs, open_before)
        found += here
    return found


def _closes_first(text: str, start: int, end: int, pairs: dict[str, str]) -> int | None:
    """Where a closing mark stands in a paragraph that opens none before it."""
    for position in range(start, end):
        char = text[position]
        if char == "”" and "“" in pairs:
            return position
        if char in pairs and (char != '"' or _opens(text, position, start, False)):
            return None
        if char == '"':
            return position
    return None


def _paragraph(
    text: str, start: int, end: int, number: int, pairs: dict[str, str], open_before: bool
) -> tuple[list[Quote], bool]:
    """Quotes of one paragraph, and whether the last one is left open for the next."""
    found: list[Quote] = []
    opened = -1
    closers = ""
    single = "‘" in pairs
    position = start
    while position < end:
        char = text[position]
        if opened < 0:
            if char in pairs and _opens(text, position, start, single):
                opened, closers = position, pairs[char]
        elif (
            char in closers
            and (char != '"' or not _opens(text, position, opened + 1, False))
            and _closes(text, position, single)
        ):
            found.append(
                _quote(text, opened, position, position + 1, number, open_before and not found and opened == start)
            )
            opened = -1
        elif (
            char in pairs
            and char != '"'
            and char not in closers
            and position > opened + 1
            and _opens(text, position, start, single)
        ):
            # A second opening mark without a closing one: a new sentence of the same quote was marked again.
            found.append(_quote(text, opened, position, position, number, False))
            opened, closers = position, pairs[char]
        position += 1
    left_open = opened >= 0
    if left_open:
        stray = not found and end - opened > 2000
        if not stray:
            found.append(_quote(text, opened, end, end, number, open_before and not found and opened == start))
    return [quote for quote in found if quote.end > quote.start], left_open


def _opens(text: str, position: int, start: int, single: bool) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if text[position] == '"':
        return not after.isspace() and (before.isspace() or before in "([{—–-‘'“:…/")
    return not after.isspace() and not (single and before.isalnum())


def _closes(text: str, position: int, single: bool) -> bool:
    """Whether a single closing mark is no apostrophe."""
    after = text[position + 1] if position + 1 < len(text) else " "
    return not (single and after.isalnum())


def _quote(text: str, opened: int, end: int, closed: int, number: int, continues: bool) -> Quote:
    start = opened + 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start, end, opened, closed, number, continues)
