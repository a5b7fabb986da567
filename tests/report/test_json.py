from __future__ import annotations

import json as standard

import pytest

from tuireader.article import Article, Span
from tuireader.facts import Fact, Facts, FactValue, Mention
from tuireader.report import json
from tuireader.report.records import records
from tuireader.search import Index
from tuireader.story import tell

ROW = {"id", "title", "source", "published", "path", "words", "sentences", "shared", "story"}


def test_rows_of_list(articles: list[Article]) -> None:
    form = json.listing(records(articles, tell(articles)))
    assert [row["id"] for row in form["articles"]] == ["north_1f", "south_2a"]
    assert all(set(row) >= ROW for row in form["articles"])


def test_comparison_gives_links_and_passages_with_their_text(articles: list[Article]) -> None:
    telling = tell(articles)
    form = json.comparison(records(articles, telling), articles, telling.passages)
    assert form["links"]
    assert set(form["links"][0]) == {"a", "a_start", "a_end", "b", "b_start", "b_end", "kind", "score"}
    texts = {article.id: article.text for article in articles}
    for passage in form["passages"]:
        assert set(passage) == {"id", "kind", "score", "wordings", "occurrences"}
        assert len({one["wording"] for one in passage["occurrences"]}) == passage["wordings"]
        for one in passage["occurrences"]:
            assert one["text"] == texts[one["article"]][one["start"] : one["end"]]


@pytest.mark.parametrize(
    ("mention", "further"),
    [
        (Mention(Span("a", 0, 4), "person", "Anna", "Anna Berg", role="mayor"), {"role": "mayor"}),
        (
            Mention(Span("a", 0, 4), "quantity", "about 40 cars", "40", number=40.0, counted="cars", approx="around"),
            {"number": 40.0, "unit": None, "counted": "cars", "approx": "around", "holder": None},
        ),
        (Mention(Span("a", 0, 4), "date", "Monday", "XXXX-WXX-1"), {}),
        (
            Mention(Span("a", 0, 4), "date", "Monday", "XXXX-WXX-1", resolved="2025-03-10"),
            {"resolved": "2025-03-10"},
        ),
        (
            Mention(Span("a", 0, 4), "date", "since 2019", "2019", period="2019/.."),
            {"period": "2019/.."},
        ),
        (
            Mention(Span("a", 0, 4), "quote", "“No”", "no", speaker=None, direct=True, cue="said"),
            {"speaker": None, "direct": True, "cue": "said"},
        ),
        (
            Mention(Span("a", 0, 4), "event", "will visit", "visit", status="planned"),
            {"status": "planned", "doer": None, "object": None, "place": None, "when": None},
        ),
        (Mention(Span("a", 0, 4), "place", "Oslo", "Oslo"), {}),
    ],
)
def test_a_mention_has_the_keys_of_its_kind(mention: Mention, further: dict[str, object]) -> None:
    form = json.facts([], Facts((mention,), ()))["mentions"][0]
    common = {"article": "a", "kind": mention.kind, "text": mention.text, "start": 0, "end": 4, "value": mention.value}
    assert form == common | further


def test_a_fact_has_its_values_with_their_places() -> None:
    values = (FactValue(Span("a", 3, 9), "40 cars", "40", 1), FactValue(Span("b", 5, 12), "over 38 cars", "38", 2))
    fact = Fact(7, "quantity", "cars", "differ", values, compatible=True, wordings=2, why="over")
    assert json.facts([], Facts((), (fact,)))["facts"] == [
        {
            "id": 7,
            "kind": "quantity",
            "key": "cars",
            "verdict": "differ",
            "compatible": True,
            "wordings": 2,
            "why": "over",
            "reasons": [],
            "values": [
                {"article": "a", "start": 3, "end": 9, "text": "40 cars", "value": "40", "wording": 1},
                {"article": "b", "start": 5, "end": 12, "text": "over 38 cars", "value": "38", "wording": 2},
            ],
            "dismissed": False,
        }
    ]


def test_hits_give_the_passage_and_the_places_of_the_words(articles: list[Article]) -> None:
    found = Index(articles).answer("vestera brdge")
    form = json.hits("vestera brdge", 1.23456, articles, found)
    assert form["query"] == "vestera brdge"
    assert form["milliseconds"] == 1.235
    hit = form["hits"][0]
    text = articles[0].text
    assert text[hit["start"] : hit["end"]] == hit["text"]
    assert sorted(text[start:end] for start, end in hit["matches"]) == ["Bridge", "Vesterå"]
    assert hit["found"] == "fuzzy" and hit["labels"] == []
    assert {each["article"]: each["hits"] for each in form["counts"]}[hit["article"]] >= 1


def test_encoded_as_one_line_of_utf_8() -> None:
    data = json.encode({"title": "Vesterå “closes”"})
    assert data == '{"title": "Vesterå “closes”"}\n'.encode()


@pytest.mark.parametrize(
    "hostile", ["\x1b]0;owned\x07", "\x9b31m", "\u202eabc", "\u2028", "bad\udce9name", "\x7f", "\x00"]
)
def test_hostile_text_is_whole_again_after_decoding_and_harmless_before(hostile: str) -> None:
    data = json.encode({"text": hostile})
    assert standard.loads(data) == {"text": hostile}
    raw = data.decode("utf-8").rstrip("\n")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2028" for char in raw)
