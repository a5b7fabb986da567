"""A story at a glance: milliseconds of CPU for the survey of the bundled articles, and of forty made of them.

    python benchmarks/overview.py

Forty articles are made by leaving sentences out of the five, each in its own way, so that they share and copy a lot.
The figure is the best of some rounds; passages and facts are found beforehand and not counted.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from tuireader import sources
from tuireader.article import Article
from tuireader.overview import survey
from tuireader.settings import paths
from tuireader.story import know, tell

ROUNDS = 5
MANY = 40
KEPT = 0.55
#: The bundled five are surveyed while a key is answered; forty may take as long as a screen takes to open.
BUDGETS = {"five": 30.0, "forty": 300.0}


def forty(articles: Sequence[Article]) -> list[Article]:
    """Articles made of the sentences of these, the same in every run."""
    chance = random.Random(5)
    made = []
    for number in range(MANY):
        article = articles[number % len(articles)]
        kept = [each for each in article.sentences if chance.random() < KEPT]
        text = "\n\n".join(article.text[each.start : each.end] for each in kept)
        made.append(sources.from_text(text, id=f"account-{number:02}"))
    return made


def measured(articles: Sequence[Article]) -> float:
    """The milliseconds a survey takes, all of it."""
    telling = tell(articles)
    known = know(articles, telling)
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        made = survey(articles, telling.passages.passages, known.facts, known.mentions, telling.shared)
        for part in ("passage_rows", "fact_rows", "columns", "pairs", "clusters", "loners"):
            getattr(made, part)
        found.append((time.process_time() - start) * 1000)
    return min(found)


def main() -> int:
    """Prints the figures; 1 where a budget is broken."""
    five = sources.open([paths.find().seeds]).articles
    broken = False
    for name, articles in (("five", five), ("forty", forty(five))):
        took = measured(articles)
        broken |= took > BUDGETS[name]
        verdict = "kept" if took <= BUDGETS[name] else "BROKEN"
        print(f"{name}: {took:.0f} ms of {BUDGETS[name]:.0f} ms: {verdict}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
