"""Whether words in quotation marks are said by somebody: no title of a work, no nickname, no noise on a tape."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.document import Document, Token
from tuireader.facts.listed import word_set
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.speech import Quote
from tuireader.facts.saying import NOUNLIKE, is_cue

_SMALL = word_set("the of and a an in to for on at by with from or")
#: What stands before the title of a work, a law, a day.
_WORKS = word_set(
    """show series book novel memoir film movie documentary song album single track play musical opera poem column essay
    article editorial commentary magazine podcast programme program episode broadcast sitcom drama comedy titled
    entitled headlined called named known dubbed bestseller hit anthem hymn law bill on of in his her
    their 's and at the"""
)
#: Verbs that put a name on somebody: what follows in quotation marks is said, be it two words with capitals.
_NAMING = word_set(
    """called calls calling labeled labelled labels branded brands dubbed deemed nicknamed termed described describes
    describing dismissed denounced derided hailed as chanted chanting shouted yelled tweeted
    said says wrote ask asked phrase term"""
)


def is_said(document: Document, quote: Quote, clause: Clause, at: int, attributed: bool) -> bool:
    """Whether the quote at item ``at`` of a clause is speech; ``attributed``: somebody speaks in the clause."""
    tokens = document.tokens[document.at(quote.start) : document.at(quote.end)]
    words = [token for token in tokens if token.text[0].isalnum()]
    text = document.text
    if not words or (text[quote.start] in "([" and text[quote.end - 1] in ")]"):
        return False
    ends = text[quote.end - 1]
    before = [item for item in clause.items[max(0, at - 2) : at] if item.low not in (",", ":")]
    named = any(item.low in _NAMING for item in before) and before[-1].low not in _WORKS - _NAMING
    if _is_title(words) and ends not in "?!…":
        if ends == "," and not (before and before[-1].low in _WORKS) and _told_after(clause.items, at):
            return True
        return named and attributed and not (before and before[-1].low in _WORKS)
    if ends in ",.?!…" and len(words) > 2:
        return True
    if len(words) >= 6:
        return True
    return attributed or _alone(clause.items)


def _told_after(items: Sequence[Item], at: int) -> bool:
    """Whether a verb of saying stands right behind the item ``at``: "'Make It Right,' Lang said"."""
    return any(item.low and is_cue(item.low) and item.low not in NOUNLIKE for item in items[at + 1 : at + 6])


def _alone(items: Sequence[Item]) -> bool:
    return len(items) == 1


def _is_title(words: Sequence[Token]) -> bool:
    """Whether words are set like the title of a work: every one large but the small ones."""
    large = sum(word.text[0].isupper() or word.text[0].isdigit() for word in words)
    small = sum(word.low in _SMALL and not word.text[0].isupper() for word in words)
    return large >= len(words) - small and len(words) <= 8 and (len(words) > 1 or words[0].text[0].isupper())
