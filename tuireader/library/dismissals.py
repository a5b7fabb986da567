"""The facts that the reader took off the list."""

from __future__ import annotations

import time
from typing import Any

from tuireader.library.shelf import storable
from tuireader.library.undo import Changes


class Dismissals(Changes):
    """Facts that the reader took off the list."""

    def dismiss(self, *keys: str, label: str = "") -> bool:
        """Takes a fact off the list, by keys that stay the same from story to story and run to run."""
        now = int(time.time())
        query = "INSERT OR IGNORE INTO dismissed VALUES (?, ?)"
        with self.one_step():
            return False not in [self._dismissal(query, (key, now), label) for key in keys]

    def restore(self, *keys: str, label: str = "") -> bool:
        """Puts a dismissed fact back."""
        query = "DELETE FROM dismissed WHERE key = ?"
        with self.one_step():
            return False not in [self._dismissal(query, (key,), label) for key in keys]

    def dismissed(self) -> frozenset[str]:
        """The keys of all dismissed facts."""
        return frozenset(key for (key,) in self._rows("SELECT key FROM dismissed"))

    def _dismissal(self, query: str, values: tuple[Any, ...], label: str) -> bool:
        return self._change(
            "dismissed", values[:1], lambda connection: connection.execute(query, values), storable(label)
        )
