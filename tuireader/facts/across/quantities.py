"""Quantities across articles: the same, or the same thing counted differently."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.across.changes import DIMENSIONS, change, dimension
from tuireader.facts.across.context import Context, segment, shared_words
from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.across.groups import Link, aligned, equal_first, newcomers, pairs
from tuireader.facts.model import Reason
from tuireader.facts.quantities.currencies import one_currency
from tuireader.facts.quantities.fates import FATES, fate
from tuireader.facts.quantities.quantity import Quantity, shown
from tuireader.facts.quantities.units import TIMES, class_of, is_money
from tuireader.facts.quantities.values import SMALL, agreeable, far, near, rare, same, telling
from tuireader.facts.reading import Reading
from tuireader.facts.words import CALENDAR, ROLES
from tuireader.text.words import fold, stem

#: Likeness from which equal values speak of one thing; lower for more than three of the
#: same noun, and for values that do not come by chance.
AGREE, AGREE_COUNTED, AGREE_RARE = 0.30, 0.20, 0.12
#: The same where neither article has the value a second time.
AGREE_ONCE = 0.05
#: Likeness from which different values speak of one thing: where the holder is the same or the values are close, and
#: where nothing but the words around them says so.
DIFFER, DIFFER_BARE = 0.40, 0.5
#: The same for values of one size where two passages say the same.
DIFFER_TOLD = 0.35
#: Of that, how much the words must say; more for shares, of which every story has several.
WORDS, WORDS_SHARE = 0.15, 0.35
#: The same for values of which one is more than three times the other.
WORDS_FAR = 0.6
#: Up to this number things of two kinds are as many by chance.
FEW = 12
#: Amounts that are up to so many times another may be the same one told otherwise.
ALONE = 1.25
#: The same for the dead, the injured, the missing: a toll grows.
ALONE_TOLL = 1.5
#: What it adds that both stand in spans of this score which say the same.
TOLD_ALIKE, SOUND = 0.3, 0.5


class _Point(NamedTuple):
    article: int
    quantity: Quantity
    holder: str | None
    sentence: int
    beside: frozenset[str]
    """The content words around it."""
    kind: str
    """What it can be compared with."""
    in_title: bool
    vague: bool
    """Whether it says no more than how many digits: "dozens", "millions of"."""


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about quantities: told by several articles, or by one alone."""
    points = _points(readings)
    groups = aligned(
        [point.article for point in points],
        lambda one, other: _pairs(points, one, other, context),
        lambda a, b: same(points[a].quantity, points[b].quantity),
    )
    return [_draft([points[number] for number in group], readings, context) for group in groups]


def _points(readings: Sequence[Reading]) -> list[_Point]:
    found = []
    for number, reading in enumerate(readings):
        for quantity, holder in zip(reading.quantities, reading.holders, strict=True):
            if quantity.value == "1" and quantity.unit is None:
                continue
            sentence = reading.document.sentence_at(quantity.start)
            beside = segment(reading, quantity.outer, quantity.end)
            vague = _VAGUE.match(reading.document.text, quantity.start) is not None
            in_title = reading.document.sentences[sentence].role == "title"
            found.append(_Point(number, quantity, holder, sentence, beside, _kind(quantity, reading), in_title, vague))
    return found


_VAGUE = re.compile(
    r"(?:a |an |several |many )?(?:handful|dozens|scores|tens|hundreds|thousands|millions|billions)\b", re.IGNORECASE
)


def _kind(quantity: Quantity, reading: Reading) -> str:
    """What can be compared with what: the unit, what became of people, or the class of what is counted."""
    if quantity.age:
        return "age"
    if quantity.unit in TIMES.values():
        return "time"
    if quantity.unit:
        return quantity.unit
    if quantity.rank:
        return "rank " + class_of(quantity.noun)
    return fate(reading.document, quantity) or class_of(quantity.noun)


