"""A page that a browser saved with its pictures in one file (MHTML): the page itself, as a mail holds it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from tuireader.sources.parsing import page
from tuireader.sources.parsing.writing import Plain

_PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes, cap: int = 8_000_000, charset: str = "") -> Plain:
    """The article of the page, as ``page.read`` gives it. ``charset`` is what the user says. Raises ValueError."""
    message = message_from_bytes(data, policy=compat32)
    root = _root(message)
    content = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(content, bytes):
        raise ValueError("holds no page")
    address = str(root.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
    said = charset or str(root.get_content_charset() or "")
    return page.read(content, said, address if address.startswith("http") else "", cap, bool(charset))


def _root(message: Message) -> Message | None:
    """The part that ``start`` names, else the first that is a page."""
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    named = (part for part in pages if start and str(part.get("Content-ID")).strip() == str(start).strip())
    return next(named, pages[0] if pages else None)
