"""Completing a path as shells do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from tuireader.text.safe import clean


class Completed(NamedTuple):
    """A path as far as it is certain, and the names it may be: one where it is complete, none where nothing fits."""

    typed: str
    choices: tuple[str, ...]


def completed(typed: str) -> Completed:
    """Completes the last name of a path. ``~`` stays as it is typed; a folder gets a slash after it.

    A name that could steer a terminal cannot be typed either: the folder it lies in can be named.
    """
    beginning = typed.rpartition("/")[2]
    start = typed[: len(typed) - len(beginning)]
    if typed == "~":
        return Completed("~/", ("~/",))
    try:
        with os.scandir(Path(start or ".").expanduser()) as entries:
            names = [
                entry.name + "/" * _is_folder(entry)
                for entry in entries
                if entry.name.startswith(beginning)
                and (beginning.startswith(".") or not entry.name.startswith("."))
                and entry.name.isprintable()
                and clean(entry.name) == entry.name
            ]
    except (OSError, ValueError, RuntimeError):
        return Completed(typed, ())
    names.sort()
    if not names:
        return Completed(typed, ())
    return Completed(start + _begin_alike(names), tuple(names))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _begin_alike(names: list[str]) -> str:
    """What sorted names begin with, all of them."""
    first, last = names[0], names[-1]
    same = next((at for at in range(min(len(first), len(last))) if first[at] != last[at]), min(len(first), len(last)))
    return first[:same]
