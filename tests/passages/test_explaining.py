"""Why a link was made: computed again from the two texts, and said in plain words."""

from __future__ import annotations

from math import exp

import pytest

from tests.passages.texts import articles
from tuireader.article import Article, Span, cut
from tuireader.passages import Explanation, Link, explain, explain_all, find
from tuireader.passages.links.evidence import Evidence
from tuireader.passages.links.judging import Around
from tuireader.passages.reasons.explaining import links_of
from tuireader.passages.reasons.plainly import AROUND, EVIDENCE, RULES, says
from tuireader.sources import from_text


@pytest.fixture(scope="module")
def event() -> list[Article]:
    return articles()


@pytest.fixture(scope="module")
def explained(event: list[Article]) -> list[Explanation]:
    return explain_all(event, find(event).links)


def of(event: list[Article], explained: list[Explanation], a_words: str, b_words: str) -> Explanation:
    """The explanation of the link that holds these words."""
    for each in explained:
        if a_words in cut(event, each.link.a) and b_words in cut(event, each.link.b):
            return each
    raise AssertionError(f"no link: {a_words} – {b_words}")


def inside(inner: Span, outer: Span) -> bool:
    return inner.article == outer.article and outer.start <= inner.start and inner.end <= outer.end


def test_every_number_is_put_in_words() -> None:
    assert set(EVIDENCE) >= set(Evidence._fields)
    assert set(AROUND) >= set(Around._fields)
    for number in (-4.0, 0.0, 0.3, 1.0, 2.0, 5.0):
        for name in (*Evidence._fields, *Around._fields):
            assert not says(name, number).startswith(name + " ")


def test_each_link_is_explained_by_the_words_both_sides_hold(
    event: list[Article], explained: list[Explanation]
) -> None:
    assert explained
    for each in explained:
        assert each.words == tuple(sorted(each.words, key=lambda word: -word.bits))
        assert each.words and each.words[0].bits > 0
        for word in each.words:
            assert all(inside(place, each.link.a) for place in word.a)
            assert all(inside(place, each.link.b) for place in word.b)
            assert word.a and word.b
            assert cut(event, word.a[0]).strip() == cut(event, word.a[0])


def test_words_stand_as_they_are_written(event: list[Article], explained: list[Explanation]) -> None:
    link = of(event, explained, "routine inspection", "routine inspection")
    assert ("inspection", "inspection") in [(cut(event, word.a[0]), cut(event, word.b[0])) for word in link.words]


def test_the_numbers_add_up_to_the_score(explained: list[Explanation]) -> None:
    judged = [each for each in explained if each.judged is not None]
    assert len(judged) > len(explained) / 2
    for each in judged:
        odds = each.base + sum(reason.weight for reason in each.reasons)
        assert 1 / (1 + exp(-odds)) == pytest.approx(each.judged, abs=0.001)
        assert {reason.name for reason in each.reasons} >= {*Evidence._fields, *Around._fields}
        weights = [abs(reason.weight) for reason in each.reasons]
        assert weights == sorted(weights, reverse=True)
        if each.rule == "judged":
            assert each.judged == pytest.approx(each.link.score, abs=0.001)


def test_the_sentences_hold_their_spans(explained: list[Explanation]) -> None:
    for each in explained:
        assert each.a.overlaps(each.link.a)
        assert each.b.overlaps(each.link.b)
        assert each.rule in RULES


def test_neighbours_and_rivals_are_other_sentences(explained: list[Explanation]) -> None:
    assert any(each.anchor for each in explained)
    for each in explained:
        for near in (*each.rivals, *filter(None, [each.anchor])):
            assert (near.a, near.b) != (each.a, each.b)
            assert 0 < near.score <= 1
        for rival in each.rivals:
            assert rival.a == each.a or rival.b == each.b


def test_a_copy_stands_by_itself_and_a_paraphrase_leans(event: list[Article], explained: list[Explanation]) -> None:
    copy = of(event, explained, "Ferries will run", "Ferries will run")
    assert not copy.leans
    assert copy.alone is not None and copy.alone > 0.9


def test_the_other_way_round_it_is_the_same(event: list[Article], explained: list[Explanation]) -> None:
    by_id = {article.id: article for article in event}
    for each in explained[::4]:
        link = each.link
        turned = explain(by_id[link.b.article], by_id[link.a.article], Link(link.b, link.a, link.kind, link.score))
        assert (turned.a, turned.b, turned.rule) == (each.b, each.a, each.rule)
        assert turned.reasons == each.reasons
        assert [(word.bits, word.a, word.b) for word in turned.words] == [
            (word.bits, word.b, word.a) for word in each.words
        ]


def test_one_link_alone_is_explained_as_among_all(event: list[Article], explained: list[Explanation]) -> None:
    by_id = {article.id: article for article in event}
    link = explained[-1].link
    assert explain(by_id[link.a.article], by_id[link.b.article], link) == explained[-1]


FIRST = """Quarry plan splits Orrevik council

The council of Orrevik voted on Monday to let the granite quarry above the lake expand by forty hectares.

As seen in Tarn and elsewhere. Councillor Mette Dahl said the dust would ruin the vineyards on the slope.

The quarry employs 120 people, most of them from the valley, and pays a third of the municipal taxes."""
SECOND = """Orrevik lets its quarry grow

On Monday the Orrevik council voted to let the granite quarry above the lake grow by forty hectares.

The people of Tarn do that too. Dust would ruin the vineyards on the slope, said councillor Mette Dahl.

A third of the municipal taxes comes from the quarry, which employs 120 people, most from the valley."""


def test_a_link_that_leans_names_its_anchor() -> None:
    two = [from_text(FIRST, id="first"), from_text(SECOND, id="second")]
    explained = explain_all(two, find(two).links)
    leaning = [each for each in explained if each.leans]
    assert leaning
    for each in leaning:
        assert each.anchor is not None
        assert each.anchor.score >= 0.5
        assert each.anchor.a.article == "first"


def test_a_passage_knows_its_links(event: list[Article]) -> None:
    found = find(event)
    by_passage = links_of(found.passages, found.links)
    assert len(by_passage) == len(found.passages)
    for passage, links in zip(found.passages, by_passage, strict=True):
        spans = [occurrence.span for occurrence in passage.occurrences]
        assert links == [
            link for link in found.links if any(map(link.a.overlaps, spans)) and any(map(link.b.overlaps, spans))
        ]


def test_a_link_between_other_articles_is_no_link_of_these(event: list[Article], explained: list[Explanation]) -> None:
    with pytest.raises(ValueError, match="herald"):
        explain_all(event[2:], [explained[0].link])


def test_a_link_of_an_older_method_is_explained_by_the_sentences_it_touches(event: list[Article]) -> None:
    herald, post = event[:2]
    link = Link(herald.span(60, 90), post.span(330, 350), "related", 0.41)
    found = explain(herald, post, link)
    assert found.a.overlaps(link.a)
    assert found.b.overlaps(link.b)
    assert found.rule == "joined"
