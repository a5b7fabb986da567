"""Amounts of money: "$3.2bn", "40 Swiss francs", "USD 200", "20 dollars and 50 cents"."""

from __future__ import annotations

import re

from tuireader.facts.quantities.currencies import (
    HUNDREDTHS,
    ISO_CODES,
    MONEY_BEFORE,
    SIGNS_AFTER,
    TENTHS,
    is_adjective,
)
from tuireader.facts.quantities.currencies import money as currency
from tuireader.facts.quantities.measures import behind
from tuireader.facts.quantities.number_words import SCALES
from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.numbers import find as find_numbers
from tuireader.facts.quantities.quantity import Quantity, make
from tuireader.text.lazy import Lazy

_LEAD = "|".join(re.escape(sign) for sign in sorted(MONEY_BEFORE, key=lambda sign: (-len(sign), sign)))
_MONEY = Lazy(rf"(?<![\w.])({_LEAD})\s?$|([$£€¥₹])\s?$|(?<![A-Za-z])([Mk]?[A-Z]{{3}})\s?$", re.IGNORECASE)
_SPACED_SIGN = Lazy(r"(?<![\w.])(us|c|hk)\s\$\s?$", re.IGNORECASE)
_WORD = Lazy(r"[\s\u00a0-]?((?:U\.S\.|U\.K\.|[^\W\d_]+)(?![^\W_]))")
_SIGN = Lazy(rf"\s?({'|'.join(re.escape(sign) for sign in sorted(SIGNS_AFTER, key=len, reverse=True))})(?![\w])")
_TIGHT_SUB = Lazy(r"(p|c|¢)(?![\w/'’])")
#: Forms of video, not of money.
_SCREENS = frozenset([240.0, 360.0, 480.0, 720.0, 1080.0, 1440.0, 2160.0])
_MILLIONS = Lazy(r"\s?([mMbBtT])(?:n|m|ln|illion|rillion)?(?![\w'’])")
_SCALE = Lazy(rf"\s({'|'.join(sorted(SCALES))})\b", re.IGNORECASE)
_CENTS = Lazy(
    r"\s(?:and\s)?(\d{1,2}(?![\d.,]\d|\w|%)|[a-z]+(?:[\s-][a-z]+)?)(?:[\s-]([^\W\d_]+)\b|(?=[.,;:?!)]|\s*$))?",
    re.IGNORECASE,
)
#: What may follow "15 dollars 50" for the 50 to be cents.
_AFTER_CENTS = Lazy(r"\s?(?:[.,;:?!)]|$|(?:more|less|each|a|an|per|for|to|and|in|on|at|or|only|now)\b)", re.IGNORECASE)


