"""Shared passages: quality on gold links, and time beside difflib and rapidfuzz in the same run.

    python benchmarks/passages.py EVENT… [--strangers FOLDER] [--long]

An EVENT is a folder with the articles of one event as text files. Where it has a links.jsonl too (its form stands in
passages_data.py), or where we marked its links (passages_gold/), they are scored by the characters they cover on both
sides. With --strangers, articles of different events and the articles of FOLDER are compared each with each: how many
pairs have a link, and how many of all links are found where only the pairs are compared that the index of rare wording
picks, as it is done with many articles. Where there are 21 articles or more in all, one more is compared with 20. With
--long, texts of 10,000 to 200,000 words.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from passages_data import Gold, Row, gold_of, ordered, pooled, score

from tuireader import sources
from tuireader.article import Article
from tuireader.passages import find
from tuireader.passages.blocks.growing import blocks
from tuireader.passages.candidates import neighbours
from tuireader.passages.links.cells import Weights
from tuireader.passages.links.pair import align
from tuireader.passages.words.features import Features
from tuireader.text.words import words

#: CPU milliseconds for ten pairs of news articles, cold.
BUDGET = 100.0
#: CPU milliseconds for one more article against so many that have been read before.
ONE_MORE = 250.0
NEIGHBOURS = 20
#: Words of the long texts.
LONG = (10_000, 50_000, 200_000)


def difflib_links(articles: Sequence[Article]) -> list[Row]:
    """The best tool off the shelf: runs of three equal words and more."""
    found = []
    for a, b in combinations(articles, 2):
        one, two = words(a.text), words(b.text)
        matcher = SequenceMatcher(None, [w.folded for w in one], [w.folded for w in two], autojunk=False)
        for p, q, size in matcher.get_matching_blocks():
            if size >= 3:
                last = size - 1
                found.append(((a.id, one[p].start, one[p + last].end), (b.id, two[q].start, two[q + last].end)))
    return found


def rapidfuzz_links(articles: Sequence[Article]) -> list[Row]:
    """Sentences by token_sort_ratio from 75 up."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    found = []
    for a, b in combinations(articles, 2):
        one = [(s.start, s.end, default_process(a.text[s.start : s.end])) for s in a.sentences]
        two = [(s.start, s.end, default_process(b.text[s.start : s.end])) for s in b.sentences]
        found += [
            ((a.id, p[0], p[1]), (b.id, q[0], q[1]))
            for p in one
            for q in two
            if token_sort_ratio(p[2], q[2], score_cutoff=75)
        ]
    return found


def our_links(articles: Sequence[Article]) -> list[Row]:
    """What tuireader links."""
    sides = [(link.a, link.b) for link in find(articles).links]
    return [((a.article, a.start, a.end), (b.article, b.start, b.end)) for a, b in sides]


TOOLS: dict[str, Callable[[Sequence[Article]], list[Row]]] = {
    "tuireader": our_links,
    "difflib": difflib_links,
    "rapidfuzz": rapidfuzz_links,
}


