"""What a worker gave back, checked: it has read bytes nobody can trust, and may have been taken over by them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from tuireader.sources.isolated import Unreadable
from tuireader.sources.model import Draft, Said
from tuireader.sources.moments import moment

#: What is told of an article is no longer than this.
_SAID_CAP = 2000
_WHERE_CAP = 80


def draft(data: object, *, name: str = "") -> Draft:
    """The draft in plain data as ``sources.parsing`` makes them. Raises Unreadable where it is none.

    Whatever it holds, the text has no lone surrogates and no NULs, spans lie in it, and dates are dates.
    """
    found = _mapping(data)
    text = clean(found.get("text"))
    if not text.strip():
        raise Unreadable("holds no text")
    said = {key: told for key, value in _mapping(found.get("said", {})).items() if (told := _said(key, value))}
    own = clean(found.get("name"))[:200]
    return Draft(
        text=text,
        name=own or name,
        title=said.get("title"),
        source=said.get("source"),
        byline=said.get("byline"),
        published=said.get("published"),
        language=said.get("language"),
        url=said.get("url"),
        agency=said.get("agency"),
        headings=tuple((start, end) for start, end, _ in _spans(found.get("headings"), text)),
        asides=tuple(_spans(found.get("asides"), text)),
        encoding=clean(found.get("encoding"))[:_WHERE_CAP] or "utf-8",
    )


def listed(data: object) -> list[object]:
    """A list of plain data, each to be checked by who takes it. Raises Unreadable where it is none."""
    if not isinstance(data, list):
        raise Unreadable("could not be read: its reader gave no answer")
    return data


def clean(value: object) -> str:
    """A string that can be encoded; empty for what is none. Two halves of a character become one, a lone half none."""
    if not isinstance(value, str):
        return ""
    if "\0" in value:
        value = value.replace("\0", "")
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Unreadable("could not be read: its reader gave no answer")
    return cast(Mapping[str, object], value)


def _said(key: str, value: object) -> Said | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    told, where = clean(value[0]).strip(), clean(value[1])[:_WHERE_CAP]
    if not told or len(told) > _SAID_CAP:
        return None
    if key == "published":
        told = moment(told) or ""
    if key == "url" and not told.startswith(("http://", "https://")):
        return None
    return Said(told, where) if told else None


def _spans(value: object, text: str) -> list[tuple[int, int, str]]:
    """The spans that lie in the text, in order, each with its reason."""
    found = []
    last = 0
    for each in value if isinstance(value, list) else []:
        if not isinstance(each, list) or len(each) not in (2, 3) or not all(type(at) is int for at in each[:2]):
            continue
        start, end = each[0], each[1]
        if last <= start < end <= len(text):
            found.append((start, end, clean(each[2])[:_WHERE_CAP] if len(each) == 3 else ""))
            last = end
    return found
