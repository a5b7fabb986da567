"""How long a start takes, in units of ``python -c pass``, and how much memory."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from measuring import environment
from startup import BUDGETS, program, ratio, seconds
from story import BUDGET as COMPUTING
from story import ROUND

from terminals.programs import Program, bare, folders, installed, less, newsboat, opened, reader, vim
from terminals.table import Row, Skipped
from terminals.texts import Texts
from tests.terminal.harness import Terminal

ROUNDS = 15
#: Where the last frames of the views are kept, below the folder of what can be made again.
_FRAMES = Path("tuireader", "frames")


def starts(home: str) -> Iterator[Row]:
    """First readable content, with a saved frame and without; the first full screen beside a bare app of Textual."""
    texts = Texts(Path(home, "start"), 72)
    others = installed(less(texts), vim(texts), newsboat(texts, home))
    reading, library = reader(home, texts.first), reader(home)._replace(name="library")
    for own in (reading, library):
        with opened(own) as terminal:
            terminal.type("Q")
            terminal.wait()
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        _note(found, "python", _passes())
        for each in (*others, bare(home)):
            _note(found, each.name, _first_content(each))
        for own in (reading, library):
            _note(found, f"{own.name}, with", _first_content(own))
        shutil.rmtree(Path(home) / _FRAMES, ignore_errors=True)
        for own in (reading, library):
            _note(found, f"{own.name}, without", _first_content(own, leave="Q"))
    python = statistics.median(found["python"])
    times = {name: statistics.median(each) / python for name, each in found.items()}
    beside = ", ".join(f"{each.name} {times[each.name]:.2f}" for each in (*others, bare(home)))
    for own, what in ((reading, "an article"), (library, "the library")):
        for how, budget in (("with", 1.5), ("without", 20.0)):
            value = times[f"{own.name}, {how}"]
            told = f"first content, x python, {what}, {how} a saved frame"
            yield Row(told, f"{value:.2f}", value, budget, beside if own is reading and how == "with" else "")
    yield from _full_screens(home)
    late = _before_computing(home)
    yield Row("passages and facts known before the first screen", "no" if late else "yes", float(not late), 0)
    cpu = _computing(home)
    yield Row("passages and facts, cold, CPU", f"{cpu:.0f} ms", cpu, COMPUTING)


def pipes(home: str) -> Iterator[Row]:
    """The calls without a screen, results cached by an earlier run."""
    user = environment(home)
    for arguments, budget in BUDGETS:
        seconds([*program(), *arguments], user)
        found = ratio([*program(), *arguments], user)
        told = " ".join(arguments)
        yield Row(f"tuireader {told} in a pipe, x python", f"{found:.2f}", found, budget)


def memory(home: str) -> Iterator[Row]:
    """The peak at rest with the bundled articles open, all made ready, by that of a bare app."""
    if not Path("/proc/self/status").exists():
        raise Skipped("this system does not tell how much memory a process held (/proc/PID/status)")
    pairs = []
    for _ in range(3):
        used = []
        for each in (bare(home), reader(home, ready="Story 1")):
            with opened(each) as terminal:
                terminal.settle(2.0)
                used.append(terminal.peak_kilobytes)
        pairs.append(used)
    least, own = (statistics.median(each) for each in zip(*pairs, strict=True))
    told = f"{own / least:.2f}"
    beside = f"{own / 1024:.0f} MB, bare Textual {least / 1024:.0f} MB"
    yield Row("peak memory, x bare Textual", told, own / least, 1.3, beside)


def _note(found: dict[str, list[float]], name: str, value: float) -> None:
    found.setdefault(name, []).append(value)


def _passes() -> float:
    with Terminal([sys.executable, "-c", "pass"]) as terminal:
        terminal.wait()
        return terminal.ended


def _first_content(each: Program, leave: str = "") -> float:
    """Seconds to the first text on the screen. Where it is left by a key, what it saves at the end is saved."""
    with Terminal(each.command, env=each.env) as terminal:
        terminal.until(each.ready, 60)
        assert terminal.first_content is not None
        if leave:
            terminal.settle(0.3)
            terminal.type(leave)
            terminal.wait()
        return terminal.first_content


def _full_screens(home: str) -> Iterator[Row]:
    """The first full screen of the bundled articles, without a saved frame, beside a bare app."""
    pairs = []
    for _ in range(ROUNDS):
        shutil.rmtree(Path(home) / _FRAMES, ignore_errors=True)
        with Terminal(bare(home).command, env=folders(home)) as terminal:
            terminal.until("Nothing to read")
            terminal.until("q Quit")
            least = terminal.seconds
        with Terminal(reader(home).command, env=folders(home)) as terminal:
            terminal.until("? help")
            pairs.append((least, terminal.seconds))
    least, own = (statistics.median(each) for each in zip(*pairs, strict=True))
    told = f"{own / least:.2f} ({own * 1000:.0f} ms)"
    yield Row("first full screen without a saved frame, x bare Textual", told, own / least, 1.0)


def _computing(home: str) -> float:
    """CPU milliseconds of passages and facts together, cold."""
    rounds = []
    for _ in range(5):
        command = [sys.executable, "-c", ROUND]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment(home))
        rounds.append(sum(map(float, done.stdout.split())))
    return statistics.median(rounds)


def _before_computing(home: str) -> bool:
    """Whether the first screen of a reader without kept results stands before they are known."""
    with tempfile.TemporaryDirectory() as empty:
        env: Mapping[str, str] = {**folders(home), "XDG_CACHE_HOME": empty}
        with Terminal(reader(home).command, env=env) as new:
            new.until("? help")
            waiting = "looking for what they share" in new.text
            new.until("Story 1")
            return waiting
