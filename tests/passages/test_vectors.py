"""Word vectors: what the shipped file says of words, how units are weighed by them, and life without the file."""

from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import pytest

from tuireader.passages import vectors
from tuireader.passages.cells import Weights
from tuireader.passages.features import Features
from tuireader.passages.vectors import BIAS, DIMENSIONS, MAGIC, PATH, Sense, Vectors
from tuireader.sources import from_text
from tuireader.text.words import stem

#: Two tellings of one afternoon; sentence by sentence they tell the same, in hardly a common word.
ONE = (
    "The orchestra rehearsed the symphony until midnight. Rain flooded cellars along the river. "
    "Doctors vaccinated the children against measles."
)
TWO = (
    "Musicians practised the concerto late into the evening. Water from storms soaked basements by the stream. "
    "Physicians gave infants their shots for the disease."
)


def shipped() -> Vectors:
    found = vectors.load()
    assert found is not None
    return found


def pair(one: str, two: str) -> Weights:
    return Weights(Features(from_text(one, id="one")), Features(from_text(two, id="two")))


def cosine(one: str, two: str) -> float:
    first, second = (list(vectors._lanes(shipped().packed(stem(word)))) for word in (one, two))
    product = sum((x - BIAS) * (y - BIAS) for x, y in zip(first, second, strict=True))
    lengths = [sum((x - BIAS) ** 2 for x in row) for row in (first, second)]
    return float(product / (lengths[0] * lengths[1]) ** 0.5)


@pytest.mark.parametrize(
    ("word", "kin", "stranger"),
    [("arrest", "detained", "orchestra"), ("river", "stream", "senator"), ("doctor", "physician", "bridge")],
)
def test_words_of_like_sense_are_nearer_than_others(word: str, kin: str, stranger: str) -> None:
    assert cosine(word, kin) > 0.4
    assert cosine(word, stranger) < 0.2


def test_inflections_share_a_row_and_names_have_none() -> None:
    assert shipped().packed(stem("flooded")) == shipped().packed(stem("floods")) != 0
    assert shipped().packed("brandvik") == shipped().packed("4700") == shipped().packed("") == 0


def test_sentences_of_one_sense_stand_out_in_their_pair() -> None:
    sense = Sense(shipped(), pair(ONE, TWO))
    for i in range(3):
        row = [sense.near(i, j) for j in range(3)]
        assert row[i] == max(row) > 0.2
        assert all(0 <= value <= 1 + 1e-9 for value in row)


def test_both_directions_agree() -> None:
    there, back = Sense(shipped(), pair(ONE, TWO)), Sense(shipped(), pair(TWO, ONE))
    for i in range(3):
        for j in range(3):
            assert there.near(i, j) == pytest.approx(back.near(j, i), abs=1e-12)


def test_equal_sentences_are_nearest_of_all() -> None:
    sense = Sense(shipped(), pair(ONE, ONE))
    assert [sense.near(i, i) for i in range(3)] == pytest.approx([1.0] * 3)


@pytest.mark.parametrize("text", ["Xqv zzyx 4,700.", "…", "", "Βροχή πλημμύρισε τα υπόγεια."])
def test_words_that_are_not_known_are_near_nothing(text: str) -> None:
    weights = pair(ONE, text)
    sense = Sense(shipped(), weights)
    assert all(sense.near(i, j) == 0.0 for i in range(3) for j in range(len(weights.b.units)))


def test_one_sentence_each_has_no_rest_to_stand_out_from() -> None:
    sense = Sense(shipped(), pair("Rain fell.", "Rain fell."))
    assert sense.near(0, 0) == 0.0


def test_long_texts_do_not_run_over_their_lanes() -> None:
    weights = pair("The orchestra rehearsed in the rain beside the flooded river. " * 3000 + ONE, TWO)
    sense = Sense(shipped(), weights)
    last = len(weights.a.units) - 1
    assert 0.2 < sense.near(last, 2) <= 1 + 1e-9


def test_the_form_of_the_file() -> None:
    row = bytes(range(DIMENSIONS))
    raw = MAGIC + (1).to_bytes(4, "little") + crc32(b"quay").to_bytes(4, "little") + row
    assert list(vectors._lanes(Vectors(raw).packed("quay"))) == list(row)
    assert Vectors(raw).packed("quays") == 0


@pytest.mark.parametrize("raw", [b"", b"tuivec", MAGIC, PATH.read_bytes()[:-1], b"x" + PATH.read_bytes()[1:]])
def test_a_damaged_file_is_none(raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="vectors"):
        Vectors(raw)
    damaged = tmp_path / "vectors.bin"
    damaged.write_bytes(raw)
    for path in (damaged, tmp_path / "missing"):
        monkeypatch.setattr(vectors, "PATH", path)
        assert vectors.load.__wrapped__() is None


def test_the_file_is_in_order_and_small() -> None:
    raw = PATH.read_bytes()
    count = int.from_bytes(raw[len(MAGIC) : len(MAGIC) + 4], "little")
    keys = array("I", raw[len(MAGIC) + 4 : len(MAGIC) + 4 + 4 * count])
    assert all(one < two for one, two in pairwise(keys))
    assert len(raw) < 1_000_000
