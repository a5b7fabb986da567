"""What the wording changed, word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.passages import Change, wording


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    """The steps from one text to another, as words."""
    one, two = Article("a", a, "a"), Article("b", b, "b")
    steps = wording(one, one.span(0, len(a)), two, two.span(0, len(b)))
    return [(step.operation, a[step.a_start : step.a_end], b[step.b_start : step.b_end]) for step in steps]


def test_replaced_words_stand_beside_each_other() -> None:
    assert told("Let me be completely clear.", "Let me be perfectly clear.") == [
        ("same", "Let me be", "Let me be"),
        ("replaced", "completely", "perfectly"),
        ("same", "clear", "clear"),
    ]


def test_a_new_opening_and_a_replaced_adverb() -> None:
    assert ("replaced", "completely", "very") in told("Let me be completely clear.", "To be very clear,")


def test_a_replaced_last_word() -> None:
    steps = told("to NATO and their current engagements", "to NATO and the current commitments")
    assert ("replaced", "engagements", "commitments") in steps
    assert ("replaced", "their", "the") in steps


def test_added_and_dropped_words_have_an_empty_other_side() -> None:
    assert told("the old bridge is closed", "the bridge is now closed") == [
        ("same", "the", "the"),
        ("dropped", "old", ""),
        ("same", "bridge is", "bridge is"),
        ("added", "", "now"),
        ("same", "closed", "closed"),
    ]


def test_case_accents_and_punctuation_do_not_count() -> None:
    assert told("VUČIĆ, of Serbia", "Vucic of “Serbia”") == [("same", "VUČIĆ, of Serbia", "Vucic of “Serbia")]


def test_an_inflected_word_is_replaced() -> None:
    assert told("one policy change", "one policy changes") == [
        ("same", "one policy", "one policy"),
        ("replaced", "change", "changes"),
    ]


def test_numbers_that_differ_show() -> None:
    assert ("replaced", "around 4,700", "over 4,600") in told("around 4,700 soldiers", "over 4,600 soldiers")
    assert told("4,700 soldiers", "4700 soldiers") == [("same", "4,700 soldiers", "4700 soldiers")]


def test_words_that_moved_are_marked_as_moved() -> None:
    steps = told(
        "On Monday morning the president also held a telephone conversation with his colleague",
        "The president also held a telephone conversation with his colleague on Monday morning",
    )
    assert ("moved", "On Monday morning", "on Monday morning") in steps


def test_nothing_beside_something() -> None:
    assert told("", "") == []
    assert told("", "new words") == [("added", "", "new words")]
    assert told("old words", "") == [("dropped", "old words", "")]


SOME = "the a bridge Bridge was closed closes closed. said. 14 15 mayor of said Tilda"
WORDS = st.lists(st.sampled_from(SOME.split()), max_size=14)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_every_word_stands_in_exactly_one_step(one: list[str], two: list[str]) -> None:
    a, b = " ".join(one), " ".join(two)
    steps = told(a, b)
    for side, text in ((1, a), (2, b)):
        taken = " ".join(step[side] for step in steps).replace(".", "").split()
        assert sorted(taken) == sorted(text.replace(".", "").split())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_offsets_lie_in_the_texts(a: str, b: str) -> None:
    one, two = Article("a", a, "a"), Article("b", b, "b")
    steps: tuple[Change, ...] = wording(one, one.span(0, len(a)), two, two.span(0, len(b)))
    for step in steps:
        assert 0 <= step.a_start <= step.a_end <= len(a)
        assert 0 <= step.b_start <= step.b_end <= len(b)
        assert step.operation != "added" or step.a_start == step.a_end
        assert step.operation != "dropped" or step.b_start == step.b_end
    assert [step.a_start for step in steps] == sorted(step.a_start for step in steps)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_equal_texts_are_one_step(one: list[str]) -> None:
    text = " ".join(one)
    assert [step[0] for step in told(text, text.upper())] == (["same"] if one else [])
