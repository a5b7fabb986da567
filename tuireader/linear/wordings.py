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
    yield f"{begun(_who(first, numbers))} {verb}{several}: {_words(first, retold)}"
    for cell in row[1:]:
        who, verb = begun(_who(cell, numbers)), "say" if len(cell.carriers) > 1 else "says"
        changes = [change for change in retold.changes(first, cell) or () if change.operation != "same"]
        if full or not changes or len(changes) > _MANY:
            yield f"{who} {verb}: {_words(cell, retold)}"
        if changes and (full or len(changes) <= _MANY):
            one, two = (retold.articles[each.spans[0].article] for each in (first, cell))
            said = [_said(change, one, two, verb == "says") for change in changes]
            yield f"{who}, against {_who(first, numbers)}: {'; '.join(said)}."


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
