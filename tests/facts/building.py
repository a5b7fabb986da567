"""Articles made from plain text, and short views of what was found in them."""

from __future__ import annotations

from dataclasses import replace

from tuireader import facts, sources
from tuireader.article import Article
from tuireader.facts import Fact, Facts, Mention


def article(text: str, id: str = "a", published: str | None = None) -> Article:
    """An article of this text. A line without a full stop would be read as a headline, so tests end theirs."""
    return replace(sources.from_text(text, id=id), published=published)


def read(text: str, published: str | None = None) -> Facts:
    """What is found in one text."""
    return facts.find([article(text, published=published)])


def mentions(text: str, kind: str, published: str | None = None) -> list[Mention]:
    """The mentions of one kind in one text."""
    return [mention for mention in read(text, published).mentions if mention.kind == kind]


def names(text: str, kind: str) -> list[str]:
    """The names of one kind in one text, as written."""
    return [mention.text for mention in mentions(text, kind)]


def across(*texts: str) -> list[Fact]:
    """Facts across texts that are taken to tell one story."""
    return list(facts.find([article(text, id) for id, text in zip("abcdefgh", texts, strict=False)]).facts)


def flags(*texts: str) -> list[tuple[str, str]]:
    """Kind and verdict of what differs or changed."""
    return [(fact.kind, fact.verdict) for fact in across(*texts) if fact.verdict in ("differ", "changed")]
