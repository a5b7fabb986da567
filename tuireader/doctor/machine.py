"""What the doctor says of the machine: versions, extras, paths, the locale."""

from __future__ import annotations

import os
import platform
import shlex
import sqlite3
import sys
from collections.abc import Mapping
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tuireader import __version__
from tuireader.settings import paths
from tuireader.settings.locale import variable
from tuireader.sources import extras

_PACKAGES = ("textual", "rich", "rapidfuzz", "platformdirs")
_EXTRAS = ("html", "feeds", "pdf", "warc", "web", "big")
#: The module of a package, where it has another name.
_MODULES = {"lxml-html-clean": "lxml_html_clean"}


def versions() -> dict[str, str | None]:
    """The versions of what takes part; None for what is not there."""
    found: dict[str, str | None] = {
        "tuireader": __version__,
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": f"{platform.system()} {platform.release()}",
        "SQLite": sqlite3.sqlite_version,
        "curses": "there" if find_spec("_curses") else None,
    }
    return found | {name: _version(name) for name in _PACKAGES}


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def extra_packages() -> list[dict[str, Any]]:
    """Each extra, whether all its packages are there, and the command that adds what is missing."""
    rows = []
    for name in _EXTRAS:
        wanted = extras.requirements(name)
        missing = [each for each in wanted if not _there(extras.name_of(each))]
        rows.append(
            {"name": name, "has": not missing, "command": _shortened(extras.command(missing)) if missing else None}
        )
    return rows


def _there(package: str) -> bool:
    try:
        return find_spec(_MODULES.get(package, package)) is not None
    except (ImportError, ValueError):
        return False


def places(found: paths.Paths) -> list[dict[str, Any]]:
    """Each path the program knows: what it is for, where (None for in no home folder), whether it is there, can be
    written, and its bytes."""
    rows = []
    for name, path in paths.describe(found):
        place = Path(path)
        bundled = name.startswith("bundled")
        rows.append(
            {
                "name": name,
                "path": None if paths.is_nowhere(place) else short(path),
                "exists": _exists(place),
                "writable": None if bundled else _writable(place),
                "bytes": _bytes(place),
            }
        )
    return rows


def short(path: str, home: str = "") -> str:
    """A path without the name of whoever reads here: what is told is often sent to somebody."""
    home = (home or os.environ.get("HOME", "")).rstrip("/")
    return "~" + path[len(home) :] if home and (path == home or path.startswith(home + "/")) else path


def _shortened(command: str) -> str:
    """A command with this interpreter in it, whose path is shortened so that a shell still finds it."""
    python = short(sys.executable)
    typed = f"~/{shlex.quote(python[2:])}" if python.startswith("~/") else shlex.quote(python)
    return command.replace(shlex.quote(sys.executable), typed)


def _writable(place: Path) -> bool:
    """Whether it can be written, or made where it is not there."""
    if paths.is_nowhere(place):
        return False
    for each in (place, *place.parents):
        if _exists(each):
            return os.access(each, os.W_OK)
    return False


def _exists(place: Path) -> bool:
    """Whether it is there, as far as this user may know."""
    return os.path.exists(place)  # noqa: PTH110  # Path.exists raises where a folder may not be entered


def _bytes(place: Path) -> int | None:
    try:
        return place.stat().st_size if place.is_file() else None
    except OSError:
        return None


def locale(environ: Mapping[str, str]) -> dict[str, Any]:
    """The encoding of the output, and the variable that decides about the locale."""
    decides = variable(environ) or None
    return {
        "encoding": sys.stdout.encoding if sys.stdout is not None else None,
        "variable": decides,
        "value": environ[decides] if decides else None,
    }
