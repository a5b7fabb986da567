"""Bytes to text: by its byte order mark, as UTF-8, or by a guess from the bytes."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"%PDF-", "PDF document"),
    (b"{\\rtf", "RTF document"),
    (b"%!PS", "PostScript document"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office document"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"7z\xbc\xaf", "7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x00asm", "program"),
    (b"ID3", "MP3 sound"),
    (b"OggS", "Ogg sound"),
    (b"fLaC", "FLAC sound"),
    (b"wOF", "font"),
    (b"PAR1", "Parquet table"),
)
#: Bytes that mean the same mark (quotes, dashes, ellipsis, no-break space …) in all Windows code pages.
_PUNCTUATION = bytes(range(128)) + bytes.fromhex("8485 91929394959697 99 a0a6a7a9abaeb0b1b7bb")
#: Letters that cp1252 and cp1250 have in common, and ï ñ à ê, far more common than the ď ń ŕ ę that cp1250 has there.
_WESTERN = _PUNCTUATION + "ÁÂÄÇÉËÍÎÓÔÖÚÜßáâäçéëíîóôöúüïñàê".encode("cp1252")
# Encodings that text files on today's discs come in. Those of DOS and of mainframes are left out: they fit anything,
# and would win where a text is short.
_LIKELY = """
    cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_5 iso8859_7 iso8859_15 koi8_r
    koi8_u mac_roman shift_jis cp932 euc_jp iso2022_jp gb18030 big5 big5hkscs euc_kr cp949 tis_620
"""
#: Encodings of names and of programs, some of which take forever for a long text.
_SLOW = frozenset(("idna", "punycode", "undefined", "unicode_escape", "unicode-escape", "raw_unicode_escape", "utf-7"))
#: What no text has.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b") + b"\x7f"
#: So many characters of UTF-8 are no chance, whatever stands between them.
_SOUND = 8
#: Marks that JIS goes in and out of its tables by; all else is ASCII.
_JIS = (b"\x1b$B", b"\x1b$@")
#: So many bytes are looked at to guess an encoding.
_SAMPLE = 1 << 16


class Decoded(NamedTuple):
    """A text, and what its bytes were read as."""

    text: str
    encoding: str


class BinaryError(ValueError):
    """The bytes are no text. The message names their kind, where it is known."""


def decode(data: bytes, charset: str = "", hint: str = "") -> Decoded:
    """The text in ``data``. Raises BinaryError where there is none.

    ``charset`` is the encoding to decode by, where the user says so; ``hint`` what a server or a message says, which is
    tried where the bytes are no UTF-8. Raises ValueError where there is no such ``charset``.
    """
    if charset:
        return _asked(data, charset)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return Decoded(data.decode(encoding, "replace"), encoding)
    if kind := _kind(data):
        raise BinaryError(kind)
    if b"\x00" in data:
        return _wide(data)
    if any(mark in data for mark in _JIS) and data.isascii():
        return _hinted(data, "iso2022_jp") or Decoded(data.decode("ascii"), "utf-8")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _hinted(data, hint) or _guessed(data)


def _asked(data: bytes, charset: str) -> Decoded:
    try:
        return Decoded(data.decode(charset, "replace"), codecs.lookup(charset).name)
    except (LookupError, ValueError, AssertionError):
        raise ValueError(f"there is no encoding {charset[:40]!r}; name one such as utf-8, cp1252 or gb18030") from None


def _hinted(data: bytes, hint: str) -> Decoded | None:
    try:
        if not hint or codecs.lookup(hint).name in _SLOW:
            return None
        return Decoded(data.decode(hint), codecs.lookup(hint).name)
    except (LookupError, ValueError, AssertionError):
        return None


def _kind(data: bytes) -> str:
    for magic, kind in _KINDS:
        if data.startswith(magic) and (
            magic not in (b"ID3", b"BZh", b"GIF8", b"wOF", b"PAR1") or b"\x00" in data[:512]
        ):
            return kind
    if data[4:8] == b"ftyp":
        return "MP4 film"
    if data[:4] == b"RIFF" and b"\x00" in data[:64]:
        return {b"WEBP": "WebP image", b"WAVE": "WAV sound"}.get(data[8:12], "RIFF film")
    return ""


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: in western scripts every second byte is nearly always zero."""
    even, odd = data[0:4096:2], data[1:4096:2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high.count(0) > 0.5 * len(high) and low.count(0) < 0.05 * len(low):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                break
    from tuireader.sources.charsets import wide

    if len(data) % 2 == 0 and (found := wide(data)):
        return Decoded(data.decode(found, "replace"), found)
    raise BinaryError("")


def _guessed(data: bytes) -> Decoded:
    if not data.translate(None, _PUNCTUATION):
        return Decoded(data.decode("cp1252"), "cp1252")
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    sound = sum(char > "\x7f" for char in damaged) - lost
    # Characters beyond Latin-1 hardly come about by chance: the text is UTF-8 with some bytes lost.
    if 3 * lost < sound:
        return Decoded(damaged, "utf-8")
    from tuireader.sources.charsets import by_language, mixed, wide

    if sound >= _SOUND and 2 * sound > lost:
        return Decoded(mixed(data), "utf-8")
    sample = _sample(data)
    encoding = by_language(sample) or _normalized(data, sample)
    if encoding is None and len(data) % 2 == 0:
        encoding = wide(data)
    if encoding is None:
        if len(data.translate(None, _CONTROLS)) < 0.99 * len(data):
            raise BinaryError("")
        # Nobody knows, and it is text: what is wrong in it can be seen, and mended by ``--charset``.
        encoding = "cp1252"
    return Decoded(data.decode(encoding, "replace"), encoding)


def _normalized(data: bytes, sample: bytes) -> str | None:
    """The guess of charset-normalizer."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LIKELY.split()).best()
    if best is None:
        return None
    return "cp1252" if best.encoding == "cp1250" and not data.translate(None, _WESTERN) else best.encoding


def _sample(data: bytes) -> bytes:
    """The lines with bytes beyond ASCII, as far as they tell more than the rest."""
    if len(data) <= _SAMPLE:
        return data
    found = bytearray()
    for row in data.splitlines(keepends=True):
        if not row.isascii():
            found += row[:_SAMPLE]
        if len(found) >= _SAMPLE:
            break
    return bytes(found[:_SAMPLE])
