"""What a search found, best first."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.linear.commands import PLACES
from tuireader.linear.reader import Reader
from tuireader.linear.rows import RowPlace
from tuireader.linear.typist import Order
from tuireader.linear.words import listed, placed, quoted
from tuireader.report.counting import count
from tuireader.report.hits import notes
from tuireader.search import Hit
from tuireader.text.safe import line

_MOST = 50


class Hits(RowPlace[Hit]):
    """The sentences that answer a query."""

    name = "Search"
    commands = PLACES

    def __init__(self, reader: Reader, query: str) -> None:
        self.query = query
        self.wrong: tuple[str, ...] = ()
        self.nothing = f"Nothing answers {quoted(query)}."
        super().__init__(reader)
        self.sitting.library.remember_search(query)

    def load(self) -> list[Hit]:
        answer = self.sitting.index.answer(self.query, _MOST, labels=self.sitting.labels(self.query))
        self.wrong = answer.wrong
        return list(answer.hits)

    def opened(self) -> Iterator[str]:
        yield from map(line, self.wrong)
        if self.items:
            held = sorted({self.sitting.numbers[hit.span.article] for hit in self.items})
            which = f"article{'s' if len(held) > 1 else ''} {listed([str(number) for number in held])}"
            more = "at least " if len(self.items) == _MOST else ""
            yield f"{more}{count(len(self.items), 'sentence')} for {quoted(self.query)}, in {which}."
        yield from self.again()

    def brief(self, hit: Hit) -> str:
        return f"article {self.sitting.numbers[hit.span.article]}: {self.sitting.text(hit.span)}"

    def full(self, hit: Hit) -> Iterator[str]:
        exact = "" if hit.exact else ", nearly"
        yield f"{placed(self.at, len(self.items))}{exact}, {self.brief(hit)}"
        yield from notes(hit)

    def do_jump(self, _: Order) -> Iterator[str]:
        hit = self.item
        if hit is None:
            yield self.nothing
            return
        yield from self.reader.go_to(hit.span)
