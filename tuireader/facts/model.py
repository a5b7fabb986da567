"""What the search for facts returns: mentions in one text, facts across articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tuireader.article import Span

FactKind = Literal["person", "organisation", "place", "date", "quantity", "quote", "event", "sourcing"]
Verdict = Literal["differ", "changed", "agree", "only"]
Status = Literal["planned", "happened", "negated", "conditional"]

#: A year that a text leaves open, in the value of a date: an X for each digit.
OPEN_YEAR = 4 * "X"
#: How a mention leads to its entity: the whole name, a part of it (surname, short form), letters that stand for it,
#: another spelling, a description ("the mayor", "the Drell chief").
Form = Literal["name", "part", "acronym", "spelling", "nominal"]
#: What a source is: named, not named ("officials"), an agency or another outlet, a document.
SourceKind = Literal["named", "unnamed", "agency", "document"]

#: The order in which screens and reports group.
KINDS: tuple[FactKind, ...] = ("person", "organisation", "place", "date", "quantity", "quote", "event", "sourcing")
VERDICTS: tuple[Verdict, ...] = ("differ", "changed", "agree", "only")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, organisation, place, date, quantity, quote, event or source.

    ``value`` is its normal form: canonical name, ISO 8601 date with ``X`` for what the text leaves open, number, the
    quote's words, the event's verb and object, the source's name. The further fields are filled by kind, as DESIGN's
    JSON form says.
    """

    span: Span
    kind: FactKind
    text: str
    value: str
    role: str | None = None
    """person: the text beside the name, demonyms folded to countries ("president of Serbia")."""
    number: float | None = None
    """quantity: the value."""
    unit: str | None = None
    """quantity: percent, USD, km …; None for counted things."""
    counted: str | None = None
    """quantity: what is counted ("troops")."""
    approx: str | None = None
    """quantity: around, over, up to …"""
    holder: str | None = None
    """quantity: whose."""
    resolved: str | None = None
    """date: the full date, where a publication date is known."""
    period: str | None = None
    """date: the period it is an end of, as an ISO 8601 interval ("since 2019": ``2019/..``)."""
    speaker: str | None = None
    """quote: canonical name."""
    direct: bool | None = None
    """quote: in quotation marks or not."""
    cue: str | None = None
    """quote and sourcing: the words that say so ("said", "according to")."""
    status: Status | None = None
    """event: planned, happened, negated, conditional."""
    doer: str | None = None
    """event: who did it."""
    object: str | None = None
    """event: whom or what it was done to."""
    place: str | None = None
    """event: where, if the text says so."""
    when: str | None = None
    """event: the value of its date, if the text says so."""
    source_kind: SourceKind | None = None
    """sourcing: what the source is."""


class FactValue(NamedTuple):
    """What one article says of a fact, and where. ``wording`` numbers (from 1) tell copied statements apart."""

    span: Span
    text: str
    value: str
    wording: int


class Reason(NamedTuple):
    """Why two values were taken for one thing, or held against each other: ``one`` and ``other`` are indices into
    ``Fact.values`` (the same where a value stands alone), ``rule`` a short name, ``says`` the same in words."""

    one: int
    other: int
    rule: str
    says: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Mentions across articles about the same thing.

    ``key`` says in words what it is about ("troops of Drell"). ``compatible`` is set where the verdict is ``differ``:
    whether both values can be true at once ("around 4,700", "over 4,600"). ``why`` says in one line which rule gave
    the verdict. ``wordings`` counts independent tellings among the values.
    """

    id: int
    kind: FactKind
    key: str
    verdict: Verdict
    values: tuple[FactValue, ...]
    compatible: bool | None = None
    wordings: int = 1
    why: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that carry it, each once, in order."""
        return tuple(dict.fromkeys(value.span.article for value in self.values))


class Naming(NamedTuple):
    """One place where an entity is named or described."""

    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the story, and every span that leads to it.

    ``spellings`` are the ways its name is written, the canonical one first; ``roles`` what each article calls it
    ("president of Drell"), as article id and role, in the order of the articles.
    """

    kind: FactKind
    name: str
    spellings: tuple[str, ...]
    namings: tuple[Naming, ...]
    roles: tuple[tuple[str, str], ...] = ()


class Moment(NamedTuple):
    """A point or period on the story's timeline, with what one article says of it.

    ``date`` is ISO 8601 with ``X`` for what is open, as precise as the text, or an interval of two (``A/B``);
    ``dated`` the span of the date, ``told`` the clause or sentence that goes with it; ``status`` as for events, None
    where no event is told; ``known`` whether the date could be resolved to a year.
    """

    date: str
    dated: Span
    told: Span
    status: Status | None = None
    known: bool = False


class Facts(NamedTuple):
    """All mentions, facts, entities and the timeline of some articles."""

    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    timeline: tuple[Moment, ...] = ()
