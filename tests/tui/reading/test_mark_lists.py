"""Marks as they are listed: order, filter, and the paragraph around one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.article import Article, Part
from tuireader.library import Mark
from tuireader.sources import from_text
from tuireader.tui.reading.mark_context import in_paragraph
from tuireader.tui.reading.mark_groups import fitting, grouped, note_of, place_of, words_of

ONE = from_text("First head\n\nNine boats came. Ilse saw them.\n\nThe end of it.\n", id="one")
TWO = from_text("Second head\n\nNobody came to the harbour.\n", id="two")


def mark(digest: str, start: int = 0, **more: object) -> Mark:
    return Mark(digest, start, start + 4, 0, **more)  # type: ignore[arg-type]


def test_articles_in_their_order_those_not_open_at_the_end_by_title() -> None:
    marks = [mark("z", title="Zebra"), mark("a", title="apes"), mark("n"), mark(TWO.digest), mark(ONE.digest)]
    found = grouped(marks, [TWO, ONE, ONE])
    assert [(group.title, group.article) for group in found] == [
        ("Second head", TWO),
        ("First head", ONE),
        ("an article without a title", None),
        ("apes", None),
        ("Zebra", None),
    ]


def test_a_filter_knows_words_in_any_form_and_the_beginnings_of_tags() -> None:
    vucic = mark("a", quote="President Vučić said", tags=("Serbia", "who"))
    boats = mark("a", 9, note="ask the harbour", label="boats")
    for typed, wanted in {
        "": [vucic, boats],
        "vucic": [vucic],
        "SAID presid": [vucic],
        "harb boat": [boats],
        "#ser": [vucic],
        "#ser #w vuč": [vucic],
        "#erbia": [],
        "#": [vucic],
        "vucic harbour": [],
    }.items():
        assert fitting(typed, [vucic, boats]) == wanted, typed


def test_what_is_said_of_a_mark() -> None:
    assert words_of(mark("a", quote="nine\n boats", label="boats"), None) == "boats: nine boats"
    assert words_of(mark("a", quote="boats", label="boats"), None) == "boats"
    assert words_of(mark(ONE.digest, 12), ONE) == "Nine"
    assert words_of(mark("a"), None).startswith("(its words were not kept")
    assert place_of(mark("a", 30), ONE) == f"{3000 // len(ONE.text)}%" and place_of(mark("a"), None) == ""
    assert [note_of(mark("a", note=text)) for text in ("", "one", "\none\n\ntwo\nthree")] == [
        "",
        "one",
        "one (+2 lines)",
    ]


def test_the_paragraph_around_a_mark() -> None:
    start = ONE.text.index("Ilse")
    [line] = in_paragraph(ONE, start, start + 4, 60)
    assert [(run.text, run.lit) for run in line] == [
        ("Nine boats came. ", False),
        ("Ilse", True),
        (" saw them.", False),
    ]
    both = in_paragraph(ONE, start, ONE.text.index("The end") + 3, 60)
    assert ["".join(run.text for run in line if run.lit) for line in both] == ["Ilse saw them.", "The"]


@given(st.text(min_size=1, max_size=80), st.data())
def test_whatever_was_marked_its_lines_fit_and_it_is_lit_whole(text: str, data: st.DataObject) -> None:
    article = Article("x", text, "", parts=(Part("body", 0, len(text)),))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = data.draw(st.integers(4, 40))
    lines = in_paragraph(article, start, end, width)
    assert all(cell_len("".join(run.text for run in line)) <= width for line in lines)
    lit = "".join(run.text for line in lines for run in line if run.lit)
    if text.isascii() and text.isprintable():
        assert lit.replace(" ", "") == text[start:end].replace(" ", "")
