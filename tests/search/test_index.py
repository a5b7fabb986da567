from __future__ import annotations

import random
import string
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article, Sentence
from tuireader.search import Hit, Index

HARBOUR = [
    "The harbour of Šibenik was closed on Friday after a storm.",
    "Mayor Željko Burić thanked the fire brigade of the town.",
    "About 12,500 people were without electricity for a night.",
    "The ferry to the islands will sail again on Sunday.",
]
COUNCIL = [
    "The town council met on Monday to speak about the harbour wall.",
    "Councillor Ana Perišin asked for a new breakwater.",
    "Fishermen say that the breakwater has been promised for years.",
]


@pytest.fixture
def articles(make: Callable[..., Article]) -> list[Article]:
    return [
        make("storm", title="Storm closes harbour", body=HARBOUR, furniture=("Share this storm",)),
        make("council", title="Council promises breakwater", body=COUNCIL),
    ]


def text(articles: list[Article], hit: Hit) -> str:
    return next(article.text[hit.span.start : hit.span.end] for article in articles if article.id == hit.span.article)


def first(articles: list[Article], query: str) -> str:
    return text(articles, Index(articles).search(query)[0])


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("electricty", "About 12,500"),
        ("sibenik", "The harbour of Šibenik"),
        ("BURIC", "Mayor Željko"),
        ("zeljko buirc", "Mayor Željko"),
        ("fery iland", "The ferry"),
        ("brekwater", "Council promises"),
        ("ana perisn", "Councillor Ana"),
        ("12500", "About 12,500"),
        ("12,500 peo", "About 12,500"),
        ("fishermn breakwatr", "Fishermen"),
    ],
)
def test_the_right_passage_comes_first(articles: list[Article], query: str, start: str) -> None:
    assert first(articles, query).startswith(start)


def test_titles_come_before_body(articles: list[Article]) -> None:
    hits = Index(articles).search("harbour")
    assert text(articles, hits[0]) == "Storm closes harbour"
    assert len(hits) == 3


def test_furniture_is_not_found(articles: list[Article]) -> None:
    assert all("Share" not in text(articles, hit) for hit in Index(articles).search("storm"))


def test_exact_comes_before_fuzzy_even_against_a_title(make: Callable[..., Article]) -> None:
    articles = [make("a", title="The harvest is in", body=["They harvast by hand."])]
    hits = Index(articles).search("harvast")
    assert [hit.exact for hit in hits] == [True, False]
    assert text(articles, hits[0]) == "They harvast by hand."


def test_the_last_word_is_a_beginning_until_a_space_follows(articles: list[Article]) -> None:
    index = Index(articles)
    assert index.answer("fish", exactly=True).hits
    assert not index.answer("fish ", exactly=True).hits
    assert not index.answer("fish breakwater", exactly=True).hits


def test_all_words_must_be_there_where_they_can_be(articles: list[Article]) -> None:
    hits = Index(articles).search("town harbour")
    assert [text(articles, hit) for hit in hits if hit.tier.single] == [COUNCIL[0]]


def test_without_a_passage_that_has_all_words_those_with_the_most_answer(articles: list[Article]) -> None:
    hits = Index(articles).search("ferry islands breakwater")
    assert text(articles, hits[0]) == HARBOUR[3]
    assert not hits[0].exact
    assert all(hit.score < 0.5 for hit in hits)


def test_matches_name_the_words_found(articles: list[Article]) -> None:
    hit = Index(articles).search("zeljko buirc")[0]
    storm = articles[0]
    assert [storm.text[match.start : match.end] for match in hit.matches] == ["Željko", "Burić"]
    assert all(match.article == "storm" for match in hit.matches)


@pytest.mark.parametrize("query", ["", "   ", "…", "qqqqxxzz", "\x1b[31m"])
def test_nothing_found_is_an_empty_answer(articles: list[Article], query: str) -> None:
    assert Index(articles).search(query) == []


def test_an_empty_index_answers() -> None:
    assert Index([]).search("harbour") == []
    assert len(Index([])) == 0


def test_no_more_hits_than_asked_best_first(articles: list[Article]) -> None:
    index = Index(articles)
    hits = index.search("the", limit=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert index.search("the", limit=0) == []


def test_a_newer_query_cancels(articles: list[Article]) -> None:
    asked = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    assert Index(articles).search("harbuor twon", should_stop=stop) == []
    assert len(asked) == 3


def test_exact_hits_are_the_first_hits(articles: list[Article]) -> None:
    index = Index(articles)
    exact = index.answer("harbour", exactly=True).hits
    assert exact
    assert index.search("harbour")[: len(exact)] == list(exact)


def test_common_words_in_very_many_passages_are_still_answered(
    make: Callable[..., Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.search.matching._WIDE", 5)
    articles = [make(f"a{number}", body=[f"the sea and the wind number {number}"] * 4) for number in range(5)]
    index = Index(articles)
    assert len(index.search("the sea")) == 20
    assert len(index.search("the wi")) == 20
    hits = index.search("the number 3")
    assert {hit.span.article for hit in hits} == {"a3"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_query_is_answered_with_spans_inside_the_texts(query: str) -> None:
    body = ["Élan vital, said the U.S. poet in 1999.", "[bold]A “quoted” line[/]", "😀 smiles 4,700 km"]
    at, sentences = 0, []
    for line in body:
        sentences.append(Sentence(at, at + len(line), "body", 0, False))
        at += len(line) + 1
    article = Article("x", "\n".join(body), "t", (), tuple(sentences))
    for hit in Index([article]).search(query):
        assert 0 <= hit.score <= 1
        for match in hit.matches:
            assert hit.span.start <= match.start < match.end <= hit.span.end


def test_nine_in_ten_mistyped_words_find_their_passage_first_or_nearly(make: Callable[..., Article]) -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(5, 10))) for _ in range(900)]
    lines = [" ".join(words[at : at + 9]) for at in range(0, 900, 9)]
    index = Index([make("a", body=lines)])
    found = 0
    for number, line in enumerate(lines):
        one, two = chance.sample(line.split(), 2)
        at = chance.randrange(1, len(one))
        query = f"{one[:at]}{one[at + 1 :]} {two[:-1]}q"
        hits = index.search(query)
        found += bool(hits) and hits[0].span.start == sum(len(line) + 1 for line in lines[:number])
    assert found >= 90


def test_words_like_a_query_that_finds_nothing_are_offered(articles: list[Article]) -> None:
    index = Index(articles)
    assert index.search("elektrizitat") == []
    assert index.words_like("elektrizitat", 1) == ["electricity"]
    assert index.words_like("", 3) == []
