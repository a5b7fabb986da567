"""What several titles are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuireader.text.words import fold, stopwords, words

#: So many words say what a story is about.
_WORDS = 6


def topic(titles: Sequence[str]) -> str:
    """What a story is about, in few words: those that most of its titles have, else the shortest title."""
    kept = [[word for word in words(title) if _tells(title[word.start : word.end])] for title in titles]
    # Dictionaries, not sets: what is said must be the same in every process.
    seen = Counter(folded for own in kept for folded in dict.fromkeys(word.folded for word in own))
    least = max(2, (len(titles) + 1) // 2)
    common = [folded for folded, times in seen.most_common() if times >= least][:_WORDS]
    if len(common) < 2:
        return min(titles, key=len, default="")
    # As the title says it that has most of them.
    best = max(range(len(titles)), key=lambda at: len({word.folded for word in kept[at]}.intersection(common)))
    said: dict[str, str] = {}
    for at in (best, *range(len(titles))):
        for word in kept[at]:
            if word.folded in common:
                said.setdefault(word.folded, titles[at][word.start : word.end].removesuffix("'s").removesuffix("’s"))
    return " ".join(said.values())


def _tells(word: str) -> bool:
    return len(word) > 2 and fold(word) not in stopwords() and not word.isdigit()
