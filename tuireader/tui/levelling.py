"""Keeps panes on the same passage: the leading one moves, the others follow."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.passages import Link, Occurrence, Passage
from tuireader.tui.reading.level import Anchor, anchors, nearest
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.reader import ReaderView

#: Lines of a headline that are not cut off for the sake of being level.
_HEAD = 4


def occurrence_in(passage: Passage, article: str) -> Occurrence | None:
    """Where an article, by id, first carries a passage."""
    return next((each for each in passage.occurrences if each.span.article == article), None)


class Levels:
    """Puts panes level by the links between their articles. Anchors are worked out once for a pair."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = links
        self._anchors: dict[tuple[str, str], tuple[Anchor, ...]] = {}

    def between(self, here: str, there: str) -> tuple[Anchor, ...]:
        """Where the same statements begin in two articles, by their ids, in the order of the first."""
        if (here, there) not in self._anchors:
            self._anchors[here, there] = anchors(self._links, here, there)
        return self._anchors[here, there]

    def answer(self, passage: Passage, own: Occurrence, article: str) -> Occurrence | None:
        """Where an article tells what another one's occurrence tells: the one its sentences are linked to.

        An article's first occurrence is answered by the first one: headlines go with headlines.
        """
        first = occurrence_in(passage, article)
        if own == occurrence_in(passage, own.span.article):
            return first
        told = [each for each in passage.occurrences if each.span.article == article]
        for anchor in self.between(own.span.article, article):
            if own.span.start <= anchor.here < own.span.end:
                linked = (each for each in told if each.span.start <= anchor.there < each.span.end)
                return next(linked, first)
        return first

    def follow(self, leader: Pane, panes: Sequence[Pane]) -> None:
        """Brings the other panes to what the leading one shows, level with it.

        What counts is the statement at a third of its height. Panes that share nothing with it stay.
        """
        if leader.article is None or not leader.view.ready:
            return
        offset = leader.view.offset_at_row(leader.view.size.height // 3)
        for pane in panes:
            if pane is leader or pane.article is None or not pane.view.ready:
                continue
            anchor = nearest(self.between(leader.article.id, pane.article.id), offset)
            if anchor is None:
                continue
            at = leader.view.row_of(anchor.here)
            view = pane.view
            top = view.page.line_of(anchor.there) - at
            if not 0 <= at < view.size.height:
                top = max(0, min(top, view.last_top))
            elif leader.view.top <= 0 and 0 < top <= _HEAD:
                # At the beginning headlines are read, whole ones.
                top = 0
            view.place(top, 0)

    def gather(self, passage: Passage, lead: Pane, panes: Sequence[Pane], own: Occurrence | None = None) -> None:
        """Brings panes to their occurrences of a passage, all on one row; ``own`` is that of the leading pane.

        The leading pane stays where it is if the passage is on its screen. Otherwise, or where it stands alone, no
        blank rows are shown above a text if that can be helped.
        """
        if lead.article is None or not lead.view.ready:
            return
        own = own or occurrence_in(passage, lead.article.id)
        height = lead.view.size.height
        places: list[tuple[ReaderView, int]] = []
        for pane in panes:
            id = pane.article.id if pane.article is not None else ""
            other = own if pane is lead else self.answer(passage, own, id) if own else occurrence_in(passage, id)
            if other is not None and pane.view.ready:
                places.append((pane.view, pane.view.page.line_of(other.span.start)))
        if not places:
            return
        row = min(height // 4, *(line for _, line in places))
        if own is not None and (len(places) > 1 or lead.view.top >= 0):
            first, last = lead.view.row_of(own.span.start), lead.view.row_of(own.span.end - 1)
            if first >= 0 and (last < height or first <= height // 3):
                row = first
                below = max(line for _, line in places)
                if lead.view.top <= 0 and row < below <= min(row + _HEAD, height // 3):
                    # At the beginning headlines are read, whole ones: blank rows stand above the shorter.
                    row = below
        for view, line in places:
            view.place(line, row)
