"""Who is named as saying what a unit tells: two people's statements in like words are two statements."""

from __future__ import annotations

from functools import lru_cache

from tuireader.passages.words.features import Features
from tuireader.passages.words.vocabulary import stem

# Verbs that introduce what somebody says, as folded words.
_VERBS = """
    said says say told tells stated states added adds announced argued argues asked believes called claimed claims
    concluded confirmed considers continued criticized criticised declared denied described emphasized emphasised
    expects explained highlighted indicated insisted noted notes reaffirmed reassured recalled reiterated remarked
    replied reported responded reveals revealed stressed suggested suggests testified thinks tweeted underlined
    underscored urged vowed warned warns wrote writes
"""
_SAYS = frozenset(_VERBS.split())
# What else may stand where it is told who says something: in which words, where, and who they are.
_OCCASIONS = """
    according aide attorney comment conference email interview lawyer news official press release reporter reporters
    source sources spokesman spokeswoman spokesperson statement
"""
# What people are, as it stands beside their names.
_TITLES = """
    administration boss campaign candidate chair chairman chairwoman chief coach commissioner congressman congresswoman
    democrat democratic deputy director former governor head judge king lawmaker leader mayor minister national nominee
    officer opposition party premier presidency president presidential prime prince princess prosecutor queen
    representative republican secretary senator sheriff speaker state vice wife husband son daughter brother sister
"""
_BETWEEN = frozenset({"also", "has", "had", "have", "again", "later", "then", "further", "recently", "repeatedly"})
#: So many words may stand between a name and its verb.
_REACH = 3


def speaker(own: Features, unit: int) -> str | None:
    """The stem of the name before (or right after) the first verb of saying in a unit; None where there is none."""
    first, last = own.units[unit][:2]
    for place in range(first, last):
        if own.folded[place] not in _SAYS:
            continue
        before = place - 1
        while before >= max(first, place - _REACH) and own.folded[before] in _BETWEEN:
            before -= 1
        for name in (before, place + 1):
            if first <= name < last and name != place and own.named(name):
                return own.stems[name]
    return None


@lru_cache(maxsize=1)
def saying() -> frozenset[str]:
    """The stems of words that only tell who says something, and where."""
    return frozenset(map(stem, _SAYS | set(_OCCASIONS.split())))


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """The stems of words that only tell what somebody is."""
    return frozenset(map(stem, _TITLES.split()))


def apart(a: Features, i: int, b: Features, j: int) -> int:
    """How far the speakers of two units speak against them: 2 where both name one the other unit does not know, 1 where
    only one does, else 0."""
    one, two = speaker(a, i), speaker(b, j)
    return (one is not None and one not in b.sets[j]) + (two is not None and two not in a.sets[i])
