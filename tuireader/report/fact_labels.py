"""What facts tell a search: who, where, when, who says it, what facts are about; as labels that its fields find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tuireader.article import Article
from tuireader.facts import OPEN_YEAR, Entity, Fact, Facts, Mention
from tuireader.report.fact_words import about, month_first, spoken
from tuireader.search import Label
from tuireader.text.safe import line

#: The fields that facts answer: known, also where no fact has them, once the facts are.
FIELDS = ("who", "said", "where", "when", "fact")


def labels(known: Facts, articles: Mapping[str, Article]) -> Iterator[Label]:
    """The labels of all fields that facts answer. ``articles`` by their ids."""
    roles = {}
    for entity in known.entities:
        roles.update(dict.fromkeys(entity.spellings, " ".join(role for _, role in entity.roles)))
        yield from _named(entity, articles)
    first = month_first(mention.text for mention in known.mentions if mention.kind == "date")
    for mention in known.mentions:
        if mention.kind == "date" and not mention.value.endswith("_REF"):
            yield _dated(mention, first=first)
        elif mention.kind in ("quote", "sourcing"):
            yield from _told(mention, roles)
    for fact in known.facts:
        yield from _of_fact(fact)


def _named(entity: Entity, articles: Mapping[str, Article]) -> Iterator[Label]:
    field = "where" if entity.kind == "place" else "who"
    words = " ".join(dict.fromkeys((entity.name, *entity.spellings, *(role for _, role in entity.roles))))
    for naming in entity.namings:
        said = articles[naming.span.article].text[naming.span.start : naming.span.end]
        # Only where the name itself does not stand there the list has to say who is meant.
        note = line(entity.name) if naming.form == "nominal" else ""
        # A description ("the mayor") is found by the name, and the name by a description, but each is found by itself.
        yield Label(field, naming.span, words if naming.form != "nominal" else f"{words} {said}", entity.name, note)


def _told(mention: Mention, roles: Mapping[str, str]) -> Iterator[Label]:
    speaker = mention.speaker if mention.kind == "quote" else mention.value
    if speaker:
        words = f"{speaker} {roles.get(speaker, '')}".strip()
        for field in ("said", "who") if mention.kind == "quote" else ("said",):
            yield Label(field, mention.span, words, speaker, f"said {line(speaker)}", "said")


def _dated(mention: Mention, *, first: bool) -> Label:
    """A date is found by its ISO form, by month and day of the week, and by the words that tell it.

    ``first`` says that the texts write the month before the day.
    """
    date = mention.resolved or mention.value
    words = " ".join(dict.fromkeys(f"{spoken(date)} {_weekday(date)} {spoken(mention.value)} {mention.text}".split()))
    return Label("when", mention.span, words, mention.period or date, line(spoken(date, month_first=first)))


def _weekday(date: str) -> str:
    from datetime import date as day

    try:
        return spoken(f"{OPEN_YEAR}-WXX-{day.fromisoformat(date[:10]).isoweekday()}")
    except ValueError:
        return ""


def _of_fact(fact: Fact) -> Iterator[Label]:
    said: dict[str, str] = {}
    for value in fact.values:
        said.setdefault(value.value or value.text, line(value.text))
    note = f"{about(fact)}: {' / '.join(said.values())}" if fact.kind not in ("quote", "event") else about(fact)
    for value in fact.values:
        yield Label("fact", value.span, f"{fact.key} {fact.kind} {fact.verdict}", about(fact), note, fact.verdict)
