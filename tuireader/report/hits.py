"""``search`` as text: the passages that answer, best first, with the words that did."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.article import Article
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, hang, spaced
from tuireader.report.records import labels
from tuireader.search import Hit
from tuireader.text.safe import line

_WIDEST = 100


def finding(query: str, articles: Sequence[Article], found: Sequence[Hit], width: int, ink: Ink) -> list[str]:
    """A paragraph a hit; one line where there is none."""
    if not found:
        return [f"Nothing in {len(articles)} articles answers “{line(query)}”."]
    short = {name: line(label) for name, label in labels([article.id for article in articles]).items()}
    texts = {article.id: article.text for article in articles}
    indent = 2 + min(24, max(cells(short[hit.span.article]) for hit in found))
    lines = []
    for hit in found:
        runs = _lit(texts[hit.span.article], hit)
        head = Run(short[hit.span.article], "number")
        lines += [ink.draw(each) for each in hang(head, runs, min(width, _WIDEST), indent)]
    return lines


def _lit(text: str, hit: Hit) -> list[Run]:
    runs = []
    reached = hit.span.start
    for match in hit.matches:
        runs += [Run(spaced(text[reached : match.start])), Run(line(text[match.start : match.end]), "hit")]
        reached = match.end
    return [*runs, Run(spaced(text[reached : hit.span.end]))]
