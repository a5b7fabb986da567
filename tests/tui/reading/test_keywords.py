from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.tui.reading.keywords import keywords

TEXT = "Harbour master Ilse Verhoeve said on Tuesday that the Ondine lay off Marrow Point with 40 passengers."


def test_names_are_searched_as_names_and_words_as_words() -> None:
    found = {each.shown: each.query for each in keywords(TEXT, ["Ilse Verhoeve"], ["Marrow Point", "Nowhere"])}
    assert found["Ilse Verhoeve"] == 'who:"Ilse Verhoeve"'
    assert found["Marrow Point"] == '"Marrow Point"'
    assert found["Ondine"] == "Ondine "
    assert "Ilse" not in found and "Point" not in found and "that" not in found and "Nowhere" not in found


def test_a_person_of_whom_only_a_part_of_the_name_stands_there() -> None:
    (first, *_) = keywords("Verhoeve spoke.", ["Ilse Verhoeve"])
    assert (first.letter, first.shown, first.query) == ("v", "Verhoeve", 'who:"Ilse Verhoeve"')


def test_where_there_is_little_room_names_are_left() -> None:
    assert [each.shown for each in keywords(TEXT, ["Ilse Verhoeve"], ["Marrow Point"], 36)] == [
        "Ilse Verhoeve",
        "Marrow Point",
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.lists(st.text(max_size=8), max_size=3))
def test_any_text_gives_words_with_letters_of_their_own(text: str, names: list[str]) -> None:
    found = keywords(text, names, names)
    letters = [each.letter for each in found]
    assert len(set(letters)) == len(letters) and all(len(letter) == 1 for letter in letters)
    assert all(each.query.strip() for each in found)
