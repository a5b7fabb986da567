"""The files that the first screen is drawn from: as long as they are as they were, it looks as it did."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.sources.addresses import is_address

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.stores import Source
    from tuireader.settings.paths import Paths


def can_be_told(arguments: Iterable[str]) -> bool:
    """Whether files tell what these words of a call open: neither a pipe does, nor the network."""
    return not any(name == "-" or is_address(name) for name in arguments)


def drawn_from(
    places: Paths, theme: str, arguments: Iterable[str], articles: Sequence[Article], source: Source | None
) -> list[str]:
    """Settings, library, and the articles with the folders they lie in, each once; what is not there, too."""
    import textual

    files: list[Path | str | None] = [
        *textual.__path__,
        places.config_file,
        places.themes,
        places.themes / f"{theme}.toml",
        places.terminals,
        *_database(places.library),
        *(_database(source.texts.file) if source is not None else ()),
        *map(os.path.abspath, arguments),
    ]
    for article in articles:
        if article.path:
            files += (Path(article.path).parent, article.path)
    return list(dict.fromkeys(str(file) for file in files if file))


def _database(file: Path | None) -> tuple[str, ...]:
    """A database of SQLite is its file and the log of writes that are not in it yet."""
    return (str(file), f"{file}-wal") if file is not None else ()
