"""Numbers in a text: digits, words, fractions, powers, "dozens"; where each stands and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tuireader.facts.listed import listed

Form = Literal["cardinal", "fraction", "ordinal", "vague"]


class Number(NamedTuple):
    """A number at ``start:end``. A ``vague`` one ("dozens", "a handful") lies between ``value`` and ``high``."""

    start: int
    end: int
    value: float
    form: Form
    high: float | None = None
    digits: bool = False


UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen"""
        )
    )
} | {"nought": 0, "naught": 0, "nil": 0}
TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "mln": 1e6, "mil": 1e6, "bln": 1e9, "bn": 1e9, "tln": 1e12, "trn": 1e12, "tn": 1e12,
}  # fmt: skip
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}
_DOZENS = {"dozen": 12.0, "dozens": 12.0, "doz": 12.0, "dozs": 12.0, "score": 20.0}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        listed(
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
        ),
        start=1,
    )
} | {
    "nineth": 9.0,
    "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "sixtieth": 60.0, "seventieth": 70.0, "eightieth": 80.0,
    "ninetieth": 90.0, "hundredth": 100.0, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
_PARTS = (
    {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0}
    | {word: value for word, value in _ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in _ORDINALS.items() if value != 2}
)
_SIGNS = {
    "½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6,
    "⅚": 5 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip
#: Plurals that say about how many: from, to.
_VAGUE = {
    "dozens": (24.0, 100.0), "scores": (40.0, 200.0), "hundreds": (200.0, 1000.0), "thousands": (2e3, 1e4),
    "millions": (2e6, 1e9), "billions": (2e9, 1e12), "handful": (3.0, 8.0), "couple": (2.0, 3.0),
}  # fmt: skip

_WORDS = sorted(
    {*UNITS, *TENS, *_SCALES, "hundred", *_DOZENS, *_ORDINALS, *_PARTS, *_VAGUE}, key=lambda word: (-len(word), word)
)
_DIGITS = (
    r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"
    r"|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,\u00a0\u202f-])"
    r"|(?<!\d)\d{1,18}(?!\d)(?:\.\d{1,18}(?!\d))?|(?<![\w.])\.\d{1,18}(?!\d)"
)
_ATOM = re.compile(rf"{_DIGITS}|[{''.join(_SIGNS)}]|(?<![^\W\d_])(?:{'|'.join(_WORDS)})(?![^\W_])", re.IGNORECASE)
#: What may stand between the parts of one number: a space or hyphen, then "and", "and a", "a" or "point".
_GAP = re.compile(r"(?:\s?[-‐‑]\s?|\s{1,3})(?:and\s+)?(?:an?\s+|point\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)\s{1,3}$", re.IGNORECASE)
#: Words that take "a" before them: "a hundred", "a third", "a handful".
_COUNTED = frozenset([*_SCALES, *_DOZENS, *_PARTS, *_ORDINALS, "hundred", "few", "couple", "handful"]) - {
    "first",
    "second",
}
_PIECE = re.compile(rf"{_DIGITS}|[{''.join(_SIGNS)}]|[^\W\d_]+", re.IGNORECASE)
#: Larger ones are no quantities of anything.
_LARGEST = 1e19
_POWER = re.compile(r"(?:\s?[x×*]\s?10)?\s?\^\s?([+-]{0,2})(\d+(?:\.\d+)?)|[eE]([+-]?)(\d{1,3})\b")
_SLASH = re.compile(r"(\d{1,5})\s?/\s?(\d{1,5})(?![\d/])")
_OVER = re.compile(r"\s+(?:over|out\s+of)\s+(?=\w)", re.IGNORECASE)
_LETTER = re.compile(r"\s?(k|m|b|g|t|mln|mil|bln|bn|tln|trn|tn)(?![\w'’])", re.IGNORECASE)
_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![\w.,)])[-−]\s?)$", re.IGNORECASE)


class _Piece(NamedTuple):
    low: str
    start: int
    end: int


