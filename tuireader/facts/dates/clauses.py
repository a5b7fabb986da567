"""The clause a date goes with: what happened, or is to happen, on it."""

from __future__ import annotations

from itertools import pairwise

from tuireader.facts.dates.finding import Date
from tuireader.facts.dates.tense import is_verb
from tuireader.facts.document import Document
from tuireader.facts.listed import word_set

_CUTS = frozenset(";:—–") | {"--"}
#: Words that begin a clause behind a comma.
_OPENERS = word_set(
    """and but while after before when where which who because although though as so since until whereas whose if
    unless or"""
)
_RELATIVE = word_set("who which where whose")
_TRIMMED = word_set(', ; : . — – -- and but ) ] ” ’ "')
_OPENING = word_set(", ; : . — – -- and but or while ) ]")


def clause(document: Document, date: Date) -> tuple[int, int]:
    """Start and end of the clause a date stands in: its sentence, cut where another clause begins.

    A stretch without a verb of its own ("on Monday, after …") takes in the one before it, or behind it.
    """
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(date.start)]
    cuts = [sentence.first]
    for at in range(sentence.first + 1, sentence.last):
        token = tokens[at]
        inside = date.start < token.start < date.end
        opens = tokens[at - 1].low == "," and token.low in _OPENERS
        if not inside and (opens or tokens[at - 1].low in _CUTS):
            cuts.append(at)
    cuts.append(sentence.last)
    parts = list(pairwise(cuts))
    here = next((at for at, (_, last) in enumerate(parts) if tokens[last - 1].end >= date.end), len(parts) - 1)
    low = high = here
    if low > 0 and tokens[parts[low][0]].low in _RELATIVE:
        # "Who married in Oslo last year" says nothing without whom.
        low -= 1
    while not _has_verb(document, parts[low][0], parts[high][1]) and (low > 0 or high + 1 < len(parts)):
        if low > 0:
            low -= 1
        else:
            high += 1
    return _trimmed(document, parts[low][0], parts[high][1], date)


def _has_verb(document: Document, first: int, last: int) -> bool:
    return any(is_verb(token.text) for token in document.tokens[first:last])


def _trimmed(document: Document, first: int, last: int, date: Date) -> tuple[int, int]:
    tokens = document.tokens
    while first < last - 1 and tokens[first].low in _OPENING and tokens[first].end <= date.start:
        first += 1
    while last > first + 1 and tokens[last - 1].low in _TRIMMED and tokens[last - 1].start >= date.end:
        last -= 1
    return tokens[first].start, tokens[last - 1].end
