"""What keys typed one after the other mean together: a number before a command, and the command to repeat. Pure."""

from __future__ import annotations

from dataclasses import dataclass

#: A longer number is a slip: more digits are not taken in.
_DIGITS = 4


@dataclass(slots=True)
class Strokes:
    """The number that was typed and not yet used, and what was done last."""

    number: str = ""
    """The digits typed so far; empty where no number is begun."""
    last: tuple[str, int | None] | None = None
    """Id and count of the last command that can be repeated."""
    _until: float | None = None

    def digit(self, digit: str, now: float, seconds: float | None = None) -> bool:
        """Takes in a digit, and tells whether it belongs to a number: one cannot begin with 0.

        The number is forgotten ``seconds`` after its last digit; without them it waits for a command.
        """
        self._forget(now)
        if not self.number and digit == "0":
            return False
        if len(self.number) < _DIGITS:
            self.number += digit
        self._until = None if seconds is None else now + seconds
        return True

    def pending(self, now: float) -> int | None:
        """The number that waits for a command."""
        self._forget(now)
        return int(self.number) if self.number else None

    def take(self, now: float) -> int | None:
        """The number that waits for a command, which is used by that."""
        count = self.pending(now)
        self.drop()
        return count

    def drop(self) -> None:
        """Forgets the number."""
        self.number, self._until = "", None

    def did(self, id: str, count: int | None) -> None:
        """Remembers a command, so that it can be repeated."""
        self.last = id, count

    def again(self, count: int | None) -> tuple[str, int | None] | None:
        """What to do again: the last command, as often as is asked now, else as often as then."""
        if self.last is None:
            return None
        id, before = self.last
        return id, before if count is None else count

    def _forget(self, now: float) -> None:
        if self._until is not None and now > self._until:
            self.drop()
