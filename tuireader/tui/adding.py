"""Articles that are read into a store of texts while the program runs: many, told of as they come, stopped by a key."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.settings import paths as places
from tuireader.sources import Opened, few
from tuireader.text.safe import line as safe
from tuireader.tui.background import Background
from tuireader.tui.session import Session
from tuireader.tui.shelving import Many, Read
from tuireader.tui.visiting import Visiting

if TYPE_CHECKING:
    from tuireader.library.stores import Source
    from tuireader.library.texts import Texts
    from tuireader.tui.importing import Import
    from tuireader.tui.screens.base import BaseScreen
    from tuireader.tui.screens.catalogue import CatalogueScreen

#: Seconds between two lists of what has come, and between two words on how far stories are found.
_LISTED, _SAID = 2.0, 0.5


class Imported(Message):
    """So much was read of what is being added."""

    def __init__(self, done: Import) -> None:
        super().__init__()
        self.done = done


class Came(Message):
    """Files came, or changed, where something is watched."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__()
        self.paths = tuple(paths)


class Going(Message):
    """Looking for stories has got further."""


class Grouped(Message):
    """It is known which articles tell of the same, as far as ``note`` does not say otherwise."""

    def __init__(self, source: Source, note: str) -> None:
        super().__init__()
        self.source = source
        self.note = note


