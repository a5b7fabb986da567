"""What is written to a terminal that does not read waits, and the program does not."""

from __future__ import annotations

import os
import threading

from tuireader.tui.terminal.output import Output


def test_a_terminal_that_does_not_read_holds_nobody_up() -> None:
    read, write = os.pipe()
    drained = threading.Event()
    output = Output(write, drained.set)
    data = b"x" * 300_000
    output.write(data)
    output.write(b"end")
    assert output.waiting > 200_000 and not drained.is_set()
    got = b""
    while not got.endswith(b"end"):
        got += os.read(read, 1 << 16)
    assert got == data + b"end"
    assert drained.wait(5.0) and output.waiting == 0
    output.close()
    assert not output._thread.is_alive()
    os.close(read)
    os.close(write)


def test_one_that_is_gone_is_not_written_to() -> None:
    read, write = os.pipe()
    os.close(read)
    drained = threading.Event()
    output = Output(write, drained.set)
    output.write(b"lost")
    assert drained.wait(5.0) and output.gone
    output.write(b"more")
    assert output.waiting == 0
    output.close()
    os.close(write)
