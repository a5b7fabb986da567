"""What ``sources.open`` returns: articles, and what could not be read."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.article import Article


class Problem(NamedTuple):
    """Something that could not be opened: what was named, and why, as a sentence for the user."""

    path: str
    reason: str


class Opened(NamedTuple):
    """What ``open`` found: articles, and what it could not read. One bad file never stops the others."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
