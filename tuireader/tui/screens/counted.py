"""Numbers before commands: digits become a count, and what a digit did meanwhile is taken back."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from time import monotonic
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from tuireader.settings.commands import TYPED, Command, by_scope, get
from tuireader.tui.context import context
from tuireader.tui.reading.strokes import Strokes

if TYPE_CHECKING:
    from textual.timer import Timer

#: A command that cannot be told how often is called no oftener than this.
_OFTEN = 100


class CountedKeys(MessagePump):
    """What a screen does with digits.

    Where a digit is no key of a command it begins a count. Where it is one, such as that of a pane, it does that at
    once, if what it does can be taken back; then it is a count, too, for as long as the settings say.
    """

    if TYPE_CHECKING:

        @property
        def scopes(self) -> tuple[str, ...]: ...
        def run_command(self, command: Command, count: int | None = None) -> None: ...
        def command_of(self, key: str) -> Command | None: ...
        def enabled(self, command: Command) -> bool: ...
        def show_status(self) -> None: ...

    #: What brings back where the reader stood before the first digit, and the scopes that held then.
    _back: tuple[Callable[[], None], tuple[str, ...]] | None = None
    _strokes: Strokes | None = None
    _lapse: Timer | None = None

    @property
    def strokes(self) -> Strokes:
        """What was typed before."""
        if self._strokes is None:
            self._strokes = Strokes()
        return self._strokes

    def way_back(self, command: Command) -> Callable[[], None] | None:
        """What takes back a command that a digit called; None where that cannot be."""
        return None

    def is_counting(self, key: str) -> bool:
        """Whether a key is a part of a count, or ends one; then it is done with."""
        strokes, now = self.strokes, monotonic()
        if self.scopes[0] in TYPED:
            strokes.drop()
            return False
        count = strokes.pending(now)
        if key == "escape" and count is not None:
            # What one digit did is done: there is nothing to forget, and escape means what it means elsewhere.
            done = self._back is not None and count < 10
            self._end_count()
            if done:
                return False
            self.show_status()
            return True
        if not (len(key) == 1 and key in "0123456789"):
            return False
        command = self.command_of(key)
        if command is None:
            if not strokes.digit(key, now):
                return False
        elif not self._count_and_go(command, key, now):
            return False
        self.show_status()
        return True

    def _count_and_go(self, command: Command, key: str, now: float) -> bool:
        """Does what a digit calls, and counts it; whether that can be taken back, if it turns out to be a count."""
        strokes, seconds = self.strokes, context(self).settings.count_seconds
        begun = strokes.pending(now) is not None
        back = self.way_back(command)
        if back is None or not seconds:
            self._end_count()
            return False
        if not begun:
            self._back = back, self.scopes
        if strokes.digit(key, now, seconds):
            if self._lapse is not None:
                self._lapse.stop()
            self._lapse = self.set_timer(seconds, self.show_status)
        # After another digit 0 makes ten: nobody goes to one pane and on to the next at once.
        if not (begun and key == "0"):
            self.run_command(command)
        return True

    def counted_command_of(self, key: str) -> tuple[Command | None, int | None]:
        """The command a key calls, and the count typed before it. What the digits of a count did is taken back."""
        count, back = self.strokes.take(monotonic()), self._back
        self._end_count()
        if count is not None and back is not None:
            undo, scopes = back
            command = self.command_in(scopes, key)
            if command is not None and command.counts and self.enabled(command):
                undo()
                return command, count
            count = None
        return self.command_of(key), count

    def command_in(self, scopes: tuple[str, ...], key: str) -> Command | None:
        """The command a key calls where these scopes hold, enabled or not.

        A Cyrillic or Greek letter that is no key is taken for the Latin one it stands on, where no text is typed.
        """
        command = self._keyed(scopes, key)
        if command is None and not key.isascii() and scopes[0] not in TYPED:
            from tuireader.settings.layouts import latin

            meant = latin(key, context(self).settings.layout)
            command = self._keyed(scopes, meant) if meant else None
        return command

    def _keyed(self, scopes: tuple[str, ...], key: str) -> Command | None:
        keys_for = context(self).settings.keys_for
        for scope in scopes:
            for command in by_scope(scope):
                if key in keys_for(command.id):
                    return command
        return None

    def do_counted(self, command: Command, do: Callable[..., object], count: int | None) -> None:
        """Does something as often as a count says, and remembers it."""
        if command.id != "app.repeat":
            self.strokes.did(command.id, count)
        if count is None:
            do()
        elif "count" in signature(do).parameters:
            do(count)
        else:
            for _ in range(min(count, _OFTEN)):
                do()

    def do_repeat(self, count: int | None = None) -> None:
        """Does again what was done last."""
        again = self.strokes.again(count)
        if again is not None:
            self.run_command(get(again[0]), again[1])

    def count_said(self) -> list[tuple[str, str]]:
        """The count that is being typed, for the status line."""
        count = self.strokes.pending(monotonic())
        return [] if count is None else [(f"  count {count}", "bar_key")]

    def _end_count(self) -> None:
        self.strokes.drop()
        self._back = None
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None
