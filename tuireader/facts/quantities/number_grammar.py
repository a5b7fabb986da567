"""How English puts numbers together from words and digits: what a run of pieces is worth, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.quantities.number_words import (
    CARDINAL_OF,
    DOZENS,
    ORDINALS,
    PARTS,
    SCALES,
    SIGNS,
    TENS,
    UNITS,
)

#: No fraction or rank has more pieces than this.
_LONGEST = 24


class Piece(NamedTuple):
    """A word or group of digits, in lower case; ``joined`` by a hyphen to the one before."""

    low: str
    start: int
    end: int
    joined: bool = False


class Value(NamedTuple):
    """What a number is worth, and the index of the piece after it."""

    value: float
    after: int


def digits(low: str) -> float | None:
    """The value of a piece written in digits, else None. "1,234" has its comma for thousands, "1,5" for tenths."""
    if not (low[0].isdigit() or low[0] == "."):
        return SIGNS.get(low)
    plain = low.translate(_GROUPING)
    whole, comma, rest = plain.rpartition(",")
    if comma and rest.isdigit() and len(rest) < 3:
        return float(whole.replace(",", "").replace(".", "") + "." + rest)
    plain = plain.replace(",", "")
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


_GROUPING = str.maketrans("", "", " \u00a0\u202f'’")


def cardinal(pieces: Sequence[Piece], at: int, loose: bool = False) -> Value | None:
    """The longest whole number in words and digits at ``at``: groups that each end in a smaller scale.

    ``loose`` also takes "twenty and three", which is a number only before a fraction.
    """
    total, ceiling, last = 0.0, float("inf"), at
    while True:
        first = last == at
        begin = last
        if not first and begin < len(pieces) and pieces[begin].low == "and":
            begin += 1
        if begin >= len(pieces):
            break
        group = _group(pieces, begin, loose)
        if group is None and first and pieces[begin].low in SCALES:
            group = Value(1.0, begin)
        if group is None:
            break
        value, after = group
        scale = 1.0
        while after < len(pieces) and pieces[after].low in SCALES:
            scale *= SCALES[pieces[after].low]
            after += 1
        if not first and (scale >= ceiling or value * scale >= ceiling or value % 1):
            break
        if after < len(pieces) and pieces[after].low in DOZENS and scale == 1:
            value, after = value * DOZENS[pieces[after].low], after + 1
            return Value(total + value, after)
        total, last, ceiling = total + value * scale, after, scale
        if scale == 1:
            break
    return Value(total, last) if last > at else None


def _group(pieces: Sequence[Piece], at: int, loose: bool) -> Value | None:
    """A number without thousands: "three hundred and twenty-one", "twelve hundred", "2.5", "hundred"."""
    low = pieces[at].low
    written = digits(low)
    if low == "hundred":
        value, after = 1.0, at
    elif written is not None:
        value, after = written, at + 1
    else:
        small = _small(pieces, at, loose)
        if small is None:
            return None
        value, after = small
    if after >= len(pieces) or pieces[after].low != "hundred":
        return Value(value, after)
    value, after = value * 100, after + 1
    rest = after + (after < len(pieces) and pieces[after].low == "and")
    tail = _tail(pieces, rest) if value % 1 == 0 else None
    return Value(value + tail.value, tail.after) if tail is not None else Value(value, after)


def _tail(pieces: Sequence[Piece], at: int) -> Value | None:
    """What may follow "hundred": a number below it, that begins no hundred of its own ("two hundred and three hundred")
    and is not a ranking or a part ("a hundred and two thirds")."""
    if at >= len(pieces):
        return None
    written = digits(pieces[at].low)
    if written is not None and pieces[at].low.isdigit():
        small: Value | None = Value(written, at + 1) if written < 100 else None
    else:
        small = _small(pieces, at, False)
    if small is None or (small.after < len(pieces) and pieces[small.after].low == "hundred"):
        return None
    return small


def _small(pieces: Sequence[Piece], at: int, loose: bool) -> Value | None:
    """A number below a hundred in words."""
    low = pieces[at].low
    if low in UNITS:
        return Value(UNITS[low], at + 1)
    if low not in TENS:
        return None
    after = at + 1
    follows = after + (loose and after < len(pieces) and pieces[after].low == "and")
    if follows < len(pieces) and 0 < UNITS.get(pieces[follows].low, 0) < 10:
        return Value(TENS[low] + UNITS[pieces[follows].low], follows + 1)
    return Value(TENS[low], after)


def decimals(pieces: Sequence[Piece], at: int) -> Value | None:
    """Digits after a spoken point: "nought four" is 0.04, "seventy-one" 0.71, "oh five" 0.05."""
    read = ""
    index = at
    while index < len(pieces) and not (index > at and digits(pieces[index].low) is not None):
        low = pieces[index].low
        if low in ("o", "oh"):
            read += "0"
        elif UNITS.get(low, 10) < 10:
            read += str(UNITS[low])
        else:
            break
        index += 1
    if read:
        return Value(float("0." + read), index)
    if at < len(pieces) and pieces[at].low.isdigit():
        return Value(float("0." + pieces[at].low), at + 1)
    whole = _small(pieces, at, False) if at < len(pieces) else None
    return Value(float(f"0.{int(whole.value)}"), whole.after) if whole is not None else None


def rank(pieces: Sequence[Piece], at: int) -> Value | None:
    """An ordinal in words: "twenty-first", "hundred thousandth", "one hundred and third"."""
    end = at
    stop = min(len(pieces), at + _LONGEST)
    while end < stop and pieces[end].low not in ORDINALS:
        if pieces[end].low in PARTS or digits(pieces[end].low) is not None:
            return None
        end += 1
    if end >= stop:
        return None
    value = _worth(pieces[at : end + 1])
    return Value(value, end + 1) if value is not None else None


def _worth(pieces: Sequence[Piece]) -> float | None:
    """The value of pieces that end in a rank or part, read as if that were a cardinal; None where they do not fit."""
    last = pieces[-1]
    if len(pieces) == 1:
        return PARTS.get(last.low) or ORDINALS.get(last.low)
    if last.low not in CARDINAL_OF:
        return None
    read = cardinal([*pieces[:-1], last._replace(low=CARDINAL_OF[last.low])], 0)
    return read.value if read is not None and read.after == len(pieces) else None


def fraction(pieces: Sequence[Piece], at: int) -> Value | None:
    """A fraction in words with its numerator: "two thirds", "one twenty-fifth", "three and a half million"."""
    end = at
    stop = min(len(pieces), at + _LONGEST)
    while end < stop and not _closes(pieces, end):
        if pieces[end].low == "point" or pieces[end].low in ORDINALS:
            return None
        end += 1
    if end == at or end >= stop:
        return None
    run = list(pieces[at : end + 1])
    if run[0].low in ("a", "an"):
        run[0] = run[0]._replace(low="one")
    scale, after = _scale(pieces, end + 1)
    joints = [index for index, piece in enumerate(run) if piece.low == "and"]
    if not joints:
        alone = _part(run)
        return Value(alone * scale, after) if alone is not None else None
    joint = joints[-1]
    whole, part = cardinal(run[:joint], 0, loose=True), _part(run[joint + 1 :])
    if whole is None or whole.after != joint or part is None:
        return None
    if after == end + 1:
        # "3 million and a half" is half a million more, "two and a half" a half.
        return Value(whole.value + part * SCALES.get(run[joint - 1].low, 1.0), after)
    if whole.value >= 1000:
        return Value(whole.value + part * scale, after)
    return Value((whole.value + part) * scale, after)


def _closes(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a denominator can end here: "thirds", "half", the "first" of "one twenty-first"."""
    low = pieces[at].low
    return low in PARTS or (low == "first" and at > 0 and pieces[at - 1].low in TENS)


