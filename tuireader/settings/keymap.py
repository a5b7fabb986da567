"""The ``[keys]`` table of config.toml: the user's keys, laid over the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tuireader.settings.clashes import clashes
from tuireader.settings.commands import COMMANDS, TYPED, get
from tuireader.settings.complaint import nearest, quoted
from tuireader.settings.keys import TAKEN, BadKey, canonical, types_something
from tuireader.settings.presets import keys_of

#: What a user would be lost without: these keep at least one key.
NEEDED = ("app.back", "app.quit")

Complain = Callable[[str, str], None]


def read(table: Mapping[str, Any], complain: Complain, preset: str = "default") -> dict[str, tuple[str, ...]]:
    """The keys of each command the table changes. ``complain(key, message)`` is called for every mistake.

    A key that is wrong is left out; where none of a command's keys is left, its own ones hold. An empty list takes
    all keys from a command.
    """
    known = {command.id for command in COMMANDS}
    keymap: dict[str, tuple[str, ...]] = {}
    for id, value in _flat(table):
        if id not in known:
            complain(f"keys.{id}", f"there is no such command{nearest(id, sorted(known))}; `tuireader keys` lists them")
            continue
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            complain(f"keys.{id}", f'must be a key or a list of keys, such as "n" or ["n", "tab"], not {quoted(value)}')
            continue
        if not names and id in NEEDED:
            complain(f"keys.{id}", "must keep a key")
            continue
        keys = _keys(id, names, complain)
        if keys or not names:
            keymap[id] = tuple(dict.fromkeys(keys))
    return _without_clashes(keymap, complain, preset)


def _keys(id: str, names: list[str], complain: Complain) -> list[str]:
    keys: list[str] = []
    for name in names:
        try:
            key = canonical(name)
        except BadKey as error:
            complain(f"keys.{id}", str(error))
            continue
        line = TYPED.get(id.partition(".")[0])
        if line and types_something(key):
            complain(f"keys.{id}", f"{quoted(name)} is typed into {line}; choose a key that types nothing")
            continue
        if key in TAKEN:
            complain(f"keys.{id}", f"{quoted(key)} may not arrive: {TAKEN[key]}; it is bound all the same")
        keys.append(key)
    return keys


def _flat(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """``library.select = "x"``, ``"library.select" = "x"`` and ``[keys.library]`` with ``mark = "x"`` are one thing."""
    rows: list[tuple[str, Any]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            rows += [(f"{name}.{verb}", keys) for verb, keys in value.items()]
        else:
            rows.append((name, value))
    return rows


def _without_clashes(keymap: dict[str, tuple[str, ...]], complain: Complain, preset: str) -> dict[str, tuple[str, ...]]:
    """Drops the user's keys that another command holds. It ends, because table and presets have no clash."""
    base = keys_of(preset)
    while found := clashes(lambda id: keymap[id] if id in keymap else base.get(id, get(id).keys)):
        clash = found[0]
        loser, winner = clash.second, clash.first
        if loser not in keymap:
            loser, winner = winner, loser
        complain(
            f"keys.{loser}",
            f"{quoted(clash.key)} is already a key of {winner}; choose another, or give that command another too",
        )
        left = tuple(key for key in keymap[loser] if key != clash.key)
        if left:
            keymap[loser] = left
        else:
            del keymap[loser]
    return keymap
