"""Search at each key over 100,000 passages: the time of a keystroke against its budget of 16 ms at p95.

    python benchmarks/search.py

The passages are made up: words of random syllables, drawn with Zipf's frequencies as in real text, beside the five
bundled articles. Queries are three words of one passage, mistyped now and then, typed character by character.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from itertools import accumulate, pairwise

from tuireader import sources
from tuireader.article import Article, Part, Role, Sentence
from tuireader.search import FieldLabels, Index, Label
from tuireader.settings import paths

PASSAGES = 100_000
WORDS = 60_000
BUDGET = 16.0
QUERIES = 120


def invented_words(chance: random.Random, count: int) -> list[str]:
    """``count`` different words of two to five syllables."""
    onsets = ["b", "br", "d", "dr", "f", "g", "gl", "h", "k", "kr", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "v"]
    rhymes = ["a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "ul", "us"]
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = chance.choices((1, 2, 3, 4, 5), weights=(1, 6, 8, 4, 1))[0]
        made["".join(chance.choice(onsets) + chance.choice(rhymes) for _ in range(syllables))] = None
    return list(made)


def invented_articles(chance: random.Random) -> list[Article]:
    """Articles of 25 one-line passages each, the first of them a title."""
    vocabulary = invented_words(chance, WORDS)
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    articles = []
    for number in range(PASSAGES // 25):
        lines = [" ".join(chance.choices(vocabulary, cum_weights=weights, k=chance.randint(6, 32))) for _ in range(25)]
        parts, sentences, at = [], [], 0
        for index, line in enumerate(lines):
            role: Role = "body" if index else "title"
            parts.append(Part(role, at, at + len(line)))
            sentences.append(Sentence(at, at + len(line), role, index, False))
            at += len(line) + 1
        articles.append(Article(f"made-{number}", "\n".join(lines), lines[0], tuple(parts), tuple(sentences)))
    return articles


def mistyped(word: str, chance: random.Random) -> str:
    """The word with one error: a letter left out, doubled, changed, or two swapped."""
    at = chance.randrange(1, len(word))
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice("aeioustrn") + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        )
    )


def queries(articles: list[Article], chance: random.Random) -> list[str]:
    """Words that stand together in a passage, one in three mistyped; and the examples every answer is tested with."""
    asked = ["Bratislva", "Vucic", "Kurti Albn", "Osmni Vjosa", "stabilty kosvo", "Ruttte NATO"]
    while len(asked) < QUERIES:
        article = chance.choice(articles)
        sentence = chance.choice(article.sentences)
        words = [word for word in article.text[sentence.start : sentence.end].split() if len(word) > 3]
        if len(words) < 3:
            continue
        picked = chance.sample(words, chance.randint(1, 3))
        asked.append(" ".join(mistyped(word, chance) if chance.random() < 1 / 3 else word for word in picked))
    return asked


def labels(articles: list[Article], chance: random.Random) -> FieldLabels:
    """Ten people named in each article, of three thousand."""
    names = [f"{one.title()} {two.title()}" for one, two in pairwise(invented_words(chance, 3_000))]
    named = [
        Label("who", article.span(sentence.start, sentence.start + 5), name, name)
        for article in articles
        for sentence, name in zip(article.sentences[:10], chance.choices(names, k=10), strict=False)
    ]
    return FieldLabels(named, ("who",))


def with_fields(articles: list[Article], chance: random.Random) -> list[str]:
    """Queries with people, exact and excluded words, articles and titles."""
    asked: list[str] = []
    while len(asked) < QUERIES:
        at = chance.randrange(len(articles))
        words = articles[at].sentences and articles[at].text.split()
        if not words or len(words) < 9:
            continue
        one, two = chance.sample(words, 2)
        first = chance.randrange(len(words) - 3)
        name = chance.choice(invented_words(chance, 5))
        forms = (f'"{" ".join(words[first : first + 3])}"', f"{one} -{two}", f"who:{name} {one}", f"in:{at + 1} {one}")
        asked.append(chance.choice((*forms, f"title:{two}")))
    return asked


def keystrokes(index: Index, asked: list[str], known: FieldLabels | None = None) -> list[float]:
    """Milliseconds of each answer while the queries are typed, sorted."""
    times = []
    for query in asked:
        for end in range(1, len(query) + 1):
            start = time.perf_counter()
            index.answer(query[:end], labels=known)
            times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def told(what: str, times: list[float]) -> bool:
    """Prints the figures; whether the budget is kept."""
    p95 = times[int(len(times) * 0.95)]
    verdict = "kept" if p95 <= BUDGET else "BROKEN"
    print(f"{len(times)} keystrokes: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms, worst {times[-1]:.1f} ms")
    print(f"{what} at a key, p95: {p95:.1f} ms of {BUDGET:.0f} ms ({p95 / BUDGET:.2f}): {verdict}")
    return p95 <= BUDGET


def main() -> int:
    """Prints the figures; 1 where the budget is broken."""
    chance = random.Random(2025)
    articles = [*sources.open([paths.find().seeds]).articles, *invented_articles(chance)]
    asked = queries(articles, chance)
    start = time.perf_counter()
    index = Index(articles)
    print(f"index of {len(index):,} passages built in {time.perf_counter() - start:.1f} s")
    known = labels(articles, chance)
    for first in ("warming", "who:w", "title:w"):
        index.answer(first, labels=known)
    kept = told("search", keystrokes(index, asked))
    return 0 if told("search with fields", keystrokes(index, with_fields(articles, chance), known)) and kept else 1


if __name__ == "__main__":
    sys.exit(main())
