"""One mark to read: its note, where it stands, its tags, and when it was made."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.text.safe import line as safe
from tuireader.tui.context import Context
from tuireader.tui.reading.mark_context import in_paragraph
from tuireader.tui.reading.mark_groups import tags_of, words_of
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library import Mark

#: Lines of a text are no wider.
_MEASURE = 72


def preview(here: Context, mark: Mark, article: Article | None, width: int) -> list[list[Piece]]:
    """The lines, at most ``width`` cells each: the note first, since it is what the reader wrote."""
    palette = here.palette
    room = max(8, min(_MEASURE, width - 4))
    lines: list[list[Piece]] = []

    def put(text: str, style: Style, sign: str = "") -> None:
        for start, end in wrap(text, room):
            lines.append([(f" {sign or ' '} ", palette.accent), (text[start:end], style)])
            sign = ""

    if mark.note:
        for place, text in enumerate(mark.note.split("\n")):
            put(safe(text), palette.text, "" if place else here.glyphs.noted)
        lines.append([])
    if mark.label:
        put(safe(mark.label), palette.title)
    if article is None:
        put(words_of(mark._replace(label=""), None), palette.text, here.glyphs.bookmark)
    else:
        sign, lit = here.glyphs.bookmark, palette.text + palette.marked
        for runs in in_paragraph(article, mark.start, mark.end, room):
            lines.append([(f" {sign} ", palette.accent)])
            lines[-1] += [(run.text, lit if run.lit else palette.muted) for run in runs]
            sign = " "
    lines.append([])
    about = [mark.kind, f"marked {time.strftime('%Y-%m-%d', time.localtime(mark.created))}"]
    put(", ".join(about), palette.muted)
    if tags := tags_of(mark):
        put(tags, palette.accent)
    return lines