def find(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of ``text[start:end]`` in order, never overlapping."""
    position = start
    for low, high in _stretches(text, start, end):
        pieces = [
            _Piece(piece.group().lower(), *piece.span()) for piece in _PIECE.finditer(text, max(low, position), high)
        ]
        index = 0
        while index < len(pieces):
            number, index = _read(text, pieces, index, end)
            if number is not None and abs(number.value) < _LARGEST:
                yield number
                position = max(position, number.end)
                while index < len(pieces) and pieces[index].start < number.end:
                    index += 1


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of digits and words of number that may be one number, or several side by side."""
    first = last = -1
    for atom in _ATOM.finditer(text, start, end):
        low, high = atom.span()
        if first >= 0 and low - last < 16 and _GAP.fullmatch(text, last, low):
            last = high
            continue
        if first >= 0:
            yield first, last
        article = _ARTICLE.search(text, max(start, low - 6), low) if atom.group().lower() in _COUNTED else None
        first, last = article.start() if article else low, high
    if first >= 0:
        yield first, last


def _value(low: str) -> float | None:
    """The value of a piece written in digits, else None."""
    if low[0].isdigit() or low[0] == ".":
        return float(low.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", ""))
    return _SIGNS.get(low)


def _read(text: str, pieces: list[_Piece], index: int, end: int) -> tuple[Number | None, int]:
    """The longest number that begins at a piece, and the index of the piece after it."""
    begin = index
    if pieces[index].low in ("a", "an", "and", "point"):
        index += 1
        if index >= len(pieces):
            return None, index
        if pieces[begin].low in ("and", "point"):
            begin = index
    slash = _SLASH.match(text, pieces[index].start, end)
    if slash and float(slash.group(2)) > 0 and text[max(0, slash.start() - 1)] != "/":
        return _finish(text, pieces, index, slash.start(), slash.end(), _ratio(slash), "fraction", end, len(pieces))
    special = _vague_or_ordinal(text, pieces, begin, index)
    if special is not None:
        return special
    got = _cardinal(pieces, index)
    if got is None:
        return None, index + 1
    value, after = got
    if after < len(pieces) and pieces[after].low in _ORDINALS and _ranks(text, pieces, value, after):
        stop = pieces[after].end
        return Number(pieces[begin].start, stop, value + _ORDINALS[pieces[after].low], "ordinal"), after + 1
    form: Form = "cardinal"
    value, after, form = _with_parts(text, pieces, value, after)
    stop = pieces[after - 1].end
    if form == "cardinal" and after < len(pieces):
        # "2 1/4": a whole number and a fraction in digits.
        mixed = _SLASH.match(text, pieces[after].start, end)
        if mixed and pieces[after].start - stop <= 2 and float(mixed.group(2)) > 0:
            return _finish(
                text, pieces, index, pieces[begin].start, mixed.end(), value + _ratio(mixed), "fraction", end, after
            )
    return _finish(text, pieces, index, pieces[begin].start, stop, value, form, end, after)


def _ranks(text: str, pieces: list[_Piece], value: float, after: int) -> bool:
    """Whether a number in words ends in a rank: "twenty-first", "one hundred and third"."""
    if _value(pieces[after - 1].low) is not None or not _open(value, 10 if value < 100 else 100):
        return False
    return (
        _ORDINALS[pieces[after].low] < (10 if value < 100 else 100)
        and text[pieces[after].start - 1] in "- \u2010\u2011"
    )


def _ratio(slash: re.Match[str]) -> float:
    return float(slash.group(1)) / float(slash.group(2))


def _vague_or_ordinal(text: str, pieces: list[_Piece], begin: int, index: int) -> tuple[Number | None, int] | None:
    """ "Dozens", "a handful", "first", "twenty-first": forms of their own."""
    piece = pieces[index]
    if piece.low in _VAGUE and (piece.low not in ("handful", "couple") or begin < index):
        low, high = _VAGUE[piece.low]
        return Number(pieces[begin].start, piece.end, low, "vague", high), index + 1
    if piece.low in ("handful", "couple", "scores", "score"):
        return None, index + 1
    if piece.low in _ORDINALS and (begin == index or not _of_follows(text, piece)):
        return Number(piece.start, piece.end, _ORDINALS[piece.low], "ordinal"), index + 1
    if piece.low in _PARTS and (begin < index or piece.low in ("half", "quarter")):
        value = 1 / _PARTS[piece.low]
        article = index + 1 < len(pieces) and pieces[index + 1].low == "a"
        following = pieces[index + 1 + article].low if index + 1 + article < len(pieces) else ""
        if following in _SCALES or following in _DOZENS:
            value *= _SCALES.get(following) or _DOZENS[following]
            index += 1 + article
        elif (piece.low == "quarter" and begin == index) or (piece.low == "quarter" and not _of_follows(text, piece)):
            return None, index + 1
        return Number(pieces[begin].start, pieces[index].end, value, "fraction"), index + 1
    return None


def _of_follows(text: str, piece: _Piece) -> bool:
    """Whether a part is one of something ("a third of") and no rank ("a third term")."""
    rest = text[piece.end : piece.end + 4]
    return not rest.strip() or rest.startswith(" of") or rest[0] in ".,;:)"


def _cardinal(pieces: list[_Piece], index: int) -> tuple[float, int] | None:
    """Value of the whole number in words and digits at ``index``, and the index after it."""
    total, current, last = 0.0, None, index
    scaled = False
    at = index
    while at < len(pieces):
        low = pieces[at].low
        digits = _value(low)
        if low == "and" and (total or (current or 0) >= 100) and _goes_on(pieces, at + 1):
            at += 1
            continue
        if digits is not None:
            if current is not None and pieces[at - 1].low == "and" and current % 100 == 0 and digits < 100:
                digits += current
            elif current is not None or (scaled and digits >= 1000):
                break
            current = digits
        elif low in UNITS:
            step = UNITS[low]
            if current is not None and not (_open(current, 10 if step < 10 else 100) and step):
                break
            current = (current or 0) + step
        elif low in TENS:
            if current is not None and not _open(current, 100):
                break
            current = (current or 0) + TENS[low]
        elif low == "hundred":
            current = (1 if current is None else current) * 100
        elif low in _SCALES:
            if current is None and scaled:
                total *= _SCALES[low]
            else:
                total, current = total + (1 if current is None else current) * _SCALES[low], None
            scaled = True
            if total > _LARGEST:
                return total, at + 1
        elif low in _DOZENS:
            return total + (1 if current is None else current) * _DOZENS[low], at + 1
        else:
            break
        at += 1
        last = at
    if last == index:
        return None
    return total + (current or 0), last


def _goes_on(pieces: list[_Piece], at: int) -> bool:
    """Whether what follows "and" is the small end of the number, and not the numerator of a fraction."""
    if at >= len(pieces):
        return False
    low = pieces[at].low
    if low not in UNITS and low not in TENS and (_value(low) or 1000) >= 1000:
        return False
    while at < len(pieces) and (pieces[at].low in UNITS or pieces[at].low in TENS):
        at += 1
    return not (at < len(pieces) and pieces[at].low in _PARTS)


def _open(current: float, digits: int) -> bool:
    """Whether a smaller number can be added to what stands: 20 + 3, 100 + 20."""
    if current % 1:
        return False
    return current % digits == 0 and current >= (20 if digits == 10 else 100)


def _with_parts(text: str, pieces: list[_Piece], value: float, after: int) -> tuple[float, int, Form]:
    """Adds what follows a whole number: a fraction, "and a half", "point five"; or makes it the numerator of one."""
    form: Form = "cardinal"
    if after >= len(pieces):
        return value, after, form
    low = pieces[after].low
    gap = text[pieces[after - 1].end : pieces[after].start]
    if low == "point" and after + 1 < len(pieces):
        tail = _cardinal(pieces, after + 1)
        if tail is not None:
            digits = _decimals(pieces[after + 1 : tail[1]], tail[0])
            return value + digits, tail[1], "cardinal"
    if low in _PARTS and "and" not in gap:
        many = (low.endswith("s") and low != "halves") or low == "halves"
        if many or value == 1 or "-" in gap or low in ("half", "quarter"):
            result, after = value / _PARTS[low], after + 1
            if after < len(pieces) and pieces[after].low in _SCALES:
                result, after = result * _SCALES[pieces[after].low], after + 1
            return result, after, "fraction"
    if low == "and":
        at = after + 1
        if at < len(pieces) and pieces[at].low in ("a", "an"):
            at += 1
        numerator = 1.0
        got = _cardinal(pieces, at) if at < len(pieces) and pieces[at].low not in _PARTS else None
        if got is not None:
            numerator, at = got
        if (at < len(pieces) and pieces[at].low in _PARTS and pieces[at].low not in _ORDINALS) or (
            at < len(pieces) and pieces[at].low in _ORDINALS and pieces[at].low in _PARTS and numerator == 1
        ):
            part, at = numerator / _PARTS[pieces[at].low], at + 1
            if at < len(pieces) and pieces[at].low in _SCALES:
                part, at = part * _SCALES[pieces[at].low], at + 1
                return value + part, at, "fraction"
            # "3 million and a half" is half a million more.
            scale = _SCALES.get(pieces[after - 1].low, 1.0)
            return value + part * scale, at, "fraction"
    return value, after, form


def _decimals(pieces: list[_Piece], value: float) -> float:
    """Digits after a spoken point: "nought four" is 0.04, "seventy-one" 0.71."""
    if all(piece.low in UNITS and UNITS[piece.low] < 10 for piece in pieces):
        return float("0." + "".join(str(UNITS[piece.low]) for piece in pieces))
    return float(f"0.{int(value)}")


def _finish(
    text: str, pieces: list[_Piece], index: int, start: int, stop: int, value: float, form: Form, end: int, after: int
) -> tuple[Number | None, int]:
    """Adds what stands right around the number: sign, power, letter for thousands or millions, "out of"."""
    digits = text[pieces[index].start].isdigit()
    if digits and form == "cardinal":
        power = _POWER.match(text, stop, end)
        letter = _LETTER.match(text, stop, end)
        if power is not None:
            value, stop = _raise(value, power), power.end()
        elif letter is not None and not _is_unit(letter):
            name = letter.group(1).lower()
            value, stop = value * (_LETTERS.get(name) or _SCALES[name]), letter.end()
    over = _OVER.match(text, stop, end)
    if over is not None and form == "cardinal":
        rest = [
            _Piece(piece.group().lower(), *piece.span())
            for piece in _PIECE.finditer(text, over.end(), min(end, over.end() + 60))
        ]
        below = _cardinal(rest, 0) if rest and rest[0].start == over.end() else None
        if below is not None and below[0] > value:
            value, stop, form = value / below[0], rest[below[1] - 1].end, "fraction"
    minus = _MINUS.search(text, max(0, start - 10), start)
    if minus is not None:
        start, value = minus.start(), -value
    while after < len(pieces) and pieces[after].start < stop:
        after += 1
    return Number(start, stop, value, form, digits=digits), after


def _raise(value: float, power: re.Match[str]) -> float:
    if power.group(4) is not None:
        return float(
            value * 10.0 ** min(300, int(power.group(4)))
            if power.group(3) != "-"
            else value / 10.0 ** min(300, int(power.group(4)))
        )
    exponent = min(300.0, float(power.group(2))) * (-1 if power.group(1) == "-" else 1)
    if "10" in power.group().split("^")[0]:
        return float(value * 10.0**exponent)
    try:
        return float(value**exponent)
    except (OverflowError, ZeroDivisionError):
        return value


def _is_unit(letter: re.Match[str]) -> bool:
    """Whether the letter is metres, tonnes or the start of a name rather than a power of ten: "5 m", "6 B"."""
    sign = letter.group()
    return sign.strip() in ("m", "t", "g") or (sign[0].isspace() and sign.strip() in ("b", "T", "G", "B"))
