"""Small valid files of every format that is read, made here: what the fuzzer changes."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

TEXT = """Bridge over the Lenne closed for repairs

By Ann Mostar | March 10, 2025

ALTDORF (Reuters) - The bridge over the river Lenne near Altdorf will be closed from Monday because its pier has sunk.

“We found cracks in the masonry,” said engineer Luka Đurić. About 4,700 drivers a day must take the road over Weidental.

Share this Post

3 Min Read
"""
_PARAGRAPHS = "".join(f"<p>{line}</p>\n" for line in TEXT.split("\n\n")[2:4])
_PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge closed | North Post</title>
<link rel="canonical" href="https://north.example/bridge"><meta property="og:title" content="Bridge closed">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge closed",
"datePublished":"2025-03-10T08:00:00+01:00","author":[{{"name":"Ann Mostar"}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1><time datetime="2025-03-10">March 10</time>
{_PARAGRAPHS}<h2>Long way round</h2><p>Drivers need forty minutes more.</p></article>
<footer>© North</footer></body></html>"""
_ENTRY = (
    "<title>Bridge closed</title><link>https://north.example/1</link><pubDate>Mon, 10 Mar 2025 08:00:00 +0100</pubDate>"
)
_RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>North Post</title><link>https://north.example</link>
<item>{_ENTRY}<guid>1</guid><dc:creator>Ann</dc:creator><content:encoded><![CDATA[{_PARAGRAPHS}]]></content:encoded></item>
<item><title>Other</title><guid>2</guid>
<description>Short &lt;b&gt;one&lt;/b&gt;</description></item></channel></rss>"""
_ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>North</title><id>f</id>
<entry><id>1</id><title>Bridge</title><updated>2025-03-10T08:00:00Z</updated><author><name>Ann</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_PARAGRAPHS}</div></content></entry></feed>"""
_WORDPRESS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Blog</title><wp:wxr_version>1.2</wp:wxr_version><item>{_ENTRY}
<content:encoded><![CDATA[{_PARAGRAPHS}]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date_gmt>2025-03-10 07:00:00</wp:post_date_gmt><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item></channel></rss>"""
_ROW = {"title": "Bridge closed", "text": TEXT, "date": "2025-03-10", "source": "North Post", "author": "Ann"}


def samples() -> dict[str, bytes]:
    """A file of each format by its name, with the suffix such files have."""
    made = {
        "a.txt": TEXT.encode(),
        "b.txt": TEXT.encode("utf-16"),
        "c.txt": TEXT.replace("“", '"').replace("”", '"').encode("cp1250"),
        "a.md": f"---\ntitle: Bridge\ndate: 2025-03-10\n---\n# Bridge\n\n{TEXT}\n> quoted\n\n* one\n* two\n".encode(),
        "a.html": _PAGE.encode(),
        "a.rss": _RSS.encode(),
        "a.atom": _ATOM.encode(),
        "wordpress.xml": _WORDPRESS.encode(),
        "a.opml": b'<?xml version="1.0"?><opml version="2.0"><body><outline text="N" xmlUrl="/nowhere"/></body></opml>',
        "feed.json": json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [{"id": "1", "content_text": TEXT}]}
        ).encode(),
        "rows.json": json.dumps([_ROW, _ROW]).encode(),
        "a.jsonl": "\n".join(json.dumps({**_ROW, "id": number}) for number in range(3)).encode(),
        "a.csv": f'title,text,date\r\n"Bridge","{TEXT}",2025-03-10\r\nOther,"Short, one",2025\r\n'.encode(),
        "a.tsv": b"title\tbody\turl\nBridge\tIt is closed for repairs until May.\thttps://x.example\n",
        "a.eml": _mail().as_bytes(),
        "a.mbox": b"".join(
            b"From ann@x.example Mon Mar 10 08:00:00 2025\n" + _mail().as_bytes() + b"\n" for _ in range(2)
        ),
        "a.mhtml": _saved_page(),
        "a.warc": _warc(),
        "a.pdf": _pdf(),
        "a.epub": _epub(),
    }
    made["a.txt.gz"] = gzip.compress(made["a.txt"])
    made["a.zip"] = _zip({name: made[name] for name in ("a.txt", "a.rss", "a.jsonl")})
    made["nested.zip"] = _zip({"inner.zip": made["a.zip"], "deep/a.txt": made["a.txt"]})
    made["a.tar"] = _tar({"a.txt": made["a.txt"], "b/a.md": made["a.md"]})
    made |= _parquet()
    return made


def _mail() -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Bridge closed – again", "Ann Mostar <ann@x.example>"
    mail["Date"], mail["List-Id"], mail["Message-ID"] = "Mon, 10 Mar 2025 08:00:00 +0100", "News <n.x>", "<1@x>"
    mail.set_content(TEXT + "\n> quoted\n\n-- \nAnn\n")
    mail.add_alternative(_PAGE, subtype="html")
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="a.txt")
    return mail


def _saved_page() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["MIME-Version"] = "<Saved by a browser>", "Bridge", "1.0"
    mail["Snapshot-Content-Location"] = "https://north.example/bridge"
    mail.set_content(_PAGE, subtype="html", cte="quoted-printable")
    mail.make_related()
    return mail.as_bytes()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://north.example/bridge\r\n"
        "WARC-Date: 2025-03-10T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _pdf() -> bytes:
    lines = [line for line in TEXT.encode("ascii", "replace").decode().splitlines() if line]
    drawn = "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td\n{drawn}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Bridge closed) /Author (Ann Mostar) /CreationDate (D:20250310080000+01'00') >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _epub() -> bytes:
    chapter = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><h1>One</h1>{_PARAGRAPHS}</body></html>'
    book = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Book</dc:title><dc:creator>Ann</dc:creator>'
        '<dc:language>en</dc:language><dc:identifier id="i">x</dc:identifier></metadata><manifest>'
        '<item id="c" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    return _zip(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OPS/book.opf": book.encode(),
            "OPS/one.xhtml": chapter.encode(),
        }
    )


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            # The first member of a book stands in it as it is, so that its kind can be told from its first bytes.
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _parquet() -> dict[str, bytes]:
    """A table, where what writes one is installed."""
    try:
        import duckdb
    except ImportError:
        return {}
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.parquet")
        duckdb.execute(f"COPY (SELECT 'Bridge closed' AS title, ? AS text) TO '{file}' (FORMAT parquet)", [TEXT])
        return {"a.parquet": file.read_bytes()}
