"""How a cell looks, as the codes a terminal of a given colour depth understands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.color import ColorSystem
from rich.style import Style

Depth = Literal[0, 16, 256, 16777216]
"""How many colours the terminal has; 0 sends none at all."""

_SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT, 16777216: ColorSystem.TRUECOLOR}

#: Attribute, the code that sets it, the code that takes it back. Bold and dim share theirs.
_ATTRIBUTES = (
    ("bold", "1", "22"),
    ("dim", "2", "22"),
    ("italic", "3", "23"),
    ("underline", "4", "24"),
    ("blink", "5", "25"),
    ("reverse", "7", "27"),
    ("strike", "9", "29"),
)


class Look(NamedTuple):
    """Foreground, background and attributes of a cell, each as SGR parameters; empty is the terminal's own."""

    fore: str
    back: str
    attributes: tuple[str, ...]
    link: str = ""
    """Where a click leads (OSC 8); empty for nowhere."""


PLAIN = Look("", "", ())

#: What a link may consist of, so that nothing in it ends it.
_ADDRESS = re.compile("[!-~]{1,2000}")

#: Attributes that are seen where nothing stands: underlined, reverse, struck out.
_SEEN = frozenset("479")


def bare(look: Look) -> Look:
    """The look of a blank in this look: its ground alone, where the rest is not to be seen."""
    return look if shows(look) else Look("", look.back, ())


@lru_cache(maxsize=4096)
def blanking(pen: Look, ground: str) -> Look:
    """The look nearest to a pen that draws a blank of this ground: every one does that shows nothing else."""
    return Look(pen.fore, ground, tuple(each for each in pen.attributes if each not in _SEEN))


def shows(look: Look) -> bool:
    """Whether more than the ground of a blank in this look is to be seen, or to be clicked on."""
    return bool(look.link) or not _SEEN.isdisjoint(look.attributes)


@lru_cache(maxsize=4096)
def look(style: Style | None, depth: Depth) -> Look:
    """The look of a style at a colour depth. What the depth cannot show is left to the terminal's default."""
    if style is None:
        return PLAIN
    fore = back = ""
    system = _SYSTEMS.get(depth)
    if system is not None:
        if style.color is not None and not style.color.is_default:
            fore = ";".join(style.color.downgrade(system).get_ansi_codes(foreground=True))
        if style.bgcolor is not None and not style.bgcolor.is_default:
            back = ";".join(style.bgcolor.downgrade(system).get_ansi_codes(foreground=False))
    link = style.link if style.link and _ADDRESS.fullmatch(style.link) else ""
    return Look(fore, back, tuple(on for name, on, _ in _ATTRIBUTES if getattr(style, name)), link)


def apart(old: Look, new: Look) -> int:
    """About as many bytes as ``change`` takes: enough to choose by, of many looks, without writing all out."""
    return (
        (old.fore != new.fore) * len(new.fore or "39")
        + (old.back != new.back) * len(new.back or "49")
        + (old.attributes != new.attributes) * 2
        + (old.link != new.link) * len(new.link)
    )


@lru_cache(maxsize=8192)
def change(old: Look, new: Look) -> str:
    """The shortest SGR sequence that turns one look into the other, after OSC 8 for another link; empty where they are
    equal."""
    link = "" if old.link == new.link else f"\x1b]8;;{new.link}\x1b\\"
    if old[:3] == new[:3]:
        return link
    codes: list[str] = []
    kept = set(old.attributes)
    for _, on, off in _ATTRIBUTES:
        if on in kept and on not in new.attributes:
            if off not in codes:
                codes.append(off)
            kept -= {code for _, code, back in _ATTRIBUTES if back == off}
    codes += [on for on in new.attributes if on not in kept]
    if old.fore != new.fore:
        codes.append(new.fore or "39")
    if old.back != new.back:
        codes.append(new.back or "49")
    relative = ";".join(codes)
    absolute = ";".join(part for part in ("", *new.attributes, new.fore, new.back) if part)
    absolute = f"0;{absolute}" if absolute else "0"
    shorter = absolute if len(absolute) < len(relative) else relative
    return f"{link}\x1b[{'' if shorter == '0' else shorter}m"
