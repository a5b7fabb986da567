"""The rail beside a text: each of its rows stands for a slice of the whole."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style

from tuireader.tui.reading.layers import Layer


class Rail:
    """Which styles lie in which slice of a text of ``size`` characters."""

    def __init__(self, size: int = 0, stretches: Iterable[tuple[int, int, Style]] = ()) -> None:
        self._size = max(1, size)
        self._layer: Layer[Style] = Layer(stretches)
        self._most: list[Style | None] = []
        """For each row what takes most of its slice. It stays the same however the text is scrolled."""

    def at(self, row: int, rows: int, first: int, last: int) -> tuple[Style | None, bool]:
        """For a row of a rail of so many rows: the style of what takes most of its slice, and whether that slice is
        on screen, which shows the characters ``first`` to ``last``."""
        if len(self._most) != rows:
            self._most = [self._mostly(*self._slice(each, rows)) for each in range(rows)]
        start, end = self._slice(row, rows)
        return self._most[row], start <= last and end > first

    def _slice(self, row: int, rows: int) -> tuple[int, int]:
        start = row * self._size // rows
        return start, max(start + 1, (row + 1) * self._size // rows)

    def _mostly(self, start: int, end: int) -> Style | None:
        covered: dict[Style, int] = {}
        for stretch in self._layer.over(start, end):
            part = min(end, stretch.end) - max(start, stretch.start)
            covered[stretch.token] = covered.get(stretch.token, 0) + part
        style = max(covered, key=lambda token: covered[token]) if covered else None
        if style is not None and 2 * sum(covered.values()) < end - start:
            return None
        return style
