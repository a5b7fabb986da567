"""Flags between articles that tell of different things: ``python benchmarks/facts_strangers.py --data FOLDER``.

FOLDER holds ``polnear-dev``, 84 articles of one campaign. Pairs of them, chosen by a fixed seed, are taken for one
story; each ``differ`` or ``changed`` is a false alarm, but for the few pairs that tell of one event in truth.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from itertools import combinations
from pathlib import Path

from facts_scoring import article

from tuireader import facts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=400)
    parser.add_argument("--misses", action="store_true", help="print each flag")
    options = parser.parse_args()
    paths = sorted((options.data / "polnear-dev" / "text").glob("*.txt"))
    articles = [article(path.read_bytes().decode("utf-8"), path.stem) for path in paths]
    pairs = list(combinations(articles, 2))
    chosen = random.Random(3).sample(pairs, min(options.pairs, len(pairs)))
    count: Counter[str] = Counter()
    for one, other in chosen:
        for fact in facts.find([one, other]).facts:
            if fact.verdict == "agree" and fact.kind not in ("person", "organisation", "place", "date"):
                count[f"{fact.kind} agrees"] += 1
            elif fact.verdict in ("differ", "changed"):
                count["flags"] += 1
                if options.misses:
                    print(f"  {fact.kind} {fact.verdict} {fact.key}: {[value.text for value in fact.values]}")
    print(f"{f'flags in {len(chosen)} pairs of strangers':<46} {count['flags']}")
    for what in sorted(count):
        if what != "flags":
            print(f"{f'{what} there':<46} {count[what]}")


if __name__ == "__main__":
    main()
