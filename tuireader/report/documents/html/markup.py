"""HTML built so that nothing gets into it unescaped: what is not ``Html`` already is text, and is made safe."""

from __future__ import annotations

import html
import re

from tuireader.text.safe import clean

#: Code points that HTML forbids, which ``safe`` lets through: they steer nothing.
_NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
_VOID = frozenset(("meta", "hr", "br", "col", "link", "img", "input"))


class Html(str):
    """Markup, as against text."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Text as HTML shows it, in quotation marks too: without what could steer, hide or reorder."""
    return Html(html.escape(_NO_CHARACTER.sub("\ufffd", clean(text)), quote=True))


def tag(name: str, /, *inside: str, **attributes: str | int | bool | None) -> Html:
    """An element. Attributes: ``class_`` is ``class``, ``aria_label`` is ``aria-label``; True is one without a value,
    False and None are left out."""
    said = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        word = key.rstrip("_").replace("_", "-")
        said.append(f" {word}" if value is True else f' {word}="{escape(str(value))}"')
    opening = f"<{name}{''.join(said)}>"
    return Html(opening) if name in _VOID else Html(f"{opening}{joined(*inside)}</{name}>")


def joined(*pieces: str) -> Html:
    """Pieces in a row; those that are text are escaped."""
    return Html("".join(piece if isinstance(piece, Html) else escape(piece) for piece in pieces))


def lines(*pieces: str) -> Html:
    """Blocks, each on lines of its own, so that the page can be read as a file too."""
    return Html("\n".join(joined(piece) for piece in pieces if piece))
