"""Web archives: pages as servers answered with them, packed in three ways, and what is broken in between."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.pages import HEADLINE, TEXT, found, page, reason, told
from tuireader.sources.model import Draft, Problem

PLACE = "https://lindbypost.example"


def record(
    body: bytes, path: str = "/harbour", *, kind: str = "response", head: str = "", length: int | None = None
) -> bytes:
    lines = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {PLACE}{path}\r\nWARC-Date: 2025-03-12T00:00:00Z\r\n{head}"
    )
    size = len(body) if length is None else length
    return f"{lines}Content-Type: application/http\r\nContent-Length: {size}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html") -> bytes:
    lines = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers])
    return f"{lines}\r\n\r\n".encode() + body


PAGE = page().encode()
RECORDS = [
    record(b"software: none\r\n", kind="warcinfo"),
    record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    record(answer(PAGE)),
    record(answer(b"\x89PNG", media="image/png"), "/a.png"),
    record(answer(PAGE, status="404 Not Found"), "/gone"),
    record(answer(b""), "/harbour", kind="revisit"),
    record(answer(gzip.compress(PAGE), "Content-Encoding: gzip"), "/packed"),
    record(answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"), "/chunked"),
]


def addresses(data: bytes) -> list[str]:
    each = found(data, "a.warc.gz")
    assert not [one for one in each if isinstance(one, Problem)], each
    return [one.url.value.removeprefix(PLACE) for one in each if isinstance(one, Draft) and one.url]


@pytest.mark.parametrize("packed", ["", "each", "all"])
def test_pages_that_were_found_are_articles(packed: str) -> None:
    whole = b"".join(gzip.compress(one) if packed == "each" else one for one in RECORDS)
    assert addresses(gzip.compress(whole) if packed == "all" else whole) == ["/harbour", "/packed", "/chunked"]


def test_the_page_says_the_rest() -> None:
    [each] = found(record(answer(PAGE)), "a")
    assert isinstance(each, Draft)
    assert each.text == TEXT
    assert each.name == f"{PLACE}/harbour"
    assert told(each)["title"][0] == HEADLINE
    assert told(each)["url"] == (f"{PLACE}/harbour", "address")


def test_the_server_says_the_encoding() -> None:
    markup = page(body=f"<article><p>Grad Žilina. {'</p><p>'.join(TEXT.split(chr(10)))}</p></article>")
    body = markup.replace('<meta charset="utf-8">', "").replace("“", "").replace("”", "").replace("©", "")
    [each] = found(record(answer(body.encode("cp1250"), media="text/html; charset=windows-1250")), "a.warc")
    assert isinstance(each, Draft) and each.text.startswith("Grad Žilina.")


@pytest.mark.parametrize(
    "between",
    [
        b"garbage\r\nmore of it\r\n",
        record(b"x", head="", length=-5),
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\n" * 900,
    ],
)
def test_what_is_broken_is_told_and_the_rest_read(between: bytes) -> None:
    each = found(RECORDS[2] + between + RECORDS[6], "a.warc")
    assert [isinstance(one, Draft) for one in each] == [True, False, True]


def test_a_damaged_packed_record_is_told_and_the_rest_read() -> None:
    packed = [gzip.compress(one) for one in (RECORDS[2], RECORDS[6], RECORDS[7])]
    packed[1] = packed[1][:100] + b"\xff" * 50 + packed[1][150:]
    each = found(b"".join(packed), "a.warc.gz")
    assert [isinstance(one, Draft) for one in each] == [True, False, True]


def test_an_archive_that_is_cut_off_gives_what_there_is() -> None:
    each = found(RECORDS[2] + RECORDS[7][:-200], "a.warc")
    assert isinstance(each[0], Draft)
    assert any(isinstance(one, Problem) and "cut off" in one.reason for one in each)


def test_a_page_that_unpacks_to_too_much_is_no_page() -> None:
    bomb = record(answer(gzip.compress(b" " * 30_000_000), "Content-Encoding: gzip"))
    assert "a page may have" in reason(bomb, "a.warc", cap=1_000_000)
    assert "not read" in reason(record(answer(b"x", "Content-Encoding: br")), "a.warc")


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_mangled_archives_never_raise(data: st.DataObject) -> None:
    raw = bytearray(b"".join(RECORDS))
    if data.draw(st.booleans()):
        raw = bytearray(b"".join(gzip.compress(one) for one in RECORDS))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(20, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.sampled_from(
                [b"", b"\r\n\r\n", b"WARC/1.0\r\n", b"Content-Length: 99999999\r\n", b"\x1f\x8b\x08", b"\xff" * 9]
            )
        )
    for each in found(bytes(raw), "a.warc"):
        if isinstance(each, Draft):
            each.text.encode()
