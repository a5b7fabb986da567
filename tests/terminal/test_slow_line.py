"""The slow line of the benchmarks is as slow as it says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.terminal.harness import Terminal

_SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "terminals" / "slow_line.py"


@pytest.fixture
def slow_line() -> ModuleType:
    """The script in benchmarks/, which is no package."""
    spec = importlib.util.spec_from_file_location("slow_line", _SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_bytes_come_after_the_delay_and_no_faster_than_the_rate(slow_line: ModuleType) -> None:
    line = slow_line.Line(rate=1400.0, delay=0.5, hold=10_000)
    line.put(bytes(range(256)) + bytes(24), 10.0)
    assert line.take(10.59) == b"" and line.due(10.0) == pytest.approx(0.6)
    assert line.take(10.61) == bytes(range(140)), "140 bytes take a tenth of a second to be on the line"
    assert line.take(10.71) == bytes(range(140, 256)) + bytes(24)
    assert line.due(11.0) is None


def test_a_full_line_takes_nothing(slow_line: ModuleType) -> None:
    line = slow_line.Line(rate=1400.0, delay=5.0, hold=280)
    assert line.room(0.0) == 280
    line.put(bytes(280), 0.0)
    assert line.room(0.0) == 0
    assert line.room(0.11) == 140, "what is on its way does not wait before the line any more"


def test_a_command_runs_behind_it() -> None:
    program = [sys.executable, "-c", "import os; print(os.get_terminal_size()); print(input()[::-1])"]
    with Terminal([sys.executable, str(_SCRIPT), "--delay", "0.05", "--", *program], 50, 9) as terminal:
        terminal.until("columns=50, lines=9")
        terminal.type("here", "enter")
        assert terminal.wait() == 0
        assert "ereh" in terminal.text
