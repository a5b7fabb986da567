"""Paragraphs that were broken at a margin, as one reads them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.text.safe import display
from tuireader.text.unbroken import folded, unbroken

TEXT = "> The harbour was\n> open again.\r\n\r\nNobody   came,\r\n   said Holm."


def test_breaks_become_spaces_and_offsets_stay() -> None:
    flat = unbroken(TEXT, [(0, 31), (35, len(TEXT))])
    assert len(flat) == len(TEXT)
    assert " ".join(flat.split()) == "> The harbour was open again. Nobody came, said Holm."
    assert flat[31:35] == "\r\n\r\n"
    plain = "One line.\n\nAnother."
    assert unbroken(plain, [(0, 9), (11, 19)]) is plain


def test_what_is_drawn_has_one_space_for_a_break() -> None:
    shown = folded(display(TEXT[:31]))
    assert shown.text == "> The harbour was open again."
    assert shown.to_source(shown.text.index("open")) == TEXT.index("open")


@given(st.text(alphabet="ab >\n\r\t\u202e\x1b", max_size=40))
@settings(max_examples=100)
def test_every_shown_character_is_where_it_says(text: str) -> None:
    shown = folded(display(text))
    assert "\n" not in shown.text.strip()
    for place, char in enumerate(shown.text):
        assert text[shown.to_source(place)] == char or char == " "
