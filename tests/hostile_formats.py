"""A file of every format whose titles, authors, names, addresses and headers try to steer a terminal."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import os
import tarfile
import zipfile
from email.message import EmailMessage
from html import escape
from itertools import cycle
from pathlib import Path

from tests import hostile
from tests.sources.papers import column, pdf
from tests.terminal.conftest import STORY

#: More articles than are opened at once.
MANY = 210
_TITLE, _, BODY = STORY["north"].partition("\n\n")
#: In XML there are no controls of the first set; all else there is.
_XML = escape("".join(char for char in hostile.LINE if char >= " ")) + "&#x9b;2J&#x202e;"
_PAYLOADS = [value.replace("\n", " ") for name, value in hostile.PAYLOADS.items() if name != "SURROGATES"]


def folder(parent: Path) -> Path:
    """A folder below ``parent`` with a file of each format, and a table of more articles than are opened at once."""
    # It can be typed: what is pasted has lost what steers.
    made = parent / f"formats {hostile.MARKUP.replace('/', '|')}"
    made.mkdir()
    for name, data in _files().items():
        (made / name).write_bytes(data)
    return made


def _files() -> dict[str, bytes]:
    page = _page().encode("utf-8", "surrogatepass")
    feed = _rss().encode()
    mail = _mail()
    files = {
        "a.md": f"---\ntitle: {hostile.C1}{hostile.TITLE}\n{hostile.BIDI}: x\n---\n# {hostile.LINE}\n\n{BODY}".encode(),
        "a.html": page,
        "a.rss": feed,
        "a.atom": _atom().encode(),
        "a.opml": f'<opml version="2.0"><body><outline text="{_XML}" xmlUrl="ftp://{_XML}"/></body></opml>'.encode(),
        "feed.json": json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": hostile.LINE,
                "items": [{"id": hostile.C1, "url": hostile.LINK, "title": hostile.SURROGATES, "content_text": BODY}],
            }
        ).encode(),
        "many.jsonl": "\n".join(_rows()).encode(),
        "a.csv": _csv().encode(),
        "nameless.csv": f"{hostile.C1},{hostile.TITLE}\n1,2\n3,4\n".encode(),
        "broken.jsonl": f'{{"title": "{hostile.C1}"'.encode(),
        "a.eml": mail,
        "a.mbox": b"From x Mon Mar 10 08:00:00 2025\n" + mail + b"\n",
        "a.epub": _book(),
        "a.pdf": pdf([column(BODY)], info=f"/Title <FEFF{(hostile.C1 + hostile.TITLE).encode('utf-16-be').hex()}>"),
        "broken.pdf": b"%PDF-1.4\n" + hostile.LINE.encode(),
        "a.warc": _warc(page),
        "a.zip": _zip({f"{hostile.NAME}.txt": BODY.encode(), f"../{hostile.NAME}": b"x", f"{hostile.NAME}.bin": b"\0"}),
        "a.tar": _tar(),
    }
    packed = io.BytesIO()
    with gzip.GzipFile("\x1b]0;pwned\x07\x9b2J.txt", "wb", fileobj=packed) as file:
        file.write(BODY.encode())
    files["a.txt.gz"] = packed.getvalue()
    # Names that are no text, and a name that is full of payloads.
    files[os.fsdecode(b"no\xe9text\x1b[2J.txt")] = BODY.encode()
    files[os.fsdecode(f"{hostile.NAME}".encode() + b"\xe9\x9b2J.rss")] = feed[: len(feed) // 2]
    return files


def _page() -> str:
    said = escape(hostile.LINE, quote=True)
    data = json.dumps({"@type": "NewsArticle", "headline": hostile.LINE, "author": {"name": hostile.CLIPBOARD}})
    paragraphs = "".join(f"<p>{escape(each)} {said} &#27;]0;pwned&#7;</p>" for each in BODY.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="{said}"><head><title>{said}</title><meta property="og:site_name" content="{said}">'
        f'<link rel="canonical" href="https://x.example/{said}"><script type="application/ld+json">{data}</script>'
        f'</head><body><article><h1>{said}</h1><time datetime="{said}">{said}</time>{paragraphs}'
        "</article></body></html>"
    )


def _rss() -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{_XML}</title><item><title>{_XML}</title>'
        f"<author>{_XML}</author><guid>{_XML}</guid><link>https://x.example/{_XML}</link><pubDate>{_XML}</pubDate>"
        f"<description>{escape(BODY)} {_XML}</description></item>"
        f"<item><title>\x1b]0;pwned\x07\x9b2J</title><description>{escape(BODY)}</description></item></channel></rss>"
    )


def _atom() -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{_XML}</title><entry><id>{_XML}</id><title>{_XML}</title>'
        f"<author><name>{_XML}</name></author><updated>{_XML}</updated><content>{escape(BODY)}</content></entry></feed>"
    )


def _rows() -> list[str]:
    """Rows of a table, each with another payload in all that it says."""
    rows = []
    for number, said in zip(range(MANY), cycle(_PAYLOADS), strict=False):
        row = {
            "id": f"{said}{number}",
            "title": f"Lamp {number} {said}",
            "text": f"Lamp number {number} was lit at the quay of Lindby {said}, where {number} boats lie.",
            "source": f"Post {number % 7} {said}",
            "author": said,
            "url": f"https://x.example/{number}/{said}",
            "date": f"2025-03-{number % 28 + 1:02d}" if number % 3 else said,
            "language": said,
            said: said,
        }
        if number % 50 == 0:
            row["title"] += hostile.SURROGATES
        rows.append(json.dumps(row))
    return rows


def _csv() -> str:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["title", "text", hostile.TITLE], [hostile.LINE, BODY, hostile.C1], [hostile.C1, "", ""]]
    )
    return out.getvalue()


def _mail() -> bytes:
    word = f"=?utf-8?b?{base64.b64encode((hostile.C1 + hostile.TITLE + hostile.BIDI).encode()).decode()}?="
    head = f"From: {word} <x@x.example>\nSubject: {word}\nList-Id: {word} <x>\nDate: {word}\nMessage-ID: <\x1b[2J@x>\n"
    mail = EmailMessage()
    mail.set_content(f"{BODY}\n\n{hostile.LINE}\n")
    mail.add_attachment(b"\0", maintype="image", subtype="png", filename=f"{hostile.C1}\x1b[2J.png")
    return head.encode() + mail.as_bytes()


def _book() -> bytes:
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{_XML}</h1><p>{escape(BODY)}</p></body></html>'
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_XML}</dc:title><dc:creator>{_XML}</dc:creator><dc:language>{_XML}</dc:language></metadata>"
        f'<manifest><item id="c" href="a.xhtml" media-type="application/xhtml+xml"/><item id="d" href="{_XML}"'
        ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/><itemref idref="d"/></spine>'
        "</package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return _zip(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "a.opf": book.encode(),
            "a.xhtml": chapter.encode(),
        }
    )


def _warc(page: bytes) -> bytes:
    body = f"HTTP/1.1 200 {hostile.C1}\r\nContent-Type: text/html; x={hostile.TITLE}\r\n\r\n".encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/{hostile.C1}{hostile.TITLE}\r\n"
        f"WARC-Date: {hostile.C1}\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(f"x/{hostile.NAME}.txt")
        info.size = len(BODY)
        archive.addfile(info, io.BytesIO(BODY.encode()))
        link = tarfile.TarInfo(f"{hostile.NAME} link")
        link.type, link.linkname = tarfile.SYMTYPE, f"/etc/{hostile.C1}"
        archive.addfile(link)
    return out.getvalue()
