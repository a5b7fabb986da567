"""Fits the coefficients of shared passages again, and measures them held out.

    python benchmarks/fit_passages.py EVENT… --strangers FOLDER

An EVENT is a folder with the articles of one event as text files. Those that hold a links.jsonl (its form stands in
passages_data.py), or whose links we marked (passages_gold/), are learned from, with the five bundled articles; all of
them together give pairs of articles on different events, where nothing must be linked. So does FOLDER: every other of
its articles, from the first on, for the fit, the rest for the count of links between strangers that no fit has seen.

Printed are the coefficients of the code beside those fitted now, and a table: each event judged by coefficients fitted
without it, and by those of the code. The numbers that are weighed come from the product's own code.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import exp, log1p, sqrt
from operator import mul
from pathlib import Path

from passages_data import OURS, Gold, Row, gold_of, ordered, pooled, read, score, share

from tuireader import sources
from tuireader.article import Article, TuireaderError
from tuireader.passages import find
from tuireader.passages.links import judging
from tuireader.passages.links.cells import Place, Weights, candidates
from tuireader.passages.links.evidence import Evidence, evidence
from tuireader.passages.links.judging import Around, Coefficients, Surroundings, chance, logistic
from tuireader.passages.links.pair import LEAST, SURE, align
from tuireader.passages.words.features import Features

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
STRANGERS = OURS / "strangers.jsonl"
#: What a cell of two unrelated articles counts beside one of an event: there are far more of them.
UNRELATED = 0.3
#: Links are counted by their scores, parted at these.
STEPS = (0.0, LEAST, SURE, 0.7, 0.9, 1.01)
#: So many pairs of the folder are fitted on, so many others are only counted; drawn with this seed.
DRAWN = 300
DRAW = 3
#: What keeps coefficients small, on numbers of variance 1; the intercept hardly.
RIDGE = 3.0
RIDGE_INTERCEPT = 1e-3


@dataclass
class Event:
    """The articles of one event and what is known of their links."""

    name: str
    articles: Sequence[Article]
    features: list[Features]
    gold: Gold


@dataclass
class Pair:
    """The cells of two articles: what their units share, and whether they say the same (1, 0, or -1 for either).

    ``events`` are those the articles belong to: coefficients fitted without one of them must not have seen the pair.
    """

    events: frozenset[str]
    weight: float
    weights: Weights
    offset: float
    found: dict[Place, Evidence]
    labels: dict[Place, int]


def load(folder: Path) -> Event:
    """An event from its folder, with the gold links that stand there in links.jsonl, or else with ours."""
    articles = sources.open([str(folder)]).articles
    return Event(folder.name, articles, [Features(article) for article in articles], gold_of(folder))


def cells(events: frozenset[str], weight: float, a: Features, b: Features, gold: Gold) -> Pair:
    """The cells of two articles that the product would judge."""
    weights = Weights(a, b)
    found: dict[Place, Evidence] = {}
    for i, j in candidates(weights):
        seen = evidence(weights, i, j)
        if seen is not None:
            found[i, j] = seen
    labels = {(i, j): label(a, i, b, j, gold) for i, j in found}
    return Pair(events, weight, weights, chance(weights), found, labels)


def label(a: Features, i: int, b: Features, j: int, gold: Gold) -> int:
    """What the gold says of two units: 1 where a link must join them, -1 where one may, else 0."""
    units = ordered((_side(a, i), _side(b, j)))
    for rows, answer in ((gold.need, 1), (gold.may, -1)):
        if any(all(_half(one, two) for one, two in zip(units, row, strict=True)) for row in rows):
            return answer
    return 0


def _side(own: Features, unit: int) -> tuple[str, int, int]:
    first, last = own.units[unit][:2]
    return own.article.id, own.starts[first], own.ends[last - 1]


def _half(one: tuple[str, int, int], two: tuple[str, int, int]) -> bool:
    """Whether two stretches have more than half of the shorter one in common."""
    common = min(one[2], two[2]) - max(one[1], two[1])
    return one[0] == two[0] and common > 0.5 * min(one[2] - one[1], two[2] - two[1])


def training(events: Sequence[Event], strangers: Sequence[Features]) -> list[Pair]:
    """The pairs within the events that have gold links, across all events, and of strangers."""
    nothing = Gold([], [], [])
    told = read(STRANGERS)
    marked = {(one[0], two[0]) for rows in told for one, two in rows}
    pairs = [
        cells(frozenset([event.name]), 1.0, a, b, event.gold)
        for event in events
        if event.gold.need
        for a, b in combinations(event.features, 2)
    ]
    for one, two in combinations([event for event in events if event.name != SEEDS.name], 2):
        both = frozenset([one.name, two.name])
        pairs += [cells(both, UNRELATED, a, b, nothing) for a in one.features for b in two.features]
    chosen = drawn(strangers)
    chosen += [
        (a, b) for a, b in combinations(strangers, 2) if (a.article.id, b.article.id) in marked and (a, b) not in chosen
    ]
    pairs += [cells(frozenset(), UNRELATED, a, b, told) for a, b in chosen]
    return [pair for pair in pairs if pair.found]


def drawn(features: Sequence[Features]) -> list[tuple[Features, Features]]:
    """Some pairs of a folder's articles."""
    pairs = list(combinations(features, 2))
    random.Random(DRAW).shuffle(pairs)
    return pairs[:DRAWN]


