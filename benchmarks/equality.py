"""Whether every screen is, cell by cell, what Textual would draw: 10,000 keys and resizes at random, in two emulators.

    python benchmarks/equality.py [--steps N] [--seed N] [--emulator pyte|xterm.js]

The reader walks through all its screens in terminals of every colour depth, one that erases without colour among them,
and is sent what it is sent; beside each another one is sent the whole frame as Textual renders it. What differs in a
character, a colour, an attribute or the cursor is printed with the step, and counts. The same walk in short is in the
tests. xterm.js is left out, and that is said, where node or the package is missing (tests/terminal/xterm.py says more).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from terminals.table import Row, left_out

from tests.terminal import xterm
from tests.terminal.emulators import Make, Pyte
from tests.terminal.equality import Walk, environment, walk, write_texts
from tests.terminal.ways import WAYS
from tuireader.settings import paths

STEPS = 10_000
EMULATORS: Mapping[str, Make] = {"pyte": Pyte, "xterm.js": xterm.Xterm}
#: What terminals say of themselves.
LOOKS: Mapping[str, Mapping[str, str]] = {
    "truecolor": {},
    "256 colours": {"COLORTERM": ""},
    "16 colours": {"COLORTERM": "", "TERM": "xterm"},
    "no colours": {"NO_COLOR": "1"},
    "screen": {"COLORTERM": "", "TERM": "screen-256color"},
}
#: A walk has so many steps: each begins with a new reader, in another terminal.
_WALK = 500


class Found(NamedTuple):
    """What came of all walks in one emulator."""

    steps: int
    different: int
    missed: tuple[str, ...]
    """Scopes that no walk came to."""


def walks(name: str, steps: int, seed: int) -> Found:
    """Walks so many steps in an emulator; prints what differs as it is found."""
    visited: Counter[str] = Counter()
    done = different = 0
    for number, begin in enumerate(range(0, steps, _WALK)):
        look, env = list(LOOKS.items())[number % len(LOOKS)]
        found = _one(EMULATORS[name], seed + number, min(_WALK, steps - begin), env, seeds=number % 2 == 0)
        visited.update(found.visited)
        done += found.steps
        different += len(found.differences)
        for each in found.differences:
            print(f"  {name}, {look}, seed {seed + number}, step {each.step}, {each.did}: {each.where}", flush=True)
    return Found(done, different, tuple(WAYS.keys() - visited.keys()))


def _one(emulate: Make, seed: int, steps: int, env: Mapping[str, str], *, seeds: bool) -> Walk:
    """One walk, over the bundled articles or over three accounts of which one has wide characters."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        texts = [paths.find().seeds] if seeds else write_texts(home / "texts")
        return walk(emulate, seed, steps, texts, home, {**environment(home), **env})


def equality(_: str) -> Iterator[Row]:
    """Rows of a table: steps that were not equal, the steps shared out among the emulators."""
    there = list(EMULATORS)
    if why := xterm.missing():
        there.remove("xterm.js")
        left_out("xterm.js", why)
    for name in there:
        found = walks(name, STEPS // len(there), 1)
        wrong = found.different + len(found.missed)
        yield Row(f"steps of {found.steps:,} that are not equal, {name}", str(wrong), wrong, 0)


def main() -> int:
    """Prints how many steps were equal; 1 where one was not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=STEPS, help="in each emulator")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--emulator", choices=tuple(EMULATORS), help="only this one")
    chosen = parser.parse_args()
    broken = 0
    for name in (chosen.emulator,) if chosen.emulator else EMULATORS:
        if name == "xterm.js" and xterm.missing():
            left_out(name, xterm.missing())
            continue
        found = walks(name, chosen.steps, chosen.seed)
        equal = found.steps - found.different
        broken += found.different + len(found.missed)
        print(
            f"{name}: {equal:,} of {found.steps:,} steps equal, {len(WAYS) - len(found.missed)} of {len(WAYS)} scopes"
        )
        if found.missed:
            print(f"  never seen: {', '.join(sorted(found.missed))}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
