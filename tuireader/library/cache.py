"""Results kept between runs. All can be computed again, so a broken file goes and nobody hears of it.

Callers build the key from what the result depends on: the digests of the articles and the version of the method.
"""

from __future__ import annotations

import json
import threading
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import sqlite3
    from sqlite3 import Connection

#: "tuic"
APPLICATION = 0x74756963

#: How large the file may grow, in bytes. Beyond it, the results that were not asked for longest go.
CAP = 64 * 2**20

_DAY = 24 * 60 * 60
_STEPS = [
    [
        "CREATE TABLE result (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, used INTEGER NOT NULL,"
        " size INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (kind, key))",
        "CREATE INDEX result_used ON result (used, id)",
    ]
]


class Cache:
    """One cache. Use ``open``. Safe with several threads and processes. Nothing in it ever raises."""

    def __init__(self, connection: Connection | None, file: Path | None, cap: int) -> None:
        self._connection = connection
        self._file = file
        self._cap = cap
        self._lock = threading.Lock()

    @classmethod
    def open(cls, file: Path | None, cap: int = CAP) -> Self:
        """The cache in this file, made anew where it is broken.

        Under None, and where the file cannot be used or is not ours to use, nothing is kept.
        """
        return cls(_connected(file) if file else None, file, cap)

    def close(self) -> None:
        """Lets go of the file. From then on nothing is found and nothing kept."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, kind: str, key: str) -> dict[str, Any] | None:
        """The result kept under this kind and key; None where there is none, or it cannot be read."""
        if self._connection is None:
            return None
        import sqlite3

        with self._lock:
            try:
                return self._get(kind, key)
            except sqlite3.Error as error:
                self._failed(error)
            except (zlib.error, ValueError, RecursionError):
                pass
        return None

    def put(self, kind: str, key: str, data: dict[str, Any]) -> None:
        """Keeps a result that JSON can hold, instead of an older one of the same kind and key.

        Raises TypeError for a result that JSON cannot hold; nothing else.
        """
        if self._connection is None:
            return
        import sqlite3

        packed = zlib.compress(
            json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 6
        )
        if len(packed) > self._cap // 4:
            return
        with self._lock:
            try:
                self._put(kind, key, packed)
            except sqlite3.Error as error:
                self._failed(error)

    def _get(self, kind: str, key: str) -> dict[str, Any] | None:
        if self._connection is None:
            return None
        query = "SELECT id, used, data FROM result WHERE kind = ? AND key = ?"
        row = self._connection.execute(query, (kind, key)).fetchone()
        if row is None:
            return None
        id, used, packed = row
        now = int(time.time())
        if now - used > _DAY:
            self._connection.execute("UPDATE result SET used = ? WHERE id = ?", (now, id))
        data = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        return data if isinstance(data, dict) else None

    def _put(self, kind: str, key: str, packed: bytes) -> None:
        if self._connection is None:
            return
        from tuireader.library.database import writing

        with writing(self._connection) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO result (kind, key, used, size, data) VALUES (?, ?, ?, ?, ?)",
                (kind, key, int(time.time()), len(packed), packed),
            )
            self._make_room(connection)

    def _make_room(self, connection: Connection) -> None:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        excess = (pages - free) * size - self._cap
        if excess <= 0:
            return
        excess += self._cap // 4  # so that not every result that follows has to make room again
        gone: list[tuple[int]] = []
        for id, length in connection.execute("SELECT id, size FROM result ORDER BY used, id"):
            gone.append((id,))
            excess -= length
            if excess <= 0:
                break
        connection.executemany("DELETE FROM result WHERE id = ?", gone)

    def _failed(self, error: sqlite3.Error) -> None:
        """A broken file goes; anything else, such as a full disk or a busy file, passes."""
        from tuireader.library.database import corrupt

        if corrupt(error) and self._file and self._connection is not None:
            self._connection.close()
            _remove(self._file)
            self._connection = _connected(self._file)


def _connected(file: Path, again: bool = True) -> Connection | None:
    import sqlite3

    from tuireader.library.database import Foreign, Newer, connect, corrupt, migrate

    try:
        connection = connect(file, patience=1.0)
    except (OSError, sqlite3.Error) as error:
        if again and isinstance(error, sqlite3.Error) and corrupt(error):
            _remove(file)
            return _connected(file, again=False)
        return None
    try:
        migrate(connection, APPLICATION, _STEPS)
    except (Foreign, Newer, sqlite3.Error) as error:
        connection.close()
        if again and isinstance(error, sqlite3.Error) and corrupt(error):
            _remove(file)
            return _connected(file, again=False)
        return None
    return connection


def _remove(file: Path) -> None:
    from tuireader.library.database import side_files

    for old in side_files(file):
        try:
            old.unlink(missing_ok=True)
        except OSError:
            return
