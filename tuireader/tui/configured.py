"""The settings of a running reader: read again when their files change, and put to work at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tuireader.settings import config, paths, themes
from tuireader.settings.complaint import Complaint
from tuireader.settings.config import Settings
from tuireader.settings.options import OPTIONS, Option, Value
from tuireader.settings.stamps import stamp
from tuireader.tui import glyphs
from tuireader.tui.mistakes import told
from tuireader.tui.widgets.reader import ReaderView

if TYPE_CHECKING:
    from tuireader.settings.theme import Theme
    from tuireader.tui.app import ReaderApp


class Configured:
    """Keeps an app to its settings. ``flags`` are what the call asked for, which stands above everything.

    Nobody waits for a file to change: it is looked at when a key is pressed or the terminal is turned to again, so
    that nothing runs while nothing happens.
    """

    def __init__(self, app: ReaderApp, flags: Mapping[str, Value]) -> None:
        self._app = app
        self._flags = flags
        self.paths = paths.find()
        self._told: tuple[Complaint, ...] = app.settings.complaints
        self._stamp = stamp(self.paths, app.reading_theme.name)

    def look(self) -> None:
        """Reads the settings again where their files are other ones than before."""
        if self._app.settings.reload and stamp(self.paths, self._app.reading_theme.name) != self._stamp:
            self.reread()

    def reread(self) -> None:
        """Reads the settings again. Of those with a mistake the old ones stay, and the mistake is told."""
        app, old = self._app, self._app.settings
        new = config.load(self.paths.config_file, os.environ, self._flags)
        wrong = [each for each in new.complaints if each.file == self.paths.config_file]
        if any(not each.key for each in wrong):
            # Not one line of it could be read.
            new = replace(old, complaints=new.complaints)
        else:
            names = {option.name for option in OPTIONS}
            kept: dict[str, Any] = {each.key: getattr(old, each.key) for each in wrong if each.key in names}
            origins = {name: origin for name, origin in old.origins.items() if name in kept}
            new = replace(new, **kept, origins=MappingProxyType({**new.origins, **origins}))
        self.use(new)
        self._tell(new, self._reread_themes(old))
        self._stamp = stamp(self.paths, app.reading_theme.name)

    def _tell(self, new: Settings, of_themes: list[Complaint]) -> None:
        """Tells of mistakes that were not told yet; the list of settings shows its own where it is open."""
        app = self._app
        own = tuple(each for each in of_themes if each.file == self.paths.config_file)
        app.settings = new = replace(new, complaints=(*new.complaints, *own))
        fresh = [each for each in new.complaints if each not in self._told]
        others = [each for each in of_themes if each not in own]
        self._told = new.complaints
        listed = any(screen.SCOPE == "settings" for screen in app.reading_screens[-1:])
        if said := told(() if listed else fresh, new, others):
            app.tell(said)
        for screen in app.reading_screens:
            screen.settings_changed()

    def put(self, option: Option, value: Value | None) -> str:
        """Writes a setting (None: takes it out of the file), and puts it to work. Returns what is to be said of it."""
        from tuireader.settings import writing

        try:
            writing.put(self.paths.config_file, option.name, value)
        except writing.Unwritable as error:
            return str(error)
        self.reread()
        origin = self._app.settings.origins.get(option.name)
        if origin is not None and origin.kind != "file" and value is not None:
            return f"Written, but {origin} stands above it"
        return "Written; it holds from the next start on" if option.at_start and value is not None else ""

    def put_keys(self, id: str, keys: tuple[str, ...] | None) -> str:
        """Writes the keys of a command (None: its own hold), and puts them to work. Returns what is to be said."""
        from tuireader.settings import writing

        try:
            writing.put_keys(self.paths.config_file, id, keys)
        except writing.Unwritable as error:
            return str(error)
        self.reread()
        return ""

    @cached_property
    def taggers(self) -> tuple[str, ...]:
        """The taggers that are installed. Every package is asked, once in a sitting."""
        from tuireader.facts.names.taggers import offered

        return offered()

    def choices(self, option: Option) -> tuple[str, ...]:
        """What a setting that is a word can be; empty where it can be anything."""
        if option.name == "theme":
            return tuple(theme.name for theme in self._themes_offered())
        if option.name == "tagger":
            return ("", *self.taggers)
        return option.choices

    def _reread_themes(self, old: Settings) -> list[Complaint]:
        """Draws in the theme the settings name, and returns what is wrong with it; the one in use may have changed in
        its file."""
        app = self._app
        app.forget_themes()
        wanted = app.settings.theme
        name = wanted if wanted and wanted != old.theme else app.reading_theme.name
        found, complaints = themes.find(name, self.paths)
        if found.name == name:
            app.use_theme(found)
        return complaints

    def use(self, new: Settings) -> None:
        """Puts settings to work, and draws anew what they change."""
        app, old = self._app, self._app.settings
        app.settings = new
        app.animation_level = "full" if new.animation else "none"
        app.use_mouse(new.mouse_on())
        marks = glyphs.choose(unicode=new.unicode(), term=os.environ.get("TERM", ""))
        redrawn = marks != app.glyphs or new.mouse_on() != old.mouse_on()
        app.glyphs = marks
        for screen in app.reading_screens:
            if new.measure != old.measure:
                for view in screen.query(ReaderView):
                    view.wrap_anew()
            if redrawn:
                screen.palette_changed()
                screen.session_changed()
        if new.tagger != old.tagger:
            app.study_again()

    def _themes_offered(self) -> list[Theme]:
        """The themes that can be drawn: with sixteen colours or none only those of the terminal."""
        return [theme for theme in self._app.themes.values() if theme.ansi or self._app.depth > 16]
