"""How a screen looks in each colour depth, as a text that differs where a look does.

For each depth a legend of the looks as they are sent, in the order in which they appear, and a letter of it for each
cell; ``.`` is the look that most cells have. What stands in the cells is in the golden of the text.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from string import ascii_letters, digits

from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal.looks import Depth, Look, look

DEPTHS: dict[str, Depth] = {"truecolor": 16777216, "256 colours": 256, "16 colours": 16, "no colours": 0}

_ATTRIBUTES = {"1": "bold", "2": "dim", "3": "italic", "4": "underline", "7": "reverse", "9": "strike"}
_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


def recoloured(app: ReaderApp, depth: Depth) -> None:
    """Draws the screen as a terminal of another depth would have it."""
    app.use_depth(depth)


def looks(app: ReaderApp) -> list[str]:
    """The looks of the screen at the depth the app has now."""
    rows: list[list[Look]] = []
    for strip in app.screen._compositor.render_strips():
        row: list[Look] = []
        for segment in strip:
            row += [look(segment.style, app.depth)] * segment.cell_length
        rows.append(row)
    common = Counter(each for row in rows for each in row).most_common(1)[0][0]
    letters = {common: "."}
    signs = iter(ascii_letters + digits)
    for row in rows:
        for each in row:
            if each not in letters:
                letters[each] = next(signs)
    return [
        *(f"{letter} {told(each)}" for each, letter in letters.items()),
        *(f"{number:>2} {''.join(letters[each] for each in row).rstrip('.')}" for number, row in zip(count(1), rows)),
    ]


def told(each: Look) -> str:
    """A look in words: ``#e0c8a4 on #131519 bold``, ``bright red on 16``, ``default underline``."""
    ground = f" on {_colour(each.back)}" if each.back else ""
    return " ".join([f"{_colour(each.fore)}{ground}", *(_ATTRIBUTES[code] for code in each.attributes)])


def _colour(code: str) -> str:
    parts = code.split(";")
    if parts[1:2] == ["2"]:
        return "#{:02x}{:02x}{:02x}".format(*map(int, parts[2:]))
    if parts[1:2] == ["5"]:
        return parts[2]
    if not code:
        return "default"
    number = int(code)
    bright = "bright " if number >= 90 else ""
    return f"{bright}{_HUES[number % 10]}"
