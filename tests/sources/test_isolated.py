"""Functions called in a process of their own, whatever they do there."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader.sources import isolated
from tuireader.sources.isolated import Answered, Task, Unreadable, ahead, call

ODD = "tests.sources.odd_functions:"


@pytest.fixture(scope="module", autouse=True)
def _end() -> Iterator[None]:
    yield
    isolated.stop()


def _who() -> object:
    return call(f"{ODD}who", b"").data


def test_answers_come_back_and_the_worker_stays() -> None:
    assert call(f"{ODD}echo", b"12345", more=["é", None]).data == {"size": 5, "more": ["é", None]}
    assert _who() == _who() != os.getpid()


def test_a_large_document_goes_there_and_back() -> None:
    data = os.urandom(9_000_000)
    assert call(f"{ODD}with_bytes", data) == Answered({"parts": 2}, (data, b"second"))


@pytest.mark.parametrize("name", ["hang", "hang_without_python", "sleep"])
def test_what_hangs_is_killed(name: str) -> None:
    before = _who()
    started = time.monotonic()
    with pytest.raises(Unreadable, match=r"took longer than 0\.2 s to read"):
        call(f"{ODD}{name}", b"", seconds=0.2)
    assert time.monotonic() - started < 3
    assert _who() != before


def test_memory_has_a_limit() -> None:
    with pytest.raises(Unreadable, match=r"needed more memory than 1\.5 GB"):
        call(f"{ODD}allocate", b"")
    assert _who()


@pytest.mark.parametrize(
    ("name", "options"), [("crash", {}), ("leave", {"status": 1}), ("leave", {"status": 250})], ids=str
)
def test_what_crashes_is_told_in_a_line(name: str, options: dict[str, object]) -> None:
    with pytest.raises(Unreadable, match="its reader crashed on it"):
        call(f"{ODD}{name}", b"", **options)
    assert _who()


def test_what_is_printed_is_no_answer() -> None:
    assert call(f"{ODD}scribble", b"").data == ""


@pytest.mark.parametrize(
    "junk",
    [
        "x" * 100,
        '\0\0\0\0\0\0\0\x16{"done":1,"blobs":"x"}',
    ],
)
def test_a_worker_that_lies_is_told_in_a_line(junk: str) -> None:
    with pytest.raises(Unreadable):
        call(f"{ODD}lie", b"", junk=junk, seconds=5)
    assert _who()


def test_errors_become_one_line() -> None:
    before = _who()
    with pytest.raises(Unreadable, match=r"^is no document$"):
        call(f"{ODD}refuse", b"")
    assert _who() == before
    with pytest.raises(Unreadable, match=r"^could not be read \(KeyError\)$"):
        call(f"{ODD}raises", b"")
    with pytest.raises(Unreadable):
        call(f"{ODD}no_json", b"")
    with pytest.raises(ImportError) as error:
        call(f"{ODD}needs", b"")
    assert error.value.name == "no_such_package"


def test_nothing_is_written_to_a_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="large"):
        call(f"{ODD}writes", b"x", path=str(tmp_path / "there"))
    assert not (tmp_path / "there").read_bytes()


def test_threads_share_the_workers() -> None:
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda number=number: found.append(call(f"{ODD}echo", b"", number=number).data))
        for number in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(str(each) for each in found) == sorted(str({"size": 0, "number": number}) for number in range(12))


def test_a_worker_begun_by_a_thread_outlives_it() -> None:
    isolated.stop()
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(_who()))
    thread.start()
    thread.join()
    assert _who() == found[0]


def test_many_calls_come_in_order_and_errors_among_them() -> None:
    tasks = [Task(f"{ODD}{'refuse' if n % 5 == 3 else 'echo'}", b"x" * n, {}) for n in range(20)]
    sizes = [each.data["size"] if isinstance(each, Answered) else str(each) for each in ahead(tasks)]  # type: ignore[index]
    assert sizes == ["is no document" if n % 5 == 3 else n for n in range(20)]


def test_who_stops_early_takes_no_more_tasks() -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield Task(f"{ODD}echo", b"", {})

    found = ahead(tasks())
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert taken <= isolated.cores() + 1


def test_stopping_ends_a_call_under_way() -> None:
    _who()
    threading.Timer(0.3, isolated.stop).start()
    with pytest.raises(Unreadable, match="told to stop"):
        call(f"{ODD}sleep", b"")
    assert _who()


def test_no_worker_is_left_when_the_parent_is_killed() -> None:
    code = f"""
import threading, time
from tuireader.sources.isolated import call
print(call("{ODD}who", b"").data, flush=True)
call("{ODD}sleep", b"")
"""
    # A worker does not look into the folder it was begun in: that of the tests has to be named.
    found = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=found)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 5
    while _alive(worker):
        assert time.monotonic() < until, "the worker is still there"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    """Whether a process runs: one that has ended and was not asked for does not."""
    stat = Path(f"/proc/{pid}/stat")
    if stat.parent.parent.joinpath("self").exists():
        return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] not in "ZX"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_leaving_waits_for_no_document() -> None:
    code = f"""
import threading, time
from tuireader.sources.isolated import Task, ahead
tasks = [Task("{ODD}sleep", b"", {{}})] * 9
threading.Thread(target=lambda: list(ahead(tasks)), daemon=True).start()
time.sleep(0.2)
"""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)
    assert time.monotonic() - began < 5
