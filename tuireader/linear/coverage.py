"""Who has what in a story: how much each article shares, who stands together and who shares with whom, then passage by
passage who carries it and who does not."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.linear.commands import PLACES
from tuireader.linear.reader import Reader
from tuireader.linear.rows import RowPlace
from tuireader.linear.typist import Order
from tuireader.linear.wordings import headed
from tuireader.linear.words import articles, glimpse, placed
from tuireader.overview import survey
from tuireader.passages import Passage
from tuireader.report.counting import count
from tuireader.report.overview_words import shared, story_map
from tuireader.story import Story

#: Of so many pairs, those that share most, it is told who shares with whom.
_PAIRS = 5


class Coverage(RowPlace[Passage]):
    """The passages of one story."""

    name = "Coverage"
    commands = PLACES
    nothing = "No passage stands in more than one article."

    def __init__(self, reader: Reader, story: Story) -> None:
        self.story = story
        super().__init__(reader)

    def load(self) -> list[Passage]:
        own = set(self.story.articles)
        return [each for each in self.sitting.telling.passages.passages if own.intersection(each.articles)]

    def opened(self) -> Iterator[str]:
        if len(self.story.articles) > 1:
            yield f"{len(self.story.articles)} articles share {count(len(self.items), 'passage')}."
        for id in self.story.articles:
            yield self._article(id)
        yield from self._map()
        yield from self.again()

    def _map(self) -> Iterator[str]:
        """Which articles stand together and which alone, and who shares with whom: what the screen draws."""
        telling = self.sitting.telling
        own = [self.sitting.by_id[id] for id in self.story.articles]
        known = survey(own, telling.passages.passages, shared=telling.shared)
        names = {id: f"article {self.sitting.numbers[id]}" for id in self.story.articles}
        for said in (*story_map(known, names), *(shared(pair, names) for pair in known.pairs[:_PAIRS])):
            yield f". {said.text}".replace(". article", ". Article").removeprefix(". ")

    def _article(self, id: str) -> str:
        """How an article stands in its story."""
        article = self.sitting.by_id[id]
        has = sum(id in passage.articles for passage in self.items)
        own = len(self.sitting.own(article))
        said = f"Article {self.sitting.numbers[id]}, {article.title}: {has} of {count(len(self.items), 'passage')}, "
        said += f"{own} of {count(len(article.sentences), 'sentence')} only here."
        common = {
            other: sum(id in passage.articles and other in passage.articles for passage in self.items)
            for other in self.story.articles
            if other != id
        }
        most = max(common.values(), default=0)
        if most:
            near = [self.sitting.numbers[other] for other, shared in common.items() if shared == most]
            said += f" Most in common with {articles(near)}: {count(most, 'passage')}."
        return said

    def brief(self, passage: Passage) -> str:
        lacks = [id for id in self.story.articles if id not in passage.articles]
        told = f"in {self.sitting.names(passage.articles)}"
        told += f", not in {self.sitting.names(lacks)}" if lacks else ", that is in all"
        return f"{glimpse(self.sitting.text(passage.occurrences[0].span))} {told}."

    def full(self, passage: Passage) -> Iterator[str]:
        yield f"{headed(passage, self.sitting)} {self.brief(passage)}"

    def where(self) -> Iterator[str]:
        yield f"Coverage of story {self.story.number}, passage {placed(self.at, len(self.items))}."

    def do_jump(self, _: Order) -> Iterator[str]:
        passage = self.item
        if passage is None:
            yield self.nothing
            return
        yield from self.reader.go_to(passage.occurrences[0].span)
