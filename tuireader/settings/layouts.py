"""Keyboards whose letters are not Latin: which Latin key each of their letters stands on.

The tables follow the rows of a keyboard with the American layout, unshifted and shifted. They say what a key types,
from the keyboard standards of each country; ``docs/data.md`` tells of them. A space: the key types nothing that is not
ASCII, and what is ASCII is taken as it is.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from tuireader.settings import locale
from tuireader.settings.keys import PUNCTUATION

#: The keys that the rows of each table stand for: beside 1, the three rows of letters, left of enter.
_PLACES = ("`", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "\\")
_SHIFTED = dict(zip("`[];',./\\", '~{}:"<>?|', strict=True))

#: Unshifted rows; a letter's capital stands on the same key.
LAYOUTS: dict[str, tuple[str, str, str, str, str]] = {
    "russian": ("ё", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю ", " "),
    "ukrainian": (" ", "йцукенгшщзхї", "фівапролджє", "ячсмитьбю ", "ґ"),
    "belarusian": ("ё", "йцукенгшўзх ", "фывапролджэ", "ячсмітьбю ", " "),
    "bulgarian": (" ", " уеишщксдзц ", "ьяаожгтнвмч", "юйъэфхпрлб", " "),
    "bulgarian-phonetic": ("ч", "явертъуиопшщ", "асдфгхйкл  ", "зьцжбнм   ", "ю"),
    "serbian": (" ", "љњертзуиопшђ", "асдфгхјклчћ", "ѕџцвбнм   ", "ж"),
    "macedonian": (" ", "љњертѕуиопшѓ", "асдфгхјклчќ", "зџцвбнм   ", "ж"),
    "greek": (" ", " ςερτυθιοπ  ", "ασδφγηξκλ  ", "ζχψωβνμ   ", " "),
}

_BY_LANGUAGE = {
    "ru": "russian",
    "uk": "ukrainian",
    "be": "belarusian",
    "bg": "bulgarian",
    "sr": "serbian",
    "mk": "macedonian",
    "el": "greek",
}

#: What a letter is taken from where nothing says which keyboard it is: the most common ones of each script first.
_LIKELY = ("russian", "greek", "ukrainian", "serbian", "macedonian", "belarusian", "bulgarian")


def latin(key: str, layout: str = "auto", environ: Mapping[str, str] = os.environ) -> str | None:
    """The name of the key on which a Cyrillic or Greek letter stands; None for every other key.

    What is held with it, as in ``ctrl+д``, stays. ``layout`` names a keyboard. Under "auto" the locale does, and
    letters that its keyboard lacks are taken from the most common one that has them; under "off" there is none.
    """
    held, plus, letter = key.rpartition("+")
    if len(letter) != 1 or not "\u0370" <= letter <= "\u052f" or layout == "off":
        return None
    names = (layout,) if layout != "auto" else (*_of_locale(environ), *_LIKELY)
    found = next(filter(None, (_table(name).get(letter) for name in names)), None)
    return f"{held}{plus}{found}" if found else None


def _of_locale(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The keyboard of the language in the locale."""
    said = environ.get(locale.variable(environ), "")
    name = _BY_LANGUAGE.get(said[:2].lower() if not said[2:3].isalpha() else "")
    return (name,) if name else ()


@cache
def _table(name: str) -> dict[str, str]:
    """Names of Latin keys by letter, capitals too."""
    keys: dict[str, str] = {}
    for places, letters in zip(_PLACES, LAYOUTS[name], strict=True):
        for place, letter in zip(places, letters, strict=True):
            if letter != " ":
                keys[letter] = PUNCTUATION.get(place, place)
                shifted = _SHIFTED.get(place, place.upper())
                # The capital of the Greek final sigma is that of the other one, which stands on its own key.
                keys.setdefault(letter.upper(), PUNCTUATION.get(shifted, shifted))
    if name == "greek":
        keys["Σ"] = "S"
    return keys
