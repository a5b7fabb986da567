"""The files that the first screen is drawn from: as long as they are as they were, it looks as it did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.sources.addresses import is_address
from tuireader.sources.holding import holder
from tuireader.tui.terminal import saved

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.stores import Source
    from tuireader.settings.paths import Paths


def can_be_told(arguments: Iterable[str]) -> bool:
    """Whether files tell what these words of a call open: neither a pipe does, nor the network."""
    return not any(name == "-" or is_address(name) for name in arguments)


class DrawnFrom:
    """The files of a call, of which some are read once: what came of those is shown, whatever they are by now.

    ``in_files`` is whether the articles are read from the files they came from, and not from the library.
    """

    def __init__(self, places: Paths, arguments: Iterable[str], *, in_files: bool) -> None:
        self._places = places
        self._arguments = [str(Path(name).absolute()) for name in arguments]
        self._in_files = in_files
        self._stamps: dict[str, bytes] = {}
        self._read: dict[str, set[str]] = {}
        self._lies: dict[str, tuple[str, str]] = {}
        self._stamp(self._arguments)

    def read(self, articles: Iterable[Article]) -> None:
        """Some articles may have just been read, or read again since their files have changed."""
        for article in articles if self._in_files else ():
            if article.path:
                before = self._read.setdefault(article.path, set())
                if article.digest not in before:
                    files = self._lies.setdefault(article.path, _of(article.path))
                    self._stamp(file for file in files if before or file not in self._stamps)
                    before.add(article.digest)

    def stamps(self, theme: str, source: Source | None, articles: Sequence[Article]) -> bytes:
        """What tells these files from what stands there at another time: of settings and library as they are, of what
        articles were read from as it was then."""
        return saved.stamps(self._as_they_are(theme, source)) + self._then(self._of(articles))

    def changed(self, articles: Sequence[Article]) -> bool:
        """Whether some of what articles were read from is something else by now."""
        files = self._of(articles)
        return saved.stamps(files) != self._then(files)

    def _as_they_are(self, theme: str, source: Source | None) -> list[str]:
        import textual

        places = self._places
        files: list[Path | str | None] = [
            *textual.__path__,
            places.config_file,
            places.themes,
            places.themes / f"{theme}.toml",
            places.terminals,
            *_database(places.library),
            *(_database(source.texts.file) if source is not None else ()),
        ]
        return list(dict.fromkeys(str(file) for file in files if file))

    def _of(self, articles: Sequence[Article]) -> list[str]:
        """What articles were read from, and the folders they lie in, each once; what is not there, too."""
        self.read(articles)
        paths = (article.path for article in articles if article.path) if self._in_files else ()
        return list(dict.fromkeys([*self._arguments, *(file for path in paths for file in self._lies[path])]))

    def _then(self, files: Iterable[str]) -> bytes:
        return b"".join(map(self._stamps.__getitem__, files))

    def _stamp(self, files: Iterable[str]) -> None:
        self._stamps.update((file, saved.stamps((file,))) for file in files)


def _of(path: str) -> tuple[str, str]:
    """The file that an article was read from, be it an archive or a feed, and the folder that lies in."""
    own = str(Path(path).absolute())
    file = holder(own) or own
    return str(Path(file).parent), file


def _database(file: Path | None) -> tuple[str, ...]:
    """A database of SQLite is its file and the log of writes that are not in it yet."""
    return (str(file), f"{file}-wal") if file is not None else ()
