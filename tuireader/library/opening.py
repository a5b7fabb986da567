"""Opening the library's file, whatever state it is in: the reader starts all the same, and says what was lost."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from tuireader.library.database import Foreign, Newer, connect, corrupt, migrate, side_files
from tuireader.settings.complaint import plain

_MEMORY = "Nothing will be remembered after this run"


def opened(file: Path | None, application: int, steps: Sequence[Sequence[str]]) -> tuple[sqlite3.Connection, str]:
    """A connection to the file with its tables at the version ``len(steps)``, and a note for the user, empty if well.

    Where the file cannot be used the connection is to memory, with what the file held if it can be read at all. A
    broken file is renamed and a new one begun.
    """
    if file is None:
        return _memory(application, steps), f"{_MEMORY}: no library file is in use."
    name = plain(str(file))
    try:
        try:
            return _sound(file, application, steps), ""
        except sqlite3.DatabaseError as error:
            if not corrupt(error):
                raise
            aside = _aside(file)
            note = f"The library {name} was broken and is kept aside as {plain(aside.name)}; a new one is begun."
            return _sound(file, application, steps), note
    except Newer as error:
        why = (
            f"{name} was written by a newer tuireader (version {error}, this one knows {len(steps)}); update tuireader"
        )
    except Foreign:
        why = f"{name} belongs to another program; move it away"
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        connection = _memory(application, steps)
        _copy(file, connection, application, steps)
        return connection, f"{_MEMORY}: {name} cannot be written ({plain(reason)})."
    return _memory(application, steps), f"{_MEMORY}: {why}."


def _sound(file: Path, application: int, steps: Sequence[Sequence[str]]) -> sqlite3.Connection:
    connection = connect(file)
    try:
        migrate(connection, application, steps)
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise _broken(answer)
        # A file that may only be read shows itself at the first write.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _broken(answer: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(answer)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _memory(application: int, steps: Sequence[Sequence[str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(connection, application, steps)
    return connection


def _copy(file: Path, connection: sqlite3.Connection, application: int, steps: Sequence[Sequence[str]]) -> None:
    """Takes over what a file holds that can be read but not written. Leaves the connection as it is where it cannot."""
    # In a folder that cannot be written SQLite reads such a file only when told that nobody will change it.
    for way in ("mode=ro", "mode=ro&immutable=1"):
        with suppress(sqlite3.Error, ValueError):
            source = sqlite3.connect(f"{file.absolute().as_uri()}?{way}", uri=True, timeout=1)
            with closing(source):
                mine, found = (
                    source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
                )
                if mine == application and 0 < found <= len(steps):
                    source.backup(connection)
                    migrate(connection, application, steps)
            return


def _aside(file: Path) -> Path:
    """Renames a broken file, and what SQLite keeps beside it, to a name nothing bears yet."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    number, target = 1, file.with_name(f"{file.name}.broken-{stamp}")
    while target.exists():
        number += 1
        target = file.with_name(f"{file.name}.broken-{stamp}-{number}")
    for old in side_files(file):
        with suppress(FileNotFoundError):
            old.rename(old.with_name(target.name + old.name.removeprefix(file.name)))
    return target
