"""Numbers in a text: digits, words, fractions, powers, "dozens"; where each stands and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tuireader.facts.quantities import number_grammar as grammar
from tuireader.facts.quantities.number_grammar import Piece, Value
from tuireader.facts.quantities.number_words import (
    AFTER_ARTICLE,
    ALL,
    DOZENS,
    ORDINALS,
    PARTS,
    SCALES,
    SIGNS,
    VAGUE,
    VAGUE_OF,
)
from tuireader.facts.quantities.number_words import TENS as TENS
from tuireader.facts.quantities.number_words import UNITS as UNITS
from tuireader.text.lazy import Lazy

Form = Literal["cardinal", "fraction", "ordinal", "vague"]


class Number(NamedTuple):
    """A number at ``start:end``. A ``vague`` one ("dozens", "a handful") lies between ``value`` and ``high``."""

    start: int
    end: int
    value: float
    form: Form
    high: float | None = None
    digits: bool = False


_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}
#: In this order: thousands parted by commas, Indian groups, thousands parted by points, by apostrophes, by spaces; a
#: comma for tenths, unless more numbers follow as in "pages 1,3 and 5"; plain digits; digits after a point.
_DIGITS = (
    r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,3}(?:,\d{1,2})?(?![\d.]\d|\d)"
    r"|(?<![\d.,])\d{1,3}(?:['’]\d{3})+(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,\u00a0\u202f-])"
    r"|(?<![\d.,/-])\d{1,3},\d{1,2}(?!\d|,\d|/|-|\s?(?:,|and|&|or)\s?\d)"
    r"|(?<!\d)\d{1,18}(?!\d)(?:\.\d{1,18}(?!\d))?|(?<![\w.])\.\d{1,18}(?!\d)"
)
_WORDS = "|".join(sorted(ALL, key=lambda word: (-len(word), word)))
_SIGN = f"[{''.join(SIGNS)}]"
_ATOM = Lazy(rf"{_DIGITS}|{_SIGN}|(?<![^\W\d_])(?:{_WORDS}|point(?=\s[a-z]))(?![^\W_])", re.IGNORECASE)
#: What may stand between the parts of one number: a space or hyphen, then "and", "and a", "a", "of a", "of", "oh".
_GAP = Lazy(
    r"(?:\s?[-‐‑]\s?|\s{1,3}|(?<=\d))(?:and[\s-]+)?(?:an?\s+|(?:oh?\s+)+|of\s+an?\s+|(?<=s\s)of\s+)?", re.IGNORECASE
)
_ARTICLE = Lazy(r"\b(an?)[\s-]{1,3}$", re.IGNORECASE)
_PIECE = Lazy(rf"{_DIGITS}|{_SIGN}|[^\W\d_]+", re.IGNORECASE)
#: Larger ones are no quantities of anything.
_LARGEST = 1e19
_POWER = Lazy(r"(?:\s?[x×*]\s?10)?\s?\^\s?([+-]{0,2})(\d+(?:\.\d+)?)|[eE]([+-]?)(\d{1,3})\b")
_SLASH = Lazy(r"(\d{1,6})\s?[/⁄]\s?(\d{1,6})(?![\d/])")
_OVER = Lazy(r"\s+(?:over|out\s+of(?:\s+every)?|(?:in|of)\s+every)\s+(?=\w)", re.IGNORECASE)
#: "2,000 over 3" can only be a fraction if nothing follows.
_WHOLE = Lazy(r"[.?!]?\s*$")
#: "One in five voters": a small number, in words or round, of a larger one; not "two in six months".
_IN = Lazy(r"\s+in\s+(?=\w)", re.IGNORECASE)
_SPANS = Lazy(r"[\s-]+(?:\w+\s)?(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|seconds?)\b")
_LETTER = Lazy(r"\s?(k|m|b|g|t|mln|mil|bln|bn|tln|trn|tn)(?![\w'’])", re.IGNORECASE)
_RANKED = Lazy(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)
_MINUS = Lazy(
    r"(?:\b(?:minus|negative)\s+|(?<![\w.,)+/±])[-−]|(?:\A|[(=<>≤≥]|\b(?:is|of|at|was))\s*-\s)$", re.IGNORECASE
)
#: "Several hundred", "a couple of thousand".
_SOME = Lazy(r"\b(?:a\s+few|several|a\s+couple(?:\s+of)?|many)[\s-]+$", re.IGNORECASE)
#: Before these a bare "half" is no half of anything: "the second half".
_HALF_OF = Lazy(
    r"\b(?:first|second|other|latter|better|top|bottom|final|opening|front|back|early|former|third|fourth)[\s-]+$",
    re.IGNORECASE,
)


def find(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of ``text[start:end]`` in order, never overlapping."""
    position = start
    for low, high in _stretches(text, start, end):
        pieces = _pieces(text, max(low, position), high)
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
        if first >= 0 and low - last < 20 and _GAP.fullmatch(text, last, low):
            last = high
            continue
        if first >= 0:
            yield first, last
        article = _ARTICLE.search(text, max(start, low - 6), low) if atom.group().lower() in AFTER_ARTICLE else None
        first, last = article.start() if article else low, high
    if first >= 0:
        yield first, last


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words and digits of a stretch; "of" only binds ("a quarter of a million")."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text, start, end):
        low = match.group().lower()
        if low != "of":
            joined = bool(found) and any(mark in "-‐‑" for mark in text[found[-1].end : match.start()])
            found.append(Piece(low, *match.span(), joined))
    return found


