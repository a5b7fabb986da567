"""Statements that are told in indirect speech, against quotes and against each other, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tuireader.facts.across.context import Context
from tuireader.facts.across.groups import one_to_one, pairs
from tuireader.facts.across.linked import SAME_PASSAGE, Link, one_speaker
from tuireader.facts.across.utterances import Clause, Utterance

#: Likeness of the words from which an indirect statement is the same as another, or as a direct quote.
_INDIRECT = 0.62
#: The same, where the two articles' passages say the same, and where they do but the speakers go by other names.
_IN_PASSAGE, _OTHERS = 0.4, 0.5
#: From here on passages are one; then so much of the shorter statement must stand in the longer one.
_SURE, _HALF = 0.8, 0.45
_NEARLY_ALL = 0.8
#: Words that weigh so much each stand in two sentences or three of a story.
_RARE = 2.2
#: From this part on the shorter of two statements stands in the longer, where so many words in a row are the same.
_COVERED, _IN_A_ROW = 0.72, 4


class _Match(NamedTuple):
    score: float
    left: int
    right: int
    mine: Clause
    theirs: Clause


def retold(
    all_: Sequence[Utterance],
    one: Sequence[int],
    other: Sequence[int],
    used: set[int],
    context: Context,
    people: set[str],
) -> Iterator[Link]:
    """Indirect statements of two articles, by their numbers, and what they tell; ``used`` are linked already.

    A quote that is linked already, or has several sentences, takes up what is told of one of its sentences.
    """
    scored = []
    for left, right in pairs(one, other):
        a, b = all_[left], all_[right]
        if (a.said.direct and b.said.direct) or not one_speaker(a, b, people):
            continue
        if (left in used and not a.said.direct) or (right in used and not b.said.direct):
            continue
        match = _best(a, b, left, right, context)
        if match is not None:
            scored.append(match)
    free = [one for one in scored if one.left not in used and one.right not in used and not _of_a_sentence(all_, one)]
    taken: set[int] = set()
    by_places = {(one.left, one.right): one for one in free}
    for left, right, _ in one_to_one([one[:3] for one in free], 0.0):
        taken |= {left, right}
        yield _link(by_places[left, right], "indirect")
    for match in sorted(scored, key=lambda match: (-match.score, match.left, match.right)):
        a, b = all_[match.left], all_[match.right]
        if a.said.direct or b.said.direct:
            told = match.right if a.said.direct else match.left
            if told not in taken and len(all_[told].words) < max(len(a.words), len(b.words)):
                taken.add(told)
                yield _link(match, "told")
            continue
        small, large = (match.left, match.right) if len(a.bag) <= len(b.bag) else (match.right, match.left)
        if small not in taken and large in taken and _held(a, b):
            # One article parts into two statements what the other reports in one.
            taken.add(small)
            yield _link(match, "indirect")


def _of_a_sentence(all_: Sequence[Utterance], match: _Match) -> bool:
    """Whether a match is about one sentence of a longer quote."""
    for number, clause in ((match.left, match.mine), (match.right, match.theirs)):
        one = all_[number]
        if one.said.direct and len(one.sentence_ends) > 1 and len(clause.bag) < len(one.bag):
            return True
    return False


def _best(a: Utterance, b: Utterance, left: int, right: int, context: Context) -> _Match | None:
    """The clauses of two utterances that are most alike, if they say the same."""
    if not a.bag & b.bag:
        return None
    alike = context.alike(a.article, (a.said.start, a.said.end), b.article, (b.said.start, b.said.end))
    best: _Match | None = None
    for mine in a.clauses:
        for theirs in b.clauses:
            score = _score(a, b, mine, theirs, context, alike)
            if score >= _INDIRECT and (best is None or score > best.score):
                best = _Match(score, left, right, mine, theirs)
    return best


def _score(a: Utterance, b: Utterance, mine: Clause, theirs: Clause, context: Context, alike: float) -> float:
    """How sure it is that two clauses say the same: from ``_INDIRECT`` on it is."""
    common = mine.bag & theirs.bag
    if not common or mine.denies != theirs.denies:
        return 0.0
    if not (mine.numbers <= theirs.numbers or theirs.numbers <= mine.numbers):
        # Other numbers are no agreement; the quantities say so.
        return 0.0
    mixed = a.said.direct != b.said.direct
    small, large = sorted((len(mine.bag), len(theirs.bag)))
    score = context.likeness(mine.bag, theirs.bag)
    covered = context.covered(mine.bag, theirs.bag)
    in_passage = alike >= SAME_PASSAGE
    rare = context.weight(sorted(common)) >= _RARE * len(common)
    one_person = a.said.speaker == b.said.speaker and a.said.speaker is not None
    if one_person and alike >= _SURE and covered >= _HALF:
        # The passages are one, and so is the speaker: other words for the rest say nothing against it.
        return max(score, _INDIRECT)
    if len(common) < 2:
        return 0.0
    if in_passage and not one_person:
        in_passage = score >= _OTHERS
    if in_passage and (score >= _IN_PASSAGE or (len(common) >= 3 and covered >= _COVERED)):
        score = max(score, _INDIRECT + 0.1 * (score - _IN_PASSAGE), _INDIRECT)
    elif one_person and score >= _INDIRECT and rare:
        return score
    elif (
        len(common) < 3
        or (len(common) == 3 and not rare and score < _NEARLY_ALL)
        or (mixed and len(common) < min(5, small))
    ):
        return 0.0
    if mixed and small >= 4 and large <= 3 * small:
        score = max(score, covered)
    elif not mixed and len(common) >= 5 and covered >= _COVERED and _held(a, b):
        score = max(score, _INDIRECT + 0.1 * (covered - _COVERED))
    return score - (0.001 if mixed else 0.0) if score > _INDIRECT else score


def _held(a: Utterance, b: Utterance) -> bool:
    """Whether two statements of one speaker have a run of words in common."""
    match = SequenceMatcher(None, a.words, b.words, autojunk=False).find_longest_match()
    return a.said.speaker == b.said.speaker and match.size >= _IN_A_ROW


def _link(match: _Match, how: Literal["indirect", "told"]) -> Link:
    mine, theirs = match.mine.bag, match.theirs.bag
    says = f"{len(mine & theirs)} words that carry meaning are in both, of {len(mine)} and {len(theirs)}"
    return Link(match.left, match.right, how, says)
