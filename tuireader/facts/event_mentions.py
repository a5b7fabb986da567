"""Events as mentions, and in words: who, what, to whom, where and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.facts.events import THIRD, Event
from tuireader.facts.model import Mention

if TYPE_CHECKING:
    from tuireader.facts.dates import Date
    from tuireader.facts.reading import Reading

#: How many characters on either side of an event its date stands at most.
_BESIDE = 60


def event_mentions(reading: Reading) -> list[Mention]:
    """The events of one article as mentions, in reading order."""
    document = reading.document
    places = {name.entity for name in reading.names if name.kind == "place"}
    starts = [date.start for date in reading.dates]
    found = []
    for event in reading.events:
        where = event.target if event.target in places else event.place
        date = _date_of(reading, event, starts)
        found.append(
            Mention(
                document.article.span(event.start, event.end),
                "event",
                document.text[event.start : event.end],
                told(event),
                status=event.status,
                doer=event.agent,
                object=event.target if event.target not in places else None,
                place=where,
                when=(date.resolved or date.value) if date else None,
            )
        )
    return found


def _date_of(reading: Reading, event: Event, starts: Sequence[int]) -> Date | None:
    """The date nearest to an event in its sentence, where no other event is nearer to it."""
    document = reading.document
    sentence = document.sentences[document.sentence_at(event.start)]
    low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    near = [
        date for date in reading.dates[low:high] if _gap(date, event) <= _BESIDE and not date.value.endswith("_REF")
    ]
    if not near:
        return None
    date = min(near, key=lambda date: (_gap(date, event), date.start))
    others = (other for other in reading.events if sentence.start <= other.start < sentence.end and other is not event)
    return None if any(_gap(date, other) < _gap(date, event) for other in others) else date


def _gap(date: Date, event: Event) -> int:
    return max(date.start - event.end, event.start - date.end, 0)


def told(event: Event) -> str:
    """An event in words: "Ivo Lang visit Drell"; without a doer "Ivo Lang arrested"."""
    if event.participle and not event.agent:
        return f"{event.target} {event.participle}"
    return " ".join(part for part in (event.agent, event.verb, event.link, event.target) if part)


def headline(event: Event) -> str:
    """The same as a heading: "Ivo Lang visits Drell", "ambassadors visit Drell"."""
    if not event.agent or event.participle:
        return told(event)
    several = event.agent[0].islower() and event.agent.endswith("s") and not event.agent.endswith("ss")
    verb = event.verb if several else THIRD[event.verb]
    return " ".join(part for part in (event.agent, verb, event.link, event.target) if part)
