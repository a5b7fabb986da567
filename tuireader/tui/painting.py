"""What the screens that are painted without Textual have in common: lines of cells, a headline, the status line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from tuireader.settings.commands import WITH, Command
from tuireader.settings.keys import shown
from tuireader.tui.hinting import LATER, hints, status
from tuireader.tui.pieces import apart
from tuireader.tui.shelf.drawn import headline
from tuireader.tui.terminal.cells import UNKNOWN, paint

if TYPE_CHECKING:
    from tuireader.settings.config import Settings
    from tuireader.tui.glyphs import Glyphs
    from tuireader.tui.palette import Palette
    from tuireader.tui.session import Session
    from tuireader.tui.terminal.grid import Row

Pieces = list[tuple[str, Style]]


class Painter:
    """Paints what is known of a session."""

    def __init__(self, session: Session, settings: Settings, palette: Palette, marks: Glyphs) -> None:
        self._session = session
        self._settings = settings
        self._palette = palette
        self._glyphs = marks

    def _cells(self, pieces: Iterable[tuple[str, Style]], fill: Style, end: int, width: int) -> Row:
        """A line of the screen: pieces on a ground that reaches to the column ``end``, that of texts behind it."""
        ground, depth = self._palette.text, self._palette.depth
        row = [UNKNOWN] * width
        paint(row, 0, width, [Segment(" " * end, fill), Segment(" " * (width - end), ground)], depth)
        paint(row, 0, end, [Segment(text, style) for text, style in pieces], depth)
        return row

    def _headline(self, title: str, said: str, mark: str, width: int) -> Pieces:
        palette = self._palette
        pens = (palette.bar_key, palette.bar_text, palette.bar)
        return apart(*headline(title, said, mark, width, pens, self._glyphs.ellipsis), width, palette.bar)

    def _status_line(self, left: Pieces, scope: str, needs: Collection[str], width: int) -> Pieces:
        """What it says at its left, and the keys of a scope whose commands need nothing but these."""
        palette = self._palette

        def hinted(command: Command) -> bool:
            return command.shown and command.needs in needs

        told = hints((scope, *WITH[scope]), self._settings.keys_for, hinted, self._key_text, LATER.get(scope, ()))
        both = status(left, told, width, palette.bar_key, palette.bar, self._glyphs.ellipsis)
        return apart(*both, width, palette.bar)

    def _key_text(self, key: str) -> str:
        return shown(key, self._glyphs.arrows)
