"""Names on the command line to articles: an id, the beginning of an id, a number, or a path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def chosen(names: Sequence[str], *, strict: bool = False) -> list[str]:
    """The paths that are meant by ``names``, in their order, each once; the folder of the bundled articles for none.

    A name that is no path may be the id of a bundled article, its beginning or its number. What is neither is left for
    ``sources.open`` to complain about; with ``strict`` it raises UsageError, if it does not look like a path. So does a
    beginning that several articles have.
    """
    from tuireader.naming import matching, numbered
    from tuireader.settings import paths

    seeds = paths.find().seeds
    if not names:
        return [str(seeds)]
    meant: dict[str, None] = {}
    bundled: dict[str, str] | None = None
    for name in names:
        if not is_path(name):
            if bundled is None:
                bundled = _bundled(seeds)
            meant_here = any(id.startswith(name) for id in bundled) or 0 < numbered(name) <= len(bundled)
            if strict or meant_here:
                name = bundled[matching(name, bundled)]
        meant[name] = None
    return list(meant)


def is_article(name: str) -> bool:
    """Whether a name can be meant for an article: a path, or the beginning of the id of a bundled one."""
    from tuireader.settings import paths

    return is_path(name) or (bool(name) and any(id.startswith(name) for id in _bundled(paths.find().seeds)))


def is_path(name: str) -> bool:
    """Whether a name can only be a path: something stands there, or it looks like one."""
    return name == "-" or os.path.lexists(name) or _looks_like_path(name)


def _bundled(seeds: Path) -> dict[str, str]:
    """The paths of the bundled articles by id."""
    return {path.stem: str(path) for path in sorted(seeds.glob("*.txt"))}


def _looks_like_path(name: str) -> bool:
    return os.sep in name or any(char in name for char in "*?[~") or bool(Path(name).suffix)
