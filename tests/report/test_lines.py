from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.report.ink import Run
from tuireader.report.lines import cells, cut, fitted, hang, spaced, wrap
from tuireader.text.safe import line

STYLES = st.sampled_from(["", "bold", "dim"])
RUNS = st.lists(st.tuples(st.text(alphabet="ab  é字\n-", max_size=12), STYLES).map(lambda pair: Run(*pair)), max_size=8)


def text(lines: list[list[Run]]) -> list[str]:
    return ["".join(run.text for run in each) for each in lines]


@pytest.mark.parametrize(
    ("word", "width"), [("", 0), ("plain", 5), ("Šibenik", 7), ("北京", 4), ("e\u0301a", 2), ("👍ok", 4), ("한국", 4)]
)
def test_cells(word: str, width: int) -> None:
    assert cells(word) == width


@pytest.mark.parametrize(
    ("word", "width", "expected"),
    [("harbour", 7, "harbour"), ("harbour", 6, "harbo…"), ("北京大学", 5, "北京…"), ("ab cd", 4, "ab…"), ("ab", 0, "")],
)
def test_cut(word: str, width: int, expected: str) -> None:
    assert cut(word, width) == expected


@given(st.text(max_size=30).map(line), st.integers(1, 20))
def test_fitted_is_exactly_as_wide_as_asked(word: str, width: int) -> None:
    assert cells(fitted(word, width)) == width


def test_wrap_keeps_styles_and_breaks_at_spaces() -> None:
    runs = [Run("The bridge will be "), Run("fully", "added"), Run(", they said, closed.")]
    lines = wrap(runs, 18)
    assert text(lines) == ["The bridge will be", "fully, they said,", "closed."]
    assert lines[1] == [Run("fully", "added"), Run(", they said,")]


def test_a_word_in_two_styles_is_not_torn_apart() -> None:
    assert text(wrap([Run("see [-lo-]", "dropped"), Run("{+hi+}", "added")], 12)) == ["see", "[-lo-]{+hi+}"]


def test_a_word_that_is_too_long_is_broken_inside() -> None:
    assert text(wrap([Run("an abcdefghij end")], 4)) == ["an", "abcd", "efgh", "ij", "end"]
    assert text(wrap([Run("北京大学北京")], 5)) == ["北京", "大学", "北京"]


@settings(max_examples=150)
@given(RUNS, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_space(runs: list[Run], width: int) -> None:
    lines = text(wrap(runs, width))
    assert all(cells(each) <= width for each in lines)
    assert all(each == each.strip() and each for each in lines)
    whole = "".join(run.text for run in runs)
    assert "".join("".join(lines).split()) == "".join(whole.split())
    if all(len(word) <= width // 2 for word in whole.split()):
        assert " ".join(lines).split() == whole.split()


def test_hang_puts_the_head_into_the_margin() -> None:
    assert text(hang(Run("001", "bold"), [Run("one two three four")], 17, 5)) == ["001  one two", "     three four"]
    assert text(hang(Run("001"), [], 17, 5)) == ["001  "]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("", ""), (" ", " "), ("\n\n", " "), (", ", ", "), (" (", " ("), (".", "."), ("\x1b[31m", " ")],
)
def test_spaced(piece: str, expected: str) -> None:
    assert spaced(piece) == expected
