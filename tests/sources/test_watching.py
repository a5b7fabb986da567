"""Watching a folder, a glob, a file: what comes, what changes, what is not whole yet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tuireader.sources import watching as module
from tuireader.sources.watching import Watch, look, root_of

Start = Callable[..., list[str]]


@pytest.fixture
def watching() -> Iterator[Start]:
    """Watches a name; what comes is put into the list that is returned."""
    open_: list[Watch] = []

    def start(name: Path | str, **options: object) -> list[str]:
        came: list[str] = []
        open_.append(Watch(str(name), came.extend, **options))  # type: ignore[arg-type]
        return came

    yield start
    for watch in open_:
        watch.stop()
        # A thread that has not had its turn yet ends when it has.
        watch._thread.join(10)
        assert not watch._thread.is_alive()


def until(came: list[str], *names: str, seconds: float = 8.0) -> None:
    """Waits until files of these names have come, and no others."""
    end = time.monotonic() + seconds
    while sorted(Path(each).name for each in came) != sorted(names):
        assert time.monotonic() < end, came
        time.sleep(0.02)


def test_where_to_watch_for_a_name(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("one")
    assert root_of(str(tmp_path)) == (str(tmp_path), True)
    assert root_of(str(tmp_path / "one.txt")) == (str(tmp_path), False)
    assert root_of(str(tmp_path / "*.txt")) == (str(tmp_path), False)
    assert root_of(str(tmp_path / "*" / "x.txt")) == (str(tmp_path), True)
    assert root_of(str(tmp_path / "**")) == (str(tmp_path), True)
    assert root_of("*.txt") == (".", False)


def test_a_folder_is_looked_at_by_the_rules_by_which_it_is_read(tmp_path: Path) -> None:
    for name in ("one.txt", ".hidden.txt", "code.py"):
        (tmp_path / name).write_text("text")
    assert [Path(path).name for path, _ in look(str(tmp_path)).values()] == ["one.txt"]


def test_new_and_changed_files_are_told_and_nothing_else(watching: Start, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / "new-before.txt").write_text("new before")
    came = watching(tmp_path, known=[str(tmp_path.resolve() / "old.txt")], since=time.time() + 60)
    until(came, "new-before.txt")
    came.clear()
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "deep.txt").write_text("deep")
    (tmp_path / ".hidden.txt").write_text("hidden")
    until(came, "deep.txt")
    came.clear()
    (tmp_path / "old.txt").write_text("old and changed")
    until(came, "old.txt")
    came.clear()
    (tmp_path / "old.txt").unlink()
    (tmp_path / "part").write_text("moved into place")
    (tmp_path / "part").rename(tmp_path / "whole.txt")
    until(came, "whole.txt")


def test_what_is_younger_than_what_was_read_is_told(watching: Start, tmp_path: Path) -> None:
    (tmp_path / "young.txt").write_text("young")
    until(watching(tmp_path / "*.txt", known=[str(tmp_path.resolve() / "young.txt")], since=time.time()), "young.txt")


def test_a_file_that_grows_is_told_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "slow.txt"
    more = iter(["a line\n"] * 6)

    def looked(name: str) -> dict[str, tuple[str, tuple[int, int]]]:
        found = look(name)
        # As often as it is looked at, the file has grown by the next time, however busy the machine is.
        with file.open("a") as opened:
            opened.write(next(more, ""))
        return found

    monkeypatch.setattr(module, "look", looked)
    monkeypatch.setattr(module, "_STILL", 0.01)
    monkeypatch.setattr(module, "_PATIENCE", 60.0)
    file.write_text("a line\n")
    came: list[str] = []
    sizes: list[int] = []

    def told(names: list[str]) -> None:
        sizes.append(file.stat().st_size)
        came.extend(names)

    watch = Watch(str(tmp_path), told)
    try:
        until(came, "slow.txt")
    finally:
        watch.stop()
    assert sizes == [49]


def test_a_folder_may_come_later_and_a_network_folder_is_looked_at_from_time_to_time(
    watching: Start, tmp_path: Path
) -> None:
    later = watching(tmp_path / "later")
    (tmp_path / "polled").mkdir()
    polled = watching(tmp_path / "polled", poll=True)
    time.sleep(0.3)
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "first.txt").write_text("first")
    (tmp_path / "polled" / "second.txt").write_text("second")
    until(later, "first.txt")
    until(polled, "second.txt")


def test_where_watching_itself_fails_the_folder_is_looked_at(
    watching: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.setattr("tuireader.sources.watching._POLL", 50)
    came = watching(tmp_path)
    (tmp_path / "one.txt").write_text("one")
    until(came, "one.txt")
