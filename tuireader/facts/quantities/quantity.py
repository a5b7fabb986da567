"""A quantity, and what "around", "over" or "up to" before it means."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.facts.quantities.approximations import bounds, sign
from tuireader.facts.quantities.numbers import Number
from tuireader.text.lazy import Lazy


class Quantity(NamedTuple):
    """A quantity at ``start:end``; ``outer`` is where it begins with its approximation ("around 4,700 troops").

    It lies between ``low`` and ``high``. ``value`` is written as in JSON ("4700", "134-63", "46-57"). ``noun`` is the
    counted noun in the text's form; ``rank`` marks ordinals, ``age`` ages.
    """

    start: int
    end: int
    outer: int
    value: str
    number: float
    low: float
    high: float
    unit: str | None
    noun: str | None
    approx: str | None
    rank: bool = False
    age: bool = False


_APPROX = Lazy(
    r"\b((?:only\s|just\s)?(?:an\s)?(?:around|about|approximately|roughly|some|nearly|almost|estimated|circa|"
    r"close\sto|slightly\s(?:over|under|more\sthan|less\sthan)|well\sover|over|more\sthan|above|at\sleast|"
    r"upwards\sof|exceed(?:s|ed|ing)?|no\s(?:less|fewer)\sthan|up\sto|at\smost|under|less\sthan|fewer\sthan|"
    r"below|as\s(?:many|much|few|little)\sas|no\smore\sthan|a\smaximum\sof|a\sminimum\sof|not\smore\sthan|"
    r"greater\sthan|smaller\sthan))\s+(?:(?:a|an|the|another|half)\s+)?$|([~≈<>≤≥]=?)\s?$",
    re.IGNORECASE,
)
_AFTER_APPROX = Lazy(r"\s+or\s+(so|more|less|fewer)\b(?!\sthan)|-(plus)\b|(\+)(?![\d/])", re.IGNORECASE)
_SPANS = frozenset(
    ["hour", "day", "week", "month", "year", "decade", "quarter", "minute", "night", "weekend", "century"]
)
#: Before "over ten years", the words with which it says how long, not during which time.
_LASTING = Lazy(
    r"\b(?:for|of|in|by|than|last\w*|took|takes?|taken|taking|spen[dt]\w*|after|with|is|was|are|were|serv\w+|wait\w*|to"
    r"|just|well|and|a|it['’]s)\s$",
    re.IGNORECASE,
)


def approximation(before: str) -> tuple[str | None, int]:
    """The approximation right before a number, and how many characters it takes."""
    match = _APPROX.search(before)
    if match is None:
        return None, 0
    word = match.group(1) or match.group(2)
    return " ".join(word.lower().split()), len(before) - match.start(1 if match.group(1) else 2)


def after_approximation(text: str, end: int) -> re.Match[str] | None:
    """ "Or so", "or more", "-plus" behind a number that ends at ``end``."""
    return _AFTER_APPROX.match(text, end)


def shown(quantity: Quantity) -> str:
    """The value of a fact: "~4700", ">60", "134-63"."""
    return sign(quantity.approx) + quantity.value


def written(value: float) -> str:
    """A number without needless digits: 4700, 40.8, 0.6667."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else f"{value:g}"


def make(
    text: str,
    number: Number,
    before: str,
    start: int,
    end: int,
    unit: str | None,
    noun: str | None = None,
    value: float | None = None,
    age: bool = False,
) -> Quantity:
    """The quantity at ``start:end`` made of a number; ``before`` is the text that ends where the number begins."""
    amount = number.value if value is None else value
    head = before[: len(before) - (number.start - start)]
    approx, length = approximation(head)
    if approx == "over" and unit in _SPANS and not _LASTING.search(head[: len(head) - length]):
        # "It will cost $3 million over ten years."
        approx, length = None, 0
    after = after_approximation(text, end) or after_approximation(text, number.end)
    if approx is None and after is not None:
        word = (after.group(1) or "more").lower()
        approx, end = {"so": "around", "more": "at least"}.get(word, "at most"), max(end, after.end())
    if number.form == "vague" and approx is None:
        approx = "about"
        low, high = amount, number.high or amount
    else:
        low, high = bounds(amount, approx)
    rank = number.form == "ordinal"
    value_text = written(amount)
    return Quantity(start, end, start - length, value_text, amount, low, high, unit, noun, approx, rank, age)
