"""What the five bundled articles must show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader import sources
from tuireader.article import Article, Span, cut
from tuireader.passages import Passage, Passages, find, wording

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def event() -> dict[str, Article]:
    return {article.id[:3]: article for article in sources.open([str(SEEDS)]).articles}


@pytest.fixture(scope="module")
def found(event: dict[str, Article]) -> Passages:
    return find([event[key] for key in sorted(event)])


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(article.id, start, start + len(words))


def holding(found: Passages, span: Span) -> list[Passage]:
    return [p for p in found.passages if any(o.span.overlaps(span) for o in p.occurrences)]


def test_the_bratislava_quote_is_one_passage_in_three_articles(event: dict[str, Article], found: Passages) -> None:
    (quote,) = holding(found, place(event["000"], "But I have no reason to believe"))
    assert [article[:3] for article in quote.articles] == ["000", "001", "004"]
    assert len(quote.occurrences) == 3
    texts = [cut(list(event.values()), occurrence.span) for occurrence in quote.occurrences]
    assert all("no reason to believe" in text and "Western Balkans" in text for text in texts)
    assert all(word in text for word, text in zip(("completely", "perfectly", "very"), texts, strict=True))


@pytest.mark.parametrize(
    ("a", "a_words", "b", "b_words"),
    [
        ("000", "completely clear", "001", "perfectly clear"),
        ("000", "completely clear", "004", "very clear"),
        ("000", "fully committed", "004", "fully committed"),
        ("000", "we must wait", "001", "see what happens"),
        ("000", "minor adaptations", "004", "minor adjustments"),
        ("000", "the Netherlands", "001", "the Dutch"),
        ("001", "the Dutch", "004", "the Dutch"),
        ("000", "remains a focus", "004", "keep an eye"),
    ],
)
def test_its_links_lie_sentence_beside_sentence(
    event: dict[str, Article], found: Passages, a: str, a_words: str, b: str, b_words: str
) -> None:
    one, two = place(event[a], a_words), place(event[b], b_words)
    assert [link for link in found.links if link.a.overlaps(one) and link.b.overlaps(two)]


def test_the_numbers_of_kfor_are_one_passage_in_three_articles(event: dict[str, Article], found: Passages) -> None:
    (numbers,) = holding(found, place(event["000"], "around 4,700 troops"))
    assert [article[:3] for article in numbers.articles] == ["000", "001", "003"]
    assert len(numbers.occurrences) == 3
    texts = [cut(list(event.values()), occurrence.span) for occurrence in numbers.occurrences]
    assert all("4,700" in text and "1,250" in text and "600" in text for text in texts)


def test_osmani_is_not_rutte(event: dict[str, Article], found: Passages) -> None:
    osmani = place(event["003"], "stability in Kosovo is a key factor")
    assert not [link for link in found.links if link.a.overlaps(osmani) or link.b.overlaps(osmani)]
    assert not holding(found, osmani)


@pytest.mark.parametrize(
    ("key", "words"), [("000", "Previous Post Next Post"), ("003", "3 Min Read"), ("003", "Share this Post")]
)
def test_furniture_never_links(event: dict[str, Article], found: Passages, key: str, words: str) -> None:
    line = place(event[key], words)
    assert not [link for link in found.links if link.a.overlaps(line) or link.b.overlaps(line)]
    assert not holding(found, line)


def test_what_the_wording_of_the_quote_changed(event: dict[str, Article], found: Passages) -> None:
    (quote,) = holding(found, place(event["000"], "But I have no reason to believe"))
    spans = {occurrence.span.article[:3]: occurrence.span for occurrence in quote.occurrences}
    one, two = event["000"], event["001"]
    replaced = [
        (one.text[step.a_start : step.a_end], two.text[step.b_start : step.b_end])
        for step in wording(one, spans["000"], two, spans["001"])
        if step.operation == "replaced"
    ]
    assert ("completely", "perfectly") in replaced
    assert ("engagements", "commitments") in replaced
