"""Facts as plain data, for the cache: lists and dictionaries that JSON can hold, and back without loss."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tuireader.article import Span
from tuireader.facts.model import Fact, Facts, FactValue, Mention

_MENTION = tuple(field.name for field in fields(Mention) if field.name != "span")
_FACT = tuple(field.name for field in fields(Fact) if field.name != "values")


def to_data(facts: Facts) -> dict[str, Any]:
    """Facts as a dictionary of lists, numbers and strings."""
    return {
        "mentions": [[*mention.span, *(getattr(mention, name) for name in _MENTION)] for mention in facts.mentions],
        "facts": [
            [
                [[*value.span, value.text, value.value, value.wording] for value in fact.values],
                *(getattr(fact, name) for name in _FACT),
            ]
            for fact in facts.facts
        ],
    }


def from_data(data: dict[str, Any]) -> Facts:
    """The facts ``to_data`` wrote. Raises KeyError, TypeError or ValueError where the data has another form."""
    mentions = []
    for article, start, end, *rest in data["mentions"]:
        mentions.append(Mention(span=Span(article, start, end), **dict(zip(_MENTION, rest, strict=True))))
    facts = []
    for values, *rest in data["facts"]:
        told = tuple(
            FactValue(Span(article, start, end), text, value, wording)
            for article, start, end, text, value, wording in values
        )
        facts.append(Fact(values=told, **dict(zip(_FACT, rest, strict=True))))
    return Facts(tuple(mentions), tuple(facts))
