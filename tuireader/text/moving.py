"""Where a place in a text stands after the text was changed."""

from __future__ import annotations


def moved(before: str, after: str, offset: int) -> int:
    """Where a place in a text stands after the text was changed in one stretch; in that stretch, at its beginning."""
    most = min(len(before), len(after))
    same = next((at for at in range(most) if before[at] != after[at]), most)
    if offset <= same:
        return offset
    rest = next((at for at in range(most - same) if before[-1 - at] != after[-1 - at]), most - same)
    return offset + len(after) - len(before) if offset >= len(before) - rest else same


def nearest(text: str, words: str, offset: int) -> int | None:
    """Where words stand in a text nearest to an offset; None where they do not."""
    if not words:
        return None
    before, after = text.rfind(words, 0, offset + len(words)), text.find(words, offset)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - offset), default=None)
