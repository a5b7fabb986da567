"""How many: the quantities of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tuireader.facts.document import Document
from tuireader.facts.quantities import amounts, codes, measured, measures, ranges
from tuireader.facts.quantities.counted import counted, elliptical
from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.numbers import find as find_numbers
from tuireader.facts.quantities.quantity import Quantity

#: Tried in this order; the first that fits takes the number.
_READERS = (
    ranges.score_or_range, measured.percent, amounts.money, measured.age, measured.temperature, measures.measure,
)  # fmt: skip
_DIGIT = re.compile(r"\d")


def find(document: Document, taken: Iterable[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a document, in order. Spans in ``taken`` (dates, names) are passed over."""
    found: list[Quantity] = []
    text = document.text
    busy = sorted(taken)
    position = at = 0
    for sentence in document.sentences:
        codes_here: list[tuple[int, int]] | None = None
        coded = 0
        for number in find_numbers(text, sentence.start, sentence.end):
            while at < len(busy) and busy[at][1] <= number.start:
                at += 1
            if text.startswith("\x1b[", max(0, number.start - 2)):
                # A colour for a terminal: "ESC [ 31 m".
                continue
            if number.start < position or (at < len(busy) and busy[at][0] < number.end):
                continue
            if codes_here is None:
                codes_here = list(codes.spans(text, sentence.start, sentence.end))
            while coded < len(codes_here) and codes_here[coded][1] <= number.start:
                coded += 1
            if coded < len(codes_here) and codes_here[coded][0] < number.end:
                continue
            end = _before_date(text, busy, at, sentence.end)
            quantity = _read(document, number, max(sentence.start, position), end)
            if quantity is not None and quantity.start >= position:
                found.append(quantity)
                position = quantity.end
    return elliptical(document, found)


def _before_date(text: str, busy: Sequence[tuple[int, int]], at: int, end: int) -> int:
    """Where the next taken span with a digit begins, which no range may run into; else ``end``."""
    for low, high in busy[at : at + 8]:
        if low >= end:
            break
        if _DIGIT.search(text, low, high):
            return low
    return end


def _read(document: Document, number: Number, start: int, end: int) -> Quantity | None:
    text = document.text
    before = text[max(start, number.start - 40) : number.start]
    if codes.is_label(document, number, before):
        return None
    for reader in _READERS:
        made = reader(text, number, before, end)
        if made is not None:
            return _ranged(document, number, before, made, end)
    if number.digits and text[number.end : number.end + 1].isalpha() and text[number.end] != "s":
        # "4chan", "777F": a name.
        return None
    return counted(document, number, before, end)


def _ranged(document: Document, number: Number, before: str, made: Quantity, end: int) -> Quantity:
    """A range without unit counts what follows it: "10 to 12 people"."""
    if made.unit is not None:
        return made
    other = number._replace(end=made.end, value=made.number)
    plain = counted(document, other, before, end)
    return made if plain is None or plain.noun is None else made._replace(end=plain.end, noun=plain.noun)
