"""``tuireader doctor``: what it found of terminal, machine and settings, to be read or sent with a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace


def examined(asked: Namespace) -> int:
    """Prints what was found, and at the end what is wrong. Changes nothing. Returns the exit status."""
    from tuireader.printing import printed
    from tuireader.report.doctor import lines

    form = findings()
    asked.pager = False
    return printed(asked, lambda: {"doctor": form}, lambda *page: lines(form, *page))


def findings() -> dict[str, Any]:
    """All that was found, as plain data (``docs/json.md``). No title of an article is in it, and no address."""
    import os

    from tuireader.doctor import advice, machine, terminal
    from tuireader.settings import config, paths
    from tuireader.tui import glyphs
    from tuireader.tui.terminal import asking, examining, within

    environ = os.environ
    found = paths.find()
    settings = config.load(found.config_file)
    seen = examining.examine(environ, asking.patience(far=config.remote()))
    unicode = settings.unicode()
    chosen = glyphs.choose(unicode=unicode, term=environ.get("TERM", ""))
    form: dict[str, Any] = {
        "versions": machine.versions(),
        "terminal": terminal.terminal(environ, seen, within.tmux(environ)),
        "colours": terminal.colours(environ, seen.said),
        "display": terminal.display(environ, settings.display),
        "abilities": terminal.can(environ, seen.said),
        "protocols": terminal.protocols(seen.said),
        "locale": machine.locale(environ),
        "glyphs": {"set": glyphs.name(chosen), "why": _why(settings.glyphs, glyphs.name(chosen))},
        "variables": terminal.variables(environ),
        "settings": {name: getattr(settings, name) for name in settings.origins if _has_value(name)},
        "theme": settings.theme or None,
        "paths": machine.places(found),
        "extras": machine.extra_packages(),
    }
    form["wrong"] = advice.wrong(environ, form, len(settings.complaints))
    return form


def _has_value(setting: str) -> bool:
    """Whether it is told with its value: keys are too many, and the theme is told where none is set as well."""
    return not setting.startswith("keys.") and setting != "theme"


def _why(setting: str, name: str) -> str:
    """What decided about the marks."""
    if name == "console":
        return "the font of such a terminal"
    return "the locale" if setting == "auto" else "the settings"
