"""The words English numbers are made of, with their values."""

from __future__ import annotations

from tuireader.facts.listed import listed, word_set

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
} | {"fourty": 40}
SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5,
    "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "milliard": 1e9,
    "mln": 1e6, "mil": 1e6, "bln": 1e9, "bn": 1e9, "tln": 1e12, "trn": 1e12, "tn": 1e12,
}  # fmt: skip
DOZENS = {"dozen": 12.0, "dozens": 12.0, "doz": 12.0, "dozs": 12.0, "score": 20.0, "gross": 144.0}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        listed(
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
        ),
        start=1,
    )
} | {
    "nineth": 9.0, "zeroth": 0.0,
    "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "sixtieth": 60.0, "seventieth": 70.0, "eightieth": 80.0,
    "ninetieth": 90.0, "hundredth": 100.0, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
#: Denominators: "half", "third", "thirds"; "seconds" and "a second" are time or rank.
PARTS = (
    {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value not in (0, 2)}
)
#: The cardinal a rank ends in for: "twenty-fifth" is read like "twenty-five".
_ENDINGS: dict[float, str] = {
    value: word for word, value in (UNITS | TENS).items() if word not in ("nil", "naught", "nought", "fourty")
}
CARDINAL_OF = {
    word: {100.0: "hundred", 1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"}.get(value)
    or _ENDINGS[value]
    for form in ("", "s")
    for word, value in ((rank + form, number) for rank, number in ORDINALS.items())
}
SIGNS = {
    "½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6,
    "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅑": 1 / 9, "⅒": 0.1,
}  # fmt: skip
#: Plurals that say about how many: from, to.
VAGUE = {
    "tens": (20.0, 100.0), "dozens": (24.0, 100.0), "scores": (40.0, 200.0), "hundreds": (200.0, 1000.0),
    "thousands": (2e3, 1e4), "millions": (2e6, 1e9), "billions": (2e9, 1e12), "trillions": (2e12, 1e15),
    "handful": (3.0, 8.0), "couple": (2.0, 3.0),
}  # fmt: skip
#: What a vague plural can be of: "tens of thousands".
VAGUE_OF = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
#: Words that take "a" before them: "a hundred", "a third", "a handful".
AFTER_ARTICLE = frozenset([*SCALES, *DOZENS, *PARTS, *TENS, *ORDINALS, "hundred", "couple", "handful"]) - {
    "first",
    "second",
}
ALL = word_set("hundred hundreds") | {*UNITS, *TENS, *SCALES, *DOZENS, *ORDINALS, *PARTS, *VAGUE}
