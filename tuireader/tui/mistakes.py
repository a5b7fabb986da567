"""Mistakes in the files of the settings: how they are told, and which setting or command each belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from tuireader.settings.commands import COMMANDS
from tuireader.settings.complaint import Complaint, summed
from tuireader.settings.config import Settings
from tuireader.settings.keys import shown
from tuireader.settings.options import OPTIONS


def told(complaints: Iterable[Complaint], settings: Settings, themes: Iterable[Complaint] = ()) -> str:
    """What is wrong, a line for each file; of several mistakes of the settings which key shows them. Empty for none.

    ``themes`` are mistakes in the files of themes: those stand in no list.
    """
    keys = settings.keys_for("app.settings")
    lines = summed(complaints, f"`{shown(keys[0])}` shows them") if keys else summed(complaints)
    return "\n".join((*lines, *summed(themes, "`tuireader themes` names them")))


def by_name(complaints: Iterable[Complaint]) -> dict[str, Complaint]:
    """The first mistake of each setting, by its name, and of each command, by its id."""
    variables = {option.variable: option.name for option in OPTIONS}
    names = {option.name: option.name for option in OPTIONS} | {f"keys.{each.id}": each.id for each in COMMANDS}
    found: dict[str, Complaint] = {}
    for each in complaints:
        name = names.get(each.key) if each.key else variables.get(str(each.file))
        if name:
            found.setdefault(name, each)
    return found


def of_none(complaints: Iterable[Complaint]) -> list[Complaint]:
    """The mistakes that belong to no setting and no command: names that there are not, a file that cannot be read."""
    return [each for each in complaints if not by_name((each,))]
