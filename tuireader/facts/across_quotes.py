"""Quotes across articles: the same words, other words inside the quotation marks, or turned into indirect speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise, takewhile
from typing import Literal, NamedTuple

from tuireader.facts.context import Context
from tuireader.facts.drafts import Draft, Told, articles
from tuireader.facts.groups import Union, one_to_one, pairs
from tuireader.facts.quotes import Said
from tuireader.facts.reading import Reading
from tuireader.text.words import stem, stopwords, words

How = Literal["same", "part", "cut", "altered", "indirect"]

#: Part of the shorter quote's words that must stand in the longer, in order, to be one utterance: a short quote
#: needs more, a long one in two translations keeps less.
_ALTERED_SHORT, _ALTERED_LONG = 0.62, 0.38
#: Likeness of the words from which an indirect statement is the same as another, or as a direct quote.
_INDIRECT = 0.62


class _Point(NamedTuple):
    """A quote ready to be compared: its words, and the stems of those that carry meaning."""

    article: int
    said: Said
    text: str
    words: tuple[str, ...]
    bag: frozenset[str]
    stops: bool
    """Whether it ends with a full stop."""
    sentence_ends: frozenset[int]
    """After how many of its words a sentence ends."""
    starts: tuple[int, ...]
    """Where each word stands in ``source``, the article's text."""
    source: str
    numbers: frozenset[str]
    """The quantities in it."""


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about quotes: told by several articles, or by one alone."""
    points = [_point(number, reading, said) for number, reading in enumerate(readings) for said in reading.said]
    by_article: dict[int, list[int]] = {}
    for number, point in enumerate(points):
        by_article.setdefault(point.article, []).append(number)
    people = {name.entity for reading in readings for name in reading.names if name.kind == "person"}
    union = Union(len(points))
    ways: dict[tuple[int, int], How] = {}
    parts: dict[int, set[int]] = {}
    for one, other in combinations(sorted(by_article), 2):
        for left, right, how in _links(points, by_article[one], by_article[other], context, people):
            if how == "part":
                # A fragment is a fact of its own: the long quote it comes from may hold others too.
                short, long = (left, right) if len(points[left].words) <= len(points[right].words) else (right, left)
                parts.setdefault(short, set()).add(long)
            else:
                ways[left, right] = how
                union.join(left, right)
    found = []
    held = {number for short, longs in parts.items() for number in (short, *longs)}
    for group in union.sets():
        inside = set(group)
        whole = [*group, *sorted(set().union(*(parts.get(number, ()) for number in group)) - inside)]
        here = {how for (left, right), how in ways.items() if left in inside and right in inside}
        if len(whole) > len(group):
            here.add("part")
        elif len(group) == 1 and group[0] in held:
            continue
        found.append(_draft([points[number] for number in whole], here, len(group)))
    return found


def _point(number: int, reading: Reading, said: Said) -> _Point:
    text = reading.document.text
    found = list(words(text, said.start, said.end))
    plain = tuple(part for word in found for part in _in_full(word.folded))
    bag = frozenset(stem(word) for word in plain if word not in stopwords())
    ends = set()
    count = 0
    for word, following in pairwise(found):
        count += len(_in_full(word.folded))
        if following.start - word.end > 1 and text[word.end] in ".!?…":
            ends.add(count)
    starts = tuple(word.start for word in found for _ in _in_full(word.folded))
    numbers = frozenset(one.value for one in reading.quantities if said.start <= one.start and one.end <= said.end)
    shown = " ".join(text[said.start : said.end].split())
    return _Point(
        number,
        said,
        shown,
        plain,
        bag,
        text[said.end - 1] in ".!?",
        frozenset(ends | {len(plain)}),
        starts,
        text,
        numbers,
    )


_SHORT_FOR = {"ve": "have", "ll": "will", "re": "are", "m": "am"}


def _in_full(word: str) -> list[str]:
    """A word with what is drawn to it written out: "we'll" as "we will", "don't" as "do not"."""
    whole, mark, ending = word.replace("’", "'").rpartition("'")
    if mark and ending in _SHORT_FOR:
        return [whole, _SHORT_FOR[ending]]
    if mark and ending == "t" and whole.endswith("n") and len(whole) > 2:
        return ["can" if whole == "can" else whole[:-1], "not"]
    return [word]


def _links(
    points: Sequence[_Point], one: Sequence[int], other: Sequence[int], context: Context, people: set[str]
) -> Iterator[tuple[int, int, How]]:
    """The quotes of two articles that belong together: equal ones first, so that they are never held against others."""
    equal = []
    for left, right in pairs(one, other):
        a, b = points[left], points[right]
        if a.said.direct and b.said.direct and a.words == b.words and (len(a.words) > 1 or _one_speaker(a, b, people)):
            equal.append((1.0 - 0.001 * abs(left - one[0] - right + other[0]), left, right))
    used: set[int] = set()
    for left, right, _ in one_to_one(equal, -9.0):
        used |= {left, right}
        yield left, right, "same"
    free = [number for number in one if number not in used]
    open_ = [number for number in other if number not in used]
    loose = []
    for left, right in pairs(free, open_):
        a, b = points[left], points[right]
        if not (a.said.direct and b.said.direct):
            continue
        how, share = _kinship(a, b, context, people)
        if how:
            loose.append((share, left, right, how))
    linked: dict[int, int] = {}
    for _, left, right, how in sorted(loose, key=lambda item: (-item[0], item[1], item[2])):
        # A long quote may take up several short ones; a short one belongs to one place only.
        a, b = points[left], points[right]
        short = left if len(a.words) <= len(b.words) else right
        if short in linked:
            continue
        linked[short] = 1
        used |= {left, right}
        yield left, right, how
    yield from _indirect(
        points, [n for n in one if n not in used], [n for n in other if n not in used], context, people
    )


def _one_speaker(a: _Point, b: _Point, people: set[str]) -> bool:
    """Whether two quotes can be one person's: no two people by name against each other."""
    one, other = a.said.speaker, b.said.speaker
    return one == other or one not in people or other not in people


