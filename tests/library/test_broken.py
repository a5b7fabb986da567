"""A library that came to harm opens all the same, is kept aside, and comes back as far as anything of it is left."""

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.damage import damaged
from tests.library.versions import first, second
from tuireader.library import Library, backups
from tuireader.library.texts import Texts
from tuireader.sources import from_text

MARKS = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library with something of everything, as one file."""
    file = tmp_path_factory.mktemp("whole") / "library.sqlite3"
    with Library.open(file) as library:
        for number in range(MARKS):
            library.add_mark(f"d{number % 5}", number, number + 4, quote=f"word {number}", note="ask", tags="sea")
            library.set_read(f"d{number}", True)
        library.put([from_text(f"Storm {n}\n\nThe harbour is shut. " * 9, id=f"a{n}", path=f"/{n}") for n in range(30)])
        library.set("theme", "paper")
        library.add_place("/x")
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return file.read_bytes()


def _use(library: Library) -> None:
    """All that a reader asks and does."""
    library.all_marks(), library.states(), library.dismissed(), library.searches(), library.places(), library.feeds()
    article = from_text("Storm 1\n\nThe harbour is open.", id="b", path="/b")
    library.texts(library.digests())
    library.put([article])
    library.drop([article.digest])
    library.undo()


def test_whatever_happens_to_the_file_it_opens_and_keeps(tmp_path: Path, whole: bytes) -> None:
    chance = random.Random(6)
    for number in range(16):
        file = tmp_path / str(number) / "library.sqlite3"
        file.parent.mkdir()
        file.write_bytes(damaged(whole, chance))
        with Library.open(file) as library:
            aside, alive = "aside" in library.note, "Nothing" not in library.note
            _use(library)
            assert library.add_mark("new", 1, 2), library.note
        assert not aside or list(file.parent.glob("*.broken-*"))
        with Library.open(file) as library:
            assert not alive or library.mark_at("new", 1, 2)
        assert not [left for left in file.parent.iterdir() if left.name.startswith(".") or "-shm" in left.name]


def test_a_copy_gives_back_what_the_broken_file_cannot(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    copy = backups.make(file)
    copied = time.strftime("%-d %B %Y, %H:%M", time.localtime(backups.listed(file)[0].made))
    file.write_bytes(b"nothing of it is left " * 400)
    with Library.open(file) as library:
        assert f"here is the copy of {copied} again: what you did since may be missing" in library.note
        assert len(library.all_marks()) == MARKS and library.get("theme") == "paper" and library.count() == 30
        assert library.put([]).kept and library.full_text_ready()
    assert copy.exists()


def test_what_was_done_since_the_copy_is_read_from_the_broken_file(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    backups.make(file)
    with Library.open(file) as library:
        library.add_mark("since", 5, 9, note="after the copy")
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    data[:16] = bytes(16)
    file.write_bytes(data)
    with Library.open(file) as library:
        assert "all that you did could be read" in library.note
        assert len(library.all_marks()) == MARKS + 1 and library.marks("since")[0].note == "after the copy"
        # The steps are those of the broken file: the newest of them can be taken back.
        assert library.undo().startswith("mark taken back")


def test_a_copy_that_is_broken_itself_is_passed_over(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    old = backups.make(file)
    shutil.move(old, old.with_name("library-20200101-000000.sqlite3"))
    backups.make(file).write_bytes(whole[: len(whole) // 3])
    file.write_bytes(b"x" * 9000)
    with Library.open(file) as library:
        assert "the copy of 1 January 2020, 00:00" in library.note and len(library.all_marks()) == MARKS


def test_it_breaks_while_it_is_open(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    library = Library.open(file)
    backups.make(file)
    file.write_bytes(b"\xff" * len(whole))
    library._connection.execute("PRAGMA shrink_memory")  # so that nothing of it is in memory
    assert library.add_mark("new", 1, 2) and len(library.all_marks()) == MARKS + 1
    assert "aside" in library.note
    library.close()


def test_the_file_is_another_one_suddenly(tmp_path: Path, whole: bytes) -> None:
    file, other = tmp_path / "library.sqlite3", tmp_path / "other.sqlite3"
    other.write_bytes(whole)
    with Library.open(file) as library:
        library.add_mark("old", 1, 2)
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.replace(file)
        for end in ("-wal", "-shm"):
            file.with_name(file.name + end).unlink()
        assert library.changed_elsewhere()
        assert library.add_mark("new", 1, 2)
        assert len(library.all_marks()) == MARKS + 1
    with Library.open(file) as library:
        assert library.mark_at("new", 1, 2)


def test_copies_without_texts(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    copy = backups.make(file, whole=False)
    assert copy.stat().st_size < len(whole)
    with Library.open(copy) as library:
        assert len(library.all_marks()) == MARKS and library.count() == 0
        assert library.undo() == "taken off the list again: /x"
    # Texts come from the newest copy that has them, and what was done from the newest of all.
    with Library.open(file) as library:
        kept = backups.make(file)
        shutil.move(kept, kept.with_name("library-20200101-000000.sqlite3"))
        library.add_mark("later", 1, 2)
        backups.make(file, whole=False)
    file.write_bytes(b"x" * 9000)
    with Library.open(file) as library:
        assert library.mark_at("later", 1, 2) and library.count() == 30


def test_few_copies_are_kept_and_one_is_due_each_day(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    assert backups.due(file)
    made = [backups.make(file, whole=number == 0) for number in range(backups.KEPT + 3)]
    found = backups.listed(file)
    # The only one with the texts stays beyond the newest few.
    assert len(found) == backups.KEPT + 1 and made[0] in [each.file for each in found]
    assert not backups.due(file)
    assert backups.due(file, time.time() + backups.EVERY + 60) and backups.due(file, time.time() - 3600)


def test_what_is_broken_is_not_copied(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(whole)
    with Library.open(file) as library:
        root = library._value("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_mark_1'")
        assert isinstance(root, int)
        data = bytearray(file.read_bytes())
    data[root * 4096 - 200 : root * 4096 - 100] = bytes(100)
    file.write_bytes(data)
    with pytest.raises((backups.Damaged, Exception)):
        backups.make(file)
    assert backups.listed(file) == () and not list(backups.folder(file).iterdir())


def test_a_store_of_its_own_breaks_as_well(tmp_path: Path) -> None:
    file = tmp_path / "folder.sqlite3"
    file.write_bytes(b"x" * 9000)
    with Texts.open(file) as store:
        assert store.put([from_text("Storm\n\nAll is well.", id="a")]).kept


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_library_is_copied_before_its_tables_become_others(tmp_path: Path, version: int) -> None:
    file = tmp_path / "library.sqlite3"
    (first if version == 1 else second)(file)
    with Library.open(file) as library:
        assert library.note == "" and library.is_read("a") and library.position("a") == 120
        assert len(library.all_marks()) == 3 and library.get("theme") == "paper"
        if version == 2:
            assert library.marks("a")[0].note == "ask" and library.searches() == ("bridge",)
            assert library.undo() == "taken off the list again: /wire"
        assert library.put([from_text("Storm\n\nAll is well.", id="a")]).kept and library.count() == 1
    (copy,) = backups.listed(file)
    with closing(sqlite3.connect(copy.file)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (version,)


def test_where_no_copy_can_be_made_the_older_library_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    second(file)
    (tmp_path / "backups").write_text("in the way")
    with Library.open(file) as library:
        assert "cannot be written" in library.note and len(library.all_marks()) == 3
    with closing(sqlite3.connect(file)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (2,)