def fit(pairs: Sequence[Pair], start: Coefficients) -> Coefficients:
    """Both regressions on the cells that are labelled, the second with what the first makes of the surroundings.

    ``start`` is where the search begins; what it finds does not depend on it.
    """
    labels = [float(pair.labels[place]) for pair in pairs for place in pair.found if pair.labels[place] >= 0]
    weigh = [pair.weight for pair in pairs for place in pair.found if pair.labels[place] >= 0]
    offsets = [pair.offset for pair in pairs for place in pair.found if pair.labels[place] >= 0]
    shared = [found for pair in pairs for place, found in pair.found.items() if pair.labels[place] >= 0]
    columns = [list(column) for column in zip(*shared, strict=True)]
    begin = start.alone, *start.alone_by[1:]
    alone, *alone_by = regression(columns[1:], labels, weigh, offsets, begin)
    first = Evidence(0.0, *alone_by)
    around = [now for pair in pairs for now in surroundings(pair, alone, first)]
    columns += [list(column) for column in zip(*around, strict=True)]
    among, *by = regression(columns, labels, weigh, offsets, (start.among, *start.among_by, *start.around_by))
    size = len(Evidence._fields)
    return Coefficients(alone, first, among, Evidence(*by[:size]), Around(*by[size:]))


def surroundings(pair: Pair, alone: float, by: Evidence) -> Iterator[Around]:
    """What stands around each labelled cell, as the first regression sees it."""
    likely = {place: logistic(alone + pair.offset, by, found) for place, found in pair.found.items()}
    around = Surroundings(pair.weights, likely)
    return (around.of(i, j, value) for (i, j), value in likely.items() if pair.labels[i, j] >= 0)


