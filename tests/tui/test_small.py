"""A terminal that is too small for anything says so, whole, and can be left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.conftest import drawn
from tuireader.tui.app import ReaderApp


@pytest.mark.parametrize("size", [(39, 24), (80, 11), (24, 4)])
async def test_nothing_of_what_it_says_is_cut(make_app: Callable[..., ReaderApp], size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert drawn(app)[:2] == [f"{size[0]}x{size[1]} is too small", "tuireader needs 40x12"]
