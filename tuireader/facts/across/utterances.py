"""What is said, made ready to be compared: its words written out, those that carry meaning, numbers and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from tuireader.facts.listed import word_set
from tuireader.facts.quotes.finding import Said
from tuireader.facts.reading import Reading
from tuireader.text.words import stem, stopwords, words

NEGATIONS = word_set("not no never none nothing nobody neither nor without cannot")
#: Where what is said goes on with something more: another sentence, ", but he …", an apposition.
_MORE = re.compile(
    r"""(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.!?…]["”’']{0,2}\s{1,9}(?=["“A-Z])|[;:—–]\s|\s--\s
    |,["”]?\s(?=(?i:but|while|whereas|though|although|which|who|because|as|so|a|an|adding|saying|calling)\s)
    |\s(?=but\s)|,?\s(?=and\s(?i:i|we|he|she|they|it|you|the|that|those|these|there|this|his|her|its|their)\s)""",
    re.X,
)


#: So many clauses of what is said are compared one by one.
_MOST = 24


class Clause(NamedTuple):
    """A clause of what is said, or all of it: its stems that carry meaning, its quantities, whether it denies."""

    bag: frozenset[str]
    numbers: frozenset[str]
    denies: bool


class Utterance(NamedTuple):
    """One quote or reported statement of one article."""

    article: int
    said: Said
    text: str
    words: tuple[str, ...]
    bag: frozenset[str]
    """Stems of the words that carry meaning."""
    stops: bool
    """Whether it ends with a full stop."""
    sentence_ends: frozenset[int]
    """After how many of its words a sentence ends."""
    starts: tuple[int, ...]
    """Where each word stands in ``source``, the article's text."""
    source: str
    numbers: frozenset[str]
    """The quantities in it."""
    names: frozenset[str]
    """The people, organisations and places named in it."""
    clauses: tuple[Clause, ...]
    """All of it, then its clauses one by one, where there are more."""

    @property
    def statement(self) -> tuple[int, int]:
        """The statement it is a piece of: article and number."""
        return self.article, self.said.statement


def utterances(readings: Sequence[Reading]) -> list[Utterance]:
    """All that is said in some articles, but for reports of nobody known.

    What one article alone says is held against nothing: its words are left empty.
    """
    compared = len(readings) > 1
    return [
        _utterance(number, reading, said, compared)
        for number, reading in enumerate(readings)
        for said in reading.said
        if said.direct or said.speaker
    ]


def _utterance(number: int, reading: Reading, said: Said, compared: bool) -> Utterance:
    text = reading.document.text
    plain: list[str] = []
    starts: list[int] = []
    ends: set[int] = set()
    last = said.start
    for word in words(text, said.start, said.end) if compared else ():
        if starts and word.start - last > 1 and text[last] in ".!?…":
            ends.add(len(plain))
        parts = _in_full(word.folded) if "'" in word.folded or "’" in word.folded else [word.folded]
        plain += parts
        starts += [word.start] * len(parts)
        last = word.end
    return Utterance(
        number,
        said,
        " ".join(text[said.shown : said.end].split()),
        tuple(plain),
        frozenset(stem(word) for word in plain if word not in stopwords()),
        text[said.end - 1] in ".!?",
        frozenset(ends | {len(plain)}),
        tuple(starts),
        text,
        frozenset(one.value for one in reading.quantities if said.start <= one.start and one.end <= said.end),
        frozenset(one.entity for one in reading.names if said.start <= one.start and one.end <= said.end),
        _clauses(reading, said, plain, starts),
    )


def _clauses(reading: Reading, said: Said, plain: Sequence[str], starts: Sequence[int]) -> tuple[Clause, ...]:
    """What is said as one clause, and the clauses it is made of."""
    text = reading.document.text
    numbers = [one for one in reading.quantities if said.start <= one.start and one.end <= said.end]
    # What is longer is a speech in full; its clauses against those of another would take time without end.
    breaks = [match.end() for match in islice(_MORE.finditer(text, said.start, said.end), _MOST)] if plain else []
    places = [(said.start, said.end)]
    if breaks:
        places += zip([said.start, *breaks], [*breaks, said.end], strict=True)
    made = []
    for start, end in places:
        here = plain[bisect_left(starts, start) : bisect_left(starts, end)]
        made.append(
            Clause(
                frozenset(stem(word) for word in here if word not in stopwords()),
                frozenset(one.value for one in numbers if start <= one.start and one.end <= end),
                any(word in NEGATIONS for word in here) != (said.cue == "deny"),
            )
        )
    return tuple(dict.fromkeys(made))


_SHORT_FOR = {"ve": "have", "ll": "will", "re": "are", "m": "am"}


def _in_full(word: str) -> list[str]:
    """A word with what is drawn to it written out: "we'll" as "we will", "don't" as "do not"."""
    whole, mark, ending = word.replace("’", "'").rpartition("'")
    if mark and ending in _SHORT_FOR:
        return [whole, _SHORT_FOR[ending]]
    if mark and ending == "t" and whole.endswith("n") and len(whole) > 2:
        return ["can" if whole == "can" else whole[:-1], "not"]
    return [word]
