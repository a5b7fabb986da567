"""Nothing that steers a terminal gets through, and every shown character knows where it came from."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.text.safe import MARKS, clean, display, line

FORBIDDEN = (
    {chr(code) for code in range(32) if chr(code) not in "\t\n"}
    | {chr(code) for code in range(0x7F, 0xA0)}
    | set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\u00ad\u2028\u2029")
    | {chr(code) for code in range(0xE0000, 0xE0080)}
    | {chr(code) for code in range(0xD800, 0xE000)}
)
PIECES = st.one_of(
    st.sampled_from(sorted(FORBIDDEN)),
    st.sampled_from(
        ["\x1b]0;t\x07", "\x1b[31m", "\x9b1m", "\x1bP q\x1b\\", "\r\n", "\u0301", "\u200d", "a", " ", "\n", "é"]
    ),
    st.characters(),
)
HOSTILE = st.lists(PIECES, max_size=40).map("".join)


@given(HOSTILE)
@settings(max_examples=400)
def test_nothing_forbidden_comes_through(text: str) -> None:
    shown = clean(text)
    assert not FORBIDDEN & set(shown)
    run = 0
    for char in shown:
        run = run + 1 if unicodedata.category(char).startswith("M") else 0
        assert run <= MARKS
    assert clean(shown) == shown
    assert line(line(text)) == line(text)
    assert "\n" not in line(text)
    assert "\t" not in line(text)


@given(HOSTILE)
@settings(max_examples=300)
def test_the_map_leads_back(text: str) -> None:
    seen = display(text)
    assert seen.text == clean(text)
    assert seen.length == len(text)
    places = [seen.to_source(number) for number in range(len(seen.text))]
    assert places == sorted(set(places))
    for number, place in enumerate(places):
        assert seen.text[number] == text[place] or seen.text[number] == "\n"
        assert seen.to_shown(place) == number
    assert seen.to_source(len(seen.text)) == len(text)
    assert seen.to_shown(len(text)) == len(seen.text)
    assert 0 <= seen.hidden <= len(text) - len(seen.text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;evil title\x07Kept", "Kept"),
        ("\x1b]52;c;ZXZpbA==\x1b\\Kept", "Kept"),
        ("\x1b]0;never ended\nKept", "\nKept"),
        ("\x9d0;evil\x9cKept", "Kept"),
        ("\x1b[1;31mred\x1b[0m \x9b31mred", "red red"),
        ("\x1bPq#0\x1b\\\x1b_app\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\Kept", "Kept"),
        ("\x1bcreset \x1b(Bset", "reset set"),
        ("a\rb\r\nc\x85d\u2028e\vf\fg", "a\nb\nc\nd\ne\nf\ng"),
        ("exe\u202egpj.\u2066x\u2069", "exegpj.x"),
        ("z" + "\u0301" * 9, "z" + "\u0301" * 4),
        ("z" + "\u0301\u200b" * 9, "z" + "\u0301" * 4),
        ("so\u00adft\u200b\ufeff\U000e0041\ud800", "soft"),
        ("👨‍👩‍👧 می‌خواهم \u200eLRM क्षि", "👨‍👩‍👧 می‌خواهم \u200eLRM क्षि"),
        ("葛\U000e0100飾区, x\U000e0141\U000e0142, 葛\U000e0100\U000e0101", "葛\U000e0100飾区, x, 葛\U000e0100"),
        ("twice decoded: â\x80\x9d and the rest of it", "twice decoded: â and the rest of it"),
        ("\r", "\n"),
        ("\t\n", "\t\n"),
        ("", ""),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_line_has_neither_breaks_nor_edges() -> None:
    assert line(" two\r\n\t words \x1b[2K\n") == "two words"


def test_a_harmless_text_is_shown_as_it_is() -> None:
    text = "Vučić said: “stability”.\n\tNext line…"
    seen = display(text)
    assert seen.text is text
    assert seen.offsets is None
    assert seen.hidden == 0


def test_hidden_characters_are_counted() -> None:
    assert display("a\u200bb\x1b[31mc\r\nd").hidden == 6


@pytest.mark.parametrize(
    "unit",
    ["A", "\x1b", "\x1b]", "\x1b[", "\x1b[1;", "\x9b ", "\r", "\r\n", "\u0301", "\u202e", "क", "\x1b]a\x1b", "é\u200b"],
)
def test_a_long_text_of_anything_takes_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    display(text)
    line(text)
    assert time.process_time() - begin < 3
