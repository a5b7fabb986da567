"""What a date is the date of, as a heading: "Mark Orr visits Drellia", "the Quorban dam broke"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuireader.facts.across.dated import dated
from tuireader.facts.dates.clauses import clause
from tuireader.facts.dates.finding import Date
from tuireader.facts.events.finding import Event
from tuireader.facts.events.mentions import headline
from tuireader.facts.listed import word_set
from tuireader.facts.reading import Reading

#: So many characters from its date an event may stand.
_BESIDE = 70
#: A heading has so many words at most, and no fewer than that many where the clause gives them.
_LONGEST, _SHORTEST = 9, 3
_LEADS = word_set(
    "on in by at since until till from during for of through before after early late the this about around"
)
_ENDS = word_set(
    """the a an of in on at to for from by with and or but that than as his her its their who which when where is are
    was were be will would has had have not if while after before"""
)
_OPENERS = word_set("when though although while after before as and but because since that if so")
_PAUSES = frozenset([",", ";", ":"])
_MARKS = "“”\"‘’'()[]{},;:—–-"


def heading(told: Sequence[tuple[Reading, Date, Event | None]]) -> str:
    """The event that most of the articles put beside a date, of equals the one told first; else words of its clause."""
    events = [
        (reading.document.id, headline(event))
        for reading, date, event in told
        if event is not None
        and max(event.start - date.end, date.start - event.end) <= _BESIDE
        and _dates(reading, date, event)
    ]
    if events:
        share = Counter(event for _, event in dict.fromkeys(events))
        return max((event for _, event in events), key=lambda event: share[event])
    reading, date, _ = told[0]
    return _in_words(reading, date)


def _dates(reading: Reading, date: Date, event: Event) -> bool:
    """Whether an event beside a date is told in the clause the date belongs to, or nobody knows which that is."""
    own = dated(reading, date, date.end)
    return own is None or (event.start < own[1] and own[0] < event.end)


def _in_words(reading: Reading, date: Date) -> str:
    """The first words of the clause a date stands in, without the date and what leads to it."""
    text = reading.document.text
    start, end = dated(reading, date, date.end) or clause(reading.document, date)
    ends = [one for one in reading.dates if one.period == date.period] if date.period else [date]
    before, after = text[start : ends[0].start].split(), text[ends[-1].end : end].split()
    if before and before[0].lower() in _OPENERS:
        before = before[1:]
    while before and before[-1].lower().strip(_MARKS) in _LEADS:
        before.pop()
    if len(before) >= _SHORTEST and text[ends[-1].end : ends[-1].end + 1] in _PAUSES:
        after = []
    words = [word for word in (each.strip('“”"()[]') for each in (*before, *after)) if word.strip(_MARKS)]
    if len(words) < _SHORTEST:
        return " ".join(text[start:end].split())
    cut = words[:_LONGEST]
    while len(words) > _LONGEST and len(cut) > _SHORTEST and cut[-1].lower().strip(_MARKS) in _ENDS:
        cut.pop()
    return " ".join(cut).strip(",;: ") + (" …" if len(words) > len(cut) else "")
