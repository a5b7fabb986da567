"""Characters an encoding does not have become the nearest ones of their width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.tui.terminal.charset import plain, sendable


@pytest.mark.parametrize(
    ("text", "ascii"),
    [
        ("“Let’s see” – he said…", '"Let\'s see" - he said~'),
        ("Vučić, Ørsted, Łódź", "Vucic, Orsted, Lodz"),
        ("日本 news", "? ?  news"),
        ("e\u0301", "e"),
        ("\x1b[1m→", "\x1b[1m?"),
    ],
)
def test_the_nearest_of_ascii(text: str, ascii: str) -> None:
    assert sendable(text, "ascii") == ascii


def test_what_the_encoding_has_stays() -> None:
    assert sendable("“é” 日", "utf-8") == "“é” 日"
    assert sendable("“é”", "latin-1") == '"é"'


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Mn", "Me", "Cf"]), max_size=20))
def test_as_wide_as_before(text: str) -> None:
    sent = sendable(text, "ascii")
    assert sent.isascii()
    assert len(sent) == sum(cell_len(char) for char in text)


def test_the_linux_console_gets_plain_typography() -> None:
    text = "“Ja” – sagte sie…  漢字 é"
    assert plain(text) == '"Ja" - sagte sie~  漢字 é'
    assert cell_len(plain(text)) == cell_len(text)