def _read(text: str, pieces: list[Piece], index: int, end: int) -> tuple[Number | None, int]:
    """The longest number that begins at a piece, and the index of the piece after it."""
    begin = index
    if pieces[index].low in ("a", "an", "and"):
        index += 1
        if index >= len(pieces):
            return None, index
        if pieces[begin].low == "and":
            begin = index
    if pieces[index].low in ("a", "an", "and"):
        return None, index
    slash = _SLASH.match(text, pieces[index].start, end)
    if slash and float(slash.group(2)) > 0 and text[max(0, slash.start() - 1)] != "/":
        return _finish(text, pieces, begin, index, Value(_ratio(slash), index + 1), "fraction", end, slash.end())
    if pieces[index].low == "point":
        return _spoken_point(text, pieces, index, end)
    special = _vague(text, pieces, begin, index) or _part_or_rank(text, pieces, begin, index)
    if special is not None:
        number, after = special
        return (_signed(text, number), after) if number is not None else (None, after)
    got = grammar.cardinal(_before_between(text, pieces, index), index)
    if got is None:
        return None, index + 1
    after = got.after
    if after + 1 < len(pieces) and pieces[after].low == "point":
        tail = grammar.decimals(pieces, after + 1)
        if tail is not None:
            got = _scaled(pieces, Value(got.value + tail.value, tail.after))
    elif after < len(pieces):
        sign = SIGNS.get(pieces[after].low)
        if sign is not None and got.value % 1 == 0 and pieces[after].start - pieces[after - 1].end <= 1:
            # "2½ million"
            got = _scaled(pieces, Value(got.value + sign, after + 1))
            return _finish(text, pieces, begin, index, got, "fraction", end)
        mixed = _SLASH.match(text, pieces[after].start, end)
        gap = text[pieces[after - 1].end : pieces[after].start]
        if mixed and len(gap) <= 5 and gap.strip() in ("", "-", "and") and _proper(mixed):
            # "2 1/4", "10-1/2": a whole number and a fraction in digits.
            got = Value(got.value + _ratio(mixed), after + 1)
            return _finish(text, pieces, begin, index, got, "fraction", end, mixed.end())
    return _finish(text, pieces, begin, index, got, "cardinal", end)


def _ratio(slash: re.Match[str]) -> float:
    return float(slash.group(1)) / float(slash.group(2))


def _proper(slash: re.Match[str]) -> bool:
    return 0 < float(slash.group(1)) < float(slash.group(2))


def _scaled(pieces: list[Piece], value: Value) -> Value:
    """ "One point five million": the scale counts for the whole."""
    after, scale = value.after, 1.0
    while after < len(pieces) and (pieces[after].low in SCALES or pieces[after].low == "hundred"):
        scale *= SCALES.get(pieces[after].low, 100.0)
        after += 1
    return Value(value.value * scale, after)


def _before_between(text: str, pieces: list[Piece], index: int) -> list[Piece]:
    """In "between one hundred and two hundred" the first number ends before "and"."""
    if text[max(0, pieces[index].start - 8) : pieces[index].start].lower() != "between ":
        return pieces
    return next((pieces[:at] for at in range(index + 1, len(pieces)) if pieces[at].low == "and"), pieces)


