"""Sources across articles: which of them rest on one source, and which name one alone."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.model import Reason
from tuireader.facts.reading import Reading
from tuireader.facts.sourcing.finding import Source
from tuireader.text.words import fold, stem, stopwords

#: One word says too little of a paper or of people without names to take two articles' for the same.
_TELLING = 2


def compare(readings: Sequence[Reading]) -> list[Draft]:
    """A fact for each source: the articles that name it, each where it does so first."""
    groups: dict[tuple[str, ...], list[tuple[int, Source]]] = {}
    for number, reading in enumerate(readings):
        for source in reading.sources:
            groups.setdefault(_sameness(number, source), []).append((number, source))
    return [_draft(group) for group in groups.values()]


def _sameness(article: int, source: Source) -> tuple[str, ...]:
    """What makes two sources one: the name; of people without one and of papers the words that describe them."""
    if source.kind in ("named", "agency"):
        return (fold(source.value),)
    words = sorted({stem(word) for word in fold(source.value).split() if word not in stopwords()})
    return (*words, "") if len(words) >= _TELLING else (*words, str(article))


def _draft(group: Sequence[tuple[int, Source]]) -> Draft:
    first: dict[int, Source] = {}
    for number, source in group:
        first.setdefault(number, source)
    told = [Told(number, source.start, source.end, source.value) for number, source in first.items()]
    key = group[0][1].value
    kind = group[0][1].kind
    if articles(told) < 2:
        why = (
            "one article names this source" if kind != "unnamed" else "one article has it from people it does not name"
        )
        return Draft("sourcing", key, "only", told, why, weight=_WEIGHT[kind])
    same = "the same name" if kind in ("named", "agency") else "described in the same words"
    reasons = [Reason(0, at, "same source", f"{same}: {key}") for at in range(1, len(told))]
    why = f"{len(told)} articles rest on it: {same}"
    return Draft("sourcing", key, "agree", told, why, weight=_WEIGHT[kind], reasons=reasons)


_WEIGHT = {"agency": 3.0, "unnamed": 2.0, "document": 1.0, "named": 0.0}
