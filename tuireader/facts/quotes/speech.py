"""Direct quotes: what stands between quotation marks, over sentences and paragraphs.

Printed text is careless with its marks: a curly one is closed by a straight one, a closing one opens, a sentence
within a quote is marked again, a quote that goes on in the next paragraph is not closed. So every mark is read by its
shape and by what stands on either side of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.facts.document import Document


class Quote(NamedTuple):
    """The words between two quotation marks, ``start:end`` without the marks.

    ``opened`` is where its opening mark stands, ``closed`` behind its closing one. ``continues`` says that it goes on
    with the quote of the paragraph before, which had no closing mark.
    """

    start: int
    end: int
    opened: int
    closed: int
    paragraph: int
    continues: bool


class _Mark(NamedTuple):
    """A quotation mark: where it stands, whether it is straight, and which ways it can look."""

    at: int
    size: int
    straight: bool
    opens: bool
    closes: bool


_DOUBLE = re.compile('[“”„‟«»"]')
_TYPED = re.compile("''|``")
_SINGLE = re.compile("[‘’]")
#: What may stand before an opening mark, and behind a closing one, besides white space.
_BEFORE = "([{—–-‘'“:…/,”\""
#: "…, Lang said" or "…, said Lang" behind words that should have been closed.
_TOLD = re.compile(
    r"[,.?!]\s+(?:(?:he|she|they|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) (?:said|says|added|told|wrote|asked)\b"
    r"|(?:said|says|added|asked) (?:he|she|[A-Z]))"
)
_SENTENCE_END = re.compile(r"[.?!…](?=\s)")
#: A mark without its fellow, this far from the end of the paragraph, is a slip.
_FAR = 2000
#: So far back from a second opening mark the first quote may have ended.
_BACK = 400
_NICKNAME = 25
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[A-Z][a-zà-ž]+\.? $")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-zà-ž]+")
_INCHES = re.compile(r"\d['’]\s?\d{1,2}$")


def find(document: Document) -> list[Quote]:
    """The stretches between quotation marks, in order.

    Two apostrophes are a mark, and single marks count, only where no double ones stand.
    """
    return _scan(document, _DOUBLE) or _scan(document, _TYPED) or _scan(document, _SINGLE)


def _scan(document: Document, shapes: re.Pattern[str]) -> list[Quote]:
    found: list[Quote] = []
    open_before = False
    text = document.text
    for number, (start, end) in enumerate(document.paragraphs):
        marks = [
            _read(text, match.start(), match.end(), start, end)
            for match in shapes.finditer(text, start, end)
            if not _INCHES.search(text, max(start, match.start() - 6), match.start())
        ]
        goes_on = open_before and bool(marks) and marks[0].opens and marks[0].at == start
        if open_before and not goes_on:
            left = found.pop()
            if marks and marks[0].closes and not marks[0].opens:
                # No mark opens this paragraph, and one closes: it is the rest of the quote before.
                mark = marks.pop(0)
                begin, stop = _stripped(text, left.start, mark.at)
                found.append(left._replace(start=begin, end=stop, closed=mark.at + mark.size))
            else:
                found.append(_shut(text, left))
        here, open_before = _paragraph(text, end, number, marks)
        if goes_on and here and here[0].opened == start:
            here[0] = here[0]._replace(continues=True)
        found += here
    if open_before:
        found[-1] = _shut(text, found[-1])
    return [quote for quote in found if quote.end > quote.start and not _is_nickname(text, quote)]


def _is_nickname(text: str, quote: Quote) -> bool:
    """Whether marked words stand between a first name and a surname: Lena "Red" Orlov."""
    if quote.closed - quote.opened > _NICKNAME or not text[quote.start].isupper() or text[quote.end - 1] in ",.?!":
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, quote.opened - 30), quote.opened)
    return before is not None and _CAPITAL_AFTER.match(text, quote.closed) is not None


def _read(text: str, at: int, stop: int, start: int, end: int) -> _Mark:
    shape = text[at]
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    free = before.isspace() or before in _BEFORE
    size = stop - at
    if size == 1 and shape in "‘’":
        opens = shape == "‘" and not after.isspace() and not before.isalnum()
        return _Mark(at, size, False, opens, shape == "’" and not after.isalnum())
    if size == 2 or shape in '"‟':
        opens, closes = free and not after.isspace(), not before.isspace() and before not in "([{"
        either = not opens and not closes
        return _Mark(at, size, True, (opens or either) and stop < end, (closes or either) and at > start)
    if shape in "“„«":
        wrong_way = shape == "“" and not free and (after.isspace() or after in ",.;:)?!")
        return _Mark(at, size, False, not wrong_way, wrong_way)
    wrong_way = shape == "”" and stop < end and (at == start or (before.isspace() and not after.isspace()))
    return _Mark(at, size, False, wrong_way, at > start)


def _paragraph(text: str, end: int, number: int, marks: list[_Mark]) -> tuple[list[Quote], bool]:
    """Quotes of one paragraph, and whether the last one is left open for the next."""
    found: list[Quote] = []
    opened: _Mark | None = None
    inner: list[bool] = []
    for place, mark in enumerate(marks):
        rest = marks[place + 1 : place + 3]
        if opened is None:
            if mark.opens:
                opened, inner = mark, []
        elif mark.opens and (not mark.closes or mark.straight != opened.straight):
            told = (
                _TOLD.search(text, max(opened.at, mark.at - _BACK), mark.at)
                if mark.straight == opened.straight
                else None
            )
            if told:
                # The quote before was never closed: it ended where somebody is told to have said it.
                found.append(_quote(text, opened, told.start() + 1, told.start() + 1, number))
                opened, inner = mark, []
            elif _has_fellow(mark, opened, rest):
                inner.append(mark.straight)
        elif inner and (inner[-1] == mark.straight or opened.straight != mark.straight):
            inner.pop()
        elif not (mark.straight and not opened.straight and rest and rest[0].closes and not rest[0].straight):
            found.append(_quote(text, opened, mark.at, mark.at + mark.size, number))
            opened = None
    if opened is None or (not found and end - opened.at > _FAR):
        return found, False
    found.append(_quote(text, opened, end, end, number))
    return found, True


def _has_fellow(mark: _Mark, opened: _Mark, rest: list[_Mark]) -> bool:
    """Whether a mark that opens within a quote is closed again before the quote is."""
    if not rest or not rest[0].closes or rest[0].straight != mark.straight:
        return False
    return mark.straight != opened.straight or (len(rest) > 1 and rest[1].closes)


def _shut(text: str, quote: Quote) -> Quote:
    """A quote that is closed nowhere: it ends where somebody is told to have said it, else with its paragraph.

    Words quoted within a sentence end with that sentence.
    """
    stop = _TOLD.search(text, quote.start, quote.end)
    if stop is None and quote.start < quote.end and text[quote.start].islower():
        stop = _SENTENCE_END.search(text, quote.start, quote.end)
    if stop is None:
        return quote
    return quote._replace(end=stop.start() + 1, closed=stop.start() + 1)


def _quote(text: str, opened: _Mark, end: int, closed: int, number: int) -> Quote:
    start, end = _stripped(text, opened.at + opened.size, end)
    return Quote(start, end, opened.at, closed, number, False)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
