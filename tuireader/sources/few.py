"""Reading articles as long as they are few enough to be opened together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuireader.article import Article
from tuireader.sources.model import Opened, Problem
from tuireader.sources.opening import open_paths, read
from tuireader.sources.outlets import learnt

#: So many articles are opened at once, and compared with each other; more are listed, and opened by story.
FEW = 200


class TooMany(Exception):
    """There are more articles than are opened at once."""


def few(paths: Sequence[str], progress: Callable[[int], None] | None = None) -> Opened:
    """The articles in these paths; ``progress`` is told how many were read so far. Raises TooMany, as soon as that is
    known. What comes through a pipe is read whole: it cannot be read a second time."""
    if "-" in paths:
        return open_paths(paths, progress=progress)
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in read(paths):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        if len(articles) == FEW:
            raise TooMany
        articles.append(found)
        if progress is not None:
            progress(len(articles))
    return Opened(learnt(articles), tuple(problems))
