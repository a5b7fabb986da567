"""What the articles say of a fact, each thing once, and a fact on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts import Fact, FactValue
from tuireader.report.fact_words import about


class Reading(NamedTuple):
    """One of the things articles say of a fact, and where they say it, in order. Equal values are one reading."""

    text: str
    spans: tuple[Span, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that say so, each once, in order."""
        return tuple(dict.fromkeys(span.article for span in self.spans))


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
