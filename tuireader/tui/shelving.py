"""Articles that are added, taken off the list and watched for while the program runs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.message import Message

from tuireader.article import Article
from tuireader.library.visited import Place
from tuireader.report.counting import count
from tuireader.sources import Opened
from tuireader.sources.addresses import is_address
from tuireader.sources.few import TooMany
from tuireader.sources.watching import Watch
from tuireader.text.safe import line as safe
from tuireader.tui.background import Background
from tuireader.tui.studying import Studying
from tuireader.tui.terminal.looks import Depth

#: Seconds between two words on how many articles were read.
_TOLD = 0.2
#: The articles were read so many seconds before there is an app at most; what is younger is looked at again.
_OPENING = 10.0


class Reading(Message):
    """So many articles were read of those that are being added."""

    def __init__(self, articles: int) -> None:
        super().__init__()
        self.articles = articles


class Read(Message):
    """Files were read: those of a path that the reader added, or what came where a folder is watched."""

    def __init__(self, opened: Opened, name: str = "") -> None:
        super().__init__()
        self.opened = opened
        self.name = name


class Many(Message):
    """There are more articles in a path than are opened at once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Deed(NamedTuple):
    """Something done to the list. ``back`` takes it back, and returns what was done, in one line that is safe to show.

    ``step`` is the library's newest change after it, ``steps`` how many of the library's changes belong to it.
    """

    step: int
    steps: int
    back: Callable[[], str]


