"""Names on the command line to files: folders are walked, patterns filled in, odd files refused."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tuireader.sources.passing import CODE

#: What is said of pipes, devices and sockets, and of links that lead to themselves.
NOT_REGULAR = "not a regular file; use - to read from a pipe"
CIRCLE = "a link that leads back to itself"


class File(NamedTuple):
    """A file to be read. ``named`` says whether the user named it, rather than a folder it lies in."""

    path: str
    named: bool


class Skipped(NamedTuple):
    """A file of a folder that holds code or settings: opened only where it is named itself."""

    path: str


class Links(NamedTuple):
    """The end of a folder: how many links lead out of it. They are not followed."""

    out: int


class Trouble(NamedTuple):
    """A name that leads to no file, and why."""

    path: str
    reason: str


Finding = File | Skipped | Links | Trouble


def find(name: str) -> Iterator[Finding]:
    """The files that ``name`` stands for: itself, the files of a folder in order, or those that fit a pattern."""
    path = Path(name)
    if _is_folder(path):
        yield from _folder(name)
    elif os.path.lexists(path) or not any(char in name for char in "*?["):
        yield File(name, True)
    else:
        yield from _pattern(name)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _pattern(name: str) -> Iterator[Finding]:
    from glob import glob

    # Not Path.glob: this one leaves hidden files out, as shells do.
    found = sorted(glob(name, recursive=True))  # noqa: PTH207
    if not found:
        yield Trouble(name, "no file fits this pattern")
    for path in found:
        if not _is_folder(Path(path)):
            yield File(path, True)
        elif "**" not in name:
            yield from _folder(path)


def _folder(root: str) -> Iterator[Finding]:
    links = 0
    for found, link in _walk(root):
        if isinstance(found, Trouble):
            yield found
        elif link:
            links += 1
        elif Path(found).suffix.lower() in CODE:
            yield Skipped(found)
        else:
            yield File(found, False)
    yield Links(links)


def _walk(root: str) -> Iterator[tuple[str | Trouble, bool]]:
    """Files under ``root`` by name, hidden ones left out, and whether each is a link out of it."""
    real = Path(root).resolve()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                rows = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Trouble(folder, reason(error)), False
            continue
        folders: list[str] = []
        for entry in rows:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                inside = _inside(entry.path, real)
                if inside is not None:
                    yield entry.path, not inside
            elif entry.is_dir():
                folders.append(entry.path)
            elif entry.is_file():
                yield entry.path, False
        waiting.extend(reversed(folders))


def _inside(link: str, root: Path) -> bool | None:
    """Whether a link leads to a file under ``root``; None where it leads to no file, or to a folder under it."""
    try:
        target = Path(link).resolve()
        if not target.is_relative_to(root):
            return False
        return True if target.is_file() else None
    except (OSError, RuntimeError):
        return None


def reason(error: OSError) -> str:
    """What the system says, in words for a user."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    if error.errno == errno.ENXIO:
        return NOT_REGULAR
    if error.errno == errno.ELOOP:
        return CIRCLE
    return (error.strerror or "cannot be read").lower()
