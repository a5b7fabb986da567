"""The reader in a terminal against its budgets, side by side with less, vim and newsboat in one run.

    python benchmarks/terminal.py [ROW …]

The installed program runs in pseudo-terminals of 80x24; the others run beside it, as far as they are installed, on the
same texts, in terminals of the same size, counted in the same way. A row can be run alone: ``start`` (first readable
content, by ``python -c pass``), ``pipes``, ``bytes``, ``lag`` (held keys on a slow line), ``ssh`` (the same over a real
sshd of this machine, on a port and with keys of its own), ``keys`` (time to the last byte), ``idle``, ``memory``,
``tmux`` (the same screens within tmux and GNU screen), ``equality`` (10,000 random keys and resizes against what
Textual would draw). Needs pyte, which the extra "test" brings. What cannot be measured is left out, and why is said;
what is over its budget says OVER, and counts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from equality import equality
from terminals.idle import idle
from terminals.lag import lag, ssh
from terminals.multiplexers import multiplexers
from terminals.programs import opened, reader
from terminals.sizes import sizes
from terminals.starts import memory, pipes, starts
from terminals.table import Row, Skipped, table
from terminals.walking import keys

ROWS: Mapping[str, Callable[[str], Iterator[Row]]] = {
    "start": starts,
    "pipes": pipes,
    "bytes": sizes,
    "lag": lag,
    "ssh": ssh,
    "keys": keys,
    "idle": idle,
    "memory": memory,
    "tmux": multiplexers,
    "equality": equality,
}


def rows(names: Sequence[str], home: str) -> Iterator[Row]:
    """The rows of these names, as they are measured."""
    for name in names:
        try:
            yield from ROWS[name](home)
        except Skipped as why:
            print(f"{name}: left out: {why}", flush=True)


def main() -> int:
    """Prints the table; 1 where something is over its budget."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}; all of them without one")
    asked = parser.parse_args()
    if unknown := [name for name in asked.rows if name not in ROWS]:
        parser.error(f"there is no row {unknown[0]}; there are: {', '.join(ROWS)}")
    with tempfile.TemporaryDirectory() as home:
        with opened(reader(home, ready="Story 1")) as terminal:
            # This run compiles the modules and fills the cache.
            terminal.type("Q")
            terminal.wait()
        return 1 if table(rows(asked.rows or tuple(ROWS), home), lambda line: print(line, flush=True)) else 0


if __name__ == "__main__":
    sys.exit(main())
