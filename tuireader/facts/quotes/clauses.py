"""Paragraphs as clauses in which a quote is one piece, so that whoever speaks stands beside what is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.tagging import Name
from tuireader.facts.quotes.speech import Quote
from tuireader.facts.saying import NOUNLIKE, is_cue

#: Text without full stops is cut after so many pieces, so that a look around a piece stays short.
_LONGEST = 250
_STOPS = frozenset(".?!…;")


class Item(NamedTuple):
    """A piece of a clause: a token, a name (several tokens) or a quote. ``low`` is empty for names and quotes."""

    first: int
    last: int
    low: str
    name: Name | None = None
    quote: Quote | None = None


class Clause(NamedTuple):
    """The pieces between two full stops outside of quotes, and the paragraph they stand in."""

    items: list[Item]
    paragraph: int


def clauses(document: Document, names: Sequence[Name], quotes: Sequence[Quote]) -> list[Clause]:
    """All clauses of a document, in order."""
    found: list[Clause] = []
    by_first = {name.first: name for name in names}
    starts = [quote.opened for quote in quotes]
    ends: dict[int, set[int]] = {}
    index = 0
    for sentence in document.sentences:
        ends.setdefault(sentence.paragraph, set()).add(sentence.last)
    for number, (start, end) in enumerate(document.paragraphs):
        items: list[Item] = []
        index, stop = max(index, document.at(start)), document.at(end)
        sentence_ends = ends.get(number, set())
        while index < stop:
            token = document.tokens[index]
            at = bisect_right(starts, token.start) - 1
            quote = quotes[at] if at >= 0 and quotes[at].closed > token.start else None
            if quote is not None:
                last = max(index + 1, document.at(quote.closed))
                items.append(Item(index, last, "", quote=quote))
                index = last
                if _ends_with_stop(document, quote, index):
                    items = _close(found, items, number)
                continue
            name = by_first.get(index)
            last = name.last if name else index + 1
            items.append(Item(index, last, "" if name else token.low, name=name))
            index = last
            stops = (name is None and token.text in _STOPS) or (index in sentence_ends and token.text != ",")
            if len(items) >= _LONGEST or (stops and not _goes_on(document, index, stop)):
                items = _close(found, items, number)
        _close(found, items, number)
    return found


def _goes_on(document: Document, index: int, stop: int) -> bool:
    """Whether the full stop before token ``index`` ends no sentence: "(D-Wis.) said"."""
    if index >= stop:
        return False
    following = document.tokens[index].text
    return following in (")", ",", "]") or following[0].islower()


def _close(found: list[Clause], items: list[Item], paragraph: int) -> list[Item]:
    if items:
        found.append(Clause(items, paragraph))
    return []


def _ends_with_stop(document: Document, quote: Quote, index: int) -> bool:
    """Whether a quote closes its sentence: a full stop inside, and what follows begins anew."""
    inside = document.text[quote.end - 1]
    if index >= len(document.tokens):
        return True
    following = document.tokens[index]
    if _said_of_it(document, index, inside) or following.text in "—–―":
        return False
    if following.text in '"“‘—–-':
        return inside in ".?!…"
    if inside == ",":
        return False
    return inside in ".?!…" and following.text[0].isupper()


#: Behind a question or a shout the speaker may be described at length before the verb comes.
_FAR = 22
_NO_SPEAKER = word_set(
    "is are was were has have had will would could can but so because when if it he she they i we you"
)


def _said_of_it(document: Document, index: int, inside: str) -> bool:
    """Whether a verb of saying follows a quote that ends in a full stop: "'Do you?' Lang asked."."""
    tokens = document.tokens
    for at in range(index + 1, min(index + (_FAR if inside in "?!" else 7), len(tokens))):
        token = tokens[at]
        if is_cue(token.low) and token.low not in NOUNLIKE:
            rest = tokens[at + 1 : at + 2]
            return (
                inside != "."
                or not rest
                or rest[0].text in ".,:"
                or rest[0].low in ("on", "in", "at", "during", "after")
            )
        if inside in "?!":
            if token.text in ".?!;:“" or token.low in _NO_SPEAKER:
                return False
        elif not (token.text[0].isupper() or token.low in ("the", "(", ")", "-", ".")):
            return False
    return False
