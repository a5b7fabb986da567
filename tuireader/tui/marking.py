"""What a reader can mark, and marking it: a passage, a sentence, a selection, a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tuireader.facts import Fact
from tuireader.library.carrying import carried
from tuireader.report.fact_words import about
from tuireader.text.moving import nearest
from tuireader.text.safe import line as safe

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library import Library, Mark
    from tuireader.tui.reading.fact_points import Point
    from tuireader.tui.session import Session


class Markable(NamedTuple):
    """A stretch of an article, what it is (``library.marks.KINDS``), and of a fact the heading."""

    article: Article
    start: int
    end: int
    kind: str
    label: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """By what the library knows it."""
        return self.article.digest, self.start, self.end

    @property
    def words(self) -> str:
        """What to call it, on one line, safe to show."""
        return safe(self.label) or safe(self.article.text[self.start : self.end])


def mark_of(library: Library, place: Markable) -> Mark | None:
    """The mark that stands on a place."""
    return library.mark_at(*place.key)


def keep(library: Library, place: Markable, *, note: str | None = None, tags: Iterable[str] | None = None) -> bool:
    """Marks a place, if it is not marked yet, and gives it a note or tags. One step to take back."""
    with library.one_step():
        kept = library.add_mark(
            *place.key,
            kind=place.kind,
            label=place.label,
            quote=place.article.text[place.start : place.end],
            title=place.article.title,
            note=note or "",
            tags=tags or (),
        )
        if note is not None:
            kept = library.set_note(*place.key, note) and kept
        if tags is not None:
            kept = library.set_tags(*place.key, tags) and kept
        return kept


def carry(library: Library, old: Article, new: Article) -> None:
    """After an article has become another text: its marks go along, as far as their words are still there."""
    library.carry(old.digest, new.digest, carried(old.text, new.text))


def elsewhere(mark: Mark, articles: Iterable[Article]) -> Markable | None:
    """Where the words of a mark stand in open articles, when its own is not open: that of its title before others."""
    if not mark.quote:
        return None
    found = [article for article in articles if mark.quote in article.text]
    found.sort(key=lambda article: article.title != mark.title)
    for article in found[:1]:
        start = nearest(article.text, mark.quote, mark.start)
        if start is not None:
            return Markable(article, start, start + len(mark.quote), mark.kind, mark.label)
    return None


class FactMarks:
    """Which facts of some articles are marked, whichever of their places the mark stands on."""

    def __init__(self, session: Session, ids: Iterable[str]) -> None:
        """Takes the marks from the library as they are now."""
        self._known: Mapping[tuple[str, int, int, str], Mark] = {
            (id, mark.start, mark.end, mark.label): mark
            for id in ids
            for mark in session.library.marks(session.by_id[id].digest)
            if mark.kind == "fact"
        }

    def of(self, item: Fact | Point) -> tuple[str, Mark] | None:
        """The mark on a fact, or on a point of the timeline, with the id of its article; None for none."""
        if not self._known:
            return None
        spans = (value.span for value in item.values) if isinstance(item, Fact) else item.spans
        label = heading(item)
        return next(((span.article, mark) for span in spans if (mark := self._known.get((*span, label)))), None)


def heading(item: Fact | Point) -> str:
    """What a marked fact, or a point of the timeline, is called."""
    return about(item) if isinstance(item, Fact) else item.text or item.date
