"""How many: the quantities of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tuireader.facts import measured
from tuireader.facts.counted import counted
from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.numbers import Number
from tuireader.facts.numbers import find as find_numbers
from tuireader.facts.quantity import Quantity
from tuireader.facts.units import ISO_CODES

#: A web address that goes on to the number; a currency's code right before it.
_ADDRESS = re.compile(r"(?:://|www\.)\S*$")
_CODE = re.compile(r"(?<![A-Za-z])(?:" + "|".join(sorted(ISO_CODES)) + r")$")
#: Tried in this order; the first that fits takes the number.
_READERS = (
    measured.percent, measured.money, measured.score_or_range, measured.age, measured.temperature, measured.measure,
)  # fmt: skip
#: A number behind one of these is a label.
_LABELS = word_set(
    """article articles section chapter page pages no. no number figure part flight room highway route person
    organization phase level type version channel apollo boeing airbus windows model lane building gate
    platform district precinct ward psalm verse episode season volume issue rule title clause paragraph annex
    resolution class bus zone area agent"""
)
#: Behind these "one" is a pronoun.
_NO_NUMBER = word_set("this that the no any every which each next last another only")


def find(document: Document, taken: Iterable[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a document, in order. Spans in ``taken`` (dates, names) are passed over."""
    busy = sorted(taken)
    found: list[Quantity] = []
    text = document.text
    position = at = 0
    for sentence in document.sentences:
        for number in find_numbers(text, sentence.start, sentence.end):
            while at < len(busy) and busy[at][1] <= number.start:
                at += 1
            if number.start < position or (at < len(busy) and busy[at][0] < number.end):
                continue
            quantity = _read(document, number, max(sentence.start, position), sentence.end)
            if quantity is not None and quantity.start >= position:
                found.append(quantity)
                position = quantity.end
    return found


def _read(document: Document, number: Number, start: int, end: int) -> Quantity | None:
    text = document.text
    before = text[max(start, number.start - 40) : number.start]
    if _is_label(document, number, before):
        return None
    for reader in _READERS:
        made = reader(text, number, before, end)
        if made is not None:
            return made
    return counted(document, number, before, end)


def _is_label(document: Document, number: Number, before: str) -> bool:
    """Whether the number only names: "Article 5", "COVID-19", "G7", "one" as a pronoun."""
    if before.endswith(("://", "www.")) or _ADDRESS.search(before):
        return True
    if _CODE.search(before):
        return False
    if before and (before[-1].isalpha() or (before[-1] in "-‐‑_" and len(before) > 1 and before[-2].isalnum())):
        return True
    words = before.split()
    last = words[-1].strip('“"(').lower() if words else ""
    if last in _LABELS and (number.digits or number.form == "cardinal") and words[-1][0].isupper():
        return True
    word = document.text[number.start : number.end].lower()
    if word == "one":
        after = document.text[number.end : number.end + 7].lower()
        return after.startswith((" that ", " who ", " which", " anoth")) or last in _NO_NUMBER
    return number.form == "ordinal" and number.value < 2
