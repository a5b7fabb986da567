"""Frames are sent as fast as a line carries them, on lines made up here: no clock runs."""

from __future__ import annotations

import heapq

import pytest

from tuireader.tui.terminal.answers import Answers, Place
from tuireader.tui.terminal.pacing import Pacer


class Line:
    """A line of a delay (s, both ways together) and a rate (bytes/s), with a reader that sends when it may."""

    def __init__(self, delay: float, rate: float, *, mute: bool = False) -> None:
        self.now = 0.0
        self.pacer = Pacer(lambda: self.now, lambda: None)
        self._delay, self._rate, self._mute = delay, rate, mute
        self._free = 0.0
        self._coming: list[float] = []
        self.most = 0.0

    def send(self, size: int) -> None:
        self.pacer.sent(size)
        self._free = max(self.now, self._free) + size / self._rate
        self.most = max(self.most, self._free - self.now)
        if not self._mute:
            heapq.heappush(self._coming, self._free + self._delay)

    def to(self, time: float) -> None:
        while self._coming and self._coming[0] <= time:
            self.now = max(self.now, heapq.heappop(self._coming))
            self.pacer.answered()
        self.now = max(self.now, time)


def held(line: Line, size: int, seconds: float) -> tuple[int, float]:
    """Holds a key, 30 times a second, each wanting a frame: frames sent, and seconds of the last one's way."""
    sent, wanted = 0, False
    while line.now < seconds:
        wanted = True
        if line.pacer.may_send():
            line.send(size)
            sent, wanted = sent + 1, False
        line.to(line.now + 1 / 30)
    last = line.now
    while wanted:
        line.to(line.now + 0.01)
        if line.pacer.may_send():
            line.send(size)
            sent, wanted = sent + 1, False
    return sent, max(line._free, line.now) + line._delay / 2 - last


@pytest.mark.parametrize(("delay", "rate"), [(0.3, 7000), (0.6, 7000), (0.05, 1200), (0.001, 1e6)])
@pytest.mark.parametrize("size", [150, 3000])
def test_a_held_key_keeps_moving_and_what_it_shows_last_comes_soon(delay: float, rate: float, size: int) -> None:
    line = Line(delay, rate)
    line.send(400)
    line.to(delay + 1.0)
    begun = line.now
    sent, late = held(line, size, begun + 3.0)
    # As much as the line takes, or every key; then no more than a way back and two frames.
    assert sent >= min(75, 0.4 * 3.0 / (size / rate + delay))
    assert late <= delay * 1.5 + 2 * size / rate + 0.1
    assert line.most <= 2 * size / rate + delay + 0.1


def test_more_goes_over_a_long_line_than_one_frame_at_a_time() -> None:
    line = Line(0.6, 100_000)
    line.send(400)
    line.to(1.0)
    sent, _ = held(line, 150, line.now + 4.0)
    assert sent > 4.0 / 0.6 * 3


def test_a_mute_terminal_is_never_waited_for() -> None:
    line = Line(0.1, 1e6, mute=True)
    for _ in range(100):
        assert line.pacer.may_send()
        line.send(5000)
    assert line.pacer.on_the_way < 5000 * 50


def test_one_that_falls_silent_is_given_up_and_taken_up_again() -> None:
    line = Line(0.3, 7000)
    line.send(100)
    line.to(1.0)
    assert line.pacer.paced
    line._mute = True
    line.send(3000)
    assert not line.pacer.may_send()
    for patience in (1.2, 2.4, 4.8):
        assert patience <= line.pacer.seconds_left() <= patience * 5
        line.to(line.now + line.pacer.seconds_left())
        # It may only be stalled: one frame, and then longer.
        assert line.pacer.may_send()
        line.send(3000)
    assert not line.pacer.paced and line.pacer.may_send()
    line.pacer.answered()
    assert line.pacer.paced


