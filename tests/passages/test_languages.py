"""News in other languages and scripts: stems of the language itself, two alphabets, marks that a copy lost."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

import pytest

from tests.passages.languages import STORIES, Story
from tests.passages.texts import HERALD
from tuireader.passages import Passages, find
from tuireader.passages.words.features import Features
from tuireader.passages.words.vocabulary import vocabulary_of
from tuireader.sources import from_text
from tuireader.text.words import pieces

# Gaj's letters, as readers of both alphabets write the one for the other.
_CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш"
_GAJ = str.maketrans(
    dict(zip(_CYRILLIC, "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | dict(zip(_CYRILLIC.upper(), "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž", "Љ": "Lj", "Њ": "Nj", "Џ": "Dž"}
)


def compared(one: list[str], two: list[str]) -> Passages:
    return find([from_text("\n\n".join(one), id="a"), from_text("\n\n".join(two), id="b")])


def linked(one: list[str], two: list[str]) -> set[tuple[int, int]]:
    """The numbers of the paragraphs that are linked."""

    def number(paragraphs: list[str], offset: int) -> int:
        starts = [sum(len(paragraph) + 2 for paragraph in paragraphs[:place]) for place in range(len(paragraphs))]
        return bisect_right(starts, offset) - 1

    return {(number(one, link.a.start), number(two, link.b.start)) for link in compared(one, two).links}


def copied(one: list[str], two: list[str]) -> bool:
    """Whether the second text is found to be the first, word for word."""
    found = compared(one, two)
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "a")
    return all(p.kind == "verbatim" for p in found.passages) and lit > 0.9 * sum(map(len, one))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_told_twice_in_one_language(name: str) -> None:
    story = STORIES[name]
    assert linked(story.one, story.two) == set(story.same)


@pytest.mark.parametrize("name", STORIES)
def test_capitals_decomposed_letters_and_hidden_marks_change_nothing(name: str) -> None:
    story = STORIES[name].one
    assert copied(story, [unicodedata.normalize("NFD", text) for text in story])
    assert copied(story, ["\u200b".join((text[:3], text[3:])) + "\ufeff" for text in story])
    if name != "Greek":  # "ΜΠΡΆΝΤΒΙΚ" is one word, but a headline writes no tonos
        assert copied(story, [text.upper() for text in story])


def test_greek_capitals_carry_no_tonos() -> None:
    story = STORIES["Greek"].one
    bare = "".join(char for char in unicodedata.normalize("NFD", "\n".join(story)) if not unicodedata.combining(char))
    assert copied(story, bare.split("\n"))
    assert copied(story, bare.upper().split("\n"))


def test_serbian_is_one_language_in_two_alphabets() -> None:
    story = STORIES["Serbian, Cyrillic"]
    one, two = ([text.translate(_GAJ) for text in telling] for telling in (story.one, story.two))
    assert copied(story.one, one)
    assert linked(story.one, two) == linked(one, story.two) == linked(one, two) == set(story.same)


def test_serbian_without_its_marks_is_serbian() -> None:
    story = STORIES["Serbian, Cyrillic"]
    marks = str.maketrans("čćšžđČĆŠŽĐ", "ccszdCCSZD")
    bare = [text.translate(_GAJ).translate(marks) for text in story.two]
    assert linked(story.one, bare) >= set(story.same)


def test_russian_with_and_without_dots() -> None:
    one = ["Учёные ещё раз всё проверили, и самолёт не полетит.", STORIES["Russian"].one[0]]
    assert copied(one, [text.replace("ё", "е") for text in one])


def test_pointed_letters_equal_bare_ones() -> None:
    hebrew, arabic = (
        ["הַגֶּשֶׁר יִהְיֶה סָגוּר עַד סוֹף אַפְּרִיל, אָמְרָה רֹאשׁ הָעִיר."],
        ["سَيَبْقَى الجِسْرُ مُغْلَقًا حَتَّى نِهَايَةِ أَبْرِيلَ، قَالَتْ رَئِيسَةُ البَلَدِيَّةِ."],
    )
    for text in (hebrew, arabic):
        bare = "".join(char for char in unicodedata.normalize("NFD", text[0]) if not unicodedata.combining(char))
        assert copied(text, [unicodedata.normalize("NFC", bare)])
    assert copied(arabic, [arabic[0].replace("ق", "قـــ")])


def test_soft_hyphens_and_joiners_are_no_letters() -> None:
    text = STORIES["German"].one
    assert copied(
        text, [line.replace("brücke", "\u00adbrü\u00adcke").replace("sperrt", "\u200dsperrt") for line in text]
    )


def test_a_turkish_capital_i_has_its_dot_or_not() -> None:
    text = ["ISPARTA'DA IRMAK TAŞTI, İZMİR'DE İKİ KÖPRÜ KAPANDI VE BİR OKUL BOŞALTILDI."]
    assert copied(text, ["Isparta'da ırmak taştı, İzmir'de iki köprü kapandı ve bir okul boşaltıldı."])


def test_emoji_and_pictures_part_words_and_are_none() -> None:
    text = [
        "The harbour bridge 🌉 stays closed 🚧🚧 until the end of April 👨‍👩‍👧‍👦, the city council of Lindmar said."
    ]
    assert copied(text, ["The harbour bridge stays closed until the end of April, the city council of Lindmar said."])


def stems(text: str) -> list[str]:
    return Features(from_text(text, id="a")).stems


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (STORIES["German"].one, "Brücken", "Brücke"),
        (STORIES["Russian"].one, "новостей", "новости"),
        (STORIES["Greek"].one, "γέφυρας", "γέφυρα"),
        (STORIES["French"].one, "déclarations", "déclaration"),
        (STORIES["Turkish"].one, "köprünün", "köprü"),
    ],
    ids=["German", "Russian", "Greek", "French", "Turkish"],
)
def test_words_are_stemmed_as_their_language_does(text: list[str], one: str, two: str) -> None:
    first, second = stems("\n".join([*text, f"{one}, {two}."]))[-2:]
    assert first == second


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    word = "prodhuesing"  # ends as English verbs do
    assert stems("\n".join([*STORIES["Albanian"].one, word]))[-1] == word


def test_names_are_the_same_in_two_languages() -> None:
    names = "Zelensky, Kennedy, Paris, Brandvik, Brüssel, NATO, 4,700."
    keys = {tuple(stems("\n".join([*story.one, names]))[-7:]) for story in (STORIES["German"], Story([HERALD], []))}
    assert len(keys) == 1


def test_what_is_told_in_no_known_language_is_read_as_english() -> None:
    known = vocabulary_of(pieces("Lindmar bridge repairs").written)
    assert known is vocabulary_of(pieces(HERALD).written)


def test_a_few_characters_in_common_are_no_statement() -> None:
    one = ["市长星期二在港口参观了新的渡轮码头。", "北岸的商人担心生意受到影响。"]
    two = ["学生们周末给市长写了一封长长的信。", "周末公园里有乐队演出。"]
    assert linked(one, two) == set()


def test_a_foreign_quotation_is_found_in_the_other_alphabet() -> None:
    story = STORIES["Serbian, Cyrillic"].one
    english = ["The stadium was empty on Sunday and the band played on, as it does in every year.", story[0]]
    assert linked(english, [text.translate(_GAJ) for text in story]) == {(1, 0)}
