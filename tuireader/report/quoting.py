"""``read`` as text: what stands at a place, and where it is from."""

from __future__ import annotations

from tuireader.article import Article, Span
from tuireader.report.citing import address, excerpt, source
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import wrap
from tuireader.text.safe import line

#: Longer lines are hard to read.
_MEASURE = 80


def stretch(article: Article, span: Span, width: int, ink: Ink) -> list[str]:
    """The lines of a stretch of an article, and under them where it is from."""
    measure = min(width, _MEASURE)
    lines: list[str] = []
    for words in excerpt(article, span.start, span.end).split("\n"):
        lines += [ink.draw(wrapped) for wrapped in wrap([Run(words)], measure)] if words else [""]
    said = Run(f"{source(article)} ({line(address(span))})", "dim")
    return [*lines, "", *(ink.draw(wrapped) for wrapped in wrap([said], measure))]
