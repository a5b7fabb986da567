from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.article import Span
from tuireader.facts import KINDS, VERDICTS, Fact, FactValue
from tuireader.report.dismissals import dismissals
from tuireader.report.fact_readings import in_one, readings
from tuireader.tui.reading.fact_groups import grouped
from tuireader.tui.reading.fact_lines import INDENT, LEAD, Numbers, lines_of, wrapped
from tuireader.tui.reading.fact_short import told_apart

IDS = ("a", "b", "c")
NUMBERS = {"a": 1, "b": 2, "c": 3}


def fact(*said: tuple[str, str, str], kind: str = "quantity", verdict: str = "agree", **more: object) -> Fact:
    """A fact of (article, text, value)."""
    values = tuple(FactValue(Span(id, 0, 9), text, value, 1) for id, text, value in said)
    return Fact(1, kind, "boats", verdict, values, **more)  # type: ignore[arg-type]


def test_equal_values_are_one_reading_and_the_most_carried_comes_first() -> None:
    one = fact(("a", "nine", "9"), ("b", "some ten", "~10"), ("c", "about 10", "~10"))
    assert [(reading.text, reading.articles) for reading in readings(one)] == [
        ("some ten", ("b", "c")),
        ("nine", ("a",)),
    ]


#: What stands for the texts of the articles.
DIGESTS = {"a": "text of a", "b": "text of b", "c": "text of c", "x": "text of a", "y": "text of b", "z": "text of c"}


def test_the_keys_of_a_dismissed_fact_hold_from_run_to_run_and_for_copies() -> None:
    one = fact(("a", "nine", "9"), ("b", "ten", "10"))
    copied = fact(("x", "9", "9"), ("y", "ten", "10"), ("z", "ten", "10"))
    keys = dismissals(one, DIGESTS)
    assert keys == ("61e43fdb310d1598bff1ba6c", "0e399354c79f2df9a55d37d2")
    # One more article that says the same, other ids of the fact and its articles: still dismissed.
    assert set(keys) < set(dismissals(dataclasses.replace(copied, id=77), DIGESTS))
    assert not {*keys} & {*dismissals(fact(("a", "nine", "9"), ("b", "eleven", "11")), DIGESTS)}
    assert not {*keys} & {*dismissals(dataclasses.replace(one, key="ships"), DIGESTS)}
    assert not {*keys} & {*dismissals(dataclasses.replace(one, kind="date"), DIGESTS)}


def test_what_is_dismissed_in_one_story_stands_in_another() -> None:
    one = fact(("a", "nine", "9"), ("b", "ten", "10"))
    assert not {*dismissals(one, DIGESTS)} & {*dismissals(one, {"a": "another text", "b": "one more"})}


def test_groups_keep_their_order_and_the_weightiest_stands_first() -> None:
    facts = [
        dataclasses.replace(fact(("a", "x", "x"), verdict="only"), id=1),
        dataclasses.replace(fact(("a", "1", "1"), ("b", "2", "2"), verdict="differ", compatible=True), id=2),
        dataclasses.replace(fact(("a", "1", "1"), ("b", "3", "3"), verdict="differ", compatible=False), id=3),
        dataclasses.replace(fact(("a", "4", "4"), ("b", "4", "4"), kind="date"), id=4),
        dataclasses.replace(fact(("a", "5", "5"), ("b", "5", "5"), ("c", "5", "5")), id=5),
    ]
    by_verdict = grouped(facts, "verdict", frozenset(), show_dismissed=False)
    assert [(name, [fact.id for fact in held]) for name, held in by_verdict] == [
        ("differ", [3, 2]),
        ("agree", [4, 5]),
        ("only", [1]),
    ]
    by_kind = grouped(facts, "kind", frozenset({5}), show_dismissed=True)
    assert [(name, [fact.id for fact in held]) for name, held in by_kind] == [
        ("date", [4]),
        ("quantity", [3, 2, 1]),
        ("dismissed", [5]),
    ]