def _kinship(a: _Point, b: _Point, context: Context, people: set[str]) -> tuple[How | None, float]:
    """How two direct quotes that are not equal belong together, and how much of the shorter stands in the longer."""
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if not short.bag or not short.bag & long.bag:
        return None, 0.0
    share = context.weight(sorted(short.bag & long.bag)) / context.weight(sorted(short.bag))
    at = _found_in(short.words, long.words)
    if at is None and _edited(short, long) and _one_speaker(a, b, people):
        return "altered", share
    if share < (0.5 if len(short.words) > 12 else 0.6) or (len(short.words) < 3 and not _one_speaker(a, b, people)):
        return None, share
    if at is not None:
        goes_on = at + len(short.words) < len(long.words)
        cut = short.stops and len(short.words) >= 8 and goes_on and at + len(short.words) not in long.sentence_ends
        return ("cut" if cut else "part"), 2.0
    if len(short.words) < 5 or not _one_speaker(a, b, people):
        return None, share
    stems = [stem(word) for word in short.words]
    blocks = SequenceMatcher(None, stems, [stem(word) for word in long.words], autojunk=False).get_matching_blocks()
    # A word alone in the right order counts where it means something; "that" and "to" are found in any long quote.
    in_order = sum(block.size for block in blocks if block.size > 1 or (block.size and stems[block.a] in short.bag))
    length = min(1.0, max(0.0, (len(short.words) - 12) / 30))
    need = _ALTERED_SHORT + length * (_ALTERED_LONG - _ALTERED_SHORT)
    if in_order >= need * len(short.words) and sum(block.size for block in blocks) >= 5:
        return "altered", in_order / len(short.words)
    return None, share


