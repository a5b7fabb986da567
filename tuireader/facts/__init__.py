"""Who, where, when, how many, who said what; and what the articles of a story agree or differ on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tuireader.article import Article, Span
from tuireader.facts.data_form import from_data, to_data
from tuireader.facts.model import (
    KINDS,
    OPEN_YEAR,
    VERDICTS,
    Entity,
    Fact,
    FactKind,
    Facts,
    FactValue,
    Form,
    Mention,
    Moment,
    Naming,
    Reason,
    SourceKind,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    from tuireader.facts.names.taggers import Tagger

#: Changes whenever the same articles could give other facts: part of the key under which results are kept.
METHOD = "10"


def find(
    articles: Sequence[Article],
    *,
    same_wording: Callable[[Span, Span], bool] | None = None,
    told_alike: Sequence[tuple[Span, Span, float]] = (),
    tagger: Tagger | None = None,
) -> Facts:
    """All mentions and facts of some articles, which are taken to be of one story.

    Only title, headings and body are read. ``same_wording`` says whether two spans stand in copied text, as the shared
    passages tell; without it nearly alike sentences count as copied. ``told_alike`` are
    spans of two articles that say the same, with a score from 0 to 1: what stands in them is compared more readily.
    ``tagger`` (``facts.names.taggers.load``) names people,
    organisations and places where the rules would; TuireaderError where it fails.

    Facts come as differ, changed, agree, only, by kind and importance, with ids from 1. Deterministic; the order of the
    articles changes no verdict.
    """
    from tuireader.facts.across.finding import find as across

    return across(articles, same_wording, told_alike, tagger)


__all__ = [
    "KINDS",
    "METHOD",
    "OPEN_YEAR",
    "VERDICTS",
    "Entity",
    "Fact",
    "FactKind",
    "FactValue",
    "Facts",
    "Form",
    "Mention",
    "Moment",
    "Naming",
    "Reason",
    "SourceKind",
    "Status",
    "Verdict",
    "find",
    "from_data",
    "to_data",
]
