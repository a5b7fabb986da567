"""Numbers before commands, and what is repeated: what keys typed one after the other mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.strokes import Strokes


@given(st.lists(st.sampled_from("0123456789"), max_size=8))
def test_digits_are_one_number_and_it_is_used_once(digits: list[str]) -> None:
    strokes = Strokes()
    taken = [strokes.digit(digit, 0.0) for digit in digits]
    text = "".join(digits).lstrip("0")
    assert sum(taken) == len(text)
    assert strokes.pending(1e9) == (int(text[:4]) if text else None)
    assert strokes.take(1e9) == (int(text[:4]) if text else None)
    assert strokes.take(1e9) is None


@given(st.lists(st.tuples(st.sampled_from("123456789"), st.floats(0, 3)), min_size=1, max_size=6), st.floats(0, 3))
def test_a_number_with_a_time_lasts_that_long_after_its_last_digit(typed: list[tuple[str, float]], rest: float) -> None:
    strokes, now, text = Strokes(), 0.0, ""
    last: float | None = None
    for digit, pause in typed:
        now += pause
        if last is not None and now > last + 1.0:
            text = ""
        strokes.digit(digit, now, 1.0)
        text, last = (text + digit)[:4], now
    assert last is not None
    wanted = int(text) if now + rest <= last + 1.0 else None
    assert strokes.pending(now + rest) == wanted


def test_what_is_repeated_keeps_its_count_until_another_is_given() -> None:
    strokes = Strokes()
    assert strokes.again(None) is None
    strokes.did("list.down", 3)
    assert strokes.again(None) == ("list.down", 3)
    assert strokes.again(5) == ("list.down", 5)


def test_dropping_forgets() -> None:
    strokes = Strokes()
    strokes.digit("7", 0.0)
    strokes.drop()
    assert strokes.pending(0.0) is None and not strokes.digit("0", 0.0)
