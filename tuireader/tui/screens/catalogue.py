"""The list of a library too large to open at once; a story of it is opened as today's few articles are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.timer import Timer

from tuireader.article import Article
from tuireader.library.stores import Source
from tuireader.library.tags import written
from tuireader.report.counting import count
from tuireader.settings.commands import Command
from tuireader.text.safe import line as safe
from tuireader.tui.catalogue.lines import ArticleLine, StoryLine
from tuireader.tui.context import context
from tuireader.tui.screens.catalogue_list import MOST
from tuireader.tui.screens.catalogue_opening import OpeningCommands
from tuireader.tui.screens.library_preview import Room
from tuireader.tui.screens.library_shelf import ShelfCommands, Target
from tuireader.tui.shelf.room import WIDE, text_width
from tuireader.tui.widgets.articles import ColumnNames
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Across, Down
from tuireader.tui.widgets.catalogue import CatalogueRows, Position
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.pointing import on_screen
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.reader import ReaderView
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.copying import Offer

#: So many articles are called read, tagged or taken off by one key.
_AT_A_STROKE = 2_000
#: From this width on it is told what goes on, not only how far it is.
_NAMED_PROGRESS = 60
#: Seconds the cursor rests before the text it stands on is read.
_REST = 0.12


class CatalogueScreen(OpeningCommands, ShelfCommands):
    """The first screen of a large library."""

    SCOPE = "library"
    DEFAULT_CSS = """
    CatalogueScreen #list { width: 1fr; height: 1fr; }
    CatalogueScreen #beside { display: none; }
    CatalogueScreen.-wide #beside { display: block; }
    CatalogueScreen Prompt { display: none; }
    CatalogueScreen.-typing Prompt { display: block; }
    CatalogueScreen ColumnNames { display: none; }
    CatalogueScreen.-named ColumnNames { display: block; }
    CatalogueScreen Foot { display: none; height: 3; }
    CatalogueScreen.-told Foot { display: block; }
    """

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._resting: Timer | None = None
        self._shown = ""

    def compose(self) -> ComposeResult:
        rows = CatalogueRows()
        yield Bar(id="head")
        yield Prompt("F", "Filter: words, unread, #tag, story:1, source:…")
        with Room():
            with Down(id="list"):
                yield ColumnNames(rows)
                with Across():
                    yield rows
                    yield Position(rows)
                yield Foot()
            with Down(id="beside"):
                yield Bar(id="about")
                yield ReaderView(id="preview")
        yield StatusLine()

    @property
    def rows(self) -> RowList:
        return self.shelf

    @property
    def preview(self) -> ReaderView:
        """The article under the cursor."""
        return self.query_one("#preview", ReaderView)

    @property
    def article(self) -> Article | None:
        """The article under the cursor, or the first one of the story there, read now."""
        digests = self._at_hand()[:1]
        return next(iter(self.source.texts.texts(digests)), None)

    def on_mount(self) -> None:
        self.fill()

    # What is shown

    def listed(self) -> None:
        self.show_head()
        self._follow()

    def show_head(self) -> None:
        """Says in the title line what is listed, or how far it is read."""
        dot = context(self).glyphs.dot
        name = self.source.name
        title = f"tuireader {dot} {name}" if name else "tuireader"
        if self.filtered and not self.typing:
            title = f"{title} {dot} filter: {self.filter_words()}"
        progress = self.reader.progress
        if self.app.size.width < _NAMED_PROGRESS:
            # Where there is no room for what is done, how far it is tells more.
            progress = progress.rpartition(": ")[2]
        self.query_one("#head", Bar).say(title, progress or self.about_list(), active=True)

    def teach(self) -> list[str]:
        if self.filtered:
            return [
                f"Nothing here answers “{self.filter_words()}”.",
                "",
                f"{self._key('filter.drop_filter')}  lists all {self._total:,} again",
                "",
                "unread, read, begun, marked, selected   by what you did",
                "#tag   story:2   source:rks   date:2025-03   by what the list shows",
                "-word   all but those that have it",
            ]
        if self.reader.progress:
            return ["Articles are listed as they come."]
        return ["No article is on the list.", "", f"{self._key('library.add')}  adds files, folders, globs, addresses"]

    def _key(self, id: str) -> str:
        return self.key_text(next(iter(context(self).settings.keys_for(id)), "-"))

    @property
    def filled(self) -> bool:
        # Neither is a list awaited, nor the text of the line under the cursor.
        return super().filled and bool(self.lines or not self._total) and self._resting is None

    def meaning(self) -> str:
        shown = (row.data for row in self.lines[: self.shelf.size.height])
        listed = (
            each.id if isinstance(each, ArticleLine) else str(each.story)
            for each in shown
            if isinstance(each, ArticleLine | StoryLine)
        )
        return " ".join((self.SCOPE, str(self.shelf.cursor), str(len(self.lines)), *listed))

    def cursor_cell(self) -> Offset | None:
        return on_screen(self.filter_line if self.typing else self.shelf)

    def on_room_resized(self, _: Room.Resized) -> None:
        self.show_place()
        self._rested()

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.placed = True
        self._follow()

    def _follow(self) -> None:
        """What is said of the line under the cursor; its text waits until the cursor rests."""
        self.show_place()
        if self.has_class("-told"):
            self.query_one(Foot).say(*self._more())
        self.show_status()
        if self._resting is None:
            self._resting = self.set_timer(_REST, self._rested)
        else:
            self._resting.reset()

    def _more(self) -> tuple[str, ...]:
        """The whole title of what is under the cursor, and what the list has no room for."""
        line = self.line
        if isinstance(line, ArticleLine):
            said = [line.source, line.published, count(line.words, "word")]
            if line.carriers:
                said.append(f"{line.carriers:,} more carry this text")
            if line.state.tags:
                said.append(written(safe(tag) for tag in line.state.tags))
            return line.title, f" {context(self).glyphs.dot} ".join(each for each in said if each)
        if isinstance(line, StoryLine):
            name = f"Story {line.story:,}  {line.topic}" if line.story else "On their own: no other tells of the same"
            does = "folds it away" if not line.folded else "unfolds it"
            said = [f"{self._key('library.fold')} {does}", count(line.articles, "article")]
            if line.outlets > 1:
                said.append(count(line.outlets, "outlet"))
            if line.tellings < line.articles:
                said.append(f"{count(line.tellings, 'telling')}, the rest carry the same text")
            return name, f" {context(self).glyphs.dot} ".join(said)
        return ()

    def _rested(self) -> None:
        """Shows the text of the article under the cursor, where there is room beside the list."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        room = self.query_one(Room).size
        wide = self.line is not None and room.width >= WIDE
        self.set_class(wide, "-wide")
        if not wide:
            return
        self.query_one("#beside").styles.width = text_width(room.width)
        digest = next(iter(self._at_hand()), "")
        if digest == self._shown:
            return
        article = self.article
        self._shown = digest
        if article is not None:
            self.preview.show(article)
            where = safe(article.source or article.agency or "") or safe(article.title)
            said = [each for each in (article.published, f"{article.words:,} words") if each]
            self.query_one("#about", Bar).say(where, "  ".join(said), active=False)

    # What the commands are about

    def _at_hand(self) -> tuple[str, ...]:
        """The digests of the article under the cursor; of a story, those of all its articles."""
        line = self.line
        if isinstance(line, ArticleLine):
            return (line.digest,)
        return self._digests(line.story)[:MOST] if line is not None else ()

    def targets_here(self) -> Sequence[Target]:
        line = self.line
        if isinstance(line, ArticleLine):
            return (line,)
        if line is None:
            return ()
        if line.articles > _AT_A_STROKE:
            self.say(f"Nothing is done to more than {_AT_A_STROKE:,} articles at a stroke")
            return ()
        listing = self.lines.listing
        return listing.entries(listing.below(line.story))

    def targets(self) -> Sequence[Target]:
        picked = self.shelf.picked
        if not picked:
            return self.targets_here()
        found = map(self.catalogue.of_digest, picked)
        return [entry for entry in found if entry is not None]

    def take_off(self, targets: Sequence[Target]) -> None:
        self.reader.drop([target.digest for target in targets])

    def condition(self, name: str) -> bool:
        if name == "export":
            return self.line is not None or bool(self.session.library.all_marks())
        return super().condition(name)

    def exported(self) -> tuple[str, ...]:
        """The ids of the story under the cursor, which is opened for it, or of what is selected."""
        digests = self._together()
        if digests and self._visit(digests, ""):
            return tuple(self.session.by_id)
        return ()

    def offers(self) -> list[Offer]:
        line = self.line
        if not isinstance(line, ArticleLine) or (article := self.article) is None:
            return []
        from tuireader.report import citing
        from tuireader.tui.copying import Offer

        return [
            Offer("source", "the source", citing.source(article)),
            Offer("article", "the article", citing.excerpt(article, 0, len(article.text))),
        ]

    # The text beside the list

    def do_preview_down(self, count: int = 1) -> None:
        self._rested()
        if self.has_class("-wide"):
            self.preview.scroll_lines(count * max(1, self.preview.size.height // 2))
        else:
            self.say("There is no room for the text beside the list; enter opens it")

    def do_preview_up(self, count: int = 1) -> None:
        self.do_preview_down(-count)

    # What happens

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        # What was opened since over it may be open by now.
        if self.app.screen is self:
            self.reader.come_home()
            self.show_done()

    def run_command(self, command: Command, count: int | None = None) -> None:
        self.reader.come_home()
        super().run_command(command, count)

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_read()

    def progress_changed(self) -> None:
        self.show_head()
        self.show_status()

    def hints(self) -> list[tuple[str, str]]:
        """While something is read, the key that stops it comes first."""
        found = super().hints()
        keys = context(self).settings.keys_for("library.let_go")
        return [(self.key_text(keys[0]), "stop"), *found] if self.reader.imports and keys and not self.typing else found

    def store_changed(self) -> None:
        self.fill()

    def library_changed(self) -> None:
        self.show_done()
        super().library_changed()

    def palette_changed(self) -> None:
        super().palette_changed()
        self._shown = ""
        self._rested()
