"""Places in a text that was changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.text.moving import moved


@given(st.text("ab\n", max_size=20), st.text("abc", max_size=8), st.text("ab\n", max_size=20), st.data())
def test_places_move_with_what_stands_before_them(before: str, put: str, after: str, data: st.DataObject) -> None:
    old, new = before + after, before + put + after
    place = data.draw(st.integers(0, len(old)))
    found = moved(old, new, place)
    assert 0 <= found <= len(new)
    if place < len(before):
        assert new[found : found + 1] == old[place : place + 1]
