"""Readers of formats that other packages bring: entry points of the group ``tuireader.formats``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from tuireader.sources.complaints import complain
from tuireader.sources.inputs import StreamInput
from tuireader.sources.model import Draft, Problem, Reader

GROUP = "tuireader.formats"
_NEEDED = ("NAME", "SUFFIXES", "fits", "read")


class Other:
    """A reader of another package, held so that nothing it does ends the reading of other files."""

    def __init__(self, name: str, reader: Reader) -> None:
        """``name`` is what the package calls it."""
        self._name = name
        self._reader = reader
        self.NAME = str(reader.NAME)
        # What it needs is its own package's to say.
        self.EXTRA = ""
        self.SUFFIXES = frozenset(map(str, reader.SUFFIXES))

    def fits(self, input: StreamInput) -> bool:
        """As it says; False where it raises."""
        try:
            return bool(self._reader.fits(input))
        except Exception as error:
            complain(self._name, f"cannot tell what it reads ({type(error).__name__}: {error})")
            return False

    def read(self, input: StreamInput) -> Iterator[Draft | Problem]:
        """What it finds; raises what it raises, and ValueError where it gives anything else."""
        for found in self._reader.read(input):
            if not isinstance(found, Draft | Problem):
                raise ValueError(f"the reader {self._name} gave {type(found).__name__}, neither Draft nor Problem")
            yield found


@cache
def readers() -> tuple[Reader, ...]:
    """The readers there are, by their names. One that cannot be imported is left out, and said to be wrong."""
    from importlib.metadata import entry_points

    found: list[Reader] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            reader = entry.load()
            lacking = [name for name in _NEEDED if not hasattr(reader, name)]
            if lacking:
                complain(entry.name, f"has no {', '.join(lacking)}; docs/formats.md says what a reader has")
                continue
            found.append(cast(Reader, Other(entry.name, reader)))
        except Exception as error:
            complain(entry.name, f"cannot be imported ({type(error).__name__}: {error})")
    return tuple(found)
