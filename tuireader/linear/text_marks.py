"""Marks and notes of the article that is read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from tuireader.article import Article, Span
from tuireader.library import Mark
from tuireader.linear.reader import Place
from tuireader.linear.typist import Order
from tuireader.linear.words import glimpse
from tuireader.passages import Passage


class TextMarks(Place):
    """Marking what is at hand, writing a note to it, going to what was marked."""

    article: Article
    passage: Passage | None

    @property
    @abstractmethod
    def span(self) -> Span:
        """The sentence at hand."""

    @abstractmethod
    def show(self, span: Span) -> Iterator[str]:
        """Goes to a span."""

    def _place(self) -> tuple[Span, str]:
        """What a mark is put on: the passage where one was gone to, else the sentence; and its kind."""
        if self.passage is not None:
            own = [each.span for each in self.passage.occurrences if each.span.article == self.article.id]
            if own:
                return own[0], "passage"
        return self.span, "sentence"

    def _marks(self) -> tuple[Mark, ...]:
        return self.sitting.library.marks(self.article.digest)

    def notes_at(self, span: Span) -> list[str]:
        """What the reader marked and noted at a span."""
        held = [mark for mark in self._marks() if mark.start < span.end and mark.end > span.start]
        said = ["marked"] if held else []
        said += [f"tags: {' '.join(mark.tags)}" for mark in held if mark.tags]
        return said + [f"note: {mark.note}" for mark in held if mark.note]

    def do_mark(self, _: Order) -> Iterator[str]:
        span, kind = self._place()
        library, said = self.sitting.library, glimpse(self.sitting.text(span))
        if library.mark_at(self.article.digest, span.start, span.end) is not None:
            library.remove_mark(self.article.digest, span.start, span.end)
            yield f"No longer marked: {said}"
        else:
            self._add(span, kind)
            yield f"Marked: {said}"

    def _add(self, span: Span, kind: str) -> None:
        quote, article = self.sitting.text(span), self.article
        self.sitting.library.add_mark(article.digest, span.start, span.end, kind=kind, quote=quote, title=article.title)

    def do_note(self, order: Order) -> Iterator[str]:
        span, kind = self._place()
        note = self.reader.ask(f"Note to {glimpse(self.sitting.text(span))}:", order)
        if not note:
            yield "No note was written."
            return
        with self.sitting.library.one_step():
            self._add(span, kind)
            self.sitting.library.set_note(self.article.digest, span.start, span.end, note)
        yield "Noted."

    def do_tags(self, order: Order) -> Iterator[str]:
        span, kind = self._place()
        tags = self.reader.ask(f"Tags of {glimpse(self.sitting.text(span))}:", order)
        with self.sitting.library.one_step():
            self._add(span, kind)
            self.sitting.library.set_tags(self.article.digest, span.start, span.end, tags)
        yield f"Tags: {tags}." if tags else "No tags."

    def do_next_mark(self, _: Order) -> Iterator[str]:
        marks = self._marks()
        here = self._place()[0].start
        after = next((mark for mark in marks if mark.start > here), next(iter(marks), None))
        if after is None:
            yield "Nothing is marked in this article."
        else:
            yield from self.show(self.article.span(after.start, after.end))
