from __future__ import annotations

from typing import Any

import pytest

from tuireader.report.ink import Ink
from tuireader.report.lines import cells
from tuireader.report.listing import count, listing


def record(name: str, story: int, **more: Any) -> dict[str, Any]:
    known = {
        "id": name,
        "title": "A title that is rather long and goes on for quite a while, as titles do",
        "source": None,
        "published": None,
        "words": 1234,
        "shared": 0.5,
        "story": story,
    }
    return known | more


RECORDS = [
    record("000_aa", 1, source="Nordlys", published="2025-03-10"),
    record("001_bb", 2, title="Alone"),
    record("002_cc", 1, title="北京 and the rest of a title that must be cut somewhere", shared=1.0),
]


def test_articles_are_grouped_by_story_and_lone_ones_come_last() -> None:
    lines = listing(RECORDS, 100, Ink())
    assert lines[0] == "Story 1 · 2 articles"
    assert [line.split()[0] for line in lines[1:3]] == ["000", "002"]
    assert lines[3:5] == ["", "On their own · 1 article"]
    assert lines[5].split()[:2] == ["001", "Alone"]


def test_without_a_story_of_several_there_are_no_heads() -> None:
    assert len(listing([RECORDS[1]], 80, Ink())) == 1
    assert listing([], 80, Ink()) == []


@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 79, 80, 100, 120, 200])
def test_every_line_fits_and_columns_stand_below_each_other(width: int) -> None:
    lines = [line for line in listing(RECORDS, width, Ink()) if line[:1].isdigit()]
    assert all(cells(line) <= width for line in lines)
    if width >= 40:
        assert {cells(line) for line in lines} == {min(width, 126)}
        assert all(line.endswith("%") for line in lines)


def test_wide_lines_have_every_column() -> None:
    line = listing(RECORDS, 140, Ink())[1]
    for word in ("Nordlys", "2025-03-10", "1,234 words", "████░░░░", "50%"):
        assert word in line


def test_in_ascii_the_bar_is_ascii() -> None:
    line = listing([record("a", 1, title="t")], 120, Ink(unicode=False))[0]
    assert "####...." in line
    assert line.isascii()


def test_a_hostile_title_is_harmless() -> None:
    lines = listing([record("a\x1b]0;x\x07", 1, title="up\x1b[2Jdate\u202e")], 80, Ink())
    assert "update" in lines[0]
    assert "\x1b" not in lines[0]
    assert "\u202e" not in lines[0]


def test_count() -> None:
    assert [count(number, "article") for number in (0, 1, 2, 1000)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "1,000 articles",
    ]


def test_a_wide_terminal_keeps_the_columns_in_sight_of_short_titles() -> None:
    lines = listing([record("a", 1, title="Hens"), record("b", 2, title="Cows and hens")], 200, Ink())
    assert {cells(line) for line in lines} == {len("a  Cows and hens  1,234 words  ████████   50%")}
