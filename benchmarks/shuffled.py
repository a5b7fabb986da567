"""Shared passages between a text and itself with its paragraphs in another order and one word in ten changed.

    python benchmarks/shuffled.py PATH…

Each article is compared with a copy of its paragraphs, shuffled, in which in each ten words one, at a random place, is
replaced by another word of the same text. Printed is the share of all characters, on both sides, that passages find
again beside what they were made of, and the share of the passages that is right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from random import Random

from passages_data import Row, share

from tuireader import sources
from tuireader.article import TOLD, Article
from tuireader.passages import find
from tuireader.text.words import words

#: One word in so many is changed.
EVERY = 10
#: What a text of fewer paragraphs would show is no order.
PARAGRAPHS = 3
#: What must be found again, and what of the answers must be right.
BUDGET = (0.90, 0.95)


def shuffled(article: Article, dice: Random) -> tuple[Article, list[Row]]:
    """A copy in another order with words changed, and which paragraph stands where in both."""
    text = article.text
    spoken = [part for part in article.parts if part.role in TOLD and part.role != "title"]
    vocabulary = sorted({text[word.start : word.end] for part in spoken for word in words(text, part.start, part.end)})
    dice.shuffle(spoken)
    made = ""
    rows: list[Row] = []
    for part in spoken:
        start = len(made)
        made += _changed(text, part.start, part.end, vocabulary, dice)
        rows.append((("a", part.start, part.end), ("b", start, len(made))))
        made += "\n\n"
    return sources.from_text(made, id="b"), rows


def _changed(text: str, start: int, end: int, vocabulary: Sequence[str], dice: Random) -> str:
    found = words(text, start, end)
    pieces, before = [], start
    for low in range(0, len(found), EVERY):
        word = dice.choice(found[low : low + EVERY])
        pieces += [text[before : word.start], dice.choice(vocabulary)]
        before = word.end
    return "".join(pieces) + text[before:end]


def answers(one: Article, two: Article) -> list[Row]:
    """What tuireader finds in a text and its copy: an occurrence in one beside an occurrence in the other."""
    rows: list[Row] = []
    for passage in find([one, two]).passages:
        a, b = ([one.span for one in passage.occurrences if one.span.article == side] for side in ("a", "b"))
        rows += [(("a", x.start, x.end), ("b", y.start, y.end)) for x in a for y in b]
    return rows


def measure(articles: Sequence[Article]) -> tuple[float, float]:
    """The share found again and the share that is right, in characters over all articles; prints both."""
    found = right = true = told = 0.0
    count = 0
    for number, article in enumerate(articles):
        one = sources.from_text(article.text, id="a")
        two, rows = shuffled(one, Random(number))
        if len(rows) < PARAGRAPHS:
            continue
        count += 1
        got = answers(one, two)
        true, told = true + _size(rows), told + _size(got)
        found, right = found + share(rows, got) * _size(rows), right + share(got, rows) * _size(got)
    recall, precision = found / max(1.0, true), right / max(1.0, told)
    print(
        f"paragraphs shuffled, one word in ten changed: {recall:.3f} found again, {precision:.3f} right ({count} texts)"
    )
    return recall, precision


def _size(rows: Sequence[Row]) -> int:
    return sum(end - start for row in rows for _, start, end in row)


def main() -> int:
    """Prints the figures; 1 where the budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles, or folders of them")
    asked = parser.parse_args()
    reached = measure(sources.open(asked.paths).articles)
    return int(any(one < least for one, least in zip(reached, BUDGET, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
