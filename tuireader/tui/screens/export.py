"""Export: what, in which form and where to, in a few lines at the foot of the screen it is about."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult

from tuireader.article import TuireaderError
from tuireader.report.documents import FORMS, export, form_of, suggested, with_form
from tuireader.report.documents.files import FileThereError, amount, check, target, write
from tuireader.report.documents.material import Material, headline
from tuireader.text.safe import line as safe
from tuireader.tui.background import Background
from tuireader.tui.context import context
from tuireader.tui.reading.exports import FIRST, Export, before, exports, folder, material, shown
from tuireader.tui.screens.asking import AskScreen
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.export_rows import ExportRows, Forms
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import OverDown
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

#: The name under which the library remembers the form that was written last.
_FORM = "export.form"


class ExportScreen(AskScreen):
    """The choice over the screen below. Letters go into the name of the file, which starts with one that fits."""

    SCOPE = "export"
    DEFAULT_CSS = """
    ExportScreen #foot { height: auto; }
    ExportScreen ExportRows { height: 4; }
    """

    def __init__(self, below: BaseScreen) -> None:
        super().__init__("Export", ">", "The file to write, such as story.html", "")
        self._ids, self._listed = below.exported(), below.listed_marks()
        self._offered = exports(below.session, self._ids, self._listed)
        first = FIRST.get(below.scopes[0], "story")
        self._start = next((at for at, each in enumerate(self._offered) if each.what == first), 0)
        form = below.session.library.get(_FORM)
        self._forms = Forms(form if form in FORMS else "html")
        self._suggested = ""
        self._over: Path | None = None
        self._waits = False
        """Whether it is to be written as soon as what is missing was found."""

    def compose(self) -> ComposeResult:
        with OverDown(id="foot"):
            yield Bar()
            yield ExportRows()
            yield self._forms
            yield self._typed
            yield StatusLine()

    @property
    def rows(self) -> ExportRows:
        """What there is to export."""
        return self.query_one(ExportRows)

    @property
    def chosen(self) -> Export:
        """What is under the cursor."""
        return self._offered[self.rows.cursor]

    def on_mount(self) -> None:
        self._fill(self._start)
        self._suggest()

    def _fill(self, cursor: int) -> None:
        self.rows.styles.height = len(self._offered)
        self.rows.fill([Row(item, each) for item, each in enumerate(self._offered)], cursor)

    def session_changed(self) -> None:
        """Passages and facts that were still being looked for are there."""
        chosen = self.chosen
        self._offered = exports(self.session, self._ids, self._listed) or self._offered
        at = (each.name == chosen.name for each in self._offered)
        self._fill(next((place for place, same in enumerate(at) if same), 0))
        super().session_changed()
        if self._waits and not self.chosen.missing:
            self.do_write()

    def _suggest(self) -> None:
        """Puts a name that fits into the line, unless the reader wrote one of their own: that one gets the ending."""
        if self._typed.value == self._suggested:
            title = headline([self.session.by_id[id] for id in self.chosen.ids if id in self.session.by_id])
            path = folder() / suggested(title, self.chosen.what, self._forms.form)
            self._suggested = safe(shown(path))
            self._typed.put(self._suggested)
        elif self._typed.value:
            self._typed.put(with_form(self._typed.value, self._forms.form))
        self._changed()

    def _changed(self) -> None:
        """What is asked about is another file now; the folder it goes into stands before it."""
        self._over, self._waits = None, False
        folder = before(self._typed.value, max(8, self.app.size.width // 3), context(self).glyphs.ellipsis)
        self._typed.sign(folder or ">")

    def typed(self) -> None:
        self._changed()
        try:
            self._forms.choose(form_of(self._typed.value) or self._forms.form)
        except TuireaderError:
            # The ending is half typed, or wrong: that is told when it is to be written.
            return

    # Keys

    def do_next(self) -> None:
        self.rows.move(1)
        self._suggest()

    def do_previous(self) -> None:
        self.rows.move(-1)
        self._suggest()

    def do_form(self) -> None:
        self._forms.step(1)
        self._suggest()

    def do_form_before(self) -> None:
        self._forms.step(-1)
        self._suggest()

    def do_leave(self) -> None:
        self.app.pop_screen()

    def do_write(self) -> None:
        """Writes it, beside the screens; a file that is there only when it is asked for twice."""
        chosen, name = self.chosen, self._typed.value
        self._waits = False
        if not name.strip():
            self.say("Write the name of a file")
            return
        try:
            form = form_of(name) or self._forms.form
            path = target(name)
            check(path, force=path == self._over)
        except FileThereError as there:
            self._over = there.path
            self.say(f"{there}: again to write over it")
            return
        except TuireaderError as wrong:
            self.say(safe(str(wrong)))
            return
        if chosen.missing:
            self._waits = True
            self.say(f"It will be written: {chosen.missing}")
            return
        self.session.library.set(_FORM, form)
        made, app, over = material(self.session, chosen, form), self.app, path == self._over
        app.pop_screen()
        tell(app, f"Writing {safe(shown(path))}")
        Background(partial(_write, app, made, chosen.what, form, path, over))

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self._suggest()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_write()

    def on_forms_chosen(self, event: Forms.Chosen) -> None:
        self._forms.choose(event.form)
        self._suggest()

    def on_click(self, event: events.Click) -> None:
        # A click above the lines closes them, as in every menu.
        if event.widget is self:
            self.app.pop_screen()


def _write(app: App[object], made: Material, what: str, form: str, path: Path, over: bool) -> None:
    """In a thread: makes the document, writes it and has the reader told. Leaving meanwhile leaves no half of it."""
    try:
        data = export(made, what, form)
        write(path, data, force=over)
        said = f"Wrote {safe(shown(path))}, {amount(len(data))}"
    except TuireaderError as wrong:
        said = safe(str(wrong))
    except Exception as error:
        # Whoever waits for the file must hear of it, and nobody else looks at what a thread raises.
        said = f"{safe(shown(path))} was not written, by a mistake in tuireader: {safe(repr(error))}"
    app.call_later(tell, app, said)


def tell(app: App[object], said: str) -> None:
    """Says something on whichever screen is open."""
    if isinstance(screen := app.screen, BaseScreen):
        screen.say(said)
