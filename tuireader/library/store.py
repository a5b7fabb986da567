"""What the reader did with the articles: read, position, marks and notes, dismissed facts, searches, settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Self

from tuireader.library.articles import Dismissals
from tuireader.library.carrying import Carrying
from tuireader.library.states import States
from tuireader.library.tables import APPLICATION, steps
from tuireader.library.visited import Visited


class Library(Carrying, Dismissals, Visited, States):
    """One library. Use ``open``. Methods may be called from any thread, and while other processes use the same file.

    Those that write return whether it was kept; where not, ``note`` says why. None of them raises.
    """

    @classmethod
    def open(cls, file: Path | None) -> Self:
        """The library in this file, made where there is none.

        None, and a file that cannot be written, was written by a newer version or belongs to another program, give a
        library that lasts as long as the program, and a ``note``. A broken file is kept aside under another name.
        """
        from tuireader.library.opening import opened

        return cls(*opened(file, APPLICATION, steps()))

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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
