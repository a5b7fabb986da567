"""How facts are grouped on screen, what their values boil down to, and the keys by which a dismissed one is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from tuireader.article import Span
from tuireader.facts import KINDS, VERDICTS, Fact, FactValue
from tuireader.report.fact_words import MANY, about

By = Literal["verdict", "kind", "timeline"]

#: Group names that are no verdict and no kind.
DISMISSED = "dismissed"

#: What a group is called, and what that means.
HEADINGS: Mapping[str, tuple[str, str]] = {
    "differ": ("differ", "not the same everywhere"),
    "changed": ("changed", "because time passed"),
    "agree": ("agree", "the same in several"),
    "only": ("only here", "one article has it"),
    **{kind: (name, "") for kind, name in MANY.items()},
    DISMISSED: ("dismissed", "taken off the list"),
}


class Group(NamedTuple):
    """Facts under one heading; ``name`` is a verdict, a kind or ``DISMISSED``."""

    name: str
    items: tuple[Fact, ...]


class Reading(NamedTuple):
    """One of the things articles say of a fact, and where they say it, in order. Equal values are one reading."""

    text: str
    spans: tuple[Span, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that say so, each once, in order."""
        return tuple(dict.fromkeys(span.article for span in self.spans))


def grouped(
    facts: Iterable[Fact], by: Literal["verdict", "kind"], dismissed: Collection[int], *, show_dismissed: bool
) -> list[Group]:
    """The groups that hold something, in their fixed order; inside each the facts come in theirs.

    Real differences come before compatible ones. Dismissed facts, told by their ids, stand in a group of their own at
    the end, or nowhere.
    """
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        name = DISMISSED if fact.id in dismissed else fact.verdict if by == "verdict" else fact.kind
        held.setdefault(name, []).append(fact)
    names: tuple[str, ...] = VERDICTS if by == "verdict" else KINDS
    if show_dismissed:
        names = (*names, DISMISSED)
    return [Group(name, tuple(sorted(held[name], key=_weight))) for name in names if name in held]


def _weight(fact: Fact) -> tuple[int, bool, int]:
    return VERDICTS.index(fact.verdict), fact.compatible is True, fact.id


def readings(fact: Fact, speakers: Mapping[Span, str] | None = None) -> list[Reading]:
    """What is said of a fact, the reading most articles carry first.

    Of a person that is the role the article gives, where it gives one; of an event its status and the words for it; of
    a quote its words, and who says them where ``speakers`` tells.
    """
    texts: dict[tuple[str, str], list[str]] = {}
    spans: dict[tuple[str, str], list[Span]] = {}
    labelled = _several_statuses(fact)
    for value in fact.values:
        speaker = speakers.get(value.span, "") if speakers else ""
        said = _said(fact, value, labelled) + (f" ({speaker})" if speaker else "")
        if said.strip():
            key = value.value.casefold(), speaker
            held = texts.setdefault(key, [])
            # Only of a date it is news that other words ("a day earlier") mean the same.
            if not held or (fact.kind == "date" and said.casefold() not in map(str.casefold, held)):
                held.append(said)
            spans.setdefault(key, []).append(value.span)
    found = [Reading("; ".join(texts[key]), tuple(spans[key])) for key in texts]
    return sorted(found, key=lambda reading: -len(reading.articles))


def _several_statuses(fact: Fact) -> bool:
    """Whether an event happened here and is planned there; one that has no status (a noun) says neither."""
    return fact.kind == "event" and len({value.value for value in fact.values if value.value}) > 1


def _said(fact: Fact, value: FactValue, labelled: bool) -> str:
    if fact.kind == "person":
        return "" if value.value.casefold() == fact.key.casefold() else value.value
    if fact.kind == "event" and (labelled or value.value != "happened"):
        status = value.value if value.value.casefold() not in value.text.casefold() else ""
        return f"{status}: {value.text}" if status else value.text
    return value.text


def plain(fact: Fact, found: Sequence[Reading]) -> bool:
    """Whether the fact's key says all there is: its one value is the key itself."""
    if len(found) != 1:
        return not found
    key = fact.key.casefold()
    return found[0].text.casefold() == key or (fact.kind != "person" and fact.values[0].value.casefold() == key)


def in_two(fact: Fact, found: Sequence[Reading]) -> tuple[str, str]:
    """For one line: what the fact is about, and after a colon or comma what is said of it; empty where the first
    says it all."""
    if not fact.key:
        return "; ".join(reading.text for reading in found), ""
    if fact.kind == "quote" and ": " in fact.key and found:
        speaker, _, begins = fact.key.partition(": ")
        begins = begins.rstrip("… ")
        words = next((reading.text for reading in found if reading.text.startswith(begins)), found[0].text)
        return speaker, f": {words}"
    if plain(fact, found) or len(found) > 1:
        return about(fact), ""
    if fact.kind == "quantity" and f" {about(fact)} ".casefold() in f" {found[0].text} ".casefold():
        # "districts: five districts" says it twice.
        return found[0].text, ""
    if fact.kind == "event":
        status = fact.values[0].value
        return about(fact), f", {status}" if status not in ("", "happened") else ""
    return about(fact), f"{',' if fact.kind == 'person' else ':'} {found[0].text}"


def in_one(fact: Fact, found: Sequence[Reading]) -> str:
    """The fact on one line."""
    return "".join(in_two(fact, found))
