"""The language of a text is told by its function words, or not at all."""

from __future__ import annotations

import pytest

from tuireader.text.languages import STEMMED, language, lower, native_stem
from tuireader.text.words import pieces, words


def told(text: str) -> str | None:
    return language([word.folded for word in words(text)])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("english", "The bridge was closed on Tuesday, and it will not be opened before the end of April."),
        ("german", "DIE BRÜCKE WURDE AM DIENSTAG GESPERRT UND WIRD NICHT VOR ENDE APRIL WIEDER GEÖFFNET."),
        ("dutch", "De brug werd dinsdag gesloten en gaat niet voor het einde van april weer open."),
        ("french", "Le pont a été fermé mardi et ne sera pas rouvert avant la fin du mois d'avril."),
        ("spanish", "El puente se cerró el martes y no volverá a abrirse hasta el final de abril, según la alcaldesa."),
        ("portuguese", "A ponte foi fechada na terça-feira e não será reaberta até o fim de abril, diz a prefeita."),
        ("italian", "Il ponte è stato chiuso martedì e non sarà riaperto prima della fine di aprile, dice la sindaca."),
        ("swedish", "Bron stängdes på tisdagen och kommer inte att öppnas före slutet av april, säger hon till oss."),
        ("serbian", "Most je zatvoren u utorak i neće biti otvoren do kraja aprila, kako je rekla gradonačelnica."),
        ("serbian", "Мост је затворен у уторак и неће бити отворен до краја априла, како је рекла градоначелница."),
        ("russian", "Мост был закрыт во вторник и не будет открыт до конца апреля, как сказала мэр."),
        ("ukrainian", "Міст був закритий у вівторок і не буде відкритий до кінця квітня, як сказала мерка."),
        ("greek", "Η γέφυρα έκλεισε την Τρίτη και δεν θα ανοίξει πριν από το τέλος του Απριλίου."),
        ("polish", "Most został zamknięty we wtorek i nie będzie otwarty do końca kwietnia, jak się dowiedział."),
    ],
)
def test_function_words_tell_the_language(name: str, text: str) -> None:
    assert told(text) == name


@pytest.mark.parametrize("text", ["", "Lindmar", "Tilda Brandvik, Jorund Haas", "12 34 56", "!!", "北京大学的学生"])
def test_few_words_tell_nothing(text: str) -> None:
    assert told(text) is None


def test_stems_keep_to_their_language() -> None:
    assert native_stem(lower("Brücken", "german"), "german") == native_stem(lower("BRÜCKE", "german"), "german")
    assert native_stem(lower("мостова", "serbian"), "serbian") == native_stem(lower("mostova", "serbian"), "serbian")
    assert native_stem("urave", "albanian") == "urave"


@pytest.mark.parametrize("name", sorted(STEMMED))
def test_every_stemmer_is_there_and_takes_any_word(name: str) -> None:
    for word in ("", "a", "ab'c", "x" * 3000, "ﷺ", "\ud800"[:0]):
        assert isinstance(native_stem(word, name), str)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "The mayor’s bridge (R-York) of 1,200 m, U.S.-led; isn't 3.5-fold.",
        "Großbritannien-Besuch",
        "é\u0301x-\u00ady",
    ],
)
def test_pieces_are_the_words_parted_at_hyphens(text: str) -> None:
    found = pieces(text)
    assert [text[low:high] for low, high in zip(found.starts, found.ends, strict=True)] == found.written
    whole = [text[word.start : word.end] for word in words(text)]
    assert "".join(found.written) == "".join(whole).replace("-", "")


def test_thai_comes_by_syllables() -> None:
    assert pieces("เมืองนี้").written == ["เมื", "อ", "ง", "นี้"]
