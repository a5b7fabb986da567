"""``paths``, ``themes``, ``keys`` and ``settings``: what settings say, as text and as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, fitted, hang
from tuireader.text.safe import line

if TYPE_CHECKING:
    from tuireader.settings.config import Settings
    from tuireader.settings.theme import Theme


def path_lines(found: Sequence[tuple[str, str]], width: int, ink: Ink) -> list[str]:
    """One line a path. Paths are never cut, so that they can be copied."""
    del width
    widest = max((cells(name) for name, _ in found), default=0)
    return [ink.draw([Run(fitted(name, widest), "dim"), Run("  " + line(path))]) for name, path in found]


def theme_rows(found: Mapping[str, Theme]) -> list[dict[str, Any]]:
    """Name, label and kind of each theme, and what it is for."""
    return [
        {"name": theme.name, "label": theme.label, "dark": theme.dark, "ansi": theme.ansi, "about": theme.about}
        for theme in found.values()
    ]


def theme_lines(found: Mapping[str, Theme], width: int, ink: Ink) -> list[str]:
    """One line a theme."""
    widest = max((cells(line(name)) for name in found), default=0)
    lines = []
    for theme in found.values():
        kind = "the terminal's own colours, " * theme.ansi + ("dark" if theme.dark else "light")
        head = Run(fitted(line(theme.name), widest), "number")
        about = Run(f" {line(theme.about)}" if theme.about else "")
        told = [Run(line(theme.label), "bold"), Run(f" ({kind})", "dim"), about]
        lines += [ink.draw(each) for each in hang(head, told, width, widest + 2)]
    return lines


def key_rows(settings: Settings) -> list[dict[str, Any]]:
    """Id, keys and help of each command, with the keys the user chose."""
    from tuireader.settings.commands import COMMANDS

    return [
        {
            "command": command.id,
            "scope": command.scope,
            "keys": list(settings.keys_for(command.id)),
            "help": command.help,
            "counts": command.counts,
        }
        for command in COMMANDS
    ]


def key_lines(settings: Settings, width: int, ink: Ink) -> list[str]:
    """The commands under the screens they hold on: keys as typed, id for the config file, help."""
    from tuireader.settings.commands import COMMANDS, SCOPES, Command, by_scope
    from tuireader.settings.keys import shown

    def written(command: Command) -> str:
        return ", ".join(shown(key, arrows=ink.unicode) for key in settings.keys_for(command.id))

    lines: list[str] = []
    widest = max(14, min(22, max(cells(written(command)) for command in COMMANDS)))
    for scope, title in SCOPES.items():
        rows = [(written(command), command) for command in by_scope(scope)]
        if not rows:
            continue
        lines += ["", ink.paint(title, "bold")]
        for keys, command in rows:
            head = Run(fitted(keys, widest) + "  " + fitted(command.id, 24), "number")
            lines += [ink.draw(each) for each in hang(head, [Run(command.help)], width, widest + 28)]
    return lines[1:]


def setting_rows(settings: Settings) -> list[dict[str, Any]]:
    """Name, value, default and origin of each setting, what it may be, and what it does."""
    from tuireader.settings.options import OPTIONS

    rows = []
    for option in OPTIONS:
        origin = settings.origins.get(option.name)
        rows.append(
            {
                "name": option.name,
                "value": getattr(settings, option.name),
                "default": option.default,
                "origin": origin.kind if origin else "default",
                "place": str(origin) if origin else None,
                "allowed": list(option.choices) or option.allowed,
                "help": option.help,
            }
        )
    return rows


def setting_lines(settings: Settings, width: int, ink: Ink) -> list[str]:
    """One setting under the other: name, value, where that is from; what it does, and what it may be."""
    from tuireader.settings.options import OPTIONS, written

    widest = max(len(option.name) for option in OPTIONS)
    lines: list[str] = []
    for option in OPTIONS:
        origin = settings.origins.get(option.name)
        value = line(written(getattr(settings, option.name))) if getattr(settings, option.name) != "" else "not set"
        head = Run(fitted(option.name, widest), "number")
        where = Run(f" ({line(str(origin)) if origin else 'default'})", "dim")
        lines += [ink.draw(each) for each in hang(head, [Run(value, "bold"), where], width, widest + 2)]
        said = f"{option.help.replace('`', '')} It is {option.allowed}."
        lines += [ink.draw(each) for each in hang(Run(" " * widest), [Run(said)], width, widest + 2)]
    changed = sum(1 for name in settings.origins if name.startswith("keys."))
    if changed:
        lines += ["", f"{changed} command{'s have' if changed > 1 else ' has'} other keys: tuireader keys"]
    return lines
