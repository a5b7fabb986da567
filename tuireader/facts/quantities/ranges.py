"""Two numbers that are one quantity: ranges ("46 to 57 months", "$2-3 million") and scores ("134 to 63")."""

from __future__ import annotations

import re

from tuireader.facts.quantities.amounts import money
from tuireader.facts.quantities.approximations import bounds
from tuireader.facts.quantities.measured import age, percent, temperature
from tuireader.facts.quantities.measures import measure
from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.numbers import find as find_numbers
from tuireader.facts.quantities.quantity import Quantity, approximation, written
from tuireader.text.lazy import Lazy

_JOINT = Lazy(r"-?\sto\s|-to-|\s(?:and|through|or)\s|\s?[-‐‑–—]\s?", re.IGNORECASE)
_SIGN = Lazy(r"(?:US|C|A|HK|NZ)?[$£€¥₹]\s?|(?:[A-Z]{3})\s?(?=\d)")
_BETWEEN = Lazy(r"\bbetween\s(?:(?:the\s)?(?P<ages>ages\sof\s)|\S{1,4}\s?)?$", re.IGNORECASE)
_FROM = Lazy(r"\bfrom\s(?:(?:about|around|nearly|just|over|only|some|an?)\s)?(?:\S{1,4}\s?)?$", re.IGNORECASE)
_AGES = Lazy(r"\bage[ds]?\s$", re.IGNORECASE)
_SCALE = Lazy(r"(?:thousand|million|billion|trillion|lakh|crore|mln|bln|bn|tn|[mkb])$", re.IGNORECASE)
#: What is told with a score.
_CONTEST = Lazy(
    r"\s(?:\w+\s)?(?:votes?|decisions?|rulings?|wins?|victory|loss|defeat|ties?|draws?|splits?|records?|leads?|margins?|scores?"
    r"|majority|verdict|result|deadlock|rout|opinion|shutout|thrashing|aggregate)\b",
    re.IGNORECASE,
)
_CONTESTED = Lazy(
    r"\b(?:w[io]ns?|winning|beat\w*|defeat\w*|lost|losing|loses?|leads?|led|leading|trail\w*|vot\w+|tied?|drew|score[ds]?|split"
    r"|ruled|upset|edged|routed|thrashed|victory|loss|win)\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def score_or_range(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """A range, ``number`` its upper end, or a score, ``number`` the winner's or the first."""
    if number.form not in ("cardinal", "fraction"):
        return None
    one = _one(text, number, before, end)
    at = one.end if one is not None else number.end
    match = _JOINT.match(text, at, end)
    if match is None:
        return None
    sign = _SIGN.match(text, match.end(), end)
    start = sign.end() if sign is not None else match.end()
    if start >= end or not (text[start].isalnum() or text[start] == "."):
        return None
    other = next(iter(find_numbers(text, start, min(end, start + 48))), None)
    if other is None or other.start != start or other.form not in ("cardinal", "fraction"):
        return None
    if re.match(r"[-‐–]\d|/\d", text[other.end : other.end + 2]):
        return None
    joint = match.group().strip().lower()
    two = _one(text, other, text[max(0, other.start - 40) : other.start], end) or _plain(other)
    alike = one is None or two.unit is None or one.unit == two.unit
    if not alike:
        return None
    if joint in ("to", "-to-", "- to") and _FROM.search(before):
        # "From 3 to 5 percent": what it was and what it became are two, in one unit.
        return _lent(text, number, before, two) if one is None and two.unit is not None else None
    return _range(text, number, before, one, two, joint) or _score(text, number, before, one, other, two, joint)


def _one(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """The number with its unit of measure or money, if it has one."""
    for reader in (percent, money, age, temperature, measure):
        made = reader(text, number, before, end)
        if made is not None:
            return made
    return None


def _plain(number: Number) -> Quantity:
    value = number.value
    return Quantity(number.start, number.end, number.start, written(value), value, value, value, None, None, None)


def _lent(text: str, number: Number, before: str, two: Quantity) -> Quantity:
    """The first number of a change, in the unit of the second."""
    approx, length = approximation(before)
    value = _scaled(text, number, two)
    low, high = bounds(value, approx)
    start = number.start
    return Quantity(start, number.end, start - length, written(value), value, low, high, two.unit, None, approx,
                    age=two.age)  # fmt: skip


def _scaled(text: str, number: Number, two: Quantity) -> float:
    """ "2 to 3 million" begins at two million."""
    size = two.number
    if number.value < 1000 <= size:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if size >= scale:
                bare = not _SCALE.search(text[number.start : number.end])
                worded = any(_SCALE.search(word) for word in text[two.start : two.end].replace("-", " ").split())
                return number.value * scale if bare and worded and number.value * scale < size else number.value
    return number.value


def _range(text: str, number: Number, before: str, one: Quantity | None, two: Quantity, joint: str) -> Quantity | None:
    between = _BETWEEN.search(before)
    if joint == "and" and not between:
        return None
    low = one.number if one is not None else number.value
    if one is None or _SCALE.search(text[one.start : one.end].split()[-1]) is None:
        raised = _scaled(text, number, two)
        low = raised if raised != number.value else low
    high = two.number
    told = two.unit is not None or re.match(r"\s[a-z]", text[two.end : two.end + 2])
    if joint == "or" and (high != low + 1 or low >= 20 or not told):
        return None
    if low >= high or high > 1e4 * max(low, 1e-3) or (high < 1000 and 0 <= low < 1 and two.unit is None):
        return None
    if joint in ("-", "‐", "‑") and before.endswith("-"):
        return None
    unit = two.unit if two.unit is not None else (one.unit if one is not None else None)
    if unit is None and joint in ("-", "–", "—") and (_CONTEST.match(text, two.end) or _CONTESTED.search(before)):
        return None
    begin = one.start if one is not None else number.start
    head = before[: len(before) - (number.start - begin)]
    approx, length = approximation(head)
    if between is not None:
        length = len(head) - head.lower().rfind("between")
        approx = None
    aged = two.age or bool(_AGES.search(before)) or (between is not None and between["ages"] is not None)
    unit = "year" if aged and unit is None else unit
    return Quantity(begin, two.end, begin - length, f"{written(low)}-{written(high)}", high, low, high, unit, None,
                    approx, age=aged)  # fmt: skip


def _score(
    text: str, number: Number, before: str, one: Quantity | None, other: Number, two: Quantity, joint: str
) -> Quantity | None:
    """ "134 to 63", "a 5-4 decision", "lost 14-21"; equal or rising numbers only where a contest is told."""
    if one is not None or two.unit is not None or joint not in ("to", "-", "–", "-to-"):
        return None
    plain = all(value % 1 == 0 and 0 <= value < 1000 for value in (number.value, other.value))
    if not plain or before.endswith(("-", "–", "+", "(")) or number.digits != other.digits:
        return None
    first, second = number.value, other.value
    told = _CONTEST.match(text, other.end) or _CONTESTED.search(before)
    if not told and (first <= second or not number.digits):
        return None
    value = f"{written(first)}-{written(second)}"
    return Quantity(number.start, other.end, number.start, value, first, first, first, "score", None, None)
