"""Searching the open articles, fuzzily, with an answer at each key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from threading import Lock

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from tuireader.report.counting import count
from tuireader.search import Answer, FieldLabels, Hit, Index
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.completing import choices, rest
from tuireader.tui.screens.finder import Finder
from tuireader.tui.screens.search_notes import before_typing, nothing
from tuireader.tui.screens.search_preview import HitPreview, Preview
from tuireader.tui.screens.search_rows import Choice, HitRows
from tuireader.tui.searching import Scope, labels_of, scopes
from tuireader.tui.widgets.boxes import Box
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.status import StatusLine

#: The preview stands beside the hits from this width on, else below them from this height on.
BESIDE = 100
BELOW = 18
LIMIT = 60
#: So many passages are searched in less time than a worker takes to start.
AT_ONCE = 20_000
#: From this width on the line names every scope with its hits.
_ALL_SCOPES = 70
#: So many earlier searches are listed.
EARLIER = 8

# Two workers must not build the index at once: it is built by the first one, and the others wait for it.
_BUILDING = Lock()


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
        """A worker has an answer to a query: the exact hits first, then all (``last``), and like words for none."""

        def __init__(self, asked: tuple[str, int], answer: Answer, *, last: bool, like: Sequence[str] = ()) -> None:
            super().__init__()
            self.asked = asked
            self.answer = answer
            self.last = last
            self.like = like

    def __init__(self, article: str | None = None, beside: tuple[str, ...] = ()) -> None:
        """``article`` is the one at hand below; ``beside`` those that are read beside it, where the search begins. From
        a screen where nothing is read it begins with all articles."""
        super().__init__(classes="-nothing")
        self.hits: tuple[Hit, ...] = ()
        self.answer = Answer()
        self._from = article, beside
        self._scopes: tuple[Scope, ...] = ()
        self._at = 0
        self._index: Index | None = None
        self._labels: FieldLabels | None = None
        self._previewed: Hit | None = None
        self._walk: list[str] = []
        self._step = 0

    def compose(self) -> ComposeResult:
        yield Prompt("/", 'Search: words, "exact words", -word, who: said: when: fact: in:', self.session.query)
        with Box(id="found"):
            yield HitRows()
            yield HitPreview(id="where")
        yield StatusLine()

    @property
    def rows(self) -> HitRows:
        """The hits, or queries to choose from."""
        return self.query_one(HitRows)

    @property
    def preview(self) -> Preview:
        """Where the hit under the cursor stands."""
        return self.query_one(Preview)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.rows.cursor] if self.hits else None

    @property
    def scope(self) -> Scope:
        """Where is searched."""
        return self._scopes[self._at] if self._scopes else Scope("all", ())

    def on_mount(self) -> None:
        self._find_scopes()
        last = len(self._scopes) - 1
        self._at = min(1, last) if self._from[1] else last
        self.find(self.prompt.value)

    def _find_scopes(self) -> None:
        before = self.scope.name
        article, story = self._from
        here = self.session.by_id
        story = story or (self.session.story_of(article).articles if article in here and article else ())
        self._scopes = scopes(article if article in here else None, [id for id in story if id in here], list(here))
        names = [each.name for each in self._scopes]
        # Where articles came or went it goes on in the place of the same name.
        self._at = names.index(before) if before in names else max(0, len(names) - 1)

    def looks(self, size: Size) -> Mapping[str, bool]:
        beside = size.width >= BESIDE
        return {"-beside": beside, "-below": not beside and size.height >= BELOW}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)
        self._count()

    def on_preview_ready(self, _: Preview.Ready) -> None:
        self.show_preview()

    def session_changed(self) -> None:
        # Facts may be known now that were not, and articles may have come.
        self._labels = self._index = None
        self._find_scopes()
        self.find(self.prompt.value)

    # Looking

    def find(self, query: str) -> None:
        self._walk = []
        self._find(query)

    def _find(self, query: str) -> None:
        self.session.query = query
        if self._index is None and self.session.indexed:
            self._index = self.session.index
        index, asked = self._index, bool(query.strip())
        at_once = index is not None and len(index) <= AT_ONCE
        self.prompt.suggest(rest(query, self._known()) if at_once and asked else "")
        if not asked:
            self._show_nothing()
        if index is not None and (at_once or not asked):
            if asked:
                answer = index.answer(query, LIMIT, labels=self._known(), within=self.scope.ids)
                self._take(query, answer, () if answer.hits else index.words_like(query), last=True)
            return
        if asked and not self.hits:
            self.rows.note([("", f"Looking {context(self).glyphs.ellipsis}")])
        # Also where nothing is typed yet: the index is there then when the first key comes.
        look = partial(self._look, query, self._at)
        self.run_worker(look, thread=True, exclusive=True, group="search", exit_on_error=False)

    def _known(self) -> FieldLabels:
        if self._labels is None:
            self._labels = labels_of(self.session)
        return self._labels

    def _look(self, query: str, at: int) -> None:
        worker = get_current_worker()
        with _BUILDING:
            index = self._index = self.session.index
            labels = self._known()
        ask = partial(index.answer, query, LIMIT, lambda: worker.is_cancelled, labels=labels, within=self.scope.ids)
        exact = ask(exactly=True)
        if exact.hits and not worker.is_cancelled:
            self.post_message(self.Found((query, at), exact, last=False))
        answer = ask()
        like = () if answer.hits or worker.is_cancelled else index.words_like(query)
        if not worker.is_cancelled:
            self.post_message(self.Found((query, at), answer, last=True, like=like))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.app.notify(safe(f"Could not search: {event.worker.error}"), markup=False, severity="error")

    def on_search_screen_found(self, event: Found) -> None:
        if event.asked != (self.prompt.value, self._at):
            return
        if not event.asked[0].strip():
            return
        if event.last:
            self.prompt.suggest(rest(self.prompt.value, self._known()))
        self._take(event.asked[0], event.answer, event.like, last=event.last)

    def _take(self, query: str, answer: Answer, like: Sequence[str], *, last: bool) -> None:
        self.answer = answer
        if not answer.hits:
            self._show_none(query, like)
        elif answer.hits != self.hits:
            grown = last and self.hits[:1] == answer.hits[:1]
            self.hits = answer.hits
            self.alter("-nothing", False, *self.walk_children(HitPreview))
            self.rows.note([])
            self.rows.show(self.hits, keep=grown)
            self.show_row()
        if last:
            self._count()
        self.show_status()

    # What is shown

    def _count(self) -> None:
        """Says in the line where is searched and how many hits there are, or what is wrong with the query."""
        if not self._scopes or not self.prompt.value.strip():
            self.prompt.say(self.scope.name if len(self._scopes) > 1 else "")
            return
        if self.answer.wrong:
            self.prompt.say(self.answer.wrong[0])
            return
        more = "+" if self.answer.more else ""
        hits = count(self._hits_in(self.scope), "hit").replace(" ", f"{more} ")
        said = [f"{each.name} {self._hits_in(each)}{more}" for each in self._scopes]
        said[self._at] = f"[{self.scope.name} {hits}]"
        if len(said) == 1:
            self.prompt.say(hits)
        else:
            self.prompt.say("  ".join(said) if self.app.size.width >= _ALL_SCOPES else f"{self.scope.name} {hits}")

    def _hits_in(self, scope: Scope) -> int:
        return sum(self.answer.counts.get(id, 0) for id in scope.ids)

    def _empty(self, notes: list[tuple[str, str]], head: str = "", offered: Sequence[str] = ()) -> None:
        self.hits = ()
        self.alter("-nothing", True, *self.walk_children(HitPreview))
        self.rows.note(notes)
        self.rows.offer(head, offered)
        self._count()
        self.show_status()

    def _show_nothing(self) -> None:
        self.answer = Answer()
        earlier = self.session.library.searches(max(1, min(EARLIER, self.app.size.height // 3)))
        self._empty(before_typing(self.session.articles), "Earlier searches", earlier)

    def _show_none(self, query: str, like: Sequence[str]) -> None:
        if offered := choices(query, self._known()):
            self._empty([], "Those with the most first", offered)
            return
        wider = [(each.name, self._hits_in(each)) for each in self._scopes[self._at + 1 :] if self._hits_in(each)]
        keys = context(self).settings.keys_for("search.scope")
        notes = nothing(query, like, wider[:1], self.key_text(keys[0]) if keys else "")
        if self.answer.wrong:
            notes = [("", safe(self.answer.wrong[0])), ("", ""), *notes]
        elif self.answer.missing:
            fields = ", ".join(f"{field}:" for field in self.answer.missing)
            notes = [
                ("", f"{fields} will be known once facts have been found; until then it is searched as words."),
                *notes,
            ]
        self._empty(notes)

    def show_row(self) -> None:
        if self.hit is not self._previewed:
            self.show_preview()

    def show_preview(self) -> None:
        """Shows where the hit under the cursor stands, lit."""
        hit = self.hit
        self._previewed = hit
        if hit is not None and (self.has_class("-beside") or self.has_class("-below")):
            self.query_one(HitPreview).show(hit, self.hits, self.answer.counts)

    def where(self) -> list[tuple[str, str]]:
        said = super().where()
        if not self.hits:
            return said
        articles = sum(1 for id in self.scope.ids if self.answer.counts.get(id))
        if len(self.scope.ids) > 1 and self.app.size.width >= 60:
            said.append((f" {context(self).glyphs.dot} in {articles} of {len(self.scope.ids)} articles", "bar"))
        return said

    def palette_changed(self) -> None:
        super().palette_changed()
        self.show_preview()

    # Commands

    def do_accept(self) -> None:
        """Takes the query under the cursor; or goes to the hit, and keeps the search lit."""
        hit = self.hit
        if hit is not None:
            self._go(hit)
            return
        row = self.rows.chosen
        if isinstance(row, Choice):
            self.prompt.put(row.query)
            self.find(row.query)

    def _go(self, hit: Hit) -> None:
        """To the hit, on the nearest screen below that has its article, else on a new one."""
        from tuireader.tui.screens.compare import CompareScreen

        query, within = self.prompt.value, self.scope.ids
        reading = (each for each in reversed(self.app.screen_stack) if isinstance(each, CompareScreen))
        below = next((each for each in reading if hit.span.article in each.desk.ids), None)
        if below is not None:
            while self.app.screen is not below:
                self.app.pop_screen()
            if below.facts_active:
                below.do_reader()
            below.go_lit(query, within, hit)
            return
        story = self.session.story_of(hit.span.article)
        screen = CompareScreen(story.articles, hit.span.article, zoomed=True)
        # In place of this one: what lies below is not drawn in between.
        self.app.switch_screen(screen)
        screen.call_after_refresh(screen.go_lit, query, within, hit)

    def accept(self) -> None:
        self.do_accept()

    def do_scope(self) -> None:
        """The next of the places to search."""
        self._at = (self._at + 1) % max(1, len(self._scopes))
        self._find(self.prompt.value)

    def do_complete(self) -> None:
        """Takes the rest that is offered."""
        self.prompt.take_suggestion()
        self.find(self.prompt.value)

    def do_previous(self) -> None:
        """The row before; from the first one on into the searches made earlier."""
        if self.rows.items and self.rows.cursor:
            super().do_previous()
            return
        if not self._walk:
            typed = self.prompt.value
            self._walk = [typed, *(each for each in self.session.library.searches() if each != typed)]
            self._step = 0
        self._step = (self._step + 1) % len(self._walk)
        self.prompt.put(self._walk[self._step])
        self._find(self.prompt.value)

    def condition(self, name: str) -> bool:
        if name == "hits":
            return self.rows.items > 0
        if name == "scopes":
            return len(self._scopes) > 1
        return bool(self.prompt.suggestion) if name == "completion" else super().condition(name)
