"""How long the program takes to answer, in units of ``python -c pass``, against the budgets.

    python benchmarks/startup.py

Each figure is the median of paired runs: program and bare interpreter in turn, so that what else the machine does
meets both. The program is the installed console script beside the interpreter, else ``python -m tuireader``. ``list``
and ``show`` are measured on the bundled articles after one run that leaves its results in a cache of its own.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measuring import environment

ROUNDS = 25
BUDGETS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("--version",), 2.5),
    (("--help",), 3.0),
    (("list",), 6.0),
    (("list", "--json"), 6.0),
    (("show", "000"), 6.0),
)


def program() -> list[str]:
    """The command that starts the program."""
    script = Path(sys.executable).parent / "tuireader"
    return [str(script)] if script.exists() else [sys.executable, "-m", "tuireader"]


def seconds(command: Sequence[str], user: dict[str, str]) -> float:
    """How long a command takes from start to end. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=user, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - start


def ratio(command: Sequence[str], user: dict[str, str], rounds: int = ROUNDS) -> float:
    """The median of program time by interpreter time over paired runs."""
    bare = [sys.executable, "-c", "pass"]
    pairs = [(seconds(bare, user), seconds(command, user)) for _ in range(rounds)]
    return statistics.median(program for _, program in pairs) / statistics.median(bare for bare, _ in pairs)


def main() -> int:
    """Prints the ratios; 1 where a budget is broken."""
    broken = 0
    with tempfile.TemporaryDirectory() as home:
        user = environment(home)
        for arguments, budget in BUDGETS:
            command = [*program(), *arguments]
            seconds(command, user)
            found = ratio(command, user)
            broken += found > budget
            verdict = "kept" if found <= budget else "BROKEN"
            print(
                f"tuireader {' '.join(arguments):<12} {found:4.1f} x python, budget {budget:g}: {verdict}", flush=True
            )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
