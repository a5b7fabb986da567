"""What the reader did with the articles: read, position, marks and notes, dismissed facts, searches, settings."""

from __future__ import annotations

import json
from typing import Any

from tuireader.library.articles import Dismissals
from tuireader.library.carrying import Carrying
from tuireader.library.feeds import Feeds
from tuireader.library.states import States
from tuireader.library.texts import Texts
from tuireader.library.visited import Visited


class Library(Carrying, Dismissals, Visited, States, Texts, Feeds):
    """One library. Use ``open``. Methods may be called from any thread, and while other processes use the same file.

    Those that write return whether it was kept; where not, ``note`` says why. None of them raises.
    """

    def set(self, name: str, value: Any) -> bool:
        """Remembers a value that JSON can hold under a name. Raises TypeError for another value."""
        return self._write(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
            lasting=False,
        )

    def get(self, name: str, default: Any = None) -> Any:
        """The value remembered under a name."""
        value = self._value("SELECT value FROM setting WHERE name = ?", (name,))
        try:
            return json.loads(value) if isinstance(value, str) else default
        except ValueError:
            return default
