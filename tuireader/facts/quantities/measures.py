"""The unit written behind a number: "km", "square metres", "[kg]", "feet 2 inches", "miles per hour"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.numbers import find as find_numbers
from tuireader.facts.quantities.quantity import Quantity, make
from tuireader.facts.quantities.units import APART_IS_ELSE, FIRST_WORDS, MEASURES, SQUARED, TIGHT, TIMES
from tuireader.text.lazy import Lazy

_WORD = Lazy(
    r"(?P<gap>(?:-plus(?=[\s-]))?[\s\u00a0]?[-‐‑]?\s?)(?P<open>[\[<(]?)"
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?(?:[²³]|(?<=m)[23](?!\d))?(?![\d_])|[°º\"″”'′])"
)
_NEXT = Lazy(r"\.?[\s-]{1,2}([^\W\d_]+(?:[²³])?)(?![\d_])")
_INCHES = Lazy(
    r"(?:['′’]|\.?[\s,-]{0,2}(?:and\s)?)(\d{1,2}(?:\.\d+)?|[a-z]+)(?:[\s-]?(?:inches|inch\b|in\b)|\s?[\"″”]|(?=[,;]|\s(?:tall|and)\b))"
)
_RATE = Lazy(
    r"\s?(?:per[\s-]|an?\s|/)\s?(hour|second|millisecond|minute|min|sec|hr|h|s|ms)\b"
    r"|-(?:per|an?)-(hour|second|minute)\b"
)
_RATE_SIGNS = {"hour": "h", "hr": "h", "second": "s", "sec": "s", "millisecond": "ms", "minute": "min"}
#: What goes by the hour or second: lengths and amounts of data.
_MOVING = Lazy(r"(?:[kcmdhnμp]|da)?m|mile|foot|inch|yard|nmi|[KMGT]?(?:B|bit)")
_EXTENT = Lazy(
    r"\s?(?:-\s?)?(?:long|wide|tall|high|deep|thick|across|x|×|by|in\s(?:length|width|height|diameter|depth)|screens?"
    r"|displays?|monitors?|pipes?|wheels?|diagonal)\b"
)
#: Units whose words are something else without a number of their own: "a second time", "the third quarter".
_SINGLE = frozenset(["second", "quarter", "turn", "minute"])


_OF = Lazy(r"(?:\sof)?(?:\san?)?(?=\s[^\W\d_])")


def behind(text: str, number: Number, end: int) -> int:
    """Where what a number is a number of begins: past "of a" in "half a mile", "hundreds of miles"."""
    if number.form not in ("vague", "fraction"):
        return number.end
    match = _OF.match(text, number.end, end)
    return match.end() if match is not None else number.end


_AND_A_HALF = Lazy(r"\b(?:an?|one|next|last|past)\s([a-z]+)\sand\s$", re.IGNORECASE)


def _and_a_half(text: str, number: Number, before: str) -> Quantity | None:
    """ "An hour and a half"."""
    lead = _AND_A_HALF.search(before) if number.form == "fraction" else None
    name = _named(lead.group(1)) if lead is not None else None
    if lead is None or name is None:
        return None
    start = number.start - (len(before) - lead.start())
    return make(text, number, before, start, number.end, name, value=1 + number.value)


class Unit(NamedTuple):
    """A unit, and where it ends."""

    name: str
    end: int


def measure(text: str, number: Number, before: str, end: int) -> Quantity | None:
    """A quantity with a unit right behind: "17 km", "7.62mm", "190,000 square metres", "5 feet 2 inches"."""
    if number.form == "ordinal":
        return None
    found = unit(text, number, end)
    if found is None:
        return _and_a_half(text, number, before)
    value, stop = number.value, found.end
    name = found.name
    if name == "foot":
        inches = _inches(text, stop, end)
        if inches is not None:
            value, stop = value + inches[0] / 12, inches[1]
    rate = _RATE.match(text, stop, end)
    if rate is not None and _MOVING.fullmatch(name):
        sign = rate.group(1) or rate.group(2)
        name, stop = f"{name}/{_RATE_SIGNS.get(sign, sign)}", rate.end()
    return make(text, number, before, number.start, stop, name, value=value)


def unit(text: str, number: Number, end: int) -> Unit | None:
    """The unit of measure or time right behind a number."""
    match = _WORD.match(text, behind(text, number, end), end)
    if match is None or (
        match["gap"].count(" ") + match["gap"].lstrip("-plus").count("-") > 1 and match["gap"] != " -"
    ):
        return None
    word = match["word"]
    if number.form == "fraction" and "of" in text[number.end : match.start()] and word.endswith("s"):
        # "A third of days" is no length of time.
        return None
    if word in ('"', "″", "”", "'", "′"):
        return _mark(text, number, match, end)
    found = _words(text, match, end) or _short(text, number, match)
    if found is None or (found.end < end and (text[found.end] == "_" or text[found.end].isalnum())):
        return None
    if found.name in _SINGLE and word.lower() == found.name and number.value != 1 and not match["gap"].strip():
        return None
    if match["open"] and text[found.end : found.end + 1] not in ("]", ">", ")"):
        return None
    return found._replace(end=found.end + bool(match["open"]))


def _words(text: str, match: re.Match[str], end: int) -> Unit | None:
    """A unit in words: "kilometres", "sq. ft.", "fluid ounces", "light-years", the "inch" of "inch-thick"."""
    whole, stop = match["word"], match.end("word")
    first, _, second = whole.partition("-")
    for word, at in ((whole, stop), (first, stop - len(whole) + len(first))):
        low = word.lower()
        following = _NEXT.match(text, at, end)
        if following is not None:
            after = following.group(1)
            if low in SQUARED:
                base = _named(after) or TIGHT.get(after)
                if base is not None and base in _LENGTHS:
                    return _dotted(text, Unit(base + SQUARED[low], following.end()), after)
            elif low in FIRST_WORDS:
                double = MEASURES.get(f"{low} {after.lower()}")
                if double is not None:
                    return _dotted(text, Unit(double, following.end()), after)
        name = _named(word)
        if name is not None:
            return _dotted(text, Unit(name, at), word)
    if first.lower() in SQUARED and _named(second) in _LENGTHS:
        return Unit(f"{_named(second)}{SQUARED[first.lower()]}", stop)
    return None


_LENGTHS = frozenset(["km", "m", "cm", "mm", "dm", "hm", "dam", "mile", "foot", "inch", "yard", "nmi", "μm", "nm"])


def _named(word: str) -> str | None:
    """A unit by its word. Capitals are kept apart in short forms: the SEC is no second."""
    return MEASURES.get(word) or TIMES.get(word) or (
        MEASURES.get(word.lower()) or TIMES.get(word.lower()) if len(word) > 3 else None
    )  # fmt: skip


def _dotted(text: str, found: Unit, word: str) -> Unit:
    """Takes the point of an abbreviation: "5 ft. wide"."""
    dotted = word.lower() + "." in MEASURES or word.lower() in ("sq", "cu", "oz", "lb", "yd", "mi", "gal")
    return found._replace(end=found.end + (dotted and text[found.end : found.end + 2] in (". ", ".,")))


def _short(text: str, number: Number, match: re.Match[str]) -> Unit | None:
    """A unit in letters or signs: "5m", "10 GB", "90°"."""
    word, tight = match["word"], not match["gap"]
    name = TIGHT.get(word)
    if name is None or (not number.digits and not tight):
        return None
    stop = match.end("word")
    if not tight and word == "in" and text[stop : stop + 1] == "." and text[stop + 1 : stop + 2] != ".":
        return Unit(name, stop + 1)
    if not tight and not match["open"] and word in APART_IS_ELSE:
        return None
    return None if text[stop : stop + 1] in ("-", "‐", "'", "’") and len(word) < 2 and not tight else Unit(name, stop)


def _mark(text: str, number: Number, match: re.Match[str], end: int) -> Unit | None:
    """Marks for feet and inches, which mostly are quotation marks or apostrophes."""
    mark, stop = match["word"], match.end("word")
    extent = _EXTENT.match(text, stop, min(end, stop + 16))
    if mark in ("'", "′"):
        inches = re.match(
            r"\s?\d{1,2}(?:\.\d+)?\s?(?:[\"″”]|'')|\s?\d{1,2}(?!\w|\d|-)", text[stop : min(end, stop + 8)]
        )
        taken = not match["gap"] and number.digits and (inches is not None or extent is not None or mark == "′")
        return Unit("foot", stop) if taken else None
    if extent is not None or mark == "″":
        return Unit("inch", stop)
    line = text.rfind("\n", 0, number.start) + 1
    opened = mark == "”" or text.count('"', max(line, number.start - 2000), number.start) % 2
    return None if match["gap"] or opened or not number.digits or number.value > 300 else Unit("inch", stop)


def _inches(text: str, start: int, end: int) -> tuple[float, int] | None:
    """Inches behind feet: "5 ft 2 in", "5-foot-10", "five feet eleven inches"."""
    match = _INCHES.match(text, start, end)
    if match is None:
        dashed = re.match(r"-(\d{1,2})(?!\w|-\d|\.\d)|(?<=['′])(\d{1,2})(?!\w)", text[start : min(end, start + 5)])
        if dashed is None and text[start - 1] in "'′":
            dashed = re.match(r"(\d{1,2})(?!\w)", text[start : min(end, start + 4)])
        if dashed is None or int(dashed.group(1)) > 11:
            return None
        return float(dashed.group(1)), start + dashed.end()
    number = next(iter(find_numbers(text, match.start(1), match.end(1))), None)
    if number is None or number.end != match.end(1) or number.value >= 12 or number.form != "cardinal":
        return None
    return number.value, match.end()
