"""Lines that fit a width: wide characters count as two cells, marks as none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from tuireader.report.ink import Run
from tuireader.text.clusters import clusters
from tuireader.text.safe import line as safe_line

#: A paragraph is no narrower than this beside what stands in its margin.
_ROOM = 24
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_JOINER, _PICTURE = "\u200d", "\ufe0f"
_JOINING = frozenset((_JOINER, _PICTURE))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes. Control characters must be gone."""
    if text.isascii():
        return len(text)
    if _JOINING.isdisjoint(text):
        return sum(map(_cells_of, text))
    return sum(map(_cells_joined, clusters(text)))


def _cells_of(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in _NO_WIDTH or "\U0001f3fb" <= char <= "\U0001f3ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cells_joined(cluster: str) -> int:
    """Of characters joined to one picture the first takes room; a letter shown as a picture takes two cells."""
    first = sum(map(_cells_of, cluster.partition(_JOINER)[0]))
    return max(first, 2) if _PICTURE in cluster else first


def fitted(text: str, width: int) -> str:
    """The text in exactly ``width`` cells: filled up with spaces, or cut with an ellipsis."""
    return cut(text, width) + " " * max(0, width - cells(cut(text, width)))


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells, an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    end = used = 0
    for cluster in clusters(text):
        used += cells(cluster)
        if used > width - 1:
            break
        end += len(cluster)
    return text[:end].rstrip() + "…"


def wrap(runs: Iterable[Run], width: int) -> list[list[Run]]:
    """The runs as lines of at most ``width`` cells, broken at spaces; a word that is too long is broken inside.

    Line breaks in the runs count as spaces. No text gives no line.
    """
    lines: list[list[Run]] = []
    line: list[Run] = []
    used = 0
    for word in _words(runs):
        size = sum(cells(run.text) for run in word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = [], 0
        if line:
            style = word[0].style if word[0].style == line[-1].style else ""
            line.append(Run(" ", style))
            used += 1
        while size > max(1, width):
            head, word = _split(word, max(2, width))
            lines.append(head)
            size = sum(cells(run.text) for run in word)
        line.extend(word)
        used += size
    if line:
        lines.append(line)
    return [_joined(line) for line in lines]


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """What stands between spaces; a word can change its style inside."""
    word: list[Run] = []
    for text, style in runs:
        pieces = text.split()
        if word and text[:1].isspace():
            yield word
            word = []
        for number, piece in enumerate(pieces):
            if number:
                yield word
                word = []
            word.append(Run(piece, style))
        if word and pieces and text[-1].isspace():
            yield word
            word = []
    if word:
        yield word


def _split(word: Sequence[Run], width: int) -> tuple[list[Run], list[Run]]:
    """A word as its first ``width`` cells and the rest; the first character goes in however wide it is."""
    head: list[Run] = []
    used = 0
    for place, run in enumerate(word):
        at = 0
        for cluster in clusters(run.text):
            used += cells(cluster)
            if used > width and (at or head):
                return [*head, Run(run.text[:at], run.style)], [Run(run.text[at:], run.style), *word[place + 1 :]]
            at += len(cluster)
        head.append(run)
    return head, []


def _joined(line: Sequence[Run]) -> list[Run]:
    """Neighbours of one style as one run."""
    joined: list[Run] = []
    for run in line:
        if joined and joined[-1].style == run.style:
            joined[-1] = Run(joined[-1].text + run.text, run.style)
        elif run.text:
            joined.append(run)
    return joined


def hang(head: Run, runs: Iterable[Run], width: int, indent: int) -> list[list[Run]]:
    """A paragraph with ``head`` in the margin of ``indent`` cells before its first line."""
    body = wrap(runs, max(10, width - indent)) or [[]]
    shown = cut(head.text, max(0, indent - 2))
    first = [Run(shown, head.style), margin(indent - cells(shown))]
    return [[*first, *body[0]], *([margin(indent), *line] for line in body[1:])]


def beneath(head: Run, runs: Iterable[Run], width: int, indent: int) -> list[list[Run]]:
    """As ``hang``; where that leaves too little room, the head has a line of its own over a paragraph set in."""
    if width >= indent + _ROOM:
        return hang(head, runs, width, indent)
    lead = [[Run(cut(head.text, width), head.style)]] if head.text else []
    return [*lead, *([margin(2), *line] for line in wrap(runs, width - 2))]


def margin(indent: int) -> Run:
    """White space of ``indent`` cells."""
    return Run(" " * indent)


def spaced(piece: str) -> str:
    """A piece out of the middle of a text, safe and on one line, with a space at either end where it had one."""
    shown = safe_line(piece)
    if not shown:
        return " " if piece else ""
    before = " " if piece[0].isspace() else ""
    return before + shown + (" " if piece[-1].isspace() else "")
