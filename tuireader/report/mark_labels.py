"""What the reader wrote and tagged, as labels that a search finds. The marks come from a library, or from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tuireader.article import Article
from tuireader.report.marked import Noted
from tuireader.search import Label
from tuireader.text.safe import line

FIELDS = ("note", "tag")


def labels(
    marks: Iterable[Noted], tags_of: Callable[[str], Sequence[str]], articles: Sequence[Article]
) -> Iterator[Label]:
    """The labels of marks with notes and tags, and of tagged articles: ``tags_of`` gives the tags of a digest."""
    by_digest = {article.digest: article for article in articles}
    for mark in marks:
        article = by_digest.get(mark.digest)
        if article is None:
            continue
        span = article.span(mark.start, mark.end)
        if mark.note:
            yield Label("note", span, mark.note, "", line(mark.note))
        for tag in mark.tags:
            yield Label("tag", span, tag, tag, line(f"#{tag}"))
    for article in articles:
        for tag in tags_of(article.digest):
            yield Label("tag", article.span(0, len(article.text)), tag, tag, line(f"#{tag}"), whole=True)
