"""Two quantities by their values alone: the same, near, rounded, hardly met by chance."""

from __future__ import annotations

from math import floor, log10

from tuireader.facts.quantities.quantity import Quantity


def same(a: Quantity, b: Quantity) -> bool:
    """Whether the values are equal, and not one of them exact and the other a lower limit."""
    return a.value == b.value or (
        abs(a.number - b.number) <= 1e-9 * max(abs(a.number), abs(b.number)) and a.low == b.low
    )


def rare(quantity: Quantity) -> bool:
    """Whether a value hardly comes by chance: three digits that are not noughts, a score, money with cents."""
    if quantity.unit == "score":
        return True
    digits = _digits(quantity)
    return digits >= 3 or (quantity.number >= 1000 and digits >= 2)


def telling(quantity: Quantity) -> int:
    """How many digits of a value do not come by chance: 1 for 400,000, 2 for 28, 3 for 1.25 million; 0 for a rank."""
    return 0 if quantity.rank else _digits(quantity)


def _digits(quantity: Quantity) -> int:
    return len(quantity.value.replace(".", "").replace("-", "").strip("0"))


#: Up to this number nothing is said by being near.
SMALL = 3


def near(a: Quantity, b: Quantity) -> bool:
    """Whether one is at most half as much again as the other, and neither a small number."""
    small, large = sorted((abs(a.number), abs(b.number)))
    return small > SMALL and large <= 1.5 * small


def far(a: Quantity, b: Quantity) -> bool:
    """Whether one is more than three times the other."""
    small, large = sorted((abs(a.number), abs(b.number)))
    return large > 3 * small


def agreeable(a: Quantity, b: Quantity) -> bool:
    """Whether both can be true at once: their intervals meet, or one is the other rounded."""
    if a.low <= b.high and b.low <= a.high:
        return True
    return _rounds_to(a.number, b.number) or _rounds_to(b.number, a.number)


def _rounds_to(fine: float, coarse: float) -> bool:
    """Whether the coarser number is the finer one rounded, or cut off, at its own last digit."""
    if coarse == 0 or fine == 0:
        return False
    step = 10.0 ** floor(log10(abs(coarse)))
    while step >= 1e-4 and abs(coarse / step - round(coarse / step)) > 1e-9:
        step /= 10
    if step <= 1 and coarse == int(coarse):
        return abs(fine - coarse) < 1
    if abs(coarse) < 10 * step:
        return abs(fine - coarse) < 0.02 * abs(fine)
    return abs(fine - coarse) < step and abs(fine - coarse) < 0.05 * abs(fine)
