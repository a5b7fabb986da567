"""Adding a folder of many files to a library: how long it takes, how large the library is, how quick it opens.

    python benchmarks/adding.py [FILES]

The articles are invented, some 400 words each, of five outlets with furniture of their own. Prints files a second with
this process alone and with one process a core, what the same call takes when all is known, bytes an article, and how
long reading one takes. Budget: 200 files a second for a core at work.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from tuireader.library import Library
from tuireader.library.importing import add
from tuireader.sources import few
from tuireader.sources.isolated import cores

_WORDS = """
    harbour bridge ferry council minister flood school river mayor strike police vote budget court dam train storm
    market hospital border election quarry tunnel orchard parade glacier printer senate museum harvest Osmani Vjosa
    Drell said will would after before while near under above and the of in to for with at on by from
"""
WORDS = _WORDS.split()
OUTLETS = ("Coast Post", "Hill Post", "Quarry Times", "Harbour News", "Border Herald")
#: Files a second that one process, of this machine's cores, has to read.
BUDGET = 200


def wire(folder: Path, files: int) -> None:
    """Makes the files, a thousand a folder."""
    chance = random.Random(3)
    for number in range(files):
        home = folder / f"{number // 1000:04}"
        home.mkdir(exist_ok=True)
        paragraphs = [f"{' '.join(chance.choices(WORDS, k=6)).capitalize()} {number}"]
        for _ in range(6):
            sentences = (" ".join(chance.choices(WORDS, k=16)).capitalize() + "." for _ in range(4))
            paragraphs.append(" ".join(sentences))
        outlet = OUTLETS[number % len(OUTLETS)]
        paragraphs += [f"Source: {outlet}", f"{outlet} is read by all who live by the sea", "Stories from the coast"]
        (home / f"a{number:06}.txt").write_text("\n\n".join(paragraphs) + "\n")


def main() -> int:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    slow = False
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "wire").mkdir()
        wire(home / "wire", files)
        for processes in (0, cores()):
            file = home / f"library-{processes}.sqlite3"
            with Library.open(file) as library:
                began, spent = time.perf_counter(), time.process_time()
                done = add(library, [str(home / "wire")], processes=processes)
                seconds, spent = time.perf_counter() - began, time.process_time() - spent
                assert done.new == files and not done.problems, done
                rate = files / (spent if not processes else seconds)
                slow = slow or (not processes and rate < BUDGET)
                which = f"{processes} processes beside it" if processes else "one process, by its own time"
                print(f"{which:<32} {rate:7.0f} files a second  ({seconds:.1f} s, {spent:.1f} s of it in this process)")
        with Library.open(file) as library:
            began = time.perf_counter()
            again = add(library, [str(home / "wire")])
            print(f"{'all of it known':<32} {again.files / (time.perf_counter() - began):7.0f} files a second")
        print(f"{'size':<32} {file.stat().st_size / files:7.0f} bytes an article")
        with Library.open(file) as library:
            some = library.digests()[: 10 * few.FEW]
            began = time.perf_counter()
            learnt = sum(each.parts[-1].why.startswith("furniture of") for each in library.texts(some))
            assert learnt == len(some) >= 20, learnt
            each = (time.perf_counter() - began) / len(some) * 1000
            print(f"{'reading, furniture set aside':<32} {each:7.2f} ms an article")
        began = time.perf_counter()
        Library.open(file).close()
        print(f"{'opening':<32} {(time.perf_counter() - began) * 1000:7.1f} ms")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
