"""Which language an article is in, as HTML names it, so that it is read aloud and hyphenated as that."""

from __future__ import annotations

from tuireader.article import Article


def tongue(article: Article) -> str | None:
    """The tag of its language; None where it cannot be told, or is that of the page."""
    return None if article.language is None or article.language.partition("-")[0] == "en" else article.language
