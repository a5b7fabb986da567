"""Books: their chapters in order, what the book says of itself, what is no text, traps."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.pages import HEADLINE, PARAGRAPHS, found, paragraphs, reason, told
from tuireader.sources.model import Draft, Problem

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
XHTML = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/x.dtd">'


def chapter(heading: str, text: str = "") -> str:
    head = '<html lang="en-GB"><head><title>x</title></head>'
    return f"{XHTML}{head}<body><h1>{heading}</h1>{text or paragraphs()}</body></html>"


CHAPTERS = {
    "one.xhtml": chapter("The storm"),
    "two%20b.xhtml": chapter("The wall"),
    "cover.xhtml": chapter("", "<p>A</p>"),
}


def opf(names: list[str]) -> str:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    return f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lindby, a year</dc:title><dc:creator>Jana Wolm</dc:creator>
    <dc:language>en</dc:language><dc:date>2025-03-11</dc:date></metadata><manifest>{items}</manifest>
    <spine>{refs}</spine></package>"""


def book(members: dict[str, str | bytes] | None = None, names: list[str] | None = None) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        contents: dict[str, str | bytes] = {"META-INF/container.xml": CONTAINER}
        contents["OEBPS/book.opf"] = opf(names or ["cover.xhtml", "two%20b.xhtml", "one.xhtml"])
        contents |= {f"OEBPS/{name.replace('%20', ' ')}": text for name, text in CHAPTERS.items()}
        for name, text in (contents | (members or {})).items():
            archive.writestr(name, text)
    return written.getvalue()


def test_each_chapter_is_an_article_and_the_book_its_source() -> None:
    first, second = found(book(), "a.epub")
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert [first.title and first.title.value, second.title and second.title.value] == ["The wall", "The storm"]
    assert first.text == "\n\n".join(PARAGRAPHS)
    assert first.name == "OEBPS/two b.xhtml"
    assert told(first) == {
        "title": ("The wall", "heading"),
        "source": ("Lindby, a year", "book title"),
        "byline": ("Jana Wolm", "book author"),
        "published": ("2025-03-11", "book date"),
        "language": ("en-GB", "<html lang>"),
    }


def test_the_table_of_contents_names_what_has_no_heading() -> None:
    point = f'<navLabel><text>{HEADLINE}</text></navLabel><content src="one.xhtml#a"/>'
    ncx = f"<ncx><navMap><navPoint>{point}</navPoint></navMap></ncx>"
    package = opf(["one.xhtml"]).replace(
        "<manifest>", '<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    )
    bare = chapter("").replace("<h1></h1>", "")
    [each] = found(book({"OEBPS/toc.ncx": ncx, "OEBPS/book.opf": package, "OEBPS/one.xhtml": bare}), "a.epub")
    assert isinstance(each, Draft)
    assert told(each)["title"] == (HEADLINE, "table of contents")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
    assert "declares entities" in reason(book({"OEBPS/book.opf": bomb + opf(["one.xhtml"])}), "a.epub")
    assert "declares entities" in reason(book({"META-INF/container.xml": bomb + CONTAINER}), "a.epub")


def test_a_bomb_ends_where_the_limit_is() -> None:
    each = found(book({"OEBPS/one.xhtml": b"<p>" + b" " * 25_000_000}), "a.epub")
    assert isinstance(each[0], Draft)
    assert isinstance(each[1], Problem) and "a chapter may have" in each[1].reason


def test_a_book_that_is_locked_says_so() -> None:
    locked = '<encryption><EncryptedData><CipherReference URI="OEBPS/one.xhtml"/></EncryptedData></encryption>'
    assert reason(book({"META-INF/encryption.xml": locked}), "a.epub").startswith("is encrypted")


def test_a_missing_chapter_is_told_and_the_rest_read() -> None:
    drafts, problem = found(book(names=["one.xhtml", "three.xhtml"]), "a.epub")
    assert isinstance(drafts, Draft)
    assert problem == Problem("a.epub/OEBPS/three.xhtml", "is missing in the book")


@pytest.mark.parametrize("names", [["cover.xhtml"], ["nothing.css"]])
def test_a_book_without_text_says_so(names: list[str]) -> None:
    each = found(book(names=names), "a.epub")
    assert len(each) == 1 and isinstance(each[0], Problem)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mangled_books_never_raise(data: st.DataObject) -> None:
    raw = bytearray(book())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(58, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 12))] = data.draw(st.binary(max_size=8))
    for each in found(bytes(raw), "a.epub"):
        if isinstance(each, Draft):
            each.text.encode()
