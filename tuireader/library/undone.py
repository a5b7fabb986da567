"""What is said of a change that was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tuireader.library.tags import written
from tuireader.text.safe import line

_LONGEST = 60

#: What coming back, or going, is called, by table: where the row had been added, where it had been removed.
_ROWS = {
    "mark": ("mark taken back", "mark put back"),
    "dismissed": ("no longer dismissed", "dismissed again"),
    "place": ("taken off the list again", "put back on the list"),
}


def told(subject: str, how: str, before: Mapping[str, Any], now: Mapping[str, Any], called: str) -> str:
    """One line, safe to show. ``before`` is what the row is again, ``now`` what it was until just now."""
    row = {**now, **before}
    name = called or str(row.get("quote") or row.get("path") or "")
    if how != "changed":
        taken, put = _ROWS[subject]
        return _line(taken if how == "added" else put, name, quoted=subject == "mark")
    if "note" in before:
        return _line("note as it was" if before["note"] else "note taken back", before["note"] or name, quoted=True)
    if "tags" in before:
        tags = written(str(before["tags"]).split())
        return _line("tags as they were", tags) if tags else _line("tags taken off", name, quoted=subject == "mark")
    if "watch" in before:
        return _line("watched again" if before["watch"] else "no longer watched", name)
    if "read" in before:
        return _line("read again" if before["read"] else "not read again", name)
    return _line("as it was", name)


def _line(what: str, name: str, quoted: bool = False) -> str:
    said = line(name)
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST - 1].rstrip()}…"
    if not said:
        return what
    return f"{what}: “{said}”" if quoted else f"{what}: {said}"