def test_numbers_have_places_of_their_own_as_long_as_there_is_room() -> None:
    numbers = Numbers(NUMBERS, 46)
    assert numbers.of(("c", "a")) == "1   3"
    many = {f"n{number}": number for number in range(1, 41)}
    narrow = Numbers(many, 40)
    assert narrow.of(("n7", "n31")) == "         7 31"
    assert narrow.of(tuple(many)) == "1 2 3 4 5 +35"
    assert len(narrow.of(tuple(many))) == narrow.width


def test_a_name_that_all_give_alike_is_one_line() -> None:
    one = Fact(1, "place", "Corrin Vale", "agree", (FactValue(Span("a", 0, 3), "Corrin Vale", "Corrin Vale", 1),) * 2)
    assert [(line.text, line.right.rstrip()) for line in lines_of(one, 45, Numbers(NUMBERS, 46))] == [
        ("Corrin Vale", "1")
    ]


@pytest.mark.parametrize(
    ("compatible", "said"), [(True, "2 values, both can be true"), (False, "2 values, cannot both be true")]
)
def test_a_difference_says_whether_both_can_be_true(compatible: bool, said: str) -> None:
    one = fact(("a", "9", "9"), ("b", "10", "10"), verdict="differ", compatible=compatible)
    assert lines_of(one, 45, Numbers(NUMBERS, 46))[-1].text == said


def test_wide_lists_say_the_number_of_articles_in_words() -> None:
    one = fact(("a", "9", "9"), ("b", "10", "10"), verdict="differ", wordings=2)
    assert lines_of(one, 79, Numbers(NUMBERS, 80))[0].note == "2 articles, 2 wordings"
    assert lines_of(one, 45, Numbers(NUMBERS, 46))[0].note == "2 wordings"
    assert lines_of(one, 45, Numbers(NUMBERS, 46), verdict="differ")[0].note == "differ"


def test_what_is_cut_ends_in_an_ellipsis_inside_the_width() -> None:
    assert wrapped("one two three four", 9, 1, "…") == ["one two…"]
    assert wrapped("one two three four", 9, 2, "…") == ["one two", "three fo…"]
    assert wrapped("abcdefghij", 5, 1, "…") == ["abcd…"]
    assert wrapped("one two", 9, 1, "…") == ["one two"]


def test_what_is_cut_is_cut_between_words_where_a_fifth_of_the_line_is_lost_at_most() -> None:
    assert wrapped("seen in the market hall today", 18, 1, "…") == ["seen in the marke…"]
    assert wrapped("seen in the new market hall", 18, 1, "…") == ["seen in the new…"]


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=120)


@given(
    WORDS,
    st.lists(st.tuples(st.sampled_from(IDS), WORDS), min_size=1, max_size=9),
    st.sampled_from(KINDS),
    st.sampled_from(VERDICTS),
    st.sampled_from([40, 46, 80]),
)
def test_every_line_fits_whatever_the_text_holds(
    key: str, said: list[tuple[str, str]], kind: str, verdict: str, width: int
) -> None:
    values = tuple(FactValue(Span(id, at, at + 1), text, text, 1) for at, (id, text) in enumerate(said))
    one = Fact(1, kind, key, verdict, values)  # type: ignore[arg-type]
    for line in lines_of(one, width, Numbers(NUMBERS, width)):
        lead = INDENT if line.part in ("value", "remark") else LEAD
        right = sum(cell_len(text) + 2 for text in (line.right, line.note) if text)
        assert lead + cell_len(line.text) + right <= width
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in line.text)


def test_a_fact_on_one_line() -> None:
    def one(kind: str, key: str, text: str, value: str) -> str:
        held = Fact(1, kind, key, "only", (FactValue(Span("a", 0, 3), text, value, 1),))  # type: ignore[arg-type]
        return in_one(held, readings(held))

    assert one("person", "Ada Byrne", "Mayor Ada Byrne", "mayor") == "Ada Byrne, mayor"
    assert one("person", "Ada Byrne", "Ada Byrne", "Ada Byrne") == "Ada Byrne"
    assert one("place", "Corrin Vale", "the Vale", "Corrin Vale") == "Corrin Vale"
    assert one("quantity", "boats", "nine boats", "9") == "nine boats"
    assert one("event", "Byrne open dam", "will open the dam", "planned") == "Byrne open dam, planned"
    assert one("event", "Byrne open dam", "opened the dam", "happened") == "Byrne open dam"
    assert one("quote", "Byrne: It holds, and…", "It holds, and it will.", "x") == "Byrne: It holds, and it will."


