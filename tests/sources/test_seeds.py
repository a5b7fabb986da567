"""The five shipped articles open as the reader expects."""

from pathlib import Path

import pytest

from tuireader import sources
from tuireader.article import Article

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    opened = sources.open([SEEDS])
    assert not opened.problems
    return {article.id[:3]: article for article in opened.articles}


def roles(article: Article, *wanted: str) -> list[str]:
    return [article.text[part.start : part.end] for part in article.parts if part.role in wanted]


def test_furniture_and_captions(seeds: dict[str, Article]) -> None:
    headline = "NATO Secretary General Mark Rutte to Visit Kosovo on March 11"
    assert roles(seeds["000"], "title") == [headline]
    assert roles(seeds["000"], "furniture", "byline") == [headline, "Previous Post Next Post"]
    assert roles(seeds["000"], "caption") == ["Mark Rutte"]
    assert roles(seeds["003"], "furniture", "caption", "byline") == [
        "RksNews",
        "RksNews 3 Min Read",
        "3 Min Read",
        "Share this Post",
    ]
    assert roles(seeds["002"], "furniture", "caption", "byline") == []
    assert roles(seeds["004"], "furniture", "caption", "byline") == []


def test_origin(seeds: dict[str, Article]) -> None:
    assert seeds["003"].source == "RksNews"
    assert (seeds["001"].agency, seeds["001"].source) == ("REL", "A2 Televizion")
    tail = seeds["001"].parts[-1]
    assert seeds["001"].text[tail.start : tail.end] == "/ REL (A2 Televizion)"
    assert tail.role == "byline"
    last = seeds["001"].sentences[-1]
    assert seeds["001"].text[last.start : last.end].endswith("600 members in this mission.")


@pytest.mark.parametrize("number", ["001", "002", "004"])
def test_without_headline_the_first_sentence_is_the_title(seeds: dict[str, Article], number: str) -> None:
    article = seeds[number]
    assert roles(article, "title") == []
    assert article.sentences[0].role == "body"
    first = article.text[article.sentences[0].start : article.sentences[0].end]
    assert article.title.endswith("…")
    assert first.startswith(article.title[:-1])
    assert 55 <= len(article.title) <= 76


def test_section_heads(seeds: dict[str, Article]) -> None:
    heads = roles(seeds["002"], "heading")
    assert len(heads) == 7
    assert heads[0] == "NATO’s Commitment to Stability"
    assert all(not roles(seeds[number], "heading") for number in ("000", "001", "003", "004"))


def test_a_sentence_inside_a_quotation_is_one_of_its_own(seeds: dict[str, Article]) -> None:
    article = seeds["001"]
    spoken = [article.text[s.start : s.end] for s in article.sentences if s.quoted]
    assert spoken[0] == "“Let me be perfectly clear."
    assert spoken[-1].endswith("in the interest of all of us,” he replied.")
    assert len(spoken) == 7
