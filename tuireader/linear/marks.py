"""Everything that was marked, in these articles and in others."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.article import Article
from tuireader.library import Mark
from tuireader.linear.commands import MARKS
from tuireader.linear.rows import RowPlace
from tuireader.linear.typist import Order
from tuireader.linear.words import begun, placed, quoted
from tuireader.report.counting import count


class MarkList(RowPlace[Mark]):
    """All marks of the library, article by article."""

    name = "Marks"
    commands = MARKS
    nothing = "Nothing is marked."

    def load(self) -> list[Mark]:
        return list(self.sitting.library.all_marks())

    def opened(self) -> Iterator[str]:
        if self.items:
            yield f"{count(len(self.items), 'mark')}."
        yield from self.again()

    def _article(self, mark: Mark) -> Article | None:
        return next((each for each in self.sitting.articles if each.digest == mark.digest), None)

    def brief(self, mark: Mark) -> str:
        article = self._article(mark)
        words = article.text[mark.start : mark.end] if article is not None else mark.quote
        where = f"article {self.sitting.numbers[article.id]}" if article is not None else f"{mark.title}, not open"
        note = f" Note: {mark.note}" if mark.note else ""
        tags = f" Tags: {' '.join(mark.tags)}." if mark.tags else ""
        return f"{mark.kind} in {where}: {quoted(words)}{tags}{note}"

    def full(self, mark: Mark) -> Iterator[str]:
        yield f"{placed(self.at, len(self.items))}, {self.brief(mark)}"

    def do_jump(self, _: Order) -> Iterator[str]:
        mark = self.item
        article = self._article(mark) if mark is not None else None
        if mark is None:
            yield self.nothing
        elif article is None:
            yield f"{begun(mark.title or 'its article')} is not open."
        else:
            yield from self.reader.go_to(article.span(mark.start, mark.end))

    def do_note(self, order: Order) -> Iterator[str]:
        mark = self.item
        if mark is None:
            yield self.nothing
            return
        note = self.reader.ask("Note:", order)
        if note:
            self.sitting.library.set_note(mark.digest, mark.start, mark.end, note)
            self.items = self.load()
            yield "Noted."
        else:
            yield "No note was written."

    def do_tags(self, order: Order) -> Iterator[str]:
        mark = self.item
        if mark is None:
            yield self.nothing
            return
        tags = self.reader.ask("Tags:", order)
        self.sitting.library.set_tags(mark.digest, mark.start, mark.end, tags)
        self.items = self.load()
        yield from self.again()

    def do_remove(self, _: Order) -> Iterator[str]:
        mark = self.item
        if mark is None:
            yield self.nothing
            return
        self.sitting.library.remove_mark(mark.digest, mark.start, mark.end)
        self.reload()
        yield "No longer marked."
        yield from self.again()
