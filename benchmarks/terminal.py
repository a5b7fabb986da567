"""The reader in a terminal against its budgets: start, bytes, time of a key, memory.

    python benchmarks/terminal.py

The installed program runs in a pseudo-terminal of 80x24 on the bundled articles, beside the least app Textual can make
(one Static, Header and Footer) where the budget is a ratio: both in turn, medians of pairs. Needs pyte, which the extra
"test" brings.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from measuring import environment
from story import BUDGET as COMPUTING
from story import ROUND

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.terminal.harness import Terminal

ROUNDS = 15
WALKS = 3
READER = [sys.executable, "-m", "tuireader"]
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield Static("Nothing to read")
        yield Footer()

Bare().run()
"""
#: Keys from screen to screen, with what must stand on the screen before the next one is typed.
WALK: tuple[tuple[str, str], ...] = (
    *(("j", ""), ("j", ""), ("k", ""), ("G", ""), ("g", ""), ("space", ""), ("space", ""), ("r", ""), ("r", "")),
    ("c", "n next"),
    *(("j", ""), ("j", ""), ("k", ""), ("pagedown", ""), ("pageup", ""), ("G", ""), ("g", "")),
    *(
        ("n", ""),
        ("n", ""),
        ("n", ""),
        ("p", ""),
        ("tab", ""),
        ("n", ""),
        ("tab", ""),
        ("w", ""),
        ("n", ""),
        ("w", "tellings"),
        ("n", ""),
        ("w", ""),
    ),
    *((")", ""), (")", ""), ("(", ""), ("x", ""), (">", ""), ("<", ""), ("+", ""), ("=", "")),
    *(("u", ""), ("n", ""), ("u", ""), ("s", ""), ("s", ""), ("3", ""), ("]", ""), ("z", ""), ("z", "")),
    ("f", "Facts"),
    *(("j", ""), ("j", ""), ("pagedown", ""), ("g", ""), ("space", ""), ("j", ""), ("space", "")),
    ("e", "Why this fact"),
    *(("j", ""), ("j", ""), ("n", "")),
    ("e", "Facts"),
    *(("a", ""), ("a", ""), ("v", ""), ("v", ""), ("j", ""), ("v", "")),
    ("F", "Filter"),
    *((letter, "") for letter in "osm"),
    ("escape", "Facts"),
    *(("enter", ""), ("f", "")),
    ("q", "Story 1"),
    ("o", "Coverage"),
    *(("j", ""), ("l", ""), ("G", "")),
    ("escape", "Story 1"),
    ("/", "Search"),
    *((letter, "") for letter in "kosovo secu"),
    *(("down", ""), ("down", ""), ("up", "")),
    ("enter", "n next"),
    ("q", "Story 1"),
    ("?", "Help"),
    *(("j", ""), ("pagedown", "")),
    ("q", "Story 1"),
    (":", "Find a command"),
    *((letter, "") for letter in "comp"),
    ("ctrl+g", "Story 1"),
    ("T", "headline"),
    *(("j", ""), ("k", "")),
    ("q", "Story 1"),
)


class Row(NamedTuple):
    """A line of the table: what was measured, as text and as a number, and what it may be."""

    what: str
    measured: str
    value: float
    budget: float


@contextmanager
def reader(home: str) -> Iterator[Terminal]:
    """The reader in a terminal, when its first full screen stands."""
    with Terminal(READER, env=folders(home)) as terminal:
        terminal.until("? help")
        yield terminal


@contextmanager
def known(home: str) -> Iterator[Terminal]:
    """The reader, when passages and facts are known too, and all is quiet."""
    with reader(home) as terminal:
        terminal.until("Story 1")
        terminal.settle(1.0)
        yield terminal


def folders(home: str) -> Mapping[str, str]:
    """What the environment of the programs must have beside that of a terminal."""
    return {name: value for name, value in environment(home).items() if value.startswith(home)}


def leave(terminal: Terminal, key: str) -> int:
    """Ends the program; returns its peak of memory in kilobytes."""
    terminal.type(key)
    terminal.wait()
    return terminal.peak_kilobytes


def starts(home: str) -> Iterator[tuple[float, float]]:
    """Seconds from spawn to the first full screen: bare app, reader."""
    for _ in range(ROUNDS):
        with Terminal([sys.executable, "-c", BARE], env=folders(home)) as terminal:
            terminal.until("Nothing to read")
            terminal.until("q Quit")
            bare = terminal.seconds
        with reader(home) as terminal:
            yield bare, terminal.seconds


def memory(home: str) -> Iterator[tuple[int, int]]:
    """Peaks of memory in kilobytes: bare app, reader on the bundled articles with all screens opened once."""
    for _ in range(3):
        with Terminal([sys.executable, "-c", BARE], env=folders(home)) as terminal:
            terminal.until("q Quit")
            terminal.settle()
            bare = leave(terminal, "q")
        with known(home) as terminal:
            yield bare, leave(terminal, "Q")


def ratio(pairs: list[tuple[float, float]]) -> float:
    """The median of the second by the median of the first."""
    return statistics.median(each for _, each in pairs) / statistics.median(each for each, _ in pairs)


