"""A mail: its text, what its headers say, and what is attached. Standard library only."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import NamedTuple

from tuireader.sources.parsing import letters
from tuireader.sources.parsing.blocks import Blocks
from tuireader.sources.parsing.charsets import decoded
from tuireader.sources.parsing.mail_headers import header, told
from tuireader.sources.parsing.writing import Writing, squeezed
from tuireader.sources.worker import Answer

#: So many parts of a mail are looked at, so deep in each other; so many attachments are handed on.
_PARTS, _DEPTH, _ATTACHED = 500, 20, 50
#: A plain part with fewer than this of the words of the other says no more than where to read it.
_WORTH = 0.4
#: Kinds of attachments that may hold articles.
_KINDS = ("text/", "message/rfc822", "application/pdf", "application/epub", "application/zip", "application/xhtml")
_NEVER = frozenset(("text/calendar", "text/x-vcard", "text/vcard", "text/css", "text/directory", "text/x-amp-html"))
_NAMED = (".txt", ".md", ".html", ".htm", ".pdf", ".epub", ".eml", ".zip", ".csv", ".json", ".jsonl", ".xml")


class _Parts(NamedTuple):
    """Leaves of a mail: texts to choose from and to put together, and what is attached."""

    texts: list[Writing]
    attached: list[tuple[str, str, str, bytes]]
    encodings: list[str]


def read(data: bytes, cap: int = 8_000_000, charset: str = "") -> Answer:
    """A mail as plain data: ``draft`` (None where it has no text) and ``attached`` (name, media type and encoding of
    each; the bytes go beside it).

    ``charset`` is what the user says. Raises ValueError where it is no mail, or its text has more than ``cap``
    characters.
    """
    message = message_from_bytes(data, policy=compat32)
    if not message.keys():
        raise ValueError("has no headers: it is no mail")
    parts = _Parts([], [], [])
    _gather(message, parts, charset, _is_answer(message))
    writing = Writing()
    for text in parts.texts:
        for paragraph in text.paragraphs:
            writing.append(paragraph)
    if len(writing) > cap:
        raise ValueError(f"holds more than the {cap / 1e6:g} MB a text may have")
    said = told(message)
    if "title" in said:
        writing.drop_title(said["title"][0])
    draft: dict[str, object] | None = None
    if writing.paragraphs:
        name = squeezed(header(message, "Message-ID").strip("<> "), 200)
        encoding = parts.encodings[0] if parts.encodings else "utf-8"
        draft = writing.plain() | {"said": said, "name": name, "encoding": encoding}
    attached = parts.attached[:_ATTACHED]
    return Answer(
        {"draft": draft, "attached": [each[:3] for each in attached]}, tuple(content for *_, content in attached)
    )


def _is_answer(message: Message) -> bool:
    return any(message.get(name) is not None for name in ("In-Reply-To", "References"))


def _gather(message: Message, parts: _Parts, charset: str, answer: bool) -> None:
    waiting = [(message, 0)]
    seen = 0
    while waiting and seen < _PARTS:
        part, depth = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        payload = part.get_payload()
        if isinstance(payload, list) and kind != "message/rfc822":
            inner = [each for each in payload if isinstance(each, Message)]
            if depth >= _DEPTH:
                continue
            if kind == "multipart/alternative":
                inner = _chosen(inner, charset)
            elif kind in ("multipart/related", "multipart/signed"):
                inner = inner[:1]
            waiting.extend((each, depth + 1) for each in reversed(inner))
        elif _is_text(part, kind):
            parts.texts.append(_written(part, kind, charset, answer, parts.encodings))
        else:
            _attach(part, kind, parts)


def _chosen(inner: list[Message], charset: str) -> list[Message]:
    """Of several forms of one text the plain one, unless it only says where to read it."""
    plain = next((part for part in inner if part.get_content_type() == "text/plain"), None)
    others = [
        part for part in inner if part.get_content_type() in ("text/html", "multipart/related", "multipart/mixed")
    ]
    if plain is None or not others:
        return [plain] if plain is not None else (others or inner)[-1:]
    page = next((each for each in others[-1].walk() if each.get_content_type() == "text/html"), None)
    if page is None:
        return [plain]
    said = len(_written(plain, "text/plain", charset, False, []))
    shown = len(_written(page, "text/html", charset, False, []))
    return [plain] if said >= _WORTH * shown else [others[-1]]


def _is_text(part: Message, kind: str) -> bool:
    shown = kind in ("text/plain", "text/html", "text/enriched") or (kind == "application/xhtml+xml")
    return shown and part.get_content_disposition() != "attachment" and not _filename(part)


def _written(part: Message, kind: str, charset: str, answer: bool, encodings: list[str]) -> Writing:
    payload = part.get_payload(decode=True)
    said = charset or _parameter(part, "charset")
    text, encoding = decoded(payload if isinstance(payload, bytes) else b"", said, bool(charset))
    encodings.append(encoding)
    if kind != "text/plain":
        return Blocks(quotes=answer).read(text)
    flowed = _parameter(part, "format").lower() == "flowed"
    return letters.write(text, flowed=flowed, joined=_parameter(part, "delsp").lower() == "yes")


def _attach(part: Message, kind: str, parts: _Parts) -> None:
    name = _filename(part)
    wanted = (kind.startswith(_KINDS) and kind not in _NEVER) or name.lower().endswith(_NAMED)
    if not wanted or len(parts.attached) >= _ATTACHED:
        return
    inner = part.get_payload()
    if kind == "message/rfc822" and isinstance(inner, list) and inner and isinstance(inner[0], Message):
        content: object = inner[0].as_bytes()
        name = name or "message.eml"
    else:
        content = part.get_payload(decode=True)
    if isinstance(content, bytes) and content.strip():
        number = len(parts.attached) + 1
        parts.attached.append((name or f"part-{number}", kind, _parameter(part, "charset"), content))


def _filename(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, UnicodeError):
        return ""
    return squeezed(str(name).replace("\\", "/").rpartition("/")[2], 200).lstrip(".")


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, TypeError, UnicodeError):
        return ""
    if isinstance(value, tuple):
        value = value[2]
    return str(value).strip() if value else ""
