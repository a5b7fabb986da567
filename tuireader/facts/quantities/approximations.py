"""What a word before a number, "around", "over", "up to", leaves open: an interval, and a sign for it."""

from __future__ import annotations


def _bare(approx: str) -> str:
    """An approximation without what only colours it: "only around", "an estimated"."""
    return approx.removeprefix("only ").removeprefix("just ").removeprefix("an ")


def bounds(number: float, approx: str | None) -> tuple[float, float]:
    """The interval meant by a number and the word before it: around ±5 %, over up to a fifth more, and so on."""
    if approx is None:
        return number, number
    size = abs(number)
    word = _bare(approx)
    if word in _MORE:
        return number, number + 0.2 * size
    if word in _LESS:
        return number - 0.2 * size, number
    if word in ("nearly", "almost", "close to"):
        return number - 0.1 * size, number
    return number - 0.05 * size, number + 0.05 * size


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_MORE = _phrases(
    """over|more than|well over|slightly over|slightly more than|above|at least|upwards of|exceed|exceeds|exceeded|
    exceeding|no less than|no fewer than|more|greater than|a minimum of|>|>=|≥"""
)
_LESS = _phrases(
    """up to|at most|under|less than|fewer than|below|as many as|as much as|as few as|as little as|no more than|less|
    fewer|not more than|smaller than|slightly under|slightly less than|a maximum of|<|<=|≤"""
)


def sign(approx: str | None) -> str:
    """The approximation as one character before a value: "around 4,700" is ``~4700``."""
    if approx is None:
        return ""
    word = _bare(approx)
    return ">" if word in _MORE else "<" if word in _LESS else "~"
