"""Opening the library's file, whatever state it is in: the reader starts all the same, and says what was lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from tuireader.library import sound
from tuireader.library.database import Foreign, Newer, connect, corrupt, migrate
from tuireader.library.tables import TEXTS
from tuireader.settings.complaint import plain

#: So many bytes are needed beside a file.
_ROOM = 64 * 1024
_MEMORY = "Nothing will be remembered after this run"


def opened(
    file: Path | None, application: int, steps: Sequence[Sequence[str]], *, thorough: bool = False
) -> tuple[sqlite3.Connection, str]:
    """A connection to the file with its tables at the version ``len(steps)``, and a note for the user, empty if well.

    Where the file cannot be used the connection is to memory, with what the file held if it can be read at all. A
    broken file is kept aside, and what the newest copy has and what can still be read of it become the new one.
    ``thorough`` looks at every page of a large file, too.
    """
    if file is None:
        return _memory(application, steps), f"{_MEMORY}: no library file is in use."
    name = plain(str(file))
    try:
        try:
            return _sound(file, application, steps, thorough), ""
        except sqlite3.DatabaseError as error:
            if not corrupt(error):
                raise
            from tuireader.library.mending import mended

            note = mended(file, lambda: _sound(file, application, steps, thorough).close())
            return _sound(file, application, steps), note
    except Newer as error:
        why = (
            f"{name} was written by a newer tuireader (version {error}, this one knows {len(steps)}); update tuireader"
        )
    except Foreign:
        why = f"{name} belongs to another program; move it away"
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if "disk" in reason and _full(file):
            reason = "the disk is full"
        connection = _memory(application, steps)
        _copy(file, connection, application, steps)
        return connection, f"{_MEMORY}: {name} cannot be written ({plain(reason)})."
    return _memory(application, steps), f"{_MEMORY}: {why}."


def _full(file: Path) -> bool:
    """Whether there is no room for what SQLite keeps beside a file: it calls that an error of the disk."""
    try:
        state = os.statvfs(file.parent)
        return state.f_bavail * state.f_frsize < _ROOM
    except (OSError, AttributeError):
        return False


def _sound(file: Path, application: int, steps: Sequence[Sequence[str]], thorough: bool = False) -> sqlite3.Connection:
    """A connection to a file that is whole, as far as a quick look tells, and can be written."""
    try:
        return _checked(file, application, steps, thorough)
    except UnicodeDecodeError as error:
        # SQLite names what is broken in the words of the broken file.
        raise sound.broken("what it holds is no text") from error


def _checked(file: Path, application: int, steps: Sequence[Sequence[str]], thorough: bool) -> sqlite3.Connection:
    sound.head(file, application, len(steps))
    connection = connect(file)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < len(steps):
            from tuireader.library import backups

            backups.make(file)
        try:
            migrate(connection, application, steps)
        except sqlite3.OperationalError as error:
            # The number of the version is not that of the tables.
            if any(said in str(error) for said in ("already exists", "duplicate column", "no such table")):
                raise sound.broken(str(error)) from error
            raise
        sound.tables(connection, thorough)
        # A file that may only be read shows itself at the first write.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _memory(application: int, steps: Sequence[Sequence[str]]) -> sqlite3.Connection:
    connection = sqlite3.connect("file::memory:", isolation_level=None, check_same_thread=False, uri=True)
    migrate(connection, application, steps)
    return connection


def _copy(file: Path, connection: sqlite3.Connection, application: int, steps: Sequence[Sequence[str]]) -> None:
    """Takes over what a file holds that can be read but not written. Leaves the connection as it is where it cannot.

    Texts are read where they are: there may be very many.
    """
    # In a folder that cannot be written SQLite reads such a file only when told that nobody will change it.
    for way in ("mode=ro", "mode=ro&immutable=1"):
        place = f"{file.absolute().as_uri()}?{way}"
        with suppress(sqlite3.Error, ValueError):
            with closing(sqlite3.connect(place, uri=True, timeout=1)) as source:
                mine, found = (
                    source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
                )
                if mine != application or not 0 < found <= len(steps):
                    return
                if found < len(steps):
                    source.backup(connection)
                    migrate(connection, application, steps)
                    return
                source.execute("SELECT 1 FROM setting").fetchone()
            connection.execute("ATTACH ? AS disk", (place,))
            tables = connection.execute("SELECT name FROM disk.sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in tables:
                if name in TEXTS:
                    connection.execute(f"DROP TABLE main.{name}")  # from now on the name means the one on the disk
                elif not name.startswith(("sqlite_", "words", "outlet_")):
                    connection.execute(f"INSERT OR REPLACE INTO main.{name} SELECT * FROM disk.{name}")
            return
