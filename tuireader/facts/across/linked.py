"""How two utterances belong together: the same words, a part, cut, altered, or reported."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tuireader.facts.across.utterances import Utterance

How = Literal["same", "voices", "part", "cut", "beheaded", "edited", "altered", "indirect", "told"]

#: From this score on two articles' passages say the same.
SAME_PASSAGE = 0.5


class Link(NamedTuple):
    """Two utterances, by number, and how they belong together; ``says`` the same in words and figures.

    ``voices`` are the same words said by two people, ``told`` is an indirect statement of one sentence of a longer
    quote.
    """

    one: int
    other: int
    how: How
    says: str


def one_speaker(a: Utterance, b: Utterance, people: set[str]) -> bool:
    """Whether two statements can be one person's: no two people by name against each other."""
    one, other = a.said.speaker, b.said.speaker
    return one == other or one not in people or other not in people


def two_voices(a: Utterance, b: Utterance, people: set[str]) -> bool:
    """Whether the same words are given to two people, each named right beside a verb of saying."""
    one, other = a.said.speaker, b.said.speaker
    apart = one != other and one in people and other in people
    if not apart or len(a.words) < _MANY or len(a.bag) < _TELLING or not (_named(a) and _named(b)):
        return False
    # Copies in which one name is another are told apart by their names.
    return SequenceMatcher(None, _around(a), _around(b), autojunk=False).ratio() < _COPY


#: Fewer words, or fewer that carry meaning, can be said by two people.
_MANY, _TELLING = 6, 3


def _named(one: Utterance) -> bool:
    said = one.said
    if said.source is None or said.speaker is None:
        return False
    if said.cue is None and not 0 < said.start - said.source[1] <= _NEAR:
        return False
    return said.speaker.split()[-1] in one.source[slice(*said.source)]


def _around(one: Utterance) -> str:
    """The words around a quote, without its speaker's name."""
    said, text = one.said, one.source
    start, end = max(0, said.start - _NEAR), said.end + _NEAR
    if said.source is None or not start <= said.source[0] <= said.source[1] <= end:
        return text[start:end]
    return text[start : said.source[0]][-_BESIDE:] + text[said.source[1] : end][:_BESIDE]


#: So many characters around a quote are looked at, and on either side of its speaker's name.
_NEAR, _BESIDE = 200, 40
#: From this likeness of what stands around a quote on, one article copies the other.
_COPY = 0.7
