"""Bytes of markup to text: which encoding they say they have, and which they do have."""

from __future__ import annotations

import codecs
import re

from tuireader.sources.decoding import BinaryError, Decoded, decode

#: Labels that mean another encoding than they say, to every browser (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_LABEL = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})""", re.I
)
#: So far a page is searched for what it says of its encoding.
_HEAD = 4096


def decoded(data: bytes, said: str = "", sure: bool = False) -> Decoded:
    """The text of a page. ``said`` is what its server or message says; ``sure``: what the user says.

    A byte order mark counts before all but the user. Then come bytes that are UTF-8 beyond ASCII, which does not happen
    by chance, whatever is said of them; then what is said, by the server before the page; then a guess. Raises
    BinaryError where it is no text.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not sure:
        return decode(data)
    if not sure and not data.isascii():
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    label = _LABEL.search(data, 0, _HEAD)
    for name in (said, label[1].decode("ascii", "replace") if label else ""):
        encoding = _known(name)
        if encoding.startswith(("utf-16", "utf-32")) and not data.startswith(b"\0") and b"\0" not in data[:_HEAD]:
            # A page that was decoded and kept in another encoding still says so.
            continue
        if encoding:
            return Decoded(data.decode(encoding, "replace"), encoding)
    try:
        return decode(data)
    except BinaryError:
        # One odd byte makes no page a picture: what is not markup was refused before.
        return Decoded(data.decode("cp1252", "replace"), "cp1252")


def _known(label: str) -> str:
    """The name of the encoding that a label means; empty for none, or for one that is no encoding of text."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return ""
    name = info.name
    # Codecs such as base64 and rot13 are no encodings of text; UTF-7 and the rest of its kind hide markup.
    if not getattr(info, "_is_text_encoding", True) or name in ("utf-7", "idna", "punycode", "unicode_escape"):
        return ""
    return "" if name in ("raw_unicode_escape", "undefined", "mbcs", "oem") else _MEANT.get(name, name)
