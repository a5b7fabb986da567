from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tuireader.search.vocabulary import Vocabulary, allowed_distance

WORDS = st.text(alphabet=string.ascii_lowercase[:6], min_size=1, max_size=9)


def vocabulary(*words: str) -> Vocabulary:
    terms = sorted(set(words))
    return Vocabulary(terms, [1] * len(terms))


def near(words: Vocabulary, word: str, *, prefix: bool = False) -> list[str]:
    return [words.terms[at] for at, _ in words.near(word, prefix=prefix)]


def test_ids_are_places_in_the_sorted_words() -> None:
    words = vocabulary("harbour", "ferry", "harvest")
    assert words.id("ferry") == 0
    assert words.id("ferr") is None
    assert words.id("zebra") is None


def test_words_with_a_prefix_are_a_range() -> None:
    words = vocabulary("ferry", "harbour", "harvest", "hare", "hat")
    low, high = words.prefixed("har")
    assert list(words.terms[low:high]) == ["harbour", "hare", "harvest"]
    assert words.prefixed("x") == (5, 5)


def test_one_error_of_each_kind_is_mended() -> None:
    words = vocabulary("harbour", "parliament", "ferry")
    for typed in ("harbor", "harbourr", "harbuor", "hatbour"):
        assert near(words, typed) == ["harbour"], typed


def test_the_nearest_comes_first_and_equally_near_ones_by_frequency() -> None:
    words = Vocabulary(["minister", "minster", "monster", "mustard"], [1, 5, 9, 20])
    assert near(words, "munster") == ["monster", "minster", "minister"]


def test_short_words_and_numbers_are_taken_as_typed() -> None:
    assert [allowed_distance(word) for word in ("un", "4700", "b2b", "nat", "ferry", "harbour")] == [0, 0, 0, 1, 1, 2]
    assert near(vocabulary("4700", "4600", "un", "up"), "4701") == []


def test_a_beginning_may_hold_an_error() -> None:
    words = vocabulary("constitution", "ferry")
    assert near(words, "consitu", prefix=True) == ["constitution"]
    assert near(words, "consitu") == []


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=30), WORDS)
def test_the_filter_loses_no_word_one_plain_error_away(words: list[str], typed: str) -> None:
    known = vocabulary(*words)
    expected = {
        word
        for word in known.terms
        if len(typed) >= 4 and OSA.distance(word, typed) == 1 and sorted(word) != sorted(typed)
    }
    assert expected <= set(near(known, typed))


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=30), WORDS)
def test_no_word_is_farther_than_allowed(words: list[str], typed: str) -> None:
    known = vocabulary(*words)
    for word in near(known, typed):
        assert 0 < OSA.distance(word, typed) <= allowed_distance(typed)
