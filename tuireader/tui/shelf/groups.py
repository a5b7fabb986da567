"""The list by stories: which articles stand together, under what heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from tuireader.text.words import fold, stopwords, words
from tuireader.tui.shelf.cards import Card

#: So many words say what a story is about.
_WORDS = 6


class Group(NamedTuple):
    """Articles under one heading: a story, those that stand alone, those not compared yet, or all that there are."""

    kind: Literal["story", "alone", "new", "all"]
    number: int
    cards: list[Card]

    @property
    def unread(self) -> int:
        """How many of them were not read."""
        return sum(not card.state.read for card in self.cards)

    @property
    def newest(self) -> str:
        """The newest date among them; empty where none has one."""
        return max((card.article.published or "" for card in self.cards), default="")


def grouped(cards: Sequence[Card], told: bool, together: Collection[int]) -> list[Group]:
    """Cards, in their order, by story. The story whose article comes first comes first.

    ``told`` says whether it is known what they share, ``together`` gives the numbers of stories of several articles.
    """
    if not told:
        return [Group("all", 0, list(cards))] if cards else []
    stories: dict[int, list[Card]] = {}
    alone: list[Card] = []
    new: list[Card] = []
    for card in cards:
        if not card.story:
            new.append(card)
        elif card.story in together:
            stories.setdefault(card.story, []).append(card)
        else:
            alone.append(card)
    found = [Group("new", 0, new)] if new else []
    found += [Group("story", number, held) for number, held in stories.items()]
    if alone:
        found.append(Group("alone" if found else "all", 0, alone))
    return found


def topic(cards: Sequence[Card]) -> str:
    """What a story is about, in few words: those that most of its titles have, else the shortest title."""
    kept = [[word for word in words(card.title) if _tells(card.title[word.start : word.end])] for card in cards]
    # Dictionaries, not sets: what is said must be the same in every process.
    seen = Counter(folded for title in kept for folded in dict.fromkeys(word.folded for word in title))
    least = max(2, (len(cards) + 1) // 2)
    common = [folded for folded, times in seen.most_common() if times >= least][:_WORDS]
    if len(common) < 2:
        return min((card.title for card in cards), key=len, default="")
    # As the title says it that has most of them.
    best = max(range(len(cards)), key=lambda at: len({word.folded for word in kept[at]}.intersection(common)))
    said: dict[str, str] = {}
    for at in (best, *range(len(cards))):
        for word in kept[at]:
            if word.folded in common:
                said.setdefault(
                    word.folded, cards[at].title[word.start : word.end].removesuffix("'s").removesuffix("’s")
                )
    return " ".join(said.values())


def _tells(word: str) -> bool:
    return len(word) > 2 and fold(word) not in stopwords() and not word.isdigit()
