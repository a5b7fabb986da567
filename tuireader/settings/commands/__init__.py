"""The commands: what each is called, which keys call it, and where it holds.

Pure data. Bindings, status line, palette, help screen, keymap, ``docs/keys.md`` and ``tuireader keys`` are all fed
from ``COMMANDS``, so that they cannot disagree. To add a command, add a line to the part of the table it belongs to.
"""

from __future__ import annotations

from tuireader.settings.commands import dialogues, library, marking, reading
from tuireader.settings.commands.command import Command
from tuireader.settings.scopes import SCOPES, TYPED, WITH

__all__ = ["COMMANDS", "SCOPES", "TYPED", "WITH", "Command", "by_scope", "get"]

COMMANDS: tuple[Command, ...] = tuple(
    command for part in (library, reading, marking, dialogues) for command in part.table.commands
)

_BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
_BY_SCOPE: dict[str, tuple[Command, ...]] = {
    scope: tuple(command for command in COMMANDS if command.scope == scope) for scope in SCOPES
}


def by_scope(scope: str) -> tuple[Command, ...]:
    """The commands of one scope, in the order of the table. Empty where there is no such scope."""
    return _BY_SCOPE.get(scope, ())


def get(id: str) -> Command:
    """The command with this id. Raises KeyError."""
    return _BY_ID[id]