def _edited(short: _Point, long: _Point) -> bool:
    """Whether two quotes of about one length have all but a word or two in common, in order."""
    if not 4 <= len(short.words) < len(long.words) + 1 <= 1.2 * len(short.words) + 1 or short.words == long.words:
        return False
    if len(set(short.words) & set(long.words)) < 0.75 * len(set(short.words)):
        return False
    blocks = SequenceMatcher(None, short.words, long.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= 0.78 * len(short.words)


def _found_in(short: Sequence[str], long: Sequence[str]) -> int | None:
    size = len(short)
    first = short[0]
    for at in range(len(long) - size + 1):
        if long[at] == first and tuple(long[at : at + size]) == tuple(short):
            return at
    return None


def _indirect(
    points: Sequence[_Point], one: Sequence[int], other: Sequence[int], context: Context, people: set[str]
) -> Iterator[tuple[int, int, How]]:
    scored = []
    for left, right in pairs(one, other):
        a, b = points[left], points[right]
        if (a.said.direct and b.said.direct) or not _one_speaker(a, b, people) or min(len(a.bag), len(b.bag)) < 3:
            continue
        likeness = context.likeness(a.bag, b.bag)
        covered = context.covered(a.bag, b.bag)
        if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
            # Other numbers are no agreement; the quantities say so.
            continue
        mixed = a.said.direct != b.said.direct
        if mixed and len(a.bag & b.bag) < min(5, len(a.bag), len(b.bag)):
            continue
        score = covered if mixed and min(len(a.words), len(b.words)) >= 6 else likeness
        if score >= _INDIRECT:
            scored.append((score - (0.1 if mixed else 0.0), left, right))
    for left, right, _ in one_to_one(scored, 0.0):
        yield left, right, "indirect"


def _draft(group: Sequence[_Point], ways: set[How], core: int) -> Draft:
    told = [Told(point.article, point.said.start, point.said.end, point.text) for point in group]
    weight = float(sum(2 if point.said.direct else 1 for point in group))
    key = _key(group, core)
    if articles(told) < 2:
        return Draft("quote", key, "only", told, "one article has these words", weight=weight)
    if "altered" in ways:
        lengths = sorted(len(point.words) for point in group)
        told = [_from_difference(point, _alike_so_far(group)) for point in group]
        return Draft(
            "quote",
            key,
            "differ",
            told,
            "words inside the quotation marks differ",
            lengths[0] < lengths[-1] / 2,
            weight,
        )
    if "cut" in ways:
        return Draft("quote", key, "differ", told, "one quotes less of the sentence and ends it", True, weight)
    if "indirect" in ways:
        direct = any(point.said.direct for point in group)
        why = "quoted in one article, in indirect speech in another" if direct else "said in nearly the same words"
    else:
        why = "one quotes part of the other's words" if "part" in ways else "the same words"
    return Draft("quote", key, "agree", told, why, weight=weight)


#: Quotes that begin alike for so many words are shown from the sentence in which they part.
_LONG_START = 20


def _alike_so_far(group: Sequence[_Point]) -> int:
    """How many words all the quotes of a group begin with alike."""
    columns = zip(*(point.words for point in group), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _from_difference(point: _Point, alike: int) -> Told:
    """The quote; a long one that begins like the others, from the sentence in which it goes another way."""
    begins = max((end for end in point.sentence_ends if end <= alike and end < len(point.words)), default=0)
    if alike < _LONG_START or not begins:
        return Told(point.article, point.said.start, point.said.end, point.text)
    start = point.starts[begins]
    return Told(point.article, start, point.said.end, " ".join(point.source[start : point.said.end].split()))


def _key(group: Sequence[_Point], core: int) -> str:
    """Speaker and first words as first told: "Ivo Lang: We did what we could…"; quoted words before reported ones.

    The first ``core`` of the group are what is told; the others only hold it within more.
    """
    direct = [point for point in group[:core] if point.said.direct]
    first = min(direct or group[:core], key=lambda point: (point.article, point.said.start))
    speakers = [point.said.speaker for point in (first, *group) if point.said.speaker]
    opening = first.text.removeprefix("that ").lstrip(", ").split()
    text = " ".join(opening[:8]).rstrip(",;: ") + ("…" if len(opening) > 8 else "")
    return f"{speakers[0]}: {text}" if speakers else text
