"""Which of two articles came first, as far as their dates and what they name tell; else that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from tuireader.article import Article
from tuireader.facts import Mention
from tuireader.text.words import fold

#: ``named``: the other names its outlet; ``dated``: it was published earlier; ``unclear``: these two do not agree.
Rule = Literal["named", "dated", "unclear", ""]

#: What is no part of an outlet's name: how its address begins and ends, an article before it.
_AROUND = re.compile(r"^(?:https?://)?(?:www\.)?(?:the )?|(?:\.(?:com|net|org|info|news|co|uk|de|eu|tv))+(?:/.*)?$")

#: How a text says that it has something from an outlet, before and behind the outlet's name: "citing the Post", "the
#: Post has learned". A name alone is no source: a paper can be what a story is about.
_BEFORE = (
    r"(?:according to|citing|quoting|(?:cited|quoted|reported|published|obtained) by|told|via|source:|as"
    r"|(?:report|article|interview|story) (?:by|in|from|for|with))\s{1,4}(?:the\s{1,4})?"
)
_BEHIND = (
    r"(?:['’]s)?(?:\s{1,4}[^\W\d_]{1,12}){0,2}?\s{1,4}"
    r"(?:report|writ|wrote|said|says|learn|quot|publish|reveal|cit(?:ed|es|ing))"
)
#: A shorter name is likely to be a word of its own.
_SHORTEST = 3


class First(NamedTuple):
    """``id`` of the one that came first, empty where that is not known, and the ``rule`` that says so; ``agencies``
    are the sources that both name."""

    id: str = ""
    rule: Rule = ""
    agencies: tuple[str, ...] = ()


UNKNOWN = First()


class Origins:
    """Where the articles say that they come from: outlet, day, and whom they name as their source."""

    def __init__(self, articles: Sequence[Article], mentions: Iterable[Mention]) -> None:
        self._published = {article.id: article.published or "" for article in articles}
        self._outlet = {article.id: plain(article.source or "") for article in articles}
        self._named: Mapping[str, dict[str, str]] = {article.id: {} for article in articles}
        for article in articles:
            if article.agency:
                self._named[article.id][plain(article.agency)] = article.agency
        for mention in mentions:
            if mention.kind == "sourcing" and mention.source_kind in ("agency", "named"):
                named = self._named.get(mention.span.article)
                if named is not None:
                    named.setdefault(plain(mention.value), mention.value)
        for source in sorted({article.source for article in articles if article.source}):
            for article in articles:
                if cites(article, source):
                    self._named[article.id].setdefault(plain(source), source)
        for id, outlet in self._outlet.items():
            # Who names itself says nothing of another.
            self._named[id].pop(outlet, None)

    def between(self, a: str, b: str) -> First:
        """Which of two came first.

        One that names the other's outlet as its source came after it; so did one that was published later. Where the
        two speak against each other nothing is said.
        """
        named = self._later(self._names(a, b), self._names(b, a), a, b)
        days = self._published[a], self._published[b]
        width = min(map(len, days))
        days = days[0][:width], days[1][:width]
        dated = self._later(days[0] > days[1], days[1] > days[0], a, b)
        mine, theirs = self._named[a], self._named[b]
        agencies = tuple(said for name, said in mine.items() if name in theirs)
        if named and dated and named != dated:
            return First("", "unclear", agencies)
        rule: Rule = "named" if named else "dated" if dated else ""
        return First(named or dated, rule, agencies)

    def _names(self, a: str, b: str) -> bool:
        """Whether one article names another one's outlet."""
        return self._outlet[b] in self._named[a] and self._outlet[a] != self._outlet[b] != ""

    @staticmethod
    def _later(a_is: bool, b_is: bool, a: str, b: str) -> str:
        """The one that is first where the other is later; empty where both are, or none."""
        return "" if a_is == b_is else b if a_is else a


def cites(article: Article, outlet: str) -> bool:
    """Whether an article says in its own telling that it has something from an outlet of this name."""
    if len(outlet) < _SHORTEST or outlet not in article.text:
        return False
    name = rf"(?<!\w){re.escape(outlet)}(?!\w)"
    said = re.compile(rf"(?i:{_BEFORE}){name}|{name}(?i:{_BEHIND})")
    return any(said.search(article.text, part.start, part.end) for part in article.told())


def plain(name: str) -> str:
    """An outlet's name as it is compared: "www.RksNews.com" and "Rks News" are one."""
    text = fold(name.strip())
    before = ""
    while text != before:
        before, text = text, _AROUND.sub("", text)
    return "".join(char for char in text if char.isalnum())
