"""What a search returns."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.article import Span


class Hit(NamedTuple):
    """A sentence or title that answers a query. ``matches`` are the spans of the words that did, in order.

    ``score`` runs from 0 to 1; ``exact`` says that every word stands there as typed, accents and case aside.
    """

    span: Span
    score: float
    exact: bool
    matches: tuple[Span, ...]
