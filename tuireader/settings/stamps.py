"""Whether the files of the settings are other ones than they were: a few calls to the system, and no reading."""

from __future__ import annotations

from pathlib import Path

from tuireader.settings.paths import Paths

Stamp = tuple[tuple[int, int, int] | None, ...]


def stamp(paths: Paths, theme: str) -> Stamp:
    """What tells the config file, the folder of the user's themes, and the theme in use there from others."""
    return tuple(map(_of, (paths.config_file, paths.themes, paths.themes / f"{theme}.toml")))


def _of(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
