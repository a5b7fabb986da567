"""Cuts a stretch of text into sentences, by rules.

A line break ends a sentence. So do stops in many scripts, except a point after an abbreviation, an initial or a number.
A sentence inside a quotation is a sentence of its own: “Let me be clear. | They are committed,” Rutte said.
"""

from __future__ import annotations

import re

from tuireader.text.abbreviations import BEFORE_NAME, BEFORE_NUMBER, SAYING, STARTERS, WITHIN_OR_END
from tuireader.text.lazy import Lazy

#: A sentence longer than this is cut at its next white space: no writer meant it, and nobody could compare it.
LONGEST = 2000

_CLOSE = "\"'”’»›)\\]}」』】）〉》｣"
_OPEN = "\"'“‘«‹(\\[{„‚¿¡「『【（〈《｢"
# Runs are taken whole and never given back, so that a megabyte of points is one step.
_STOP = re.compile(
    rf"(?P<point>\.+|[!?…‽؟]|[։።។။۔।॥;;])[.!?…‽؟]*+[{_CLOSE}]*+(?:\[\d{{1,3}}\])*+(?P<space>\s*+)"
    rf"|(?P<wide>[。！？｡．]++)[{_CLOSE}]*+\s*+"
    r"|(?P<line>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*+)"
)
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SHORT = re.compile(r"(?:[^\W\d_]\.){1,6}$|[^\W_](?:[^\W_]|['’&-])*\.$")
_OPENERS = re.compile(rf"[{_OPEN}\s]*+")
_NEXT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SPEAKER = Lazy(r"(?:[A-Z][\w.'’-]{0,30} ){1,5}")
_GREEK = Lazy(r"[\u0370-\u03ff\u1f00-\u1fff]")
#: How far back an abbreviation may begin.
_REACH = 24
_STRAY = 8


def cut(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as half-open offsets in ``text``, white space trimmed.

    They stand in order, do not overlap, and hold every character that is not white space. A line break ends a sentence:
    of a paragraph that was broken at a margin ask ``unbroken`` first. Takes linear time.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for match in _STOP.finditer(text, start, stop):
        if match.start() >= begin and _ends(text, begin, match, stop):
            _append(found, text, begin, match.end())
            begin = match.end()
    _append(found, text, begin, stop)
    return found


def _append(found: list[tuple[int, int]], text: str, low: int, high: int) -> None:
    piece = text[low:high]
    low += len(piece) - len(piece.lstrip())
    high -= len(piece) - len(piece.rstrip())
    stray = 0 < high - low < _STRAY and not any(char.isalnum() for char in text[low:high])
    if stray and found and not _BREAK.search(text, found[-1][1], high):
        # A mark left alone, as in ‘gone. "’, belongs to what it closes.
        found[-1] = (found[-1][0], high)
        return
    while high - low > LONGEST:
        space = next(
            (place for place in range(low + LONGEST, min(high, low + 2 * LONGEST)) if text[place].isspace()), 0
        )
        middle = space or low + LONGEST
        found.append((low, middle))
        low = middle + len(text[middle:high]) - len(text[middle:high].lstrip()) if space else middle
    if high > low:
        found.append((low, high))


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether the stop that ``match`` found ends the sentence that began at ``begin``."""
    gap = match["line"] or match["space"] or ""
    if _BREAK.search(gap) or match.end() >= stop:
        return True
    if match["line"] is not None:
        return False
    if match["wide"] is not None:
        return text[match.end()] not in "とって"
    point = match["point"]
    after = _NEXT.match(text, _OPENERS.match(text, match.end(), stop).end(), stop)  # type: ignore[union-attr]
    if point in ";;":
        return bool(gap) and match.start() > begin and _GREEK.match(text, match.start() - 1) is not None
    if not gap:
        return _glued(text, match, after)
    if after is None:
        return text[match.end()] not in ",;:)–—―-"
    if after.group()[0].islower():
        return False
    body = text[match.start() : match.end()].rstrip()
    closed = body[-1] not in ".!?…‽؟"
    if closed and body[0] in "!?" and _asked(text, after.start()):
        return False
    return closed or point != "." or body != "." or _point_ends(text, begin, match.start(), after.group())


def _glued(text: str, match: re.Match[str], after: re.Match[str] | None) -> bool:
    """A stop without white space after it: the end where a space was lost before a word that starts sentences."""
    if match["point"] in "։።។။۔।॥؟":
        return True
    if match["point"] not in ".!?" or after is None or after.start() > match.end() + 1:
        return False
    word = after.group()
    before = text[max(0, match.start() - 2) : match.start()]
    return (
        word[0].isupper() and word[1:].islower() and word.lower() in STARTERS and before.isalpha() and before.islower()
    )


def _asked(text: str, place: int) -> bool:
    """Whether a speaker stands at ``place``: one to five names and a verb of saying."""
    names = _SPEAKER.match(text, place)
    if names is None:
        return False
    verb = _NEXT.match(text, names.end())
    return verb is not None and verb.group() in SAYING


def _point_ends(text: str, begin: int, place: int, after: str) -> bool:
    """Whether the single point at ``place`` ends a sentence before the word ``after``, which is not in lower case."""
    found = _SHORT.search(text[max(begin, place - _REACH) : place + 1])
    if found is None:
        return True
    word = found.group()
    bare = word.replace(".", "").casefold()
    number = after[0].isdigit()
    if bare.isdigit():
        return place - len(bare) > begin
    if bare in BEFORE_NAME:
        return bare in WITHIN_OR_END and after.casefold() in STARTERS
    if "." in word[:-1] or (len(bare) == 1 and word[0].isalpha()):
        return not number and after.casefold() in STARTERS and (after != "I" or len(bare) > 1)
    if bare in BEFORE_NUMBER and (number or bare in WITHIN_OR_END):
        return not number and after.casefold() in STARTERS
    if bare in WITHIN_OR_END and (word[0].isupper() or bare in _PLAIN):
        return not number and after.casefold() in STARTERS
    return True


_PLAIN = frozenset(("etc", "inc", "corp", "ltd", "jr", "esq", "dept", "hrs", "lbs", "sq"))
