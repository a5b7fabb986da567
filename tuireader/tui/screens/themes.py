"""The choice of a theme: what the cursor stands on is what the whole screen is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from tuireader.settings.commands import by_scope
from tuireader.settings.options import find
from tuireader.settings.theme import Theme
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.screens.over import OverScreen
from tuireader.tui.screens.themes_rows import Edge, ThemeNote, ThemeRows, ThemeSample
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down, OverAcross
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: From this width on the screen below can be seen beside the list.
BESIDE = 80
#: Rows that list and title need before there is room for a sample.
ROOM = 21


class ThemesScreen(ListScreen, OverScreen):
    """A list over the screen below. Moving shows, choosing keeps, closing goes back to what was."""

    SCOPE = "themes"
    DEFAULT_CSS = """
    ThemesScreen #panel { dock: right; width: 100%; height: 1fr; }
    ThemesScreen Edge { display: none; }
    ThemesScreen.-beside Edge { display: block; }
    ThemesScreen.-beside #panel { width: 50; }
    ThemesScreen ThemeSample { display: none; }
    ThemesScreen.-tall ThemeSample { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[Theme] = []
        self._before: Theme | None = None

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def compose(self) -> ComposeResult:
        self._before = self._reader.reading_theme
        with OverAcross(id="panel"):
            yield Edge()
            with Down():
                yield Bar()
                yield ThemeRows(self._before.name)
                yield ThemeNote(self._note())
                yield ThemeSample()
        yield StatusLine()

    def on_mount(self) -> None:
        themes = list(self._reader.themes.values())
        # With sixteen colours or none a theme's own colours cannot be shown: only those of the terminal are offered.
        self._offered = [theme for theme in themes if theme.ansi or self._reader.depth > 16]
        names = [theme.name for theme in self._offered]
        before = self._before.name if self._before else ""
        cursor = names.index(before) if before in names else 0
        self.rows.fill([Row(item, theme) for item, theme in enumerate(self._offered)], cursor)
        self.query_one(Bar).say("Themes", f"{len(names)}")
        self.show_status()

    def looks(self, size: Size) -> Mapping[str, bool]:
        return {"-beside": size.width >= BESIDE, "-tall": size.height >= ROOM}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)
        tall = self.has_class("-tall")
        self.rows.styles.height = min(len(self._offered) + 1, event.size.height - 12) if tall else "1fr"

    def _note(self) -> str:
        depth = self._reader.depth
        if depth == 0:
            return (
                "No colours are sent here (NO_COLOR, or a terminal without any): bold, italics and numbers say it all."
            )
        if depth == 16:
            return "This terminal has sixteen colours: only the themes that use its own can be shown."
        return ""

    @property
    def chosen(self) -> Theme | None:
        """The theme under the cursor."""
        return self._offered[self.rows.cursor] if self._offered else None

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        if (theme := self.chosen) is not None:
            self._reader.use_theme(theme)
        self.show_status()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_choose()

    # Commands

    def do_choose(self) -> None:
        """Takes the theme under the cursor, now and the next time."""
        theme = self.chosen
        if theme is not None:
            self._reader.use_theme(theme)
            self.session.library.set("theme", theme.name)
            if said := self._written(theme.name):
                self._reader.tell(said)
        self.app.pop_screen()

    def _written(self, name: str) -> str:
        """Writes the theme where the settings name one, which stands above what was chosen. Returns what to say."""
        settings = context(self).settings
        origin = settings.origins.get("theme")
        if not settings.theme or settings.theme == name:
            return ""
        if origin is None or origin.kind == "file":
            return self._reader.configured.put(find("theme"), name)
        return f"{origin} says {settings.theme}: the next start takes that again, if it still says so"

    def do_cancel(self) -> None:
        """Everything as it was."""
        if self._before is not None:
            self._reader.use_theme(self._before)
        self.app.pop_screen()

    def where(self) -> list[tuple[str, str]]:
        return [(f"{self.rows.cursor + 1}/{self.rows.items}", "bar")] if self._offered else []

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(by_scope(self.SCOPE))
