"""What is written to a terminal that does not read waits, and the program does not."""

from __future__ import annotations

import os
import threading

import pytest

from tuireader.tui.terminal import output
from tuireader.tui.terminal.output import Output


def test_a_terminal_that_does_not_read_holds_nobody_up() -> None:
    read, write = os.pipe()
    drained = threading.Event()
    writer = Output(write, drained.set)
    data = b"x" * 300_000
    writer.write(data)
    writer.write(b"end")
    assert writer.waiting > 200_000 and not drained.is_set()
    got = b""
    while not got.endswith(b"end"):
        got += os.read(read, 1 << 16)
    assert got == data + b"end"
    assert drained.wait(5.0) and writer.waiting == 0
    writer.close()
    assert not writer._thread.is_alive()
    os.close(read)
    os.close(write)


def test_at_the_end_it_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_PATIENCE", 0.05)
    read, write = os.pipe()
    waits = Output(write, lambda: None)
    waits.write(b"x" * 300_000)
    waits.close()
    assert waits.waiting > 0
    # Whatever comes after is for nobody.
    os.close(read)
    waits._thread.join(5.0)
    os.close(write)


def test_one_that_is_gone_is_not_written_to() -> None:
    read, write = os.pipe()
    os.close(read)
    drained = threading.Event()
    writer = Output(write, drained.set)
    writer.write(b"lost")
    assert drained.wait(5.0) and writer.gone
    writer.write(b"more")
    assert writer.waiting == 0
    writer.close()
    os.close(write)
