"""Paths to articles: finds the files, decodes them, gives each article its id."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tuireader.article import Article
from tuireader.sources.model import Opened, Problem
from tuireader.sources.plain import from_text


def open_paths(paths: Sequence[str | Path]) -> Opened:
    """The articles in ``paths``: files, folders, globs, and ``-`` for standard input."""
    articles: list[Article] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for named in paths:
        path = Path(named)
        if str(named) == "-":
            articles.append(from_text(sys.stdin.read(), id=_unique("stdin", taken)))
            continue
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in files:
            try:
                text = file.read_text("utf-8")
            except OSError as error:
                problems.append(Problem(str(file), error.strerror or "cannot be read"))
                continue
            articles.append(from_text(text, id=_unique(file.stem, taken), path=str(file)))
    return Opened(tuple(articles), tuple(problems))


def _unique(stem: str, taken: set[str]) -> str:
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name
