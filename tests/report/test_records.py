from __future__ import annotations

import pytest

from tuireader.article import Article
from tuireader.report.records import labels, records, row
from tuireader.story import tell


def test_a_record_holds_the_row_and_the_text(articles: list[Article]) -> None:
    telling = tell(articles)
    record = records(articles, telling)[0]
    assert record["id"] == "north_1f"
    assert record["path"] == "north.txt"
    assert record["story"] == 1
    assert record["shared"] == telling.shared["north_1f"]
    assert record["text"] == articles[0].text
    roles = {record["text"][part["start"] : part["end"]]: part["role"] for part in record["parts"]}
    assert roles["Bridge at Vesterå closes for repairs"] == "title"
    assert roles["Share this article"] == "furniture"


def test_a_row_counts_the_sentences_and_leaves_the_text_out(articles: list[Article]) -> None:
    record = records(articles, tell(articles))[1]
    short = row(record)
    assert short["sentences"] == len(articles[1].sentences)
    assert not {"text", "parts"} & set(short)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], {}),
        (["000_ab", "001_cd"], {"000_ab": "000", "001_cd": "001"}),
        (["a_1", "b_2"], {"a_1": "a_1", "b_2": "b_2"}),
        (["story-one", "story-two", "other"], {"story-one": "story-one", "story-two": "story-two", "other": "other"}),
        (["fox", "fox_2"], {"fox": "fox", "fox_2": "fox_2"}),
        (["news.2024.a", "news.2025.a"], {"news.2024.a": "news.2024", "news.2025.a": "news.2025"}),
    ],
)
def test_labels(names: list[str], expected: dict[str, str]) -> None:
    assert labels(names) == expected


def test_each_label_names_one_article() -> None:
    names = [
        f"{left}_{middle}-{right}" for left in ("a1", "a11", "b2") for middle in ("x", "xy") for right in ("p", "q")
    ]
    for name, label in labels(names).items():
        assert label == name or [each for each in names if each.startswith(label)] == [name]
