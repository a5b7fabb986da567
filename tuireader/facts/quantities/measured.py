"""Numbers that are per cents, ages or temperatures."""

from __future__ import annotations

import re

from tuireader.facts.quantities.number_words import ALL
from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.quantity import Quantity, make
from tuireader.text.lazy import Lazy

_PERCENT = Lazy(
    r"\s?%|[\s-]*(?:per[\s-]?cents?|percents?|pct\.?|percentage)(?:[\s-]?(points?))?(?![^\W\d_])", re.IGNORECASE
)
_OF_A_PERCENT = Lazy(r"\s(?:of\s)?(?:an?|one|1)\s(?:per\s?cent|percentage)(?:\s(points?))?(?![^\W\d_])", re.IGNORECASE)
_BASIS_POINTS = Lazy(r"[\s-](?:basis[\s-]points?|bps)\b", re.IGNORECASE)
_PERCENT_OF = Lazy(r"\b(?:percent|per\scent|percentage)\sof\s$", re.IGNORECASE)
_AGE = Lazy(r"[\s-]years?[\s-](?:old\b|olds\b|of\sage\b)|\s?y/?o\b|\s?yrs?[\s-]old\b", re.IGNORECASE)
_AGE_UNIT = Lazy(r"[\s-](day|week|month|year)s?[\s-](?:olds?|of\sage)\b", re.IGNORECASE)
_AGED = Lazy(
    r"\b(?:aged?\s(?:of\s)?|(?:who|he|she)(?:\s(?:is|was|turns|turned)|['’]s)\s(?:now\s|only\s)?|\bturn(?:s|ed|ing)\s)$",
    re.IGNORECASE,
)
_AFTER_AGE = Lazy(r"\s*(?:[,.;:)—–―!?”\"]|$|(?:and|when|at|in|on|this|next|who)\b)")
_NAMED_AGE = Lazy(r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)?(?:\s(?:Jr|Sr)\.?|\.)?(?:,\s(?:now\s|aged\s)?|\s\()$")
_TEMPERATURE = Lazy(
    r"\s?(?:°|º|deg(?:rees?|\.)?)?\s?"
    r"(c(?:elsius|elcius|entigrade|entigrate)?|f(?:ahrenheit|arenheit|ahrenhei?t)?|kelvins?)(?![^\W_])",
    re.IGNORECASE,
)


def percent(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """ "3.5 percent", "3 percentage points", "half a per cent", "25 basis points", "percent of 10"."""
    match = _PERCENT.match(text, number.end, end)
    if match is None and number.form == "fraction":
        match = _OF_A_PERCENT.match(text, number.end, end)
    if match is not None:
        if number.form == "ordinal":
            return None
        unit = "percentage points" if match.group(1) else "percent"
        return make(text, number, before, number.start, match.end(), unit)
    basis = _BASIS_POINTS.match(text, number.end, end)
    if basis is not None:
        return make(text, number, before, number.start, basis.end(), "basis points")
    lead = _PERCENT_OF.search(before)
    if lead is None or number.form == "ordinal":
        return None
    words = before[: lead.start()].replace("-", " ").split()
    if words and (words[-1][-1].isdigit() or words[-1].lower() in ALL):
        # "60 percent of 500 people"
        return None
    return make(text, number, before, number.start - (len(before) - lead.start()), number.end, "percent")


def age(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """ "34-year-old", "three weeks old", "aged 34", "Ana Costa, 34,", "who is 70"."""
    named = _AGE_UNIT.match(text, number.end, end)
    match = named or _AGE.match(text, number.end, end)
    if match is not None and number.form != "ordinal":
        unit = named.group(1).lower() if named is not None else "year"
        return make(text, number, before, number.start, match.end(), unit, age=True)
    if number.form != "cardinal" or not 0 < number.value <= 115 or number.value % 1:
        return None
    lead = _AGED.search(before)
    whole = lead is not None and lead.group().lower().startswith("age")
    if lead is not None and (whole or _AFTER_AGE.match(text, number.end, min(end, number.end + 8))):
        start = number.start - (len(before) - lead.start()) if whole else number.start
        return make(text, number, before, start, number.end, "year", age=True)
    beside = _NAMED_AGE.search(before)
    closed = re.match(
        r"\)" if before.endswith("(") else r"(?:,|\swho\b|[.;)]|\s?[—–―]|$)", text[number.end : number.end + 5]
    )
    if beside and closed and number.digits and number.value >= 5:
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
