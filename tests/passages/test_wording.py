"""What the wording changed, word by word."""

from __future__ import annotations

from itertools import pairwise

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


def test_a_number_is_the_same_only_where_its_value_is() -> None:
    assert ("replaced", "1.5", "15") in told("some 1.5 million euros", "some 15 million euros")
    assert ("replaced", "$5", "€5") in told("a ticket at $5 is cheap", "a ticket at €5 is cheap")
    assert ("replaced", "27%", "27 percent") in told("only 27% of them", "only 27 percent of them")


def test_a_number_does_not_drown_in_a_long_change() -> None:
    steps = told(
        "The works employ some 4,700 people from the villages below, most of them women.",
        "According to the mayor more than 4,600 inhabitants earn their living there.",
    )
    assert ("replaced", "some 4,700", "more than 4,600") in steps


def test_a_price_stands_beside_a_price() -> None:
    steps = told(
        "he later spent every cent of the $5,687.75 on a stay at Lake Orrevik",
        "in 2008 the member used a sum of $5,587.75 for one holiday near Lake Orrevik",
    )
    assert ("replaced", "$5,687.75", "$5,587.75") in steps
    assert not any("2008" in new and "5,687" in old for _, old, new in steps)


def test_another_name_is_replaced_as_a_whole() -> None:
    assert ("replaced", "Tilda Brandvik", "Tilda Haas") in told("said Tilda Brandvik today", "said Tilda Haas today")
    assert ("replaced", "United States", "United Kingdom") in told(
        "that the United States will pay", "that the United Kingdom will pay"
    )
    assert ("replaced", "Vjosa Osmani", "Albin Kurti") in told(
        "President Vjosa Osmani spoke", "President Albin Kurti spoke"
    )


def test_a_name_that_is_only_longer_keeps_what_is_shared() -> None:
    assert told("said President Jorund Haas today", "said Haas today") == [
        ("same", "said", "said"),
        ("dropped", "President Jorund", ""),
        ("same", "Haas today", "Haas today"),
    ]


def test_small_words_between_large_changes_go_under() -> None:
    steps = told(
        "adaptations, as seen in Slovakia, the Netherlands, and elsewhere",
        "adaptations that can happen. The Slovaks, the Dutch and others are doing that",
    )
    assert steps == [
        ("same", "adaptations", "adaptations"),
        (
            "replaced",
            "as seen in Slovakia, the Netherlands, and elsewhere",
            "that can happen. The Slovaks, the Dutch and others are doing that",
        ),
    ]


def test_a_number_that_agrees_stays_above() -> None:
    steps = told(
        "Engineers of the harbour board counted 112 cracks in its bearings",
        "The city found as many as 112 faults when inspectors looked",
    )
    assert ("same", "112", "112") in steps


def test_added_words_begin_where_a_clause_begins() -> None:
    steps = told("Overall, in the Western Balkans, we wait", "And, in general, in the Western Balkans, we wait")
    assert steps[0] == ("replaced", "Overall", "And, in general")
    assert ("added", "", "stability in") in told(
        "stability in Kosovo, Bosnia", "stability in Kosovo, stability in Bosnia"
    )


def test_a_day_that_moved_is_moved() -> None:
    steps = told("On Monday, Rolle also held a talk with the mayor", "Rolle also had a talk with the mayor on Monday")
    assert ("moved", "On Monday", "on Monday") in steps
    assert ("moved", "134 to 63", "134-to-63") not in steps


def test_words_that_stand_where_they_stood_have_not_moved() -> None:
    steps = told(
        "When the older council members spoke they wanted the lake to be left alone",
        "Since everybody from around here knew it they wanted that the shore stays free",
    )
    assert not any(operation == "moved" for operation, _, _ in steps)


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


RICH = "the The of in over 14 15 $15 1,500 1500 Tilda Brandvik Haas mayor mayors bridge. closed, on Monday U.S. 橋 橋梁"
TEXTS = st.lists(st.sampled_from(RICH.split()), max_size=18).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_the_way_back_is_the_mirror(a: str, b: str) -> None:
    turned = {"added": "dropped", "dropped": "added"}
    one, two = Article("a", a, "a"), Article("b", b, "b")
    there = wording(one, one.span(0, len(a)), two, two.span(0, len(b)))
    back = wording(two, two.span(0, len(b)), one, one.span(0, len(a)))
    assert sorted(there) == sorted(
        Change(turned.get(each.operation, each.operation), each.b_start, each.b_end, each.a_start, each.a_end)  # type: ignore[arg-type]
        for each in back
    )


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_every_character_of_a_word_lies_in_one_step_of_each_side(a: str, b: str) -> None:
    one, two = Article("a", a, "a"), Article("b", b, "b")
    steps = wording(one, one.span(0, len(a)), two, two.span(0, len(b)))
    for text, held in ((a, [each[1:3] for each in steps]), (b, [each[3:5] for each in steps])):
        stretches = sorted(stretch for stretch in held if stretch[0] < stretch[1])
        assert all(one[1] <= two[0] for one, two in pairwise(stretches))
        taken = {place for low, high in stretches for place in range(low, high)}
        assert all(place in taken for place, char in enumerate(text) if char.isalnum())


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_the_same_has_the_same_numbers(a: str, b: str) -> None:
    for operation, old, new in told(a, b):
        if operation in ("same", "moved"):
            numbers = [[word.replace(",", "") for word in side.split() if word[-1].isdigit()] for side in (old, new)]
            assert numbers[0] == numbers[1]


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_equal_texts_are_one_step(one: list[str]) -> None:
    text = " ".join(one)
    assert [step[0] for step in told(text, text.upper())] == (["same"] if one else [])


def test_numbers_joined_by_hyphens_are_the_same_numbers() -> None:
    steps = told("They won the vote by 134-to-63 on Wednesday.", "They won the vote by 134 to 63 on Wednesday.")
    assert {operation for operation, _, _ in steps} == {"same"}
