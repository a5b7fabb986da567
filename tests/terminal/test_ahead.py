"""Keys typed faster than screens open: none is lost, none meets a screen that is not there yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Open


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["c", "n"], "passage 1 of"),
        (["c", "n", "n"], "passage 2 of"),
        (["enter", "n", "m"], "Marked"),
        (["c", "w"], "wording"),
        (["c", *"nnpnm", *"i:-)"], " i :-)"),
        (["/", *"lenn", "enter", "n"], "passage"),
        (["?", "q", "c", "n"], "passage 1 of"),
        (["?", "j", "j", "G"], "They are made for English"),
        (["?", "x", "x", "/", "down"], "Type words, names, or how they begin"),
    ],
)
def test_keys_typed_ahead(reader: Open, story: Path, keys: list[str], wanted: str) -> None:
    terminal = reader(story)
    terminal.until("Story 1")
    terminal.type(*keys)
    terminal.until(wanted)
