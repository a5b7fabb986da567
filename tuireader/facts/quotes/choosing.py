"""Which of the verbs of saying in a clause a quote belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quotes.attribution import Attribution
from tuireader.facts.quotes.clauses import Item
from tuireader.facts.quotes.speech import Quote

_PRONOUNS = word_set("he she they it")
_TOLD = word_set("say tell add write ask reply respond continue explain tweet recall note declare shout exclaim")
_STOPS = frozenset(",?!…—–-")
#: With one of these between a quote and the next subject, that one says something else.
_LEADS = word_set("who which that because when while as if and but or since after before although though where so")


#: From here on a verb is not right beside its quote.
LOOSE = 2.0


def chosen(
    document: Document, items: Sequence[Item], at: int, quote: Quote, here: Sequence[Attribution]
) -> tuple[Attribution, float]:
    """The attribution the quote at item ``at`` belongs to, of one or more in its clause, and how far that is."""
    distance, _, one = min((_distance(document, items, at, quote, one), one.cue, one) for one in here)
    if one.cue > at:
        # "'It rains,' aides said Lang told them": the words are Lang's.
        one = next((other for other in here if one.cue < other.subject[0] <= one.cue + 2), one)
    return one, distance


def _distance(document: Document, items: Sequence[Item], at: int, quote: Quote, one: Attribution) -> float:
    """How far a verb is from a quote, the surest place first: "'…,' Lang said", "Lang said: '…'", what it reports."""
    low, high = one.content
    first, last = one.subject
    if one.cue > at:
        between = any(item.quote is not None for item in items[at + 1 : one.cue])
        beside = at < first <= at + 4 or (first == last and one.cue - at <= 3)
        led = any(item.low in _LEADS for item in items[at + 1 : first + 1])
        if beside and not between and not led and one.verb == "according to":
            # "Lang added, '…,' according to her office": she said it.
            return 2.4
        if beside and not between and items[first].low in _PRONOUNS and one.verb not in _TOLD:
            # "…, 'a mess,' they should expect defeat": what follows need not be about the words.
            return 2.6
        if beside and not between and not led:
            return 0.0 if document.text[quote.end - 1] in _STOPS else 1.5
    else:
        gap = at - max(one.cue + 1, last if last <= at else 0)
        if gap <= 0 or (gap == 1 and items[at - 1].low in (":", ",")):
            return 0.5
    if low <= at < high:
        return (2 if one.cue < at else 2.5) + abs(at - one.cue) / 1000
    return 3 + abs(at - one.cue)
