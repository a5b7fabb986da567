"""What the reader did is found again, and whatever is wrong with the file, the reader starts."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.library import Cache, Library, database, opening
from tuireader.library.beside import beside
from tuireader.library.tables import APPLICATION, steps
from tuireader.sources import from_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "library.sqlite3"


def _fill(library: Library) -> None:
    assert library.set_read("a", True)
    assert library.set_position("a", 120)
    assert library.add_mark("a", 30, 40) and library.add_mark("a", 5, 9)
    assert library.dismiss("quantity troops")
    assert library.set("theme", "paper")


def _is_filled(library: Library) -> bool:
    return (
        library.is_read("a")
        and library.position("a") == 120
        and [(mark.start, mark.end) for mark in library.marks("a")] == [(5, 9), (30, 40)]
        and library.dismissed() == {"quantity troops"}
        and library.get("theme") == "paper"
    )


def test_everything_is_found_in_the_next_run(file: Path) -> None:
    with Library.open(file) as library:
        assert library.note == ""
        _fill(library)
    with Library.open(file) as library:
        assert library.note == ""
        assert _is_filled(library)
        assert library.marks("a")[0].created > 1_700_000_000


@pytest.mark.parametrize("again", ["library", "connection", "list", "copy"])
def test_another_process_that_closes_the_file_does_not_take_the_log_of_writes_away(file: Path, again: str) -> None:
    log = file.with_name(f"{file.name}-wal")
    with Library.open(file) as library:
        library.set("theme", "ink")
        opened = {
            "library": lambda: Library.open(file).close(),
            "connection": lambda: database.connect(file).close(),
            "list": lambda: beside(library, library)[0].let_go(),
            "copy": library.back_up,
        }
        opened[again]()
        before = log.stat().st_ino
        code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM setting'); c.close()"
        subprocess.run([sys.executable, "-c", code, str(file)], check=True, timeout=30)
        assert log.exists() and log.stat().st_ino == before
        _fill(library)
        code = (
            "import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).execute('SELECT COUNT(*) FROM mark').fetchone())"
        )
        told = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, timeout=30)
        assert told.stdout == "2\n"
    with database.untouched(file) as free:
        assert free


def test_what_was_never_written(file: Path) -> None:
    with Library.open(file) as library:
        assert not library.is_read("x")
        assert library.position("x") is None
        assert library.marks("x") == ()
        assert library.dismissed() == frozenset()
        assert library.get("x", 7) == 7


def test_everything_can_be_taken_back(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
        library.set_read("a", False)
        library.remove_mark("a", 5, 9)
        library.restore("quantity troops")
        library.set("theme", None)
        assert not library.is_read("a") and library.position("a") == 120
        assert [mark.start for mark in library.marks("a")] == [30]
        assert library.dismissed() == frozenset()
        assert library.get("theme", "ink") is None


def test_marking_twice_keeps_the_first(file: Path) -> None:
    with Library.open(file) as library:
        library.add_mark("a", 1, 2)
        first = library.marks("a")
        library.add_mark("a", 1, 2)
        assert library.marks("a") == first


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_any_json_value_comes_back(value: object) -> None:
    with Library.open(None) as library:
        if library.set("x", value):
            assert library.get("x") == value
        else:
            assert library.note


def test_only_the_user_may_look(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
        assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in file.parent.iterdir())


def test_without_a_file_it_lasts_as_long_as_the_run() -> None:
    with Library.open(None) as library:
        _fill(library)
        assert _is_filled(library)
        assert library.note == "Nothing will be remembered after this run: no library file is in use."


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Library.open(tmp_path / "file" / "library.sqlite3") as library:
        assert "cannot be written" in library.note and library.note.startswith("Nothing will be remembered")
        _fill(library)
        assert _is_filled(library)


def test_a_link_leads_to_a_library_that_is_made(file: Path, tmp_path: Path) -> None:
    """Whoever keeps the state elsewhere lays the link before there is a library."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file.parent.mkdir()
    file.symlink_to(elsewhere / "mine.sqlite3")
    with Library.open(file) as library:
        assert library.note == ""
        _fill(library)
    assert file.is_symlink() and stat.S_IMODE((elsewhere / "mine.sqlite3").stat().st_mode) == 0o600
    with Library.open(file) as library:
        assert _is_filled(library)


