"""Words compare equal where a reader would call them the same word."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.text.words import count_words, fold, stem, stopwords, words


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vučić VUCIC Vuc\u030cic\u0301", ["vucic"] * 3),
        ("Kosovo’s Kosovo's Kosovo", ["kosovo"] * 3),
        ("Serb-majority, EU-facilitated", ["serb-majority", "eu-facilitated"]),
        ("4,700 soldiers and 40.80 percent.", ["4,700", "soldiers", "and", "40.80", "percent"]),
        ("N.A.T.O. U.N. U.S. us", ["nato", "un", "u.s", "us"]),
        ("the U.S.’s 3rd B-52", ["the", "u.s", "3rd", "b-52"]),
        ("O’Neill isn't", ["o'neill", "isn't"]),
        ("北京大学", ["北", "京", "大", "学"]),
        ("हिन्दी भाषा", [fold("हिन्दी"), "भाषा"]),
        ("co\u00adoperate cooperate", ["cooperate", "cooperate"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        (" \n—“”…", []),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert folded(text) == wanted


def test_the_span_of_a_possessive_covers_its_ending() -> None:
    text = "in everyone’s interest"
    assert [text[word.start : word.end] for word in words(text)] == ["in", "everyone’s", "interest"]


def test_a_part_of_a_text() -> None:
    assert [tuple(word) for word in words("one two three", 4, 7)] == [(4, 7, "two")]


@given(st.text(max_size=12))
@settings(max_examples=400)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_words_stand_in_order_and_are_not_empty(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        last = word.end
    assert count_words(text, 1, len(text)) == len(words(text, 1))


def test_stems() -> None:
    assert stem("commitments") == stem("commitment") == stem("committed") == "commit"
    assert [stem(word) for word in ("4,700", "u.s", "кошки", "北", "")] == ["4,700", "u.s", "кошки", "北", ""]


def test_stopwords_are_folded_and_say_nothing() -> None:
    assert {"the", "of", "and", "with", "that"} <= stopwords()
    assert not {"nato", "said", "visit", "one", "commit"} & stopwords()
    assert all(fold(word) == word for word in stopwords())


@pytest.mark.parametrize("unit", ["A", "a.", "a-", "1,", "北", "a\u0301", "'", "-'a"])
def test_a_long_text_of_anything_takes_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    words(text)
    assert time.process_time() - begin < 3
