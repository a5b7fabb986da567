"""Whatever is drawn one frame after the other: two emulators show the last one, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tests.terminal import xterm
from tests.tui.terminal.modelled import ModelShown, Shown, XtermShown, drawn
from tests.tui.terminal.test_scrolling import LOOKS, beside, pane
from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.grid import BLANK, Row
from tuireader.tui.terminal.painting import paint

#: Wide, marked, joined, pictures of two widths, signs of India, lines, blanks, and what takes a terminal's columns.
TEXTS = [
    "漢字",
    "e\u0301",
    "\U0001f469\u200d\U0001f467",
    "❤\ufe0f",
    "\U0001f600",
    "✅",
    "\U0001f1e9\U0001f1ea",
    "क्षि",
    "─────────",
    "aaaa",
    "    ",
    "",
]
GROUNDS = [
    *LOOKS,
    Style(reverse=True),
    Style(bgcolor="#a0b0c0", color="#102030", dim=True),
    Style(strike=True),
    Style(link="https://example.org/"),
]


class Walk(NamedTuple):
    """Frames of one size, where the cursor stands in each, and before which of them all is forgotten."""

    abilities: Abilities
    frames: list[list[Row]]
    cursors: list[tuple[int, int]]
    forgotten: set[int]


@st.composite
def walks(draw: st.DrawFn, *, margins: bool) -> Walk:
    """Frames of one to three panes, each scrolled as it likes, with odd things anywhere in them."""
    abilities = Abilities(
        erases_in_colour=draw(st.booleans()),
        scrolls=draw(st.booleans()),
        margins=margins and draw(st.booleans()),
        repeats=draw(st.booleans()),
        erases_characters=draw(st.booleans()),
        links=draw(st.booleans()),
    )
    widths = draw(st.lists(st.integers(9, 22), min_size=1, max_size=3))
    width, height = sum(widths), draw(st.integers(4, 12))
    odd = st.tuples(st.integers(0, width - 1), st.sampled_from(TEXTS), st.sampled_from(GROUNDS), st.integers(1, 4))
    stand = draw(st.dictionaries(st.integers(0, 24), odd, max_size=12))
    frames = []
    for _ in range(draw(st.integers(2, 4))):
        starts = [draw(st.integers(0, 12)) for _ in widths]
        panes = zip(widths, starts, strict=True)
        rows = beside(*(pane(columns, height, first, draw(st.sampled_from(LOOKS))) for columns, first in panes))
        placed = {y - starts[0]: what for y, what in stand.items()}
        placed |= draw(st.dictionaries(st.integers(0, height - 1), odd, max_size=3))
        for y, (x, text, style, times) in placed.items():
            if 0 <= y < height:
                paint(rows[y], x, width, [Segment(text * times, style)], 256)
                _whole(rows[y])
        frames.append(rows)
    cursors = [(draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))) for _ in frames]
    return Walk(abilities, frames, cursors, draw(st.sets(st.integers(1, 3), max_size=1)))


def _whole(row: Row) -> None:
    """Where something was painted over half of a wide character, as no widget does, the other half goes too."""
    for x, (text, _) in enumerate(row):
        wide = x + 1 < len(row) and not row[x + 1][0]
        if (not text and (x == 0 or not _wide(row[x - 1][0]))) or (_wide(text) and not wide):
            row[x] = BLANK


def _wide(text: str) -> bool:
    row: Row = [BLANK] * 4
    paint(row, 0, 4, [Segment(text, Style())], 256)
    return bool(text) and not row[1][0]


def shows(walk: Walk, make: Callable[[int, int], Shown]) -> None:
    width, height = len(walk.frames[0][0]), len(walk.frames[0])
    screen = Screen(width, height, walk.abilities)
    shown = make(width, height)
    for number, (rows, cursor) in enumerate(zip(walk.frames, walk.cursors, strict=True)):
        if number in walk.forgotten:
            screen.forget()
        shown.feed(screen.update([row[:] for row in rows], cursor))
        assert shown.seen() == drawn(rows, make(width, height), links=walk.abilities.links)
    assert screen.update(screen.frame(), walk.cursors[-1]) == ""


def test_what_is_drawn_again_for_a_flag_has_what_it_covers_drawn_again() -> None:
    frames: list[list[Row]] = [[[BLANK] * 9] for _ in range(2)]
    for frame, x in enumerate((3, 1)):
        for at in range(x, 4, 2):
            paint(frames[frame][0], at, 9, [Segment("\U0001f1e9\U0001f1ea", Style())], 256)
    shows(Walk(LEAST, frames, [(0, 0), (0, 0)], set()), ModelShown)


@given(walks(margins=True))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_in_a_model_with_margins_and_repeating(walk: Walk) -> None:
    shows(walk, ModelShown)


@pytest.mark.skipif(bool(xterm.missing()), reason=xterm.missing())
@given(walks(margins=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_in_xterm(walk: Walk) -> None:
    shows(walk, XtermShown)
