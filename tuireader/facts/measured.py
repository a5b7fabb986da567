"""Numbers with a unit: per cent, money, scores and ranges, ages, temperatures, measures."""

from __future__ import annotations

import re

from tuireader.facts.numbers import Number
from tuireader.facts.numbers import find as find_numbers
from tuireader.facts.quantity import Quantity, make, written
from tuireader.facts.units import AFTER_NUMBER, ISO_CODES, MEASURES, MONEY_BEFORE, SQUARED, TIGHT, TIMES
from tuireader.facts.units import money as currency

_PERCENT = re.compile(
    r"\s?%|[\s-]*(?:per\s?cents?|percents?|pct\.?|percentage)(?:\s?-?\s?(points?))?(?![^\W\d_])", re.IGNORECASE
)
_PERCENT_OF = re.compile(r"\b(?:percent|per\scent)\sof\s$", re.IGNORECASE)
_MONEY = re.compile(
    r"((?<![A-Za-z.])(?:US|U\.S\.|CA?|CAD|AU?|AUD|NZ|HK|S|Mex|MXN|NT|R|mxn|cad|aud)\$|(?<![A-Za-z.])c\s\$"
    r"|[$£€¥₹₽₩₺₪₴₦₱฿₫₡₭₮₲₵]|\b(?:Rs\.?|rs\.?|dollar|sen)|(?<![A-Za-z])M?[A-Z]{3})\s?$"
)
_CENTS = re.compile(r"\s(?:and\s)?(\d{1,2}|[a-z]+(?:[\s-][a-z]+)?)(?:\scents?\b|(?=[.,;]|\s*$))", re.IGNORECASE)
_RANGE = re.compile(r"-to-|\s(?:to|and|through|or)\s|\s?[-–—]\s?", re.IGNORECASE)
_AGE = re.compile(r"[\s-]years?[\s-](?:old\b|olds\b|of\sage\b)|\s?y/?o\b", re.IGNORECASE)
_AGE_UNIT = re.compile(r"[\s-](day|week|month|year)s?[\s-](?:old|of\sage)\b", re.IGNORECASE)
_AGED = re.compile(r"\baged?\s(?:of\s)?$", re.IGNORECASE)
_TEMPERATURE = re.compile(
    r"\s?(?:°|º|deg(?:rees?|\.)?)?\s?(c(?:elsius|elcius|entigrade|entigrate)?|f(?:ahrenheit|arenheit)?)(?![^\W_])",
    re.IGNORECASE,
)
_AFTER_MONEY = re.compile(r"[\s-]?(?:([A-Z]?[^\W\d_]+|U\.S\.)\s)?([^\W\d_]+|[€$£¥₹₽₩₡₭](?!\d))")
_MILLIONS = re.compile(r"\s?([mMbB])(?:n|ln|illion)?(?![\w'’])")
_SCALE = re.compile(r"\s(million|billion|trillion)\b", re.IGNORECASE)
_INCHES = re.compile(r"\s?(?:and\s)?(\d{1,2})\s?(?:inches|inch|in\b|\")")
_PER = re.compile(r"\s?(?:per\s|an?\s|/)\s?(hour|second|millisecond|minute|h|s|ms)\b")
_TIME_SIGNS = {"hour": "h", "second": "s", "millisecond": "ms", "minute": "min"}
_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₡": "CRC", "₭": "LAK",
}  # fmt: skip