def test_on_a_quick_line_a_lost_answer_to_a_large_frame_is_not_waited_for_long() -> None:
    line = Line(0.001, 1e6)
    line.send(3000)
    line.to(1.0)
    line._mute = True
    line.send(13000)
    assert not line.pacer.may_send()
    line.to(2.5)
    assert line.pacer.may_send()


def test_a_slow_line_is_not_taken_for_a_silent_one() -> None:
    line = Line(1.2, 1500)
    line.send(100)
    line.to(2.0)
    line.send(9000)
    while line.now < 9.0:
        assert not line.pacer.may_send() or line.pacer.on_the_way == 0
        line.to(line.now + 0.5)
    assert line.pacer.paced


def test_after_a_break_nothing_old_is_waited_for() -> None:
    line = Line(0.3, 7000)
    line.send(100)
    line.to(1.0)
    line.send(3000)
    line.pacer.forget()
    assert line.pacer.may_send()
    line.pacer.answered()
    assert line.pacer.on_the_way == 0


def test_the_answer_to_a_frame_answers_those_before() -> None:
    line = Line(0.3, 7000)
    line.send(100)
    line.to(1.0)
    line._mute = True
    for _ in range(3):
        line.send(500)
    second = line.pacer.next - 2
    line.to(1.4)
    line.pacer.answered(second)
    assert line.pacer.on_the_way == 500
    line.pacer.answered(second)
    assert line.pacer.on_the_way == 500, "one that comes twice answers nothing more"
    line.pacer.answered()
    assert line.pacer.on_the_way == 0


class Pages:
    """Pages that are turned on a line of .3 s and 7000 bytes/s: the cursor is asked for in the same cell each time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.answers = Answers()
        self.pacer = Pacer(lambda: self.now, self.answers.count_as_lost)
        for _ in range(5):
            self.answer(self.turn()[0])

    def turn(self) -> tuple[Place, float]:
        """Sends a page as soon as it may be: where it has the cursor asked for, and the seconds it waited."""
        begun = self.now
        while not self.pacer.may_send():
            self.now += 0.01
        place = self.answers.place_to_ask((5, 5), 24)
        self.answers.asked_cursor(place, lambda _, number=self.pacer.next: self.pacer.answered(number))
        self.pacer.sent(3000)
        sent, self.now = self.now, self.now + 0.3 + 3000 / 7000
        return place, sent - begun

    def answer(self, place: Place) -> None:
        self.answers.feed(f"\x1b[{place[0]};{place[1]}R")


@pytest.mark.parametrize("unanswered", [1, 2])
def test_lost_answers_are_waited_for_once(unanswered: int) -> None:
    pages = Pages()
    for _ in range(unanswered):
        pages.turn()
    pages.now += 20.0
    pages.answer(pages.turn()[0])
    assert not pages.answers.awaited
    for _ in range(8):
        place, waited = pages.turn()
        assert place == (5, 5) and waited == 0.0
        pages.answer(place)


def test_a_lost_answer_among_others_is_found_out_at_the_next_rest() -> None:
    pages = Pages()
    pages.turn()
    for _ in range(8):
        pages.answer(pages.turn()[0])
    # Each of them was taken for the one before.
    assert pages.pacer.on_the_way == 3000
    pages.now += 20.0
    pages.answer(pages.turn()[0])
    assert pages.pacer.on_the_way == 0 and not pages.answers.awaited


def test_an_answer_that_comes_late_is_not_that_to_a_later_frame() -> None:
    pages = Pages()
    first, _ = pages.turn()
    pages.now += 20.0
    second, _ = pages.turn()
    assert first != second
    pages.answer(first)
    assert pages.pacer.on_the_way == 3000
    pages.answer(second)
    assert pages.pacer.on_the_way == 0 and not pages.answers.awaited


def test_after_a_break_what_was_asked_before_it_answers_nothing() -> None:
    pages = Pages()
    pages.turn()
    pages.pacer.forget()
    place, waited = pages.turn()
    assert waited == 0.0
    pages.answer(place)
    assert pages.pacer.on_the_way == 0 and not pages.answers.awaited
