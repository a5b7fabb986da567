"""Colours as numbers: how readable one is on another, how far apart two look, what 256 colours make of them.

Colours are ``#rrggbb`` texts, or triples of 0..255.
"""

from __future__ import annotations

import math
from functools import cache

RGB = tuple[int, int, int]

#: The sixteen names, in the order of their numbers, with the "ansi_" that Textual wants, and "ansi_default".
ANSI = (
    *(f"ansi_{hue}" for hue in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")),
    *(f"ansi_bright_{hue}" for hue in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")),
    "ansi_default",
)

_STEPS = (0, 95, 135, 175, 215, 255)


def rgb(colour: str) -> RGB:
    """``#rrggbb`` as a triple. Raises ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(colour: RGB) -> str:
    """A triple as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mixed(ground: str, over: str, part: float) -> str:
    """A colour laid over another one so that this part of it is seen, both ``#rrggbb``."""
    pairs = zip(rgb(ground), rgb(over), strict=True)
    red, green, blue = (round(below + (above - below) * part) for below, above in pairs)
    return hexed((red, green, blue))


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: RGB) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio, 1..21 (WCAG 2.2). Text wants 4.5, and 7 where it is read for long."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: RGB) -> tuple[float, float, float]:
    """Lightness 0..1 and two colour axes in which equal distances look about equal (Ottosson 2020)."""
    red, green, blue = map(_linear, colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distance(one: RGB, other: RGB) -> float:
    """How far apart two colours look: 0 is the same, 0.02 just visible side by side, 1 black and white."""
    return math.dist(oklab(one), oklab(other))


def of_256(number: int) -> RGB:
    """What colour a terminal shows for a number 16..255 (xterm's cube and greys). Raises ValueError."""
    if 16 <= number < 232:
        number -= 16
        return _STEPS[number // 36], _STEPS[number // 6 % 6], _STEPS[number % 6]
    if 232 <= number < 256:
        grey = 8 + 10 * (number - 232)
        return grey, grey, grey
    raise ValueError(number)


def grey_256(number: int) -> bool:
    """Whether a number 16..255 is a grey, black or white."""
    return len(set(of_256(number))) == 1


def asking_for(number: int) -> str:
    """The ``#rrggbb`` that Rich, and so Textual, sends as this number 16..255 where there are 256 colours.

    Rich rounds greys to 26 levels between black and white, so for a grey this is not quite the colour of ``of_256``.
    """
    if number < 232:
        return hexed(of_256(number))
    grey = round((number - 231) * 255 / 25)
    return hexed((grey, grey, grey))


@cache
def nearest_256(colour: str) -> int:
    """The number 16..255 that looks most like a colour. Rich's own rounding turns dark tinted greys into black."""
    here = oklab(rgb(colour))

    def off(number: int) -> float:
        return math.dist(here, _oklab_256()[number - 16])

    return min((n for n in range(16, 256) if n in (16, 231) or n >= 232 or not grey_256(n)), key=off)


@cache
def _oklab_256() -> tuple[tuple[float, float, float], ...]:
    return tuple(oklab(of_256(number)) for number in range(16, 256))
