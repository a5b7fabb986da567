"""``tuireader add``, ``remove`` and ``library``: what is printed, with which status, and what becomes of the file."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuireader.cli import main
from tuireader.library import Library, backups
from tuireader.settings import paths

TEXT = "Storm over the harbour\n\nThe harbour was shut on Monday, the pilots said.\n"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, and two articles in a folder."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_text(TEXT)
    (tmp_path / "wire" / "b.txt").write_text(TEXT.replace("Monday", "Tuesday"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _form(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict[str, Any]:
    assert main([*words, "--json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def _library() -> Library:
    return Library.open(paths.find().library)


def test_add_tells_what_came_of_it(capsys: pytest.CaptureFixture[str], work: Path) -> None:
    (work / "wire" / "c.txt").write_bytes(b"")
    assert main(["add", "wire", "no\x1b]0;x", "--report", "bad.txt"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "2 new articles, 0 known, 2 problems\n" and "\x1b" not in printed.err
    assert "c.txt: is empty" in printed.err and "no such file" in printed.err
    assert [row.split("\t")[1] for row in (work / "bad.txt").read_text().splitlines()] == [
        "no such file or folder",
        "is empty",
    ]
    assert _form(capsys, "add", "wire")["add"]["known"] == 2
    assert main(["add", "nothing"]) == 1
    with _library() as library:
        assert library.count() == 2 and library.places() == ()
        assert backups.listed(paths.find().library)


def test_what_is_watched_is_remembered(work: Path) -> None:
    assert main(["add", "--watch", "wire"]) == 0
    with _library() as library:
        assert library.places() == ((str(work / "wire"), True),)
    assert main(["remove", "wire"]) == 0
    with _library() as library:
        assert library.places() == () and library.count() == 0


def test_an_interrupt_stops_after_the_batch(work: Path) -> None:
    for number in range(6000):
        (work / "wire" / f"n{number}.txt").write_text(TEXT.replace("Monday", f"day {number}"))
    adding = subprocess.Popen(
        [sys.executable, "-m", "tuireader", "add", "wire"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    file = paths.find().library
    while adding.poll() is None and not _has_texts(file):
        time.sleep(0.05)
    adding.send_signal(signal.SIGINT)
    out, err = adding.communicate(timeout=30)
    with _library() as library:
        count = library.count()
        assert library.note == ""
    assert adding.returncode == 130, err
    assert f"{count:,} new articles" in out and "the same call goes on from there" in out


def _has_texts(file: Path) -> bool:
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as connection:
        try:
            return connection.execute("SELECT 1 FROM text").fetchone() is not None
        except sqlite3.Error:
            return False


def test_remove_by_id_digest_and_path(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "wire"])
    with _library() as library:
        first, second = library.digests()
        library.add_mark(first, 0, 5, note="why?")
        library.add_mark(second, 0, 5)
    capsys.readouterr()
    assert main(["remove", "a"]) == 0
    assert "1 article taken out" in capsys.readouterr().out
    with _library() as library:
        assert library.digests() == (second,) and len(library.marks(first)) == 1
    assert main(["remove", "--forget", second[:10]]) == 0
    assert "1 mark among it" in capsys.readouterr().out
    with _library() as library:
        assert library.count() == 0 and [mark.digest for mark in library.all_marks()] == [first]
    assert main(["remove", "nothing\x1b[2J"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_mistaken_address_is_told_from_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("add", "list"):
        assert main([command, "ftp://wire.example/feed", "www.wire.example"]) == 1
        said = capsys.readouterr().err
        assert "ftp://wire.example/feed: no such file; of addresses https:// and http:// are opened" in said
        assert "www.wire.example: no such file or folder; an address begins with https://" in said


def test_what_holds_no_article_is_named(capsys: pytest.CaptureFixture[str], work: Path) -> None:
    for name in ("a.css", "b.js", "c.py", "photo.txt"):
        (work / "wire" / name).write_bytes(b"\xff\xd8\xff\xe0\0\0")
    assert main(["add", "wire", "--report", "bad.txt"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "2 new articles, 0 known, 4 files without articles\n"
    assert "no articles in a.css, b.js, c.py and 1 more file; all of them stand in bad.txt" in printed.err
    named = {row.partition("\t")[0] for row in (work / "bad.txt").read_text().splitlines()}
    assert named == {str(work / "wire" / name) for name in ("a.css", "b.js", "c.py", "photo.txt")}
    assert len(_form(capsys, "add", "wire")["add"]["passed"]) == 4


def test_what_was_taken_out_by_its_number_comes_back_by_what_is_said(
    capsys: pytest.CaptureFixture[str], work: Path
) -> None:
    rows = [json.dumps({"title": f"Row {n}", "text": TEXT.replace("Monday", f"the {n}th")}) for n in range(1, 4)]
    (work / "my rows.jsonl").write_text("\n".join(rows))
    main(["add", "my rows.jsonl"])
    capsys.readouterr()
    assert main(["remove", "2"]) == 0
    said = capsys.readouterr().out
    assert f"`tuireader add '{work / 'my rows.jsonl'}'`" in said
    found = _form(capsys, "add", str(work / "my rows.jsonl"))["add"]
    assert (found["new"], found["known"]) == (1, 2), "a file whose articles are gone is read again"
    (work / "my rows.jsonl").unlink()
    assert main(["remove", "3", "#1"]) == 0 and "library restore" in capsys.readouterr().out


def test_check_says_what_is_wrong_and_mends_what_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "wire"])
    assert _form(capsys, "library", "check")["check"]["sound"] is True if capsys.readouterr() else False
    with _library() as library:
        first, _ = library.digests()
        library._connection.execute("DELETE FROM words_data WHERE id > 10")
        library._connection.execute("UPDATE origin SET digest = 'gone' WHERE stem = 'b'")
    found = _form(capsys, "library", "check")["check"]
    assert found["sound"] and len(found["mended"]) == 2
    with _library() as library:
        library._connection.execute("UPDATE text SET data = X'00' WHERE digest = ?", (first,))
    found = _form(capsys, "library", "check", status=1)["check"]
    assert found["unreadable"] == [first]
    assert main(["remove", first]) == 0 and main(["library", "check"]) == 0


def test_check_mends_a_file_whose_pages_are_damaged(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "wire"])
    file = paths.find().library
    with _library() as library:
        library.add_mark("d", 1, 2)
        root = library._value("SELECT rootpage FROM sqlite_master WHERE name = 'text_listed'")
        library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    assert isinstance(root, int)
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    capsys.readouterr()
    assert main(["library", "check"]) == 1
    assert "is kept aside as" in capsys.readouterr().out
    assert main(["library", "check"]) == 0
    with _library() as library:
        assert library.count() == 2 and len(library.all_marks()) == 1


def test_backup_and_restore(capsys: pytest.CaptureFixture[str], work: Path) -> None:
    main(["add", "wire"])
    with _library() as open_elsewhere:
        open_elsewhere.add_mark("d", 1, 2)
        assert main(["library", "backup", "copy.sqlite3"]) == 0
        assert main(["library", "backup", "copy.sqlite3"]) == 1 and main(["library", "backup"]) == 0
        open_elsewhere.remove_mark("d", 1, 2)
        main(["remove", "a"])
        assert open_elsewhere.changed_elsewhere()
        capsys.readouterr()
        found = _form(capsys, "library", "restore", "copy.sqlite3")["restore"]
        assert (found["articles"], found["marks"]) == (2, 1) and Path(found["before"]).exists()
        # Who has it open goes on with what it is now.
        assert open_elsewhere.changed_elsewhere() and open_elsewhere.mark_at("d", 1, 2)
        assert open_elsewhere.add_mark("e", 1, 2)
    with _library() as library:
        assert len(library.all_marks()) == 2 and library.full_text_ready()
    (work / "bad.sqlite3").write_bytes(b"x" * 5000)
    for name in ("bad.sqlite3", "wire/a.txt", "nothing"):
        assert main(["library", "restore", name]) == 1
    with _library() as library:
        assert len(library.all_marks()) == 2 and library.note == ""
    assert "damaged itself, or no library" in capsys.readouterr().err


def test_a_copy_without_texts_leaves_those_that_are_there() -> None:
    main(["add", "wire"])
    copy = backups.make(paths.find().library, whole=False)
    with _library() as library:
        library.add_mark("d", 1, 2)
    assert main(["library", "restore", str(copy)]) == 0
    with _library() as library:
        assert library.count() == 2 and library.all_marks() == ()
        assert len(library.texts(library.digests())) == 2


def test_export_holds_everything_that_was_done(capsys: pytest.CaptureFixture[str], work: Path) -> None:
    main(["add", "--watch", "wire"])
    with _library() as library:
        first = library.digests()[0]
        library.add_mark(first, 0, 5, note="why?", tags="sea")
        library.set_read(first, True)
        library.remember_search("bridge")
        library.dismiss("key")
        library.set("theme", "paper")
    capsys.readouterr()
    found = _form(capsys, "library", "export")
    assert found["marks"][0]["note"] == "why?" and found["searches"] == ["bridge"] and found["dismissed"] == ["key"]
    assert [each["read"] for each in found["articles"] if each["digest"] == first] == [True]
    assert found["settings"]["theme"] == "paper" and "texts" not in found
    assert main(["library", "export", ".", "--texts"]) == 0
    (file,) = work.glob("tuireader-library-*.json")
    assert {each["text"] for each in json.loads(file.read_text())["texts"]} >= {TEXT}
    assert main(["library", "export", str(file)]) == 1 and main(["library", "export", str(file), "--force"]) == 0


def test_vacuum_and_path(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "wire"])
    capsys.readouterr()
    assert _form(capsys, "library", "vacuum")["vacuum"]["after"] > 0
    assert main(["library", "path"]) == 0
    assert capsys.readouterr().out == f"{paths.find().library}\n"
    assert main(["library", "path", "x"]) == 2


@pytest.mark.parametrize("deed", ["backup", "restore", "vacuum"])
def test_without_a_library_that_can_be_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, work: Path, deed: str
) -> None:
    (work / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(work / "file"))
    assert main(["library", deed]) == 1
    assert main(["add", "wire"]) == 1
    assert "Traceback" not in (said := capsys.readouterr().err) and said.count("tuireader: ") >= 2
    assert main(["library", "check"]) == 1


def test_it_is_mine_alone() -> None:
    main(["add", "wire"])
    main(["library", "backup"])
    home = paths.find().library.parent
    assert all(oct(each.stat().st_mode)[-2:] == "00" for each in (home, *home.rglob("*")))
