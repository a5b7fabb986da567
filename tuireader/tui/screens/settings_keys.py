"""Giving a command other keys by pressing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tuireader.settings.clashes import clashes
from tuireader.settings.commands import TYPED, Command, get
from tuireader.settings.keymap import NEEDED
from tuireader.settings.keys import TAKEN, BadKey, canonical, shown, types_something
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen


class KeyRecorder(ListScreen):
    """Takes the keys that are pressed for a command, and tells of those it cannot have."""

    recorded: Command | None = None
    """The command whose keys are being pressed."""
    pressed: tuple[str, ...] = ()

    if TYPE_CHECKING:

        def write_keys(self, command: Command, keys: tuple[str, ...] | None) -> None: ...
        def explain(self, problem: str) -> None: ...
        def show_row(self) -> None: ...

    def record(self, command: Command) -> None:
        """From now on keys that are pressed are the new keys of a command."""
        self.recorded, self.pressed = command, ()
        self._ask()

    def press(self, event: events.Key) -> None:
        """Takes a key, if the command can have it."""
        command = self.recorded
        if command is None:
            return
        try:
            key = canonical(event.character if event.is_printable and event.character else event.key)
        except BadKey as error:
            self._ask(str(error))
            return
        if problem := self._problem(command, key):
            self._ask(problem)
        elif key not in self.pressed:
            self.pressed += (key,)
            self._ask(f"may not arrive: {TAKEN[key]}" if key in TAKEN else "")

    def _problem(self, command: Command, key: str) -> str:
        """Why a command cannot have a key; empty where it can."""
        name = self.key_text(key)
        if command.scope in TYPED and types_something(key):
            return f"{name} is typed into {TYPED[command.scope]}"
        keys_for = context(self).settings.keys_for
        wanted = (*self.pressed, key)
        for clash in clashes(lambda id: wanted if id == command.id else keys_for(id)):
            if clash.key == key and command.id in (clash.first, clash.second):
                other = get(clash.second if clash.first == command.id else clash.first)
                return f"{name} is already the key of “{other.label}” ({other.id}); give that one another first"
        return ""

    def _ask(self, problem: str = "") -> None:
        """Says which keys were pressed, and at the foot what is wrong with the last one."""
        command = self.recorded
        if command is None:
            return
        keys = "  ".join(shown(key, context(self).glyphs.arrows) for key in self.pressed)
        self._said = f"New keys of {command.label}: {keys}" if keys else f"Press the new keys of {command.label}"
        self.explain(problem or "Press all keys it is to have, then enter.")
        self.show_status()

    def _stop(self) -> tuple[Command, tuple[str, ...]] | None:
        command, keys = self.recorded, self.pressed
        self.recorded, self.pressed = None, ()
        self._said = ""
        self.show_row()
        return (command, keys) if command is not None else None

    # Commands

    def do_keep_keys(self) -> None:
        found = self._stop()
        if found is not None and found[1]:
            self.write_keys(*found)

    def do_drop_keys(self) -> None:
        self._stop()

    def do_take_back(self) -> None:
        self.pressed = self.pressed[:-1]
        self._ask()

    def unbind(self, command: Command) -> None:
        """Takes all keys from a command that can do without."""
        if command.id in NEEDED:
            self.say(f"{command.label} must keep a key")
        else:
            self.write_keys(command, ())
