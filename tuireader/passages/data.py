"""Passages as plain data for a cache: exact there and back."""

from __future__ import annotations

from typing import Any

from tuireader.article import Span
from tuireader.passages.model import Link, Occurrence, Passage, Passages


def to_data(passages: Passages) -> dict[str, Any]:
    """Lists, strings and numbers that JSON can hold. ``from_data`` makes the same passages of them."""
    return {
        "links": [[*link.a, *link.b, link.kind, link.score] for link in passages.links],
        "passages": [
            [passage.id, passage.kind, passage.score, [[*one.span, one.wording] for one in passage.occurrences]]
            for passage in passages.passages
        ],
    }


def from_data(data: dict[str, Any]) -> Passages:
    """What ``to_data`` was given. Raises KeyError, TypeError or ValueError where the data are no such thing."""
    links = tuple(
        Link(Span(a, a_start, a_end), Span(b, b_start, b_end), kind, score)
        for a, a_start, a_end, b, b_start, b_end, kind, score in data["links"]
    )
    passages = tuple(
        Passage(number, kind, score, tuple(Occurrence(Span(a, start, end), word) for a, start, end, word in held))
        for number, kind, score, held in data["passages"]
    )
    return Passages(links, passages)
