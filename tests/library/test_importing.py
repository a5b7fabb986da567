"""Many files into a library: skipped where they are known, told where they are bad, and gone on with later."""

import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest

from tuireader.library import Library
from tuireader.library.importing import add, reading
from tuireader.library.importing.reading import Wanted
from tuireader.sources.model import Options


def _text(number: int) -> str:
    return f"Storm number {number} over the harbour\n\nThe harbour was shut on day {number}, the pilots said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty articles, one of them twice, an archive with two more, and files that hold none."""
    home = tmp_path / "wire"
    (home / "sub").mkdir(parents=True)
    for number in range(20):
        (home / ("sub" if number % 2 else ".") / f"a{number:02}.txt").write_text(_text(number))
    (home / "again.txt").write_text(_text(3))
    with zipfile.ZipFile(home / "more.zip", "w") as archive:
        archive.writestr("one.txt", _text(100))
        archive.writestr("two.txt", _text(101))
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (home / "empty.txt").write_bytes(b"")
    return home


def test_everything_is_added_once_and_skipped_unread_the_next_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        told = []
        done = add(library, [str(folder)], told=lambda report: told.append(report.files))
        assert (done.new, done.known, done.changed, done.failed) == (22, 0, 0, "")
        assert library.count() == 22 and done.files == done.total == told[-1] == 24
        assert [(Path(path).name, reason) for path, reason in done.problems] == [("empty.txt", "is empty")]
        assert len(done.passed) == 1 and done.articles == 22
        monkeypatch.setattr(reading, "read", None)  # nothing is read again, but for what held nothing
        (folder / "empty.txt").unlink()
        (folder / "picture.png").unlink()
        again = add(library, [str(folder), str(folder / "a00.txt")])
        assert (again.new, again.known, again.files, again.problems) == (0, 23, 22, [])


def test_what_is_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        add(library, [str(folder)])
        (folder / "a04.txt").write_text(_text(4) + "\nMore came in.\n")
        os.utime(folder / "a06.txt", (1, 1))
        done = add(library, [str(folder)])
        assert (done.new, done.known, done.changed) == (1, 22, 1)
        assert library.count() == 22
        (article,) = library.texts(library.digests_of("a04"))
        assert article.text.endswith("More came in.\n") and article.path == str(folder / "a04.txt")


def test_it_stops_between_batches_and_goes_on(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuireader.library.importing.adding.BATCH", 5)
    with Library.open(tmp_path / "library.sqlite3") as library:
        done = add(library, [str(folder)], stop=lambda: library.count() >= 10)
        assert done.stopped and 10 <= done.new < 20 and done.files < done.total
        assert library.count() == done.new
        rest = add(library, [str(folder)])
        assert not rest.stopped and done.new + rest.new == library.count() == 22


def test_processes_read_the_same(folder: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "one.sqlite3") as one, Library.open(tmp_path / "two.sqlite3") as two:
        alone, beside = add(one, [str(folder)], processes=0), add(two, [str(folder)], processes=1)
        assert (beside.new, beside.known, beside.problems) == (alone.new, alone.known, alone.problems)
        assert one.digests() == two.digests() and one.texts(one.digests()) == two.texts(two.digests())


def test_large_files_are_read_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuireader.library.importing.adding._SMALL", 1000)
    monkeypatch.setattr("tuireader.library.importing.adding.BATCH", 10)
    rows = [{"title": f"Storm {n}", "text": _text(n)} for n in range(35)]
    table = tmp_path / "wire.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert add(library, [str(table)]).new == 35 == library.count()
        assert add(library, [str(table)]).known == 35
        assert len(library.digests_from(str(table))) == 35
        stopped = add(library, [str(table)], stop=lambda: True)
        assert stopped.stopped


def test_two_articles_of_one_name_in_one_file_are_two(tmp_path: Path) -> None:
    rows = [{"id": "same", "title": f"Storm {n}", "text": _text(n)} for n in range(3)]
    table = tmp_path / "wire.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert add(library, [str(table)]).new == 3 == library.count()
        table.write_text(table.read_text() + "\n")
        again = add(library, [str(table)])
        assert (again.new, again.changed, library.count()) == (0, 0, 3)


def test_a_disk_that_is_full_stops_it_and_nothing_is_claimed(folder: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        library._connection.execute("PRAGMA max_page_count = 1")
        done = add(library, [str(folder)])
        assert "full" in done.failed and done.new == 0 == library.count()
        library._connection.execute("PRAGMA max_page_count = 100000")
        assert add(library, [str(folder)]).new == 22 and library.note == ""


def test_a_reader_that_dies_takes_one_file_along(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_read_all", _dying)
    wanted = [Wanted(str(path), False, 1, 1) for path in sorted(folder.glob("a0*.txt"))]
    found = list(reading.all_of(wanted, Options(), processes=1))
    assert [len(each.articles) for each in found] == [1, 0, 1, 1, 1]
    assert [each.problems[0].reason for each in found if each.problems] == [
        "could not be read: what reads it died of it"
    ]


def _dying(chunk: tuple[Wanted, ...], options: Options) -> list[reading.Read]:
    if any(each.path.endswith("a02.txt") for each in chunk):
        os._exit(9)
    return [reading.read(each, options) for each in chunk]


def test_a_file_of_several_that_had_a_problem_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "wire.txt.gz"
    file.write_bytes(gzip.compress(_text(1).encode())[:-8])
    with Library.open(tmp_path / "library.sqlite3") as library:
        first = add(library, [str(file)])
        assert first.problems
        file.write_bytes(gzip.compress(_text(1).encode()))
        assert add(library, [str(file)]).articles == 1
