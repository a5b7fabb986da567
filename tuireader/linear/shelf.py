"""The list of articles, story by story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.article import Article
from tuireader.linear.commands import ROWS, SHELF
from tuireader.linear.rows import RowPlace
from tuireader.linear.typist import Order
from tuireader.linear.words import placed
from tuireader.report.counting import count

#: So many articles are named at once at the start.
_NAMED = 20


class Shelf(RowPlace[Article]):
    """Every article in the order of the stories; numbers are those of the screens."""

    name = "Articles"
    commands = (*ROWS, *SHELF)
    nothing = "No article."
    numbered = False

    def load(self) -> list[Article]:
        return [self.sitting.by_id[id] for story in self.sitting.telling.stories for id in story.articles]

    def opened(self) -> Iterator[str]:
        stories = sum(len(story.articles) > 1 for story in self.sitting.telling.stories)
        told = f", {stories} {'story' if stories == 1 else 'stories'} told by several" if stories else ""
        yield f"tuireader, {count(len(self.items), 'article')}{told}. ? tells the keys, q leaves."
        yield from self._named(self.items[:_NAMED])
        if len(self.items) > _NAMED:
            yield f"And {len(self.items) - _NAMED} more: space names the next ten, l all."
        self.named = min(_NAMED, len(self.items))
        yield from self.again()

    def brief(self, article: Article) -> str:
        said = [article.title, article.source, article.published, count(article.words, "word")]
        share = self.sitting.telling.shared.get(article.id, 0.0)
        said += [f"{share:.0%} of it stands elsewhere too" if share else "nothing of it stands elsewhere"]
        said += ["read" if self.sitting.library.is_read(article.digest) else "not read"]
        return f"{self.sitting.numbers[article.id]}: {', '.join(each for each in said if each)}."

    def full(self, article: Article) -> Iterator[str]:
        yield f"At article {self.brief(article)}"

    def where(self) -> Iterator[str]:
        if (article := self.item) is not None:
            story = self.sitting.story_of(article)
            others = [id for id in story.articles if id != article.id]
            with_ = f", told by {self.sitting.names(others)} too" if others else ", on its own"
            yield f"Article {placed(self.at, len(self.items))} in the list, story {story.number}{with_}."

    def _named(self, articles: Sequence[Article]) -> Iterator[str]:
        """The articles under the headings of their stories."""
        heading = ""
        for article in articles:
            story = self.sitting.story_of(article)
            alone = len(story.articles) == 1
            said = "On their own:" if alone else f"Story {story.number}, {len(story.articles)} articles:"
            if said != heading:
                heading = said
                yield said
            yield self.brief(article)

    # Commands

    def number(self, number: int) -> Iterator[str]:
        article = self.sitting.article(number)
        if article is None:
            yield f"There is no article {number}; there are {len(self.items)}."
            return
        self.at = self.items.index(article)
        yield from self._read(article)

    def _read(self, article: Article) -> Iterator[str]:
        from tuireader.linear.text import Text

        yield from self.reader.open(Text(self.reader, article))

    def do_read(self, _: Order) -> Iterator[str]:
        if (article := self.item) is not None:
            yield from self._read(article)

    def do_compare(self, order: Order) -> Iterator[str]:
        from tuireader.linear.text import Text

        if (article := self.item) is not None:
            text = Text(self.reader, article)
            yield from self.reader.open(text)
            yield from text.do_next_passage(order)

    def do_facts(self, _: Order) -> Iterator[str]:
        from tuireader.linear.facts import FactPlace

        if (article := self.item) is not None:
            yield from self.reader.open(FactPlace(self.reader, self.sitting.story_of(article)))

    def do_coverage(self, _: Order) -> Iterator[str]:
        from tuireader.linear.coverage import Coverage

        if (article := self.item) is not None:
            yield from self.reader.open(Coverage(self.reader, self.sitting.story_of(article)))

    def do_list(self, _: Order) -> Iterator[str]:
        yield from self._named(self.items)

    def do_toggle_read(self, _: Order) -> Iterator[str]:
        if (article := self.item) is not None:
            self.sitting.library.toggle_read(article.digest, article.title)
            yield "Read." if self.sitting.library.is_read(article.digest) else "Not read."