def test_what_the_words_of_a_number_say_is_not_said_before_them() -> None:
    districts = dataclasses.replace(fact(("a", "five districts", "5"), verdict="only"), key="districts")
    assert in_one(districts, readings(districts)) == "five districts"
    other = dataclasses.replace(districts, key="strict")
    assert in_one(other, readings(other)) == "strict: five districts"


def test_an_event_says_its_status() -> None:
    one = fact(("a", "will open", "planned"), ("b", "opened", "happened"), kind="event", verdict="changed")
    assert [reading.text for reading in readings(one)] == ["planned: will open", "happened: opened"]


def test_the_words_that_mean_one_date_are_all_said() -> None:
    one = fact(
        ("a", "March 10", "X-03-10"), ("b", "a day earlier", "X-03-10"), ("c", "MARCH 10", "X-03-10"), kind="date"
    )
    assert [reading.text for reading in readings(one)] == ["March 10; a day earlier"]


def test_a_role_that_all_give_has_the_numbers_of_the_person() -> None:
    said = ("a", "Mayor Byrne", "mayor"), ("b", "Byrne, the mayor", "mayor")
    lines = lines_of(fact(*said, kind="person"), 45, Numbers(NUMBERS, 46))
    assert [(line.text, line.right.split()) for line in lines] == [("boats", ["1", "2"]), ("mayor", [])]


def test_a_noun_has_no_status_to_be_told_beside_another() -> None:
    held = fact(("a", "holding the command", ""), ("b", "also holds the command", "happened"), kind="event")
    assert [reading.text for reading in readings(held)] == ["holding the command", "also holds the command"]
    mixed = fact(("a", "will visit", "planned"), ("b", "a visit", ""), ("c", "visited", "happened"), kind="event")
    assert [reading.text for reading in readings(mixed)] == ["planned: will visit", "a visit", "happened: visited"]
    assert in_one(dataclasses.replace(held, values=held.values[:1], key="command"), readings(held)[:1]) == "command"


def test_of_two_who_say_the_same_words_each_is_named() -> None:
    said = fact(("a", "“Stay home”", "stay home"), ("b", "“Stay home”", "stay home"), kind="quote")
    alone = {value.span: "" for value in said.values}
    speakers = dict(zip(alone, ("Moen", "Lund"), strict=True))
    assert len(readings(said, alone)) == 1
    assert [reading.text for reading in readings(said, speakers)] == ["“Stay home” (Moen)", "“Stay home” (Lund)"]


def test_rows_that_look_the_same_are_cut_where_they_differ() -> None:
    texts = [
        "Mark Rutte: that the alliance stays for as long as it takes",
        "Mark Rutte: that the troops would be told of every movement",
        "share of the Democratic League: 17.63 percent",
        "share of the Democratic Party: 17.63 percent",
        "ferry",
    ]
    shown = [
        "Mark Rutte: that the…",
        "Mark Rutte: that the…",
        "share of…: 17.63 percent",
        "share of…: 17.63 percent",
        "ferry",
    ]
    assert told_apart(shown, texts, 26, "…") == [
        "Mark Rutte: …alliance sta…",
        "Mark Rutte: …troops would…",
        "share of…League: 17.63 pe…",
        "share of…Party: 17.63 per…",
        "ferry",
    ]


@given(st.lists(st.text("ab :", min_size=1, max_size=30), max_size=6), st.integers(6, 20))
def test_cutting_elsewhere_never_takes_more_room(texts: list[str], room: int) -> None:
    found = told_apart([text[:room] for text in texts], texts, room, "…")
    assert len(found) == len(texts) and all(cell_len(text) <= room for text in found)
