"""A few screens in all their colours, as pictures. ``--snapshot-update`` draws them anew."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import requires, version

import pytest

from tests.tui.golden_app import SCREENS, golden_app
from tuireader.tui.app import ReaderApp

PINNED = next(name for name in requires("tuireader") or () if name.startswith("textual=="))

pytestmark = pytest.mark.skipif(
    f"textual=={version('textual')}" != PINNED, reason=f"the pictures are those of {PINNED}"
)


@pytest.mark.parametrize("screen", ["library", "compare"])
def test_picture(make_app: Callable[..., ReaderApp], snap_compare: Callable[..., bool], screen: str) -> None:
    assert snap_compare(golden_app(make_app), terminal_size=(120, 36), press=SCREENS[screen])
