"""The library: articles grouped by story, and the one under the cursor beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.text.safe import line as safe
from tuireader.tui import lighting, offering
from tuireader.tui.context import context
from tuireader.tui.copying import Offer
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.lines import Piece, fit, width_of
from tuireader.tui.widgets.reader import ReaderView
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

#: From this width on the article under the cursor stands beside the list.
WIDE = 104
_BAR = 6


class Heading(NamedTuple):
    """The line over the articles of one story."""

    name: str
    about: str


class ArticleRows(RowList):
    """The articles, a heading before each story."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: dict[str, None] = {}
        """Ids of the articles marked to be compared, in the order they were marked."""

    def empty(self) -> str:
        if context(self).session.opening:
            return f"Opening articles {context(self).glyphs.ellipsis}"
        return "No articles are open. Leave with Q and name files or folders: tuireader FOLDER"

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        if row.item is None:
            assert isinstance(row.data, Heading)
            return [(f" {row.data.name}", here.palette.accent), (f"  {row.data.about}", here.palette.muted)]
        assert isinstance(row.data, Article)
        return self._article(row.data, width, base, selected)

    def _article(self, article: Article, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        glyphs, palette, session = here.glyphs, here.palette, here.session
        quiet = base if selected else palette.muted
        marked = article.id in self.marked
        read = session.library.is_read(article.digest)
        digits = max(2, len(str(len(session.articles))))
        lead: list[Piece] = [
            (" ", base),
            (glyphs.marked if marked else " ", base if selected else palette.accent),
            (f" {session.numbers[article.id]:>{digits}} ", quiet),
            (f"{' ' if read else glyphs.unread} ", base if selected else palette.accent),
        ]
        after = self._columns(article, width, base, quiet)
        room = width - width_of(lead) - width_of(after)
        title = fit(safe(article.title), room, glyphs.ellipsis)
        weight = Style(bold=True) if not read else Style()
        return [*lead, (title, base + weight), *after]

    def _columns(self, article: Article, width: int, base: Style, quiet: Style) -> list[Piece]:
        here = context(self)
        glyphs = here.glyphs
        columns: list[Piece] = []
        if width >= 72 and (widest := self._widest_source(width)):
            columns.append((f"  {fit(safe(article.source or ''), widest, glyphs.ellipsis)}", quiet))
        if any(each.published for each in here.session.articles) and width >= 84:
            columns.append((f"  {article.published or '':<10}", quiet))
        if width >= 84:
            columns.append((f" {article.words:>6,}", quiet))
        telling = here.session.telling
        share = telling.shared.get(article.id, 0.0) if telling else None
        if width >= 64:
            full = round((share or 0.0) * _BAR)
            columns.append(("  " + glyphs.bar * full, base if full else quiet))
            columns.append((glyphs.bar_empty * (_BAR - full), quiet))
        columns.append((f" {share:>4.0%} " if share is not None else f"    {glyphs.ellipsis} ", quiet))
        return columns

    def _widest_source(self, width: int) -> int:
        sources = [cell_len(safe(each.source)) for each in context(self).session.articles if each.source]
        return min(max(sources, default=0), 11 if width < 90 else 20)


class LibraryScreen(ListScreen):
    """The first screen."""

    SCOPE = "library"
    DEFAULT_CSS = """
    LibraryScreen #beside { display: none; width: 1fr; }
    LibraryScreen.-wide #beside { display: block; }
    """

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        with Horizontal():
            yield ArticleRows()
            with Vertical(id="beside"):
                yield Bar(id="about")
                yield ReaderView(id="preview")
        yield StatusLine()

    @property
    def shelf(self) -> ArticleRows:
        """The list of articles."""
        return self.query_one(ArticleRows)

    @property
    def preview(self) -> ReaderView:
        """The article under the cursor."""
        return self.query_one("#preview", ReaderView)

    @property
    def article(self) -> Article | None:
        """The article under the cursor; None in an empty library."""
        found = [row.data for row in self._rows if row.item == self.shelf.cursor]
        return found[0] if found and isinstance(found[0], Article) else None

    def on_mount(self) -> None:
        self._rows: list[Row] = []
        self.fill()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")
        self.show_preview()

    def fill(self) -> None:
        """Fills the list from the session; the cursor stays on its article, or at the top where it was not moved."""
        here = self.article if self.shelf.cursor else None
        rows: list[Row] = []
        item = cursor = 0
        session = self.session
        shared = [story for story in session.stories if len(story.articles) > 1]
        alone = [id for story in session.stories if len(story.articles) == 1 for id in story.articles]
        groups = [(f"Story {story.number}", story.articles) for story in shared]
        if alone:
            groups.append(("On their own" if shared else "Articles", tuple(alone)))
        for name, ids in groups:
            if rows:
                rows.append(Row(None, Heading("", "")))
            rows.append(
                Row(None, Heading(name if session.telling else "Articles", self._about(ids, name.startswith("Story"))))
            )
            for id in ids:
                if here is not None and id == here.id:
                    cursor = item
                rows.append(Row(item, session.by_id[id]))
                item += 1
        self._rows = rows
        self.shelf.fill(rows, cursor)
        words = sum(article.words for article in session.articles)
        about = f"{count(len(session.articles), 'article')}  {words:,} words"
        self.query_one("#head", Bar).say("tuireader", about, active=True)
        self.show_preview()
        self.show_status()

    def _about(self, ids: Sequence[str], together: bool) -> str:
        told = count(len(ids), "article")
        if self.session.telling is None:
            return f"{told}, looking for what they share {context(self).glyphs.ellipsis}"
        own = set(ids)
        passages = sum(1 for passage in self.session.passages if len(own.intersection(passage.articles)) > 1)
        if not passages or not together:
            return told
        return f"{told}, {count(passages, 'shared passage')}"

    def show_preview(self) -> None:
        """Shows the article under the cursor beside the list, where there is room."""
        article = self.article
        if article is None or not self.has_class("-wide"):
            return
        view = self.preview
        if view.article is not article:
            view.show(article, numbers=lighting.numbers(context(self), article.id))
        lighting.light(view, context(self))
        self._say_about(article)

    def _say_about(self, article: Article) -> None:
        """The title line over the preview: where the article is from, when, and how long."""
        where = safe(article.source or article.agency or self.session.labels[article.id])
        said = [each for each in (article.published, f"{article.words:,} words") if each]
        number = str(self.session.numbers[article.id])
        self.query_one("#about", Bar).say(where, "  ".join(said), mark=number, active=False)

    # Commands

    def do_mark(self) -> None:
        article = self.article
        if article is None:
            return
        if self.shelf.marked.pop(article.id, "no") == "no":
            self.shelf.marked[article.id] = None
        self.shelf.refresh()
        self.shelf.move(1)

    def do_mark_story(self) -> None:
        article = self.article
        if article is None:
            return
        ids = self.session.story_of(article.id).articles
        if all(id in self.shelf.marked for id in ids):
            for id in ids:
                del self.shelf.marked[id]
        else:
            self.shelf.marked.update(dict.fromkeys(ids))
        self.shelf.refresh()

    def do_read(self) -> None:
        if (article := self.article) is not None:
            self._open(self._with_carriers(article.id), article.id, zoomed=True)

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
        marked = [id for id in self.session.by_id if id in self.shelf.marked]
        ids = tuple(marked) if len(marked) > 1 else self._with_carriers(article.id)
        self._open(ids, article.id if article.id in ids else ids[0], zoomed=False)

    def do_facts(self) -> None:
        if (article := self.article) is not None:
            ids = self._at_hand(article.id)
            self._open(ids, article.id if article.id in ids else ids[0], zoomed=True, facts=True)

    def _at_hand(self, id: str) -> tuple[str, ...]:
        """The marked articles, where several of one story are; else the story of an article."""
        marked = tuple(each for each in self.session.by_id if each in self.shelf.marked)
        stories = {self.session.story_of(each).number for each in marked}
        return marked if len(marked) > 1 and len(stories) == 1 else self.session.story_of(id).articles

    def exported(self) -> tuple[str, ...]:
        return self._at_hand(self.article.id) if self.article else ()

    def do_coverage(self) -> None:
        if (article := self.article) is not None:
            from tuireader.tui.screens.coverage import CoverageScreen

            self.app.push_screen(CoverageScreen(self.session.story_with(self._at_hand(article.id), article.id)))

    def library_changed(self) -> None:
        self.shelf.refresh()
        super().library_changed()

    def do_toggle_read(self) -> None:
        if (article := self.article) is not None:
            self.session.library.toggle_read(article.digest, article.title)
            self.shelf.refresh()

    def do_preview_down(self) -> None:
        if self.preview.article is not None:
            self.preview.scroll_lines(max(1, self.preview.size.height // 2))

    def do_preview_up(self) -> None:
        if self.preview.article is not None:
            self.preview.scroll_lines(-max(1, self.preview.size.height // 2))

    def _open(self, ids: tuple[str, ...], first: str, *, zoomed: bool, facts: bool = False) -> None:
        from tuireader.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(ids, first, zoomed=zoomed, facts=facts))

    def offers(self) -> list[Offer]:
        return offering.of_article(self.session, self.article) if self.article is not None else []

    # What happens

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.show_preview()
        self.show_status()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_read()

    def palette_changed(self) -> None:
        super().palette_changed()
        self.show_preview()

    def session_changed(self) -> None:
        self.fill()
        if self.preview.article is not None:
            self.preview.annotate((), lighting.numbers(context(self), self.preview.article.id))
            lighting.light(self.preview, context(self))

    def on_screen_resume(self) -> None:
        self.shelf.refresh()
        self.show_status()

    def condition(self, name: str) -> bool:
        return bool(self.shelf.marked) if name == "marked" else super().condition(name)

    def where(self) -> list[tuple[str, str]]:
        marked = len(self.shelf.marked)
        if marked:
            return [(f"{marked} marked", "bar_text")]
        return [(f"{self.shelf.cursor + 1}/{self.shelf.items}", "bar")] if self.shelf.items else []
