"""Keys of the kitty protocol, in every form a terminal may send them: read as anywhere else, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tuireader.tui.terminal.extended import told
from tuireader.tui.terminal.private import Keys


def keys(text: str) -> list[str]:
    """What the parser hears, the rest of it after a while."""
    parser = Keys()
    heard = [*parser.feed(text), *parser.expire()]
    return [each.key for each in heard if isinstance(each, events.Key)]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1b[106u", "j"),
        ("\x1b[106;1:1u", "j"),
        ("\x1b[106;1:2u", "j"),
        ("\x1b[106;129u", "j"),
        ("\x1b[99;69u", "ctrl+c"),
        ("\x1b[106;;106u", "j"),
        ("\x1b[27u", "escape"),
        ("\x1b[27;129:1u", "escape"),
        ("\x1b[13;2u", "shift+enter"),
        ("\x1b[9;2u", "shift+tab"),
        ("\x1b[120;3u", "alt+x"),
        ("\x1b[1;1:1A", "up"),
        ("\x1b[1;5:2A", "ctrl+up"),
        ("\x1b[3;1:1~", "delete"),
        ("\x1b[5;1:1~", "pageup"),
        ("\x1b[57414u", "enter"),
        # The letter on a Russian keyboard, and the key it stands on.
        ("\x1b[1089::99;5u", "ctrl+c"),
        ("\x1b[1092::97;3u", "alt+a"),
        ("\x1b[1086::106;;1086u", "о"),
        ("\x1b[47:63;2u", "question_mark"),
        # What ctrl makes of these everywhere else.
        ("\x1b[91;5u", "escape"),
        ("\x1b[105;5u", "tab"),
        ("\x1b[109;69u", "enter"),
    ],
)
def test_a_key_is_the_same_in_every_form(sent: str, key: str) -> None:
    assert keys(sent) == [key]


@pytest.mark.parametrize("sent", ["\x1b[106;1:3u", "\x1b[27;1:3u", "\x1b[1;1:3A", "\x1b[3;129:3~", "\x1b[99999999u"])
def test_what_is_no_press_is_no_key_and_swallows_none(sent: str) -> None:
    assert told(sent) is None
    assert keys(f"{sent}j") == ["j"]


@pytest.mark.parametrize(
    "sent", ["\x1b[A", "\x1b[1;5A", "\x1b[5~", "\x1bOP", "\x1b[1;2R", "\x1b", "j", "\x1b[<35;1;1M"]
)
def test_what_any_terminal_sends_stays_as_it_is(sent: str) -> None:
    assert told(sent) == sent


@given(st.text(alphabet="0123456789:;", max_size=26), st.sampled_from("u~ABCDEFHPQRS"))
def test_no_number_ends_the_program(numbers: str, end: str) -> None:
    assert keys(f"\x1b[{numbers}{end}j")[-1:] in (["j"], [])
