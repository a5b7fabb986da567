"""How long exports take, and how large they are: every form of the whole story of the seeds, and of forty accounts.

    python benchmarks/export.py

The forty are the seeds, each eight times with paragraphs left out: one story in which much is copied, the worst there
is for tables of who shares what. Budgets are seconds of one processor on a common machine.
"""

from __future__ import annotations

import random
import sys
import time

from tuireader import sources, story
from tuireader.article import Article
from tuireader.report.documents import FORMS, Material, export
from tuireader.settings import paths

#: Seconds for one form of the story of the seeds, and of the forty.
BUDGETS = (0.5, 3.0)
COPIES, KEPT = 8, 0.85


def seeds() -> list[Article]:
    """The bundled articles."""
    return list(sources.open([paths.find().seeds]).articles)


def forty() -> list[Article]:
    """Many accounts of one story, the same in every run."""
    chance = random.Random(1)
    found = []
    for copy in range(COPIES):
        for article in seeds():
            kept = [each for each in article.text.split("\n") if chance.random() < KEPT]
            found.append(sources.from_text("\n".join(kept), id=f"{article.id[:3]}-{copy}"))
    return found


def main() -> int:
    """Prints seconds and bytes; 1 where a budget is broken."""
    broken = 0
    for name, articles, budget in (("seeds", seeds(), BUDGETS[0]), ("forty accounts", forty(), BUDGETS[1])):
        telling = story.tell(articles)
        material = Material(tuple(articles), telling, story.know(articles, telling))
        for form in FORMS:
            start = time.perf_counter()
            size = len(export(material, "story", form))
            taken = time.perf_counter() - start
            over = taken > budget
            broken += over
            print(f"{name:<16}{form:<6}{taken:6.2f} s{size / 1000:9,.0f} kB{'  over budget' if over else ''}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
