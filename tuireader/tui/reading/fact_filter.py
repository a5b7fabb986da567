"""Which facts answer the words typed into the filter of the facts pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.facts import Fact
from tuireader.text.words import fold
from tuireader.tui.reading.fact_points import Point


class FactWords:
    """The words of facts, without case and accents; each fact's are put together once.

    They are what it is about, its values in both forms, its kind and its verdict, and the names of the articles that
    carry it.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """``names`` are those of the articles by id."""
        self._names = names
        self._known: dict[object, str] = {}

    def fitting(self, text: str, items: Sequence[Fact | Point]) -> list[Fact | Point]:
        """Those that have all the words typed, in whole or as a part."""
        words = fold(text).split()
        return [item for item in items if all(word in self._of(item) for word in words)]

    def _of(self, item: Fact | Point) -> str:
        key = (item.id, item.verdict, item.values) if isinstance(item, Fact) else (item.date, item.text, item.spans)
        if key not in self._known:
            self._known[key] = fold(" ".join(self._said(item)))
        return self._known[key]

    def _said(self, item: Fact | Point) -> list[str]:
        names = [self._names.get(id, "") for id in item.articles]
        if isinstance(item, Point):
            return [item.date, item.text, item.status or "", *names]
        said = [item.kind, item.verdict, item.key]
        return [*said, *names, *(text for value in item.values for text in (value.text, value.value))]
