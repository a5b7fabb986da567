"""The app: screens, themes and the commands that hold everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar
from zlib import crc32

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.theme import BUILTIN_THEMES
from textual.theme import Theme as TextualTheme

from tuireader.article import Span
from tuireader.settings.config import Settings
from tuireader.settings.options import Value
from tuireader.settings.theme import Theme
from tuireader.sources import Opened
from tuireader.tui import glyphs
from tuireader.tui.adding import Adding
from tuireader.tui.ahead import Ahead
from tuireader.tui.background import Background
from tuireader.tui.configured import Configured
from tuireader.tui.first_frame import FirstFrame
from tuireader.tui.palette import Palette
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.session import Session
from tuireader.tui.sharing import Sharing
from tuireader.tui.signals import leave_on
from tuireader.tui.terminal.charset import plain
from tuireader.tui.terminal.looks import Depth
from tuireader.tui.toasts import Toasts

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tuireader.tui.guiding import Guide

#: Interrupted twice within so many seconds, the reader leaves.
_AGAIN = 3.0


class ReaderApp(Toasts, Adding):
    """The reader on one session.

    ``notes`` are lines to tell at the start: complaints about settings, files that could not be opened. ``depth`` is
    the number of colours, found out where it is left out. ``opening`` reads the articles, where the session has none
    yet. ``arrival`` is a place to open at, ``guide`` says which key to press next, ``flags`` are the settings that the
    call itself gave.
    """

    ENABLE_COMMAND_PALETTE = False
    # Keys belong to screens: no widget is looked for that could have them.
    AUTO_FOCUS = None
    tooltips = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]
    TITLE = "tuireader"
    CSS = """
    Toast { background: $surface; color: $foreground;
            padding: 0 1; width: auto; max-width: 64; border: solid $primary; }
    ToastRack { align: right bottom; margin-bottom: 1; }
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        notes: tuple[str, ...] = (),
        *,
        depth: Depth | None = None,
        opening: Background[Opened] | None = None,
        arrival: Span | None = None,
        guide: Guide | None = None,
        flags: Mapping[str, Value] = MappingProxyType({}),
    ) -> None:
        super().__init__(depth, opening)
        self.way = settings.display
        self.arrival = arrival
        self.guide = guide
        self.animation_level = "full" if settings.animation else "none"
        self._interrupted = -_AGAIN
        self.session = session
        self.settings = settings
        self.notes = notes
        self.glyphs = glyphs.choose(unicode=settings.unicode(), term=os.environ.get("TERM", ""))
        self.reading_theme = theme
        self.palette = Palette(theme, self.depth)
        self.colour_boxes()
        self.configured = Configured(self, flags)
        self.sharing = Sharing(self)
        self.ahead = Ahead(self)
        self.first = FirstFrame(self)

    # The terminal's cursor

    def cursor_cell(self) -> Offset | None:
        screen = self.screen
        return screen.cursor_cell() if isinstance(screen, BaseScreen) else None

    def cursor_seen(self) -> bool:
        return self.settings.cursor_on()

    def showable(self, text: str) -> str:
        return text if self.glyphs is glyphs.UNICODE else plain(text)

    # Settings

    async def on_event(self, event: events.Event) -> None:
        if self.first.keeps(event):
            return
        if isinstance(event, events.Key | events.AppFocus):
            # Somebody may have changed the settings meanwhile, or the library, beside this.
            self.configured.look()
            self.sharing.look()
        if isinstance(event, events.Key):
            self.heard()
            self.ahead.heard()
        await super().on_event(event)

    # Size

    def on_resize(self, event: events.Resize) -> None:
        if self.reading_screens:
            self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Where there is too little room for anything, a line says so until there is more."""
        from tuireader.tui.screens.small import LEAST, SmallScreen

        small = size.width < LEAST.width or size.height < LEAST.height
        if small and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen())
        elif not small and isinstance(self.screen, SmallScreen):
            self.pop_screen()

    # Themes

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """All themes by name, read when they are first asked for. Those with mistakes are told of and left out."""
        from tuireader.settings import paths, themes
        from tuireader.tui.mistakes import told

        found, complaints = themes.available(paths.find())
        if said := told((), self.settings, complaints):
            self.tell(said)
        return found

    def forget_themes(self) -> None:
        """The files of themes may be other ones: they are read again when they are asked for."""
        self.__dict__.pop("themes", None)

    def use_theme(self, theme: Theme) -> None:
        """Draws everything in a theme. Nothing is remembered."""
        if theme == self.reading_theme:
            return
        self._repaint(theme)

    def _repaint(self, theme: Theme) -> None:
        self.reading_theme = theme
        self.palette = Palette(theme, self.depth)
        if self.told:
            self.colour_boxes()
        for screen in self.reading_screens:
            screen.palette_changed()

    def use_depth(self, depth: Depth) -> None:
        super().use_depth(depth)
        self._repaint(self.reading_theme)

    def colour_boxes(self) -> None:
        grounds = _textual(self.palette.theme)
        if grounds.name not in self.available_themes:
            self.register_theme(grounds)
        self.theme = grounds.name

    # Start

    def on_mount(self) -> None:
        if not self.is_headless:
            leave_on(lambda status: self.exit(return_code=status), self._save)
        for screen in self.first_screens():
            self.push_screen(screen)
        self._fit(self.size)
        self.call_after_refresh(self._begin)

    def first_screens(self) -> Iterator[BaseScreen]:
        """The screens that a start shows, the lowest first."""
        if self.source is not None:
            from tuireader.tui.screens.catalogue import CatalogueScreen

            yield CatalogueScreen(self.source)
        else:
            from tuireader.tui.screens.library import LibraryScreen

            yield LibraryScreen()
        if len(self.session.articles) == 1 and self.arrival is None:
            from tuireader.tui.screens.compare import CompareScreen

            id = self.session.articles[0].id
            yield CompareScreen((id,), id, zoomed=True)

    @property
    def settled(self) -> bool:
        """Whether the first screen shows all that it will: articles, and what they share."""
        wanted = self.session.wanted
        known = not self.session.opening and (wanted is None or wanted.telling is not None)
        return known and not self.progress and all(screen.filled for screen in self.reading_screens[-1:])

    def prepare(self) -> bool:
        """Makes a part of what the next keys may need ready; whether there was something to do."""
        return any(screen.prepare() for screen in self.reading_screens[-1:])

    def meaning(self) -> str:
        """What keys would act upon, to tell it from what they would act upon elsewhere."""
        return "\n".join(screen.meaning() for screen in self.reading_screens[-1:])

    async def show_afresh(self) -> None:
        """Opens what a start would show now, over all that is open."""
        self.guide = None
        self.clear_notifications()
        self.come_home()
        self.session.fresh.clear()
        for screen in self.first_screens():
            await self.push_screen(screen)

    @property
    def leaving(self) -> bool:
        return self.first.leaving

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        # What is written when a screen goes would come after the frame for the next start.
        self._save()
        self.first.leave(partial(super().exit, result, return_code, message))

    def _begin(self) -> None:
        if self.notes:
            self.tell("\n".join(self.notes[:5]))
        self.begin()
        self.first.begin()
        self.sharing.begin()
        if not self.is_headless:
            self.ahead.begin()
        self._arrive()

    def tell_screens(self) -> None:
        super().tell_screens()
        self.first.read()
        self._arrive()

    def _arrive(self) -> None:
        """Opens the place that the call named, once it is known which articles stand beside it."""
        if self.arrival is not None and self.session.telling is not None:
            from tuireader.tui.arriving import arrive

            arrive(self, self.arrival)
            self.arrival = None

    # Commands that hold everywhere

    def do_search(self) -> None:
        from tuireader.tui.screens.search import SearchScreen

        # What lies over the texts, such as the reasons, is about them.
        here = (screen.read_here() for screen in reversed(self.reading_screens))
        self.push_screen(SearchScreen(*next((each for each in here if each[0] is not None), (None, ()))))

    def do_help(self) -> None:
        from tuireader.tui.screens.help import HelpScreen

        screen = self.screen
        self.push_screen(HelpScreen(screen.scopes if isinstance(screen, BaseScreen) else ("app",)))

    def do_palette(self) -> None:
        from tuireader.tui.screens.palette import PaletteScreen

        screen = self.screen
        if isinstance(screen, BaseScreen):
            self.push_screen(PaletteScreen(screen))

    def do_settings(self) -> None:
        from tuireader.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def do_themes(self) -> None:
        from tuireader.tui.screens.themes import ThemesScreen

        self.push_screen(ThemesScreen())

    def do_copy(self) -> None:
        from tuireader.tui.screens.copy import CopyScreen

        screen = self.screen
        if isinstance(screen, BaseScreen):
            self.push_screen(CopyScreen(screen))

    def do_export(self) -> None:
        from tuireader.tui.screens.export import ExportScreen

        screen = self.screen
        if isinstance(screen, BaseScreen):
            self.push_screen(ExportScreen(screen))

    def do_marks(self) -> None:
        from tuireader.tui.screens.marks import MarksScreen

        # One list is enough: over itself it would show nothing new.
        if not isinstance(self.screen, MarksScreen):
            self.push_screen(MarksScreen())

    def do_problems(self) -> None:
        from tuireader.tui.screens.problems import ProblemsScreen

        self.clear_notifications()
        if not isinstance(self.screen, ProblemsScreen):
            self.push_screen(ProblemsScreen())

    def do_undo(self) -> None:
        library = self.session.library
        before, places = library.note, library.places()
        said = self.take_back() or library.undo()
        self.follow_places(places)
        said = said or ("nothing to take back" if library.note == before else library.note)
        self.tell_library()
        if isinstance(screen := self.screen, BaseScreen):
            screen.say(said[:1].upper() + said[1:])

    def tell_library(self) -> None:
        """Has every screen show what the reader did as it is now."""
        for screen in self.reading_screens:
            screen.library_changed()

    def do_back(self) -> None:
        if len(self.reading_screens) > 1:
            # The screen below shows what this one remembers.
            self.reading_screens[-1].save()
            self.pop_screen()
        else:
            self.do_quit()

    def do_quit(self) -> None:
        self.exit()

    def _save(self) -> None:
        for screen in self.reading_screens:
            screen.save()

    def action_help_quit(self) -> None:
        """Interrupting says how to leave; doing it again leaves."""
        if monotonic() - self._interrupted < _AGAIN:
            self.exit()
            return
        self._interrupted = monotonic()
        screen = self.screen
        if isinstance(screen, BaseScreen):
            keys = self.settings.keys_for("app.quit") if screen.holds("app.quit") else ()
            screen.say(f"^c again leaves, as {screen.key_text(keys[0])} does" if keys else "^c again leaves")

    def action_suspend_process(self) -> None:
        """To the background; back from there everything is drawn anew."""
        super().action_suspend_process()
        self.do_redraw()

    def do_redraw(self) -> None:
        self.draw_anew()


def _textual(theme: Theme) -> TextualTheme:
    """The theme as Textual wants it: only the grounds of its own widgets are left to it."""
    colours = theme.colours
    return TextualTheme(
        # A file that is edited meanwhile is another theme: one that has its name already would stay as it is.
        name=f"tuireader-{theme.name}-{crc32(repr(theme).encode()):08x}",
        primary=colours.accent,
        warning=colours.warning,
        error=colours.error,
        foreground=colours.text,
        background=colours.background,
        surface=colours.surface,
        panel=colours.surface,
        dark=theme.dark,
        ansi=theme.ansi,
        variables=BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"].variables if theme.ansi else {},
    )
