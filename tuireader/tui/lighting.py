"""Which spans of an article are lit, and how: from passages, marks and wording to layers of styles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from rich.style import Style

from tuireader.article import Article, Span
from tuireader.passages import Passage
from tuireader.tui.context import Context
from tuireader.tui.widgets.reader import ReaderView

#: Narrower texts have no columns to spare for those who do not carry a line.
_ROOMY = 50
#: So many others are named beside a line, each in a column of its own.
_NAMED = 6

Stretches = list[tuple[int, int, Style]]


class Changed(NamedTuple):
    """What two tellings of a passage do not share, as overlays for the one and for the other text, and how many of
    their rows answer each other, and how many of those do so in other words."""

    mine: Stretches
    theirs: Stretches
    rows: int
    otherwise: int


def numbers(here: Context, id: str) -> dict[int, str]:
    """The passage numbers that stand in an article's text, by offset."""
    found: dict[int, str] = {}
    for passage, occurrence in here.session.occurrences(id):
        start = occurrence.span.start
        found[start] = found.get(start, "") + here.glyphs.number(here.session.number(passage))
    return found


def carriers(here: Context, id: str, at_hand: Collection[str], width: int) -> list[tuple[int, int, str]]:
    """For each passage of an article the numbers of the others at hand that carry it, beside a text of some width.

    Where there is room each number keeps its column, so that one sees down the page who goes along. Of many only how
    many there are.
    """
    others = sorted((here.session.numbers[other], other) for other in at_hand if other != id)
    found: list[tuple[int, int, str]] = []
    for passage, occurrence in here.session.occurrences(id):
        own = [(number, other in passage.articles) for number, other in others]
        carrying = sum(has for _, has in own)
        if not carrying:
            continue
        columns = [str(number) if has else " " * len(str(number)) for number, has in own]
        said = " ".join(columns if width >= _ROOMY else filter(str.strip, columns))
        said = said if len(others) <= _NAMED else f"{here.glyphs.times}{carrying}"
        found.append((occurrence.span.start, occurrence.span.end, said))
    return found


def light(view: ReaderView, here: Context, current: Passage | None = None) -> None:
    """Lights the shared passages of the article a view shows, in the text, on the rail and at their numbers.

    While one is the current passage the others are hushed.
    """
    article = view.article
    if article is None:
        return
    texts: Stretches = []
    own: Stretches = []
    inks: Stretches = []
    for passage, occurrence in here.session.occurrences(article.id):
        number = here.session.number(passage)
        _, start, end = occurrence.span
        if passage == current:
            own.append((start, end, here.palette.lit(number, passage.kind)))
        elif current is not None:
            texts.append((start, end, here.palette.hushed(number)))
        else:
            texts.append((start, end, here.palette.passage(number, passage.kind)))
        inks.append((start, end, here.palette.number(number)))
    # Where passages overlap the current one lies on top.
    view.lay("passages", [*texts, *own])
    view.lay("numbers", inks)
    view.rail(inks)


def changes(here: Context, passage: Passage, one: int, other: int) -> Changed:
    """The words that two tellings of a passage do not share.

    Sentence is held against the sentence that answers it. Where it does so in other words it is lit as a whole, more
    quietly, and only numbers as changed. ``one`` and ``other`` are places among the occurrences.
    """
    from tuireader.report.difference import difference

    articles = [here.session.by_id[passage.occurrences[number].span.article] for number in (one, other)]
    mine: Stretches = []
    theirs: Stretches = []
    answers = otherwise = 0
    for row in here.session.rows.of(passage):
        spans = row.spans[one], row.spans[other]
        if spans[0] and spans[1]:
            own, its = _around(spans[0]), _around(spans[1])
            found = difference(articles[0], own, articles[1], its)
            answers += 1
            otherwise += found.otherwise
            if found.otherwise:
                mine.append((own.start, own.end, here.palette.otherwise))
                theirs.append((its.start, its.end, here.palette.otherwise))
            for change in found.changes:
                if change.operation != "same":
                    style = here.palette.change(change.operation)
                    mine.append((change.a_start, change.a_end, style))
                    theirs.append((change.b_start, change.b_end, style))
        else:
            mine += [(start, end, here.palette.change("dropped")) for _, start, end in spans[0]]
            theirs += [(start, end, here.palette.change("added")) for _, start, end in spans[1]]
    return Changed(mine, theirs, answers, otherwise)


def _around(spans: Sequence[Span]) -> Span:
    return Span(spans[0].article, min(span.start for span in spans), max(span.end for span in spans))


def alone(article: Article, here: Context) -> list[tuple[int, int]]:
    """The stretches of an article's told sentences that no shared passage covers."""
    covered = sorted(
        (occurrence.span.start, occurrence.span.end) for _, occurrence in here.session.occurrences(article.id)
    )
    found = []
    for sentence in article.sentences:
        at = sentence.start
        for start, end in covered:
            if end <= at or start >= sentence.end:
                continue
            if start > at:
                found.append((at, start))
            at = max(at, end)
        if at < sentence.end:
            found.append((at, sentence.end))
    return [(start, end) for start, end in found if _tells(article.text[start:end])]


def runs_alone(article: Article, here: Context) -> list[Span]:
    """Where an article goes on telling what no other has: the first of the stretches that follow each other."""
    found: list[Span] = []
    reached = -1
    for start, end in alone(article, here):
        if reached < 0 or article.text[reached:start].strip():
            found.append(article.span(start, end))
        reached = end
    return found


def _tells(text: str) -> bool:
    """Whether what is left beside a passage says something of its own: some words, or a number."""
    return len(text.split()) > 3 or any(char.isdigit() for char in text)
