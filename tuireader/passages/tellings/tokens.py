"""The words of a span as a wording diff compares them."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages.model import Operation
from tuireader.passages.words.vocabulary import stem
from tuireader.text.words import Word, stopwords, words

_BEFORE = frozenset("$€£¥₹")
_AFTER = frozenset("%‰°")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})++(?![,\d])")
_STOPS = frozenset(".!?…。！？")
_CLAUSES = frozenset(',;:()“”"«»—–-') | _STOPS


_JOINS = frozenset({"and", "or", "to"})


class Token(NamedTuple):
    """A word with the sign that belongs to its number.

    ``form`` decides whether it is the same word, ``stem`` whether it answers another one. ``telling``: no function
    word. ``name``: number of the name it stands in (consecutive capitalised words), -1 for none. ``parted``: what
    stands between it and the word before: 0 nothing but space, 1 punctuation, 2 the end of a sentence.
    """

    start: int
    end: int
    form: str
    stem: str
    telling: bool
    number: bool
    name: int
    parted: int


class Block(NamedTuple):
    """Words ``a_low:a_high`` of one side beside ``b_low:b_high`` of the other."""

    operation: Operation
    a_low: int
    a_high: int
    b_low: int
    b_high: int

    @property
    def size(self) -> int:
        """How many words both sides have together."""
        return self.a_high - self.a_low + self.b_high - self.b_low

    def turned(self) -> Block:
        """The same, sides exchanged."""
        turned: dict[Operation, Operation] = {"added": "dropped", "dropped": "added"}
        operation = turned.get(self.operation, self.operation)
        return Block(operation, self.b_low, self.b_high, self.a_low, self.a_high)


def changed(a_low: int, a_high: int, b_low: int, b_high: int) -> Block:
    """A block of words that differ; an empty side decides its name."""
    if a_low == a_high:
        return Block("added", a_low, a_high, b_low, b_high)
    return Block("dropped" if b_low == b_high else "replaced", a_low, a_high, b_low, b_high)


def tokens(article: Article, span: Span) -> list[Token]:
    """The words of a span, in order."""
    text, stop = article.text, stopwords()
    found: list[Token] = []
    reached = span.start
    name = -1
    for word in chain.from_iterable(map(_apart, words(text, span.start, span.end))):
        start, end = word.start, word.end
        number = word.folded[:1].isdigit()
        if number:
            start -= start > reached and text[start - 1] in _BEFORE
            end += end < span.end and text[end] in _AFTER
        gap = text[reached:start] if found else " "
        parted = 2 if not _STOPS.isdisjoint(gap) else int(not _CLAUSES.isdisjoint(gap))
        telling = word.folded not in stop
        capital = text[word.start].isupper() and telling
        if capital and not (found and found[-1].name >= 0 and (not parted or _initial(found[-1], gap))):
            name += 1
        form = _form(word.folded) + (text[start : word.start] + text[word.end : end] if number else "")
        found.append(Token(start, end, form, stem(word.folded), telling, number, name if capital else -1, parted))
        reached = end
    return found


def _apart(word: Word) -> list[Word]:
    """The words of one that only hyphens join: "134-to-63" is told as "134 to 63" as well."""
    parts = word.folded.split("-")
    if _JOINS.isdisjoint(parts) or len(word.folded) != word.end - word.start:
        return [word]
    ends = accumulate(len(part) + 1 for part in parts)
    return [
        Word(word.start + end - len(part) - 1, word.start + end - 1, part)
        for part, end in zip(parts, ends, strict=True)
        if part
    ]


def _initial(before: Token, gap: str) -> bool:
    """Whether only the point of an abbreviation ("J.", "Rep.") parts two words of a name."""
    return gap.strip() == "." and before.end - before.start <= 4


def _form(folded: str) -> str:
    """The word as it counts as the same: "4,700" equals "4700", and "1.5" is not "15"."""
    if folded[:1].isdigit():
        return folded.replace(",", "") if _THOUSANDS.match(folded) else folded
    return "".join(char for char in folded if char.isalnum()) or folded
