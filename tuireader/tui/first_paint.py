"""The list of articles, drawn before Textual is imported: what stands there is what its screen will show."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.story import told
from tuireader.text.topics import topic
from tuireader.tui import glyphs
from tuireader.tui.painting import Painter, Pieces
from tuireader.tui.palette import Palette
from tuireader.tui.reading.kept import Found
from tuireader.tui.reading.wrap import together
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.cards import Card, Cards
from tuireader.tui.shelf.columns import fit, needs
from tuireader.tui.shelf.drawn import Drawn, Pens
from tuireader.tui.shelf.headings import ROOMY, Heading, meaning, more_of, of_list, over
from tuireader.tui.shelf.laid_out import LaidOut, by_story, flat
from tuireader.tui.shelf.room import LEAST, NAMED, TALL, WIDE, text_width
from tuireader.tui.terminal.abilities import known
from tuireader.tui.terminal.charset import encoded, plain
from tuireader.tui.terminal.picture import Picture, painting
from tuireader.tui.terminal.saved import Frame
from tuireader.tui.terminal.terminfo import here

if TYPE_CHECKING:
    from tuireader.settings.config import Settings
    from tuireader.settings.theme import Theme
    from tuireader.tui.first_page import FirstPage
    from tuireader.tui.glyphs import Glyphs
    from tuireader.tui.session import Session
    from tuireader.tui.terminal.early import Early
    from tuireader.tui.terminal.looks import Depth


def shown_on(early: Early, session: Session, settings: Settings, theme: Theme, depth: Depth) -> Picture | None:
    """Shows the list of a session, or its only article, on a terminal; None where there is no room. What the articles
    share is said where an earlier run has kept it."""
    size = os.get_terminal_size(2)
    if size.columns < LEAST[0] or size.lines < LEAST[1]:
        return None
    if session.telling is None and (telling := told(session.articles, session.cache)) is not None:
        session.know(Found(session.articles, telling))
    marks = glyphs.choose(unicode=settings.unicode(), term=os.environ.get("TERM", ""))
    known_so_far = session, settings, Palette(theme, depth), marks
    first: FirstPaint | FirstPage
    if len(session.articles) > 1:
        first = FirstPaint(*known_so_far)
    else:
        from tuireader.tui.first_page import FirstPage

        first = FirstPage(*known_so_far)
    picture = first.picture(size, seen=settings.cursor_on())
    text = painting(picture, known(os.environ, here).abilities)
    early.show(Frame(encoded(text if marks is glyphs.UNICODE else plain(text)), b""))
    return picture if early.frame is not None else None


#: What a command may need: an article is under the cursor, and nothing selected.
_THERE = frozenset(("", "article", "copy", "export"))


class FirstPaint(Painter):
    """Draws the first screen of a session, as far as it is known already."""

    def __init__(self, session: Session, settings: Settings, palette: Palette, marks: Glyphs) -> None:
        super().__init__(session, settings, palette, marks)
        self._cards = Cards(session)
        self._cards.read_states()
        self._laid_out = self._listed()
        self._rows = self._laid_out.rows
        self._begun: dict[str, int] = {}
        for story in self._laid_out.read_on:
            self._begun |= self._laid_out.begun(story)

    def picture(self, size: tuple[int, int], *, seen: bool) -> Picture:
        """The screen at a size; whether the terminal's cursor is to be ``seen``."""
        width, height = size
        palette = self._palette
        wide = width - text_width(width) if width >= WIDE else width
        ground: Pieces = []
        lines: list[tuple[Pieces, Style, int]] = [(self._head(width), palette.bar, width)]
        drawn: Drawn[Style] = Drawn(self._glyphs, fit(wide, needs(self._all)), lambda card: self._begun.get(card.id, 0))
        if height >= NAMED:
            pens = Pens(palette.muted, palette.muted, palette.accent, palette.muted)
            lines.append((drawn.names(self._order.column, self._order.down != self._turned, pens), palette.muted, wide))
        first = len(lines)
        room = height - first - 1 - 3 * (height >= TALL)
        cursor = next((place for place, row in enumerate(self._rows) if isinstance(row, Card)), 0)
        for place, row in enumerate(self._rows[:room]):
            ours = place == cursor
            lines.append((self._line(drawn, row, wide, selected=ours), palette.cursor if ours else palette.text, wide))
        foot = self._foot(wide, key=width < WIDE) if height >= TALL else []
        lines += [(ground, palette.text, width)] * (height - 1 - len(foot) - len(lines))
        lines += [(pieces, palette.text, wide) for pieces in foot]
        lines.append((self._status(width), palette.bar, width))
        rows = [self._cells(pieces, fill, end, width) for pieces, fill, end in lines]
        return Picture(rows, (0, first + cursor), seen, meaning(0, self._rows))

    def _listed(self) -> LaidOut:
        session, library = self._session, self._session.library
        self._all = self._cards.all()
        self._order, self._turned = orders.named(library.get(orders.SORT, "opened")), library.get(orders.TURNED) is True
        cards = orders.put(self._all, self._order, turned=self._turned)
        if library.get(orders.GROUP) == "flat":
            return flat(cards)
        in_story = Counter(card.story for card in self._all)
        ellipsis = self._glyphs.ellipsis
        return by_story(cards, session.telling, lambda group: over(group, in_story[group.number], session, ellipsis))

    def _head(self, width: int) -> Pieces:
        wide, dot = width >= ROOMY, self._glyphs.dot
        said = of_list(self._all, None, self._order, turned=self._turned, wide=wide, dot=dot)
        return self._headline("tuireader", said, "", width)

    def _line(self, drawn: Drawn[Style], row: Card | Heading, width: int, *, selected: bool) -> Pieces:
        palette = self._palette
        if selected and isinstance(row, Card):
            base = palette.cursor
            return drawn.article(row, Pens(base, base, base, base + Style(bold=True)))
        pens = Pens(palette.text, palette.muted, palette.accent, palette.text + Style(bold=True))
        if isinstance(row, Card):
            return drawn.article(row, pens)
        titles = [card.title for card in self._all if row.story > 0 and card.story == row.story]
        return drawn.heading([(f" {row.name}", pens.bright)], topic(titles), row.about, width, pens)

    def _foot(self, width: int, *, key: bool) -> list[Pieces]:
        palette, marks = self._palette, self._glyphs
        card = next(row for row in self._rows if isinstance(row, Card))
        keys = self._settings.keys_for("library.preview_down") if key else ()
        said = more_of(card, self._key_text(keys[0]) if keys else "", marks.dot)
        lines = together(said, width - 2, 2, marks.ellipsis)
        return [[(marks.rule * width, palette.rule)], *([(f" {line}", palette.muted)] for line in (*lines, "", "")[:2])]

    def _status(self, width: int) -> Pieces:
        return self._status_line([(f"1/{len(self._all)}", self._palette.bar)], "library", _THERE, width)