def test_why_it_cannot_be_written_is_what_the_system_says(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(file) as library:
        _fill(library)
    opens = os.open

    def refused(path: Path, flags: int, *more: int, **others: int) -> int:
        if path == file and flags & os.O_RDWR:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return opens(path, flags, *more, **others)

    monkeypatch.setattr(os, "open", refused)
    with Library.open(file) as library:
        assert library.note.endswith(f"cannot be written ({os.strerror(errno.EROFS)}).")
        assert _is_filled(library)


def test_a_file_that_may_only_be_read_is_still_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(file) as library:
        _fill(library)

    def refused(*_: object) -> sqlite3.Connection:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "connect", refused)
    with Library.open(file) as library:
        assert library.note.endswith("cannot be written (Permission denied).")
        assert _is_filled(library)
        library.set_read("b", True)
    monkeypatch.undo()
    with Library.open(file) as library:
        assert not library.is_read("b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_folder_without_permission(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        with Library.open(file) as library:
            assert "cannot be written" in library.note
            assert _is_filled(library)
    finally:
        file.parent.chmod(0o700)


@pytest.mark.parametrize("damage", ["noise", "head", "middle", "cut"])
def test_a_broken_file_is_kept_aside(file: Path, damage: str) -> None:
    with Library.open(file) as library:
        _fill(library)
        for number in range(400):
            library.set(f"x{number}", "word " * 40)
    data = bytearray(file.read_bytes())
    if damage == "noise":
        data = bytearray(b"not a database at all " * 300)
    elif damage == "head":
        data[:16] = b"\0" * 16
    elif damage == "middle":
        data[4096 : 4096 + 20000] = b"\xff" * 20000
    else:
        del data[len(data) // 2 :]
    file.write_bytes(data)
    with Library.open(file) as library:
        (aside,) = file.parent.glob("*.broken-*")
        assert aside.read_bytes() == data
        saved = {"head": "all that you did could be read", "noise": "a new one is begun"}
        assert aside.name in library.note and saved.get(damage, "is kept aside") in library.note
        _fill(library)
    with Library.open(file) as library:
        assert library.note == ""
        assert _is_filled(library)


def test_two_broken_files_are_both_kept(file: Path) -> None:
    file.parent.mkdir()
    for _ in range(2):
        file.write_bytes(b"x" * 5000)
        Library.open(file).close()
    assert len(list(file.parent.glob("*.broken-*"))) == 2


def test_a_newer_file_is_left_alone(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with Library.open(file) as library:
        assert "newer tuireader (version 99, this one knows 3); update tuireader" in library.note
        assert not library.is_read("a")
        library.set_read("b", True)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
    connection.close()


def test_a_file_of_another_program_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    with Library.open(file) as library:
        assert "belongs to another program" in library.note
        _fill(library)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    connection.close()


def test_an_older_file_is_brought_up_and_keeps_what_it_holds(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
    more = [*steps(), ["ALTER TABLE mark ADD COLUMN colour TEXT", "UPDATE setting SET value = '\"mist\"'"]]
    connection, note = opening.opened(file, APPLICATION, more)
    assert note == ""
    assert connection.execute("PRAGMA user_version").fetchone() == (len(steps()) + 1,)
    assert connection.execute("SELECT value FROM setting").fetchone() == ('"mist"',)
    assert connection.execute("SELECT count(*) FROM mark WHERE colour IS NULL").fetchone() == (2,)
    connection.close()


def test_a_step_that_fails_leaves_the_old_version(file: Path) -> None:
    with Library.open(file) as library:
        _fill(library)
    clash = ["DROP TABLE dismissed", "INSERT INTO article (digest) SELECT digest FROM mark"]
    connection, note = opening.opened(file, APPLICATION, [*steps(), clash])
    connection.close()
    assert "cannot be written" in note
    with Library.open(file) as library:
        assert _is_filled(library)


def test_a_write_that_fails_is_told_and_the_reader_goes_on(file: Path) -> None:
    library = Library.open(file)
    other = sqlite3.connect(file, isolation_level=None)
    library._connection.execute("PRAGMA busy_timeout=10")
    other.execute("BEGIN IMMEDIATE")
    assert library.set_read("a", True) is False
    assert "could not be written (database is locked)" in library.note
    other.execute("ROLLBACK")
    assert library.set_read("a", True) is True
    assert library.is_read("a")
    other.close()
    library.close()
    assert library.is_read("a") is False


def test_threads_share_one_library(file: Path) -> None:
    with Library.open(file) as library:
        threads = [
            threading.Thread(target=lambda n=n: [library.set_position(f"{n}-{i}", i) for i in range(20)])  # type: ignore[misc]
            for n in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all(library.position(f"{n}-{i}") == i for n in range(4) for i in range(20))
        assert library.note == ""


def test_a_file_without_its_write_ahead_log_on_a_network(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = file.parent.parent / "mounts"
    mounts.write_text(f"/dev/x / ext4 rw 0 0\nserver:/h {file.parent.parent} nfs4 rw 0 0\n")
    monkeypatch.setattr(database, "_MOUNTS", mounts)
    with Library.open(file) as library:
        _fill(library)
        assert library._connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        assert library._connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert not file.with_name(file.name + "-wal").exists()


def test_which_folders_lie_on_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/x / ext4 rw 0 0\na:/h /net/my\\040home nfs4 rw 0 0\nu@b: /net/s fuse.sshfs rw 0 0\nodd\n")
    monkeypatch.setattr(database, "_MOUNTS", mounts)
    assert [database.on_network(Path(p)) for p in ("/net", "/net/my home/x", "/net/s", "/net/saved", "/home")] == [
        False,
        True,
        True,
        False,
        False,
    ]
    monkeypatch.setattr(database, "_MOUNTS", tmp_path / "nothing")
    assert database.on_network(tmp_path) is False


def test_a_full_disk_is_told_and_nothing_is_claimed(file: Path) -> None:
    with Library.open(file) as library:
        (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
        library._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        kept = 0
        while library.add_mark("a", kept, kept + 1, quote="word " * 400):
            kept += 1
        assert "could not be written (database or disk is full)" in library.note
        assert len(library.all_marks()) == kept and library.mark_at("a", kept, kept + 1) is None
        library._connection.execute("PRAGMA max_page_count = 100000")
        assert library.add_mark("a", kept, kept + 1) and library.note == ""
    with Library.open(file) as library:
        assert len(library.all_marks()) == kept + 1


def test_a_disk_with_no_room_at_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(file) as library:
        _fill(library)

    def refused(*_: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(opening, "connect", refused)
    monkeypatch.setattr(opening, "_full", lambda _: True)
    with Library.open(file) as library:
        assert library.note.endswith("cannot be written (the disk is full).") and _is_filled(library)


def test_without_a_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Library.open(Path("~/.local/state/tuireader/library.sqlite3")) as library:
        assert library.note.startswith("Nothing will be remembered") and "there is no home folder" in library.note
        _fill(library)
        assert _is_filled(library)
    with Cache.open(Path("~/.cache/tuireader/results.sqlite3")) as cache:
        cache.put("kind", "key", {"a": 1})
        assert cache.get("kind", "key") is None
    assert list(tmp_path.iterdir()) == []


def test_a_large_library_that_may_only_be_read_is_read_in_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = from_text("Storm over the harbour\n\nAll is well.", id="a")
    with Library.open(file) as library:
        _fill(library)
        library.put([article])

    def refused(*_: object) -> sqlite3.Connection:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "connect", refused)
    with Library.open(file) as library:
        assert _is_filled(library) and library.texts(library.digests()) == (article,)
        assert library.full_text_ready() and library._rows("SELECT rowid FROM words WHERE words MATCH 'storm'")
        assert not library.put([from_text("Other\n\nText.", id="b")]).kept
        assert library.add_mark("x", 1, 2) and library.mark_at("x", 1, 2)
