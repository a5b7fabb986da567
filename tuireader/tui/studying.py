"""The work behind the screens: articles are read, compared and searched for facts in threads, anew when they change.

What was found before stays on screen until what follows it is there.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import NamedTuple

from textual.message import Message

from tuireader.article import TuireaderError
from tuireader.facts import Facts
from tuireader.settings.config import Settings
from tuireader.settings.keys import shown
from tuireader.sources import Opened
from tuireader.sources.few import TooMany
from tuireader.story import Telling
from tuireader.text.safe import line as safe
from tuireader.tui.background import Background
from tuireader.tui.reading.kept import Found, Wanted
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.session import Session
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.looks import Depth

#: So many that could not be opened are named at once.
_NAMED = 3


class Computed(Message):
    """What came of some work beside the screens: a result, or the exception it raised.

    ``session`` is the sitting it is about, where it is about one: there may be another one by then.
    """

    def __init__(self, result: object, session: Session | None = None) -> None:
        super().__init__()
        self.result = result
        self.session = session


class Failed(NamedTuple):
    """Looking for passages and facts went wrong."""

    error: Exception


class Studying(CellDisplay):
    """The part of the app that computes what the screens show, one thing after the other, never waited for."""

    session: Session
    settings: Settings

    def __init__(self, depth: Depth | None, opening: Background[Opened] | None) -> None:
        super().__init__(depth)
        self._opening = opening
        self._busy = False

    @property
    def reading_screens(self) -> list[BaseScreen]:
        """The open screens of ours, the lowest first."""
        if not self.is_running:
            return []
        return [screen for screen in self.screen_stack if isinstance(screen, BaseScreen)]

    def tell(self, text: str) -> None:
        """Tells of something the reader should know, in one box in a corner, until a key is pressed."""
        self.notify("\n".join(map(safe, text.splitlines())), markup=False, severity="warning")

    def begin(self) -> None:
        """Takes the articles as soon as they were read, and studies them."""
        if self.session.opening and self._opening is not None:
            self.compute(self._opening.result)
        else:
            self._opened()

    def _opened(self) -> None:
        self.tell_of(self.session.problems)
        self.study()

    def tell_of(self, problems: tuple[tuple[str, str], ...]) -> None:
        """Tells of what could not be opened."""
        from tuireader.report.counting import count

        said = [safe(f"{path}: {reason}") for path, reason in problems]
        if len(said) > _NAMED:
            keys = self.settings.keys_for("app.problems")
            way = f"{shown(keys[0])} lists them" if keys else "the list of commands names them"
            said = [f"{count(len(said), 'file')} could not be opened, {said[0]}", f"{way}, and why"]
        if said:
            self.tell("\n".join(said))

    def not_opened(self, problems: int) -> str:
        """So many files could not be opened, in a few words for a status line."""
        keys = self.settings.keys_for("app.problems")
        return f"{problems:,} not opened{f', {shown(keys[0])} tells why' if keys else ''}"

    def on_computed(self, event: Computed) -> None:
        """Something that was worked on beside the screens is there."""
        result = event.result
        if event.session is not None and event.session is not self.session:
            return
        if isinstance(result, Failed):
            self._busy = False
            self.tell(f"Could not compute: {result.error}")
        elif isinstance(result, TooMany):
            self.grow(self.session.given)
        elif isinstance(result, Exception):
            self.tell(f"Could not compute: {result}")
        elif isinstance(result, Opened):
            self.session.take(result)
            if not result.articles and not self.waits_for_more:
                self.exit(return_code=1)
                return
            self.tell_screens()
            self._opened()
        elif isinstance(result, Found):
            self._busy = result.facts is None
            changed = self.session.know(result)
            self.tell_screens()
            if changed:
                self.tell_changed(changed)
            if not self._busy:
                self.study()

    @abstractmethod
    def grow(self, paths: tuple[str, ...]) -> None:
        """Goes on with a list of these paths, by story: there are more articles than are opened at once."""

    def tell_changed(self, ids: tuple[str, ...]) -> None:
        """Tells that articles are shown as they are now."""

    @property
    def waits_for_more(self) -> bool:
        """Whether articles may still come where there are none."""
        return False

    def study_again(self) -> None:
        """Looks for the facts again, where the settings say otherwise how."""
        self.session.facts = None
        self.study()

    def study(self) -> None:
        """Looks for passages and facts of the articles, where they are not known. Does one thing at a time."""
        wanted = self.session.wanted
        if self._busy or wanted is None:
            return
        self._busy = True
        session = self.session

        def post(result: object) -> None:
            self.post_message(Computed(result, session))

        def work() -> None:
            try:
                telling = wanted.telling
                if telling is None:
                    telling = session.compute_telling(wanted.articles)
                    post(Found(wanted.articles, telling))
                if session is self.session:
                    post(Found(wanted.articles, telling, self._facts(session, wanted, telling)))
            except Exception as error:
                post(Failed(error))

        Background(work)

    def _facts(self, session: Session, wanted: Wanted, telling: Telling) -> Facts:
        try:
            return session.compute_facts(telling, wanted.articles, self.settings.tagger)
        except TuireaderError as error:
            # Facts without the tagger are better than none.
            self.post_message(Computed(error, session))
            return session.compute_facts(telling, wanted.articles)

    def sit(self, session: Session) -> None:
        """Goes on with another sitting. What is still being found for the one before is kept for its next time."""
        if session is not self.session:
            self.session = session
            self._busy = False
            self.study()

    def compute(self, work: Callable[[], object]) -> None:
        """Does something beside the screens, and posts what comes of it."""

        def do() -> None:
            try:
                result = work()
            except Exception as error:
                result = error
            self.post_message(Computed(result))

        Background(do)

    def tell_screens(self) -> None:
        """Tells the screens that something else is open or known."""
        for screen in self.reading_screens:
            if screen.is_mounted:
                screen.session_changed()
            else:
                # It was pushed, and has nothing to show it in yet.
                screen.call_later(screen.session_changed)
