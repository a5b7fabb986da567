"""What a command is, and how a part of the table is written down: a line a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do.

    ``id`` is ``scope.verb``. ``keys`` are Textual's key names ("n", "space", "question_mark"), the first one is the
    one shown. ``label`` is one or two words for the status line, ``help`` one sentence. ``needs`` names the condition
    that must hold for the command to do anything ("passages", "selected"), empty for always. ``shown`` tells whether
    the status line mentions it, ``counts`` whether a number typed before it says how often, or to which row; such a
    command can also be repeated. What changes panes does not count: a digit goes to a pane, too.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    scope: str
    needs: str = ""
    shown: bool = True
    counts: bool = False


class Table:
    """A part of the table of commands, in the order in which it is written down."""

    def __init__(self) -> None:
        self.commands: list[Command] = []

    def scope(self, name: str) -> Callable[..., None]:
        """What adds a command to a scope: verb, keys parted by spaces, and the rest as ``Command`` has it."""

        def add(
            verb: str, keys: str, label: str, help: str, needs: str = "", shown: bool = True, counts: bool = False
        ) -> None:
            self.commands.append(
                Command(f"{name}.{verb}", tuple(keys.split()), label, help, name, needs, shown, counts)
            )

        return add