def _spoken_point(text: str, pieces: list[Piece], index: int, end: int) -> tuple[Number | None, int]:
    """ "Point five percent": a point without a number before it, where nothing else can be meant."""
    tail = grammar.decimals(pieces, index + 1)
    if tail is None:
        return None, index + 1
    got = _scaled(pieces, tail)
    stop = pieces[got.after - 1].end
    if not re.match(r"\s?(?:%|per\s?cent|of\s|$)|[.!?]?\s*$", text[stop : min(end, stop + 12)], re.IGNORECASE):
        return None, index + 1
    return _signed(text, Number(pieces[index].start, stop, got.value, "cardinal")), got.after


def _vague(text: str, pieces: list[Piece], begin: int, index: int) -> tuple[Number | None, int] | None:
    """ "Dozens", "tens of thousands", "a handful", "several hundred"."""
    piece = pieces[index]
    if piece.low in VAGUE and (piece.low not in ("handful", "couple") or begin < index):
        low, high = VAGUE[piece.low]
        after = index + 1
        scale = VAGUE_OF.get(pieces[after].low) if after < len(pieces) else None
        if scale is None and piece.low == "couple" and after < len(pieces):
            scale = {"hundred": 100.0, **DOZENS, **SCALES}.get(pieces[after].low)
        if scale is not None and " " in text[piece.end : pieces[after].start]:
            low, high, after = low * scale, high * scale, after + 1
        elif piece.low == "tens":
            return None, after
        return Number(pieces[begin].start, pieces[after - 1].end, low, "vague", high), after
    if piece.low == "score" and begin < index and text[piece.end : piece.end + 3] == " of":
        return Number(pieces[begin].start, piece.end, DOZENS["score"], "cardinal"), index + 1
    if piece.low in ("handful", "couple", "scores", "score", "tens", "gross"):
        return None, index + 1
    some = _SOME.search(text, max(0, piece.start - 14), piece.start)
    if some is not None and (piece.low == "hundred" or piece.low in SCALES or piece.low in DOZENS):
        got = grammar.cardinal(pieces, index) or Value(DOZENS[piece.low], index + 1)
        return Number(some.start(), pieces[got.after - 1].end, 2 * got.value, "vague", 10 * got.value), got.after
    if piece.low in DOZENS:
        return Number(pieces[begin].start, piece.end, DOZENS[piece.low], "cardinal"), index + 1
    return None


def _part_or_rank(text: str, pieces: list[Piece], begin: int, index: int) -> tuple[Number | None, int] | None:
    """ "Two thirds", "half a million", "a quarter", "third", "twenty-first"."""
    got = grammar.fraction(_before_between(text, pieces, index), begin)
    if got is not None:
        last = pieces[got.after - 1]
        single = last.low in ORDINALS and begin < index
        if single and not _of_follows(text, last.end):
            got = None
        elif last.low == "quarter" and begin < index and not _of_follows(text, last.end):
            return None, got.after
        elif last.low == "quarters" and _QUARTERS.search(text, max(0, last.start - 30), pieces[begin].start):
            return None
    if got is None:
        got = grammar.half(pieces, index)
        if got is not None and got.after == index + 1:
            bare = pieces[index].low == "half" and (
                begin < index or not _HALF_OF.search(text, max(0, pieces[index].start - 12), pieces[index].start)
            )
            if not bare:
                return None, index + 1
    if got is not None:
        return Number(pieces[begin].start, pieces[got.after - 1].end, got.value, "fraction"), got.after
    rank = grammar.rank(pieces, index)
    if rank is not None:
        return Number(pieces[begin].start if rank.after > index + 1 else pieces[index].start,
                      pieces[rank.after - 1].end, rank.value, "ordinal"), rank.after  # fmt: skip
    return (None, index + 1) if pieces[index].low in PARTS else None


_QUARTERS = Lazy(r"\b(?:last|past|next|consecutive|straight|first|previous|prior|recent|all|of)\s+$", re.IGNORECASE)


def _of_follows(text: str, end: int) -> bool:
    """Whether a part is one of something ("a third of") and no rank ("a third term")."""
    rest = text[end : end + 6]
    return not rest.strip() or rest.startswith((" of", " more", " less", " fewer")) or rest[0] in ".,;:)"


