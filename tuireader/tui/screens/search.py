"""Searching all open articles, fuzzily, with an answer at each key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Lock

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from tuireader.search import Hit, Index
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.finder import Finder
from tuireader.tui.screens.search_help import examples
from tuireader.tui.screens.search_rows import HitRows
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.reader import ReaderView
from tuireader.tui.widgets.status import StatusLine

#: The preview stands beside the hits from this width on, else below them from this height on.
BESIDE = 100
BELOW = 18
LIMIT = 60
#: So many passages are searched in less time than a worker takes to start.
AT_ONCE = 20_000

# Two workers must not build the index at once: it is built by the first one, and the others wait for it.
_BUILDING = Lock()


class Preview(ReaderView):
    """A reader that tells when it has got its size: only then a hit can be brought to its row."""

    class Ready(Message):
        """There is a size, or another one."""

    def on_resize(self, _: events.Resize) -> None:
        self.post_message(self.Ready())


class SearchScreen(Finder):
    """A line to type into, the hits, and where the hit under the cursor stands."""

    SCOPE = "search"
    DEFAULT_CSS = """
    SearchScreen #where { display: none; }
    SearchScreen.-beside #found { layout: horizontal; }
    SearchScreen.-beside #where { display: block; width: 1fr; margin-left: 1; }
    SearchScreen.-below #where { display: block; height: 45%; }
    SearchScreen.-nothing #where { display: none; }
    """

    class Found(Message):
        """A worker has hits for a query: exact ones first, then all (``last``), and like words where there are none."""

        def __init__(self, query: str, hits: Sequence[Hit], *, last: bool, like: Sequence[str] = ()) -> None:
            super().__init__()
            self.query = query
            self.hits = hits
            self.last = last
            self.like = like

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()
        self._index: Index | None = None
        self._previewed: Hit | None = None

    def compose(self) -> ComposeResult:
        yield Prompt("/", "Search all open articles", self.session.query)
        with Container(id="found"):
            yield HitRows()
            with Vertical(id="where"):
                yield Bar()
                yield Preview()
        yield StatusLine()

    @property
    def rows(self) -> HitRows:
        """The hits."""
        return self.query_one(HitRows)

    @property
    def preview(self) -> Preview:
        """Where the hit under the cursor stands."""
        return self.query_one(Preview)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.rows.cursor] if self.hits else None

    def on_mount(self) -> None:
        self.find(self.prompt.value)

    def on_resize(self, event: events.Resize) -> None:
        beside = event.size.width >= BESIDE
        self.set_class(beside, "-beside")
        self.set_class(not beside and event.size.height >= BELOW, "-below")

    def on_preview_ready(self, _: Preview.Ready) -> None:
        self.show_preview()

    # Looking

    def find(self, query: str) -> None:
        self.session.query = query
        index = self._index
        asked = bool(query.strip())
        if not asked:
            self._show_nothing()
        if index is not None and len(index) <= AT_ONCE:
            if asked:
                hits = index.search(query, LIMIT)
                self._answer(query, hits, () if hits else index.words_like(query), last=True)
            return
        if asked and not self.hits:
            self.rows.note([("", f"Looking {context(self).glyphs.ellipsis}")])
        # Also where nothing is typed yet: the index is there then when the first key comes.
        self.run_worker(partial(self._look, query), thread=True, exclusive=True, group="search", exit_on_error=False)

    def _look(self, query: str) -> None:
        worker = get_current_worker()
        with _BUILDING:
            index = self._index = self.session.index
        exact = index.search_exact(query, LIMIT, lambda: worker.is_cancelled)
        if exact and not worker.is_cancelled:
            self.post_message(self.Found(query, exact, last=False))
        hits = index.search(query, LIMIT, lambda: worker.is_cancelled)
        like = () if hits or worker.is_cancelled else index.words_like(query)
        if not worker.is_cancelled and query.strip():
            self.post_message(self.Found(query, hits, last=True, like=like))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.app.notify(safe(f"Could not search: {event.worker.error}"), markup=False, severity="error")

    def on_search_screen_found(self, event: Found) -> None:
        if event.query == self.prompt.value:
            self._answer(event.query, event.hits, event.like, last=event.last)

    def _answer(self, query: str, hits: Sequence[Hit], like: Sequence[str], *, last: bool) -> None:
        if not hits:
            self._show_none(query, like)
        elif hits != self.hits:
            grown = last and self.hits[:1] == hits[:1]
            self.hits = hits
            self.remove_class("-nothing")
            self.rows.show(hits, keep=grown)
            self.show_row()
        if last:
            self._count()
        self.show_status()

    def _count(self) -> None:
        count = len(self.hits)
        more = "+" if count == LIMIT else ""
        self.prompt.say(f"{count}{more} hit{'' if count == 1 else 's'}" if self.prompt.value.strip() else "")

    # What is shown

    def _empty(self, notes: list[tuple[str, str]]) -> None:
        self.hits = ()
        self.add_class("-nothing")
        self.rows.note(notes)
        self.rows.show(())
        self._count()
        self.show_status()

    def _show_nothing(self) -> None:
        notes = [("", "Type words, names, or how they begin. Case, accents and slips do not matter."), ("", "")]
        self._empty(
            notes + examples(self.session.articles) if self.session.articles else [("", "No articles are open.")]
        )

    def _show_none(self, query: str, like: Sequence[str]) -> None:
        notes = [("", f'No article has anything like "{safe(query)}".'), ("", "")]
        if like:
            notes += [("", "The nearest words are"), ("", "")]
            notes += [(word, "") for word in like]
        else:
            notes.append(("", "Try fewer words, or how one begins."))
        self._empty(notes)

    def show_row(self) -> None:
        if self.hit is not self._previewed:
            self.show_preview()

    def show_preview(self) -> None:
        """Shows where the hit under the cursor stands, lit."""
        hit, view = self.hit, self.preview
        self._previewed = hit
        if hit is None or not (self.has_class("-beside") or self.has_class("-below")):
            return
        here = context(self)
        article = self.session.by_id[hit.span.article]
        if view.article is not article:
            view.show(article, at=hit.span.start)
        if not view.size.height:
            return
        title = safe(article.title)
        if article.source:
            title = f"{safe(article.source)} {here.glyphs.dot} {title}"
        self.query_one(Bar).say(title, article.published or "", mark=str(self.session.numbers[article.id]))
        ink = Style(color=here.palette.ink("accent"))
        own = [each.span for each in self.hits if each.span.article == article.id]
        view.rail([(span.start, span.end, ink) for span in own])
        view.bars([(hit.span.start, hit.span.end, (here.glyphs.current, ink))])
        view.lay("marks", [(hit.span.start, hit.span.end, Style(bold=True))])
        view.lay("hit", [(start, end, here.palette.hit) for _, start, end in hit.matches])
        top = view.page.line_of(hit.span.start) - view.size.height // 3
        view.place(max(0, min(top, view.last_top)), 0)

    def palette_changed(self) -> None:
        super().palette_changed()
        self.show_preview()

    # Commands

    def do_accept(self) -> None:
        """Goes to the hit, on the screen below if that has its article, else on a new one."""
        from tuireader.tui.screens.compare import CompareScreen

        hit = self.hit
        if hit is None:
            return
        below = self.app.screen_stack[-2]
        self.app.pop_screen()
        if isinstance(below, CompareScreen) and hit.span.article in below.desk.ids:
            if below.facts_active:
                below.do_reader()
            below.jump(hit.span)
            return
        story = self.session.story_of(hit.span.article)
        screen = CompareScreen(story.articles, hit.span.article, zoomed=True)
        self.app.push_screen(screen)
        screen.call_after_refresh(screen.jump, hit.span)

    def accept(self) -> None:
        self.do_accept()

    def condition(self, name: str) -> bool:
        return bool(self.hits) if name == "hits" else super().condition(name)
