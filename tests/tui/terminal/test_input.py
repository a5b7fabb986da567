"""Keys are read when there are any, answers are not keys, and nothing waits longer than it must."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from threading import Event
from typing import Any, cast

import pytest
from textual import constants, events
from textual.message import Message

from tuireader.tui.terminal import input
from tuireader.tui.terminal.answers import Answers
from tuireader.tui.terminal.input import Input, read_until
from tuireader.tui.terminal.pasting import END, START
from tuireader.tui.terminal.watching import Watch


class Timers:
    """The running loop, but time passes only when it is told to: a busy machine makes nothing late."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._now = 0.0
        self._due: list[tuple[float, asyncio.Handle]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loop, name)

    def call_later(self, seconds: float, call: Callable[..., object], *given: Any) -> asyncio.Handle:
        handle = asyncio.Handle(call, given, self._loop)
        self._due.append((self._now + seconds, handle))
        return handle

    def passes(self, seconds: float) -> None:
        self._now += seconds
        ripe = [handle for due, handle in self._due if due <= self._now]
        self._due = [waits for waits in self._due if waits[0] > self._now]
        for handle in ripe:
            if not handle.cancelled():
                handle._run()


class Reading:
    """An Input on a pipe, and what it told."""

    def __init__(self, typed: int = 0) -> None:
        self.read, self.write = os.pipe()
        self.answers = Answers()
        self.told: list[str] = []
        self.lost = 0
        self.timers = Timers()
        loop = cast(asyncio.AbstractEventLoop, self.timers)
        self.input = Input(loop, self.read, self.answers, self._heard, self._gone, typed)

    def _heard(self, message: Message) -> None:
        self.told.append(message.key if isinstance(message, events.Key) else type(message).__name__)

    def _gone(self) -> None:
        self.lost += 1

    async def type(self, *pieces: str, wait: float = 0.0) -> list[str]:
        """Each piece is written when the one before it has been read, then so many seconds pass."""
        for piece in pieces:
            os.write(self.write, piece.encode())
            await until(lambda: not self.input.ready)
        self.timers.passes(wait)
        told, self.told = self.told, []
        return told


async def until(true: Callable[[], bool]) -> None:
    """Waits for what another thread may do, a few seconds at most."""
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.001)


def refuse(*_: object) -> None:
    raise PermissionError


@pytest.fixture(params=["watched by the loop", "watched by a thread"])
async def reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Reading]:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.02)
    if "thread" in request.param:
        monkeypatch.setattr(asyncio.get_running_loop(), "add_reader", refuse)
    found = Reading()
    yield found
    found.input.close()
    os.close(found.read)


async def test_keys_come_at_once_and_an_escape_when_nothing_follows(reading: Reading) -> None:
    assert await reading.type("a\x1b[A") == ["a", "up"]
    assert await reading.type("\x1b") == []
    assert await reading.type(wait=0.04) == ["escape"]
    assert await reading.type("\x1b", "[B") == ["down"]
    assert await reading.type("\x1bx", wait=0.04) == ["alt+x"]


async def test_an_answer_in_pieces_is_no_key_however_late_its_other_half(reading: Reading) -> None:
    reading.answers.asked_cursor((12, 3))
    assert await reading.type("a\x1b[12", wait=0.05) == ["a"]
    assert await reading.type(";3Rb") == ["b"]
    assert reading.answers.awaited == 0


async def test_half_an_answer_that_is_none_becomes_keys(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input, "_TORN", 0.01)
    reading.answers.asked_cursor((12, 3))
    assert await reading.type("\x1b[1", wait=0.03) == ["left_square_bracket", "1"]


async def test_no_answer_can_be_pasted(reading: Reading) -> None:
    reading.answers.asked_cursor((12, 3))
    assert await reading.type(f"{START}a\x1b[12;3R{END}") == ["Paste"]
    assert reading.answers.awaited == 1


async def test_a_line_that_is_gone_is_told_once(reading: Reading) -> None:
    os.close(reading.write)
    await until(lambda: bool(reading.lost))
    await asyncio.sleep(0.01)
    assert reading.lost == 1


async def test_enter_typed_before_the_terminal_was_ready_is_enter() -> None:
    reading = Reading(typed=3)
    assert await reading.type("a\nb\n") == ["a", "enter", "b", "ctrl+j"]
    reading.input.close()


def test_late_answers_are_read_and_no_longer_than_they_are_awaited() -> None:
    read, write = os.pipe()
    answers = Answers()
    answers.asked_cursor((2, 2))
    os.write(write, b"\x1b[2;2R")
    read_until(read, answers, 5.0)
    assert answers.awaited == 0
    os.write(write, b"ls\n")
    read_until(read, answers, 5.0)
    assert os.read(read, 9) == b"ls\n"
    answers.asked_cursor((2, 2))
    os.close(write)
    read_until(read, answers, 5.0)
    assert answers.awaited == 1
    os.close(read)


class Told(asyncio.AbstractEventLoop):
    """A loop that cannot watch a file, and keeps what it is told."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], object]] = []
        self.was_told = Event()

    def add_reader(self, *_: object) -> None:
        raise PermissionError

    def call_soon_threadsafe(self, call: Callable[[], object], *_: object, **__: object) -> Any:  # type: ignore[override]
        self.calls.append(call)
        self.was_told.set()


def test_what_came_before_the_end_is_not_read_after_it() -> None:
    loop, read = Told(), []
    hears, tells = os.pipe()
    watch = Watch(loop, hears, lambda: read.append("read"))
    os.write(tells, b"k")
    assert loop.was_told.wait(10)
    watch.close()
    for call in loop.calls:
        call()
    assert not read
    assert os.read(hears, 1) == b"k", "it is there for who reads next"
    os.close(hears)
    os.close(tells)


def test_it_can_be_closed_after_its_loop() -> None:
    loop = asyncio.new_event_loop()
    hears, tells = os.pipe()
    watch = Watch(loop, hears, lambda: None)
    loop.close()
    watch.close()
    os.close(hears)
    os.close(tells)
