"""``paths``, ``themes``, ``keys``, ``settings`` and ``completion``: what the program knows of itself, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.printing import printed

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.settings.config import Settings


def print_paths(asked: Namespace) -> int:
    """Where everything is. Returns the exit status."""
    from tuireader.report.settings import path_lines
    from tuireader.settings import paths

    found = paths.describe(paths.find())
    return printed(asked, lambda: {"paths": dict(found)}, lambda *page: path_lines(found, *page))


def print_themes(asked: Namespace) -> int:
    """The themes there are; what is wrong with them on standard error. Returns the exit status."""
    from tuireader.output import complain
    from tuireader.report.settings import theme_lines, theme_rows
    from tuireader.settings import paths, themes
    from tuireader.settings.legible import weak

    found, complaints = themes.available(paths.find())
    for complaint in complaints:
        complain(str(complaint))
    for theme in found.values():
        for said in weak(theme):
            complain(f"theme {theme.name}: {said}")
    return printed(asked, lambda: {"themes": theme_rows(found)}, lambda *page: theme_lines(found, *page))


def print_keys(asked: Namespace) -> int:
    """Every command of the reader and its keys. Returns the exit status."""
    from tuireader.report.settings import key_lines, key_rows

    settings = _settings_in_use(preset=asked.preset)
    return printed(asked, lambda: {"keys": key_rows(settings)}, lambda *page: key_lines(settings, *page))


def print_settings(asked: Namespace) -> int:
    """Every setting, what it is and where that is from. Returns the exit status."""
    from tuireader.report.settings import setting_lines, setting_rows

    settings = _settings_in_use()
    return printed(asked, lambda: {"settings": setting_rows(settings)}, lambda *page: setting_lines(settings, *page))


def _settings_in_use(**flags: str) -> Settings:
    """The settings that hold, what is wrong with them told."""
    from tuireader.output import complain
    from tuireader.settings import config, paths

    settings = config.load(paths.find().config_file, flags=flags)
    for complaint in settings.complaints:
        complain(str(complaint))
    return settings


def print_completion(asked: Namespace) -> int:
    """The script that completes a call in a shell. Returns the exit status."""
    from tuireader.arguments import completion
    from tuireader.output import write

    write(completion(asked.shell).splitlines(), pager=False)
    return 0
