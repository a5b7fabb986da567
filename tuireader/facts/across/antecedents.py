"""Where the noun phrase begins that ends at a word: what "which" stands for."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from tuireader.facts.dates.tense import is_verb
from tuireader.facts.listed import word_set
from tuireader.facts.reading import Reading
from tuireader.facts.saying import NOUNLIKE, is_cue

_DETERMINERS = word_set("the a an his her its their our my this these those no any some each every another")
#: Prepositions inside a noun phrase: "elections in Drell", "the board of Drell".
_INSIDE = word_set("of in for at to between with on")
_NOT_IN_IT = word_set(
    """in on at by of for from to with during after before since until about over into under against between among
    following despite amid ahead within through without and but or so as than that who which whose where when while if
    because although though he she they it we i you not also only even then now will would could may might can should
    must is are was were be been has have had do does did"""
)


def noun_phrase_start(reading: Reading, last: int, low: int) -> int:
    """Index of the first token of the noun phrase whose last one is ``last``; no token before ``low`` belongs to it."""
    tokens = reading.document.tokens
    at = last
    while at > low:
        if tokens[at].low in _DETERMINERS:
            if tokens[at - 1].low != "of" or at - 2 < low:
                break
            at -= 2
            continue
        before = tokens[at - 1]
        if before.low in _INSIDE and at - 2 >= low and _is_noun(tokens[at - 2].text):
            at -= 2
            continue
        if not before.low[0].isalnum() and before.low not in ("'s", "&", "-"):
            break
        if before.low in _NOT_IN_IT or before.low.endswith("ly") or _is_verb(before.text):
            break
        at -= 1
    # A name is not cut: "Bosnia and Herzegovina".
    names = reading.names
    nearest = bisect_left(names, at, key=attrgetter("first")) - 1
    cut = nearest >= 0 and names[nearest].last > at
    return max(low, names[nearest].first) if cut else at


def _is_noun(text: str) -> bool:
    low = text.lower()
    return (
        text.isalpha()
        and text.islower()
        and low not in _NOT_IN_IT
        and not low.endswith(("ly", "ing"))
        and not _is_verb(text)
    )


def _is_verb(text: str) -> bool:
    return is_verb(text) or (text.islower() and is_cue(text) and text not in NOUNLIKE)
