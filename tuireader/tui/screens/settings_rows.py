"""The list of settings and of commands with their keys, and what is said of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.settings.commands import SCOPES, Command, by_scope
from tuireader.settings.keys import shown
from tuireader.settings.options import OPTIONS, Option, Value, written
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

_NAME = 16
#: Below this width the origin of a value is told of the one under the cursor only.
_ORIGIN = 52
#: Lines at the foot, and on a low screen.
NOTE = 5
LOW = 3


def rows() -> list[Row]:
    """All settings, then all commands under the names of their scopes."""
    found: list[Row] = [Row(None, "Settings"), *(Row(item, option) for item, option in enumerate(OPTIONS))]
    item = len(OPTIONS)
    for scope, name in SCOPES.items():
        commands = by_scope(scope)
        if commands:
            found += [Row(None, ""), Row(None, f"Keys: {name[0].lower()}{name[1:]}")]
        for command in commands:
            found.append(Row(item, command))
            item += 1
    return found


class SettingRows(RowList):
    """Settings with their value, and where that is from; commands with their keys."""

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        palette = context(self).palette
        if isinstance(row.data, Option):
            return self._option(row.data, width, base, selected)
        if isinstance(row.data, Command):
            return self._command(row.data, width, base, selected)
        return [(f" {row.data}", palette.accent)]

    def _option(self, option: Option, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        value = said(option, here.settings)
        origin = safe(str(here.settings.origins.get(option.name, "default")))
        if option.name == "theme" and not here.settings.theme:
            value, origin = here.palette.theme.name, "chosen last"
        quiet = base if selected else here.palette.muted
        changed = option.name in here.settings.origins
        after: list[Piece] = [(f"  {origin} ", quiet)] if width >= _ORIGIN else []
        lead: list[Piece] = [(f" {self._mark(changed)} ", base), (fit(option.name, _NAME, here.glyphs.ellipsis), base)]
        room = width - width_of(lead) - width_of(after)
        return [*lead, (fit(value, room, here.glyphs.ellipsis), base + Style(bold=True)), *after]

    def _command(self, command: Command, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        keys = "  ".join(shown(key, here.glyphs.arrows) for key in here.settings.keys_for(command.id)) or "no key"
        changed = f"keys.{command.id}" in here.settings.origins
        room = min(20, width // 3)
        lead: list[Piece] = [(f" {self._mark(changed)} ", base)]
        middle: list[Piece] = [(fit(keys, room, here.glyphs.ellipsis), base + Style(bold=True)), ("  ", base)]
        quiet = base if selected else here.palette.muted
        words = fit(command.help, width - width_of(lead) - room - 3, here.glyphs.ellipsis)
        return [*lead, *middle, (words, quiet), (" ", base)]

    def _mark(self, changed: bool) -> str:
        """A mark for what is not as it came."""
        return context(self).glyphs.marked if changed else " "


def said(option: Option, settings: object) -> str:
    """The value of a setting as the list shows it."""
    value: Value = getattr(settings, option.name)
    if value == "" and option.unset:
        return "none"
    return safe(value if isinstance(value, str) else written(value))


class SettingNote(Widget):
    """What the setting or the command under the cursor does, what it may be, and where its value is from."""

    DEFAULT_CSS = f"SettingNote {{ height: {NOTE + 1}; }}"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()

    def say(self, *lines: str) -> None:
        """Shows these lines, wrapped."""
        if lines != self._said:
            self._said = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette, width = here.palette, self.size.width
        if y == 0:
            return strip_of([(here.glyphs.rule * width, palette.rule)], width, palette.text)
        room = max(1, width - 4)
        told = [(text[start:end], first) for first, text in enumerate(self._said) for start, end in wrap(text, room)]
        if y > len(told):
            return strip_of([], width, palette.text)
        text, first = told[y - 1]
        return strip_of([(f"  {text}", palette.muted if first else palette.text)], width, palette.text)
