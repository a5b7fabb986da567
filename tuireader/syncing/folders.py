"""Watched folders looked through for what is new or changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tuireader.article import Article
from tuireader.library import Library
from tuireader.library.texts import Origin
from tuireader.sources.inputs import FileInput
from tuireader.sources.model import Problem
from tuireader.sources.opening import Opening
from tuireader.syncing.model import Outcome, State
from tuireader.text.safe import line

#: So many files are read before what they hold is kept.
_BATCH = 50


def look_through(library: Library, folder: str, stop: Callable[[], bool] | None = None) -> Outcome:
    """Keeps the articles of a folder that are new or changed. Files that are as they were are not read again."""
    place = str(Path(folder).absolute())
    look = _Look(library)
    for found in look.opening.files([place]):
        if stop is not None and stop():
            break
        look.take(found)
    look.keep()
    state: State = "failed" if look.lost or look.nothing() else "new" if look.new or look.changed else "unchanged"
    said = library.note if look.lost else "; ".join(look.problems[:3])
    if len(look.problems) > 3 and not look.lost:
        said += f"; and {len(look.problems) - 3} more"
    return Outcome(line(place), "folder", state, "", look.new, look.changed, said)


class _Look:
    """What has been found in one folder."""

    def __init__(self, library: Library) -> None:
        self.opening = Opening(asked=False)
        self.new = self.changed = self.read = self.known = 0
        self.problems: list[str] = []
        self.lost = False
        self._library = library
        self._articles: list[Article] = []
        self._origins: list[Origin] = []

    def take(self, found: object) -> None:
        """Reads a file, unless it is as it was when it was read last."""
        if isinstance(found, Problem):
            self.problems.append(f"{line(found.path)}: {line(found.reason)}")
            return
        assert isinstance(found, FileInput)
        known = self._library.places_known([found.path]).get(found.path)
        if known is not None and (known.size, known.mtime) == (found.size, found.changed):
            self.known += 1
            return
        self.read += 1
        for each in self.opening.articles(found):
            if isinstance(each, Problem):
                self.problems.append(f"{line(each.path)}: {line(each.reason)}")
            else:
                self._articles.append(each)
        self._origins.append(Origin(found.path, found.size, found.changed))
        if len(self._origins) >= _BATCH:
            self.keep()

    def keep(self) -> None:
        """Keeps what was read since the last time."""
        if not self._origins or self.lost:
            return
        put = self._library.put(self._articles, self._origins)
        self.lost = not put.kept
        self.changed += len(put.changed)
        self.new += max(0, len(put.new) - len(put.changed))
        self._articles, self._origins = [], []

    def nothing(self) -> bool:
        """Whether it could not even be looked into."""
        return not self.read and not self.known and bool(self.problems)