def percent(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _PERCENT.match(text, number.end, end)
    if match is None:
        lead = _PERCENT_OF.search(before)
        if lead is None or number.form == "ordinal":
            return None
        return make(text, number, before, number.start - (len(before) - lead.start()), number.end, "percent")
    unit = "percentage points" if match.group(1) else "percent"
    return make(text, number, before, number.start, match.end(), unit)


def money(text: str, number: Number, before: str, end: int) -> Quantity | None:
    if number.form == "ordinal":
        return None
    lead = _MONEY.search(before)
    if lead is not None:
        word = lead.group(1).replace(" ", "")
        unit = MONEY_BEFORE.get(word.lower())
        times = 1.0
        if unit is None and word.isupper():
            times = 1e6 if len(word) == 4 else 1.0
            unit = word[-3:] if word[-3:] in ISO_CODES else None
        if unit is not None:
            stop, value = _scaled(text, number, end)
            return make(
                text, number, before, number.start - (len(before) - lead.start()), stop, unit, value=value * times
            )
    match = _AFTER_MONEY.match(text, number.end, end)
    if match is None:
        return None
    adjective, word = match.group(1) or "", match.group(2)
    for form, extra in ((word, adjective), (adjective, "")):
        unit = _SIGNS.get(form)
        unit = unit or (currency(form, extra) if form else None)
        if unit is None and form[:1] == "M" and form[1:] in ISO_CODES:
            return make(text, number, before, number.start, match.end(2), form[1:], value=number.value * 1e6)
        if unit is not None and (form is adjective or not adjective or _is_adjective(adjective)):
            stop = match.end(1) if form is adjective else match.end(2)
            if form in ("pound", "pounds") and not adjective and _weighs(text, number, stop, end):
                return None
            return _with_cents(text, number, before, stop, end, unit)
    return None


_MONEY_TALK = re.compile(
    r"\b(?:cost|costs|price|prices|paid|pay|pays|worth|spen[dt]|fined?|salary|wages?|fees?|tax(?:es)?|bank|sterling|bill"
    r"|earn(?:s|ed)?|sold|sell|buy|bought|budget|debts?|profits?|losses|revenues?|loans?|a year|a week|a month)\b",
    re.IGNORECASE,
)


def _weighs(text: str, number: Number, stop: int, end: int) -> bool:
    """Whether pounds are a weight: few of them, and nothing said of prices."""
    if re.match(r"\sof\s", text[stop : stop + 4]):
        return True
    return number.value < 1e5 and not _MONEY_TALK.search(text, max(0, number.start - 120), min(end, stop + 60))


def _is_adjective(word: str) -> bool:
    return word.lower() in ("us", "u.s.", "deutsche", "hong", "new", "jamaican", "singapore") or word.lower().endswith(
        ("ish", "an", "ese", "ss", "ch", "ic", "ine")
    )


def _scaled(text: str, number: Number, end: int) -> tuple[int, float]:
    """ "$5m" and "€ 2M": with money before it the letter means millions."""
    match = _MILLIONS.match(text, number.end, end)
    if match is None:
        return number.end, number.value
    return match.end(), number.value * (1e6 if match.group(1) in "mM" else 1e9)


def _with_cents(text: str, number: Number, before: str, stop: int, end: int, unit: str) -> Quantity:
    """ "15 dollars 50", "thirteen dollars and forty-five cents"; "75 USD million"."""
    scale = _SCALE.match(text, stop, end)
    if scale is not None:
        times = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[scale.group(1).lower()]
        return make(text, number, before, number.start, scale.end(), unit, value=number.value * times)
    match = _CENTS.match(text, stop, end)
    if match is not None:
        cents = next(iter(find_numbers(text, match.start(1), match.end(1))), None)
        if cents is not None and cents.end == match.end(1) and cents.value < 100 and cents.form == "cardinal":
            return make(text, number, before, number.start, match.end(), unit, value=number.value + cents.value / 100)
    return make(text, number, before, number.start, stop, unit)


def score_or_range(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """ "134 to 63" is a score, "46 to 57 months" a range."""
    if number.form != "cardinal":
        return None
    match = _RANGE.match(text, number.end, end)
    if match is None or match.end() >= end or not (text[match.end()].isalnum()):
        return None
    joint = match.group().strip().lower()
    between = re.search(r"\bbetween\s$", before, re.IGNORECASE)
    if joint in ("and", "or") and not (between and joint == "and"):
        return None
    other = next(iter(find_numbers(text, match.end(), min(end, match.end() + 40))), None)
    if other is None or other.start != match.end() or other.form != "cardinal":
        return None
    if re.match(r"-\d|/\d", text[other.end : other.end + 2]):
        return None
    one, two = number.value, other.value
    if (joint == "to" and re.search(r"\bfrom\s(?:\S{1,3})?$", before)) or text[other.end : other.end + 1] == "%":
        return None
    if one < two:
        if (two < 1000 and one < 1) or (text[match.end() - 1] == "-" and before.endswith("-")):
            return None
        inner = Number(other.start, other.end, two, "cardinal", digits=other.digits)
        unit, stop = _unit_after(text, inner, end)
        start = number.start
        return Quantity(start, stop, start, f"{written(one)}-{written(two)}", two, one, two, unit, None, None)
    if joint in ("to", "-", "–", "-to-") and one > two and number.digits and other.digits:
        value = f"{written(one)}-{written(two)}"
        return Quantity(number.start, other.end, number.start, value, one, one, one, "score", None, None)
    return None


def _unit_after(text: str, number: Number, end: int) -> tuple[str | None, int]:
    percent = _PERCENT.match(text, number.end, end)
    if percent is not None:
        return "percent", percent.end()
    match = AFTER_NUMBER.match(text, number.end, end)
    if match is not None:
        word = match.group(1).rstrip(".")
        unit = TIMES.get(word) or MEASURES.get(word) or currency(word, "")
        if unit is not None:
            return unit, match.start(1) + len(word)
    return None, number.end


def age(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _AGE_UNIT.match(text, number.end, end) or _AGE.match(text, number.end, end)
    if match is not None:
        unit = match.group(1).lower() if match.re is _AGE_UNIT else "year"
        return make(text, number, before, number.start, match.end(), unit, age=True)
    if number.form == "cardinal" and 0 < number.value <= 115 and number.value % 1 == 0:
        lead = _AGED.search(before)
        if lead is not None:
            return make(text, number, before, number.start - (len(before) - lead.start()), number.end, "year", age=True)
        beside = re.search(r"[A-Z][^\W\d_]+\.?,\s$", before)
        if (
            beside
            and number.digits
            and number.value >= 5
            and re.match(r"(?:,|\s(?:who|of|from)\b|[.;)]|$)", text[number.end : number.end + 5])
        ):
            # "Ms. Vorn, 76, who": not after a month or a place in an address.
            return make(text, number, before, number.start, number.end, "year", age=True)
    return None


def temperature(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _TEMPERATURE.match(text, number.end, end)
    if match is None:
        return None
    whole, letter = match.group(), match.group(1)
    signed = any(mark in whole.lower() for mark in ("°", "º", "deg"))
    if len(letter) == 1 and not signed:
        return None
    return make(text, number, before, number.start, match.end(), letter[0].upper())


def measure(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """A unit right behind: "17 km", "7.62mm", "190,000 square metres", "5 feet 2 inches"."""
    if number.form == "ordinal":
        return None
    match = AFTER_NUMBER.match(text, number.end, end)
    if match is None:
        return None
    word = match.group(1)
    dotted = word.endswith(".") and word.lower() not in MEASURES
    word = word.rstrip(".") if dotted else word
    tight = match.start(1) == number.end
    unit = MEASURES.get(word) or MEASURES.get(word.lower()) or TIMES.get(word.lower())
    stop = match.end(1) - dotted
    if unit is None and word.lower() in SQUARED:
        second = AFTER_NUMBER.match(text, stop, end)
        name = second.group(1).rstrip(".") if second else ""
        if second is None or name.lower() not in MEASURES:
            return None
        unit, stop = MEASURES[name.lower()] + SQUARED[word.lower()], second.start(1) + len(name)
    elif unit is None and word.lower() == "metric":
        second = AFTER_NUMBER.match(text, stop, end)
        name = second.group(1).rstrip(".") if second else ""
        if second is None or MEASURES.get(name.lower()) != "t":
            return None
        unit, stop = "t", second.start(1) + len(name)
    elif unit is None and (tight or word not in ("in", "m", '"', "'", "t", "l", "g")) and (tight or number.digits):
        unit = TIGHT.get(word)
        if word in ('"', "'") and not tight:
            unit = None
    elif unit is None and word in ("m", "g", "t", "l") and number.digits:
        unit = word
    if unit is None or (word.lower() in ("second", "quarter", "turn") and number.value != 1):
        return None
    value = number.value
    if unit == "foot":
        inches = _INCHES.match(text, stop, end)
        if inches:
            value, stop = value + int(inches.group(1)) / 12, inches.end()
    per = _PER.match(text, stop, end)
    if per and unit in ("km", "mile", "m", "cm", "foot"):
        unit, stop = f"{unit}/{_TIME_SIGNS.get(per.group(1), per.group(1))}", per.end()
    return make(text, number, before, number.start, stop, unit, value=value)
