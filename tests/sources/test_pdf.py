"""PDFs: lines put together to paragraphs, what stands at the edges of pages, what they say of themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.pages import HEADLINE, PARAGRAPHS, TEXT, as_article, draft, found, reason, told
from tests.sources.papers import Row, column, pdf
from tuireader.sources.model import Draft
from tuireader.sources.parsing.pdf.layout import Line, write

INFO = f"/Title ({HEADLINE}) /Author (Jana Wolm) /CreationDate (D:20250311083000+01'00')"


def lines(*rows: tuple[float, float, float, str]) -> list[Line]:
    return [Line(x, y, size, text) for x, y, size, text in rows]


def test_lines_become_paragraphs() -> None:
    each = draft(pdf([column(TEXT.replace("“", '"').replace("”", '"'))], INFO, "/Lang (en-GB)"), "a.pdf")
    assert each.text == TEXT.replace("“", '"').replace("”", '"')
    assert told(each) == {
        "title": (HEADLINE, "PDF title"),
        "byline": ("Jana Wolm", "PDF author"),
        "published": ("2025-03-11T08:30:00+01:00", "PDF date"),
        "language": ("en-GB", "PDF language"),
    }


def test_large_letters_are_headings_and_the_largest_the_title() -> None:
    rows: list[Row] = [(72, 780, 20, HEADLINE), *column(PARAGRAPHS[0]), (72, 600, 14, "What the port says")]
    each = draft(pdf([[*rows, *column(PARAGRAPHS[1], top=570)]], "/Title (Microsoft Word - a.doc)"), "a.pdf")
    assert told(each)["title"] == (HEADLINE, "largest letters, page 1")
    assert each.text == f"{PARAGRAPHS[0]}\n\nWhat the port says\n\n{PARAGRAPHS[1]}"
    assert [each.text[start:end] for start, end in each.headings] == ["What the port says"]


def test_what_stands_at_the_edges_of_pages_is_set_aside_and_parts_no_sentence() -> None:
    cut = PARAGRAPHS[3].index("that was promised")
    pages: list[list[Row]] = []
    for number, text in enumerate((*PARAGRAPHS[:2], PARAGRAPHS[3][:cut], PARAGRAPHS[3][cut:])):
        pages.append([(72, 800, 9, "The Lindby Post, March 2025"), *column(text), (290, 40, 9, str(number + 1))])
    each = draft(pdf(pages), "a.pdf")
    assert {why for *_, why in each.asides} == {"page header", "page number"}
    assert PARAGRAPHS[3] in each.text
    article = as_article(each)
    told_text = " ".join(article.text[part.start : part.end] for part in article.told())
    assert "The Lindby Post, March" not in told_text


def test_words_that_were_parted_are_one_again() -> None:
    page = lines(
        (72, 700, 11, "The har-"),
        (72, 687, 11, "bour of Lindby is a well-known place, and it is well-"),
        (72, 674, 11, "known for its cranes, of which the ﬁrst was built in"),
        (72, 661, 11, "the year 1911 by people who had never seen the sea."),
    )
    assert write([page]).plain()["text"] == (
        "The harbour of Lindby is a well-known place, and it is well-known for its cranes, of which the first was "
        "built in the year 1911 by people who had never seen the sea."
    )


def test_columns_go_on_at_their_top() -> None:
    left, right = column(TEXT.replace("“", "").replace("”", ""), width=34), 330
    half = len(left) // 2
    moved = [(right, 740 - 13.2 * number, size, text) for number, (_, _, size, text) in enumerate(left[half:])]
    each = draft(pdf([[*left[:half], *moved]]), "a.pdf")
    assert " ".join(each.text.split()) == " ".join(TEXT.replace("“", "").replace("”", "").split())
    assert each.text.count("\n\n") <= 5


def test_pictures_of_text_are_named_as_such() -> None:
    assert "pictures of text" in reason(pdf([[]]), "a.pdf")


def test_an_encrypted_file_is_named_as_such() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([column(TEXT.replace("“", "").replace("”", ""))]))))
    writer.encrypt("secret", algorithm="RC4-40")
    written = BytesIO()
    writer.write(written)
    assert reason(written.getvalue(), "a.pdf").startswith("is encrypted")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\xff" * 3000, pdf([[]])[:200]])
def test_a_damaged_file_is_named_as_such(data: bytes) -> None:
    assert "damaged" in reason(data, "a.pdf") or "pictures of text" in reason(data, "a.pdf")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mangled_files_never_raise(data: st.DataObject) -> None:
    raw = bytearray(pdf([column(PARAGRAPHS[0]), column(PARAGRAPHS[1])], INFO))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(8, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.sampled_from(
                [b"", b"<<", b">>", b"2 0 R", b"-1", b"99999999999", b"\0", b"(", b")", b"stream\n", b"/Kids"]
            )
        )
    for each in found(bytes(raw), "a.pdf"):
        if isinstance(each, Draft):
            each.text.encode()
