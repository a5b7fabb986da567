"""The library's list with thousands of articles: what each key costs before it is drawn, in milliseconds.

    python benchmarks/library.py [ARTICLES]

Budget: 30 ms at the median with 5,000 articles.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from tuireader.library import Cache, Library
from tuireader.passages import Passages
from tuireader.sources import Opened, from_text
from tuireader.story import Story, Telling
from tuireader.tui.session import Session
from tuireader.tui.shelf import order
from tuireader.tui.shelf.cards import Cards
from tuireader.tui.shelf.columns import needs
from tuireader.tui.shelf.filter import fitting
from tuireader.tui.shelf.groups import grouped

_WORDS = """
    harbour bridge ferry council minister flood school river mayor strike police vote budget court dam train storm
    market hospital border election quarry tunnel orchard parade glacier printer senate museum harvest
"""
WORDS = _WORDS.split()
#: Milliseconds for everything that a key does, at the median.
BUDGET = 30.0


def session(articles: int) -> Session:
    """A session on invented articles, in stories of one to six."""
    random.seed(7)
    made = []
    for number in range(articles):
        article = from_text(f"{' '.join(random.sample(WORDS, 6)).capitalize()} {number}\n\nSo it was.", id=f"a{number}")
        day = f"2025-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        made.append(replace(article, source=random.choice(("Courier", "Herald", "Valley News")), published=day))
    stories: list[Story] = []
    at = 0
    while at < articles:
        size = random.choice((1, 1, 3, 6))
        stories.append(Story(len(stories) + 1, tuple(article.id for article in made[at : at + size])))
        at += size
    found = Session(Opened(tuple(made)), Library.open(None), Cache.open(None))
    found.telling = Telling(Passages(), tuple(stories), {article.id: random.random() for article in made})
    for article in made[::3]:
        found.library.set_read(article.digest, True)
    return found


def measure(name: str, work: Callable[[], object], times: int = 15) -> float:
    """Prints the median and the worst of some runs; returns the median."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    print(f"{name:<34} {statistics.median(spent):7.1f} {max(spent):7.1f}")
    return statistics.median(spent)


def main() -> int:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    opened = session(articles)
    cards = Cards(opened)
    everything = cards.all()
    assert opened.telling is not None
    together = {story.number for story in opened.telling.stories if len(story.articles) > 1}
    print(f"{articles:,} articles{'median':>24} {'worst':>7}")
    anew = [
        measure("what the reader did, of all", cards.read_states),
        measure("cards anew", cards.all),
        measure("what the columns want", lambda: needs(everything)),
    ]
    listed = [
        max(measure(f"sort: {each.label}", partial(order.put, everything, each)) for each in order.ORDERS),
        measure("by story", lambda: grouped(everything, True, together)),
    ]
    typed = ("f", "flood", "floood", "unread source:herald -vote", "story:12")
    filtered = max(measure(f"filter: {each}", partial(fitting, everything, each)) for each in typed)
    slow = max(sum(anew) + sum(listed), sum(listed) + filtered)
    print(f"something was done, all is listed  {sum(anew) + sum(listed):7.1f}")
    print(f"a key into the filter, at worst    {sum(listed) + filtered:7.1f}  (budget {BUDGET:g})")
    return int(slow > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
