"""Kills a process that writes into a library, as often as wanted, and looks for every write it had acknowledged.

    python -m benchmarks.kills [TIMES]

Writes of every kind (marks, notes, tags, read, dismissed facts, places, texts, feeds, steps taken back) at random; the
process is ended by SIGKILL at a random moment, the library is opened, checked as `tuireader library check` does, and
must hold all of them. It lies on a disk of its own where TMPDIR says so.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.library.killing import kill


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    began = time.monotonic()
    lost = broken = kept = done = 0
    with tempfile.TemporaryDirectory() as home:
        # A library begins anew now and then: it is checked whole after each kill.
        for start in range(0, times, 50):
            file = Path(home) / f"library-{start}.sqlite3"
            many = 0
            for after in kill(file, min(50, times - start), random.Random(start)):
                done += 1
                lost += len(after.missing)
                broken += bool(after.wrong)
                many = after.acknowledged
                if after.missing or after.wrong:
                    print(f"after kill {done}: missing {after.missing}, {after.wrong}")
            kept += many
    seconds = time.monotonic() - began
    print(f"{done} kills, {kept:,} acknowledged writes: {lost} lost, {broken} libraries broken ({seconds:.0f} s)")
    return int(bool(lost or broken))


if __name__ == "__main__":
    sys.exit(main())
