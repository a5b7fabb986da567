"""What the headers of a mail say, however they are encoded, and however wrongly."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from tuireader.sources.moments import moment
from tuireader.sources.parsing.charsets import decoded
from tuireader.sources.parsing.writing import squeezed

#: A longer header is a trap.
_CAP = 20_000
_LIST = re.compile(r"\s*\"?([^<\"]{0,200}?)\"?\s*<([\w.+=-]{2,200})>\s*$")
_PIPERMAIL = re.compile(r"\S{1,80} at \S{1,120} \(([^()]{2,100})\)$")
_ARCHIVED = re.compile(r"<(https?://[^<>\s]{4,1000})>")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
#: The name of a list that a sending service made up.
_MACHINE = re.compile(r"[0-9a-f]{8,}|\d{5,}|list-id\.")

Said = dict[str, tuple[str, str]]


def header(message: Message, name: str) -> str:
    """A header's text on one line; empty where there is none."""
    try:
        raw = message.get(name)
        pieces = decode_header(raw) if raw is not None and len(str(raw)) <= _CAP else []
    except (ValueError, LookupError, MessageError, UnicodeError, TypeError, AttributeError, IndexError):
        return squeezed(str(message.get(name, ""))[:_CAP].encode("ascii", "ignore").decode())
    return squeezed("".join(_piece(piece, charset) for piece, charset in pieces), 2000)


def told(message: Message) -> Said:
    """Title, source, author, moment, language and address of a mail, each with the header that says it."""
    said: Said = {}
    if subject := header(message, "Subject"):
        said["title"] = (subject, "Subject:")
    name, address = _sender(header(message, "From"))
    source = _list(header(message, "List-Id"))
    if source:
        said["source"] = (source, "List-Id:")
    elif name and message.get("List-Unsubscribe") is not None:
        # Who can be unsubscribed from is no person.
        said["source"] = (name, "From:")
    if (name or address) and "From:" not in said.get("source", ("", "")):
        said["byline"] = (name or address, "From:")
    if when := moment(header(message, "Date").partition(" (")[0]):
        said["published"] = (when, "Date:")
    if (language := header(message, "Content-Language")) and _LANGUAGE.fullmatch(language):
        said["language"] = (language, "Content-Language:")
    if place := _ARCHIVED.search(header(message, "Archived-At")):
        said["url"] = (place[1], "Archived-At:")
    return said


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        piece = piece.encode("utf-8", "surrogateescape")
        charset = None
    return decoded(piece, "" if charset in (None, "unknown-8bit") else str(charset)).text if piece else ""


def _sender(value: str) -> tuple[str, str]:
    """Name and address of who sent it; archives write the address so that no robot finds it."""
    if match := _PIPERMAIL.match(value):
        return match[1].strip(), ""
    try:
        name, address = parseaddr(value)
    except (IndexError, ValueError):
        return "", ""
    return squeezed(name.strip("'\" "), 200), squeezed(address, 200)


def _list(value: str) -> str:
    """What a list calls itself, or its id where that can be read."""
    match = _LIST.match(value)
    if match is None:
        return ""
    name = match[1].strip()
    return name or ("" if _MACHINE.search(match[2]) else match[2])
