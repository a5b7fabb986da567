"""What a program does while nobody does anything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from terminals.programs import bare, installed, less, newsboat, opened, reader, vim
from terminals.table import Row, Skipped
from terminals.texts import Texts
from tests.terminal.harness import Terminal

SECONDS = 60.0


def idle(home: str) -> Iterator[Row]:
    """Bytes, processor and wakeups over a minute, all programs in the same one. Linux tells of them."""
    if not Path("/proc/self/schedstat").exists():
        raise Skipped("this system does not tell how often a process wakes up (/proc/PID/task/*/status)")
    texts = Texts(Path(home, "idle"), 72)
    two = reader(home, texts.first, texts.second, ready="Story 1", keys=("c",))
    programs = [reader(home, ready="Story 1"), two._replace(name="side by side"), bare(home)]
    programs += installed(less(texts), vim(texts), newsboat(texts, home))
    with ExitStack() as stack:
        terminals = {each.name: stack.enter_context(opened(each)) for each in programs}
        for terminal in terminals.values():
            terminal.settle(3.0)
        before = {name: _done(terminal) for name, terminal in terminals.items()}
        begin = time.monotonic()
        while time.monotonic() - begin < SECONDS:
            for terminal in terminals.values():
                terminal.listen(0.2)
        seconds = time.monotonic() - begin
        after = {name: _done(terminal) for name, terminal in terminals.items()}
    spent = {name: [b - a for a, b in zip(before[name], after[name], strict=True)] for name in terminals}
    own = [max(spent["tuireader"][kind], spent["side by side"][kind]) for kind in range(3)]
    others = [name for name in spent if name not in ("tuireader", "side by side")]
    for kind, (what, unit, budget) in enumerate(
        (("bytes", "{:,.0f}", 0.0), ("CPU", "{:.3f} %", 0.1), ("wakeups a second", "{:.2f}", 10.0))
    ):
        scale = (1.0, 100.0 / seconds, 1.0 / seconds)[kind]
        beside = ", ".join(f"{name} {unit.format(spent[name][kind] * scale)}" for name in others)
        value = own[kind] * scale
        yield Row(f"idle for {seconds:.0f} s: {what}", unit.format(value), value, budget, beside)


def _done(terminal: Terminal) -> tuple[float, float, float]:
    """Bytes written, seconds of processor and how often a thread was woken up, so far."""
    wakeups = 0
    for status in Path(f"/proc/{terminal.pid}/task").glob("*/status"):
        fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        wakeups += int(fields["voluntary_ctxt_switches"]) + int(fields["nonvoluntary_ctxt_switches"])
    return terminal.written, terminal.computed, wakeups
