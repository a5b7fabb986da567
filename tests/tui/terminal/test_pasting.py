"""What is pasted never becomes a key, however it comes in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from tuireader.text.safe import clean
from tuireader.tui.terminal.pasting import END, START, Pastes
from tuireader.tui.terminal.private import Keys

PIECES = st.sampled_from(["a", "\x1b", "[", "200~", "201~", "\x1b[A", START, END, "q", "é", "\n"])


def told(*pieces: str) -> list[tuple[str, str]]:
    pastes, keys = Pastes(), Keys()
    found = []
    for piece in pieces:
        for event in keys.feed(pastes.feed(piece)):
            if isinstance(event, events.Key):
                found.append(("key", event.key))
            elif isinstance(event, events.Paste):
                found.append(("paste", event.text))
    return found


@pytest.mark.parametrize("pasted", ["plain", "\x1b[31mred\x1b[0m", "\x1bQ", "one\x1b", "\x1b]0;title\x07two", "a\nb"])
def test_a_paste_is_one_paste(pasted: str) -> None:
    assert told(f"x{START}{pasted}{END}", "y") == [("key", "x"), ("paste", clean(pasted)), ("key", "y")]


def test_it_can_come_character_by_character() -> None:
    whole = f"x{START}one\x1b[A two{END}y"
    assert told(*whole) == told(whole) == [("key", "x"), ("paste", "one two"), ("key", "y")]


def test_keys_outside_of_a_paste_are_keys() -> None:
    assert told("\x1b[A\x1b[B") == [("key", "up"), ("key", "down")]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14), st.data())
def test_escape_passes_only_outside_of_pastes_and_nothing_else_is_lost(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pastes = Pastes()
    passed = "".join(pastes.feed(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))
    before, start, after = text.partition(START)
    assert passed.startswith(before + start)
    inside, end, _ = after.partition(END)
    if end:
        rest = passed[len(before + start) :]
        held, found, _ = rest.partition(END)
        assert found and "\x1b" not in held
        assert [char for char in held if char in "é\n"] == [char for char in clean(inside) if char in "é\n"]