def measure(events: Sequence[tuple[str, Gold, Sequence[Article]]]) -> float:
    """Prints quality and time of each tool; returns the milliseconds that ten pairs take ours."""
    pairs = max(1, sum(len(articles) * (len(articles) - 1) // 2 for _, _, articles in events))
    times = {}
    for name, tool in TOOLS.items():
        start = time.process_time()
        answers = [[ordered(row) for row in tool(articles)] for _, _, articles in events]
        spent = (time.process_time() - start) * 1000
        times[name] = spent / pairs * 10
        print(f"{name:10} {spent:7.0f} ms for {pairs} pairs, {times[name]:6.0f} ms for ten")
        scored = [(event, gold, found) for (event, gold, _), found in zip(events, answers, strict=True) if gold.need]
        for event, gold, found in scored:
            print(f"  {event:10} {score(gold, found)}")
        if len(scored) > 1:
            print(f"  {'all':10} {score(*pooled((gold, found) for _, gold, found in scored))}")
    return times["tuireader"]


def strangers(events: Sequence[Sequence[Article]], others: Sequence[Article]) -> None:
    """Prints how many pairs of unrelated articles have a link, and what the index of rare wording would have missed."""
    features = [Features(article) for articles in (*events, others) for article in articles]
    home = [number for number, articles in enumerate((*events, others)) for _ in articles]
    picked = set(neighbours(features))
    apart, loose = [0, 0], [0, 0]
    links = kept = 0
    for x, y in combinations(range(len(features)), 2):
        found = len(align(Weights(features[x], features[y])))
        links += found
        kept += found if (x, y) in picked else 0
        count = apart if home[x] != home[y] else loose if home[x] == len(events) else None
        if count:
            count[0] += 1
            count[1] += found > 0
    print(f"articles of different events, or of an event and the folder: {apart[1]} of {apart[0]} pairs have a link")
    print(f"articles of the folder: {loose[1]} of {loose[0]} pairs have a link")
    every = len(features) * (len(features) - 1) // 2
    print(f"the index picks {len(picked)} of {every} pairs, with {kept} of {links} links ({kept / max(1, links):.3f})")


def one_more(articles: Sequence[Article], others: Sequence[Article]) -> float:
    """Prints and returns the milliseconds one more article takes against 20 that have been read before."""
    crowd = [Features(article) for article in (*articles, *others)][: NEIGHBOURS + 1]
    if len(crowd) <= NEIGHBOURS:
        return 0.0
    times = []
    for number, own in enumerate(crowd):
        start = time.process_time()
        new = Features(own.article)
        for other in (*crowd[:number], *crowd[number + 1 :]):
            weights = Weights(new, other)
            matches = align(weights)
            blocks(weights, matches)
        times.append((time.process_time() - start) * 1000)
    print(
        f"one more article against {NEIGHBOURS}: {max(times):.0f} ms at most, {sum(times) / len(times):.0f} on average"
    )
    return max(times)


def long_texts(articles: Sequence[Article]) -> None:
    """Prints how many words a second are compared in long texts, made of the articles' words: linear if it stays."""
    from tuireader.sources import from_text

    picked = random.Random(1)
    stock = [article.text[word.start : word.end] for article in articles for word in words(article.text)]

    def sentences(count: int) -> list[str]:
        told = (" ".join(picked.choices(stock, k=16)) for _ in range(count // 16))
        return [sentence.capitalize() + "." for sentence in told]

    for size in LONG:
        one, two = sentences(size), sentences(size)
        moved = [" ".join(word if picked.random() > 0.1 else picked.choice(stock) for word in s.split()) for s in one]
        picked.shuffle(moved)
        for name, other in (("another", two), ("the same, moved", moved)):
            pair = [from_text("\n".join(text), id=str(side)) for side, text in enumerate((one, other))]
            start = time.process_time()
            found = find(pair)
            spent = time.process_time() - start
            print(
                f"{size:7,} words against {name}: {spent:5.1f} s, {size / spent:7,.0f} words a second, "
                f"{len(found.links)} links"
            )


def main() -> int:
    """Prints the figures; 1 where the budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="+", metavar="EVENT", help="a folder with the articles of one event")
    parser.add_argument("--strangers", metavar="FOLDER", help="a folder of articles that tell of different events")
    parser.add_argument("--long", action="store_true", help="long texts as well, which takes minutes")
    asked = parser.parse_args()
    events = [(Path(event).name, gold_of(Path(event)), sources.open([event]).articles) for event in asked.events]
    ten = measure(events)
    everything = [article for _, _, articles in events for article in articles]
    others = sources.open([asked.strangers]).articles if asked.strangers else ()
    one = one_more(everything, others)
    if asked.long:
        long_texts([*everything, *others])
    if asked.strangers:
        strangers([articles for _, _, articles in events], others)
    print(f"ten pairs: {ten:.0f} ms, budget {BUDGET:.0f} ms, ratio {ten / BUDGET:.2f}")
    print(f"one more article: {one:.0f} ms, budget {ONE_MORE:.0f} ms, ratio {one / ONE_MORE:.2f}")
    return int(ten > BUDGET or one > ONE_MORE)


if __name__ == "__main__":
    sys.exit(main())
