"""The library: articles grouped by story, and the one under the cursor beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset

from tuireader.text.safe import line as safe
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.screens.library_preview import PreviewCommands, Room
from tuireader.tui.screens.library_shelf import ShelfCommands, Target
from tuireader.tui.shelf.cards import Card, Cards
from tuireader.tui.shelf.headings import Heading, meaning
from tuireader.tui.widgets.articles import ArticleRows, ColumnNames
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.pointing import on_screen
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.reader import ReaderView
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.tui.adding import Adding
    from tuireader.tui.copying import Offer
    from tuireader.tui.shelving import Shelving


class LibraryScreen(PreviewCommands, ShelfCommands):
    """The first screen."""

    SCOPE = "library"
    DEFAULT_CSS = """
    LibraryScreen #list { width: 1fr; height: 1fr; }
    LibraryScreen #beside { display: none; }
    LibraryScreen.-wide #beside { display: block; }
    LibraryScreen.-below Room { layout: vertical; }
    LibraryScreen.-below #beside { display: block; }
    LibraryScreen.-below #about { display: none; }
    LibraryScreen Prompt { display: none; }
    LibraryScreen.-typing Prompt { display: block; }
    LibraryScreen ColumnNames { display: none; }
    LibraryScreen.-named ColumnNames { display: block; }
    LibraryScreen Foot { display: none; height: 3; }
    LibraryScreen.-told Foot { display: block; }
    """

    def __init__(self, topic: str = "") -> None:
        """``topic`` is what the articles are about, where they are one story of a larger library; safe to show."""
        super().__init__()
        self._topic = topic

    def compose(self) -> ComposeResult:
        rows = ArticleRows()
        yield Bar(id="head")
        yield Prompt("F", "Filter: words, unread, #tag, story:1, source:…")
        with Room():
            with Down(id="list"):
                yield ColumnNames(rows)
                yield rows
                yield Foot()
            with Down(id="beside"):
                yield Bar(id="about")
                yield ReaderView(id="preview")
        yield StatusLine()

    @property
    def rows(self) -> RowList:
        return self.shelf

    def read_here(self) -> tuple[str | None, tuple[str, ...]]:
        return (self.article.id if self.article else None), ()

    def on_mount(self) -> None:
        self._cards = Cards(self.session)
        self._looked_at = ""
        self.shelf.topic = self.topic_of
        self.shelf.begun = self.begun_above
        self.fill()

    def listed(self) -> None:
        title = self._topic or "tuireader"
        if self.filtered and not self.typing:
            title = f"{title} {context(self).glyphs.dot} filter: {self.filter_words()}"
        self.query_one("#head", Bar).say(title, self.about_list(), active=True)
        self.show_article()
        self.show_status()

    def teach(self) -> list[str]:
        app = cast("Shelving", self.app)
        if self.session.opening:
            return [f"Opening articles {context(self).glyphs.ellipsis}"]
        if app.reading:
            return [app.reading]
        if self._all:
            return [
                f"Nothing here answers “{self.filter_words()}”."
                if self.filter_words() != "unread"
                else "Everything is read.",
                "",
                f"{self._key('filter.drop_filter')}  lists all {len(self._all):,} again",
                "",
                "unread, read, begun, new, marked, selected   by what you did",
                "#tag   story:2   source:rks   date:2025-03   by what the list shows",
                "-word   all but those that have it",
            ]
        lines = ["No article is on the list."]
        if app.watched:
            lines += ["", "What is put here is shown as soon as it comes:", *(safe(name) for name in app.watched)]
        return [
            *lines,
            "",
            f"{self._key('library.add')}  opens files, a folder or a glob",
            *([f"{self._key('app.undo')}  brings back what was taken off"] if app.took_off else []),
            f"{self._key('app.quit')}  leaves; `tuireader FOLDER` opens a folder from the start",
        ]

    def _key(self, id: str) -> str:
        return self.key_text(next(iter(context(self).settings.keys_for(id)), "-"))

    def meaning(self) -> str:
        return meaning(self.shelf.cursor, (row.data for row in self._rows))

    def cursor_cell(self) -> Offset | None:
        return on_screen(self.filter_line if self.typing else self.shelf)

    # What the commands are about

    def ids_here(self) -> tuple[str, ...]:
        """The article under the cursor; all of a story that is folded away."""
        row = self.row
        if row is None:
            return ()
        return row.ids if isinstance(row, Heading) else (row.id,)

    def targets_here(self) -> list[Article]:
        return [self.session.by_id[id] for id in self.ids_here()]

    def targets(self) -> list[Article]:
        ids = [id for id in self.session.by_id if id in self.shelf.picked] or self.ids_here()
        return [self.session.by_id[id] for id in ids]

    def show_done(self) -> None:
        self.fill()

    def take_off(self, targets: Sequence[Target]) -> None:
        gone = {target.digest for target in targets}
        self._shelving.take_off([article.id for article in self.session.articles if article.digest in gone])

    # Commands

    def do_select(self) -> None:
        ids = self.ids_here()
        picked = self.shelf.picked
        if ids and all(id in picked for id in ids):
            for id in ids:
                del picked[id]
        else:
            picked.update(dict.fromkeys(ids))
        self.shelf.refresh()
        self.shelf.move(1)

    def do_select_story(self) -> None:
        article = self.article
        if article is None:
            return
        ids = self.session.story_of(article.id).articles
        if all(id in self.shelf.picked for id in ids):
            for id in ids:
                del self.shelf.picked[id]
        else:
            self.shelf.picked.update(dict.fromkeys(ids))
        self.shelf.refresh()

    def do_read(self, count: int | None = None) -> None:
        """Reads the article under the cursor, or the one of a number; a story that is folded away is unfolded."""
        if count is not None:
            self._read_number(count)
        elif isinstance(self.row, Heading):
            self.do_fold()
        elif (article := self.article) is not None:
            self._open(self._with_carriers(article.id), article.id, zoomed=True)

    def _read_number(self, number: int) -> None:
        """Reads the article that the list gives this number, listed now or not."""
        id = next((id for id, each in self.session.numbers.items() if each == number), None)
        if id is None:
            self.say(f"There is no article {number:,}")
            return
        self.go_to(id)
        self._open(self._with_carriers(id), id, zoomed=True)

    def _with_carriers(self, id: str) -> tuple[str, ...]:
        """The articles of its story; for one that stands alone, itself and those that share a passage with it."""
        ids = self.session.story_of(id).articles
        if len(ids) > 1:
            return ids
        others = (other for passage, _ in self.session.occurrences(id) for other in passage.articles)
        return tuple(dict.fromkeys((id, *others)))

    def do_compare(self) -> None:
        article = self.article
        if article is None:
            return
        picked = [id for id in self.session.by_id if id in self.shelf.picked]
        ids = tuple(picked) if len(picked) > 1 else self._with_carriers(article.id)
        self._open(ids, article.id if article.id in ids else ids[0], zoomed=False)

    def do_facts(self) -> None:
        if (article := self.article) is not None:
            ids = self._at_hand(article.id)
            self._open(ids, article.id if article.id in ids else ids[0], zoomed=True, facts=True)

    def _at_hand(self, id: str) -> tuple[str, ...]:
        """The selected articles, where several of one story are; else the story of an article."""
        picked = tuple(each for each in self.session.by_id if each in self.shelf.picked)
        stories = {self.session.story_of(each).number for each in picked}
        return picked if len(picked) > 1 and len(stories) == 1 else self.session.story_of(id).articles

    def exported(self) -> tuple[str, ...]:
        return self._at_hand(self.article.id) if self.article else ()

    def do_coverage(self) -> None:
        if (article := self.article) is not None:
            from tuireader.tui.screens.coverage import CoverageScreen

            self.app.push_screen(CoverageScreen(self.session.story_with(self._at_hand(article.id), article.id)))

    def library_changed(self) -> None:
        self.fill()
        super().library_changed()

    def _open(self, ids: tuple[str, ...], first: str, *, zoomed: bool, facts: bool = False) -> None:
        from tuireader.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(ids, first, zoomed=zoomed, facts=facts))

    def offers(self) -> list[Offer]:
        from tuireader.tui import offering

        return offering.of_article(self.session, self.article) if self.article is not None else []

    # What happens

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.placed = True
        self._look()
        self.follow_cursor()
        self.show_status()

    def _look(self) -> None:
        """What has come is new until the cursor has stood on it and goes on."""
        before, row = self._looked_at, self.row
        self._looked_at = row.id if isinstance(row, Card) else ""
        if before != self._looked_at and before in self.session.fresh:
            del self.session.fresh[before]
            self.fill()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_read()

    def palette_changed(self) -> None:
        super().palette_changed()
        self.show_article()

    def session_changed(self) -> None:
        picked = self.shelf.picked
        for id in [id for id in picked if id not in self.session.by_id]:
            del picked[id]
        self.fill()
        if self.preview.article is not None and self.preview.article.id in self.session.by_id:
            self.preview.annotate((), lighting.numbers(context(self), self.preview.article.id))
            lighting.light(self.preview, context(self))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        cast("Adding", self.app).settle()
        # What was read there is not new any more.
        for card in self._all:
            if card.fresh and self.session.library.is_read(card.article.digest):
                self.session.fresh.pop(card.id, None)
        self.fill()

    def condition(self, name: str) -> bool:
        if name == "selected":
            return bool(self.shelf.picked)
        return self.article is not None if name == "article" else super().condition(name)

    def where(self) -> list[tuple[str, str]]:
        picked = len(self.shelf.picked)
        if picked:
            return [(f"{picked} selected", "bar_text")]
        return [(f"{self.shelf.cursor + 1}/{self.shelf.items}", "bar")] if self.shelf.items else []
