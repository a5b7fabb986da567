"""What a terminal shows, as it is kept from run to run: cells, cursor, and what the program means by them."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.cells import Cell, Screen
from tuireader.tui.terminal.grid import cells_of
from tuireader.tui.terminal.looks import Look

#: A cell holds so many characters at the most, a line of a screen so many cells.
_CROWD, _WIDEST = 16, 2000


class Picture(NamedTuple):
    """``rows[y][x]`` is a cell; the cursor stands at (x, y), to be ``seen`` or not.

    ``meaning`` tells what a key would act upon from what it would act upon elsewhere: the program's own words.
    """

    rows: list[list[Cell]]
    cursor: tuple[int, int]
    seen: bool
    meaning: str

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in cells."""
        return len(self.rows[0]), len(self.rows)


def painting(picture: Picture, abilities: Abilities = LEAST) -> str:
    """What to send to a terminal of its size of which nothing is known, so that it shows a picture."""
    text = Screen(*picture.size, abilities).update(picture.rows, picture.cursor)
    return f"{text}\x1b[0m" + ("\x1b[?25h" if picture.seen else "")


def packed(picture: Picture) -> bytes:
    """A picture as bytes: JSON, a line as stretches of cells in one look."""
    looks: dict[Look, int] = {}
    rows = [_stretches(row, looks) for row in picture.rows]
    form = {
        "meaning": picture.meaning,
        "cursor": picture.cursor,
        "seen": picture.seen,
        "looks": [[look.fore, look.back, look.attributes] for look in looks],
        "rows": rows,
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpacked(data: bytes) -> Picture | None:
    """The picture of such bytes; None where they are none."""
    try:
        form = json.loads(data)
        looks = [Look(str(fore), str(back), tuple(map(str, codes))) for fore, back, codes in form["looks"]]
        rows = [[cell for number, cells in row for cell in _cells(looks[number], cells)] for row in form["rows"]]
        x, y = map(int, form["cursor"])
        picture = Picture(rows, (x, y), bool(form["seen"]), str(form["meaning"]))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    width = len(rows[0]) if rows else 0
    even = 0 < width <= _WIDEST and all(len(row) == width for row in rows)
    return picture if even and 0 <= x < width and 0 <= y < len(rows) else None


def _stretches(row: list[Cell], looks: dict[Look, int]) -> list[list[Any]]:
    """A line as [number of a look, characters]: a string where each cell holds one, else a list."""
    found: list[list[Any]] = []
    for text, look in row:
        number = looks.setdefault(look, len(looks))
        if not found or found[-1][0] != number:
            found.append([number, []])
        found[-1][1].append(text)
    for each in found:
        if all(len(text) == 1 for text in each[1]):
            each[1] = "".join(each[1])
    return found


def _cells(look: Look, cells: Any) -> list[Cell]:
    if not isinstance(cells, str | list) or not all(isinstance(text, str) and len(text) <= _CROWD for text in cells):
        raise TypeError
    found = cells_of(look)
    return [found[text] for text in cells]
