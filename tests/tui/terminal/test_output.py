"""What is written to a terminal that does not read waits, and the program does not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tuireader.tui.terminal import output
from tuireader.tui.terminal.output import Direct, Output, Threaded


@dataclass
class Pipe:
    read: int
    write: int


@pytest.fixture(params=[Direct, Threaded])
def kind(request: pytest.FixtureRequest) -> type[Direct | Threaded]:
    found: type[Direct | Threaded] = request.param
    return found


@pytest.fixture
def pipe(kind: type[Output]) -> Iterator[Pipe]:
    read, write = os.pipe()
    os.set_blocking(write, kind is Threaded)
    yield Pipe(read, write)
    for fileno in (read, write):
        with suppress(OSError):
            os.close(fileno)


async def test_a_terminal_that_does_not_read_holds_nobody_up(kind: type[Direct | Threaded], pipe: Pipe) -> None:
    drained = asyncio.Event()
    writer = kind(asyncio.get_running_loop(), pipe.write, drained.set)
    data = b"x" * 300_000
    writer.write(data)
    writer.write(b"end")
    assert writer.waiting > 200_000 and not drained.is_set()
    os.set_blocking(pipe.read, False)
    got = b""
    while not got.endswith(b"end"):
        with suppress(BlockingIOError):
            got += os.read(pipe.read, 1 << 16)
        await asyncio.sleep(0)
    assert got == data + b"end"
    await asyncio.wait_for(drained.wait(), 5.0)
    assert writer.waiting == 0
    writer.close()


async def test_at_the_end_it_is_not_waited_for_long(
    kind: type[Direct | Threaded], pipe: Pipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_PATIENCE", 0.05)
    writer = kind(asyncio.get_running_loop(), pipe.write, lambda: None)
    writer.write(b"x" * 300_000)
    writer.close()
    assert writer.waiting > 0
    # Whatever comes after is for nobody.
    os.close(pipe.read)


async def test_what_waits_at_the_end_is_written_while_somebody_reads(kind: type[Direct | Threaded], pipe: Pipe) -> None:
    writer = kind(asyncio.get_running_loop(), pipe.write, lambda: None)
    writer.write(b"x" * 150_000)
    loop = asyncio.get_running_loop()

    def read() -> int:
        return sum(len(os.read(pipe.read, 1 << 16)) for _ in range(3))

    reading = loop.run_in_executor(None, read)
    writer.close()
    assert await reading > 100_000


async def test_one_that_is_gone_is_not_written_to(kind: type[Direct | Threaded], pipe: Pipe) -> None:
    os.close(pipe.read)
    writer = kind(asyncio.get_running_loop(), pipe.write, lambda: None)
    writer.write(b"lost")
    while not writer.gone:
        await asyncio.sleep(0.001)
    writer.write(b"more")
    assert writer.waiting == 0
    writer.close()


async def test_a_write_that_a_signal_cuts_in_two_does_not_go_on_in_another_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read, write = os.pipe()
    file, really = tmp_path / "other", os.write
    other = os.open(file, os.O_WRONLY | os.O_CREAT)

    def cut(fileno: int, data: bytes) -> int:
        taken = really(fileno, data[:3])
        if fileno == write and not writer.gone:
            # As on ctrl+z and back: what was open is closed, and something else opened under its number.
            writer.close()
            os.dup2(other, write)
        return taken

    writer = Direct(asyncio.get_running_loop(), write, lambda: None)
    monkeypatch.setattr(os, "write", cut)
    writer.write(b"before and after")
    assert writer.gone and file.read_bytes() == b"" and os.read(read, 99) == b"bef"
    for fileno in (read, write, other):
        os.close(fileno)


async def test_what_others_have_open_still_waits_for_the_terminal() -> None:
    master, slave = os.openpty()
    writer = output.output(asyncio.get_running_loop(), slave, lambda: None)
    assert isinstance(writer, Direct)
    writer.write(b"hello")
    assert os.read(master, 99) == b"hello"
    assert os.get_blocking(slave)
    writer.close()
    os.close(master)
    os.close(slave)


async def test_one_that_cannot_be_opened_again_is_written_to_by_a_thread() -> None:
    read, write = os.pipe()
    writer = output.output(asyncio.get_running_loop(), write, lambda: None)
    assert isinstance(writer, Threaded)
    writer.write(b"hello")
    assert os.read(read, 99) == b"hello"
    writer.close()
    os.close(read)
    os.close(write)
