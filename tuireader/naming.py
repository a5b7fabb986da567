"""Articles by name: an id, the beginning of an id, a number, or a path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tuireader.text.safe import line


def matching(name: str, ids: Iterable[str]) -> str:
    """The id that is meant: equal to ``name``, or the only one that begins with it; where none does, the one of that
    number, ``4`` or ``#4``, counted from 1 as ``list`` and the screens do. Raises UsageError."""
    known = list(ids)
    if name in known:
        return name
    begin = [id for id in known if id.startswith(name)] if name else []
    if len(begin) == 1:
        return begin[0]
    if not begin and (number := numbered(name)) and number <= len(known):
        return known[number - 1]
    from tuireader.article import UsageError

    if begin:
        raise UsageError(f"“{line(name)}” is the beginning of {len(begin)} articles: {_some(begin)}; write more of it")
    raise UsageError(f"there is no article “{line(name)}”; {_hint(name, known)}")


def numbered(name: str) -> int:
    """The number that a name may be, ``4`` or ``#4``; 0 where it is none. ``004`` is the beginning of an id."""
    digits = name.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdecimal() and digits[0] != "0" and len(digits) < 8 else 0


def of_path(name: str, paths: Mapping[str, str | None]) -> str | None:
    """The id of the article that stands at the path ``name``; ``paths`` gives the path of each id. None for no such."""
    return next((id for id, path in paths.items() if path is not None and _same_file(name, path)), None)


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