def _finish(
    text: str,
    pieces: list[Piece],
    begin: int,
    index: int,
    got: Value,
    form: Form,
    end: int,
    stop: int | None = None,
) -> tuple[Number | None, int]:
    """Adds what stands right around the number: power, letter for thousands or millions, "out of", sign."""
    value, after = got
    stop = pieces[after - 1].end if stop is None else stop
    written = text[pieces[index].start].isdigit() or text[pieces[index].start] == "."
    if written and form == "cardinal":
        power = _POWER.match(text, stop, end)
        letter = _LETTER.match(text, stop, end)
        if power is not None:
            value, stop = _raise(value, power), power.end()
        elif letter is not None and not _is_unit(letter, value, text):
            name = letter.group(1).lower()
            value, stop = value * (_LETTERS.get(name) or SCALES[name]), letter.end()
        elif after == index + 1 and value % 1 == 0 and _RANKED.match(text, stop, end):
            return Number(pieces[index].start, stop + 2, value, "ordinal", digits=True), after
    if form == "cardinal":
        below = _denominator(text, value, stop, end)
        if below is not None:
            value, stop, form = value / below[0], below[1], "fraction"
    number = _signed(text, Number(pieces[begin].start, stop, value, form, digits=written))
    while after < len(pieces) and pieces[after].start < stop:
        after += 1
    return number, after


def _denominator(text: str, value: float, stop: int, end: int) -> tuple[float, int] | None:
    """The value and end of what a number is "out of", "over", or of which it is one "in"."""
    joint = _OVER.match(text, stop, end)
    inside = _IN.match(text, stop, end) if joint is None and value <= 20 else None
    match = joint or inside
    if match is None:
        return None
    rest = _pieces(text, match.end(), min(end, match.end() + 60))
    below = grammar.cardinal(rest, 0) if rest and rest[0].start == match.end() else None
    if below is None:
        return None
    last = rest[below.after - 1].end
    if below.value <= value and not (_WHOLE.match(text, last, end) and "over" in match.group().lower()):
        return None
    if inside is not None and (
        value % 1
        or below.value not in _ROUND
        or _SPANS.match(text, last, min(end, last + 40))
        or text[last : last + 1] == "%"
    ):
        return None
    return below.value, last


#: What shares are told in: "one in five", "three in 100", "one in a million".
_ROUND = frozenset(
    [*map(float, range(2, 13)), 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 100.0, 200.0, 500.0, 1e3, 1e4, 1e5, 1e6]
)


def _signed(text: str, number: Number) -> Number:
    minus = _MINUS.search(text, max(0, number.start - 12), number.start)
    if minus is None or number.form in ("ordinal", "vague"):
        return number
    start = minus.end() - len(minus.group().lstrip("(=<>≤≥ \t\n"))
    word = re.match(r"(?:is|of|at|was)\s+", text[start : start + 5], re.IGNORECASE)
    return number._replace(start=start + (word.end() if word else 0), value=-number.value)


def _raise(value: float, power: re.Match[str]) -> float:
    if power.group(4) is not None:
        exponent = min(300, int(power.group(4)))
        return float(value / 10.0**exponent if power.group(3) == "-" else value * 10.0**exponent)
    exponent_to = min(300.0, float(power.group(2))) * (-1 if power.group(1) == "-" else 1)
    try:
        if "10" in power.group().split("^")[0]:
            return float(value * 10.0**exponent_to)
        return float(value**exponent_to)
    except (OverflowError, ZeroDivisionError):
        return value


_PICTURES = Lazy(r"\s(?:screens?|tvs?|televisions?|videos?|displays?|monitors?|resolution|cameras?)\b", re.IGNORECASE)


#: What is told in millions, and is no distance: "5m people".
_MANY = Lazy(
    r"[\s-](?:\w+\s)?(?:euros?|dollars?|pounds?|francs?|crowns?|kron(?:e|or|er)|yen|yuan|rou?bles?|rupees?|pesos?|liras?"
    r"|shillings?|zlotys?|dirhams?|rands?|reais|baht|dinars?|riyals?|rials?|soles|people|persons|workers|jobs|users|voters?|votes|members|customers|children|homes|households|copies"
    r"|viewers|visitors|passengers|patients|refugees|followers|families|shares|tonnes|barrels|doses|subscribers)\b"
)


def _is_unit(letter: re.Match[str], value: float, text: str) -> bool:
    """Whether the letter is metres, tonnes or part of a name, no power of ten: "5 m", "6 B", "5G", "4K video"."""
    sign = letter.group()
    if (sign == "G" and value < 7) or (sign in "Kk" and value < 17 and _PICTURES.match(text, letter.end())):
        return True
    if sign == "m" and _MANY.match(text, letter.end()):
        return False
    return sign.strip() in ("m", "t", "g") or (sign[0].isspace() and sign.strip() in ("b", "T", "G", "B"))
