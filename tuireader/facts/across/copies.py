"""Sentences that two articles share nearly word for word: a name, a date or a "not" that is in one alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.across.context import Context
from tuireader.facts.across.drafts import Draft, Told
from tuireader.facts.across.groups import Union
from tuireader.facts.across.placed import Placed
from tuireader.facts.across.utterances import NEGATIONS
from tuireader.facts.dates.dating import meets
from tuireader.facts.dates.finding import Date
from tuireader.facts.document import Sentence
from tuireader.facts.model import FactKind, Reason
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.joins import is_capital
from tuireader.facts.names.tagging import Name
from tuireader.facts.quantities.fates import fate
from tuireader.facts.quantities.quantity import Quantity, shown
from tuireader.facts.reading import Reading
from tuireader.facts.words import TITLES

#: Share of common words (Dice) from which two sentences are laid beside each other, and of equal tokens in order
#: from which a difference between them counts; from the last on, even one between a person and an organisation.
_NEAR, _COPIED, _SAME = 0.6, 0.72, 0.88
#: A word is looked up in so many sentences of an article at most.
_OFTEN = 400


class _Change(NamedTuple):
    """One article's side of a difference: where, what it says, and what kind of thing it is."""

    article: int
    start: int
    end: int
    value: str
    kind: FactKind


