"""XML from outside, before any parser sees it: decoded, and without all that stands before its root element.

There stand the declarations by which a small file becomes a large one or reads others: DOCTYPE and ENTITY. A plain
DOCTYPE, as RSS 0.91 has, is left out; one that declares anything is refused.
"""

from __future__ import annotations

import re

from tuireader.sources.decoding import decode
from tuireader.text.lazy import Lazy

_DECLARED = Lazy(r"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_ROOT = Lazy(r"<([A-Za-z_][\w.:-]{0,100})")
#: So many bytes are looked at for the encoding that a file names itself.
_HEAD = 400


def after_prolog(data: bytes, charset: str = "", hint: str = "") -> tuple[str, str]:
    """The XML from its root element on, and the encoding it was read as.

    ``charset`` is what the user says, ``hint`` what a server says. Raises ValueError for declarations that nobody needs
    and where there is no element; BinaryError where it is no text.
    """
    text, encoding = decode(data, charset, hint or declared(data))
    return text[_root(text) :], encoding


def declared(data: bytes) -> str:
    """The encoding that an XML file names in its first line; empty where it names none."""
    match = _DECLARED.search(data[:_HEAD].decode("latin-1"))
    return match[1] if match else ""


def root(head: bytes) -> str:
    """The name of the root element that XML beginning with ``head`` has, without prefix, in lower case.

    Empty where it is no XML. Names and marks are ASCII, in all encodings that matter, so nothing need be decoded.
    """
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").decode("latin-1")
    try:
        match = _ROOT.match(text, _root(text)) if text.startswith("<") else None
    except ValueError:
        return ""
    return match[1].rpartition(":")[2].lower() if match else ""


def _root(text: str) -> int:
    """Where the root element begins."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if _ROOT.match(text, at):
            return at
        if text.startswith("<!--", at):
            at = _after(text, "-->", at + 4)
        elif text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif re.match(r"<!DOCTYPE", text[at : at + 9], re.I):
            end = _after(text, ">", at)
            if "[" in text[at:end]:
                break
            at = end
        else:
            break
    else:
        raise ValueError("has no element, so it is no XML")
    if text.startswith("<!", at):
        raise ValueError("declares entities or the like of its own (DOCTYPE), which are never read: they are a trap")
    raise ValueError("is broken before its first element, so it is no XML")


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)
