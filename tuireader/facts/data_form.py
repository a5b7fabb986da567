"""Facts as plain data, for the cache: lists and dictionaries that JSON can hold, and back without loss."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tuireader.article import Span
from tuireader.facts.model import Entity, Fact, Facts, FactValue, Mention, Moment, Naming, Reason

_MENTION = tuple(field.name for field in fields(Mention) if field.name != "span")
_FACT = tuple(field.name for field in fields(Fact) if field.name not in ("values", "reasons"))


def to_data(facts: Facts) -> dict[str, Any]:
    """Facts as a dictionary of lists, numbers and strings."""
    return {
        "mentions": [[*mention.span, *(getattr(mention, name) for name in _MENTION)] for mention in facts.mentions],
        "facts": [
            [
                [[*value.span, value.text, value.value, value.wording] for value in fact.values],
                [list(reason) for reason in fact.reasons],
                *(getattr(fact, name) for name in _FACT),
            ]
            for fact in facts.facts
        ],
        "entities": [
            [
                one.kind,
                one.name,
                list(one.spellings),
                [[*naming.span, naming.form] for naming in one.namings],
                [list(role) for role in one.roles],
            ]
            for one in facts.entities
        ],
        "timeline": [[one.date, *one.dated, *one.told, one.status, one.known] for one in facts.timeline],
    }


def from_data(data: dict[str, Any]) -> Facts:
    """The facts ``to_data`` wrote. Raises KeyError, TypeError or ValueError where the data has another form."""
    return Facts(
        tuple(
            Mention(span=Span(article, start, end), **dict(zip(_MENTION, rest, strict=True)))
            for article, start, end, *rest in data["mentions"]
        ),
        tuple(_fact(*row) for row in data["facts"]),
        tuple(_entity(*row) for row in data["entities"]),
        tuple(_moment(*row) for row in data["timeline"]),
    )


def _fact(values: list[Any], reasons: list[Any], *rest: Any) -> Fact:
    told = tuple(
        FactValue(Span(article, start, end), text, value, wording)
        for article, start, end, text, value, wording in values
    )
    why = tuple(Reason(*reason) for reason in reasons)
    return Fact(values=told, reasons=why, **dict(zip(_FACT, rest, strict=True)))


def _entity(kind: Any, name: str, spellings: list[str], namings: list[Any], roles: list[Any]) -> Entity:
    where = tuple(Naming(Span(article, start, end), form) for article, start, end, form in namings)
    return Entity(kind, name, tuple(spellings), where, tuple((article, role) for article, role in roles))


def _moment(date: str, *rest: Any) -> Moment:
    article, start, end, told, begins, ends, status, known = rest
    return Moment(date, Span(article, start, end), Span(told, begins, ends), status, known)
