"""One line of a sentence with what was found in it."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.article import Article, Span
from tuireader.tui.reading.excerpt import Excerpt, excerpt


def cut(text: str, width: int, *words: str) -> Excerpt:
    article = Article("a", text, "")
    spans = [Span("a", text.index(word), text.index(word) + len(word)) for word in words]
    return excerpt(article, Span("a", 0, len(text)), spans, width)


def lit(found: Excerpt) -> list[str]:
    return [found.text[start:end] for start, end in found.matches]


TEXT = "The harbour master said on Tuesday that the ferry would be raised before the end of the summer."


def test_what_fits_is_shown_whole() -> None:
    found = cut(TEXT, 100, "ferry")
    assert found.text == TEXT and lit(found) == ["ferry"]


def test_a_match_near_the_beginning_leaves_the_beginning() -> None:
    found = cut(TEXT, 30, "master")
    assert found.text.startswith("The harbour") and found.text.endswith("…") and lit(found) == ["master"]


def test_a_match_further_on_is_brought_in_at_a_word() -> None:
    found = cut(TEXT, 30, "ferry")
    assert found.text[0] == "…" and found.text[1:].split()[0] in TEXT.split() and lit(found) == ["ferry"]


def test_a_match_at_the_end_fills_the_line() -> None:
    found = cut(TEXT, 40, "summer")
    assert found.text.endswith("the end of the summer.") and len(found.text) > 30 and lit(found) == ["summer"]


def test_hidden_characters_move_no_match() -> None:
    found = cut("A\x1b[31m red\nferry\u200b sank", 80, "ferry", "sank")
    assert found.text == "A red ferry sank" and lit(found) == ["ferry", "sank"]


def test_a_sentence_without_an_end_is_cut_on_both_sides() -> None:
    found = cut("word " * 4000 + "ferry " + "word " * 4000, 60, "ferry")
    assert found.text[0] == found.text[-1] == "…" and lit(found) == ["ferry"]


@example(text="aa  aa", width=5, place=1)
@given(
    text=st.text(st.sampled_from("ab 漢\u0301\u200b\n."), min_size=1, max_size=200),
    width=st.integers(2, 90),
    place=st.integers(0, 199),
)
@settings(max_examples=150, deadline=None)
def test_it_never_is_wider_than_asked_for(text: str, width: int, place: int) -> None:
    start = min(place, len(text) - 1)
    article = Article("a", text, "")
    found = excerpt(article, Span("a", 0, len(text)), [Span("a", start, min(len(text), start + 3))], width)
    assert cell_len(found.text) <= width
    assert all(0 <= first <= last <= len(found.text) for first, last in found.matches)
