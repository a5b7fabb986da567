"""The tellings of a passage in words: who says it, who says the same, and what the others say instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.article import Article
from tuireader.linear.sitting import Sitting
from tuireader.linear.words import articles, begun, listed, quoted
from tuireader.passages import Change, Passage
from tuireader.report.counting import count
from tuireader.report.lines import spaced
from tuireader.report.retold import Cell, LeftOut, Retold, gathered
from tuireader.text.safe import line

#: From more differences than this on the whole telling is plainer than a list of them.
_MANY = 4
#: So many words before an addition say where it stands.
_BEFORE = 3


def headed(passage: Passage, sitting: Sitting) -> str:
    """Which passage it is, and what of it there is to know."""
    place, all_ = sitting.place_of(passage)
    carriers = count(len(passage.articles), "article")
    same = "one wording" if passage.wordings == 1 else f"{passage.wordings} wordings"
    return f"Passage {place + 1} of {all_}, in {carriers}, {same}, {passage.kind}."


def told(passage: Passage, sitting: Sitting, *, full: bool = False) -> Iterator[str]:
    """Each telling, sentence by sentence; ``full``: those with few differences are told in full too."""
    retold = Retold(passage, sitting.by_id)
    numbers = [sitting.numbers[occurrence.span.article] for occurrence in passage.occurrences]
    rows = [retold.cells(row) for row in sitting.rows.of(passage)]
    for held in rows if full else gathered(rows, retold):
        if isinstance(held, LeftOut):
            who = f"in {_who(held.last, numbers)} alone" if held.alone else "in the same words"
            yield f"{count(held.sentences, 'more sentence')} {who}."
        else:
            yield from _row(held, retold, numbers, full=full)


def _who(cell: Cell, numbers: Sequence[int]) -> str:
    return articles(sorted({numbers[carrier] for carrier in cell.carriers}))


def _words(cell: Cell, retold: Retold) -> str:
    return quoted("".join(run.text for run in retold.plain(cell)))


def _row(row: Sequence[Cell], retold: Retold, numbers: Sequence[int], *, full: bool) -> Iterator[str]:
    first = row[0]
    several = " word for word" if len(first.carriers) > 1 else ""
    verb = "say" if len(first.carriers) > 1 else "says"
    where = _headline(first, retold) if any(_clash(first, cell, numbers) for cell in row[1:]) else ""
    yield f"{begun(_who(first, numbers))} {verb}{where}{several}: {_words(first, retold)}"
    for cell in row[1:]:
        who, verb = begun(_who(cell, numbers)), "say" if len(cell.carriers) > 1 else "says"
        found = retold.difference(first, cell)
        changes = [change for change in found.changes if change.operation != "same"] if found else []
        otherwise = found is not None and found.otherwise
        where = _headline(cell, retold) if _clash(first, cell, numbers) else ""
        if full or otherwise or not changes or len(changes) > _MANY:
            yield f"{who} {verb}{where}{' in other words' if otherwise else ''}: {_words(cell, retold)}"
        if changes and (full or len(changes) <= _MANY):
            one, two = (retold.articles[each.spans[0].article] for each in (first, cell))
            said = [_said(change, one, two, verb == "says") for change in changes]
            what = ", in numbers" if otherwise else ""
            yield f"{who}{where}, against {_other(first, cell, retold, numbers)}{what}: {'; '.join(said)}."


def _clash(first: Cell, other: Cell, numbers: Sequence[int]) -> bool:
    """Whether one article has both, so that its number does not tell them apart."""
    return not {numbers[carrier] for carrier in first.carriers}.isdisjoint(numbers[each] for each in other.carriers)


def _headline(cell: Cell, retold: Retold) -> str:
    """Where a telling stands, if that is a headline."""
    if not retold.headline(cell):
        return ""
    return " in their headlines" if len(cell.carriers) > 1 else " in its headline"


def _other(first: Cell, cell: Cell, retold: Retold, numbers: Sequence[int]) -> str:
    """What a telling is held against; where that is one of the same article, which of its tellings it is."""
    who = _who(first, numbers)
    if not _clash(first, cell, numbers):
        return who
    if who != _who(cell, numbers):
        return f"what {who} {'say' if len(first.carriers) > 1 else 'says'}{_headline(first, retold)}"
    if retold.headline(first):
        return "their headlines" if len(first.carriers) > 1 else "its headline"
    return "the text below it" if retold.headline(cell) else "the other place"


def _said(change: Change, one: Article, two: Article, single: bool) -> str:
    """A difference in words."""
    before, after = (_cut(one, change.a_start, change.a_end), _cut(two, change.b_start, change.b_end))
    if change.operation == "moved":
        return f"has {after or before} in another place"
    if not after:
        return f"{'leaves' if single else 'leave'} out {before}"
    if not before:
        held = spaced(two.text[max(0, change.b_start - 80) : change.b_start]).split()[-_BEFORE:]
        return f"{'adds' if single else 'add'} {after}" + (f" after {quoted(' '.join(held))}" if held else "")
    return f"{after} instead of {before}"


def _cut(article: Article, start: int, end: int) -> str:
    shown = line(article.text[start:end])
    return quoted(shown) if shown else ""


def carriers(passage: Passage, own: str, sitting: Sitting) -> str:
    """The others that carry a passage: ``2 and 3``."""
    return listed([str(number) for number in sorted(sitting.numbers[id] for id in passage.articles if id != own)])
