"""What the reader changed, kept so that it can be taken back: step by step, the newest first, in a later run too.

Each change keeps what its row was before: the whole row where it came or went, else the columns that changed. So a step
taken back never takes back what was changed beside it since, such as the place in an article.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tuireader.library.shelf import Shelf
from tuireader.library.undone import told

if TYPE_CHECKING:
    from sqlite3 import Connection

#: So many steps can be taken back.
STEPS = 500

#: The tables whose changes are kept, and the columns that tell a row.
KEYS: Mapping[str, tuple[str, ...]] = {
    "mark": ("digest", "start", "end"),
    "dismissed": ("key",),
    "article": ("digest",),
    "place": ("path",),
}


class Change(NamedTuple):
    """One row that was ``added``, ``removed`` or ``changed``, and what is needed to make it as it was."""

    subject: str
    key: tuple[Any, ...]
    how: str
    before: Mapping[str, Any]
    called: str


class Changes(Shelf):
    """A shelf whose changes can be taken back."""

    _step: int | None = None
    _joined = False

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """What is changed inside is taken back together; a step within a step is part of it."""
        with self._lock:
            if self._joined:
                yield
                return
            self._joined, self._step = True, None
            try:
                yield
            finally:
                self._joined, self._step = False, None

    def undo(self) -> str:
        """Takes back the newest step. Returns what was done, in one line that is safe to show; "" if nothing was."""
        lines: list[str] = []

        def take_back(connection: Connection) -> None:
            rows = connection.execute(
                "SELECT subject, key, how, before, called FROM change WHERE step = (SELECT MAX(step) FROM change)"
                " ORDER BY id DESC"
            ).fetchall()
            for subject, key, how, before, called in rows:
                change = Change(subject, tuple(json.loads(key)), how, json.loads(before), called)
                now = _row(connection, subject, change.key)
                _restore(connection, change)
                lines.append(told(change.subject, change.how, change.before, now or {}, called))
            connection.execute("DELETE FROM change WHERE step = (SELECT MAX(step) FROM change)")

        if not self._together(take_back):
            return ""
        said = list(dict.fromkeys(lines))
        return f"{said[0]} and {len(said) - 1} more" if len(said) > 1 else "".join(said)

    def _change(
        self, subject: str, key: tuple[Any, ...], action: Callable[[Connection], object], called: str = ""
    ) -> bool:
        """Changes one row, and keeps what it was in the same transaction. ``called`` is how ``undo`` names it."""

        def change(connection: Connection) -> None:
            before = _row(connection, subject, key)
            action(connection)
            after = _row(connection, subject, key)
            if before == after:
                return
            if before is None or after is None:
                how, old = ("added" if before is None else "removed"), before or {}
            else:
                how, old = "changed", {name: value for name, value in before.items() if after[name] != value}
            self._log(connection, Change(subject, key, how, old, called))

        return self._together(change)

    def _log(self, connection: Connection, change: Change) -> None:
        (newest,) = connection.execute("SELECT COALESCE(MAX(step), 0) FROM change").fetchone()
        step = self._step if self._joined and self._step is not None else newest + 1
        if self._joined:
            self._step = step
        connection.execute(
            "INSERT INTO change (step, created, subject, key, how, before, called) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                step,
                int(time.time()),
                change.subject,
                json.dumps(change.key, ensure_ascii=False),
                change.how,
                json.dumps(change.before, ensure_ascii=False),
                change.called,
            ),
        )
        connection.execute("DELETE FROM change WHERE step <= ?", (step - STEPS,))


def _where(subject: str) -> str:
    return " AND ".join(f"{column} = ?" for column in KEYS[subject])


def _row(connection: Connection, subject: str, key: tuple[Any, ...]) -> dict[str, Any] | None:
    found = connection.execute(f"SELECT * FROM {subject} WHERE {_where(subject)}", key)
    row = found.fetchone()
    return dict(zip((column[0] for column in found.description), row, strict=True)) if row else None


def _restore(connection: Connection, change: Change) -> None:
    subject, where = change.subject, _where(change.subject)
    names = ", ".join(change.before)
    if change.how == "added":
        connection.execute(f"DELETE FROM {subject} WHERE {where}", change.key)
    elif change.how == "removed":
        places = ", ".join("?" * len(change.before))
        connection.execute(
            f"INSERT OR REPLACE INTO {subject} ({names}) VALUES ({places})", tuple(change.before.values())
        )
    else:
        values = ", ".join(f"{column} = ?" for column in change.before)
        connection.execute(f"UPDATE {subject} SET {values} WHERE {where}", (*change.before.values(), *change.key))
