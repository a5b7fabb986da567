from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader.overview import survey
from tuireader.report.apart import apart
from tuireader.sources import from_text
from tuireader.tui.reading.coverage import fitting, sections
from tuireader.tui.reading.fact_filter import FactWords

ARTICLES = [from_text(text, id=name) for name, text in TEXTS.items()]
TELLING, FACTS = telling_of(*ARTICLES), facts_of(*ARTICLES)
FOUND = sections(survey(ARTICLES, TELLING.passages.passages, FACTS.facts))


def test_passages_come_first_then_facts_under_their_verdicts() -> None:
    assert [section.verdict for section in FOUND] == [None, "differ", "changed", "agree", "only"]
    passages = FOUND[0]
    copied = next(row for row in passages.rows if len(row.letters) == 3)
    assert copied.letters["ferry"] == copied.letters["herald"] != copied.letters["tide"]
    assert (copied.copies("ferry"), copied.copies("tide"), copied.copies("nobody")) == (1, 0, 0)
    assert passages.counts == {"ferry": 2, "herald": 1, "tide": 2}


def test_a_filter_keeps_rows_that_have_all_the_words() -> None:
    words = FactWords({"ferry": "1 ferry", "herald": "2 herald", "tide": "3 tide"})
    kept = fitting(FOUND, "Verhoeve", words)
    assert [(section.verdict, len(section.rows)) for section in kept] == [(None, 1), ("agree", 1)]
    assert fitting(FOUND, "verhoeve xyz", words) == ()
    assert sum(len(section.rows) for section in fitting(FOUND, "", words)) == 10


def test_similar_names_are_told_apart_where_they_differ() -> None:
    names = {"a": "Marrow Courier 14 May", "b": "Marrow Courier 15 May", "c": "Tide"}
    assert apart(names, 30) == names
    assert apart(names, 10) == {"a": "…14 May", "b": "…15 May", "c": "Tide"}
    assert apart({"a": "visit-2025-03-11-long-long-x", "b": "visit-2025-03-11-long-long-y"}, 6) == {
        "a": "…x",
        "b": "…y",
    }
    assert apart({"a": "extraordinarily1", "b": "extraordinarily2"}, 8) == {"a": "…narily1", "b": "…narily2"}


@given(st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=20), min_size=1), st.integers(2, 12))
def test_no_name_is_wider_than_its_room(names: dict[str, str], width: int) -> None:
    found = apart(names, width)
    assert found.keys() == names.keys()
    assert all(cell_len(name) <= width for name in found.values())
