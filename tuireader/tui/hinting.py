"""Which keys the status line tells, and how many of them there is room for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from tuireader.settings.commands import Command, by_scope, get
from tuireader.settings.scopes import OVER
from tuireader.tui.pieces import shortened, width_of

Pen = TypeVar("Pen")

#: Commands of a screen that its status line tells after those of everywhere. Who knows "next" finds "previous"; on 80
#: columns the views would have no room.
LATER: Mapping[str, frozenset[str]] = {
    "compare": frozenset(("compare.previous_passage", "compare.explain", "hits.previous_hit"))
}


def hints(
    scopes: Sequence[str],
    keys_for: Callable[[str], Sequence[str]],
    hinted: Callable[[Command], bool],
    key_text: Callable[[str], str],
    later: Collection[str] = (),
) -> list[tuple[str, str]]:
    """The keys of the nearest of these scopes, those of everywhere, help last, each with what it does.

    ``keys_for`` gives the keys of a command by its id, ``hinted`` says whether one is told, ``key_text`` how a key is
    written. The commands ``later`` come after the others.
    """
    found = []
    # What lies over another scope for a while is told first.
    own = sorted(scopes[:2], key=lambda scope: scope not in OVER) if OVER.intersection(scopes[:2]) else scopes[:1]
    # A key that a nearer scope has does not do what it does in a farther one.
    meant: dict[str, str] = {}
    for command in (each for scope in scopes for each in by_scope(scope)):
        for key in keys_for(command.id):
            meant.setdefault(key, command.id)
    told = [each for scope in (*own, "app") for each in by_scope(scope)]
    for command in sorted(told, key=lambda each: each.id in later):
        keys = [key for key in keys_for(command.id) if meant.get(key, command.id) == command.id]
        if keys and hinted(command):
            found.append((key_text(keys[0]), command.label))
    help_ = get("app.help")
    hint = (key_text(next(iter(keys_for(help_.id)), "")), help_.label)
    return [*(each for each in found if each != hint), hint] if hint[0] else found


def status(
    left: list[tuple[str, Pen]], keys: Sequence[tuple[str, str]], width: int, key: Pen, rest: Pen, ellipsis: str
) -> tuple[list[tuple[str, Pen]], list[tuple[str, Pen]]]:
    """What a status line has at its left and at its right end: as many keys as there is room for, the last of them in
    any case. ``key`` draws keys, ``rest`` what they do."""
    left = shortened([(" ", rest), *left], width, ellipsis)
    right: list[tuple[str, Pen]] = []
    told = [[(name, key), (f" {label}  ", rest)] for name, label in keys]
    # The last hint is the way to all the others: room is kept for it.
    last = told.pop() if told else []
    room = width - width_of(left) - 1 - width_of(last)
    for hint in told:
        if width_of(right) + width_of(hint) > room:
            break
        right += hint
    if room >= 0:
        right += last
    if right:
        right[-1] = (right[-1][0].rstrip() + " ", rest)
    return left, right
