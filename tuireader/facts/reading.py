"""Everything found in one article, and the mentions made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.facts.dates import finding as dates
from tuireader.facts.dates.finding import Date
from tuireader.facts.document import Document
from tuireader.facts.events import finding as events
from tuireader.facts.events.finding import Event
from tuireader.facts.events.mentions import event_mentions
from tuireader.facts.model import KINDS, Mention
from tuireader.facts.names import bearers, lexicon, traits
from tuireader.facts.names.roles import Role, roles
from tuireader.facts.names.tagging import Name, tag_all
from tuireader.facts.names.traits import Trait
from tuireader.facts.quantities import finding as quantities
from tuireader.facts.quantities.holders import holders
from tuireader.facts.quantities.quantity import Quantity
from tuireader.facts.quotes import finding as quotes
from tuireader.facts.quotes.clauses import Clause, clauses
from tuireader.facts.quotes.finding import Said
from tuireader.facts.quotes.speakers import Cast
from tuireader.facts.quotes.speech import find as find_speech
from tuireader.facts.sourcing import finding as sourcing
from tuireader.facts.sourcing.finding import Source

if TYPE_CHECKING:
    from tuireader.facts.names.taggers import Tagger


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """One article with all that was found in it, each list in reading order."""

    document: Document
    names: list[Name]
    roles: dict[int, Role] = field(default_factory=dict)
    traits: list[Trait] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    holders: list[str | None] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    cast: Cast = field(default_factory=Cast)
    """The people of the story, by what they are called."""


def read(articles: Sequence[Article], tagger: Tagger | None = None) -> list[Reading]:
    """Reads the articles of one story, each with what the others tell of its names, and with a tagger's if given."""
    documents = [Document(article) for article in articles]
    known = lexicon.build(documents)
    tagged = tag_all(documents, known)
    if tagger is not None:
        from tuireader.facts.names.taggers import join

        tagged = join(documents, tagged, tagger)
    cast = Cast()
    readings = []
    held = [roles(document, names, known.demonyms) for document, names in zip(documents, tagged, strict=True)]
    bearers.lead(documents, tagged, held)
    for document, names, offices in zip(documents, tagged, held, strict=True):
        reading = Reading(document, names, offices)
        reading.traits = traits.find(document, names, reading.roles)
        cast.learn(document, names, reading.roles)
        cast.learn_parties(reading.traits)
        readings.append(reading)
    traits.complete([(reading.document, reading.names, reading.traits) for reading in readings])
    for reading in readings:
        _fill(reading, cast)
    return readings


def _fill(reading: Reading, cast: Cast) -> None:
    reading.cast = cast
    document, names = reading.document, reading.names
    reading.dates = dates.find(document)
    taken = [(date.start, date.end) for date in reading.dates]
    reading.quantities = quantities.find(document, taken + [(name.start, name.end) for name in names])
    reading.holders = holders(document, names, reading.quantities)
    reading.clauses = clauses(document, names, find_speech(document))
    reading.said = quotes.find(document, names, cast, reading.clauses)
    reading.sources = sourcing.find(document, names, cast, reading.clauses, reading.said)
    reading.events = events.find(document, reading.clauses, cast)


def mentions(reading: Reading) -> list[Mention]:
    """The mentions of one article in reading order."""
    document = reading.document
    article, text = document.article, document.text
    found: list[Mention] = []
    for number, name in enumerate(reading.names):
        if name.people:
            continue
        role = reading.roles.get(number)
        span = article.span(name.start, name.end)
        found.append(
            Mention(span, name.kind, text[name.start : name.end], name.entity, role=role.text if role else None)
        )
    found += [
        Mention(
            article.span(date.start, date.end),
            "date",
            text[date.start : date.end],
            date.value,
            resolved=date.resolved,
            period=date.period,
        )
        for date in reading.dates
    ]
    found += [
        Mention(
            article.span(quantity.start, quantity.end), "quantity", text[quantity.start : quantity.end], quantity.value,
            number=quantity.number, unit=quantity.unit, counted=quantity.noun, approx=quantity.approx, holder=holder,
        )
        for quantity, holder in zip(reading.quantities, reading.holders, strict=True)
    ]  # fmt: skip
    for said in reading.said:
        words = text[said.start : said.end]
        span, plain = article.span(said.start, said.end), " ".join(words.split())
        found.append(Mention(span, "quote", words, plain, speaker=said.speaker, direct=said.direct, cue=said.cue))
    found += [
        Mention(
            article.span(source.start, source.end), "sourcing", text[source.start : source.end], source.value,
            cue=source.cue, source_kind=source.kind,
        )
        for source in reading.sources
    ]  # fmt: skip
    found += event_mentions(document, reading.names, reading.dates, reading.events)
    found.sort(key=lambda mention: (mention.span.start, mention.span.end, KINDS.index(mention.kind)))
    return found
