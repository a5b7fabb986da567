"""Events as mentions, and in words: who, what, to whom, where and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tuireader.facts.dates.finding import Date
from tuireader.facts.document import Document
from tuireader.facts.events.finding import THIRD, Event
from tuireader.facts.model import Mention
from tuireader.facts.names.tagging import Name

#: How many characters on either side of an event its date stands at most.
_BESIDE = 60


def event_mentions(
    document: Document, names: Sequence[Name], dates: Sequence[Date], events: Sequence[Event]
) -> list[Mention]:
    """The events of one article as mentions, in reading order."""
    places = {name.entity for name in names if name.kind == "place"}
    starts = [date.start for date in dates]
    in_sentence: dict[int, list[Event]] = {}
    for event in events:
        in_sentence.setdefault(document.sentence_at(event.start), []).append(event)
    found = []
    for event in events:
        where = event.target if event.target in places else event.place
        number = document.sentence_at(event.start)
        sentence = document.sentences[number]
        near = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        rivals = [other for other in in_sentence[number] if other is not event]
        beside = [date for date in near if not _adjectival(document.text, date)]
        date = _date_of(event, beside, rivals)
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


def _date_of(event: Event, dates: Sequence[Date], rivals: Sequence[Event]) -> Date | None:
    """The nearest of some dates of its sentence, where no other event of it is nearer."""
    near = [date for date in dates if _gap(date, event) <= _BESIDE and not date.value.endswith("_REF")]
    if not near:
        return None
    date = min(near, key=lambda date: (_gap(date, event), date.start))
    return None if any(_gap(date, other) < _gap(date, event) for other in rivals) else date


_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|or|to|when|after|before|but|as|in|at|by|for|with|while|because|until|on|that)\b)[a-z]"
)


def _adjectival(text: str, date: Date) -> bool:
    """Whether a year only says which: "the 2016 election" was not when somebody was indicted."""
    return date.value.isdigit() and _NOUN_BEHIND.match(text, date.end) is not None


def _gap(date: Date, event: Event) -> int:
    return max(date.start - event.end, event.start - date.end, 0)


def told(event: Event) -> str:
    """An event in words: "Ivo Lang visit Drell"; without a doer "Ivo Lang arrested"."""
    if event.participle and not event.agent:
        return f"{event.target} {event.participle}"
    return " ".join(part for part in (event.agent, event.verb, event.link, event.target) if part)


def headline(event: Event) -> str:
    """The same as a heading: "Ivo Lang visits Drell", "ambassadors visit Drell"."""
    if not event.agent:
        return told(event)
    several = event.agent[0].islower() and event.agent.endswith("s") and not event.agent.endswith("ss")
    verb = event.verb if several else THIRD[event.verb]
    return " ".join(part for part in (event.agent, verb, event.link, event.target) if part)