def _pairs(points: Sequence[_Point], one: Sequence[int], other: Sequence[int], context: Context) -> list[Link]:
    """Which quantities of two articles are the same thing: equal values first, then the ones left over."""
    equal = []
    unequal = []
    # What the headline says the text says again.
    often = Counter(
        (points[at].article, points[at].kind, points[at].quantity.value)
        for at in (*one, *other)
        if not points[at].in_title
    )
    for left, right in pairs(one, other):
        a, b = points[left], points[right]
        if not _comparable(a, b):
            continue
        words = _words(a, b, context)
        score = words + _support(a, b)
        if same(a.quantity, b.quantity):
            once = all(often[point.article, point.kind, point.quantity.value] <= 1 for point in (a, b))
            shares = a.kind in _SHARES and not rare(a.quantity) and words < WORDS
            if score >= _need(a, b, once) and (once or not shares):
                equal.append((score, left, right))
        elif (a.kind == b.kind or _bare(a, b)) and a.quantity.unit == b.quantity.unit and not _holders_clash(a, b):
            if a.vague or b.vague:
                continue
            held = a.holder is not None and a.holder == b.holder
            alike = _told_alike(a, b, context)
            need = DIFFER if held or alike or _closeness(a.quantity, b.quantity) else DIFFER_BARE
            if alike and near(a.quantity, b.quantity):
                need = DIFFER_TOLD
            elif a.kind != b.kind:
                continue
            enough = WORDS_FAR if far(a.quantity, b.quantity) else WORDS_SHARE if a.kind in _SHARES else WORDS
            if _aged(a, b) or (score >= need and words >= enough):
                unequal.append((score, left, right))
    return equal_first(equal, [*unequal, *_left_alone(points, one, other, equal, context)])


def _left_alone(
    points: Sequence[_Point],
    one: Sequence[int],
    other: Sequence[int],
    equal: Sequence[tuple[float, int, int]],
    context: Context,
) -> Iterator[tuple[float, int, int]]:
    """Two amounts that nothing else in either article comes near: $1.2 billion here, $1.3 billion there, no other."""
    used = {number for _, *both in equal for number in both}
    mine, theirs = (_Amounts(points, [at for at in side if at not in used]) for side in (one, other))
    for left in mine.all:
        near_it = theirs.near(points[left])
        if len(near_it) != 1:
            continue
        (right,) = near_it
        a, b = points[left], points[right]
        words = _words(a, b, context)
        telling_more = words >= AGREE_ONCE or (a.holder is not None and a.holder == b.holder)
        exact = max(telling(a.quantity), telling(b.quantity)) > 4
        if mine.near(b) == [left] and not exact and telling_more and not _holders_clash(a, b):
            yield words, left, right


class _Amounts:
    """The amounts of one article of which a story has few: money, a toll, things counted by the hundred."""

    def __init__(self, points: Sequence[_Point], numbers: Sequence[int]) -> None:
        self.all = [number for number in numbers if _amount(points[number])]
        by_size = sorted(self.all, key=lambda number: abs(points[number].quantity.number))
        self._of: dict[tuple[str, str | None], tuple[list[float], list[int]]] = {}
        for number in by_size:
            point = points[number]
            sizes, held = self._of.setdefault((point.kind, point.quantity.unit), ([], []))
            sizes.append(abs(point.quantity.number))
            held.append(number)

    def near(self, point: _Point) -> list[int]:
        """Those of the size of another article's amount, and of its kind."""
        sizes, held = self._of.get((point.kind, point.quantity.unit), ([], []))
        factor = ALONE_TOLL if point.kind in FATES else ALONE
        size = abs(point.quantity.number)
        if size <= SMALL:
            return []
        low = max(bisect_left(sizes, size / factor), bisect_right(sizes, SMALL))
        return held[low : bisect_right(sizes, size * factor)]


def _amount(point: _Point) -> bool:
    quantity = point.quantity
    if point.vague or point.in_title or quantity.unit in TIMES.values() or point.kind in _SHARES:
        return False
    counted = quantity.unit is None and (quantity.number >= 100 or point.kind in FATES)
    return counted or is_money(quantity.unit or "")


def _bare(a: _Point, b: _Point) -> bool:
    """Whether one of two counts does not say what it counts: "12,000 people", "some 15,000"."""
    return a.quantity.unit is None and b.quantity.unit is None and (not a.quantity.noun) != (not b.quantity.noun)


def _aged(a: _Point, b: _Point) -> bool:
    """Whether two ages are those of one person, a few years apart at most."""
    return a.kind == "age" and a.holder is not None and abs(a.quantity.number - b.quantity.number) <= 3


_SHARES = frozenset(["percent", "percentage points"])


