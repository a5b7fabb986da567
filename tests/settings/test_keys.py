"""Key names are the ones Textual uses."""

import string

import pytest
from textual.keys import _character_to_key

from tuireader.settings.keys import NAMED, PUNCTUATION, BadKey, canonical, shown, types_something


def test_punctuation_is_called_as_textual_calls_it() -> None:
    assert set(PUNCTUATION) == set(string.punctuation)
    for character, name in PUNCTUATION.items():
        assert _character_to_key(character) == name


def test_named_keys_are_textuals() -> None:
    from textual.keys import Keys

    assert set(NAMED) <= {key.value for key in Keys}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("n", "n"),
        ("N", "N"),
        ("й", "й"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("Esc", "escape"),
        ("Return", "enter"),
        ("PgDn", "pagedown"),
        (" ", "space"),
        ("Ctrl+L", "ctrl+l"),
        ("ctrl-l", "ctrl+l"),
        ("shift+tab", "shift+tab"),
        ("ctrl+shift+left", "ctrl+shift+left"),
        ("-", "minus"),
        ("+", "plus"),
        ("Alt+x", "alt+x"),
        ("alt+<", "alt+less_than_sign"),
        ("ctrl+_", "ctrl+underscore"),
    ],
)
def test_names_as_users_write_them(written: str, name: str) -> None:
    assert canonical(written) == name


@pytest.mark.parametrize("written", ["", "foo", "ctrl+", "ctrl+é", "shift+n", "alt+é", "ctrl+m", "nn", "+l"])
def test_names_that_do_not_exist(written: str) -> None:
    with pytest.raises(BadKey):
        canonical(written)


def test_short_forms() -> None:
    assert [
        shown(key) for key in ("question_mark", "pagedown", "ctrl+l", "shift+tab", "up", "n", "alt+less_than_sign")
    ] == [
        "?",
        "pgdn",
        "^l",
        "shift+tab",
        "↑",
        "n",
        "alt+<",
    ]
    assert shown("up", arrows=False) == "up"


def test_which_keys_type() -> None:
    assert [key for key in ("n", "slash", "space", "enter", "ctrl+l", "down") if types_something(key)] == [
        "n",
        "slash",
        "space",
    ]
