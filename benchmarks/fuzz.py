"""Changes valid files of every format at random, for as long as one likes, and reads them: nothing may crash or hang.

    python benchmarks/fuzz.py --runs 1000000 --jobs 2

Each run reads one changed file by the same way as the reader does, makes articles of it, and holds what came of it
to what it must be (``fuzzing.check``). Prints how many runs there were, crashes, hangs and wrong results, and keeps
what broke something in ``--keep``. Exit status 1 where something did. ``--engine atheris`` lets coverage guide the
changes, where that is installed.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

# The hostile strings of the tests are used here as well.
sys.path.append(str(Path(__file__).resolve().parents[1]))

import fuzzing

#: Seconds that one input may take before it is a hang. The readers' own limit for one document is ten.
HANGS = 40.0
_SLOT = 1 << 22
#: After so many runs a part says how often it read which format.
_COUNTED = 500


def main() -> int:
    """Runs it, or a part of it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long, whatever --runs says")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], help="names of targets, such as a.rss or safe")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--engine", choices=("plain", "atheris"), default="plain")
    parser.add_argument("--part", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.engine == "atheris":
        return _guided(asked.only)
    if asked.part:
        return _part(asked.part, asked.seed, asked.runs, asked.only)
    return _all(asked)


class Job:
    """A process that reads changed files, and the piece of memory in which it says what it is at."""

    def __init__(self, number: int, folder: Path, asked: argparse.Namespace) -> None:
        self.folder, self.asked = folder, asked
        self.seed, self.left = asked.seed * 1000 + number, asked.runs // asked.jobs
        self.file = folder / f"job-{number}"
        self.file.write_bytes(bytes(_SLOT))
        with self.file.open("r+b") as file:
            self.shared = mmap.mmap(file.fileno(), _SLOT)
        self.begin()

    def begin(self) -> None:
        """Starts the process for what is left to do."""
        self.shared[:16] = bytes(16)
        words = ["--part", str(self.file), "--seed", str(self.seed), "--runs", str(self.left)]
        self.process = subprocess.Popen(
            [sys.executable, __file__, *words, "--only", *self.asked.only],
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / f"{self.file.name}.log").open("ab"),
        )
        self.beat, self.since = 0, time.monotonic()

    @property
    def runs(self) -> int:
        """How many files the process that runs now has read."""
        return int.from_bytes(self.shared[:8], "little")

    def over(self) -> str:
        """Why the process is at an end, or has to be: ``done``, ``hang``, ``crash``; empty where it goes on."""
        status = self.process.poll()
        if status is not None:
            return "done" if status == 0 else "crash"
        if self.runs != self.beat:
            self.beat, self.since = self.runs, time.monotonic()
        return "hang" if time.monotonic() - self.since > HANGS else ""

    def input(self) -> bytes:
        """What it read last."""
        size = int.from_bytes(self.shared[8:16], "little")
        return bytes(self.shared[16 : 16 + min(size, _SLOT - 16)])


def _all(asked: argparse.Namespace) -> int:
    asked.keep.mkdir(parents=True, exist_ok=True)
    found = runs = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        jobs = [Job(number, Path(folder), asked) for number in range(asked.jobs)]
        open_jobs = list(jobs)
        while open_jobs and time.monotonic() - began < asked.seconds:
            time.sleep(0.5)
            for job in list(open_jobs):
                end = job.over()
                if not end:
                    continue
                runs += job.runs
                if end == "done":
                    open_jobs.remove(job)
                    continue
                job.process.kill()
                job.process.wait()
                found += 1
                (asked.keep / f"{end}-{job.seed}-{job.runs}").write_bytes(job.input())
                job.left, job.seed = job.left - job.runs, job.seed + 500
                job.begin()
            told = runs + sum(job.runs for job in open_jobs)
            print(f"\r{told:,} runs, {found} crashes or hangs", end="", file=sys.stderr)
        for job in open_jobs:
            runs += job.runs
            job.process.kill()
        by_target: Counter[str] = Counter()
        for counts in Path(folder).glob("*.counts"):
            by_target.update(json.loads(counts.read_text("utf-8")))
        logs = b"".join(file.read_bytes() for file in Path(folder).glob("*.log"))
    wrong = logs.count(b"FOUND ")
    (asked.keep / "log.txt").write_bytes(logs)
    seconds = time.monotonic() - began
    print("\n" + "\n".join(f"{name:<16}{times:>10,}" for name, times in by_target.most_common()))
    print(f"{runs:,} runs in {seconds:,.0f} s, {asked.jobs} at once: {found} crashes or hangs, {wrong} wrong results")
    if found or wrong:
        print(f"see {asked.keep}")
    return int(bool(found or wrong))


def _part(file: Path, seed: int, runs: int, only: list[str]) -> int:
    """Reads ``runs`` changed files; says in ``file`` which is the last and how many they were."""
    random = Random(seed)
    targets = [target for target in fuzzing.targets() if not only or target.name in only]
    weights = [target.weight for target in targets]
    with file.open("r+b") as opened:
        shared = mmap.mmap(opened.fileno(), _SLOT)
    done: Counter[str] = Counter()
    for number in range(1, runs + 1):
        target = random.choices(targets, weights)[0]
        data = fuzzing.changed(target.samples, random)
        size = min(len(data), _SLOT - 16)
        shared[8:16] = size.to_bytes(8, "little")
        shared[16 : 16 + size] = data[:size]
        try:
            target.run(data)
        except Exception:
            kept = Path(file.parent, f"{target.name}-{seed}-{number}")
            kept.write_bytes(data)
            print(f"FOUND {target.name} {data[:2000]!r}\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        shared[:8] = number.to_bytes(8, "little")
        done[target.name] += 1
        if number % _COUNTED == 0 or number == runs:
            Path(f"{file}-{seed}.counts").write_text(json.dumps(done), encoding="utf-8")
    return 0


def _guided(only: list[str]) -> int:
    """Lets atheris choose the changes (coverage-guided), on one target. Goes on until it finds something."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    # What was imported before would be run without being watched; readers are imported when they are wanted.
    for name in [name for name in sys.modules if name.partition(".")[0] in ("tuireader", "fuzzing")]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["tuireader"]):
        import fuzzing as watched

        target = next(target for target in watched.targets() if not only or target.name in only)
        target.run(target.samples[0])
    with tempfile.TemporaryDirectory() as folder:
        for number, sample in enumerate(target.samples):
            Path(folder, str(number)).write_bytes(sample)
        atheris.Setup([sys.argv[0], folder, f"-timeout={HANGS:.0f}"], target.run)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
