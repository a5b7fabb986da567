"""The labels of one field, found by words as passages are: as typed, by their beginnings, mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from tuireader.search.matching import Matcher
from tuireader.search.model import Label
from tuireader.search.tokens import tokens
from tuireader.search.vocabulary import Vocabulary

_ISO = re.compile(r"[\dx]{4}(?:-[\dx]{2}){0,2}", re.IGNORECASE)
#: A mistyped label is never as close as one that is found as typed.
_MISTYPED = 0.8


class Labels:
    """Labels with the same words are found together: what is looked up are the different words."""

    def __init__(self, labels: Iterable[Label]) -> None:
        """Reads ``labels`` of one field when something is first asked for."""
        self._all = labels

    @cached_property
    def _groups(self) -> dict[tuple[str, str], list[Label]]:
        groups: dict[tuple[str, str], list[Label]] = {}
        for label in self._all:
            groups.setdefault((label.words, label.value), []).append(label)
        return groups

    @cached_property
    def _postings(self) -> tuple[Vocabulary, list[list[int]], list[list[int]]]:
        """The words of the labels, for each the groups that have it, and for each group its words."""
        of_group = [[token.term for token in tokens(words)] for words, _ in self._groups]
        terms = sorted({term for held in of_group for term in held})
        place = {term: at for at, term in enumerate(terms)}
        postings: list[list[int]] = [[] for _ in terms]
        ids = [[place[term] for term in held] for held in of_group]
        for group, held in enumerate(ids):
            for term in dict.fromkeys(held):
                postings[term].append(group)
        return Vocabulary(terms, [len(held) for held in postings]), postings, ids

    def __bool__(self) -> bool:
        return bool(self._groups)

    def find(self, value: str, most: int = 100_000) -> tuple[list[tuple[Label, float]], bool]:
        """The labels that a value asks for, each with its closeness from 0 to 1, and whether all are mistyped.

        No more than ``most``, the closest first.

        The last word of a value may be a beginning. Only where no label has all words as typed are mistyped ones
        found. A part of an ISO date finds the dates in it: "2025-03" the days of that March.
        """
        if _ISO.fullmatch(value):
            dated = [key for key in self._groups if _falls(key[1], value.upper())]
            if dated:
                return list(islice(((label, 1.0) for key in dated for label in self._groups[key]), most)), False
        words = [token.term for token in tokens(value)]
        if not words:
            return [], False
        held = list(self._groups.values())
        for mistyped in (False, True):
            found = sorted(self._holding(words, mistyped=mistyped), key=lambda each: -each[1])
            if found:
                labels = ((label, near) for group, near in found for label in held[group])
                return list(islice(labels, most)), mistyped
        return [], False

    def _holding(self, words: Sequence[str], *, mistyped: bool) -> Iterator[tuple[int, float]]:
        vocabulary, postings, ids = self._postings
        matchers = []
        for at, word in enumerate(words):
            known, last = vocabulary.id(word), at == len(words) - 1
            closeness = {} if known is None else {known: 1.0}
            if mistyped:
                for term, near in vocabulary.near(word, prefix=last):
                    closeness.setdefault(term, near * _MISTYPED)
            beginning = vocabulary.prefixed(word) if last else (0, 0)
            matchers.append(Matcher(word, closeness, beginning, vocabulary.terms, postings))
        common = frozenset.intersection(*(matcher.passages for matcher in matchers))
        for group in sorted(common):
            yield group, sum(matcher.best(ids[group])[0] for matcher in matchers) / len(matchers)

    def begun(self, value: str, limit: int = 8) -> list[str]:
        """The values that a typed one may be the beginning of, those with the most labels first; all for none."""
        counted: dict[str, int] = {}
        found = (
            self.find(value)[0] if value.strip() else [(each, 1.0) for held in self._groups.values() for each in held]
        )
        for label, near in found:
            if near > _MISTYPED:
                name = label.value or label.words
                counted[name] = counted.get(name, 0) + 1
        return sorted(counted, key=lambda name: (-counted[name], name))[:limit]


def _falls(date: str, part: str) -> bool:
    """Whether an ISO date, or an end of a period, lies in a part of one ("2025", "2025-03").

    A year that the text leaves open can be any.
    """
    return any(
        len(end) >= len(part) and all(one == other or one == "X" for one, other in zip(end, part, strict=False))
        for end in date.split("/")
        if end[4:].strip("-X") or not end.startswith("X")
    )
