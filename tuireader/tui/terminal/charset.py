"""Text for terminals whose encoding does not have all of Unicode: each character the nearest one of its width."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cached_cell_len

from tuireader.tui.terminal import streams

_NOT_ASCII = re.compile("[^\x00-\x7f]")

#: What no decomposition of Unicode leads to.
_NEAREST = str.maketrans(
    dict.fromkeys("‘’‚‛′‹›", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−─━", "-")
    | dict.fromkeys("│┃▌█", "|")
    | dict.fromkeys("•·●", "*")
    | {
        "…": "~",
        "×": "x",
        "ß": "s",
        "æ": "a",
        "œ": "o",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
    }
)


#: Typography that fonts of the Linux console have no sign for, and terminals that are not set to UTF-8 none at all.
_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛′‹›", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "~", "×": "x"}
)


def plain(text: str) -> str:
    """The text with typewriter's quotation marks and dashes, as many cells wide."""
    return text if text.isascii() else text.translate(_PLAIN)


def sendable(text: str, encoding: str) -> str:
    """The text as an encoding can carry it: as many cells wide, with the nearest ASCII character or ``?`` instead."""
    if text.isascii() or encoding.lower().replace("-", "") in ("utf8", "utf16", "utf32"):
        return text
    return _NOT_ASCII.sub(lambda match: _nearest(match[0], encoding), text)


def encoded(text: str) -> bytes:
    """The text as bytes of the terminal's encoding."""
    encoding = streams.encoding()
    return sendable(text, encoding).encode(encoding, "replace")


@lru_cache(maxsize=4096)
def _nearest(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeError:
        width = cached_cell_len(char)
        plain = unicodedata.normalize("NFKD", char.translate(_NEAREST))[:1]
        return (plain if plain.isascii() and plain.isprintable() else "?").ljust(width)[:width]
    return char
