"""Bytes to text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.sources.decoding import BinaryError, decode

ENGLISH = "The mayor said: “We don’t know – yet.” It was over…\n" * 20
SAMPLES = {
    "cp1250": "Predsednica je izjavila da će grad štititi svoje građane, žene i đake. Ništa neće proći. " * 6,
    "cp1251": "Президент заявил, что переговоры продолжатся в понедельник, несмотря на разногласия сторон. " * 6,
    "cp1253": "Ο πρωθυπουργός δήλωσε ότι οι διαπραγματεύσεις θα συνεχιστούν τη Δευτέρα στην Αθήνα. " * 6,
    "shift_jis": "首相は月曜日に交渉を続けると述べた。両国の代表は東京で会談する予定だ。" * 8,
    "gb18030": "北约秘书长表示，他没有理由相信会有戏剧性的变化。会议将于星期一在首都举行。" * 8,
    "euc_kr": "총리는 월요일에 협상을 계속하겠다고 말했다. 양국 대표는 서울에서 만날 예정이다. " * 8,
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("encoding", sorted(SAMPLES))
def test_other_encodings_are_guessed(encoding: str) -> None:
    text = SAMPLES[encoding]
    assert decode(text.encode(encoding)).text == text


CENTRAL = {
    "serbian": "Predsednica je izjavila da će grad štititi svoje građane, žene i đake, i da se na to neće čekati. ",
    "polish": "Prezydent powiedział, że rozmowy będą kontynuowane w poniedziałek, mimo różnic. Źródła są gotowe. ",
    "czech": "Předsedkyně vlády řekla, že jednání budou v pondělí pokračovat, přestože se strany na ničem neshodly. ",
    "hungarian": "A miniszterelnök azt mondta, hogy a tárgyalások hétfőn folytatódnak, és nem is lesz szünet őszig. ",
}


@pytest.mark.parametrize("name", sorted(CENTRAL))
@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2"])
def test_the_language_tells_the_code_page(name: str, encoding: str) -> None:
    for times in (3, 60):
        text = CENTRAL[name] * times
        assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["koi8_r", "cp1251", "iso8859_5", "utf-16-le", "utf-16-be"])
def test_russian(encoding: str) -> None:
    text = "Президент заявил, что переговоры продолжатся в понедельник, несмотря на разногласия сторон. " * 8
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "iso2022_jp", "euc_jp"])
def test_japanese(encoding: str) -> None:
    text = "首相は月曜日に交渉を続けると述べた。両国の代表は東京で会談する予定だ。\n" * 8
    assert decode(text.encode(encoding)).text == text


def test_a_file_put_together_from_two_encodings_loses_nothing() -> None:
    text = "Le président a déclaré que les négociations à Genève reprendraient lundi, malgré l’été. " * 10
    assert decode(text.encode() + text.encode("cp1252")) == (text * 2, "utf-8")


def test_utf_8_that_breaks_off_stays_utf_8() -> None:
    data = ("Žene i đaci su u Čačku. " * 30).encode()
    for stop in range(len(data) - 30, len(data)):
        assert decode(data[:stop]).encoding == "utf-8"


@pytest.mark.parametrize("name", ["xyz", "hex", "rot13", "undefined", "a\0b", "../x", "x" * 500])
def test_an_encoding_that_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="there is no encoding") as caught:
        decode(b"abc \xc4", name)
    assert len(str(caught.value)) < 150


def test_french_in_the_windows_code_page() -> None:
    text = (
        "Le président a déclaré qu’il n’y aurait pas de « décision » avant l’été, malgré les événements à Genève. " * 5
    )
    assert decode(text.encode("cp1252")).text == text


def test_foreign_names_in_english() -> None:
    text = "They met at the café in Málaga; the naïve crowd read the résumé of Señor Núñez. " * 3
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_utf_8_with_a_lost_byte_stays_utf_8() -> None:
    text = "“Vučić” und „Müller“, žene i đaci. " * 20
    data = text.encode()
    decoded = decode(data[:101] + b"\xff" + data[101:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\ufffd", "")[:100] == text[:100]
    assert decoded.text.count("\ufffd") <= 3


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
        (b"%PDF-1.7\n%", "PDF document"),
        (b"PK\x03\x04\x14\x00", "ZIP archive or office document"),
        (b"{\\rtf1\\ansi Hello}", "RTF document"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4 film"),
        (b"RIFF\x00\x01\x00\x00WAVEfmt ", "WAV sound"),
        (b"\x7fELF\x02\x01", "program"),
        (bytes(range(256)), ""),
        (b"\x00" * 100, ""),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryError) as caught:
        decode(data)
    assert str(caught.value) == kind


def test_texts_that_begin_like_binary_files() -> None:
    for text in ("BZh is no word.", "ID3 tags explained", "GIF89 was a format.", "PAR1 of the act"):
        assert decode(text.encode()).text == text


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
@settings(max_examples=200)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        assert decode(text.encode()).text == text
    except BinaryError as kind:
        assert str(kind)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_text_or_binary(data: bytes) -> None:
    try:
        decoded = decode(data)
    except BinaryError:
        return
    assert isinstance(decoded.text, str)
    assert decoded.encoding


def test_a_large_file_in_an_old_encoding_is_not_slow() -> None:
    data = ("Le café de l’hôtel était fermé. " * 40 + "\n").encode("cp1252") * 1500
    begin = time.process_time()
    assert "café" in decode(data).text
    assert time.process_time() - begin < 6
