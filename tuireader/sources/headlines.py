"""Which lines head a text or a section of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.article import Role
from tuireader.sources.lines import Line
from tuireader.text.lazy import Lazy

#: A longer line is no headline.
TITLE_CAP = 220
#: A line of this length that ends like a sentence is a paragraph.
_PARAGRAPH = 100
#: The headline stands among so many lines at most.
_HEAD_LINES = 12
_HEADING_CAP = 90

_ENDS = re.compile(r"[.!?…:;,。！？؟।，；：][\"'”’»)\]]*$")
_STOPS = re.compile(r"[.,;:。，；：؛।][\"'”’»)\]]*$")
_MARKDOWN = Lazy(r"#{1,6}\s+(?=\S)")
_LABEL = Lazy(r"(?:title|headline)\s?:\s+(?=\S)", re.I)
_SMALL_WORDS = """
    a an and as at but by for from if in into is it nor of off on onto or out over per so than that the to up via vs was
    were will with yet
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def head(rows: Sequence[Line]) -> int:
    """How many lines stand before the first paragraph."""
    for number, row in enumerate(rows[:_HEAD_LINES]):
        if len(row.text) > TITLE_CAP or (len(row.text) >= _PARAGRAPH and ends(row.text)):
            return number
    return min(len(rows), _HEAD_LINES)


def ends(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence or a part of one."""
    return _ENDS.search(line, max(0, len(line) - 4)) is not None


def bare(line: str) -> str:
    """A headline without Markdown's marks and labels."""
    if line.startswith("#"):
        line = _MARKDOWN.sub("", line, 1)
    return _LABEL.sub("", line, 1) if _labelled(line) else line


def _marked(line: str) -> bool:
    return line.startswith("#") and _MARKDOWN.match(line) is not None


def _labelled(line: str) -> bool:
    return line[:8].lower().startswith(("title", "headline")) and _LABEL.match(line) is not None


def outlet(headline: str) -> tuple[str, str | None]:
    """A headline, and the outlet's name that web pages put after a bar: ``Harbour reopens | The Lindby Post``."""
    kept, bar, name = headline.rpartition(" | ")
    fits = bar and len(kept.split()) >= 3 and len(name) <= 40 and len(name.split()) <= 5 and name[:1].isupper()
    return (kept.rstrip(), name.strip()) if fits else (headline, None)


def title(rows: Sequence[Line], roles: Sequence[Role], first_paragraph: int) -> int | None:
    """Number of the headline's line: before the first paragraph, three words or more, no full stop."""
    for number in range(min(first_paragraph, len(rows) - 1)):
        line = rows[number].text
        if roles[number] != "body" or len(line) > TITLE_CAP:
            continue
        if _marked(line) or _labelled(line):
            return number
        wide = sum(char > "\u2e80" for char in line)
        if len(line.split()) < 3 and wide < 5:
            continue
        stopped = _STOPS.search(line, max(0, len(line) - 4)) is not None
        if stopped and not (line.endswith(".") and title_cased(line) and rows[number + 1].gap):
            return None
        return None if line[0] in '“"' and not title_cased(line) and len(line) > 120 else number
    return None


def title_cased(line: str) -> bool:
    """Whether nearly all words but the small ones are capitalised, and there are at least two of these."""
    first = [next((char for char in word if char.isalpha()), "") for word in line.split()]
    big = [
        char
        for char, word in zip(first, line.split(), strict=True)
        if char and word.strip("“”\"'‘’()").casefold() not in _SMALL
    ]
    return len(big) >= 2 and sum(char.isupper() for char in big) >= 0.8 * len(big)


def headings(rows: Sequence[Line], roles: Sequence[Role]) -> list[int]:
    """Numbers of the section heads: short lines without final punctuation between paragraphs."""
    told = [number for number, role in enumerate(roles) if role in ("body", "title")]
    found: list[int] = []
    for place, number in enumerate(told):
        line = rows[number].text
        if roles[number] == "title" or len(line) > _HEADING_CAP or len(line.split()) > 14:
            continue
        if _marked(line):
            found.append(number)
            continue
        if ends(line) or not (line[0].isupper() or line[0] in '“"‘') or place + 1 >= len(told):
            continue
        after = rows[told[place + 1]].text
        if len(after) < max(80, 2 * len(line)) or not (after[0].isupper() or not after[0].isalpha()):
            continue
        before = rows[told[place - 1]].text if place else "."
        if (roles[told[place - 1]] == "title" or ends(before)) and (title_cased(line) or len(line.split()) <= 8):
            found.append(number)
    return found
