"""A copy put in the place of the library, under the eyes of whoever has it open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tuireader.article import TuireaderError
from tuireader.library import backups, salvage, sound
from tuireader.library.database import corrupt, migrate, writing
from tuireader.library.tables import APPLICATION, TEXTS, steps
from tuireader.text.safe import line


def restore(file: Path, copy: Path) -> Path | None:
    """Makes the library what it was in a copy. Returns where the present one is kept; None where there was none.

    The pages of the file are written over in one transaction, so that a reader that has it open goes on with the new
    ones. A copy without texts leaves those that are there. Raises TuireaderError for a file that is no sound library,
    OSError, sqlite3.Error.
    """
    _sound(copy)
    from tuireader.library.store import Library

    with Library.open(file) as present:  # mends it, or begins one, where need be
        if present.file is None:
            raise TuireaderError(present.note)
    before = backups.make(file)
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as source:
        has_texts = source.execute("SELECT 1 FROM sqlite_master WHERE name = 'text'").fetchone() is not None
        has_texts = has_texts and source.execute("SELECT 1 FROM text").fetchone() is not None
        with closing(sqlite3.connect(":memory:")) as ready:
            source.backup(ready)
            ready.isolation_level = None
            migrate(ready, APPLICATION, steps())
            if not has_texts:
                with writing(ready):
                    salvage.save(before, ready, TEXTS, over=True)
                    ready.execute("DELETE FROM setting WHERE name IN ('words', 'outlets')")
            with closing(sqlite3.connect(file, timeout=5)) as target:
                ready.backup(target)
    return before


def _sound(copy: Path) -> None:
    name = line(str(copy))
    try:
        sound.head(copy, APPLICATION, len(steps()))
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as source:
            mine, version = (
                source.execute(f"PRAGMA {each}").fetchone()[0] for each in ("application_id", "user_version")
            )
            if mine != APPLICATION:
                raise TuireaderError(f"{name} is no library of tuireader")
            if version > len(steps()):
                raise TuireaderError(f"{name} was written by a newer tuireader (version {version}); update tuireader")
            (answer,) = source.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not corrupt(error):
            raise
        answer = str(error)
    if answer != "ok":
        raise TuireaderError(f"{name} is damaged itself, or no library; the library is as it was")
