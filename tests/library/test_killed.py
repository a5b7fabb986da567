"""A kill at any moment takes back nothing that was acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tuireader.library import Library


def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    chance = random.Random(20)
    kept: list[int] = []
    for _ in range(20):
        writer = subprocess.Popen(
            [
                sys.executable,
                str(Path(__file__).with_name("writer.py")),
                str(file),
                str(max(map(abs, kept), default=0)),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        kept.append(int(writer.stdout.readline()))
        time.sleep(chance.uniform(0, 0.05))
        writer.kill()
        rest = writer.stdout.read()
        writer.stdout.close()
        writer.wait()
        # The last line may have been cut by the kill.
        kept += [int(line) for line in rest.split("\n")[:-1]]
        with Library.open(file) as library:
            assert library.note == ""
            marks = library.all_marks()
        assert {number for number in kept if number > 0} <= {mark.start for mark in marks}
        assert {-number for number in kept if number < 0} <= {
            mark.start for mark in marks if mark.note == f"note {mark.start}"
        }
    assert len(kept) > 40


def test_eight_processes_at_once(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    code = (
        "import sys; from pathlib import Path; from tuireader.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); n = int(sys.argv[2])\n"
        "assert not library.note, library.note\n"
        "assert all(library.set_position(f'{n}-{i}', i) for i in range(40)), library.note\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(file), str(n)]) for n in range(8)]
    assert [process.wait(60) for process in running] == [0] * 8
    with Library.open(file) as library:
        assert all(library.position(f"{n}-{i}") == i for n in range(8) for i in range(40))