def bytes_of(home: str) -> Iterator[Row]:
    """What goes over the line."""
    with known(home) as terminal:
        yield amount("bytes of the start", terminal.written, 18_000)

        def dearest(*keys: str) -> int:
            return max(terminal.press(key, still=0.3)[0] for key in keys)

        yield amount("bytes of the cursor in a list", dearest("j", "j", "k"), 700)
        # Asked for, the text stands below the list, and follows when the cursor rests.
        terminal.press("J", still=0.5)
        yield amount("bytes of the text that follows the cursor", terminal.press("j", still=0.7)[0], 3_000)
        terminal.press("c", still=0.5)
        yield amount("bytes of a line, two panes", dearest("j", "j", "j", "k"), 3_000)
        yield amount("bytes of a page, two panes", dearest("pagedown", "pagedown", "pageup"), 3_000)
        yield amount("bytes of the next passage, two panes that scroll to it", dearest("n", "n", "n", "p"), 3_000)
        yield amount("bytes of changing the pane", dearest("tab", "tab"), 500)
        yield amount("bytes of letting go of a passage, two panes", dearest("x"), 3_000)
        terminal.press("n", still=0.3)
        yield amount("bytes of the words that differ", dearest("w"), 3_000)
        yield amount("bytes of the tellings", dearest("w"), 3_000)
        terminal.press("w", still=0.3)
        yield amount("bytes of widening a pane", dearest("+"), 4_000)
        terminal.press("z", "g", still=0.5)
        yield amount("bytes of a page, one pane", dearest("pagedown", "pageup"), 3_000)
        terminal.press("n", still=0.3)
        # Both the passage that is lit and the one that is hushed are sent: their ground is another one.
        yield amount("bytes of the next passage on the screen", dearest("n", "n"), 800)
        terminal.press("x", still=0.3)
        terminal.press(")", still=0.3)
        yield amount("bytes of the next sentence, into another passage", dearest(")"), 800)
        before = terminal.written
        terminal.settle(5.0)
        yield amount("bytes in 5 s without a key", terminal.written - before, 0)


def amount(what: str, number: int, budget: int) -> Row:
    """A row of a number of bytes."""
    return Row(what, f"{number:,}", number, budget)


def walk(home: str) -> Iterator[float]:
    """Milliseconds from each key of the walk to the last byte of its answer; 0 where there was nothing to answer."""
    with known(home) as terminal:
        for key, wanted in WALK:
            spent, seconds = terminal.press(key, still=0.3)
            yield seconds * 1000 if spent else 0.0
            if wanted:
                terminal.until(wanted)


def keys(home: str) -> list[float]:
    """The same over several walks: for each key that is answered the median, the quickest first."""
    walks = zip(*(list(walk(home)) for _ in range(WALKS)), strict=True)
    return sorted(each for each in map(statistics.median, walks) if each)


def computing(home: str) -> float:
    """CPU milliseconds of passages and facts together, cold."""
    rounds = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", ROUND], check=True, capture_output=True, text=True, env=environment(home)
        )
        rounds.append(sum(map(float, done.stdout.split())))
    return statistics.median(rounds)


def before_computing(home: str) -> bool:
    """Whether the first screen of a reader without kept results stands before they are known."""
    with (
        tempfile.TemporaryDirectory() as empty,
        Terminal(READER, env={**folders(home), "XDG_CACHE_HOME": empty}) as new,
    ):
        new.until("? help")
        waiting = "looking for what they share" in new.text
        new.until("Story 1")
        return waiting


def rows(home: str) -> Iterator[Row]:
    """The table, line by line, as it is measured."""
    pairs = list(starts(home))
    start = ratio(pairs)
    milliseconds = statistics.median(each for _, each in pairs) * 1000
    yield Row("start to the first full screen, by a bare app", f"{start:.2f} ({milliseconds:.0f} ms)", start, 1.25)
    yield from bytes_of(home)
    spent = keys(home)
    for name, value, budget in (
        ("median", statistics.median(spent), 30),
        ("p95", spent[min(len(spent) - 1, round(0.95 * len(spent)))], 60),
    ):
        yield Row(f"key to the last byte, {name} of {len(spent)}", f"{value:.0f} ms", value, budget)
    late = before_computing(home)
    yield Row("passages and facts known before the first screen", "no" if late else "yes", float(not late), 0)
    cpu = computing(home)
    yield Row("passages and facts, cold, CPU", f"{cpu:.0f} ms", cpu, COMPUTING)
    used = ratio([(float(bare), float(own)) for bare, own in memory(home)])
    yield Row("memory with the bundled articles, by a bare app", f"{used:.2f}", used, 1.5)


def table(found: Iterator[Row], tell: Callable[[str], None]) -> int:
    """Prints the rows as they come; returns how many are over their budgets."""
    over = 0
    tell(f"{'what':<56}{'measured':>16}{'budget':>10}")
    for row in found:
        over += row.value > row.budget
        tell(f"{row.what:<56}{row.measured:>16}{row.budget:>10,g}  {'ok' if row.value <= row.budget else 'OVER'}")
    return over


def main() -> int:
    """Prints the table; 1 where something is over its budget."""
    with tempfile.TemporaryDirectory() as home:
        with known(home):
            pass  # this run compiles the modules and fills the cache
        return 1 if table(rows(home), lambda line: print(line, flush=True)) else 0


if __name__ == "__main__":
    sys.exit(main())
