"""How much one file may unpack to, over all that lies in it, however deep."""

from __future__ import annotations

#: So many bytes anything may unpack to; beyond, no more than so many times its own size. Texts pack to a tenth, tables
#: of many equal words to a fiftieth.
FREE = 64_000_000
RATIO = 200
#: So many members an archive may have, with all archives in it.
MEMBERS = 100_000


class BombError(ValueError):
    """Something unpacks to far more than a text would."""


class Budget:
    """Counts what is unpacked from a file of ``packed`` bytes."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self.spent = False
        """Whether the limit was met: nothing more is to be unpacked."""
        self._unpacked = self._members = 0

    def take(self, count: int) -> None:
        """Counts so many bytes. Raises BombError where it is too much."""
        self._unpacked += count
        if self._unpacked > FREE and self._unpacked > RATIO * self.packed:
            self.spent = True
        if self.spent:
            size = f"{self.packed / 1e6:.1f} MB" if self.packed >= 1e6 else f"{self.packed / 1e3:.1f} kB"
            raise BombError(f"unpacks to more than {self._unpacked / 1e6:.0f} MB from {size}; not read further")

    def members(self, count: int) -> None:
        """Counts so many members. Raises BombError where there are too many."""
        self._members += count
        if self._members > MEMBERS:
            self.spent = True
            raise BombError(f"holds more than {MEMBERS:,} files; unpack it into a folder and open that")
