"""A text that is at hand to an article, by the rules for plain text."""

from __future__ import annotations

from tuireader.article import Article
from tuireader.sources.drafts import article
from tuireader.sources.model import Draft


def from_text(text: str, *, id: str, path: str | None = None, encoding: str = "utf-8") -> Article:
    """The article that ``text`` holds.

    ``text`` is kept as it is: all offsets of the result count in it. ``encoding`` says what its bytes were decoded as.
    """
    return article(Draft(text=text, plain=True, encoding=encoding), id=id, path=path)
