"""What a search is given beside the texts, and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuireader.article import Span
from tuireader.search.rank import Tier


class Label(NamedTuple):
    """What is known of a stretch of text, so that a field of a query finds it: who is named there, when it was.

    ``words`` are what it is found by, ``value`` its normal form where it has one (an ISO 8601 date). ``note`` is what
    a list says of it beside the sentence, ``mark`` one word for its sign ("differ"). A label of a ``whole`` article
    holds for each of its sentences.
    """

    field: str
    span: Span
    words: str
    value: str = ""
    note: str = ""
    mark: str = ""
    whole: bool = False


class Hit(NamedTuple):
    """A sentence or title, or two neighbouring ones, that answer a query.

    ``matches`` are the spans of the words that did, in order; none where the whole of it is what was asked for.
    ``score`` runs from 0 to 1; ``exact`` says that every word stands there as typed, accents and case aside; ``tier``
    how the words were found. ``labels`` are those that a field of the query found there.
    """

    span: Span
    score: float
    exact: bool
    matches: tuple[Span, ...]
    tier: Tier = Tier.WHOLE
    labels: tuple[Label, ...] = ()


class Answer(NamedTuple):
    """What a query finds. ``hits`` are the best, ``counts`` says for each article how many there are in all, also
    outside of where was searched; ``more`` that there are too many to be counted. ``wrong`` says of fields of the query
    that there are none such, ``missing`` names fields of which nothing is known yet: what they ask was searched as
    words."""

    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, int] = {}
    more: bool = False
    wrong: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