def money(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """An amount with its currency before or behind it."""
    if number.form == "ordinal":
        return None
    return _signed(text, number, before, end) or _named(text, number, before, end)


def _signed(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """An amount behind a sign or code: "US$5", "€ 2M", "USD 200", "MEUR 5"."""
    if not number.digits and number.form == "cardinal" and before[-1:].isspace():
        return None
    lead = _SPACED_SIGN.search(before) or _MONEY.search(before)
    if lead is None:
        return None
    word = lead.group().rstrip().replace(" ", "")
    name, times = MONEY_BEFORE.get(word.lower()), 1.0
    if name is not None and word[-1].isalpha() and not _written_so(word):
        name = None
    if name is None and len(word) == 3 and word.upper() in ISO_CODES:
        name = currency(word, amount=number.value)
    elif name is None and len(word) == 4 and word[0] in "Mk" and word[1:] in ISO_CODES:
        name, times = word[1:], 1e6 if word[0] == "M" else 1e3
    if name is None:
        return None
    stop, value = _scaled(text, number, end)
    start = number.start - (len(before) - lead.start())
    sign = text[start - 1 : start] if start else ""
    if sign in ("-", "−") and not text[max(0, start - 2) : start - 1].strip():
        start, value = start - 1, -value
    return make(text, number, before, start, stop, name, value=value * times)


def _written_so(word: str) -> bool:
    """Letters count as a sign only in their usual case: "Rs" and "rs", not "TK" or "sfr"."""
    return word in ("Rs", "rs", "dollar", "sen", "Dollar", "euro", "RM", "DM", "SFr", "Rp", "Tk", "NIS", "mxn", "cad")


def _named(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """An amount before its currency: "40 Swiss francs", "10 €", "50p", "115USD"."""
    sign = _SIGN.match(text, number.end, end)
    if sign is not None:
        return _with_rest(text, number, before, sign.end(), end, SIGNS_AFTER[sign.group(1)])
    small = _TIGHT_SUB.match(text, number.end, end)
    if small is not None and number.digits and number.value < 1000 and number.value not in _SCREENS:
        name = "pence" if small.group(1) == "p" else "cent"
        return make(text, number, before, number.start, small.end(), name)
    words: list[str] = []
    at = behind(text, number, end)
    for _ in range(4):
        match = _WORD.match(text, at, end)
        if match is None:
            return None
        word, at = match.group(1), match.end()
        if len(word) == 4 and word[0] == "M" and word[1:] in ISO_CODES:
            return make(text, number, before, number.start, at, word[1:], value=number.value * 1e6)
        money = currency(word, " ".join(words), number.value)
        if money is not None:
            if word in ("pound", "pounds") and not words and _weighs(text, number, at, end):
                return None
            return _with_rest(text, number, before, at, end, money)
        if not is_adjective(word):
            return None
        words.append(word)
    return None


_MONEY_TALK = Lazy(
    r"\b(?:cost|costs|price|prices|paid|pay|pays|worth|spen[dt]|fined?|salary|wages?|fees?|tax(?:es)?|bank|sterling|bill"
    r"|earn(?:s|ed)?|sold|sell|buy|bought|budget|debts?|profits?|losses|revenues?|loans?|a year|a week|a month|fares?"
    r"|notes?|coins?|tickets?|rent|invest\w*|fund\w*|donat\w+|bonus\w*|bets?|prizes?|pence|stake[ds]?)\b",
    re.IGNORECASE,
)


def _weighs(text: str, number: Number, stop: int, end: int) -> bool:
    """Whether pounds are a weight: few of them, and nothing said of prices."""
    if re.match(r"\sof\s", text[stop : stop + 4]):
        return True
    return number.value < 1e5 and not _MONEY_TALK.search(text, max(0, number.start - 120), min(end, stop + 60))


def _scaled(text: str, number: Number, end: int) -> tuple[int, float]:
    """ "$5m" and "€ 2M": with money before it the letter means millions."""
    match = _MILLIONS.match(text, number.end, end)
    if match is None:
        return number.end, number.value
    return match.end(), number.value * {"m": 1e6, "b": 1e9, "t": 1e12}[match.group(1).lower()]


def _with_rest(text: str, number: Number, before: str, stop: int, end: int, name: str) -> Quantity:
    """ "15 dollars 50", "thirteen dollars and forty-five cents"; "75 USD million"."""
    scale = _SCALE.match(text, stop, end)
    if scale is not None:
        times = SCALES[scale.group(1).lower()]
        return make(text, number, before, number.start, scale.end(), name, value=number.value * times)
    value = number.value
    if name in HUNDREDTHS:
        return make(text, number, before, number.start, stop, name)
    for _ in range(2):
        rest = _fraction(text, stop, end)
        if rest is None:
            break
        value, stop = value + rest[0], rest[1]
    return make(text, number, before, number.start, stop, name, value=value)


def _fraction(text: str, start: int, end: int) -> tuple[float, int] | None:
    """Cents, pence or mao behind an amount: their part of the whole, and where they end."""
    match = _CENTS.match(text, start, end)
    if match is None:
        return None
    number = next(iter(find_numbers(text, match.start(1), match.end(1))), None)
    if number is None or number.form != "cardinal" or number.start != match.start(1) or number.value >= 100:
        return None
    stop = number.end
    word = _WORD.match(text, stop, end)
    name = currency(word.group(1), amount=1e4) if word is not None else None
    if word is not None and name is not None:
        part = 100 if name in HUNDREDTHS else 10 if name in TENTHS else 0
        if not part:
            return None
        return number.value / part, word.end()
    bare = "and" not in text[start : match.start(1)] and _AFTER_CENTS.match(text, stop, min(end, stop + 8))
    return (number.value / 100, stop) if bare and number.value >= 10 else None
