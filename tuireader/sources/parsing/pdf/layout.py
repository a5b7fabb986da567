"""Lines as they stand on pages, and which of them belong together. Knows nothing of PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from tuireader.sources.parsing.writing import Writing

#: What stands on so many pages at their edge, and on so large a part of them, is no part of the text.
_PAGES, _PART = 3, 0.3
#: So many lines at each edge may be such.
_EDGE = 3
#: Letters this much larger than those of the text are a heading's; a longer line is none.
_LARGER, _HEADING = 1.12, 150
#: A gap this much wider than that between lines parts paragraphs.
_WIDER = 1.3
_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]{0,3}\s*$")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_COMPOUND = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+")
_NUMBER = re.compile(r"\W{0,3}(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/|von) ?\d{1,4})?\W{0,3}", re.I)
_BULLET = re.compile(r"\s*(?:[•◦▪‣●■–—*·-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})


@dataclass(slots=True)
class Line:
    """A line of a page: where it begins, counted from the lower left corner in points, the size of its letters."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False
    aside: str = ""


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)
    heading: bool = False


def write(pages: Sequence[list[Line]]) -> Writing:
    """The paragraphs of ``pages``, those that go on over the edge of a page in one. What stands at the edges of many is
    set aside, behind the paragraph it would part."""
    pages = [_clean(page) for page in pages]
    _set_aside(pages)
    told = [line for page in pages for line in page if not line.aside]
    size = _commonest(round(line.size, 1) for line in told for _ in range(max(1, len(line.text) // 20)))
    leading = _leading(told, size)
    width = _width(told, size)
    compounds = {match.group().casefold() for line in told for match in _COMPOUND.finditer(line.text)}
    writing = Writing()
    current: _Paragraph | None = None
    held: list[Line] = []

    def flush() -> None:
        nonlocal current
        if current is not None:
            writing.add(_joined(current.lines, compounds), heading=current.heading)
            current = None
        for line in held:
            writing.add(line.text, aside=line.aside)
        held.clear()

    last: Line | None = None
    for page in pages:
        turned = True
        for line in page:
            if line.aside:
                held.append(line)
                continue
            heading = _is_heading(line, size)
            if (
                current is None
                or last is None
                or not _goes_on(last, line, leading, width, turned=turned, headings=(current.heading, heading))
            ):
                flush()
                current = _Paragraph(heading=heading)
            current.lines.append(line)
            last, turned = line, False
    flush()
    return writing


def largest(page: Iterable[Line]) -> str:
    """What is written in the largest letters of a page, where these are larger than the others: its title."""
    lines = [line for line in page if line.text.strip()]
    if len(lines) < 3:
        return ""
    top = max(line.size for line in lines)
    if top < 1.25 * median(line.size for line in lines):
        return ""
    found = " ".join(line.text.strip() for line in lines if line.size > 0.95 * top)
    return found if 8 <= len(found) <= 200 and " " in found else ""


def _clean(page: Iterable[Line]) -> list[Line]:
    found = []
    for line in page:
        text = " ".join(line.text.translate(_LIGATURES).split())
        if text:
            found.append(Line(line.x, line.y, line.size, text, line.bold))
    return found


def _set_aside(pages: Sequence[list[Line]]) -> None:
    """Marks what stands at the upper or lower edge of many pages, with other numbers at most, and page numbers."""
    edges: list[tuple[list[Line], str]] = []
    for page in pages:
        rows = sorted(page, key=lambda line: -line.y)
        upper = min(_EDGE, (len(rows) + 1) // 2)
        edges.append((rows[:upper], "page header"))
        edges.append((rows[: max(upper, len(rows) - _EDGE) - 1 : -1], "page footer"))
    seen: Counter[tuple[str, str]] = Counter()
    for rows, why in edges:
        seen.update({(_key(line.text), why) for line in rows})
    least = max(_PAGES, _PART * len(pages))
    # Left and right pages have headers of their own, chapters too: a few pages are many for one of these.
    for rows, why in edges:
        # From the edge inwards, up to the first line that is the page's own.
        for place, line in enumerate(rows):
            often = seen[_key(line.text), why]
            number = _NUMBER.fullmatch(line.text) is not None
            if not (often >= least or (place == 0 and (often >= _PAGES or number))):
                break
            line.aside = "page number" if number else why


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _commonest(sizes: Iterable[float]) -> float:
    counted = Counter(sizes).most_common(1)
    return counted[0][0] if counted else 0.0


def _leading(lines: Sequence[Line], size: float) -> float:
    """How far the lines of the text stand from each other."""
    gaps = [
        round(line.y - after.y, 1)
        for line, after in pairwise(lines)
        if abs(line.size - size) < 0.6 and abs(after.size - size) < 0.6 and 0 < line.y - after.y < 4 * max(size, 1)
    ]
    return _commonest(gaps) or 1.2 * size


def _width(lines: Sequence[Line], size: float) -> int:
    """How many characters a full line of the text has."""
    lengths = sorted(len(line.text) for line in lines if abs(line.size - size) < 0.6)
    return lengths[-1 - len(lengths) // 10] if lengths else 0


def _is_heading(line: Line, size: float) -> bool:
    if len(line.text) > _HEADING or not any(char.isalpha() for char in line.text):
        return False
    return line.size > _LARGER * size or (line.bold and len(line.text) < 80 and not _ENDS.search(line.text))


def _goes_on(last: Line, line: Line, leading: float, width: int, *, turned: bool, headings: tuple[bool, bool]) -> bool:
    """Whether ``line`` goes on with the paragraph of ``last``. ``turned``: it is the first told line of its page."""
    if headings[0] != headings[1] or abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return False
    if headings[0]:
        return not turned and 0 <= last.y - line.y < 1.6 * line.size
    ended = _ENDS.search(last.text) is not None
    if turned or line.y > last.y + 0.5 * line.size:
        # The next page or column: a sentence that is not at its end goes on there.
        return not ended and (line.text[0].islower() or len(last.text) > 0.7 * width) and not _BULLET.match(line.text)
    if last.y - line.y > _WIDER * max(leading, 1):
        return False
    if _BULLET.match(line.text) and not line.text[0].isalpha():
        return False
    indented = line.x - last.x > 0.8 * line.size
    hanging = _BULLET.match(last.text) is not None
    if indented and not hanging and (ended or line.text[0].isupper()):
        return False
    return not (ended and len(last.text) < 0.7 * width)


def _joined(lines: Sequence[Line], compounds: set[str]) -> str:
    """The lines of a paragraph as one, words that were parted at the end of a line in one piece again."""
    found = ""
    for line in lines:
        match = _HYPHEN.search(found) if line.text[0].islower() else None
        if match is None:
            found = f"{found} {line.text}" if found else line.text
            continue
        first = re.match(r"[^\W\d_]+", line.text)
        # A compound that stands elsewhere with its hyphen keeps it.
        kept = first is not None and found[-1] == "-" and f"{match[1]}-{first.group()}".casefold() in compounds
        found = (found if kept else found[:-1]) + line.text
    return found
