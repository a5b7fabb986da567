"""What nobody sees, named and made visible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.text.hidden import counted, stretches, unveiled
from tuireader.text.safe import clean, display

NASTY = "\x1b\x9b\x9d\u202e\u2066\u200b\u0301\x07\x00\r\n]0;mA‹›\ud800\U000e0041\ufe0f"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("one\r\ntwo", "one\ntwo"),
        ("a\u202eb", "a‹U+202E›b"),
        ("a\u200b\u200b\u200bb", "a‹U+200B×3›b"),
        ("x\x1b]0;title\x07y", "x‹U+001B›]0;title‹U+0007›y"),
        ("x\x1b[31mred", "x‹U+001B›[31mred"),
    ],
)
def test_marks_stand_where_something_is_left_out(text: str, shown: str) -> None:
    assert unveiled(text).text == shown


def test_each_is_counted_once_by_its_kind() -> None:
    text = "a\u202e\u2066 \x1b[31m \u00ad \x00 \ud800" + "e" + "\u0301" * 6 + "\r\n"
    assert counted(text) == {
        "control sequence": 5,
        "reordering": 2,
        "stacked mark": 2,
        "control character": 1,
        "half a character": 1,
        "invisible": 1,
    }
    assert counted("plain ☺ text\r\n") == {}


@given(st.text(alphabet=NASTY, max_size=60))
@settings(max_examples=200)
def test_nothing_is_lost_and_nothing_steers(text: str) -> None:
    shown, plain = unveiled(text), display(text)
    assert clean(shown.text) == shown.text
    assert sum(counted(text).values()) == plain.hidden
    assert sum(end - start for start, end, _ in stretches(plain, text)) == plain.hidden
    if shown.offsets is not None:
        assert list(shown.offsets) == sorted(shown.offsets)
        assert len(shown.offsets) == len(shown.text)
