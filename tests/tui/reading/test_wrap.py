from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.tui.reading.wrap import wrap

texts = st.text(
    alphabet=st.sampled_from("abc -—漢字é\u0301é❤\ufe0f\u200d👩👍🏽🇩🇪कष\u094dि한\u1112\u1161שׁا"), max_size=60
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_lines_break_at_spaces() -> None:
    assert lines("the quick brown fox", 10) == ["the quick", "brown fox"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]


def test_a_line_may_break_after_a_hyphen() -> None:
    assert lines("EU-facilitated talks", 9) == ["EU-", "facilitat", "ed talks"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]


def test_wide_characters_take_two_cells() -> None:
    assert lines("漢字漢字漢", 4) == ["漢字", "漢字", "漢"]


@example("a\u2764\u0301\ufe0f", 2)
@given(texts, st.integers(2, 20))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    found = wrap(text, width)
    at = 0
    for start, end in found:
        assert text[at:start].strip(" ") == ""
        assert cell_len(text[start:end]) <= width
        at = end
    assert text[at:].strip(" ") == ""


def test_a_letter_shown_as_a_picture_is_wide() -> None:
    assert lines("\u2764\ufe0f\u2764\ufe0f\u2764\ufe0f", 4) == ["\u2764\ufe0f\u2764\ufe0f", "\u2764\ufe0f"]
