"""The queries every answer was tried with, over the five bundled articles."""

from __future__ import annotations

import pytest

from tuireader import sources
from tuireader.search import Index
from tuireader.settings import paths


@pytest.fixture(scope="module")
def articles():  # type: ignore[no-untyped-def]
    return sources.open([paths.find().seeds]).articles


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Bratislva", ["Bratislava"]),
        ("Vucic", ["Vučić"]),
        ("Kurti Albn", ["Albin Kurti"]),
        ("Osmni Vjosa", ["Vjosa Osmani"]),
        ("stabilty kosvo", ["stability", "Kosovo"]),
        ("Ruttte NATO", ["NATO Secretary General Mark Rutte"]),
    ],
)
def test_the_right_passage_comes_first(articles, query: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    hit = Index(articles).search(query)[0]
    text = next(article.text for article in articles if article.id == hit.span.article)
    for word in words:
        assert word in text[hit.span.start : hit.span.end]
