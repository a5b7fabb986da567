"""Two articles to matches: which unit tells what another tells."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tuireader.passages.links.borders import Stretches, borders
from tuireader.passages.links.cells import Place, Weights, candidates
from tuireader.passages.links.judging import judge
from tuireader.passages.links.quoting import quoted
from tuireader.passages.words.features import Features
from tuireader.passages.words.speakers import saying, titles
from tuireader.text.words import stopwords

#: From here on a match stands by itself, from here on only beside a sure one.
LEAST = 0.4
BESIDE = 0.3
#: From here on a link is sure: a rewording. Below it is only related.
SURE = 0.5
#: Two articles of which nothing is as sure as this, but for names, have nothing in common.
TIE = 0.7
#: What a pair of units gets that hardly a word joins, but both neighbours do.
BETWEEN = 0.25
#: What half a sentence gets beside the whole it is part of; of how many bits, and which part of its own.
SPLIT = 0.4
#: What units get that quote the same words.
QUOTED = 0.9
_FRESH = 3.0
_HELD = 0.3
#: A stretch of so many words that are all names is a mention, no statement.
_NAME = 6
#: Fewer words are a scrap.
_SCRAP = 3
_HALF_SCRAP = 4


#: By which rule a match was kept: judged likely enough; weak, but beside a sure one; between two sure ones; half of a
#: longer unit; a quotation in both.
Rule = Literal["judged", "beside", "between", "half", "quoted"]


class Match(NamedTuple):
    """Unit ``i`` of the first article tells what unit ``j`` of the second tells, within the words of ``fit``."""

    i: int
    j: int
    score: float
    density: float
    fit: Stretches
    rule: Rule = "judged"

    def turned(self) -> Match:
        """The same, sides exchanged."""
        return self._replace(i=self.j, j=self.i, fit=self.fit.turned())


def align(weights: Weights) -> list[Match]:
    """The matches of two articles, in order. Exchanged sides give the same, exchanged, but for ties."""
    if not weights.shared:
        return []
    a, b = weights.a, weights.b
    judged = judge(weights, candidates(weights))
    scores = {place: found.score for place, found in judged.items()}
    rules: dict[Place, tuple[float, Rule]] = {}
    for place, score in scores.items():
        if score >= LEAST:
            rules[place] = score, "judged"
        elif score >= BESIDE and _beside(place, scores):
            rules[place] = score, "beside"
    kept = {place: score for place, (score, _) in rules.items()}
    between = _between(a, b, kept)
    rules.update((place, (SPLIT, "half")) for place in _split(weights, kept))
    matches = [
        Match(i, j, score, judged[i, j].density if (i, j) in judged else 0.0, borders(weights, i, j), rule)
        for (i, j), (score, rule) in rules.items()
    ]
    matches += [Match(i, j, BETWEEN, 0.0, Stretches(*a.units[i][:2], *b.units[j][:2]), "between") for i, j in between]
    matches = _with_quotations(weights, matches)
    telling = sorted(match for match in matches if _tells(a, match, 0) and _tells(b, match, 2))
    tied = any(match.score >= TIE and _states(a, b, match) for match in telling)
    return telling if tied else []


def _with_quotations(weights: Weights, matches: list[Match]) -> list[Match]:
    """The matches, and units that are none but quote the same words; a match whose sides do is sure."""
    found = {(match.i, match.j): match for match in matches}
    sure = {place for place, match in found.items() if match.score >= SURE}
    for quote in quoted(weights):
        place = quote.i, quote.j
        known = found.get(place)
        if not quote.alone and not sure - {place}:
            continue
        if known is None:
            found[place] = Match(*place, QUOTED, 1.0, quote.fit, "quoted")
        elif known.score < QUOTED:
            found[place] = known._replace(score=QUOTED, rule="quoted")
    return list(found.values())


def _tells(own: Features, match: Match, side: int) -> bool:
    """Whether a side of a match says something, and not only names somebody, or who says it to whom."""
    first, last = match.fit[side : side + 2]
    plain = own.plain(first, last)
    least = _HALF_SCRAP if match.rule == "half" else _SCRAP
    return last - first >= least and (not plain <= saying() if plain else last - first > _NAME)


def _states(a: Features, b: Features, match: Match) -> bool:
    """Whether both sides have a word in common that is no name, no title and no word for saying something."""
    common = a.plain(*match.fit[:2]) & b.plain(*match.fit[2:])
    return not common <= saying() | titles()


def _beside(place: Place, scores: dict[Place, float]) -> bool:
    i, j = place
    return any(
        scores.get((i + down, j + across), 0.0) >= SURE
        for down in (-1, 0, 1)
        for across in (-1, 0, 1)
        if down or across
    )


def _between(a: Features, b: Features, kept: dict[Place, float]) -> list[Place]:
    """Units that no other tells, between two pairs of units that do, if any telling word joins them."""
    rows, columns = {i for i, _ in kept}, {j for _, j in kept}
    found = []
    for (i, j), score in kept.items():
        place = i + 1, j + 1
        if score < SURE or kept.get((i + 2, j + 2), 0.0) < SURE or place[0] in rows or place[1] in columns:
            continue
        lengths = sorted(own.units[unit].last - own.units[unit].first for own, unit in ((a, i + 1), (b, j + 1)))
        common = a.sets[place[0]] & b.sets[place[1]]
        if lengths[1] <= 3 * lengths[0] and not common <= stopwords():
            found.append(place)
    return found


def _split(weights: Weights, kept: dict[Place, float]) -> list[Place]:
    """Units that no other tells alone, beside one half of a longer unit: one sentence told as two.

    The half must hold words of the longer one that its sure match leaves over, and most of its own bits.
    """
    a, b = weights.a, weights.b
    rows, columns = {i for i, _ in kept}, {j for _, j in kept}
    found = []
    for (i, j), score in kept.items():
        if score < SURE:
            continue
        for step in (-1, 1):
            halves = ((a, i, i + step, b, j, rows), (b, j, j + step, a, i, columns))
            for number, (own, sure, half, other, whole, taken) in enumerate(halves):
                if half in taken or not 0 <= half < len(own.units) or own.units[half].block != own.units[sure].block:
                    continue
                common = own.sets[half] & other.sets[whole]
                fresh = weights.bits(common - own.sets[sure])
                if fresh >= _FRESH and weights.bits(common) >= _HELD * weights.bits(own.kinds[half]):
                    found.append((half, whole) if number == 0 else (whole, half))
    return found
