"""Writes into a library until it is killed, and says after each write that it was kept. Run by test_killed.py."""

import sys
from pathlib import Path

from tuireader.library import Library


def main() -> None:
    library = Library.open(Path(sys.argv[1]))
    number = int(sys.argv[2])
    while True:
        number += 1
        key = f"d{number % 7}", number, number + 1
        if library.add_mark(*key, quote=f"word {number}"):
            print(number, flush=True)
        if library.set_note(*key, f"note {number}"):
            print(-number, flush=True)


if __name__ == "__main__":
    main()