class Shelving(Studying):
    """The part of the app that changes which articles are open."""

    def __init__(self, depth: Depth | None, opening: Background[Opened] | None) -> None:
        super().__init__(depth, opening)
        self._deeds: list[Deed] = []
        self._watching: dict[str, Watch] = {}
        self._reading = ""
        self.to_watch: tuple[str, ...] = ()
        """What is to be watched from the start."""
        self._began = time.time() - _OPENING

    @property
    def reading(self) -> str:
        """What is being added, and how much of it has been read; empty where nothing is."""
        return self._reading

    @property
    def took_off(self) -> bool:
        """Whether something was done to the list that can be taken back."""
        return bool(self._deeds)

    @property
    def watched(self) -> tuple[str, ...]:
        """The names that are watched."""
        return tuple(self._watching)

    @property
    def waits_for_more(self) -> bool:
        # What was added in earlier runs may be empty today.
        return bool(self._watching or self.to_watch or not self.session.given)

    def tell_of(self, problems: tuple[tuple[str, str], ...]) -> None:
        # Where nothing is listed yet, the screen itself says what it waits for.
        if self.session.articles or not self.to_watch:
            super().tell_of(problems)

    def _opened(self) -> None:
        super()._opened()
        names, self.to_watch = self.to_watch, ()
        for name in names:
            self.watch_path(name)
        if not self.session.articles:
            # What is waited for is said where nothing is listed.
            self.tell_screens()

    def say(self, text: str) -> None:
        """Says something in the status line of the screen on top, or of the one below a line that is typed into."""
        for screen in reversed(self.reading_screens):
            if screen.holds("app.back"):
                screen.say(text)
                return

    # Adding

    def add_path(self, name: str) -> None:
        """Reads the articles of a file, a folder or a glob beside the screens, and brings them."""
        told = time.monotonic()

        def progress(articles: int) -> None:
            nonlocal told
            if time.monotonic() - told >= _TOLD:
                told = time.monotonic()
                self.post_message(Reading(articles))

        def read() -> None:
            from tuireader.sources.few import few

            try:
                self.post_message(Read(few([name], progress), name))
            except TooMany:
                self.post_message(Many(name))

        self._reading = f"Reading {safe(name)}"
        Background(read)

    def _read(self, paths: list[str]) -> None:
        """Reads files that nobody asks for by name just now."""
        Background(lambda: self._read_now(paths, asked=True))

    def _read_now(self, paths: list[str], *, asked: bool = False) -> None:
        """The same in the thread that it is called in. Unless ``asked``, data that holds no articles is passed over."""
        from tuireader import sources

        self.post_message(Read(sources.open(paths, asked=asked)))

    def read_under(self, article: Article, charset: str) -> None:
        """Reads the file of an article anew, under an encoding that the reader names."""

        def read() -> None:
            from tuireader import sources
            from tuireader.sources.model import Options

            found = sources.open([article.path or ""], options=Options(charset=charset))
            same = any(each.digest == article.digest for each in found.articles)
            if found.articles and not same:
                self.post_message(Read(found))
                return
            reason = next((problem.reason for problem in found.problems), "")
            self.call_from_thread(self.say, f"Under {safe(charset)} it reads the same" if same else safe(reason))

        self.say(f"Reading it under {safe(charset)}")
        Background(read)

    def on_reading(self, event: Reading) -> None:
        if self._reading:
            self.say(f"{self._reading}: {count(event.articles, 'article')}")

    def on_read(self, event: Read) -> None:
        """Files were read: what is new in them comes on the list."""
        if event.name:
            self._reading = ""
            self._added(event)
            return
        arrived = self.session.add(event.opened, watched=True)
        self.keep(event.opened.articles)
        self._changed_list()
        if arrived.new:
            self.say(self._came(arrived.new, "New"))

    def _go_to(self, id: str) -> None:
        """Puts the cursor of the library on an article that was asked for."""
        from tuireader.tui.screens.library import LibraryScreen

        for screen in self.reading_screens:
            if isinstance(screen, LibraryScreen):
                screen.fill(at=id)

    def tell_changed(self, ids: tuple[str, ...]) -> None:
        self.say(self._came(ids, "Changed"))

    def _came(self, ids: Sequence[str], what: str) -> str:
        """The quiet line on what came in; the title where it is one article."""
        if len(ids) == 1:
            return f"{what}: {safe(self.session.by_id[ids[0]].title)}"
        return f"{len(ids):,} {what.lower()} articles"

    def _added(self, event: Read) -> None:
        library = self.session.library
        before = library.newest_step()
        self.session.note_problems(event.opened.problems)
        arrived = self.session.add(event.opened)
        name = safe(event.name)
        if not event.opened.articles:
            problems = event.opened.problems
            self.say(f"{problems[0].path}: {problems[0].reason}" if problems else f"{name}: no articles there")
            return
        self.tell_of(event.opened.problems)
        if not arrived.new:
            self.say(f"Nothing new in {name}: it is on the list already")
            self._changed_list()
            return
        # An address is asked when it is named, and `tuireader add` subscribes to a feed: no start asks by itself.
        kept_path = not self.session.given and not is_address(event.name)
        path = str(Path(event.name).absolute())
        if kept_path and all(place.path != path for place in library.places()):
            library.add_place(path)
        session = self.session
        new = tuple(session.by_id[id] for id in arrived.new)

        def back() -> str:
            session.remove([article.id for article in new])
            self.keep_no_longer(new)
            return f"taken off the list again: {_called(new)}"

        self._did(before, back)
        self._go_to(new[0].id)
        kept = "" if not kept_path else f", and tuireader opens {'it' if len(new) == 1 else 'them'} from now on"
        self.say(f"Added {count(len(new), 'article')}{kept}: {name}")

    # Taking off

    def take_off(self, ids: Sequence[str]) -> None:
        """Takes articles off the list. A path that was remembered and has no article left on it is forgotten."""
        library = self.session.library
        before = library.newest_step()
        session = self.session
        off = session.remove(ids)
        self.keep_no_longer(off)
        left = [os.path.realpath(article.path) for article in self.session.articles if article.path]
        with library.one_step():
            for place in library.places() if not self.session.given else ():
                own = [article for article in off if article.path and _within(article.path, place.path)]
                if own and not any(_within(path, place.path) for path in left):
                    library.remove_place(place.path)
                    self.unwatch_path(place.path)

        def back() -> str:
            session.restore(off)
            self.keep(off)
            return f"back on the list: {_called(off)}"

        self._did(before, back)

    def take_back(self) -> str:
        """Takes back the newest thing done to the list, where nothing else was done since; says what, "" if nothing."""
        library = self.session.library
        if not self._deeds or library.newest_step() > self._deeds[-1].step:
            return ""
        if not self._at_list:
            return "go back to the library to take that back: it changes what is open"
        deed = self._deeds.pop()
        for _ in range(deed.steps):
            library.undo()
        said = deed.back()
        self._changed_list()
        return said

    def follow_places(self, before: Sequence[Place]) -> None:
        """Opens, takes off and watches what is remembered otherwise than ``before``: a step of an earlier run was
        taken back."""
        if self.session.given:
            return
        places = self.session.library.places()
        known = {place.path for place in before}
        left = [place.path for place in places]
        gone = [path for path in known if path not in left]
        own = [article for article in self.session.articles if article.path]
        off = [
            article.id
            for article in own
            if any(_within(article.path or "", path) for path in gone)
            and not any(_within(article.path or "", path) for path in left)
        ]
        if off and self._at_list:
            self.keep_no_longer(self.session.remove(off))
            self._changed_list()
        for place in places:
            if place.path not in known and not any(_within(article.path or "", place.path) for article in own):
                self._read([place.path])
            if place.watch:
                self.watch_path(place.path)
            elif place.path in known:
                self.unwatch_path(place.path)
        for path in gone:
            self.unwatch_path(path)

    def keep(self, articles: Sequence[Article]) -> None:
        """Keeps the texts of articles that came, where texts are kept."""

    def keep_no_longer(self, articles: Sequence[Article]) -> None:
        """Keeps the texts of articles no longer that went."""

    def _did(self, before: int, back: Callable[[], str]) -> None:
        """Keeps what was done to the list; ``before`` is the library's newest change before it."""
        step = self.session.library.newest_step()
        self._deeds.append(Deed(step, step - before, back))
        self._changed_list()

    @property
    def _at_list(self) -> bool:
        """Whether no screen lies over the library: what such a screen shows must stay open."""
        return len(self.reading_screens) < 2

    def _changed_list(self) -> None:
        self.tell_screens()
        self.study()

    # Watching

    def watch_path(self, name: str) -> None:
        """Watches a file, a folder or a glob: what comes there is read and shown as it comes."""
        from tuireader.library.database import on_network
        from tuireader.sources.watching import root_of

        if name not in self._watching:
            known = [os.path.realpath(article.path) for article in self.session.articles if article.path]
            poll = on_network(Path(root_of(name)[0]))
            self._watching[name] = Watch(name, self._read_now, known=known, since=self._began, poll=poll)

    def toggle_watch(self, article: Article) -> str:
        """Watches where an article lies, or no longer; says so. A path that is remembered is remembered as watched."""
        if article.path is None or is_address(article.path):
            return "It came from no file: there is nothing to watch"
        library = self.session.library
        before = library.newest_step()
        own = article.path
        remembered = next((place.path for place in library.places() if _within(own, place.path)), None)
        name = self.watched_name(article)
        on = not name
        if on:
            given = (each for each in self.session.given if each != "-" and _holds(each, own))
            name = (None if self.session.given else remembered) or next(given, "") or str(Path(own).parent)
            self.watch_path(name)
        else:
            self.unwatch_path(name)
        if not self.session.given and name == remembered:
            library.add_place(name, watch=on)

        def back() -> str:
            if on:
                self.unwatch_path(name)
            else:
                self.watch_path(name)
            return f"no longer watched: {safe(name)}" if on else f"watched again: {safe(name)}"

        self._did(before, back)
        return f"Watching {safe(name)}: what comes there is shown" if on else f"No longer watching {safe(name)}"

    def unwatch_path(self, name: str) -> None:
        """Watches a name no longer."""
        if watch := self._watching.pop(name, None):
            watch.stop()

    def unwatch_all(self) -> None:
        """Ends all watching: the program is about to leave."""
        for name in self.watched:
            self.unwatch_path(name)

    def watched_name(self, article: Article) -> str:
        """The name under which an article is watched; empty where it is not."""
        path = article.path
        return next((name for name in self._watching if path and _holds(name, path)), "")


def _within(path: str, place: str) -> bool:
    """Whether a file is a place, or lies in it."""
    real, root = os.path.realpath(path), os.path.realpath(place)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _holds(name: str, path: str) -> bool:
    from tuireader.sources.watching import root_of

    return _within(path, name) if os.path.lexists(name) else _within(path, root_of(name)[0])


def _called(articles: Sequence[Article]) -> str:
    return safe(articles[0].title) if len(articles) == 1 else count(len(articles), "article")
