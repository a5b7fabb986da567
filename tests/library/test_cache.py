"""Results come back, or nothing does; never an error, never more than the cap."""

import random
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tuireader.library import Cache


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "results.sqlite3"


def test_results_come_back_in_the_next_run(file: Path) -> None:
    with Cache.open(file) as cache:
        assert cache.get("passages", "k") is None
        cache.put("passages", "k", {"links": [1, 2.5, None], "é": "\u202e\ud800"})
        cache.put("facts", "k", {})
    with Cache.open(file) as cache:
        assert cache.get("passages", "k") == {"links": [1, 2.5, None], "é": "\u202e\ud800"}
        assert cache.get("facts", "k") == {}
        assert cache.get("facts", "other") is None


def test_a_later_result_stands_for_the_earlier(file: Path) -> None:
    with Cache.open(file) as cache:
        cache.put("x", "k", {"n": 1})
        cache.put("x", "k", {"n": 2})
        assert cache.get("x", "k") == {"n": 2}


def test_without_a_file_nothing_is_kept() -> None:
    with Cache.open(None) as cache:
        cache.put("x", "k", {})
        assert cache.get("x", "k") is None


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Cache.open(tmp_path / "file" / "results.sqlite3") as cache:
        cache.put("x", "k", {})
        assert cache.get("x", "k") is None


def test_a_broken_file_is_begun_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"nothing of use " * 1000)
    with Cache.open(file) as cache:
        cache.put("x", "k", {"n": 1})
        assert cache.get("x", "k") == {"n": 1}
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_file_that_breaks_while_in_use(file: Path) -> None:
    chance = random.Random(1)
    with Cache.open(file) as cache:
        for number in range(200):
            cache.put("x", str(number), {"noise": chance.randbytes(300).hex()})
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xfe" * (len(data) - 4096)
    file.write_bytes(data)
    with Cache.open(file) as cache:
        assert all(cache.get("x", str(number)) is None for number in range(200))
        cache.put("x", "new", {"n": 1})
        assert cache.get("x", "new") == {"n": 1}


def test_a_row_that_cannot_be_unpacked_is_nothing(file: Path) -> None:
    with Cache.open(file) as cache:
        cache.put("x", "k", {"n": 1})
    connection = sqlite3.connect(file)
    connection.execute("UPDATE result SET data = x'00112233'")
    connection.commit()
    connection.close()
    with Cache.open(file) as cache:
        assert cache.get("x", "k") is None
        cache.put("x", "k", {"n": 2})
        assert cache.get("x", "k") == {"n": 2}


def test_a_file_that_is_not_ours_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    with Cache.open(file) as cache:
        cache.put("x", "k", {})
        assert cache.get("x", "k") is None
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    connection.close()
    assert len(file.read_bytes()) == len(before)


def test_it_never_grows_far_beyond_its_cap(file: Path) -> None:
    chance = random.Random(1)
    cap = 200_000
    with Cache.open(file, cap) as cache:
        for number in range(100):
            cache.put("x", str(number), {"noise": chance.randbytes(4000).hex()})
        assert cache.get("x", "99") is not None
        assert cache.get("x", "0") is None
        kept = sum(cache.get("x", str(number)) is not None for number in range(100))
        assert 15 < kept < 50
        cache.put("x", "huge", {"noise": chance.randbytes(cap).hex()})
        assert cache.get("x", "huge") is None
    assert file.stat().st_size < 1.5 * cap


def test_what_was_asked_for_lately_stays(file: Path) -> None:
    chance = random.Random(1)
    with Cache.open(file, 100_000) as cache:
        cache.put("x", "wanted", {"n": 1})
        cache.put("x", "unwanted", {"n": 1})
        assert cache._connection is not None
        cache._connection.execute("UPDATE result SET used = used - 10 * 24 * 60 * 60")
        assert cache.get("x", "wanted") == {"n": 1}
        for number in range(9):
            cache.put("x", str(number), {"noise": chance.randbytes(4000).hex()})
        cache._connection.execute("UPDATE result SET used = used + 5 WHERE key = 'wanted'")
        for number in range(9, 18):
            cache.put("x", str(number), {"noise": chance.randbytes(4000).hex()})
        assert cache.get("x", "wanted") == {"n": 1}
        assert cache.get("x", "unwanted") is None


def test_several_processes_and_threads_at_once(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tuireader.library import Cache\n"
        "cache = Cache.open(Path(sys.argv[1]))\n"
        "for i in range(30): cache.put('x', str(i), {'i': i})\n"
        "assert all(cache.get('x', str(i)) in ({'i': i}, None) for i in range(30))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(file)]) for _ in range(4)]
    with Cache.open(file) as cache:
        threads = [
            threading.Thread(target=lambda: [cache.put("x", str(i), {"i": i}) for i in range(30)]) for _ in range(3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [process.wait(60) for process in running] == [0] * 4
        assert all(cache.get("x", str(i)) == {"i": i} for i in range(30))
