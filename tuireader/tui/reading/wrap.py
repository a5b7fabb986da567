"""Breaks a line of text into pieces that fit a width, counted in terminal cells."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, get_character_cell_size

from tuireader.text.clusters import clusters, floor, joined

#: Characters after which a line may break without a space between: scripts written without spaces, and hyphens.
_WIDE = 2

#: Lines are cut between words where that leaves so much of the room.
_KEPT = 0.8


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Half-open stretches of ``text``, in order, each at most ``width`` cells wide (one character at the least).

    Lines break at spaces, which belong to neither side, after hyphens, between wide characters, and inside a word only
    where it is longer than a line. An empty text is one empty line.
    """
    width = max(1, width)
    if not text:
        return [(0, 0)]
    if len(text) <= width and text.isascii():
        return [(0, len(text))]
    cells = None if text.isascii() else _cells(text)
    if cells is not None and max(cells) == 1 == min(cells):
        cells = None
    lines: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while start < size:
        limit = min(start + width, size) if cells is None else _fit(cells, start, width)
        if limit >= size:
            lines.append((start, size))
            break
        end = _break(text, cells, start, limit)
        lines.append((start, _rstrip(text, start, end)))
        start = end
        while start < size and text[start] == " ":
            start += 1
    return lines


def _cells(text: str) -> list[int]:
    sizes: list[int] = []
    joined = False
    base: int | None = None
    for place, char in enumerate(text):
        # What a zero-width joiner joins is drawn into the cell before it.
        size = 0 if joined else get_character_cell_size(char)
        if char == "\ufe0f" and base is not None and not joined:
            # What could be a letter is shown as a picture, which is wide; marks may stand between the two.
            sizes[base] = cell_len(text[base] + char)
            base = None
        sizes.append(size)
        base = place if size else base
        joined = char == "\u200d" and not joined
    return sizes


def _fit(cells: list[int], start: int, width: int) -> int:
    used, end = 0, start
    while end < len(cells) and used + cells[end] <= width:
        used += cells[end]
        end += 1
    return max(end, start + 1)


def _break(text: str, cells: list[int] | None, start: int, limit: int) -> int:
    """Where the line that starts at ``start`` and may reach ``limit`` ends."""
    if text[limit] == " ":
        return limit
    for end in range(limit, start, -1):
        before = text[end - 1]
        if before == " ":
            return end
        if before in "-–—" and end - 1 > start and text[end - 2] != " ":
            return end
        if cells is not None and cells[end - 1] == _WIDE and cells[end] != 0 and not joined(text, end):
            return end
    # A mark never stands apart from its letter, nor a half of a flag from the other.
    return floor(text, limit, start)


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def cut(text: str, width: int) -> str:
    """As much of the text as fits into a width in cells; nothing that is one character to a reader is cut."""
    if cell_len(text) <= width:
        return text
    if text.isascii():
        return text[: max(0, width)]
    used, end = 0, 0
    for cluster in clusters(text):
        used += cell_len(cluster)
        if used > width:
            break
        end += len(cluster)
    return text[:end]


def wrapped(text: str, width: int, most: int, ellipsis: str) -> list[str]:
    """The text as at most so many lines of a width; an ellipsis says that more follows."""
    # A character with all the marks it may carry is five: whatever lies beyond this is not shown.
    text = text[: 8 * width * most]
    places = wrap(text, width)
    lines = [text[start:end] for start, end in places[:most]]
    if len(places) > most:
        rest = text[places[most - 1][0] :]
        last = cut(rest, max(0, width - 1))
        before, parted, _ = last.rpartition(" ")
        if parted and rest[len(last) :][:1] not in (" ", "") and cell_len(before) >= _KEPT * width:
            # Half a word reads like another one; but what tells two lines apart must not go for it.
            last = before
        lines[-1] = last.rstrip(" ,;:.-") + ellipsis
    return lines


def together(paragraphs: Sequence[str], width: int, room: int, ellipsis: str) -> list[str]:
    """Paragraphs under each other, wrapped to a width, in so many lines: each has one at least, and an ellipsis where
    it is cut."""
    lines: list[str] = []
    for place, text in enumerate(paragraphs):
        later = len(paragraphs) - place - 1
        lines += wrapped(text, max(1, width), max(1, room - len(lines) - later), ellipsis)
    return lines
