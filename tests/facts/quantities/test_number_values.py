"""Values of numbers as English writes them: words, digits, fractions, powers, ranks, and words for about how many."""

from __future__ import annotations

import time

import pytest

from tuireader.facts.quantities.numbers import Number, find


def numbers(text: str) -> list[Number]:
    return list(find(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nineteen", 19), ("zero", 0), ("forty-two", 42), ("forty two", 42), ("ninety‑nine", 99), ("a hundred", 100),
        ("one hundred", 100), ("a hundred and one", 101), ("one hundred one", 101), ("four hundred fifty-six", 456),
        ("twelve hundred", 1200), ("fifteen hundred and ten", 1510), ("a thousand", 1000), ("two thousand", 2000),
        ("two thousand and five", 2005), ("two thousand five hundred", 2500),
        ("ten thousand one hundred and eleven", 10111), ("hundred thousand", 1e5), ("three hundred thousand", 3e5),
        ("six hundred fifty thousand", 650000), ("a million", 1e6), ("two million three hundred thousand", 2.3e6),
        ("one million two hundred thirty-four thousand five hundred sixty-seven", 1234567), ("five billion", 5e9),
        ("a trillion", 1e12), ("nine trillion and two", 9e12+2), ("one hundred million", 1e8),
        ("one quadrillion", 1e15), ("two lakh", 2e5), ("two lakhs", 2e5), ("12 lakh", 12e5), ("five crore", 5e7),
        ("1.5 crore", 1.5e7), ("two crore thirty-five lakh", 2.35e7), ("one point five", 1.5),
        ("zero point two five", 0.25), ("nought point seven", 0.7), ("three point one four", 3.14),
        ("six point oh five", 6.05), ("point seven", 0.7), ("minus point five", -0.5),
        ("one hundred point two", 100.2), ("one point five million", 1.5e6), ("two point three billion", 2.3e9),
        ("twenty-two point seven", 22.7), ("half", .5), ("one half", .5), ("a third", 1/3), ("one third", 1/3),
        ("two-thirds", 2/3), ("three quarters", .75), ("three-quarters", .75), ("one quarter", .25),
        ("four fifths", .8), ("seven tenths", .7), ("nine hundredths", .09), ("three thousandths", .003),
        ("one thousandth", .001), ("one millionth", 1e-6), ("five sixteenths", 5/16), ("eleven twelfths", 11/12),
        ("one twenty-fifth", 1/25), ("three thirty-fifths", 3/35), ("seven hundredths", .07),
        ("two and a half", 2.5), ("one and three quarters", 1.75), ("five and three eighths", 5.375),
        ("six and two-thirds", 6+2/3), ("a hundred and a half", 100.5), ("twenty-one and a quarter", 21.25),
        ("one and a half million", 1.5e6), ("a million and a half", 1.5e6), ("half a million", 5e5),
        ("half million", 5e5), ("a half million", 5e5), ("half-million", 5e5), ("quarter million", 2.5e5),
        ("a quarter million", 2.5e5), ("a quarter of a million", 2.5e5), ("three quarters of a million", 7.5e5),
        ("half a billion", 5e8), ("three-quarter million", 7.5e5), ("a dozen", 12), ("one dozen", 12),
        ("two dozen", 24), ("2 dozen", 24), ("half a dozen", 6), ("a half dozen", 6), ("half-dozen", 6),
        ("ten dozen", 120), ("two score", 40), ("three and a half dozen", 42), ("1,000", 1000),
        ("12,345,678", 12345678), ("1 000 000", 1e6), ("1.234.567", 1234567), ("12,34,567", 1234567),
        ("1,00,000", 1e5), ("0.5", .5), (".75", .75), ("1,234.56", 1234.56), ("007", 7), ("1,5", 1.5),
        ("3,14", 3.14), ("2.5k", 2500), ("5K", 5000), ("1.1M", 1.1e6), ("3b", 3e9), ("7bn", 7e9), ("4 bln", 4e9),
        ("9mln", 9e6), ("6 mil", 6e6), ("2 tn", 2e12), ("3T", 3e12), ("10 thousand", 1e4), ("2.5 hundred", 250),
        ("3.5 million", 3.5e6), ("16 hundred", 1600), ("1e10", 1e10), ("2E5", 2e5), ("1.5e-3", .0015), ("3e+2", 300),
        ("1^10", 1), ("2^10", 1024), ("1.1^+23", 1.1**23), ("1,1^+23", 1.1**23), ("2^-2", .25), ("10^6", 1e6),
        ("3x10^8", 3e8), ("4.5×10^3", 4500), ("-2.5e3", -2500), ("-7", -7), ("−7", -7), ("minus seven", -7),
        ("negative seven", -7), ("minus one hundred and five", -105), ("-1,234", -1234), ("-.5", -.5),
        ("minus two thirds", -2/3), ("-3/4", -.75), ("negative three quarters", -.75), ("3/4", .75), ("1/2", .5),
        ("5/8", .625), ("2 1/2", 2.5), ("10-1/2", 10.5), ("100/3", 100/3), ("½", .5), ("2½", 2.5), ("2 ½", 2.5),
        ("1¾", 1.75), ("1½ million", 1.5e6), ("five over eight", .625), ("3 over 4", .75), ("two over three", 2/3),
        ("one out of five", .2), ("3 out of 4", .75), ("nine out of ten", .9), ("one in five", .2), ("1 in 4", .25),
        ("two of every three", 2/3), ("seven out of every ten", .7), ("two thousand over three", 2000/3),
        ("three ten-thousandths", 3e-4), ("three hundred and two and a half", 302.5), ("four and a fifth", 4.2),
        ("one hundred thirty fifths", 100/35), ("thirty-one fifths", 31/5), ("twenty fifths", 4),
        ("eighty-eight hundredths", .88), ("two hundred thirty-one thousandths", .231),
        ("thirty and two fifths", 30.4), ("thirty and one and two fifths", 31.4), ("minus one eighth", -.125),
        ("seventy thousand", 7e4), ("twenty-one thousand", 21e3), ("nineteen hundred", 1900),
    ],
)  # fmt: skip
def test_a_number_has_its_value_and_ends_where_it_ends(text: str, value: float) -> None:
    found = numbers(text)
    assert [(one.start, one.end) for one in found] == [(0, len(text))]
    assert found[0].value == pytest.approx(value, rel=1e-9)
    assert found[0].form in ("cardinal", "fraction")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and three hundred", [200, 300]), ("2 million and 3 million", [2e6, 3e6]),
        ("five or six", [5, 6]), ("one, two and three", [1, 2, 3]), ("10 and 20", [10, 20]),
        ("3, 4 and 5", [3, 4, 5]), ("between one hundred and two hundred", [100, 200]),
        ("a quarter of", [0.25]), ("a score of", [20]),
        ("pages 1,3 and 5", [1, 3, 5]), ("2.5 and 3.5", [2.5, 3.5]), ("4 thousand 5 thousand", [4000, 5000]),
        ("the second half", [2]), ("half of the third", [0.5, 3]), ("a pointed one", [1]), ("third quarter", [3]),
        ("two third graders", [2, 3]), ("two in six months", [2, 6]), ("12 out of 10", [12, 10]),
    ],
)  # fmt: skip
def test_numbers_side_by_side_stay_apart(text: str, values: list[float]) -> None:
    assert [one.value for one in numbers(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-first", 21), ("hundredth", 100), ("one hundred and third", 103),
        ("three hundred thousandth", 300000), ("21st", 21), ("102nd", 102),
        ("a hundred trillionth", 100000000000000.0), ("ninety-ninth", 99), ("two thousand and first", 2001),
        ("third", 3), ("forty-second", 42),
    ],
)  # fmt: skip
def test_ranks(text: str, value: float) -> None:
    assert [(one.value, one.form) for one in numbers(text)] == [(value, "ordinal")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 100), ("tens of thousands", 20000.0, 100000.0),
        ("hundreds of thousands", 200000.0, 1000000.0), ("hundreds of millions", 200000000.0, 1000000000.0),
        ("scores", 40, 200), ("a handful", 3, 8), ("a couple", 2, 3), ("several hundred", 200, 1000),
        ("a few thousand", 2000, 10000.0), ("a couple hundred", 200, 300), ("thousands", 2000.0, 10000.0),
        ("several dozen", 24, 120), ("a few dozen", 24, 120), ("dozens of thousands", 24000.0, 100000.0),
    ],
)  # fmt: skip
def test_words_for_about_how_many(text: str, low: float, high: float) -> None:
    assert [(one.value, one.high, one.form) for one in numbers(text)] == [(low, high, "vague")]


@pytest.mark.parametrize(
    "text", ["", "a", "an", "and", "point", "of", "one" * 50, "9" * 40, "1" + ",000" * 30, "two " * 400]
)
def test_odd_input_is_no_error(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in numbers(text))


@pytest.mark.parametrize("piece", ["twenty-", "one hundred and ", "1,1,", "1-2-", "half a ", "of a million "])
def test_odd_text_is_read_in_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        numbers(piece * (size // len(piece)))
        return time.process_time() - start

    cost(1_000)
    small, large = min(cost(8_000), cost(8_000)), cost(32_000)
    assert large < 10 * small + 0.2
