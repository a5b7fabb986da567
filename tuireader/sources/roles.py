"""Which lines of a plain text are told, and which are furniture.

A rule fits a whole line and never reads one longer than ``LINE_CAP``. A text of which more than ``TOO_MUCH`` would be
taken is left as it is: then the rules misunderstood it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tuireader.article import Part, Role
from tuireader.sources.credits import Credits, byline, dateline, published, sign_off, source_line
from tuireader.sources.furniture import furniture
from tuireader.sources.lines import Line, lines
from tuireader.text.words import fold

LINE_CAP = 300
TITLE_CAP = 220
TOO_MUCH = 0.30
#: A line of this length is a paragraph, whatever else it is.
PARAGRAPH = 100
HEAD_LINES = 12

_ENDS = re.compile(r"[.!?…:;,。！？؟।][\"'”’»)\]]*$")
_STOPS = re.compile(r"[.,;:。，؛।][\"'”’»)\]]*$")
_NAME = re.compile(r"[A-Z][\w'’.-]{0,30}(?: (?:(?:of|de|van|von|al|bin|the|and) )?[A-Z][\w'’.-]{0,30}){0,4}$")
_SMALL = frozenset(
    "a an and as at but by for from if in into is it nor of off on onto or out over per so than that the to up via vs "
    "was were will with yet".split()
)


@dataclass(slots=True)
class Assigned:
    """The parts of a text in order, and what its furniture says of its origin."""

    parts: tuple[Part, ...] = ()
    title: str | None = None
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    reasons: dict[int, str] = field(default_factory=dict)
    """Start of a part that is neither told nor title: which rule took it."""


def assign(text: str) -> Assigned:
    """Gives every line of ``text`` its role."""
    rows = lines(text)
    roles: list[Role] = ["body"] * len(rows)
    why: dict[int, str] = {}
    known = Credits()
    head = _head(rows)
    for number, row in enumerate(rows):
        if len(row.text) > LINE_CAP:
            continue
        taken = _credit(row, number, head, rows, known) or furniture(row.text)
        if taken:
            roles[number], why[number] = taken
    title = _title(rows, roles, head)
    if title is not None:
        roles[title] = "title"
        _repeats(rows, roles, why, title)
    _sources(rows, roles, why, known)
    if title is not None:
        _captions(rows, roles, why, title, known)
    result = Assigned()
    if _share(rows, roles) > TOO_MUCH:
        roles = ["title" if role == "title" else "body" for role in roles]
        why = {}
        known = Credits()
    else:
        result.source, result.byline, result.published = known.source, known.byline, known.published
    _headings(rows, roles)
    parts = [Part(role, row.start, row.end) for row, role in zip(rows, roles, strict=True)]
    _tail(text, parts, known)
    told = next((part for part in parts if part.role == "body"), None)
    if told is not None and known.agency is None:
        known.agency = dateline(text[told.start : told.start + 150])
    result.parts = tuple(parts)
    result.title = rows[title].text.lstrip("# ") if title is not None else None
    result.source, result.agency = known.source, known.agency
    result.reasons = {rows[number].start: reason for number, reason in why.items()}
    return result


def _head(rows: list[Line]) -> int:
    """How many lines stand before the first paragraph."""
    for number, row in enumerate(rows[:HEAD_LINES]):
        if len(row.text) > TITLE_CAP or (len(row.text) >= PARAGRAPH and _ENDS.search(row.text, len(row.text) - 4)):
            return number
    return min(len(rows), HEAD_LINES)


def _credit(row: Line, number: int, head: int, rows: list[Line], known: Credits) -> tuple[Role, str] | None:
    """Bylines, dates and source lines, near the top and at the end."""
    near = number <= head + 1 or number >= len(rows) - 4
    if not near:
        return None
    if source := source_line(row.text):
        known.source = known.source or source
        return "furniture", "source"
    if date := published(row.text):
        known.published = known.published or date
        return "byline", "date"
    if name := byline(row.text):
        known.byline = known.byline or name
        return "byline", "byline"
    return None


def _title(rows: list[Line], roles: list[Role], head: int) -> int | None:
    if len(rows) < 2:
        return None
    for number in range(min(head, len(rows) - 1)):
        row = rows[number]
        if roles[number] != "body" or len(row.text) > TITLE_CAP:
            continue
        count = len(row.text.split())
        wide = sum(char > "⺀" for char in row.text)
        if count < 3 and wide < 6:
            continue
        if _STOPS.search(row.text, len(row.text) - 4) and not (row.text.endswith(".") and title_cased(row.text)):
            return None
        return number
    return None


def title_cased(line: str) -> bool:
    """Whether nearly all words but the small ones are capitalised, and there are at least two of these."""
    big = [word for word in line.split() if word.strip("“”\"'‘’()").casefold() not in _SMALL]
    letters = [word for word in big if any(char.isalpha() for char in word)]
    raised = sum(next(char for char in word if char.isalpha()).isupper() for word in letters)
    return len(letters) >= 2 and raised >= 0.8 * len(letters)


def _same(line: str) -> str:
    return " ".join(fold(word) for word in line.strip("“”\"'‘’# .").split())


def _repeats(rows: list[Line], roles: list[Role], why: dict[int, str], title: int) -> None:
    key = _same(rows[title].text)
    for number, row in enumerate(rows):
        if number != title and roles[number] == "body" and len(row.text) <= TITLE_CAP and _same(row.text) == key:
            roles[number], why[number] = "furniture", "repeat"


def _sources(rows: list[Line], roles: list[Role], why: dict[int, str], known: Credits) -> None:
    """Lines that are nothing but the outlet's name."""
    if known.source is None:
        return
    key = _same(known.source)
    for number, row in enumerate(rows):
        if roles[number] == "body" and len(row.text) <= 60 and _same(row.text) == key:
            roles[number], why[number] = "furniture", "source"


