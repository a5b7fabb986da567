"""What is one character to a reader stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.text.clusters import clusters, floor, joined

_PICTURES = ["👨\u200d👩\u200d👧", "👍🏽", "🇩🇪", "❤\ufe0f", "1\ufe0f\u20e3"]
WHOLE = [*_PICTURES, "e\u0301", "\u0915\u094d\u0937\u093f", "\u1112\u1161\u11ab", "ש\u05c1", "م\u064f", "กำ", "漢"]
texts = st.lists(st.sampled_from([*WHOLE, " ", "a", "-", "ب", "가"]), max_size=20)


@pytest.mark.parametrize("cluster", WHOLE)
def test_each_is_one(cluster: str) -> None:
    assert list(clusters(cluster)) == [cluster]
    assert list(clusters(f"a{cluster} {cluster}")) == ["a", cluster, " ", cluster]


def test_flags_go_by_twos() -> None:
    assert list(clusters("🇩🇪🇫🇷🇮")) == ["🇩🇪", "🇫🇷", "🇮"]


def test_letters_of_a_word_are_apart() -> None:
    assert list(clusters("سلام")) == list("سلام")
    assert list(clusters("日本")) == ["日", "本"]
    assert list(clusters("")) == []


@given(texts)
def test_clusters_are_the_pieces_they_were_made_of(pieces: list[str]) -> None:
    assert list(clusters("".join(pieces))) == pieces


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_cut_falls_between_them(text: str, place: int) -> None:
    assert "".join(clusters(text)) == text
    place = min(place, len(text))
    end = floor(text, place)
    assert end <= place and (end == place or not joined(text, end))
