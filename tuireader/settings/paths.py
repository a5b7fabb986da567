"""Where things are: the user's folders, and what came with the program."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import NamedTuple

#: Where folders are named, and where they are else.
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    """A folder that came with the program: inside an installed wheel, else beside the package in a checkout."""
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


class Paths(NamedTuple):
    """Every folder and file the program reads or writes. None of the user's need exist."""

    config: Path
    """Folder of ``config.toml`` and of the user's themes."""
    state: Path
    """Folder of what cannot be rebuilt."""
    cache: Path
    """Folder of what can."""
    seeds: Path
    """The five articles that came with the program."""
    shipped_themes: Path
    """The themes that came with the program."""

    @property
    def config_file(self) -> Path:
        """The settings the user wrote."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """Folder of the user's own themes."""
        return self.config / "themes"

    @property
    def library(self) -> Path:
        """What the reader did: read, position, marks, dismissed facts."""
        return self.state / "library.sqlite3"

    @property
    def results(self) -> Path:
        """Results kept between runs."""
        return self.cache / "results.sqlite3"

    @property
    def terminals(self) -> Path:
        """What terminals have answered about their colours."""
        return self.cache / "terminals.json"

    @property
    def stories(self) -> Path:
        """What is known of the library's texts, so that stories are found quickly."""
        return self.cache / "stories.sqlite3"


def _folder(kind: str) -> Path:
    """The user's folder of a kind: "config", "state" or "cache"."""
    if known := _by_xdg(kind):
        return known / "tuireader"
    from platformdirs import PlatformDirs

    try:
        return Path(getattr(PlatformDirs("tuireader", appauthor=False), f"user_{kind}_dir"))
    except RuntimeError:
        # As the system calls a home folder that it does not know: ``is_nowhere``.
        return Path("~") / "tuireader" / kind


def _by_xdg(kind: str) -> Path | None:
    """The same, where the rule of XDG base directories is all it takes: every command asks, and it takes long to import
    who knows the rules of all systems."""
    home = Path(os.environ.get("HOME", ""))
    if sys.platform != "linux" or not home.is_absolute() or "ANDROID_DATA" in os.environ:
        return None
    variable, below = _XDG[kind]
    said = Path(os.environ.get(variable, ""))
    return said if said.is_absolute() else home / below


def find() -> Paths:
    """The paths on this system, by the rules of its kind (``XDG_*`` on Linux)."""
    return Paths(
        config=_folder("config"),
        state=_folder("state"),
        cache=_folder("cache"),
        seeds=_shipped("seeds"),
        shipped_themes=_shipped("themes"),
    )


def there(path: Path) -> bool:
    """Whether there is such a file or folder. One that may not even be asked for is there: opening it says why it
    cannot be used."""
    try:
        return path.exists()
    except OSError:
        return True


def is_nowhere(path: Path) -> bool:
    """Whether it would lie in the user's home, and nobody knows where that is."""
    return path.parts[:1] == ("~",)


def make(folder: Path, mode: int = 0o777) -> None:
    """Makes a folder of the user's, and those above it, where they are not there. Raises OSError."""
    if is_nowhere(folder):
        # It would be made where one happens to be.
        raise FileNotFoundError(errno.ENOENT, "there is no home folder")
    folder.mkdir(mode=mode, parents=True, exist_ok=True)


def describe(paths: Paths) -> list[tuple[str, str]]:
    """What each path is for, and where it is, for ``tuireader paths``."""
    return [
        ("settings", str(paths.config_file)),
        ("your themes", str(paths.themes)),
        ("library", str(paths.library)),
        ("cached results", str(paths.results)),
        ("bundled articles", str(paths.seeds)),
        ("bundled themes", str(paths.shipped_themes)),
    ]