class _Text:
    """An article with what was found in it, by where it stands: names by tokens, the rest by offsets."""

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.names = Placed(reading.names, lambda name: name.first, lambda name: name.last)
        self.dates = Placed(reading.dates, lambda date: date.start, lambda date: date.end)
        self.quantities = Placed(reading.quantities, lambda quantity: quantity.start, lambda quantity: quantity.end)
        self.entities = {name.entity for name in reading.names}

    def offsets(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """Where a stretch of tokens begins and ends."""
        return self.document.tokens[tokens[0]].start, self.document.tokens[tokens[1] - 1].end


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """A fact for each name, date or negation that is changed in an otherwise equal sentence."""
    texts = [_Text(reading) for reading in readings]
    changes: list[_Change] = []
    number: dict[tuple[int, int, str], int] = {}
    pairs: list[tuple[int, int]] = []
    for one, other in combinations(range(len(readings)), 2):
        aligned = set(_neighbours(context, one, other, readings))
        for left, right in sorted(aligned):
            beside = (left - 1, right - 1) in aligned or (left + 1, right + 1) in aligned
            for a, b in _differences(texts, one, left, other, right, beside):
                here = []
                for change in (a, b):
                    at = number.setdefault((change.article, change.start, change.kind), len(changes))
                    if at == len(changes):
                        changes.append(change)
                    here.append(at)
                pairs.append((here[0], here[1]))
    union = Union(len(changes))
    for low, high in pairs:
        union.join(low, high)
    return [_draft([changes[index] for index in group], readings) for group in union.sets()]


def _neighbours(context: Context, one: int, other: int, readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences with mostly the same words, each sentence in its best pair only."""
    theirs: dict[str, list[int]] = {}
    for index in range(len(readings[other].document.sentences)):
        for word in context.words(other, index):
            theirs.setdefault(word, []).append(index)
    scored = []
    for index in range(len(readings[one].document.sentences)):
        words = context.words(one, index)
        shared: dict[int, int] = {}
        for word in words:
            for match in _about(theirs.get(word, []), index):
                shared[match] = shared.get(match, 0) + 1
        for match, count in shared.items():
            share = 2 * count / (len(words) + len(context.words(other, match)))
            if share >= _NEAR:
                scored.append((-share, abs(index - match), index, match))
    used: set[int] = set()
    taken: set[int] = set()
    for _, _, index, match in sorted(scored):
        if index not in used and match not in taken:
            used.add(index)
            taken.add(match)
            yield index, match


def _about(found: list[int], index: int) -> list[int]:
    """Sentences that have a word; where a long text has it in most of its own, those at about the same place."""
    if len(found) <= _OFTEN:
        return found
    middle = bisect_left(found, index)
    return found[max(0, middle - _OFTEN // 2) : middle + _OFTEN // 2]


def _words(text: _Text, sentence: Sentence) -> list[str]:
    return [token.low for token in text.document.tokens[sentence.first : sentence.last]]


def _differences(
    texts: Sequence[_Text], one: int, left: int, other: int, right: int, beside: bool
) -> Iterator[tuple[_Change, _Change]]:
    """What is changed between two sentences, and means something else. ``beside``: their neighbours are alike too."""
    a, b = texts[one], texts[other]
    mine, theirs = a.document.sentences[left], b.document.sentences[right]
    my_words, their_words = _words(a, mine), _words(b, theirs)
    if my_words == their_words:
        return
    matcher = SequenceMatcher(None, my_words, their_words, autojunk=False)
    ratio = matcher.ratio()
    if ratio < _COPIED:
        return
    my_names = Counter(name.entity for name in a.names.touching(mine.first, mine.last))
    their_names = Counter(name.entity for name in b.names.touching(theirs.first, theirs.last))
    parity = (_negations(my_words) - _negations(their_words)) % 2
    for tag, low, high, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        here = (mine.first + low, mine.first + high)
        there = (theirs.first + start, theirs.first + stop)
        if parity and (_negations(my_words[low:high]) != _negations(their_words[start:stop])):
            if ratio < _SAME or high - low > 3 or stop - start > 3:
                continue
            yield _negated(a, one, here, mine), _negated(b, other, there, theirs)
            continue
        if tag != "replace":
            continue
        for change in (
            _names(a, here, b, there, my_names, their_names, ratio >= _SAME),
            _dates(a, here, b, there),
            _numbers(a, here, b, there),
        ):
            if change is not None and (beside or change[0] in ("date", "quantity") or _news(a, b, change)):
                kind, (x, y, x_value), (u, v, u_value) = change
                yield _Change(one, x, y, x_value, kind), _Change(other, u, v, u_value, kind)


def _news(a: _Text, b: _Text, change: tuple[FactKind, _Side, _Side]) -> bool:
    """Whether one of two names is unknown to the other article: else a stock sentence may tell of both."""
    _, one, other = change
    return one[2] not in b.entities or other[2] not in a.entities


def _negations(words: Sequence[str]) -> int:
    return sum(word in NEGATIONS or word.endswith("n't") for word in words)


def _negated(text: _Text, article: int, span: tuple[int, int], sentence: Sentence) -> _Change:
    """The words around a "not", or around where it is not."""
    tokens = text.document.tokens
    first, last = max(sentence.first, span[0] - 2), min(sentence.last, max(span[1], span[0]) + 3)
    value = "negated" if _negations([token.low for token in tokens[span[0] : span[1]]]) else "asserted"
    return _Change(article, tokens[first].start, tokens[last - 1].end, value, "event")


_Side = tuple[int, int, str]


def _names(
    a: _Text,
    here: tuple[int, int],
    b: _Text,
    there: tuple[int, int],
    mine: Counter[str],
    theirs: Counter[str],
    same: bool,
) -> tuple[FactKind, _Side, _Side] | None:
    """A name that is replaced by another of its kind, or by capitals that no name is known for."""
    one, other = _name_at(a, here), _name_at(b, there)
    if one is not None and other is not None:
        if (one.kind != other.kind and not same) or one.entity == other.entity:
            return None
        if mine[one.entity] <= theirs[one.entity] or theirs[other.entity] <= mine[other.entity]:
            # Named as often on the other side: only the order changed.
            return None
        if not same and _beside(a, here, one) != _beside(b, there, other):
            # "A nurse at Drell Hospital" against "a nurse, told Drell Radio": names in other places of the sentence.
            return None
        return one.kind, (one.start, one.end, one.entity), (other.start, other.end, other.entity)
    known, text, span, more, less = (one, b, there, mine, theirs) if one else (other, a, here, theirs, mine)
    if known is None or more[known.entity] <= less[known.entity]:
        return None
    unknown = _capitals(text, span)
    if unknown is None or load().demonyms.get(unknown[2].lower()) is not None:
        return None
    side = (known.start, known.end, known.entity)
    return (known.kind, side, unknown) if one else (known.kind, unknown, side)


def _name_at(text: _Text, span: tuple[int, int]) -> Name | None:
    """The one name in a stretch of tokens, where it fills it, titles and small words aside."""
    here = text.names.touching(*span)
    if len(here) != 1 or span[1] - span[0] > here[0].last - here[0].first + 2:
        return None
    return here[0]


_NO_NAMES = TITLES | {"the", "a"}


def _beside(text: _Text, span: tuple[int, int], name: Name) -> list[str]:
    """The words of a stretch of tokens that are neither the name nor its title."""
    tokens = text.document.tokens
    rest = [*range(span[0], max(span[0], name.first)), *range(name.last, span[1])]
    return [tokens[at].low for at in rest if tokens[at].low.rstrip(".") not in _NO_NAMES]


def _capitals(text: _Text, span: tuple[int, int]) -> _Side | None:
    tokens = text.document.tokens[span[0] : span[1]]
    if not 1 <= len(tokens) <= 3 or text.names.touching(*span):
        return None
    if not all(is_capital(token.text) and token.text[0].isalpha() for token in tokens):
        return None
    value = text.document.text[tokens[0].start : tokens[-1].end]
    return tokens[0].start, tokens[-1].end, value


def _dates(a: _Text, here: tuple[int, int], b: _Text, there: tuple[int, int]) -> tuple[FactKind, _Side, _Side] | None:
    one, other = _date_at(a, here), _date_at(b, there)
    if one is None or other is None or meets(one, other) is not False:
        return None
    return "date", (one.start, one.end, one.value), (other.start, other.end, other.value)


def _numbers(a: _Text, here: tuple[int, int], b: _Text, there: tuple[int, int]) -> tuple[FactKind, _Side, _Side] | None:
    one, other = _quantity_at(a, here), _quantity_at(b, there)
    if one is None or other is None or one.value == other.value or (one.unit, one.rank) != (other.unit, other.rank):
        return None
    if fate(a.document, one) != fate(b.document, other):
        # "Killed 34" and "injured 60".
        return None
    return "quantity", (one.outer, one.end, shown(one)), (other.outer, other.end, shown(other))


def _quantity_at(text: _Text, span: tuple[int, int]) -> Quantity | None:
    here = text.quantities.touching(*text.offsets(span))
    return here[0] if len(here) == 1 else None


def _date_at(text: _Text, span: tuple[int, int]) -> Date | None:
    return next(iter(text.dates.touching(*text.offsets(span))), None)


def _draft(group: Sequence[_Change], readings: Sequence[Reading]) -> Draft:
    told = [Told(change.article, change.start, change.end, change.value) for change in group]
    kind = group[0].kind
    first = group[0]
    document = readings[first.article].document
    sentence = document.sentences[document.sentence_at(first.start)]
    before = document.text[sentence.start : first.start].split()[-4:]
    after = document.text[first.end : sentence.end].split()[:4]
    what = {"event": "whether", "date": "when", "place": "where", "quantity": "how many"}.get(kind, "who")
    key = f"{what}: {' '.join(before)} … {' '.join(after)}"
    values = list(dict.fromkeys(change.value for change in group))
    why = f"the same sentence with {' against '.join(values[:3])}"
    reasons = [
        Reason(0, at, "same sentence", f"nearly the same sentence, {change.value} in place of {group[0].value}")
        for at, change in enumerate(group)
        if change.value != group[0].value
    ]
    return Draft(kind, key, "differ", told, why, False, weight=float(len(group)), reasons=reasons)
