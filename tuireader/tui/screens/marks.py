"""What the reader marked, in all articles: notes and tags, and the way back to each place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from tuireader.article import Article
from tuireader.library import Mark
from tuireader.library.tags import written
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.marking import elsewhere
from tuireader.tui.reading.mark_groups import fitting, grouped, words_of
from tuireader.tui.screens.asking import NoteScreen, TagScreen, edited
from tuireader.tui.screens.filtered import FilteredScreen
from tuireader.tui.screens.marks_preview import preview
from tuireader.tui.screens.marks_rows import MarkRows
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Box, Down
from tuireader.tui.widgets.lines import Piece, shorten
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.sheet import Sheet
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.copying import Offer

#: From this width on the mark under the cursor stands beside the list; below it under it, from this height on.
WIDE = 104
HIGH = 16


class MarksScreen(FilteredScreen):
    """A list of marks, and the one under the cursor with its note and where it stands."""

    SCOPE = "marks"
    DEFAULT_CSS = """
    MarksScreen #body { height: 1fr; layout: vertical; }
    MarksScreen #about { display: none; height: 45%; }
    MarksScreen.-high #about { display: block; }
    MarksScreen.-wide #body { layout: horizontal; }
    MarksScreen.-wide #about { display: block; width: 45%; height: 1fr; }
    MarksScreen.-wide MarkRows { width: 1fr; }
    MarksScreen.-empty #about { display: none; }
    """

    _known = 0
    """How many marks there are, listed or not."""

    def compose(self) -> ComposeResult:
        self.set_class(not self.session.library.all_marks(), "-empty", update=False)
        yield Bar(id="head")
        yield Prompt("F", "Filter: words, #tags")
        with Box(id="body"):
            yield MarkRows()
            with Down(id="about"):
                yield Bar(id="title")
                yield Sheet(self._preview)
        yield StatusLine()

    @property
    def rows(self) -> MarkRows:
        return self.query_one(MarkRows)

    @property
    def mark(self) -> Mark | None:
        """The mark under the cursor."""
        return self.rows.line.mark if self.rows.line else None

    @property
    def article(self) -> Article | None:
        """The article of the mark under the cursor, where it is open."""
        return self.rows.line.article if self.rows.line else None

    def on_mount(self) -> None:
        self.fill()

    def looks(self, size: Size) -> Mapping[str, bool]:
        return {"-wide": size.width >= WIDE, "-high": size.height >= HIGH}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)

    # What is shown

    def fill(self) -> None:
        """Fills the list from the library. The cursor stays on its mark, or near where it was."""
        session = self.session
        before, place = self.mark, self.rows.cursor
        known = session.library.all_marks()
        self._known = len(known)
        stories = sorted(session.stories, key=lambda story: len(story.articles) == 1)
        articles = [session.by_id[id] for story in stories for id in story.articles]
        groups = grouped(fitting(self.prompt.value, known), articles)
        listed = [mark for group in groups for mark in group.marks]
        same = (at for at, mark in enumerate(listed) if before is not None and mark[:3] == before[:3])
        self.set_class(not listed, "-empty")
        self.rows.teach(*self._nothing(bool(known)))
        app = cast("ReaderApp", self.app)
        closed = {group.marks[0].digest for group in groups if group.article is None}
        self.rows.show(groups, next(same, place), {digest for digest in closed if app.lists(digest)})
        number = str(len(listed)) if len(listed) == len(known) else f"{len(listed)} of {len(known)}"
        typed = f" with “{self.prompt.value}”" if self.prompt.value and not self.typing else ""
        self.query_one("#head", Bar).say(f"Marks{typed}", number)
        self._show_mark()
        self.show_status()

    def _nothing(self, others: bool) -> list[str]:
        """What to say where nothing is listed."""
        if others:
            return [f"No mark has “{self.prompt.value}”."]

        def key(id: str) -> str:
            return next((self.key_text(each) for each in context(self).settings.keys_for(id)), "")

        return [
            "Nothing is marked yet.",
            f"While you read, {key('compare.mark')} marks the passage or sentence you are at,"
            f" {key('compare.note')} writes a note on it, {key('compare.tags')} tags it;"
            " in the facts pane they mark the fact. What you select with the mouse can be marked too.",
            f"Here you find all of it again, also that of other days. {key('app.undo')} takes back what you did last.",
        ]

    def _show_mark(self) -> None:
        """Shows the mark under the cursor beside the list, or under it."""
        line = self.rows.line
        title = line.article.title if line and line.article else line.mark.title if line else ""
        number = str(self.session.numbers[line.article.id]) if line and line.article else ""
        self.query_one("#title", Bar).say(shorten(safe(title), 200), mark=number, active=False)
        self.query_one(Sheet).lay_anew()

    def _preview(self, width: int) -> list[list[Piece]]:
        line = self.rows.line
        return preview(context(self), line.mark, line.article, width) if line else []

    # Commands

    def do_jump(self) -> None:
        """Goes to the mark, on the compare screen below if that has its article, else on a new one."""
        from tuireader.tui.screens.compare import CompareScreen

        mark, article = self.mark, self.article
        if mark is None:
            return
        said = ""
        if article is None:
            if (found := elsewhere(mark, self.session.articles)) is None:
                if cast("ReaderApp", self.app).open_place(mark.digest, mark.start, mark.end):
                    return
                self.say("This article is not open now: start tuireader with its file or folder")
                return
            article, mark = found.article, mark._replace(start=found.start, end=found.end)
            said = "What you marked stands in another text, or has changed since: these are the same words"
        self.app.pop_screen()
        below = self.app.screen
        if isinstance(below, CompareScreen) and article.id in below.desk.ids:
            if below.facts_active:
                below.do_reader()
            below.visit(article, mark)
            if said:
                below.say(said)
            return
        screen = CompareScreen(self.session.story_of(article.id).articles, article.id, zoomed=True)
        self.app.push_screen(screen)
        screen.call_after_refresh(screen.visit, article, mark)
        if said:
            screen.call_after_refresh(screen.say, said)

    def do_note(self) -> None:
        mark = self.mark
        if mark is not None:
            self.app.push_screen(
                NoteScreen(f"“{self._named(mark)}”", mark[:3], mark.note, lambda note: self._noted(mark, note))
            )

    def do_editor(self) -> None:
        mark = self.mark
        if mark is None:
            return
        library = self.session.library
        draft = library.draft(*mark[:3])
        written_ = edited(self, mark.note if draft is None else draft, mark[:3])
        # What is not the note yet waits as a draft.
        done = self._noted(mark, written_) if written_ is not None else library.draft(*mark[:3]) == mark.note
        if done:
            library.drop_draft(*mark[:3])

    def _noted(self, mark: Mark, note: str) -> bool:
        said = f"Noted: {self._named(mark)}" if note else f"No note any more: {self._named(mark)}"
        return self._changed(self.session.library.set_note(*mark[:3], note), said)

    def do_tags(self) -> None:
        mark = self.mark
        if mark is None:
            return

        def kept(tags: tuple[str, ...]) -> None:
            said = f"Tagged {written(tags)}" if tags else f"No tags any more: {self._named(mark)}"
            self._changed(self.session.library.set_tags(*mark[:3], tags), said)

        self.app.push_screen(TagScreen(f"“{self._named(mark)}”", mark.tags, kept))

    def do_remove(self) -> None:
        mark = self.mark
        if mark is not None:
            named = self._named(mark)
            self._changed(self.session.library.remove_mark(*mark[:3]), f"No longer marked: {named}")

    def do_preview_down(self, count: int = 1) -> None:
        self._scroll(count)

    def do_preview_up(self, count: int = 1) -> None:
        self._scroll(-count)

    def _scroll(self, pages: int) -> None:
        sheet = self.query_one(Sheet)
        sheet.scroll_lines(pages * max(1, sheet.size.height // 2))

    def _named(self, mark: Mark) -> str:
        return shorten(words_of(mark, self.article), 48, context(self).glyphs.ellipsis)

    def _changed(self, kept: bool, said: str) -> bool:
        """Every screen shows what is marked now. What could not be kept is told of."""
        cast("ReaderApp", self.app).tell_library()
        self.say(said if kept else self.session.library.note)
        return kept

    def listed_marks(self) -> tuple[Mark, ...]:
        return tuple(fitting(self.prompt.value, self.session.library.all_marks()))

    def offers(self) -> list[Offer]:
        from tuireader.tui import offering
        from tuireader.tui.copying import Offer

        mark, article = self.mark, self.article
        if mark is None:
            return []
        if article is None:
            return [Offer("sentence", "the words", mark.quote)] if mark.quote else []
        return offering.of_place(self.session, article.span(mark.start, mark.end), None)

    def refilter(self) -> None:
        self.fill()

    # What happens

    def condition(self, name: str) -> bool:
        if name == "mark":
            return self.mark is not None
        if name == "marks":
            return self._known > 0
        return super().condition(name)

    def where(self) -> list[tuple[str, str]]:
        items = self.rows.items
        return [("mark ", "bar"), (f"{self.rows.cursor + 1} of {items}", "bar_text")] if items else []

    def library_changed(self) -> None:
        self.fill()

    def session_changed(self) -> None:
        self.fill()

    def palette_changed(self) -> None:
        super().palette_changed()
        self._show_mark()

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self._show_mark()
        self.show_status()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_jump()
