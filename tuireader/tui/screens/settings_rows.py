"""The list of settings and of commands with their keys, and what is said of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.settings.commands import SCOPES, Command, by_scope
from tuireader.settings.complaint import Complaint
from tuireader.settings.config import Settings
from tuireader.settings.keys import shown
from tuireader.settings.options import OPTIONS, Option, Value, written
from tuireader.text.safe import line as safe
from tuireader.text.words import fold
from tuireader.tui.context import context
from tuireader.tui.mistakes import by_name, of_none
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

#: Stands before what is written wrong.
WRONG = "!"
_NAME = max(len(option.name) for option in OPTIONS) + 1
#: Below this width the origin of a value is told of the one under the cursor only.
_ORIGIN = 52
#: Lines at the foot, and on a low screen.
NOTE = 5
LOW = 3


Shown = Option | Command | Complaint


def rows(settings: Settings, words: str = "") -> list[Row]:
    """What was not understood, all settings, then all commands under the names of their scopes; of these those that
    answer some words."""
    parts: list[tuple[str, Sequence[Shown]]] = [("Not understood", of_none(settings.complaints)), ("Settings", OPTIONS)]
    parts += [(f"Keys: {name[0].lower()}{name[1:]}", by_scope(scope)) for scope, name in SCOPES.items()]
    wanted = fold(words).split()
    found: list[Row] = []
    item = 0
    for name, held in parts:
        left = [each for each in held if _answers(each, name, settings, wanted)]
        if left:
            found += [*([Row(None, "")] if found else []), Row(None, name)]
        found += [Row(at, each) for at, each in enumerate(left, item)]
        item += len(left)
    return found


def _answers(shown_: Shown, part: str, settings: Settings, wanted: Sequence[str]) -> bool:
    """Whether every word stands in what the list says of a row, or in the help; the name of its part counts."""
    if not wanted:
        return True
    if isinstance(shown_, Option):
        said = f"{shown_.name} {said_of(shown_, settings)} {shown_.help}"
    elif isinstance(shown_, Command):
        keys = " ".join(shown(key) for key in settings.keys_for(shown_.id))
        said = f"{keys} {shown_.id} {shown_.label} {shown_.help}"
    else:
        said = str(shown_)
    folded = fold(f"{part} {said}")
    return all(word in folded for word in wanted)


class SettingRows(RowList):
    """Settings with their value, and where that is from; commands with their keys."""

    def empty(self) -> str:
        return "No setting and no command answers that"

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        palette = context(self).palette
        if isinstance(row.data, Complaint):
            text = fit(safe(about(row.data)), width - 4, context(self).glyphs.ellipsis)
            return [(f" {WRONG} ", base if selected else palette.warning), (text, base), (" ", base)]
        if isinstance(row.data, Option):
            return self._option(row.data, width, base, selected)
        if isinstance(row.data, Command):
            return self._command(row.data, width, base, selected)
        return [(f" {row.data}", palette.accent)]

    def _option(self, option: Option, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        value = said_of(option, here.settings)
        origin = safe(str(here.settings.origins.get(option.name, "default")))
        if option.name == "theme" and not here.settings.theme:
            chosen = here.session.library.get("theme", "") == here.palette.theme.name
            value, origin = here.palette.theme.name, "chosen last" if chosen else "default"
        wrong = by_name(here.settings.complaints).get(option.name)
        if wrong is not None:
            origin = f"a mistake, line {wrong.line}" if wrong.line else "a mistake"
        quiet = base if selected else here.palette.muted
        changed = option.name in here.settings.origins
        after: list[Piece] = [(f"  {origin} ", quiet)] if width >= _ORIGIN else []
        sign = self._mark(changed, wrong is not None, base, selected)
        lead: list[Piece] = [sign, (fit(option.name, _NAME, here.glyphs.ellipsis), base)]
        room = width - width_of(lead) - width_of(after)
        return [*lead, (fit(value, room, here.glyphs.ellipsis), base + Style(bold=True)), *after]

    def _command(self, command: Command, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        keys = "  ".join(shown(key, here.glyphs.arrows) for key in here.settings.keys_for(command.id)) or "no key"
        changed = f"keys.{command.id}" in here.settings.origins
        room = min(20, width // 3)
        lead: list[Piece] = [self._mark(changed, command.id in by_name(here.settings.complaints), base, selected)]
        middle: list[Piece] = [(fit(keys, room, here.glyphs.ellipsis), base + Style(bold=True)), ("  ", base)]
        quiet = base if selected else here.palette.muted
        words = fit(command.help, width - width_of(lead) - room - 3, here.glyphs.ellipsis)
        return [*lead, *middle, (words, quiet), (" ", base)]

    def _mark(self, changed: bool, wrong: bool, base: Style, selected: bool) -> Piece:
        """A mark for what is not as it came, and one for what is written wrong in the file."""
        here = context(self)
        if wrong:
            return f" {WRONG} ", base if selected else here.palette.warning
        return f" {here.glyphs.marked if changed else ' '} ", base


def said_of(option: Option, settings: Settings) -> str:
    """The value of a setting as the list shows it."""
    value: Value = getattr(settings, option.name)
    if value == "" and option.unset:
        return "none"
    return safe(value if isinstance(value, str) else written(value))


def about(complaint: Complaint) -> str:
    """A mistake without its file, which stands over the list."""
    place = f"line {complaint.line}: " if complaint.line else ""
    return f"{place}{complaint.key}: {complaint.message}" if complaint.key else f"{place}{complaint.message}"


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