def _captions(rows: list[Line], roles: list[Role], why: dict[int, str], title: int, known: Credits) -> None:
    """A few capitalised words right after a title or its repeat: who is seen in the picture, or who wrote it."""
    after = [title, *(number for number, reason in why.items() if reason == "repeat")]
    for number in (place + 1 for place in after):
        if number >= len(rows) - 1 or roles[number] != "body":
            continue
        line = rows[number].text
        if len(line) > 60 or not _NAME.match(line) or _ENDS.search(line):
            continue
        told = any(line in row.text for place, row in enumerate(rows) if place != number)
        if told:
            roles[number], why[number] = "caption", "caption"
        elif 2 <= len(line.split()) <= 4 and known.byline is None:
            roles[number], why[number] = "byline", "byline"
            known.byline = line


def _share(rows: list[Line], roles: list[Role]) -> float:
    """Which part of the characters would be taken."""
    whole = sum(len(row.text) for row in rows)
    taken = sum(len(row.text) for row, role in zip(rows, roles, strict=True) if role not in ("body", "title"))
    return taken / whole if whole else 0.0


def _headings(rows: list[Line], roles: list[Role]) -> None:
    """Short lines without final punctuation between paragraphs."""
    told = [number for number, role in enumerate(roles) if role == "body"]
    for place, number in enumerate(told):
        line = rows[number].text
        if len(line) > 90 or len(line.split()) > 12 or _ENDS.search(line) or not line[0].isupper():
            continue
        if place + 1 >= len(told) or len(rows[told[place + 1]].text) < max(80, 2 * len(line)):
            continue
        before = rows[told[place - 1]].text if place else None
        ended = before is None or _ENDS.search(before, max(0, len(before) - 4)) is not None
        if ended and (title_cased(line) or len(line.split()) <= 8):
            roles[number] = "heading"


def _tail(text: str, parts: list[Part], known: Credits) -> None:
    """The agency's sign-off at the end of the last told line becomes a part of its own."""
    last = max((number for number, part in enumerate(parts) if part.role == "body"), default=None)
    if last is None:
        return
    part = parts[last]
    found = sign_off(text[max(part.start, part.end - 80) : part.end])
    if found is None:
        return
    known.agency = known.agency or found.agency
    known.source = known.source or found.source
    middle = part.end - found.length
    stop = part.start + len(text[part.start : middle].rstrip())
    kept = [Part(part.role, part.start, stop)] if stop > part.start else []
    parts[last : last + 1] = [*kept, Part("byline", middle, part.end)]
