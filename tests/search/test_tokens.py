from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.search.tokens import tokens


def terms(text: str) -> list[str]:
    return [token.term for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź and İzmir", ["lodz", "and", "izmir"]),
        ("Croat-majority towns", ["croat", "majority", "towns"]),
        ("the harbour’s end", ["the", "harbour", "end"]),
        ("over 12,500 birds", ["over", "12500", "birds"]),
        ("the U.S. coast, the U.N.'s plea", ["the", "us", "coast", "the", "un", "plea"]),
        ("A. B", ["a", "b"]),
        ("the Vienna-born's O’Hara", ["the", "vienna", "born", "o", "hara"]),
        ("हिन्दी", ["हनद"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_offsets_name_the_words_in_the_text() -> None:
    text = "The U.S. sent 1,200 Straßburg-born men."
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "The", "U.S.", "sent", "1,200", "Straßburg", "born", "men",
    ]  # fmt: skip


def test_only_the_asked_stretch_is_read() -> None:
    assert [token.term for token in tokens("one two three", 4, 7)] == ["two"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_tokens_are_in_order_inside_the_text_and_without_white_space(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert token.term
        assert not any(char.isspace() for char in token.term)
        last = token.end
