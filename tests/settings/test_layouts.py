"""Letters of other alphabets stand on the Latin keys the tables say."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.settings.keys import PUNCTUATION
from tuireader.settings.layouts import LAYOUTS, latin

NOTHING: dict[str, str] = {}


def typed(text: str, layout: str) -> str:
    names = {name: char for char, name in PUNCTUATION.items()}
    keys = [latin(char, layout, NOTHING) or char for char in text]
    return "".join(names.get(key, key) for key in keys)


@pytest.mark.parametrize(
    ("layout", "letters", "keys"),
    [
        ("russian", "йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
        ("russian", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'),
        ("ukrainian", "йцукенгшщзхїфівапролджєячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
        ("belarusian", "ўіё", "ob`"),
        ("bulgarian", "уеишщксдзцьяаожгтнвмчюйъэфхпрлб", "wertyuiop[asdfghjkl;'zxcvbnm,./"),
        ("bulgarian-phonetic", "явертъуиопшщасдфгхйклзьцжбнмчю", "qwertyuiop[]asdfghjklzxcvbnm`\\"),
        ("serbian", "љњертзуиопшђасдфгхјклчћѕџцвбнмж", "qwertyuiop[]asdfghjkl;'zxcvbnm\\"),
        ("macedonian", "ѓќѕЅЖ", "]'yY|"),
        ("greek", "ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
        ("greek", "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    ],
)
def test_rows(layout: str, letters: str, keys: str) -> None:
    assert typed(letters, layout) == keys


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_no_two_letters_stand_on_one_key(layout: str) -> None:
    letters = [chr(code) for code in range(0x370, 0x530)]
    keys = [key for letter in letters if (key := latin(letter, layout, NOTHING))]
    assert len(keys) == len(set(keys))
    assert all(key in string.ascii_letters or key in PUNCTUATION.values() for key in keys)


@given(st.characters(), st.sampled_from(["auto", *LAYOUTS]))
def test_only_cyrillic_and_greek_are_taken_so(char: str, layout: str) -> None:
    if latin(char, layout, NOTHING) is not None:
        assert "\u0370" <= char <= "\u052f"
    assert latin(char, "off", NOTHING) is None


def test_by_the_locale_else_the_most_common() -> None:
    assert latin("в", "auto", {"LANG": "ru_RU.UTF-8"}) == "d"
    assert latin("в", "auto", {"LANG": "sr_RS"}) == "v"
    assert latin("в", "auto", {"LANG": "bg_BG", "LC_ALL": "mk_MK"}) == "v"
    assert latin("в", "auto", {"LANG": "de_DE.UTF-8"}) == "d"
    assert latin("в", "auto", NOTHING) == "d"
    # Letters the keyboard of the locale lacks are those of another one.
    assert latin("ї", "auto", NOTHING) == "right_square_bracket"
    assert latin("ј", "auto", {"LANG": "ru_RU"}) == "j"
    assert latin("ξ", "auto", {"LANG": "ru_RU"}) == "j"
    assert latin("в", "greek", NOTHING) is None


def test_what_is_held_with_a_letter_stays() -> None:
    assert latin("ctrl+в", "russian", NOTHING) == "ctrl+d"
    assert latin("alt+shift+δ", "greek", NOTHING) == "alt+shift+d"
    assert latin("ctrl+d", "russian", NOTHING) is None and latin("+", "russian", NOTHING) is None
