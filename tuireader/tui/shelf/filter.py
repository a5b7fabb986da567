"""Which articles answer what is typed into the filter line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tuireader.text.words import fold
from tuireader.tui.shelf.cards import Card

#: What stands for a state, and the articles it is true of.
_STATES: dict[str, Callable[[Card], bool]] = {
    "unread": lambda card: not card.state.read,
    "read": lambda card: card.state.read,
    "begun": lambda card: card.progress is not None and card.progress < 1,
    "new": lambda card: bool(card.fresh),
    "marked": lambda card: card.state.marks > 0,
}
#: The beginnings of what is looked for in one column, and how it is found there.
_COLUMNS: dict[str, Callable[[Card, str], bool]] = {
    "story": lambda card, text: not text or str(card.story) == text,
    "source": lambda card, text: text in fold(card.source),
    "title": lambda card, text: text in fold(card.title),
    "date": lambda card, text: (card.article.published or "").startswith(text),
    "tag": lambda card, text: _tagged(card, text),
}
#: A shorter word is no mistyped other one.
_LEAST = 4


def fitting(cards: Sequence[Card], text: str, selected: Collection[str] = ()) -> list[Card]:
    """The cards that answer every word typed; a word with a minus before it must not be answered.

    ``unread``, ``#tag``, ``story:2`` and their like are told by their form; anything else is looked for in titles,
    sources and ids. A word that stands in none of them may hold a typing error. ``selected`` are the ids of those that
    are selected for comparing.
    """
    left = list(cards)
    for term in text.split():
        wanted = not (term.startswith("-") and len(term) > 1)
        fits = _test(fold(term if wanted else term[1:]), cards, selected)
        left = [card for card in left if fits(card) == wanted]
    return left


def _test(term: str, cards: Sequence[Card], selected: Collection[str]) -> Callable[[Card], bool]:
    if term in _STATES:
        return _STATES[term]
    if term == "selected":
        return lambda card: card.id in selected
    if term.startswith("#"):
        return lambda card: _tagged(card, term[1:])
    column, colon, value = term.partition(":")
    if colon and column in _COLUMNS:
        look = _COLUMNS[column]
        return lambda card: look(card, value)
    if len(term) < _LEAST or any(term in card.folded for card in cards):
        return lambda card: term in card.folded
    near = _near(term, cards)
    return lambda card: not near.isdisjoint(card.folded.split())


def _tagged(card: Card, beginning: str) -> bool:
    return any(fold(tag).startswith(beginning) for tag in card.state.tags)


def _near(word: str, cards: Sequence[Card]) -> set[str]:
    """The words of the list that a mistyped one may stand for, or be the beginning of."""
    # From the package, not from its modules: while another thread imports it, those would be half there.
    from rapidfuzz import distance as distances
    from rapidfuzz import process

    words = list({each for card in cards for each in card.folded.split()})
    allowed = 1 if len(word) < 6 else 2
    found: set[str] = set()
    for choices in (words, [each[: len(word)] for each in words]):
        near = process.extract(word, choices, scorer=distances.OSA.distance, score_cutoff=allowed, limit=None)
        found.update(words[place] for _, _, place in near)
    return found
