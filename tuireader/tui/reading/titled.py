"""What the title line over an article says. Pure."""

from __future__ import annotations

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.text.safe import line as safe


def titled(article: Article, dot: str, hits: int = 0) -> tuple[str, str]:
    """The left of the line, with the outlet where it is known, and the right: hits of a search, and the date."""
    title = safe(article.title)
    if article.source:
        title = f"{safe(article.source)} {dot} {title}"
    right = filter(None, (count(hits, "hit") if hits else "", article.published or ""))
    return title, f" {dot} ".join(right)
