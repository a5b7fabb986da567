"""Fields, exact and excluded words, neighbouring sentences, counts: over articles with labels written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article, Span
from tuireader.search import Answer, FieldLabels, Index, Label
from tuireader.search.rank import Tier
from tuireader.sources import from_text

FERRY = from_text(
    """Old ferry sinks off Marrow Point

About 40 passengers were taken off the ferry Ondine on Tuesday. Harbour master Ilse Verhoeve said that nobody was hurt.

"The wreck will be raised in June," the master said. The company paid the crew.
""",
    id="001_ferry",
)
TIDE = from_text(
    """Ondine lost

More than 45 people were brought ashore. The town paid for blankets.

Nobody was hurt, said Žofie Müllerová, who runs the port. The crew was thanked.
""",
    id="002_tide",
)


def at(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


LABELS = [
    Label("who", at(FERRY, "Ilse Verhoeve"), "Ilse Verhoeve harbour master", "Ilse Verhoeve"),
    Label("who", at(FERRY, "the master"), "Ilse Verhoeve the master", "Ilse Verhoeve", "Ilse Verhoeve"),
    Label("who", at(TIDE, "Žofie Müllerová"), "Žofie Müllerová", "Žofie Müllerová"),
    Label("said", at(FERRY, "The wreck will be raised in June,"), "Ilse Verhoeve", "Ilse Verhoeve", "", "said"),
    Label("when", at(FERRY, "Tuesday"), "Tuesday 11 March 2025", "2025-03-11", "11 March 2025"),
    Label("when", at(FERRY, "June"), "June", "XXXX-06", "June"),
    Label("fact", at(FERRY, "About 40 passengers"), "people taken off differ", "people", "people: 40 / 45", "differ"),
    Label("fact", at(TIDE, "More than 45 people"), "people taken off differ", "people", "people: 40 / 45", "differ"),
    Label("tag", TIDE.span(0, len(TIDE.text)), "weather", whole=True),
]
KNOWN = FieldLabels(LABELS, ("who", "said", "where", "when", "fact", "tag"))
INDEX = Index([FERRY, TIDE])
TEXTS = {article.id: article.text for article in (FERRY, TIDE)}


def ask(query: str, **more: object) -> Answer:
    return INDEX.answer(query, labels=KNOWN, **more)  # type: ignore[arg-type]


def found(query: str) -> set[str]:
    """How the hits begin: those that are exact, if any is."""
    hits = ask(query).hits
    exact = [hit for hit in hits if hit.exact]
    return {TEXTS[hit.span.article][hit.span.start : hit.span.start + 9] for hit in exact or hits}


@pytest.mark.parametrize(
    ("query", "begin"),
    [
        ("who:verhoeve", {"Harbour m", '"The wrec'}),
        ("who:verhove", {"Harbour m", '"The wrec'}),
        ("who:mullerova", {"Nobody wa"}),
        ("who:verhoeve hurt", {"Harbour m"}),
        ("-who:verhoeve hurt", {"Nobody wa"}),
        ("said:verhoeve", {'"The wrec'}),
        ("by:ilse raised", {'"The wrec'}),
        ("where:marrow", set()),
        ("quote:wreck", {'"The wrec'}),
        ("quote:wrek", {'"The wrec'}),
        ("quote:master", set()),
        ("when:2025-03", {"About 40 "}),
        ("when:march", {"About 40 "}),
        ("when:tues", {"About 40 "}),
        ("when:2024-06", {'"The wrec'}),
        ("when:2025-04", set()),
        ("fact:people", {"About 40 ", "More than"}),
        ("fact:differ in:001", {"About 40 "}),
        ("in:2 paid", {"The town "}),
        ("in:002 paid", {"The town "}),
        ("in:tide paid", {"The town "}),
        ("in:1,2 paid", {"The town ", "The compa"}),
        ("in:1 in:2 paid", {"The town ", "The compa"}),
        ("-in:2 paid", {"The compa"}),
        ("in:9 paid", set()),
        ("title:ondine", {"Ondine lo"}),
        ("title:ondine paid", {"The town "}),
        ("tag:weather paid", {"The town "}),
        ("tag:weather", {"Ondine lo"}),
        ('"nobody was hurt"', {"Harbour m", "Nobody wa"}),
        ('"was nobody hurt"', set()),
        ('"nobody was hu', {"Harbour m", "Nobody wa"}),
        ('"nobody was hu"', set()),
        ("paid -crew", {"The town "}),
        ('paid -"the crew"', {"The town "}),
    ],
)
def test_what_fields_and_exact_words_find(query: str, begin: set[str]) -> None:
    assert found(query) == begin


def test_hits_of_fields_say_what_was_found_there() -> None:
    hit = ask("fact:people").hits[0]
    assert [(label.mark, label.note) for label in hit.labels] == [("differ", "people: 40 / 45")]
    text = TEXTS[hit.span.article]
    assert [text[match.start : match.end] for match in hit.matches] == ["About 40 passengers"]
    assert ask("said:verhoeve").hits[0].matches == ()
    assert not ask("who:verhove").hits[0].exact and ask("who:verhoeve").hits[0].exact
    assert INDEX.answer("who:verhove", labels=KNOWN, exactly=True).hits == ()


def test_a_field_of_which_nothing_is_known_is_searched_as_words() -> None:
    answer = INDEX.answer("who:verhoeve")
    assert answer.missing == ("who",) and len(answer.hits) == 1
    assert ask("who:verhoeve").missing == ()
    assert ask("wo:verhoeve").wrong == ("there is no wo:; did you mean who:?",)


def test_two_neighbouring_sentences_that_hold_all_words_come_after_one_that_does() -> None:
    hits = ask("passengers verhoeve").hits
    assert [hit.tier for hit in hits] == [Tier.BESIDE]
    text = TEXTS[hits[0].span.article][hits[0].span.start : hits[0].span.end]
    assert text.startswith("About 40") and text.endswith("hurt.")
    assert [TEXTS[match.article][match.start : match.end] for match in hits[0].matches] == ["passengers", "Verhoeve"]
    # Sentences of two articles are no neighbours, nor is one that has all words counted again.
    assert all(hit.tier.single for hit in ask("paid crew").hits[:1])
    assert not [hit for hit in ask("blankets thanked").hits if hit.tier.exact]


def test_hits_are_counted_by_article_also_outside_of_where_was_searched() -> None:
    answer = ask("crew", within=["002_tide"])
    assert [hit.span.article for hit in answer.hits] == ["002_tide"]
    assert answer.counts == {"001_ferry": 1, "002_tide": 1}
    assert sum(ask("crew", limit=1).counts.values()) == 2


def test_articles_have_the_numbers_that_the_reader_sees() -> None:
    index = Index([FERRY, TIDE], {"001_ferry": 7, "002_tide": 9})
    assert {hit.span.article for hit in index.search("in:9 crew")} == {"002_tide"}
    assert not index.search("in:1 crew")


def test_common_words_are_found_in_few_articles_of_many(
    make: Callable[..., Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.search.matching._WIDE", 3)
    monkeypatch.setattr("tuireader.search.answering._LOOKED_AT", 4)
    index = Index([make(f"a{number}", body=["the sea", "the wind"]) for number in range(9)])
    assert [hit.span.article for hit in index.search("in:9 th")] == ["a8", "a8"]
    assert [hit.span.article for hit in index.answer("th", within=["a7"]).hits] == ["a7", "a7"]
    assert [hit.span.article for hit in index.answer('"the se', within=["a7"]).hits] == ["a7"]


def test_completions_are_the_values_with_the_most_labels() -> None:
    who = KNOWN.get("who")
    assert who is not None
    assert who.begun("") == ["Ilse Verhoeve", "Žofie Müllerová"]
    assert who.begun("mull") == ["Žofie Müllerová"]
    assert who.begun("zzz") == []


def test_titles_of_the_common_case(make: Callable[..., Article]) -> None:
    """A title with two neighbouring body sentences is no pair with them."""
    index = Index([make("a", title="Storm closes", body=["The harbour is shut.", "Nobody sails."])])
    assert not [hit for hit in index.search("closes harbour") if hit.tier is Tier.BESIDE]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["who:", "ilse", "-", '"', "when:2025", "in:", "1", ",", "title:", "paid", " ", " ", "fact:d", "²"]
        )
        | st.text(max_size=4),
        max_size=9,
    ).map("".join)
)
def test_any_query_is_answered_inside_the_texts(query: str) -> None:
    answer = ask(query)
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)
    for hit in answer.hits:
        assert 0 <= hit.score <= 1
        reached = hit.span.start
        for match in hit.matches:
            assert reached <= match.start < match.end <= hit.span.end
            reached = match.end
