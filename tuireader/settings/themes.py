"""The themes there are: the shipped ones, and the user's own laid over them."""

from __future__ import annotations

import os
from pathlib import Path

from tuireader.article import TuireaderError
from tuireader.settings import themefile
from tuireader.settings.complaint import Complaint, nearest, quoted
from tuireader.settings.config import DEFAULT_THEME
from tuireader.settings.paths import Paths
from tuireader.settings.theme import FALLBACK, Theme


class BadTheme(TuireaderError):
    """A theme file that cannot be used. The message is the first of ``complaints``."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(str(complaints[0]))
        self.complaints = complaints


def load(file: Path) -> Theme:
    """The theme in a file. Raises BadTheme, which says file, line, key and what would be right."""
    answer = themefile.read(file)
    if isinstance(answer, list):
        raise BadTheme(answer)
    return answer


def available(paths: Paths) -> tuple[dict[str, Theme], list[Complaint]]:
    """All themes by name, the user's own instead of shipped ones of the same name, and what is wrong with the rest.

    Shipped themes come first, dark before light, then the user's, each in the order of their names.
    """
    themes: dict[str, Theme] = {}
    complaints: list[Complaint] = []
    for folder in (paths.shipped_themes, paths.themes):
        here: dict[str, Path] = {}
        found: list[Theme] = []
        for file in _files(folder):
            answer = themefile.read(file)
            if isinstance(answer, list):
                complaints += answer
            elif answer.name in here:
                message = f"{quoted(answer.name)} is already the name of {here[answer.name].name}"
                complaints.append(Complaint(file, "name", None, message))
            else:
                here[answer.name] = file
                found.append(answer)
        found.sort(key=lambda theme: (theme.ansi, not theme.dark, theme.name != DEFAULT_THEME, theme.name))
        themes |= {theme.name: theme for theme in found}
    return themes, complaints


def find(name: str, paths: Paths) -> tuple[Theme, list[Complaint]]:
    """The theme of this name, read alone where its file bears its name; the default one where there is none.

    Never raises. An empty name asks for the default.
    """
    wanted = name or DEFAULT_THEME
    complaints: list[Complaint] = []
    for folder in (paths.themes, paths.shipped_themes):
        file = folder / f"{wanted}.toml"
        # Path.is_file raises where a folder may not be entered.
        if themefile.NAME.fullmatch(wanted) and os.path.isfile(file):  # noqa: PTH113
            answer = themefile.read(file)
            if isinstance(answer, list):
                complaints += answer
            elif answer.name == wanted:
                return answer, complaints
    themes, complaints = available(paths)
    if wanted in themes:
        return themes[wanted], complaints
    if not any(complaint.file.stem == wanted for complaint in complaints):
        message = f"there is no theme {quoted(wanted)}{nearest(wanted, themes)}; `tuireader themes` lists them"
        complaints.append(Complaint(paths.config_file, "theme", None, message))
    return themes.get(DEFAULT_THEME, FALLBACK), complaints


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))
    except OSError:
        return []
