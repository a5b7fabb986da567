"""A mail: its text, and whatever can be read of what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from tuireader.sources.answers import clean, draft
from tuireader.sources.decoding import BinaryError
from tuireader.sources.inputs import StreamInput
from tuireader.sources.isolated import Answered, Task, Unreadable, answer
from tuireader.sources.model import Draft, Problem
from tuireader.text.lazy import Lazy

NAME = "mail"
EXTRA = ""
SUFFIXES = frozenset((".eml",))

#: Attachments make a mail so many times as large as a text may be.
TIMES = 8
_HEADERS = Lazy(r"(?:[A-Za-z][\w-]{0,60}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n){0,200}){2,200}")
_NAMES = Lazy(
    r"^(subject|to|message-id|received|mime-version|return-path|delivered-to|list-id|content-type):", re.I | re.M
)
_FROM = Lazy(r"^from:", re.I | re.M)


def headers(input: StreamInput) -> str:
    """The block of headers at the beginning of a mail, in lower case; empty where it does not begin so."""
    text = input.head.decode("latin-1")
    if text.startswith("From "):
        text = text.partition("\n")[2]
    match = _HEADERS.match(text.lstrip("\ufeff\r\n"))
    return match.group().lower() if match else ""


def fits(input: StreamInput) -> bool:
    """Whether it begins with the headers of a mail: who it is from, and another that only mails have."""
    found = headers(input)
    return bool(found) and _FROM.search(found) is not None and _NAMES.search(found) is not None


def task(data: bytes, input: StreamInput) -> Task:
    """What the worker is to do for a mail; ``articles`` reads its answer."""
    options = {"cap": input.options.cap, "charset": input.options.charset}
    return Task("tuireader.sources.parsing.mail:read", data, options)


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The mail, then what is attached. Raises ValueError where it is none, or holds nothing that can be read."""
    found = answer(task(input.data(TIMES * input.options.cap), input))
    empty = True
    for each in articles(found, input):
        empty = False
        yield each
    if empty:
        raise ValueError("is a mail without text")


def articles(found: Answered, input: StreamInput, place: str = "") -> Iterator[Draft | Problem]:
    """What the worker found in a mail of ``input``. ``place`` is the mail's name there; empty where it is the file."""
    data = found.data if isinstance(found.data, dict) else {}
    told = cast(Mapping[str, object], data)
    if told.get("draft") is not None:
        mail = draft(told["draft"], name=place)
        place = mail.name if place else ""
        yield mail if place else _alone(mail)
    attached = told.get("attached")
    for each, content in zip(attached if isinstance(attached, list) else [], found.blobs, strict=False):
        if not isinstance(each, list) or len(each) != 3:
            raise Unreadable("could not be read: its reader gave no answer")
        name, media, charset = (clean(value)[:200] for value in each)
        try:
            yield from input.inside(f"{place}/{name}" if place else name, content, media=media, charset=charset)
        except BinaryError:
            # Pictures and programs come with mails unasked.
            continue


def _alone(mail: Draft) -> Draft:
    """The mail of a file of its own, which has the file's name."""
    return replace(mail, name="")
