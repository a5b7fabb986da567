"""How many: numbers with unit, what is counted, approximation and holder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.numbers import Number
from tuireader.facts.numbers import find as find_numbers
from tuireader.facts.units import AFTER_NUMBER, ISO_CODES, MEASURES, MONEY_BEFORE, SQUARED, TIGHT, TIMES, money


class Quantity(NamedTuple):
    """A quantity at ``start:end``; ``outer`` is where it begins with its approximation ("around 4,700 troops").

    It lies between ``low`` and ``high``. ``value`` is written as in JSON ("4700", "134-63", "46-57"). ``noun`` is the
    counted noun in the text's form, with the words before it in ``modifier``; ``rank`` marks ordinals.
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
    modifier: str = ""
    rank: bool = False
    age: bool = False


_APPROX = re.compile(
    r"\b((?:only\s|just\s)?(?:an\s)?(?:around|about|approximately|roughly|some|nearly|almost|estimated|circa|"
    r"close\sto|slightly\s(?:over|under|more\sthan|less\sthan)|well\sover|over|more\sthan|above|at\sleast|"
    r"upwards\sof|exceed(?:s|ed|ing)?|no\s(?:less|fewer)\sthan|up\sto|at\smost|under|less\sthan|fewer\sthan|"
    r"below|as\s(?:many|much|few|little)\sas|no\smore\sthan|a\smaximum\sof|a\sminimum\sof|not\smore\sthan|"
    r"greater\sthan|smaller\sthan))\s+(?:(?:a|an|the|another|half)\s+)?$|([~≈<>≤≥]=?)\s?$",
    re.IGNORECASE,
)
_AFTER_APPROX = re.compile(r"\s+or\s+(so|more|less|fewer)\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s?%|[\s-]*(?:per\s?cents?|percents?|pct\.?|percentage)(?:\s?-?\s?(points?))?(?![^\W\d_])", re.IGNORECASE
)
_PERCENT_OF = re.compile(r"\b(?:percent|per\scent)\sof\s$", re.IGNORECASE)
_MONEY = re.compile(
    r"((?<![A-Za-z.])(?:US|U\.S\.|CA?|CAD|AU?|AUD|NZ|HK|S|Mex|MXN|NT|R|mxn|cad|aud)\$|(?<![A-Za-z.])c\s\$"
    r"|[$£€¥₹₽₩₺₪₴₦₱฿₫₡₭₮₲₵]|\b(?:Rs\.?|rs\.?|dollar|sen)|(?<![A-Za-z])M?[A-Z]{3})\s?$"
)
_CENTS = re.compile(r"\s(?:and\s)?(\d{1,2}|[a-z]+(?:[\s-][a-z]+)?)(?:\scents?\b|(?=[.,;]|\s*$))", re.IGNORECASE)
_SCORE = re.compile(r"\s?(?:-|–|\sto\s|-to-)\s?(\d{1,4}(?:,\d{3})*(?:\.\d+)?)(?![\d/])(?!-\d)")
_RANGE = re.compile(r"-to-|\s(?:to|and|through|or)\s|\s?[-–—]\s?", re.IGNORECASE)
_AGE = re.compile(r"[\s-]years?[\s-](?:old\b|olds\b|of\sage\b)|\s?y/?o\b", re.IGNORECASE)
_AGE_UNIT = re.compile(r"[\s-](day|week|month|year)s?[\s-](?:old|of\sage)\b", re.IGNORECASE)
_AGED = re.compile(r"\baged?\s(?:of\s)?$", re.IGNORECASE)
_TEMPERATURE = re.compile(
    r"\s?(?:°|º|deg(?:rees?|\.)?)?\s?(c(?:elsius|elcius|entigrade|entigrate)?|f(?:ahrenheit|arenheit)?)(?![^\W_])",
    re.IGNORECASE,
)
#: A number behind one of these is a label.
_LABELS = word_set(
    """article articles section chapter page pages no. no number figure part flight room highway route person
    organization phase level type version channel apollo boeing airbus windows model lane building gate
    platform district precinct ward psalm verse episode season volume issue rule title clause paragraph annex
    resolution class bus zone area agent"""
)
_SMALL = word_set(
    """a an the of in on at to for from by with and or but as than that which who whom whose where when while if
    is are was were be been being has have had do does did will would could should may might can must not no
    it its he she they we you i his her their our this these those there here so because since until after
    before during into onto over under about against between among through per each every all both either
    neither nor also just only even still already now then more most less fewer very too up down out off again
    once twice ago later earlier away apart together currently voted said says say told took take taken came
    come went go goes made make makes left remain remained live living lived died die killed injured wounded
    hurt held stationed deployed arrested charged elected won lost picked cast received got gave given found
    seen known called including according worth respectively following because though although however whether
    such several gathered attended came joined signed opened closed began begun started ended became become
    get gets getting has having say percent out i'm it's"""
)
_NOUN_STARTS = word_set("killed injured wounded dead hurt missing arrested")
_IRREGULAR = word_set(
    """people men women children personnel troops staff police policemen servicemen peacekeepers feet teeth mice
    media data aircraft cattle sheep fish deer firemen fishermen businessmen congressmen lawmen gunmen clergy
    crew infantry percent person man woman child soldier member seat vote point goal member student house term
    time day"""
)


