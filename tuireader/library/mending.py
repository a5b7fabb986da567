"""A broken library: kept aside, made anew from the newest good copy and from what can still be read of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tuireader.library import backups, salvage
from tuireader.library.backups import Backup
from tuireader.library.database import corrupt, migrate, side_files, writing
from tuireader.library.sound import broken
from tuireader.library.tables import APPLICATION, TEXTS, steps
from tuireader.settings.complaint import plain

_OWN = frozenset({"article", "mark", "dismissed", "setting", "draft", "search", "place", "change", "feed"})


def mended(file: Path, sound: Callable[[], object]) -> str:
    """Mends a broken file, and returns what is to be said of it.

    ``sound`` raises sqlite3.DatabaseError where the file is broken: another process may have mended it by now. Raises
    OSError and sqlite3.Error where nothing can be written; then all is as it was, or the broken file stands aside.
    """
    with _alone(file):
        try:
            sound()
            return ""
        except sqlite3.DatabaseError as error:
            if not corrupt(error):
                raise
        aside = _aside(file)
        base, saved = _made_anew(file, aside)
    name = f"The library {plain(str(file))} was broken and is kept aside as {plain(aside.name)}"
    read = sum(count for table, count in saved.rows.items() if table in _OWN - {"setting"})
    if saved.complete:
        return f"{name}; all that you did could be read and is here again."
    if base is None:
        return f"{name}; a new one is begun{f', with {read} entries that could still be read' if read else ''}."
    since = time.strftime("%-d %B %Y, %H:%M", time.localtime(base.made))
    what = f", and {read} entries could still be read" if read else ""
    return f"{name}; here is the copy of {since} again{what}: what you did since may be missing."


def _made_anew(file: Path, aside: Path) -> tuple[Backup | None, salvage.Saved]:
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        for copy in (*backups.listed(file), None):
            with suppress(FileNotFoundError):
                part.unlink()
            try:
                saved = _put_together(part, copy, aside, file)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                # A copy that is broken itself is passed over.
                if copy is None or (isinstance(error, sqlite3.DatabaseError) and not corrupt(error)):
                    raise
            else:
                for old in side_files(file)[1:]:
                    old.unlink(missing_ok=True)  # they belong to the broken one
                part.replace(file)
                return copy, saved
    finally:
        for left in side_files(part):
            with suppress(OSError):
                left.unlink()
    raise AssertionError("the last one is none")


def _put_together(part: Path, copy: Backup | None, aside: Path, file: Path) -> salvage.Saved:
    """Makes a library of a copy, if there is one, of what can be read of the broken file, and of texts of copies."""
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        if copy is not None:
            with closing(sqlite3.connect(f"{copy.file.absolute().as_uri()}?mode=ro", uri=True)) as source:
                (answer,) = source.execute("PRAGMA quick_check(1)").fetchone()
                if answer != "ok":
                    raise broken(answer)
                source.backup(connection)
        migrate(connection, APPLICATION, steps())
        with writing(connection):
            saved = salvage.save(aside, connection, _OWN, over=True)
            salvage.save(aside, connection, TEXTS, over=True)
            older = next((each for each in backups.listed(file) if each.whole), None)
            if older is not None and (copy is None or not copy.whole):
                salvage.save(older.file, connection, TEXTS, over=False)
            # Which texts the index knows is not known any more: it is made anew with the next that is added.
            connection.execute("DELETE FROM setting WHERE name IN ('words', 'outlets')")
        return saved


def _aside(file: Path) -> Path:
    """Gives a broken file, and what SQLite keeps beside it, a further name that nothing bears yet. Returns it.

    The file keeps its own name until the new one takes it: a process that looked in between would begin an empty one.
    """
    stamp = time.strftime("%Y%m%d-%H%M%S")
    number, target = 1, file.with_name(f"{file.name}.broken-{stamp}")
    while target.exists():
        number += 1
        target = file.with_name(f"{file.name}.broken-{stamp}-{number}")
    for old in side_files(file):
        if old.exists() and not old.name.endswith("-shm"):
            new = old.with_name(target.name + old.name.removeprefix(file.name))
            try:
                os.link(old, new)
            except OSError:
                shutil.copyfile(old, new)
                new.chmod(0o600)
    return target


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Only one process mends a file: a second one would take the mended file for the broken one."""
    import fcntl

    handle = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
