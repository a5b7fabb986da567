"""What the search for facts returns: mentions in one text, facts across articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tuireader.article import Span

FactKind = Literal["person", "organisation", "place", "date", "quantity", "quote", "event"]
Verdict = Literal["differ", "changed", "agree", "only"]
Status = Literal["planned", "happened", "negated", "conditional"]

#: The order in which screens and reports group.
KINDS: tuple[FactKind, ...] = ("person", "organisation", "place", "date", "quantity", "quote", "event")
VERDICTS: tuple[Verdict, ...] = ("differ", "changed", "agree", "only")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, organisation, place, date, quantity, quote or event.

    ``value`` is its normal form: canonical name, ISO 8601 date with ``X`` for what the text leaves open, number, the
    quote's words, the event's verb and object. The further fields are filled by kind, as DESIGN's JSON form says.
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
    speaker: str | None = None
    """quote: canonical name."""
    direct: bool | None = None
    """quote: in quotation marks or not."""
    cue: str | None = None
    """quote: the verb."""
    status: Status | None = None
    """event: planned, happened, negated, conditional."""


class FactValue(NamedTuple):
    """What one article says of a fact, and where. ``wording`` numbers (from 1) tell copied statements apart."""

    span: Span
    text: str
    value: str
    wording: int


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

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that carry it, each once, in order."""
        return tuple(dict.fromkeys(value.span.article for value in self.values))


class Facts(NamedTuple):
    """All mentions and facts of some articles."""

    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