def find(document: Document, taken: Iterable[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a document, in order. Spans in ``taken`` (dates, names) are passed over."""
    busy = sorted(taken)
    found: list[Quantity] = []
    text = document.text
    position = at = 0
    for sentence in document.sentences:
        for number in find_numbers(text, sentence.start, sentence.end):
            while at < len(busy) and busy[at][1] <= number.start:
                at += 1
            if number.start < position or (at < len(busy) and busy[at][0] < number.end):
                continue
            quantity = _read(document, number, sentence.start, sentence.end)
            if quantity is not None:
                found.append(quantity)
                position = quantity.end
    return found


def _read(document: Document, number: Number, start: int, end: int) -> Quantity | None:
    text = document.text
    before = text[max(start, number.start - 40) : number.start]
    if _is_label(document, number, before, start):
        return None
    for reader in (_percent, _money, _score_or_range, _age, _temperature, _measure):
        made = reader(text, number, before, end)
        if made is not None:
            return made
    return _counted(document, number, before, end)


def _is_label(document: Document, number: Number, before: str, start: int) -> bool:
    """Whether the number only names: "Article 5", "COVID-19", "G7", "one" as a pronoun."""
    if before and (before[-1].isalpha() or (before[-1] in "-‐‑_" and len(before) > 1 and before[-2].isalnum())):
        return True
    words = before.split()
    last = words[-1].strip('“"(').lower() if words else ""
    if last in _LABELS and (number.digits or number.form == "cardinal") and words[-1][0].isupper():
        return True
    word = document.text[number.start : number.end].lower()
    if word == "one":
        after = document.text[number.end : number.end + 7].lower()
        return after.startswith((" that ", " who ", " which", " anoth")) or last in (
            "this",
            "that",
            "the",
            "no",
            "any",
            "every",
            "which",
            "each",
            "next",
            "last",
            "another",
            "only",
        )
    return number.form == "ordinal" and number.value < 2


def _approx(before: str) -> tuple[str | None, int]:
    """The approximation right before a number, and how many characters it takes."""
    match = _APPROX.search(before)
    if match is None:
        return None, 0
    word = match.group(1) or match.group(2)
    return " ".join(word.lower().split()), len(before) - match.start(1 if match.group(1) else 2)


def bounds(number: float, approx: str | None) -> tuple[float, float]:
    """The interval meant by a number and the word before it: around ±5 %, over up to a fifth more, and so on."""
    if approx is None:
        return number, number
    size = abs(number)
    word = approx.removeprefix("only ").removeprefix("just ").removeprefix("an ")
    if word in _MORE:
        return number, number + 0.2 * size
    if word in _LESS:
        return number - 0.2 * size, number
    if word in ("nearly", "almost", "close to"):
        return number - 0.1 * size, number
    return number - 0.05 * size, number + 0.05 * size


_MORE = frozenset(
    """over|more than|well over|slightly over|slightly more than|above|at least|upwards of|exceed|exceeds|exceeded|
    exceeding|no less than|no fewer than|more|greater than|a minimum of|>|>=|≥""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_LESS = frozenset(
    """up to|at most|under|less than|fewer than|below|as many as|as much as|as few as|as little as|no more than|less|
    fewer|not more than|smaller than|slightly under|slightly less than|a maximum of|<|<=|≤""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def sign(approx: str | None) -> str:
    """The approximation as one character before a value: "around 4,700" is ``~4700``."""
    if approx is None:
        return ""
    word = approx.removeprefix("only ").removeprefix("just ").removeprefix("an ")
    return ">" if word in _MORE else "<" if word in _LESS else "~"


def shown(quantity: Quantity) -> str:
    """The value of a fact: "~4700", ">60", "134-63"."""
    return sign(quantity.approx) + quantity.value


def written(value: float) -> str:
    """A number without needless digits: 4700, 40.8, 0.6667."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else f"{value:g}"


def _make(
    text: str,
    number: Number,
    before: str,
    start: int,
    end: int,
    unit: str | None,
    noun: str | None = None,
    value: float | None = None,
    modifier: str = "",
    age: bool = False,
) -> Quantity:
    amount = number.value if value is None else value
    head = before[: len(before) - (number.start - start)]
    approx, length = _approx(head)
    after = _AFTER_APPROX.match(text, end)
    if approx is None and after is not None:
        approx, end = {"so": "around", "more": "at least"}.get(after.group(1).lower(), "at most"), after.end()
    if number.form == "vague" and approx is None:
        approx = "about"
        low, high = amount, number.high or amount
    else:
        low, high = bounds(amount, approx)
    rank = number.form == "ordinal"
    return Quantity(
        start, end, start - length, written(amount), amount, low, high, unit, noun, approx, modifier, rank, age
    )


def _percent(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _PERCENT.match(text, number.end, end)
    if match is None:
        lead = _PERCENT_OF.search(before)
        if lead is None or number.form == "ordinal":
            return None
        return _make(text, number, before, number.start - (len(before) - lead.start()), number.end, "percent")
    unit = "percentage points" if match.group(1) else "percent"
    return _make(text, number, before, number.start, match.end(), unit)


def _money(text: str, number: Number, before: str, end: int) -> Quantity | None:
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
            return _make(
                text, number, before, number.start - (len(before) - lead.start()), stop, unit, value=value * times
            )
    match = re.compile(r"[\s-]?(?:([A-Z]?[^\W\d_]+|U\.S\.)\s)?([^\W\d_]+|[€$£¥₹₽₩₡₭])").match(text, number.end, end)
    if match is None:
        return None
    adjective, word = match.group(1) or "", match.group(2)
    for form, extra in ((word, adjective), (adjective, "")):
        unit = {
            "€": "EUR",
            "$": "USD",
            "£": "GBP",
            "¥": "JPY",
            "₹": "INR",
            "₽": "RUB",
            "₩": "KRW",
            "₡": "CRC",
            "₭": "LAK",
        }.get(form)
        unit = unit or (money(form, extra) if form else None)
        if unit is None and form[:1] == "M" and form[1:] in ISO_CODES:
            return _make(text, number, before, number.start, match.end(2), form[1:], value=number.value * 1e6)
        if unit is not None and (form is adjective or not adjective or _is_adjective(adjective)):
            stop = match.end(1) if form is adjective else match.end(2)
            if form in ("pound", "pounds") and re.match(r"\sof\s", text[stop : stop + 4]):
                return None
            return _with_cents(text, number, before, stop, end, unit)
    return None


def _is_adjective(word: str) -> bool:
    return word.lower() in ("us", "u.s.", "deutsche", "hong", "new", "jamaican", "singapore") or word.lower().endswith(
        ("ish", "an", "ese", "ss", "ch", "ic", "ine")
    )


def _scaled(text: str, number: Number, end: int) -> tuple[int, float]:
    """ "$5m" and "€ 2M": with money before it the letter means millions."""
    match = re.compile(r"\s?([mMbB])(?:n|ln|illion)?(?![\w'’])").match(text, number.end, end)
    if match is None:
        return number.end, number.value
    return match.end(), number.value * (1e6 if match.group(1) in "mM" else 1e9)


def _with_cents(text: str, number: Number, before: str, stop: int, end: int, unit: str) -> Quantity:
    """ "15 dollars 50", "thirteen dollars and forty-five cents"; "75 USD million"."""
    scale = re.compile(r"\s(million|billion|trillion)\b", re.IGNORECASE).match(text, stop, end)
    if scale is not None:
        times = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[scale.group(1).lower()]
        return _make(text, number, before, number.start, scale.end(), unit, value=number.value * times)
    match = _CENTS.match(text, stop, end)
    if match is not None:
        cents = next(iter(find_numbers(text, match.start(1), match.end(1))), None)
        if cents is not None and cents.end == match.end(1) and cents.value < 100 and cents.form == "cardinal":
            return _make(text, number, before, number.start, match.end(), unit, value=number.value + cents.value / 100)
    return _make(text, number, before, number.start, stop, unit)


def _score_or_range(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """ "134 to 63" is a score, "46 to 57 months" a range."""
    if number.form not in ("cardinal",):
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
        unit = TIMES.get(word) or MEASURES.get(word) or money(word, "")
        if unit is not None:
            return unit, match.start(1) + len(word)
    return None, number.end


def _age(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _AGE_UNIT.match(text, number.end, end) or _AGE.match(text, number.end, end)
    if match is not None:
        unit = match.group(1).lower() if match.re is _AGE_UNIT else "year"
        return _make(text, number, before, number.start, match.end(), unit, age=True)
    if number.form == "cardinal" and 0 < number.value <= 115 and number.value % 1 == 0:
        lead = _AGED.search(before)
        if lead is not None:
            return _make(
                text, number, before, number.start - (len(before) - lead.start()), number.end, "year", age=True
            )
        beside = re.search(r"[A-Z][^\W\d_]+\.?,\s$", before)
        if (
            beside
            and number.digits
            and number.value >= 5
            and re.match(r"(?:,|\s(?:who|of|from)\b|[.;)]|$)", text[number.end : number.end + 5])
        ):
            # "Ms. Vorn, 76, who": not after a month or a place in an address.
            return _make(text, number, before, number.start, number.end, "year", age=True)
    return None


def _temperature(text: str, number: Number, before: str, end: int) -> Quantity | None:
    match = _TEMPERATURE.match(text, number.end, end)
    if match is None:
        return None
    whole, letter = match.group(), match.group(1)
    signed = any(mark in whole.lower() for mark in ("°", "º", "deg"))
    if len(letter) == 1 and not signed:
        return None
    return _make(text, number, before, number.start, match.end(), letter[0].upper())


def _measure(text: str, number: Number, before: str, end: int) -> Quantity | None:
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
        base = MEASURES.get(second.group(1).lower()) if second else None
        if second is None or base is None:
            return None
        unit, stop = base + SQUARED[word.lower()], second.end(1)
    elif unit is None and word.lower() == "metric":
        second = AFTER_NUMBER.match(text, stop, end)
        if second is None or MEASURES.get(second.group(1).lower()) != "t":
            return None
        unit, stop = "t", second.end(1)
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
        inches = re.compile(r"\s?(?:and\s)?(\d{1,2})\s?(?:inches|inch|in\b|\")").match(text, stop, end)
        if inches:
            value, stop = value + int(inches.group(1)) / 12, inches.end()
    per = re.compile(r"\s?(?:per|an?|/)\s?(?:hour|second|h|s)\b").match(text, stop, end)
    if per and unit in ("km", "mile", "m"):
        unit, stop = f"{unit}/{'h' if 'h' in per.group()[-4:] else 's'}", per.end()
    return _make(text, number, before, number.start, stop, unit, value=value)


def _counted(document: Document, number: Number, before: str, end: int) -> Quantity | None:
    """A plain number, with the noun it counts where one follows."""
    tokens = document.tokens
    at = document.at(number.end)
    if at < len(tokens) and tokens[at].low == "of" and number.form in ("vague", "fraction"):
        at += 1
        while at < len(tokens) and tokens[at].low in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "all",
            "those",
            "these",
            "his",
            "her",
        ):
            at += 1
    elif at < len(tokens) and tokens[at].text in "-‐‑" and tokens[at].start == number.end:
        at += 1
    stop, noun, modifiers = number.end, None, []
    fallback: tuple[int, str, list[str]] | None = None
    for token in tokens[at : at + 5]:
        if token.start >= end or not token.text[0].isalpha():
            if token.text in "-‐‑" and token.start < end:
                continue
            break
        low = token.low
        if low in _SMALL and not (low in _NOUN_STARTS and fallback is None):
            break
        if low in _IRREGULAR or (low.endswith("s") and not low.endswith(("ss", "ous", "us", "is")) and len(low) > 3):
            stop, noun = token.end, token.text
            break
        hyphened = tokens[at - 1].text in "-‐‑"
        if fallback is None or not hyphened:
            # "The third security force" ends in its noun, "a 120-seat assembly" begins with it.
            fallback = (token.end, token.text, list(modifiers))
        modifiers.append(low)
    if noun is None and fallback is not None and number.form != "fraction":
        single = number.value == 1 or number.form == "ordinal" or fallback[1].lower() in _NOUN_STARTS
        hyphened = document.text[number.end : number.end + 1] in ("-", "‐", "‑")
        if single or hyphened:
            stop, noun, modifiers = fallback
    if number.form == "ordinal" and (noun is None or (noun.endswith("s") and noun.lower() not in _IRREGULAR)):
        return None
    unit = None
    if noun and noun[0].isupper() and number.form == "ordinal":
        return None
    return _make(document.text, number, before, number.start, stop, unit, noun=noun, modifier=" ".join(modifiers))
