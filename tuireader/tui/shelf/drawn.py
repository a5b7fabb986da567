"""The lines of the library's list as pieces of text. Which pens draw them is left to whoever draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rich.cells import cell_len

from tuireader.library.tags import written
from tuireader.text.safe import line as safe
from tuireader.tui.glyphs import Glyphs
from tuireader.tui.pieces import fit, shorten, width_of
from tuireader.tui.shelf.cards import Listed
from tuireader.tui.shelf.columns import BAR, Columns

Pen = TypeVar("Pen")


class Pens(NamedTuple, Generic[Pen]):
    """What a line is drawn with: its ground and plain text, what is beside the point, what the eye should find, and the
    title of what was not read."""

    base: Pen
    quiet: Pen
    bright: Pen
    unread: Pen


class Drawn(NamedTuple, Generic[Pen]):
    """Draws the lines of one list. ``begun`` says where the title of an article goes on after what a title above it has
    said already."""

    glyphs: Glyphs
    columns: Columns
    begun: Callable[[Any], int]

    def heading(
        self, left: list[tuple[str, Pen]], said: str, abouts: Sequence[str], width: int, pens: Pens[Pen]
    ) -> list[tuple[str, Pen]]:
        """A heading: what is on its left, what the story is about, and as much at its right end as there is room for,
        the most important first."""
        glyphs = self.glyphs
        room = width - width_of(left) - 1
        dot = f" {glyphs.dot} "
        # What it is about has half of the line at least.
        topic = cell_len(said) + 2 if said else 0
        about = ""
        for each in abouts:
            more = f"{about}{dot}{each}" if about else each
            if cell_len(more) + 2 + min(topic, room // 2) > room:
                break
            about = more
        room -= cell_len(about) + 2
        if said and room > 8:
            # Words of titles, no sentence: what has no room goes whole.
            while cell_len(said) > room - 2 and " " in said:
                said = said.rpartition(" ")[0]
            left.append((f"  {shorten(said, room - 2, glyphs.ellipsis)}", pens.base))
        gap = width - width_of(left) - cell_len(about) - 1
        return [*left, (" " * max(1, gap), pens.base), (f"{about} ", pens.quiet)]

    def article(self, card: Listed, pens: Pens[Pen], *, picked: bool = False) -> list[tuple[str, Pen]]:
        """The line of an article."""
        glyphs, columns = self.glyphs, self.columns
        seen = {"new": glyphs.fresh, "changed": glyphs.altered}.get(card.fresh) or (
            " " if card.state.read else glyphs.unread
        )
        pieces: list[tuple[str, Pen]] = [
            (glyphs.marked if picked else " ", pens.bright),
            (f" {card.number:>{columns.number}} ", pens.quiet),
            (f"{seen} ", pens.bright),
            (self._title(card, columns.title), pens.base if card.state.read else pens.unread),
        ]
        if columns.source:
            pieces.append((f"  {fit(card.source, columns.source - 2, glyphs.ellipsis)}", pens.quiet))
        if columns.date:
            pieces.append((f"  {card.published:<10}", pens.quiet))
        if columns.words:
            pieces.append((f"{card.words:>{columns.words},}", pens.quiet))
        pieces += self._share(card.share, pens)
        if columns.progress:
            pieces.append((f"{_progress(card):>{columns.progress}}", pens.quiet))
        if columns.marks:
            marks = f"{glyphs.bookmark}{card.state.marks}" if card.state.marks else ""
            pieces.append((f"{marks:>{columns.marks}}", pens.bright))
        if columns.tags:
            said = fit(written(safe(tag) for tag in card.state.tags), columns.tags - 2, glyphs.ellipsis)
            pieces.append((f"  {said}", pens.quiet))
        return [*pieces, (" ", pens.base)]

    def _title(self, card: Listed, room: int) -> str:
        """The title; where it is too long without what a title above it has said already."""
        more = self.glyphs.ellipsis
        start = self.begun(card) if cell_len(card.title) > room else 0
        return fit(f"{more} {card.title[start:]}" if start else card.title, room, more)

    def _share(self, share: float | None, pens: Pens[Pen]) -> list[tuple[str, Pen]]:
        columns = self.columns
        pieces: list[tuple[str, Pen]] = []
        if columns.bar:
            full = round((share or 0.0) * BAR) or (1 if share else 0)
            pieces.append(("  " + self.glyphs.bar * full, pens.base if full else pens.quiet))
            pieces.append((self.glyphs.bar_empty * (BAR - full), pens.quiet))
        if columns.share:
            said = f"{share:.0%}" if share is not None else self.glyphs.ellipsis
            pieces.append((f"{said:>{columns.share}}", pens.quiet if not share else pens.base))
        return pieces

    def names(self, column: str, down: bool, pens: Pens[Pen]) -> list[tuple[str, Pen]]:
        """The names of the columns. The one that the list is sorted by stands out, with an arrow: down where what is
        largest comes first."""
        columns = self.columns

        def named(name: str, width: int, *, left: bool = False) -> list[tuple[str, Pen]]:
            if not name or name != column:
                return [(f"{name:<{width}}"[:width] if left else f"{name:>{width}}"[:width], pens.quiet)]
            arrow = self.glyphs.down if down else self.glyphs.up
            said = f"{name}{arrow}"[:width]
            gap = (" " * (width - cell_len(said)), pens.quiet)
            return [(said, pens.bright), gap] if left else [gap, (said, pens.bright)]

        pieces: list[tuple[str, Pen]] = [(" " * columns.lead, pens.quiet), *named("title", columns.title, left=True)]
        if columns.source:
            pieces += [("  ", pens.quiet), *named("source", columns.source - 2, left=True)]
        if columns.date:
            pieces += [("  ", pens.quiet), *named("date", columns.date - 2, left=True)]
        pieces += named("words", columns.words)
        pieces += named("shared", columns.bar + columns.share)
        pieces += named("read", columns.progress)
        pieces += named("", columns.marks)
        if columns.tags:
            pieces += [("  ", pens.quiet), *named("tags", columns.tags - 2, left=True)]
        return pieces


def _progress(card: Listed) -> str:
    progress = card.progress
    if progress is None:
        return ""
    return "end" if progress == 1 else f"{max(1, min(99, round(100 * progress)))}%"


def headline(
    title: str, right: str, mark: str, width: int, pens: tuple[Pen, Pen, Pen], ellipsis: str
) -> tuple[list[tuple[str, Pen]], list[tuple[str, Pen]]]:
    """What a title line has at its left and at its right end. ``pens`` draw the mark, the title, and the rest."""
    key, text, rest = pens
    after = [(f"{right} ", rest)] if right and width >= 24 else []
    lead = f" {mark} " if mark else " "
    room = width - cell_len(lead) - width_of(after) - 1
    return [(lead, key), (shorten(title, room, ellipsis), text)], after
