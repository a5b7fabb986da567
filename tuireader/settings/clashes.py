"""Keys that two commands want at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tuireader.settings.commands import by_scope
from tuireader.settings.scopes import OVER, WITH


@dataclass(frozen=True, slots=True)
class Clash:
    """One key that two commands want in one place."""

    scope: str
    key: str
    first: str
    second: str


def clashes(keys_for: Callable[[str], tuple[str, ...]] | None = None) -> list[Clash]:
    """The keys that two commands want at once, in the order of the table.

    ``keys_for`` gives the keys of a command id where they differ from the table. Two commands clash where their
    scopes are the same or hold at the same time (``WITH``), unless one lies over the other (``OVER``).
    """
    found: list[Clash] = []
    seen: set[tuple[str, str, str]] = set()
    for scope, others in WITH.items():
        taken: dict[str, str] = {}
        for place in (scope,) if scope in OVER else (*reversed(others), scope):
            for command in by_scope(place):
                for key in keys_for(command.id) if keys_for else command.keys:
                    first = taken.setdefault(key, command.id)
                    if first != command.id and (key, first, command.id) not in seen:
                        seen.add((key, first, command.id))
                        found.append(Clash(scope, key, first, command.id))
    return found