class Adding(Visiting):
    """The part of the app that keeps what is added, and turns from a few open articles to the list of many."""

    to_import: tuple[str, ...] = ()
    """What is to be read into the store from the start: only what is new there takes time."""
    _import: Import | None = None
    _name = ""
    _asked = True
    _grouping = ""
    _listed = 0.0
    _asked_at: tuple[object, int] | None = None
    _came_in: tuple[str, ...] = ()
    _grown: Source | None = None

    @property
    def store(self) -> Texts | None:
        """Where what is added is kept; None where it lasts for the sitting."""
        if self.source is not None:
            return self.source.texts
        return None if self.session.given else self.session.library

    @property
    def progress(self) -> str:
        """What is being read, and how much of it has been; empty where nothing is."""
        if self._import is not None:
            return f"{self._name}: {self._import.said()}"
        return self._grouping

    def begin(self) -> None:
        super().begin()
        if self.to_import:
            names, self.to_import = self.to_import, ()
            self.import_paths(names)
        elif self.source is not None:
            # Something may have been added outside of the reader.
            self._group()

    def _opened(self) -> None:
        super()._opened()
        library = self.session.library
        if self.source is None and not self.session.given and library.places() and not library.count():
            # What was added by an earlier version was read from its files each time.
            articles = self.session.articles
            Background(lambda: library.put(articles))

    # Adding

    def add_path(self, name: str) -> None:
        if self.store is None:
            super().add_path(name)
            return
        # What comes is gone to, unless the reader has gone elsewhere by then.
        below = self._large_list
        asked_at = (below.line, below.catalogue.newest()) if below is not None and self._import is None else None
        self.import_paths((name,))
        self._asked_at = asked_at or self._asked_at

    def import_paths(self, names: Sequence[str], *, asked: bool = True) -> None:
        """Reads paths into the store beside the screens; they are remembered where somebody ``asked`` for them."""
        from tuireader.library.stores import named
        from tuireader.tui.importing import Import

        if self._import is not None:
            self.say(f"One after the other: {self._name} is still being read")
        elif self.store is not None and names:
            self._name, self._asked = named(names), asked
            self._reading = f"Reading {self._name}"
            self._listed, self._asked_at = 0.0, None
            self._import = Import(self.store, names, lambda done: self.post_message(Imported(done)))
            self._show_progress()

    def _read_now(self, paths: list[str], *, asked: bool = False) -> None:
        if self.source is None:
            super()._read_now(paths, asked=asked)
        else:
            self.post_message(Came(paths))

    def on_came(self, event: Came) -> None:
        """Files came: they are read after what is being read."""
        self._came_in += event.paths
        self._read_what_came()

    def _read_what_came(self) -> None:
        if self._import is None and self._came_in:
            names, self._came_in = self._came_in, ()
            self.import_paths(names, asked=False)

    @property
    def imports(self) -> bool:
        """Whether something is being read that a key can stop."""
        return self._import is not None

    def stop_import(self) -> bool:
        """Stops what is being read; whether something was."""
        if self._import is None:
            return False
        self._import.stop()
        return True

    def on_imported(self, event: Imported) -> None:
        """Something was read: it is listed now and then, and at the end."""
        done = event.done
        if done is not self._import:
            return
        if not done.done:
            self._show_progress()
            return
        self._import, self._reading = None, ""
        if self._asked:
            self.at_home.note_problems(done.problems)
        if done.failed:
            self.tell(f"{self._name} could not be read to its end: {done.failed}")
        library = self.session.library
        if self.source is None and library.count() > few.FEW:
            from tuireader.library.stores import of_library

            self._turn_to(of_library(library, places.find().cache))
        if self.source is None:
            known = Opened(library.texts(done.new) or self._known(done), done.problems)
            self._added(Read(known, done.paths[0]))
            return
        if self._asked:
            self._remember(done.paths)
        self._list_anew()
        self._go_to_new()
        if self._asked or done.added:
            self.say(self._told(done))
        self._group()
        names, self.to_watch = self.to_watch, ()
        for name in names:
            self.watch_path(name)
        self._read_what_came()

    def _known(self, done: Import) -> tuple[Article, ...]:
        """What was read and was there before."""
        at = self.session.library.places_known(map(os.path.abspath, done.paths))
        return self.session.library.texts(origin.digest for origin in at.values() if origin.digest)

    def _told(self, done: Import) -> str:
        new = count(done.added, "new article")
        if done.stopped:
            keys = self.settings.keys_for("library.update")
            return f"Stopped, {new} kept; {f'{keys[0]} goes on' if keys else 'it goes on the next time'}"
        said = f"{self._name}: {new}" if done.added else f"Nothing new in {self._name}"
        return f"{said}; {self.not_opened(len(done.problems))}" if done.problems and self._asked else said

    def _go_to_new(self) -> None:
        """Puts the cursor on the first article that came, where the reader asked for it and has not moved since."""
        at, self._asked_at, below = self._asked_at, None, self._large_list
        if at is None or below is None or below is not self.screen or below.line != at[0]:
            return
        below.go_to_number(at[1] + 1)

    def _remember(self, names: Sequence[str]) -> None:
        """Remembers what was added to the library, so that it can be watched, and looked through again."""
        from pathlib import Path

        from tuireader.sources.addresses import is_address

        library = self.session.library
        if self.source is None or self.source.own:
            return
        known = {place.path for place in library.places()}
        for name in names:
            path = str(Path(name).absolute())
            if not is_address(name) and path not in known:
                library.add_place(path)

    def look_again(self) -> None:
        """Goes on with what was stopped, or looks again for what is new where the articles came from."""
        if self._import is not None:
            self.say(f"{self._name} is still being read")
            return
        names = self.session.given or tuple(place.path for place in self.session.library.places())
        if names:
            self.import_paths(names)
        else:
            self.say("Nothing is remembered that could be looked through again")

    # What is kept of a few articles

    def keep(self, articles: Sequence[Article]) -> None:
        if self.store is not None and articles:
            self.store.put(articles)
            self._list_anew()
            self._group()

    def keep_no_longer(self, articles: Sequence[Article]) -> None:
        if self.store is not None and articles:
            self.store.drop([article.digest for article in articles])
            self._list_anew()

    def drop(self, digests: Sequence[str]) -> None:
        """Takes articles of the large list off it; what takes that back is kept."""
        assert self.source is not None
        texts = self.source.texts
        before = self.session.library.newest_step()
        off = texts.texts(digests)
        origins = texts.places_known(article.path for article in off if article.path)
        texts.drop(digests)

        def back() -> str:
            newest = texts.newest_text()
            texts.put(off, origins.values())
            self._list_anew()
            # It comes back to its place, and to its story.
            if (below := self._large_list) is not None:
                below.go_to_number(newest + 1)
            self._group()
            return f"back on the list: {safe(off[0].title) if len(off) == 1 else count(len(off), 'article')}"

        self._did(before, back)
        self._list_anew()

    # The large list

    def on_many(self, event: Many) -> None:
        self._reading = ""
        self.grow((*self.session.given, event.name))

    def grow(self, paths: tuple[str, ...]) -> None:
        from tuireader.library import stores

        at, library = places.find(), self.session.library
        if paths:
            self._turn_to(stores.opened(paths, at.cache, library))
            self.session.given = paths
        else:
            paths = tuple(place.path for place in library.places())
            self._turn_to(stores.of_library(library, at.cache))
        self.import_paths(paths)

    def open_place(self, digest: str, start: int, end: int) -> bool:
        """Opens a place in a text of the large list, with its story; whether there is one and it has the text."""
        below = self._large_list
        return below is not None and below.open_place(digest, start, end)

    def lists(self, digest: str) -> bool:
        """Whether a text that may not be open is on the large list."""
        below = self._large_list
        return below is not None and below.catalogue.of_digest(digest) is not None

    @property
    def _large_list(self) -> CatalogueScreen | None:
        """The list of many articles, where there is one; other screens may lie over it."""
        if self.source is None:
            return None
        from tuireader.tui.screens.catalogue import CatalogueScreen

        return next((screen for screen in self.reading_screens[:1] if isinstance(screen, CatalogueScreen)), None)

    def _turn_to(self, source: Source) -> None:
        """Goes on with a list from this source, as soon as nothing lies over the list that is open."""
        self.source = self._grown = source
        self.settle()

    def settle(self) -> None:
        """Puts the large list in the place of the small one, where there is a large one by now."""
        if self._grown is None:
            return
        from tuireader.tui.screens.catalogue import CatalogueScreen
        from tuireader.tui.screens.library import LibraryScreen

        if not isinstance(self.screen, LibraryScreen) or len(self.reading_screens) != 1:
            return
        source, self._grown = self._grown, None
        before = self.session
        home = Session(Opened(()), before.library, before.cache)
        home.given = before.given
        home.note_problems(before.problems)
        self.sit(home)
        self.switch_screen(CatalogueScreen(source))

    def _show_progress(self) -> None:
        if self.source is None:
            if self._import is not None:
                self.say(f"Reading {self.progress}")
            return
        if self._import is not None and self._import.added and time.monotonic() - self._listed > _LISTED:
            self._list_anew()
            self._listed = time.monotonic()
        else:
            for screen in self.mounted_screens:
                screen.progress_changed()

    @property
    def mounted_screens(self) -> list[BaseScreen]:
        """The open screens that have something to show what came in; one that was just pushed fills itself."""
        return [screen for screen in self.reading_screens if screen.is_mounted]

    def _list_anew(self) -> None:
        for screen in self.mounted_screens:
            screen.store_changed()

    def _group(self) -> None:
        """Looks for what tells of the same, beside the screens."""
        source = self.source
        if source is None or self._grouping or source.grouped():
            return
        self._grouping = "Finding stories"
        Background(partial(self._find_stories, source))

    def _find_stories(self, source: Source) -> None:
        from tuireader.library.stories import group

        def told(what: str, done: int, of: int) -> None:
            self._grouping = f"Finding stories: {what} {done:,} of {of:,}"
            if time.monotonic() - self._listed > _SAID:
                self._listed = time.monotonic()
                self.post_message(Going())

        outcome = group(source.texts, source.kinship, should_stop=lambda: not self.is_running, told=told)
        if outcome.whole:
            source.note_grouped()
        self.post_message(Grouped(source, outcome.note))

    def on_going(self, _: Going) -> None:
        """Says how far stories are found."""
        self._show_progress()

    def on_grouped(self, event: Grouped) -> None:
        """Stories are known: they are listed."""
        self._grouping = ""
        if event.note:
            self.tell(event.note)
        self._list_anew()
