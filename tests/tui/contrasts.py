"""What a terminal shows for a look as it is sent, and how readable that is."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.settings.colour import RGB, contrast, of_256
from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal.looks import Look, look

#: The sixteen colours of two usual terminals: the VGA console, and xterm.
VGA: tuple[RGB, ...] = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)
XTERM: tuple[RGB, ...] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)


def of_code(code: str, sixteen: tuple[RGB, ...], otherwise: RGB) -> RGB:
    """The colour for SGR parameters; ``otherwise`` is the terminal's own."""
    parts = code.split(";")
    if parts[1:2] == ["2"]:
        red, green, blue = map(int, parts[2:])
        return red, green, blue
    if parts[1:2] == ["5"]:
        number = int(parts[2])
        return of_256(number) if number > 15 else sixteen[number]
    if not code:
        return otherwise
    number = int(code)
    return sixteen[number % 10 + (8 if number >= 90 else 0)]


def readable(each: Look, sixteen: tuple[RGB, ...], *, dark: bool) -> float:
    """The contrast of a look; ``dark``: the terminal's own ground is black, and its letters are white."""
    fore = of_code(each.fore, sixteen, (255, 255, 255) if dark else (0, 0, 0))
    back = of_code(each.back, sixteen, (0, 0, 0) if dark else (255, 255, 255))
    if "7" in each.attributes:
        fore, back = back, fore
    return contrast(fore, back)


def drawn_looks(app: ReaderApp) -> Iterator[tuple[str, Look]]:
    """Every stretch of the screen that is not blank, with how it is sent."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            text = segment.text.strip()
            if text:
                yield text, look(segment.style, app.depth)
