"""What of a theme would be hard to read, in 24-bit and in 256 colours. Of the terminal's own colours nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.settings.colour import contrast, nearest_256, of_256, rgb
from tuireader.settings.theme import Depth, Theme

#: The contrast that text wants (WCAG 2.2, level AA).
LEAST = 4.5

_INKS = ("text", "muted", "accent", "warning", "error", "differs", "changed", "agree", "only")


def weak(theme: Theme) -> list[str]:
    """A line for each pair of colours of which one is to be read on the other and hardly can."""
    if theme.ansi:
        return []
    found = []
    for depth, said in (("truecolor", "24-bit colours"), ("256", "256 colours")):
        for ink, ground, one, other in _pairs(theme, depth):  # type: ignore[arg-type]
            have = contrast(one, other)
            if have < LEAST:
                found.append(f"{ink} on {ground} has a contrast of {have:.1f} in {said}; text wants {LEAST}")
    return found


Seen = tuple[int, int, int]


def _pairs(theme: Theme, depth: Depth) -> Iterator[tuple[str, str, Seen, Seen]]:
    """What is read on what: the names, and the colours as they are seen."""
    seen = rgb if depth == "truecolor" else _of_256
    colours, passages = theme.colours, theme.passages
    for ground in ("background", "surface"):
        for ink in _INKS:
            yield ink, ground, seen(getattr(colours, ink)), seen(getattr(colours, ground))
    yield "cursor_text", "cursor", seen(colours.cursor_text), seen(colours.cursor)
    yield "background", "accent", seen(colours.background), seen(colours.accent)
    tints = list(map(rgb, passages.tints)) if depth == "truecolor" else list(map(of_256, passages.tints256))
    inks = list(map(rgb, passages.inks)) if depth == "truecolor" else list(map(of_256, passages.inks256))
    for number, ink_seen in enumerate(inks, 1):
        yield f"ink {number}", "background", ink_seen, seen(colours.background)
        if tints:
            yield f"ink {number}", f"tint {number}", ink_seen, tints[number - 1]
    for number, tint in enumerate(tints, 1):
        for ink in ("text", "muted", "differs"):
            yield ink, f"tint {number}", seen(getattr(colours, ink)), tint


def _of_256(colour: str) -> Seen:
    return of_256(nearest_256(colour))
