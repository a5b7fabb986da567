"""Names on the command line to files: folders are walked, patterns filled in, odd files refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_DATA = """
    .ann .bib .c .cfg .conf .cpp .css .csv .go .h .htm .html .ini .java .js .json .jsonl .lock .log .ndjson .opml .py
    .rs .sh .srt .svg .tex .toml .ts .tsv .vtt .xhtml .xml .yaml .yml
"""
#: Files of a folder that hold data, markup or code: opened only where they are named themselves.
SKIPPED = frozenset(_DATA.split())


class File(NamedTuple):
    """A file to be read. ``named`` says whether the user named it, rather than a folder it lies in."""

    path: str
    named: bool


class Trouble(NamedTuple):
    """A name that leads to no file, and why."""

    path: str
    reason: str


def find(name: str) -> Iterator[File | Trouble]:
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


def _pattern(name: str) -> Iterator[File | Trouble]:
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


def _folder(root: str) -> Iterator[File | Trouble]:
    opened = links = 0
    skipped: list[str] = []
    for found, link in _walk(root):
        if isinstance(found, Trouble):
            yield found
        elif link:
            links += 1
        elif (suffix := Path(found).suffix.lower()) in SKIPPED:
            skipped.append(suffix)
        else:
            opened += 1
            yield File(found, False)
    if links:
        yield Trouble(root, f"{_count(links, 'link')} out of the folder not followed")
    if skipped and not opened:
        kinds = ", ".join(sorted(set(skipped))[:5])
        yield Trouble(root, f"no articles in this folder, only data or markup ({kinds}); name such a file to open it")
    elif not opened and not links:
        yield Trouble(root, "no articles in this folder")


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


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
    return (error.strerror or "cannot be read").lower()


def read(path: str, cap: int) -> bytes:
    """The bytes of a regular file of up to ``cap`` bytes. Raises OSError; ValueError says why one is refused."""
    # Not to wait for a writer where the path is a pipe: it is refused below.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise ValueError("not a regular file; use - to read from a pipe")
        if info.st_size > cap:
            raise ValueError(f"{info.st_size / 1e6:.1f} MB, more than the {cap / 1e6:g} MB a text may have")
        return file.read(cap)