def _need(a: _Point, b: _Point, once: bool) -> float:
    """Likeness from which two equal quantities are one. ``once``: neither article has the value a second time."""
    digits = telling(a.quantity)
    if once and digits >= 2 and a.kind == b.kind and (a.quantity.unit or a.quantity.noun):
        return 0.0
    if rare(a.quantity) or (once and digits >= 2):
        return AGREE_ONCE if once else AGREE_RARE
    if once and a.quantity.number >= 1000 and a.kind == b.kind:
        return AGREE_ONCE
    counted = a.quantity.noun is not None and a.kind == b.kind and a.quantity.number > 3
    return AGREE_COUNTED if counted else AGREE


def _comparable(a: _Point, b: _Point) -> bool:
    if a.kind == b.kind:
        # The ages of two people are never one thing.
        return a.kind != "age" or not _holders_clash(a, b)
    one, other = a.quantity.unit, b.quantity.unit
    if one is not None and other is not None and is_money(one) and is_money(other):
        return one_currency(one, other)
    if one is not None or other is not None or a.quantity.rank != b.quantity.rank:
        return False
    # "Ninety professors" can be "ninety members of the faculty"; three men are no three paintings.
    many = a.quantity.number > FEW and same(a.quantity, b.quantity)
    return many or not a.quantity.noun or not b.quantity.noun


def _holders_clash(a: _Point, b: _Point) -> bool:
    return a.holder is not None and b.holder is not None and a.holder != b.holder


def _words(a: _Point, b: _Point, context: Context) -> float:
    """0 to about 0.95: how alike the sentences are, and the words right beside the numbers where they are rare."""
    mine, theirs = context.words(a.article, a.sentence), context.words(b.article, b.sentence)
    beside, other_beside = a.beside, b.beside
    if a.holder is not None and a.holder == b.holder:
        # The same holder is counted by itself.
        own = frozenset(["@" + a.holder, *(stem(fold(word)) for word in a.holder.split())])
        mine, theirs, beside, other_beside = mine - own, theirs - own, beside - own, other_beside - own
    score = 0.5 * context.likeness(mine, theirs)
    common = context.weight(sorted(beside & other_beside))
    if _told_alike(a, b, context):
        score += TOLD_ALIKE
    return score + 0.45 * context.covered(beside, other_beside) * min(1.0, common / 4.0)


def _told_alike(a: _Point, b: _Point, context: Context) -> bool:
    """Whether both stand in spans that say the same."""
    mine, theirs = (a.quantity.start, a.quantity.end), (b.quantity.start, b.quantity.end)
    return context.alike(a.article, mine, b.article, theirs) >= SOUND


def _support(a: _Point, b: _Point) -> float:
    """What else speaks for one thing: the same holder, the same noun, values close by."""
    score = 0.0
    if a.holder is not None and a.holder == b.holder:
        score += 0.6 if a.quantity.age else 0.2
    if a.kind == b.kind and (a.quantity.noun or a.kind in FATES):
        score += 0.15
    return score + _closeness(a.quantity, b.quantity)


def _closeness(a: Quantity, b: Quantity) -> float:
    """Different values that could be one: rounded, or with one digit changed. Round small numbers say nothing."""
    if same(a, b) or not (rare(a) or rare(b)):
        return 0.0
    if a.unit != b.unit and a.unit is not None:
        return 0.0
    if agreeable(a, b):
        return 0.2
    one, other = a.value, b.value
    if (
        len(one) == len(other)
        and min(len(one.rstrip("0")), len(other.rstrip("0"))) >= 4
        and sum(x != y for x, y in zip(one, other, strict=True)) == 1
    ):
        return 0.2
    return 0.0


def _draft(group: Sequence[_Point], readings: Sequence[Reading], context: Context) -> Draft:
    told = [Told(point.article, point.quantity.outer, point.quantity.end, shown(point.quantity)) for point in group]
    key = _key(group, readings)
    weight = sum(2.0 if point.holder else 1.0 for point in group) + (1.0 if group[0].quantity.noun else 0.0)
    if articles(told) < 2:
        return Draft("quantity", key, "only", told, "one article gives this number", weight=weight)
    further = newcomers([point.article for point in group])
    reasons = [_reason(group[0], group[at], at, readings, context) for at in further]
    odd = next(
        ((a, b) for a, b in combinations(group, 2) if a.article != b.article and not same(a.quantity, b.quantity)),
        None,
    )
    if odd is None:
        why = f"the same value, {told[0].value}"
        return Draft("quantity", key, "agree", told, why, weight=weight, reasons=reasons)
    fits = all(agreeable(a.quantity, b.quantity) for a, b in combinations(group, 2))
    a, b = odd
    every = "both" if len({value.value for value in told}) == 2 else "all"
    why = f"{shown(a.quantity)} against {shown(b.quantity)}; " + (
        f"{every} can be true" if fits else "they exclude each other"
    )
    return Draft("quantity", key, "differ", told, why, fits, weight, reasons)


