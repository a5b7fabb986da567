"""A kill at any moment takes back nothing that was acknowledged, and processes do not get into each other's way."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.killing import kill
from tuireader.library import Library
from tuireader.library.checking import check


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_kills_lose_nothing(tmp_path: Path) -> None:
    # Hundreds of kills are what shows a moment at which something could be lost; a library begins anew now and then,
    # since all of it is checked after each.
    for start in range(0, 200, 40):
        last = 0
        for after in kill(tmp_path / f"{start}.sqlite3", 40, random.Random(start), longest=0.02):
            assert after.missing == [] and after.wrong == ""
            last = after.acknowledged
        assert last > 20


_WRITER = """
import sys
from pathlib import Path
from tuireader.library import Library
from tuireader.library.importing import add

library, n = Library.open(Path(sys.argv[1])), int(sys.argv[2])
assert not library.note, library.note
if n < 2:
    done = add(library, [sys.argv[3]], processes=0)
    assert not done.failed and not done.problems and done.files == 60, done
for i in range(30):
    kept = library.set_position(f"{n}-{i}", i) and library.add_mark(f"{n}", i, i + 1, note="x")
    assert kept, library.note
"""


def test_eight_processes_at_once_two_of_which_add_one_folder(tmp_path: Path) -> None:
    file, wire = tmp_path / "library.sqlite3", tmp_path / "wire"
    wire.mkdir()
    for number in range(60):
        (wire / f"{number}.txt").write_text(f"Storm {number}\n\nThe harbour was shut on day {number}.\n")
    words = [sys.executable, "-c", _WRITER, str(file)]
    running = [subprocess.Popen([*words, str(n), str(wire)]) for n in range(8)]
    assert [process.wait(60) for process in running] == [0] * 8
    with Library.open(file) as library:
        assert all(library.position(f"{n}-{i}") == i for n in range(8) for i in range(30))
        assert len(library.all_marks()) == 240 and library.count() == 60
        found = check(library)
        assert found.sound and not found.mended
