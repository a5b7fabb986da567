from __future__ import annotations

import pytest

from tuireader.report.ink import Ink, Run


def test_without_colour_nothing_but_text_is_sent() -> None:
    assert Ink().draw([Run("a", "bold"), Run("b")]) == "ab"


def test_with_colour_each_style_is_ended_again() -> None:
    assert Ink(colour=True).draw([Run("a", "bold"), Run("b")]) == "\x1b[1ma\x1b[0mb"
    assert Ink(colour=True).paint("", "bold") == ""


def test_changes_of_wording_are_seen_without_colour_too() -> None:
    assert Ink().marked("old", "dropped").text == "[-old-]"
    assert Ink().marked("new", "added").text == "{+new+}"
    assert Ink(colour=True).marked("new", "added") == Run("new", "added")


@pytest.mark.parametrize(("part", "bar"), [(0, "...."), (0.5, "##.."), (1, "####"), (7.0, "####"), (-1, "....")])
def test_bars(part: float, bar: str) -> None:
    assert Ink(unicode=False).bar(part, 4) == bar


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(KeyError):
        Ink().paint("a", "blinking")
