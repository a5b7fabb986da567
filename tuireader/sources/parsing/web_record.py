"""A record of a web archive: the page that a server answered with, unpacked by warcio."""

from __future__ import annotations

import io
import re

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from tuireader.sources.parsing import page
from tuireader.sources.parsing.writing import Plain

_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([\w:.-]{2,40})", re.I)


def read(data: bytes, cap: int = 8_000_000, charset: str = "") -> Plain:
    """The article of the page in one record. ``charset`` is what the user says. Raises ValueError where there is none.

    ``skipped`` stands alone in the answer where the record is none of a page that was found: a redirect, a picture.
    """
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data))), None)
    except (ArchiveLoadFailed, EOFError, AttributeError, TypeError, KeyError, IndexError) as error:
        raise ValueError(f"is no record of a web archive ({type(error).__name__})") from None
    if record is None:
        raise ValueError("is empty")
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    status = headers.get_statuscode() if headers else "200"
    if not status.startswith("20") or kind.partition(";")[0].strip().lower() not in _PAGES:
        return {"skipped": True}
    packed = ((headers.get_header("Content-Encoding") if headers else "") or "").strip().lower()
    if packed not in ("", "identity", *BufferedReader.get_supported_decompressors()):
        raise ValueError(f"is packed in a way that is not read ({packed[:20]})")
    most = 8 * cap
    content = record.content_stream().read(most + 1)
    if len(content) > most:
        raise ValueError(f"holds more than the {most / 1e6:g} MB a page may have")
    said = _CHARSET.search(kind)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    told = charset or (said[1] if said else "")
    return page.read(content, told, address if address.startswith("http") else "", cap, bool(charset))
