"""What became of the people a number counts: "34 people were killed" and "41 dead" count the same."""

from __future__ import annotations

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quantities.quantity import Quantity

_FATES = {
    word: fate
    for fate, words in {
        "dead": """kill kills killed killing die dies died dying dead death deaths toll perish perished perishing
            drowned drowning bodies body corpses lives fatalities deadly lethal""",
        "injured": """injure injures injured injuring injuries wound wounds wounded wounding hurt hurting hospitalised
            hospitalized""",
        "missing": "missing unaccounted disappeared vanished",
        "rescued": "rescued rescue rescuing saved survived survivors alive",
        "arrested": "arrested arrest arresting detained detaining arrests custody",
    }.items()
    for word in word_set(words)
}
#: Every kind of fate there is.
FATES = frozenset(_FATES.values())
_PEOPLE = word_set(
    """people persons civilians individuals person residents inhabitants citizens passengers others men women villagers
    lives bodies corpses victims dead others pedestrians"""
)
_BREAKS = word_set(", ; : and but while whereas with including after before ( )")
#: How many words on either side of a number tell what became of those it counts.
_BEHIND, _BEFORE = 6, 4
#: The same for "the toll of the flood in Drell rose to".
_TOLL = 10


def fate(document: Document, quantity: Quantity) -> str | None:
    """What happened to the people counted: dead, injured, missing, rescued or arrested; None where nothing says so."""
    noun = (quantity.noun or "").lower()
    if quantity.unit is not None or quantity.rank or (noun and noun not in _PEOPLE):
        return None
    if noun in _FATES:
        return _FATES[noun]
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(quantity.start)]
    first, last = document.at(quantity.outer), document.at(quantity.end)
    for index in range(last, min(sentence.last, last + _BEHIND)):
        low = tokens[index].low
        if low in _FATES:
            return _FATES[low]
        if low in _BREAKS or low[0].isdigit():
            break
    for index in range(first - 1, max(sentence.first, first - _TOLL) - 1, -1):
        low = tokens[index].low
        if low in _FATES and (first - index <= _BEFORE or low == "toll"):
            return _FATES[low]
        if low in _BREAKS or low[0].isdigit():
            break
    return None
