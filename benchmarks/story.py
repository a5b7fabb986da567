"""Passages and facts of the five bundled articles, cold: CPU time against the budget of 150 ms.

    python benchmarks/story.py

Each round is a fresh interpreter that opens the articles and then computes, imports of what computes included. The
figure is the median.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile

from measuring import environment

ROUNDS = 11
BUDGET = 150.0
ROUND = """
import time
from tuireader import sources
from tuireader.settings import paths
articles = sources.open([paths.find().seeds]).articles
start = time.process_time()
from tuireader.story import know, tell
telling = tell(articles)
middle = time.process_time()
know(articles, telling)
print((middle - start) * 1000, (time.process_time() - middle) * 1000)
"""


def main() -> int:
    """Prints the figures; 1 where the budget is broken."""
    rounds = []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(ROUNDS + 1):
            command = [sys.executable, "-c", ROUND]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment(home))
            passages, facts = map(float, done.stdout.split())
            rounds.append((passages, facts))
    del rounds[0]  # it compiled the modules
    passages = statistics.median(each for each, _ in rounds)
    facts = statistics.median(each for _, each in rounds)
    total = statistics.median(sum(each) for each in rounds)
    verdict = "kept" if total <= BUDGET else "BROKEN"
    print(f"passages {passages:.0f} ms, facts {facts:.0f} ms of CPU")
    print(f"both, cold: {total:.0f} ms of {BUDGET:.0f} ms ({total / BUDGET:.2f}): {verdict}")
    return 0 if total <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
