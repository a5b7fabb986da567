"""What a reader can mark, and marking it: a passage, a sentence, a selection, a fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tuireader.text.safe import line as safe

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library import Library, Mark


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
