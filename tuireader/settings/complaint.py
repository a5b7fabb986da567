"""What is wrong with a file the user wrote: where, why, and the nearest name that would be right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Complaint(NamedTuple):
    """One mistake in a settings file. ``key`` is empty and ``line`` None where the whole file is meant."""

    file: Path
    key: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = plain(str(self.file)) + (f", line {self.line}" if self.line else "")
        return f"{place}: {plain(self.key)}: {self.message}" if self.key else f"{place}: {self.message}"


def summed(complaints: Iterable[Complaint], shows: str = "`tuireader keys` and `themes` name them") -> list[str]:
    """A line for each file: its mistake, or where there are several, how many; ``shows`` says what tells them all."""
    by_file: dict[Path, list[Complaint]] = {}
    for complaint in complaints:
        by_file.setdefault(complaint.file, []).append(complaint)
    return [
        str(here[0]) if len(here) == 1 else f"{plain(file.name)}: {len(here)} mistakes; {shows}"
        for file, here in by_file.items()
    ]


def plain(text: str) -> str:
    """The text with everything a terminal could obey written as an escape, such as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def quoted(value: object) -> str:
    """A value as it stood in the file, harmless and at most 40 characters long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = plain(value if isinstance(value, str) else repr(value))
    text = text if len(text) <= 40 else text[:39] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def nearest(name: str, names: Iterable[str]) -> str:
    """`` (did you mean "x"?)`` where one of the names is close, else an empty string."""
    from difflib import get_close_matches

    by_lower = {candidate.casefold(): candidate for candidate in names}
    close = get_close_matches(name[:80].casefold(), by_lower, n=1, cutoff=0.6)
    return f' (did you mean "{by_lower[close[0]]}"?)' if close else ""


def one_of(names: Iterable[str]) -> str:
    """The names as a sentence shows them: ``"a", "b" or "c"``."""
    *most, last = [f'"{name}"' for name in names]
    return f"{', '.join(most)} or {last}" if most else last


def line_of(text: str, key: str) -> int | None:
    """The line, counted from 1, on which a dotted key stands in a TOML text; None where it is not found.

    tomllib keeps no lines, so this looks for ``[table]`` heads and ``key =`` only. A key inside a multi-line value
    can mislead it: the line is a help to the reader, nothing else.
    """
    table = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("[") and "]" in line and "=" not in line.partition("]")[0]:
            table = _bare(line.lstrip("[").partition("]")[0])
            if table == key:
                return number
        elif "=" in line and not line.startswith("#"):
            name = _bare(line.partition("=")[0])
            whole = f"{table}.{name}" if table else name
            if whole == key or (key.startswith(whole + ".") and "{" in line):
                return number
    return None


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.strip().split("."))
