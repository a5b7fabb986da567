"""What the reader did with the articles: read, position, marks and notes, dismissed facts, searches, settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tuireader.library.carrying import Carrying, carried
from tuireader.library.dismissals import Dismissals
from tuireader.library.feeds import Feeds
from tuireader.library.states import States
from tuireader.library.texts import Texts
from tuireader.library.visited import Visited
from tuireader.settings.complaint import plain
from tuireader.text.moving import moved

if TYPE_CHECKING:
    from sqlite3 import Connection


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

    def take_out(self, digests: Sequence[str], *, forget: bool = False) -> bool:
        """Takes texts out, with the places they came from. What the reader did with them stays, unless it is to be
        forgotten, too: then it cannot be taken back either."""

        def take(connection: Connection) -> None:
            self.drop(digests)
            if forget:
                for digest in digests:
                    for table in ("mark", "draft", "article"):
                        connection.execute(f"DELETE FROM {table} WHERE digest = ?", (digest,))
                    like = f'["{digest}"%'
                    connection.execute(
                        "DELETE FROM change WHERE subject IN ('mark', 'article') AND key LIKE ?", (like,)
                    )

        return self._together(take)

    def _replaced(self, connection: Connection, old: str, new: str, indexed: bool) -> None:
        """What the reader made of the old text goes along. It stays as long as a mark has no place in the new one."""
        done = "SELECT 1 FROM mark WHERE digest = ?1 UNION SELECT 1 FROM draft WHERE digest = ?1"
        begun = "SELECT 1 FROM article WHERE digest = ?1 AND (tags <> '' OR position IS NOT NULL)"
        if connection.execute(f"{done} UNION {begun}", (old,)).fetchone():
            texts = {article.digest: article.text for _, article, _ in self._read((old, new))}
            if len(texts) == 2:
                self._carry(connection, old, new, carried(texts[old], texts[new]))
                position = moved(texts[old], texts[new], self.position(old) or 0)
                query = "UPDATE article SET position = ? WHERE digest = ? AND position IS NULL"
                connection.execute(query, (position, new))
        if connection.execute(done, (old,)).fetchone() is None:
            super()._replaced(connection, old, new, indexed)

    def back_up(self) -> None:
        """Makes a copy where the newest is older than a day (``backups``): of a large library without its texts.
        Where it cannot be made, ``note`` says so."""
        file = self.file
        if file is None:
            return
        import sqlite3

        from tuireader.library import backups

        try:
            if backups.due(file):
                backups.make(file, whole=file.stat().st_size <= backups.LARGE)
        except backups.Damaged as error:
            self.note = f"The library is damaged ({plain(str(error))}): `tuireader library check` mends it."
        except (OSError, sqlite3.Error) as error:
            self.note = f"The library could not be copied ({plain(str(error))}): no copy of today is there."