def _scale(pieces: Sequence[Piece], at: int) -> tuple[float, int]:
    """What a fraction is of: "half a million", "three quarters of a billion", "half a dozen"; 1 if of nothing."""
    index = at + (at < len(pieces) and pieces[at].low in ("a", "an"))
    if index < len(pieces) and (pieces[index].low in SCALES or pieces[index].low in DOZENS):
        return SCALES.get(pieces[index].low) or DOZENS[pieces[index].low], index + 1
    return 1.0, at


def half(pieces: Sequence[Piece], at: int) -> Value | None:
    """ "Half a million", "quarter million", "half": a part that stands without numerator."""
    if at >= len(pieces) or pieces[at].low not in ("half", "quarter"):
        return None
    scale, after = _scale(pieces, at + 1)
    return Value(scale / PARTS[pieces[at].low], after)


_DECIMAL = frozenset(word for word, value in ORDINALS.items() if value >= 100)


def _part(pieces: Sequence[Piece]) -> float | None:
    """Numerator over denominator; the longest denominator that leaves a numerator ("one / one hundred fifth")."""
    if len(pieces) < 2:
        alone = half(pieces, 0)
        return alone.value if alone is not None else None
    if pieces[0].low in ("a", "an"):
        pieces = [pieces[0]._replace(low="one"), *pieces[1:]]
    many = pieces[-1].low.endswith("s")
    # "Two hundred thirty-one thousandths" are 231 of a thousand.
    decimal = pieces[-1].low.rstrip("s") in _DECIMAL and not pieces[-1].joined
    for split in range(len(pieces) - 1 if decimal else 1, len(pieces)):
        below = pieces[split:]
        if len(below) > 1 and (
            below[0].low in ("hundred", *SCALES) or (below[0].joined and pieces[split - 1].low in TENS)
        ):
            continue
        over = cardinal(pieces[:split], 0)
        under = _worth(below)
        if over is None or over.after != split or not under:
            continue
        # "two third graders" is a rank, "a two-third majority" is not; "four quarters" are a year.
        if (over.value == 3 or below[-1].low != "quarters") and (
            many or over.value == 1 or (len(below) == 1 and below[0].joined and over.value < 10)
        ):
            return over.value / under
    return None
