"""The article under the cursor: beside the list where the screen is wide, below it where the list leaves room."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer

from tuireader.article import Article
from tuireader.text.safe import line as safe
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.screens.library_list import ListCommands
from tuireader.tui.shelf.cards import Card
from tuireader.tui.shelf.headings import Heading, more_of
from tuireader.tui.shelf.room import WIDE, text_width
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Across
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.reader import ReaderView

#: Fewer lines of a text say nothing.
_LEAST = 4
#: Below the list a text follows the cursor when that has rested for so many seconds: a key held down sends rows only.
_REST = 0.35


class Room(Across):
    """What the list and the preview share."""

    class Resized(Message):
        """There is another amount of room to share."""

    def on_resize(self, _: events.Resize) -> None:
        self.post_message(self.Resized())


class PreviewCommands(ListCommands):
    """Shows the article under the cursor where there is room for it, and scrolls it."""

    _resting: Timer | None = None
    #: Whether the text was asked for below the list: it costs more bytes than a step through the list may.
    _asked = False

    @property
    def preview(self) -> ReaderView:
        """The article under the cursor."""
        return self.query_one("#preview", ReaderView)

    @property
    def article(self) -> Article | None:
        """The article under the cursor, the first of a story that is folded away; None in an empty list."""
        row = self.row
        if isinstance(row, Heading):
            return self.session.by_id.get(row.ids[0])
        return self.session.by_id.get(row.id) if row is not None else None

    def on_room_resized(self, _: Room.Resized) -> None:
        self.show_article()

    def _share_room(self) -> bool:
        """Gives the preview the room it can have; whether that is any."""
        room = self.query_one(Room).size
        wide = self.article is not None and room.width >= WIDE
        left = room.height - len(self._rows) - self.has_class("-named") - 3
        below = self._asked and self.article is not None and not wide and self.has_class("-told") and left >= _LEAST
        self.update_classes({"-wide": wide, "-below": below})
        styles = self.query_one("#beside").styles
        if wide:
            styles.width, styles.height = text_width(room.width), "1fr"
        elif below:
            styles.width, styles.height = "100%", left
        return wide or below

    def show_article(self) -> None:
        """Shows the article under the cursor, or says more of it below the list, where there is room."""
        row, article = self.row, self.article
        if self.has_class("-told"):
            self.query_one(Foot).say(*self._more(row))
        if not self._share_room() or article is None:
            return
        self._show_text(article)

    def follow_cursor(self) -> None:
        """Shows the article the cursor has come to; below the list its text waits until the cursor rests."""
        if not self.has_class("-below"):
            self.show_article()
            return
        self.query_one(Foot).say(*self._more(self.row))
        if self._resting is None:
            self._resting = self.set_timer(_REST, self._rested)
        else:
            self._resting.reset()

    def _rested(self) -> None:
        """Shows the text of the article under the cursor now."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
            self.show_article()

    def _show_text(self, article: Article) -> None:
        view = self.preview
        if view.article is not article:
            # Below the list the title stands over it already.
            at = (
                0
                if self.has_class("-wide")
                else next((part.start for part in article.told() if part.role == "body"), 0)
            )
            view.show(article, at=at, numbers=lighting.numbers(context(self), article.id))
        lighting.light(view, context(self))
        self._say_about(article)

    def _more(self, row: Card | Heading | None) -> tuple[str, ...]:
        """The whole title of the article under the cursor, and what the list has no room for."""
        if not isinstance(row, Card):
            return (f"{row.name}  {self.topic_of(row.story)}", ", ".join(row.about)) if row is not None else ()
        keys = context(self).settings.keys_for("library.preview_down")
        key = self.key_text(keys[0]) if keys and not self._asked and not self.has_class("-wide") else ""
        return more_of(row, key, context(self).glyphs.dot)

    def _say_about(self, article: Article) -> None:
        """The title line over the preview: where the article is from, when, and how long."""
        where = safe(article.source or article.agency or "") or self.session.names[article.id].text
        said = [each for each in (article.published, f"{article.words:,} words") if each]
        number = str(self.session.numbers[article.id])
        self.query_one("#about", Bar).say(where, "  ".join(said), mark=number, active=False)

    # Commands

    def do_preview_down(self, count: int = 1) -> None:
        if not self._asked and not self.has_class("-wide"):
            # The first time it only comes; then it is scrolled, and follows the cursor.
            self._asked = True
            self.show_article()
            return
        self._rested()
        if self.preview.article is not None:
            self.preview.scroll_lines(count * max(1, self.preview.size.height // 2))

    def do_preview_up(self, count: int = 1) -> None:
        if not self.has_class("-below") and not self.has_class("-wide"):
            return
        before = self.preview.top
        self.do_preview_down(-count)
        if self.has_class("-below") and self.preview.top == before:
            # Upwards from its beginning it goes again.
            self._asked = False
            self.show_article()
