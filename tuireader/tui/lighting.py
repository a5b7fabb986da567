"""Which spans of an article are lit, and how: from passages, marks and wording to layers of styles."""

from __future__ import annotations

from rich.style import Style

from tuireader.article import Article
from tuireader.tui.context import Context
from tuireader.tui.widgets.reader import ReaderView

Stretches = list[tuple[int, int, Style]]


def numbers(here: Context, id: str) -> dict[int, str]:
    """The passage numbers that stand in an article's text, by offset."""
    found: dict[int, str] = {}
    for passage, occurrence in here.session.occurrences(id):
        start = occurrence.span.start
        found[start] = found.get(start, "") + here.glyphs.number(here.session.number(passage))
    return found


def light(view: ReaderView, here: Context) -> None:
    """Lights the shared passages of the article a view shows, in the text, on the rail and at their numbers."""
    article = view.article
    if article is None:
        return
    texts: Stretches = []
    inks: Stretches = []
    for passage, occurrence in here.session.occurrences(article.id):
        number = here.session.number(passage)
        _, start, end = occurrence.span
        texts.append((start, end, here.palette.passage(number, passage.kind)))
        inks.append((start, end, here.palette.number(number)))
    view.lay("passages", texts)
    view.lay("numbers", inks)
    view.rail(inks)


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


def _tells(text: str) -> bool:
    """Whether what is left beside a passage says something of its own: some words, or a number."""
    return len(text.split()) > 3 or any(char.isdigit() for char in text)
