"""Blocks of help as lines, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.style import Style

from tuireader.tui.reading.wrap import wrap
from tuireader.tui.screens.help_blocks import SIGN, Block
from tuireader.tui.widgets.lines import Piece, fit, width_of

#: A column narrower than this is hard to read, one wider than this too.
_NARROW, _WIDE = 56, 84
_GAP = 4


def lay_out(blocks: Sequence[Block], width: int, look: Callable[[str], Style], ellipsis: str) -> list[list[Piece]]:
    """The blocks in order, down the columns, as lines of at most ``width`` cells.

    ``look`` gives the style of a name: those of entries, and "title" and "text". A block is never torn apart.
    """
    space = width - 2
    count = max(1, min(len(blocks), (space + _GAP) // (_NARROW + _GAP)))
    while True:
        column = min(_WIDE, (space - _GAP * (count - 1)) // count)
        lines = [_lines(block, column, look, ellipsis) for block in blocks]
        groups = _balanced([len(each) + 1 for each in lines], count)
        if len(groups) == count:
            break
        # Blocks that are not torn may need fewer columns: then these are wider.
        count = len(groups)
    columns = [_stacked([lines[place] for place in group]) for group in groups]
    text = look("text")
    rows: list[list[Piece]] = []
    for at in range(max(map(len, columns), default=0)):
        row: list[Piece] = [(" ", text)]
        for place, held in enumerate(columns):
            pieces = held[at] if at < len(held) else []
            row += pieces
            if place < len(columns) - 1:
                row.append((" " * (column + _GAP - width_of(pieces)), text))
        rows.append(row)
    return rows


def _stacked(blocks: Sequence[list[list[Piece]]]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for block in blocks:
        if rows:
            rows.append([])
        rows += block
    return rows


def _lines(block: Block, width: int, look: Callable[[str], Style], ellipsis: str) -> list[list[Piece]]:
    text = look("text")
    rows: list[list[Piece]] = [[(fit(block.title, width, ellipsis).rstrip(), look("title"))]]
    room = min(SIGN, max(cell_len(entry.sign) for entry in block.entries), width * 2 // 5)
    for entry in block.entries:
        sign = fit(entry.sign, room, ellipsis)
        blank = sign[len(sign.rstrip()) :]
        said = [entry.text[start:end] for start, end in wrap(entry.text, width - room - 4)]
        for place, words in enumerate(said):
            lead: list[Piece] = [("  ", text)]
            lead += [(sign.rstrip(), look(entry.look)), (blank, text)] if not place else [(" " * room, text)]
            rows.append([*lead, ("  ", text), (words, text)])
    return rows


def _balanced(heights: Sequence[int], count: int) -> list[list[int]]:
    """Splits blocks into at most so many columns, in order, so that the longest column is as short as can be."""
    low, high = max(heights, default=0), sum(heights)
    while low < high:
        middle = (low + high) // 2
        if len(_filled(heights, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _filled(heights, low)


def _filled(heights: Sequence[int], limit: int) -> list[list[int]]:
    columns: list[list[int]] = [[]]
    used = 0
    for place, height in enumerate(heights):
        if used + height > limit and columns[-1]:
            columns.append([])
            used = 0
        columns[-1].append(place)
        used += height
    return columns
