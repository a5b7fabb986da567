"""The terminal shows what Textual would draw, cell by cell, after every step of a walk at random. 10,000 steps and more
are for ``benchmarks/equality.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import xterm
from tests.terminal.emulators import Make, Pyte
from tests.terminal.equality import environment, walk, write_texts
from tests.terminal.ways import WAYS

#: Each scope has some of the steps of each walk; fewer than these must have been missed.
_MISSED = 6


@pytest.mark.parametrize(("emulate", "seed", "steps"), [(Pyte, 7, 80), (xterm.Xterm, 8, 60)])
def test_the_terminal_shows_what_textual_would_draw(emulate: Make, seed: int, steps: int, tmp_path: Path) -> None:
    if emulate is xterm.Xterm and xterm.missing():
        pytest.skip(xterm.missing())
    found = walk(emulate, seed, steps, write_texts(tmp_path / "texts"), tmp_path, environment(tmp_path))
    assert not found.differences
    assert found.steps == steps
    assert len(WAYS.keys() - found.visited.keys()) < _MISSED
