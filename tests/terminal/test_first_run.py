"""What a new reader is told, once."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import Open


def test_the_hint_comes_the_first_time_and_never_again(reader: Open, story: Path) -> None:
    first = reader(story)
    first.until("tuireader tour")
    first.type("Q")
    assert first.wait() == 0
    second = reader(story)
    second.until("Bridge over")
    second.settle()
    assert "tuireader tour" not in second.text


def test_the_tour_keeps_nothing(reader: Open, tmp_path: Path) -> None:
    tour = reader("tour")
    tour.until("tour 1/12")
    tour.type("c")
    tour.until("n next")  # passages are known
    tour.type("n")
    tour.until("tour 3/12")
    tour.type("Q")
    assert tour.wait() == 0
    assert not (tmp_path / "state" / "tuireader" / "library.sqlite3").exists()
