"""The frame a start shows: taken over from the run before where it still holds, and kept for the next one."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from tuireader.tui.background import Background
from tuireader.tui.terminal import picture, saved
from tuireader.tui.terminal.picture import Picture
from tuireader.tui.terminal.resting import rested

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.drawn_from import DrawnFrom
    from tuireader.tui.terminal.early import Early

#: Seconds that the frame of the run before stands at the most, and that leaving may take for the next one's.
_LIMIT, _LEAVING = 2.0, 0.5
#: Seconds that a terminal has to answer, which may be mute.
_SEEN = 1.0
_DROPPED = "Not what was shown at first: keys typed before were dropped"
#: Seconds between two looks whether all is known, at the start.
_LOOK = 0.004


class _Kept(NamedTuple):
    """A first screen: what it shows, drawn from files with these stamps and from these articles."""

    picture: Picture
    stamps: bytes
    articles: Sequence[Article]


class FirstFrame:
    """Keeps an app's first screen from being seen before it stands, where something else is shown until then.

    What is typed meanwhile waits. It is done where it means the same on the screen that comes, and else dropped: nobody
    could have seen what it would do.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._early: Early | None = None
        self._files: DrawnFrom | None = None
        self._shown: Picture | None = None
        self._typed: list[events.Event] = []
        self._task: asyncio.Task[None] | None = None
        self._kept: _Kept | None = None
        self._leaving = False
        self._unseen = False
        self._limit = _LIMIT

    def open(self, early: Early, files: DrawnFrom, drawn: Picture | None) -> None:
        """Takes over what ``early`` shows, if anything: what was just ``drawn``, else a frame of the run before.

        ``files`` are those that the first screen is drawn from.
        """
        self._early, self._files = early, files
        self._app.early = early
        self.read()
        if early.frame is not None:
            self._shown = drawn or picture.unpacked(early.frame.known)
            self._app.show_after(self._shown)
        if drawn is not None and self._app.session.telling is None:
            # It is still to be found what the articles share: that is waited for on the screen.
            self._limit = 0.0

    # The start

    def begin(self) -> None:
        """Has the first screen shown as soon as it stands, or the time is over."""
        if self._early is not None:
            self._task = asyncio.create_task(self._begin())

    @property
    def leaving(self) -> bool:
        """Whether the reader is about to go: no key means anything any more."""
        return self._leaving

    def keeps(self, event: events.Event) -> bool:
        """Whether an event waits until the first screen stands, or comes too late for anything."""
        if not isinstance(event, events.Key | events.Paste | events.MouseEvent):
            return False
        waits = self._app.holding and not self._leaving
        if waits:
            self._typed.append(event)
        elif self._unseen and isinstance(event, events.Key):
            self._app.say(_DROPPED)
        return waits or self._leaving or self._unseen

    async def _begin(self) -> None:
        try:
            rests = await self._rest()
        except Exception:
            # Whatever keeps it from resting, and however long: what there is of it is shown, and reading goes on.
            rests = False
        try:
            dropped = self._app.holding and await self._take_over()
            if rests and not dropped:
                self._keep_first()
        except Exception as error:
            self._app.fail(error)
        finally:
            if not gc.isenabled():
                # Held back by the start: nothing that it has made is garbage.
                gc.enable()
                gc.freeze()

    async def _rest(self) -> bool:
        """Waits until the first screen stands, or the time is over; whether it rests."""
        app, begun = self._app, monotonic()
        # Who types at once is to find what somebody finds who waits: facts as well.
        while not (app.settled and (not self._typed or app.session.wanted is None)):
            if monotonic() >= begun + self._limit:
                break
            await asyncio.sleep(_LOOK)
        if app.settled:
            await asyncio.wait_for(rested(app.screen), begun + _LIMIT - monotonic())
        return app.settled

    def _keep_first(self) -> None:
        """Keeps the first screen for a start after a program that was killed."""
        app = self._app
        if app.fits and app.settled and app.guide is None and not app.told:
            kept = self._kept = self._drawn()
            Background(lambda: self._keep(kept))

    async def _take_over(self) -> bool:
        """Shows the first screen in place of what was shown, and does what was typed before; whether it was dropped."""
        app, shown = self._app, self._shown
        app.show_now()
        typed, self._typed = self._typed, []
        if shown is not None and shown.meaning == app.meaning():
            for event in typed:
                app.post_message(event)
            return False
        if typed:
            app.say(_DROPPED)
        # On a long line the old list is still seen when the other one has been sent: until the terminal has answered
        # that, keys mean the old one.
        self._unseen = True
        end = monotonic() + _SEEN
        try:
            await asyncio.sleep(_LOOK)
            while not self._app.seen and monotonic() < end:
                await asyncio.sleep(_LOOK)
        finally:
            self._unseen = False
        return True

    # The next start

    def read(self) -> None:
        """Articles may have been read: their files are taken note of as they are now."""
        if self._files is not None:
            self._files.read(self._app.at_home.articles)

    def leave(self, go: Callable[[], None]) -> None:
        """Draws what the next start will show, unseen, where that is something else by now; then goes."""
        first, self._leaving = not self._leaving, True
        if self._early is not None and first:
            if self._kept is not None and not self._holds(self._kept):
                self._kept = None
            if self._kept is None and self._app.settled and self._can_be_drawn():
                if self._task is not None:
                    # It may still wait to show the first screen.
                    self._task.cancel()
                self._task = asyncio.create_task(self._draw(go))
                return
        go()

    def _holds(self, kept: _Kept) -> bool:
        """Whether a start would show what this one did, as far as files can tell."""
        return kept.picture.size == self._app.size and kept.stamps == self._stamps(kept.articles)

    def _can_be_drawn(self) -> bool:
        """Whether a start shows the articles that are open, as they are here."""
        app = self._app
        return app.fits and app.opens_again and not (self._files and self._files.changed(app.at_home.articles))

    async def _draw(self, go: Callable[[], None]) -> None:
        app = self._app
        self._kept = None
        try:
            app.hold()
            await asyncio.wait_for(app.show_afresh(), _LEAVING)
            await asyncio.wait_for(rested(app.screen), _LEAVING)
            if app.settled:
                self._kept = self._drawn()
        except Exception:
            # Leaving comes first, whatever keeps a screen from being drawn: the next start begins without.
            self._kept = None
        finally:
            go()

    def close(self) -> None:
        """Keeps the frame that the next start shows, once all its files are as they will be then."""
        if self._kept is not None:
            self._keep(self._kept._replace(stamps=self._stamps(self._kept.articles)))

    def _drawn(self) -> _Kept:
        app = self._app
        articles = app.at_home.articles
        return _Kept(app.pictured(app.meaning()), self._stamps(articles), articles)

    def _stamps(self, articles: Sequence[Article]) -> bytes:
        app = self._app
        return self._files.stamps(app.reading_theme.name, app.source, articles) if self._files else b""

    def _keep(self, kept: _Kept) -> None:
        if self._early is not None:
            frame = saved.Frame(self._app.painted(kept.picture), picture.packed(kept.picture))
            saved.keep(self._early.folder, self._early.view_at(*kept.picture.size), kept.stamps, frame)