def regression(
    columns: Sequence[Sequence[float]],
    labels: Sequence[float],
    weights: Sequence[float],
    offsets: Sequence[float],
    start: Sequence[float],
) -> list[float]:
    """Ridge logistic regression by Newton's method (le Cessie and van Houwelingen 1992): intercept, coefficients.

    The columns are brought to mean 0 and variance 1 for the ridge, the result is for the columns as they came.
    """
    count = len(labels)
    means = [sum(column) / count for column in columns]
    spreads = [
        sqrt(sum((value - mean) ** 2 for value in column) / count) + 1e-9
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [[1.0] * count]
    for column, mean, spread in zip(columns, means, spreads, strict=True):
        scaled.append([(value - mean) / spread for value in column])
    ridge = [RIDGE_INTERCEPT, *[RIDGE] * len(columns)]
    now = [start[0] + sum(map(mul, start[1:], means)), *map(mul, start[1:], spreads)]

    def seen(by: Sequence[float]) -> tuple[list[float], float]:
        """How likely coefficients make each row, and how well they fit all: the log likelihood less the ridge."""
        logits = list(offsets)
        for coefficient, column in zip(by, scaled, strict=True):
            logits = [logit + coefficient * value for logit, value in zip(logits, column, strict=True)]
        likely = [1 / (1 + exp(-max(logit, -700.0))) for logit in logits]
        fits = sum(
            weight * (label * logit - max(logit, 0.0) - log1p(exp(-abs(logit))))
            for weight, label, logit in zip(weights, labels, logits, strict=True)
        )
        return likely, fits - sum(map(mul, ridge, map(mul, by, by))) / 2

    likely, fits = seen(now)
    for _ in range(80):
        errors = [weight * (told - value) for weight, told, value in zip(weights, labels, likely, strict=True)]
        doubt = [weight * value * (1 - value) for weight, value in zip(weights, likely, strict=True)]
        slope = [
            sum(map(mul, column, errors)) - pull * coefficient
            for column, pull, coefficient in zip(scaled, ridge, now, strict=True)
        ]
        step = solve(_curvature(scaled, doubt, ridge), slope)
        for halved in range(30):  # a full step may lead too far where the start is far away
            tried = [coefficient + change / 2**halved for coefficient, change in zip(now, step, strict=True)]
            likely, better = seen(tried)
            if better >= fits - 1e-9:
                break
        now, fits = tried, better
        if max(map(abs, step)) < 1e-8:
            break
    by = [coefficient / spread for coefficient, spread in zip(now[1:], spreads, strict=True)]
    return [now[0] - sum(map(mul, by, means)), *by]


def _curvature(columns: Sequence[Sequence[float]], doubt: Sequence[float], ridge: Sequence[float]) -> list[list[float]]:
    size = len(columns)
    rows = [[0.0] * size for _ in range(size)]
    for p, column in enumerate(columns):
        weighed = list(map(mul, column, doubt))
        for q in range(p, size):
            rows[p][q] = rows[q][p] = sum(map(mul, weighed, columns[q]))
        rows[p][p] += ridge[p]
    return rows


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solves linear equations by Gaussian elimination with pivots. The matrix must not be singular."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        best = max(range(place, len(rows)), key=lambda number: abs(rows[number][place]))
        rows[place], rows[best] = rows[best], rows[place]
        for other in rows[:place] + rows[place + 1 :]:
            factor = other[place] / rows[place][place]
            other[place:] = [
                value - factor * own for value, own in zip(other[place:], rows[place][place:], strict=True)
            ]
    return [row[-1] / row[place] for place, row in enumerate(rows)]


@contextmanager
def in_use(coefficients: Coefficients) -> Iterator[None]:
    """Lets the product judge by other coefficients for a while."""
    shipped = judging.FITTED
    judging.FITTED = coefficients
    try:
        yield
    finally:
        judging.FITTED = shipped


def named(coefficients: Coefficients) -> list[tuple[str, float]]:
    """Each coefficient with a name to print, in order. The first regression leaves the bits out."""
    alone, among = coefficients.alone_by._asdict(), coefficients.among_by._asdict()
    del alone["bits"]
    return [
        ("alone", coefficients.alone),
        *((f"  {name}", value) for name, value in alone.items()),
        ("among", coefficients.among),
        *((f"  {name}", value) for name, value in (among | coefficients.around_by._asdict()).items()),
    ]


def show(fitted: Coefficients) -> None:
    """Prints the coefficients of the code beside those fitted now."""
    print(f"{'coefficient':12} {'in the code':>12} {'fitted now':>12}")
    for (name, ours), (_, now) in zip(named(judging.FITTED), named(fitted), strict=True):
        print(f"{name:12} {ours:12.2f} {now:12.2f}")


def table(title: str, events: Sequence[Event], by: Mapping[str, Coefficients]) -> None:
    """Prints how the product links each event by its coefficients, and how right links of a score are."""
    print(f"\n{title}")
    answers: list[tuple[Gold, list[Row]]] = []
    rows: list[tuple[float, float]] = []
    for event in events:
        with in_use(by[event.name]):
            links = find(event.articles).links
        found = [
            ordered(((link.a.article, link.a.start, link.a.end), (link.b.article, link.b.start, link.b.end)))
            for link in links
        ]
        print(f"  {event.name:10} {score(event.gold, found)}")
        if event.name != SEEDS.name:
            answers.append((event.gold, found))
            rows += [(link.score, share([row], event.gold.right)) for link, row in zip(links, found, strict=True)]
    print(f"  {'all':10} {score(*pooled(answers))} (without {SEEDS.name})")
    for low, high in pairwise(STEPS):
        parts = [part for value, part in rows if low <= value < high]
        half, touching = sum(part >= 0.5 for part in parts), sum(part > 0 for part in parts)
        counts = f"{half} lie by half within gold links, {touching} touch one"
        print(f"  {len(parts)} links from {low} to {min(high, 1.0)}: {counts}")


def linked(unseen: Sequence[tuple[Features, Features]], by: Coefficients) -> int:
    """How many pairs of articles have a link."""
    with in_use(by):
        return sum(bool(align(Weights(a, b))) for a, b in unseen)


def main() -> int:
    """Fits and prints; 0 where both could be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="+", metavar="EVENT", help="a folder with the articles of one event")
    parser.add_argument("--strangers", required=True, metavar="FOLDER", help="articles that tell of different events")
    asked = parser.parse_args()
    try:
        events = [load(folder) for folder in map(Path, asked.events)]
        strangers = [Features(article) for article in sources.open([asked.strangers]).articles]
    except TuireaderError as error:
        parser.error(str(error))
    if not any(event.gold.need for event in events):
        parser.error("no EVENT holds a links.jsonl with links to learn from, nor are its links among ours")
    events.append(load(SEEDS))
    if len({event.name for event in events}) < len(events):
        parser.error("two folders of events have one name")

    known = [event for event in events if event.gold.need]
    for event in known:
        need, may, never = map(len, event.gold)
        print(f"{event.name}: {need} links that must be, {may} that may be, {never} look-alikes")
    pairs = training(events, strangers[::2])
    told = sum(pair.weight == 1.0 for pair in pairs)
    labels = [value for pair in pairs for value in pair.labels.values()]
    print(f"{told} pairs of articles on one event, {len(pairs) - told} on different events")
    print(f"{len(labels)} cells: {labels.count(1)} right, {labels.count(-1)} neither right nor wrong and left out\n")
    fitted = fit(pairs, judging.FITTED)
    show(fitted)

    without = {event.name: fit([pair for pair in pairs if event.name not in pair.events], fitted) for event in known}
    table("Each event by coefficients fitted without it", known, without)
    table("By the coefficients in the code", known, {event.name: judging.FITTED for event in known})
    unseen = drawn(strangers[1::2])
    counts = ", ".join(str(linked(unseen, by)) for by in without.values())
    print(f"\nOf {len(unseen)} pairs of strangers that no fit has seen, so many have a link:")
    print(f"  by coefficients fitted without one event {counts}, by those in the code {linked(unseen, judging.FITTED)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
