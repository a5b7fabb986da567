"""The commands of the screen below, found by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult

from tuireader.settings.commands import SCOPES, Command, by_scope
from tuireader.settings.keys import shown
from tuireader.settings.options import OPTIONS, Option, Value, written
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.finder import Finder
from tuireader.tui.screens.palette_match import Match, matches
from tuireader.tui.widgets.lines import Piece, fit, width_of
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: What a command that cannot be used now is waiting for.
NEEDS = {
    "passages": "needs shared passages",
    "panes": "needs two articles",
    "selected": "needs selected articles",
    "marks": "needs a mark",
    "facts": "needs facts",
    "repeated": "nothing to repeat yet",
}
#: Cells of a name and of the gap after it: as the longest one found wants, within these.
_LABEL, _LONGEST, _GAP = 18, 28, 2
#: From this width on the sentence about a command stands beside its name.
_TOLD = 60


class CommandRows(RowList):
    """Commands with what they do and their keys. Those that cannot be used now say why not."""

    def __init__(self, usable: frozenset[str]) -> None:
        super().__init__()
        self._usable = usable
        self._keys = 0
        self._label = _LABEL

    def fill(self, rows: Sequence[Row], cursor: int = 0) -> None:
        found = [row.data.command for row in rows if isinstance(row.data, Match)]
        self._keys = max((cell_len(self._written(command)) for command in found), default=0)
        longest = max((cell_len(command.label) for command in found), default=0)
        self._label = max(_LABEL, min(_LONGEST, longest + _GAP))
        super().fill(rows, cursor)

    def _written(self, command: Command) -> str:
        """The keys of a command as they stand in the list."""
        here = context(self)
        arrows = here.glyphs.arrows
        keys = here.settings.keys_for(command.id) if command.keys else ()
        return "  ".join(shown(key, arrows) for key in keys)

    def empty(self) -> str:
        return "No command is called so."

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        palette, ellipsis = here.palette, here.glyphs.ellipsis
        if row.item is None:
            return [(f" {row.data}", palette.accent)]
        match = row.data
        assert isinstance(match, Match)
        command = match.command
        # What sets a setting is no command of the table.
        usable = command.id in self._usable or not command.keys
        quiet = base if selected else palette.muted
        text = base if usable else quiet + Style(italic=True)
        room = min(self._keys, max(6, width // 4))
        keys = fit(self._written(command), room, ellipsis)
        ink = Style(bold=True, color=None if selected else palette.ink("accent"))
        after: list[Piece] = [(f"  {keys} ", base + ink)]
        lit = Style(bold=True, underline=True)
        name = fit(command.label, min(self._label, width - width_of(after) - 3) - _GAP, ellipsis) + " " * _GAP
        pieces: list[Piece] = [("   ", base), *_lit(name, match.places, text, lit)]
        room = width - width_of(pieces) - width_of(after)
        said = command.help if usable else NEEDS.get(command.needs, "not now")
        if width < _TOLD and usable:
            said = ""
        pieces += _lit(
            fit(said, room, ellipsis), match.said if said == command.help else (), quiet if usable else text, lit
        )
        return [*pieces, *after]


def _lit(text: str, places: Iterable[int], style: Style, lit: Style) -> list[Piece]:
    """The text with the characters at some places lit."""
    own = set(places)
    return (
        [(char, style + lit if place in own else style) for place, char in enumerate(text)] if own else [(text, style)]
    )


class PaletteScreen(Finder):
    """Finds a command of the screen below and runs it there."""

    SCOPE = "palette"

    def __init__(self, below: BaseScreen) -> None:
        super().__init__()
        self._below = below
        scopes = dict.fromkeys((*below.scopes, "app"))
        commands = [command for scope in scopes for command in by_scope(scope) if command.id != "app.palette"]
        self.usable = frozenset(command.id for command in commands if below.enabled(command))
        # What cannot be used now stands at the end, else in the order of the table.
        self.commands = sorted(commands, key=lambda command: command.id not in self.usable)
        self.found: list[Match] = []

    @cached_property
    def _values(self) -> dict[str, tuple[Option, Value]]:
        """What each setting can become, by the id of the row that does it. Offered where something was typed."""
        configured = cast("ReaderApp", self.app).configured
        found: dict[str, tuple[Option, Value]] = {}
        for option in OPTIONS:
            values: tuple[Value, ...] = (True, False) if isinstance(option.default, bool) else ()
            for value in values or configured.choices(option):
                if value != "":
                    found[f"{option.name}: {value if isinstance(value, str) else written(value)}"] = option, value
        return found

    @cached_property
    def _settings(self) -> list[Command]:
        return [
            Command(id, (), id, option.help.replace("`", ""), "settings") for id, (option, _) in self._values.items()
        ]

    def compose(self) -> ComposeResult:
        yield Prompt(":", "Find a command")
        yield CommandRows(self.usable)
        yield StatusLine()

    def on_mount(self) -> None:
        self.find("")

    def find(self, query: str) -> None:
        asked = bool(query.strip())
        found = matches(query, [*self.commands, *self._settings] if asked else self.commands)
        # Settings are gathered when there is something to find among them.
        usable = self.usable | self._values.keys() if asked else self.usable
        found.sort(key=lambda match: match.command.id not in usable)
        self.found = found
        self.rows.fill([Row(item, match) for item, match in enumerate(found)] if asked else self._grouped())
        self.prompt.say(f"{len(found)} command{'' if len(found) == 1 else 's'}")
        self.show_status()

    def _grouped(self) -> list[Row]:
        """All commands under the names of their scopes."""
        rows: list[Row] = []
        group = ""
        for item, match in enumerate(self.found):
            command = match.command
            name = SCOPES[command.scope] if command.id in self.usable else "Not now"
            if name != group:
                if rows:
                    rows.append(Row(None, ""))
                rows.append(Row(None, name))
                group = name
            rows.append(Row(item, match))
        return rows

    @property
    def command(self) -> Command | None:
        """The command under the cursor."""
        return self.found[self.rows.cursor].command if self.found else None

    def do_run(self) -> None:
        """Runs the command on the screen below."""
        command = self.command
        if command is None:
            return
        self.app.pop_screen()
        if command.id in self._values:
            said = cast("ReaderApp", self.app).configured.put(*self._values[command.id])
            self._below.say(safe(said) or f"Set {command.id}")
        else:
            self._below.run_command(command)

    def accept(self) -> None:
        self.do_run()

    def condition(self, name: str) -> bool:
        return bool(self.found) if name == "commands" else super().condition(name)