#: How many of the words that two numbers have beside them in common are told.
_TOLD_WORDS = 6


def _reason(a: _Point, b: _Point, at: int, readings: Sequence[Reading], context: Context) -> Reason:
    """Why the first number of a further article was laid beside the first of all."""
    says = []
    if a.quantity.noun and b.quantity.noun and a.kind == b.kind:
        nouns = sorted({a.quantity.noun.lower(), b.quantity.noun.lower()})
        says.append(f"both count {nouns[0]}" if len(nouns) == 1 else f"{nouns[0]} and {nouns[1]} are counted as one")
    elif a.kind == b.kind and a.quantity.unit:
        says.append(f"both in {a.quantity.unit}")
    if a.holder and a.holder == b.holder:
        says.append(f"both of {a.holder}")
    common = shared_words(readings, context, (a.article, a.sentence), (b.article, b.sentence), _TOLD_WORDS)
    if common:
        says.append("their sentences share " + ", ".join(common))
    if _told_alike(a, b, context):
        says.append("they stand in passages that say the same")
    rule = "same value" if same(a.quantity, b.quantity) else "compared"
    return Reason(0, at, rule, "; ".join(says) or "the value hardly comes by chance")


#: What a unit measures.
_WHAT = {"percent": "share", "percentage points": "share", "score": "score", None: "number"} | {
    unit: what
    for what, units in {
        "length": "m cm mm foot inch yard",
        "distance": "km mile nmi",
        "area": "m2 km2 hectare acre foot2 mile2",
        "volume": "l ml m3 gallon barrel foot3",
        "weight": "kg g t lb oz tonne ton",
        "speed": "km/h mile/h m/s knot",
        "temperature": "C F degree",
        "power": "W kW MW GW",
        "energy": "Wh kWh MWh GWh TWh J",
    }.items()
    for unit in units.split()
}


def _key(group: Sequence[_Point], readings: Sequence[Reading]) -> str:
    """What is counted, and whose: "troops of the Drell Guard", "amount of the Drell Retreat: furniture"."""
    first, quantity = group[0], group[0].quantity
    nouns = sorted({point.quantity.noun.lower() for point in group if point.quantity.noun})
    classes = sorted({class_of(noun) for noun in nouns})
    noun = classes[0] if len(nouns) > 1 and len(classes) == 1 else (nouns[0] if nouns else "")
    known = [point.holder for point in group if point.holder]
    whose = f" of {min(known, key=lambda name: (-known.count(name), name))}" if known else ""
    if quantity.age:
        return "age" + whose
    if quantity.rank and nouns:
        return f"which {nouns[0]}{whose}"
    if noun:
        return noun + whose
    what = _WHAT.get(quantity.unit)
    if what is None:
        what = "amount" if is_money(quantity.unit or "") else "time" if group[0].kind == "time" else "measure"
    changed = next(filter(None, (change(readings[point.article], point.quantity) for point in group)), "")
    if changed:
        # Of whom it is told does not rise: "the river rose by 2 metres, the mayor of Drell said".
        return changed
    if what in ("length", "distance"):
        what = dimension(readings[first.article], first.quantity) or what
    about = _shared_words(group, readings)
    return what + whose if whose and what == "share" else f"{what}{whose}" + (f": {about}" if about else "")


def _shared_words(group: Sequence[_Point], readings: Sequence[Reading]) -> str:
    """The words near the first quantity that stand near the others too, in the text's order and form."""
    first = group[0]
    common = frozenset.intersection(*(point.beside for point in group))
    document = readings[first.article].document
    start, end = document.at(first.quantity.end), document.at(first.quantity.end) + 14
    before = document.at(first.quantity.outer)
    for tokens in (document.tokens[start:end], document.tokens[max(0, before - 9) : before]):
        words = [token.text for token in tokens if stem(fold(token.low)) in common and token.low not in _NOT_COUNTED]
        if words:
            return " ".join(words[:4])
    return ""


#: "67" of "67th": the ending is no word; days, offices and "high" say nothing of what is counted.
_NOT_COUNTED = CALENDAR | ROLES | frozenset(DIMENSIONS) | frozenset(["st", "nd", "rd", "th"])
