"""What is told of any text that is not as most are: characters that are never shown, and its encoding. Pure."""

from __future__ import annotations

from functools import lru_cache

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.text.hidden import Stretch, stretches
from tuireader.text.safe import display
from tuireader.text.safe import line as safe

#: Encodings of which nothing need be said.
_USUAL = frozenset(("utf-8", "utf-8-sig", "ascii"))


def oddities(article: Article) -> list[str]:
    """What the status line says of a text whichever way it is shown."""
    names = []
    if found := hidden(article):
        names.append(count(sum(end - start for start, end, _ in found), "hidden character"))
    if article.encoding not in _USUAL:
        names.append(safe(article.encoding))
    return names


def hidden(article: Article) -> tuple[Stretch, ...]:
    """What is never shown of an article."""
    return _hidden(article.text)


@lru_cache(maxsize=16)
def _hidden(text: str) -> tuple[Stretch, ...]:
    return tuple(stretches(display(text), text))
