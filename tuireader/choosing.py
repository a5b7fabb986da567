"""Names on the command line to articles: an id, the beginning of an id, or a path."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tuireader.text.safe import line


def chosen(names: Sequence[str], *, strict: bool = False) -> list[str]:
    """The paths that are meant by ``names``, in their order, each once; the folder of the bundled articles for none.

    A name that is no path may be the id of a bundled article, or its beginning. What is neither is left for
    ``sources.open`` to complain about; with ``strict`` it raises UsageError, if it does not look like a path. So does a
    beginning that several articles have.
    """
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
            if strict or any(id.startswith(name) for id in bundled):
                name = bundled[matching(name, bundled)]
        meant[name] = None
    return list(meant)


def matching(name: str, ids: Iterable[str]) -> str:
    """The id that is meant: equal to ``name``, or the only one that begins with it. Raises UsageError."""
    known = list(ids)
    if name in known:
        return name
    begin = [id for id in known if id.startswith(name)] if name else []
    if len(begin) == 1:
        return begin[0]
    from tuireader.article import UsageError

    if begin:
        raise UsageError(f"“{line(name)}” is the beginning of {len(begin)} articles: {_some(begin)}; write more of it")
    raise UsageError(f"there is no article “{line(name)}”; {_hint(name, known)}")


def of_path(name: str, paths: Mapping[str, str | None]) -> str | None:
    """The id of the article that stands at the path ``name``; ``paths`` gives the path of each id. None for no such."""
    return next((id for id, path in paths.items() if path is not None and _same_file(name, path)), None)


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


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _hint(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name[:80], known, n=1, cutoff=0.5)
    if close:
        return f"did you mean “{line(close[0])}”?"
    return f"there are {_some(known)}" if known else "and nothing else is open"


def _some(ids: Sequence[str], most: int = 6) -> str:
    """The ids in a row, the first few of many."""
    shown = ", ".join(line(id) for id in ids[:most])
    return f"{shown} and {len(ids) - most} more" if len(ids) > most else shown
