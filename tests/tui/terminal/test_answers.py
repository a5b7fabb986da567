"""Answers are taken out of what is typed, whole or torn, and no key is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.tui.terminal.answers import Answers, Kind, like_key

KINDS: tuple[Kind, ...] = ("cursor", "mode", "attributes", "capability", "keyboard", "status", "version")
ANSWERS = [
    ("\x1b[24;80R", ("cursor", 24, 80)),
    ("\x1b[1;1R", ("cursor", 1, 1)),
    ("\x1b[?2026;2$y", ("mode", 2026, 2)),
    ("\x1b[?62;22c", ("attributes", 62, 22)),
    ("\x1b[?c", ("attributes",)),
    ("\x1b[?1u", ("keyboard", 1)),
    ("\x1b[0n", ("status", 0)),
    ("\x1bP1+r524742=382F382F38\x1b\\", ("capability", "RGB", "8/8/8")),
    ("\x1bP1+r524742\x1b\\", ("capability", "RGB", "")),
    ("\x1bP0+r524742\x1b\\", ("capability", "RGB", None)),
    ("\x1bP>|XTerm(388)\x1b\\", ("version", "XTerm(388)")),
]
KEYS = [
    "a",
    "7",
    "R",
    "\x1b[A",
    "\x1b[1;2R",
    "\x1b[1;16R",
    "\x1bOR",
    "\x1b[13;2~",
    "\x1b[<0;3;4M",
    "é",
    "\x1b[27u",
    "[",
    f"\x1b[?{'9' * 5000}c",
]


def fed(answers: Answers, *pieces: str) -> tuple[str, list[tuple[object, ...]]]:
    told: list[tuple[object, ...]] = []
    for kind in KINDS:
        answers.listen(kind, lambda *values, kind=kind: told.append((kind, *values)))
    return "".join(map(answers.feed, pieces)) + answers.release(), told


@pytest.mark.parametrize(("text", "told"), ANSWERS)
def test_an_answer_is_told_and_gone(text: str, told: tuple[object, ...]) -> None:
    assert fed(Answers(), f"a{text}b") == ("ab", [told])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*(text for text, _ in ANSWERS), *KEYS]), max_size=8), st.data())
def test_nothing_is_lost_however_it_is_torn(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    known = dict(ANSWERS)
    wanted = [known[part] for part in parts if part in known]
    assert fed(Answers(), *pieces) == ("".join(part for part in parts if part not in known), wanted)


@pytest.mark.parametrize("typed", ["\x1b", "\x1b[", "\x1b[1", "\x1b[1;2", "\x1bP", "\x1bP1", "\x1b[?1"])
def test_what_nothing_follows_is_given_back(typed: str) -> None:
    answers = Answers()
    assert answers.feed(f"a{typed}") == "a"
    assert answers.held
    assert answers.release() == typed
    assert not answers.held


@pytest.mark.parametrize(
    "typed", ["\x1b[A", "\x1bOP", "\x1bPj", "\x1bx", "\x1b[200~", "\x1b[1;5A", "\x1b]", "\x1b[M !!"]
)
def test_keys_do_not_wait(typed: str) -> None:
    assert Answers().feed(typed) == typed


def test_f3_with_modifiers_is_a_key_unless_that_place_was_asked_for() -> None:
    assert like_key((1, 2)) and like_key((1, 16)) and not like_key((1, 17)) and not like_key((2, 2))
    answers = Answers()
    answers.asked_cursor((5, 1))
    assert fed(answers, "\x1b[1;2R") == ("\x1b[1;2R", [])
    assert answers.awaited == 1
    answers.asked_cursor((1, 2))
    assert fed(answers, "\x1b[1;2R")[0] == ""


def test_answers_belong_to_requests_in_their_order() -> None:
    answers, told = Answers(), []
    for number, place in enumerate([(5, 1), (5, 1), (9, 9), None, (7, 7)]):
        answers.asked_cursor(place, lambda at, number=number: told.append((number, at)))
    answers.feed("\x1b[5;1R")
    assert told == [(0, (5, 1))]
    # The second one was not answered, and will not be.
    answers.feed("\x1b[9;9R\x1b[3;4R")
    assert told[1:] == [(2, (9, 9)), (3, (3, 4))]
    # A terminal that became smaller has the cursor elsewhere.
    answers.feed("\x1b[6;6R")
    assert told[3:] == [(4, (6, 6))] and answers.awaited == 0


def test_an_answer_that_comes_late_is_no_key() -> None:
    answers = Answers()
    answers.asked_cursor((5, 1))
    answers.give_up()
    assert answers.feed("\x1b[5;1R") == ""
    assert answers.awaited == 0 and answers.heard


def test_half_an_answer_is_told_from_an_escape() -> None:
    answers = Answers()
    answers.asked_cursor((5, 1))
    answers.feed("\x1b")
    assert not answers.torn
    answers.feed("[5")
    assert answers.torn


def test_a_place_is_asked_for_where_its_answer_can_be_told_from_others() -> None:
    answers = Answers()
    assert answers.place_to_ask((5, 1), 24) == (5, 1)
    assert answers.place_to_ask((1, 2), 24) == (1, 1), "there it could be a key"
    for place in ((5, 1), (1, 1), (7, 7)):
        answers.asked_cursor(place)
    assert answers.place_to_ask((5, 1), 24) == (5, 1), "answers come in order"
    answers.count_as_lost()
    assert answers.place_to_ask((5, 1), 24) == answers.place_to_ask((1, 2), 24) == (2, 1)
    assert answers.place_to_ask((1, 2), 1) == (1, 1)
    answers.asked_cursor((2, 1))
    answers.feed("\x1b[2;1R")
    assert answers.place_to_ask((5, 1), 24) == (5, 1)


def test_where_no_place_was_known_no_later_answer_is_taken_for_that_one() -> None:
    answers, told = Answers(), []
    answers.asked_cursor(None, told.append)
    answers.count_as_lost()
    answers.asked_cursor((5, 1), lambda at: told.append(("asked", at)))
    answers.feed("\x1b[5;1R")
    assert told == [("asked", (5, 1))]
