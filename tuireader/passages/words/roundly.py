"""Numbers that two articles tell differently, but nearly the same: "4,700 soldiers", "over 4,600 soldiers"."""

from __future__ import annotations

from collections.abc import Iterable

#: Smaller numbers tell nothing by being near, nor do numbers that differ by more than this part, nor years.
_LEAST = 100.0
_NEAR = 0.05
_YEARS = range(1800, 2200)


def nearly_equal(one: Iterable[str], two: Iterable[str]) -> dict[str, str]:
    """Of numbers (as stems, "4700") that only the second has, the nearest of those that only the first has.

    No number of the first stands for two of the second. In the order of the second's numbers.
    """
    first, second = _numbers(one), _numbers(two)
    found: dict[str, str] = {}
    free = {stem: value for stem, value in first.items() if stem not in second}
    for stem, value in second.items():
        if not free:
            break
        if stem not in first:
            off, best = min((abs(other - value), name) for name, other in free.items())
            if off <= _NEAR * max(value, free[best]):
                found[stem] = best
                del free[best]
    return found


def _numbers(stems: Iterable[str]) -> dict[str, float]:
    found = {}
    for stem in sorted(stem for stem in stems if len(stem) > 2 and stem[0].isdigit()):
        try:
            value = float(stem)
        except ValueError:
            continue
        if value >= _LEAST and not (stem.isdecimal() and int(stem) in _YEARS):
            found[stem] = value
    return found
