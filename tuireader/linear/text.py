"""Reading one article: sentence by sentence, paragraph by paragraph, from passage to passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from tuireader.article import TOLD, Article, Part, Span
from tuireader.linear.commands import TEXT
from tuireader.linear.reader import Place, Reader
from tuireader.linear.text_marks import TextMarks
from tuireader.linear.typist import Order
from tuireader.linear.wordings import carriers, headed, told
from tuireader.linear.words import placed
from tuireader.passages import Passage
from tuireader.passages.reasons.explaining import links_of
from tuireader.report.ink import Run
from tuireader.report.reasons import NO_LINK, reasons

_ROLES = {"title": "Title: ", "heading": "Heading: "}
_REASONS = 10_000


class Text(TextMarks, Place):
    """One article, and the sentence that is at hand; the passage too, where it was gone to."""

    name = "Article"
    commands = TEXT

    def __init__(self, reader: Reader, article: Article) -> None:
        super().__init__(reader)
        self.article = article
        self.at = 0
        self.passage: Passage | None = None
        self._take(article, self.sitting.library.position(article.digest) or 0)

    def _take(self, article: Article, offset: int) -> None:
        self.article = article
        starts = [sentence.start for sentence in article.sentences]
        self.at = max(0, min(bisect_right(starts, offset) - 1, len(starts) - 1))
        if not self.sitting.library.is_read(article.digest):
            self.sitting.library.set_read(article.digest, True)

    def leave(self) -> None:
        self.sitting.library.set_position(self.article.digest, self.span.start)

    @property
    def span(self) -> Span:
        """The sentence at hand; the whole text where there is none."""
        if not self.article.sentences:
            return self.article.span(0, len(self.article.text))
        sentence = self.article.sentences[self.at]
        return self.article.span(sentence.start, sentence.end)

    # What is said

    def called(self) -> str:
        """The article by number and name."""
        return f"Article {self.sitting.numbers[self.article.id]}: {self.article.title}."

    def opened(self) -> Iterator[str]:
        article = self.article
        known = [article.title, article.source, article.byline, article.published]
        yield f"Article {self.sitting.numbers[article.id]}: {', '.join(each for each in known if each)}."
        others = [id for id in self.sitting.story_of(article).articles if id != article.id]
        shared, own = len(self.sitting.shared(article)), len(self.sitting.own(article))
        with_ = f"The story is told by {self.sitting.names(others)} too; " if others else ""
        yield f"{with_}{shared} shared passages, {own} of {len(article.sentences)} sentences stand only here."
        yield from self.again()

    def again(self) -> Iterator[str]:
        passage = self.passage
        if passage is not None:
            yield headed(passage, self.sitting)
            yield from told(passage, self.sitting)
        else:
            yield self._sentence(self.at)

    def _sentence(self, at: int) -> str:
        """A sentence with what there is to know of it behind it."""
        if not self.article.sentences:
            return "There is no text in this article."
        sentence = self.article.sentences[at]
        span = self.article.span(sentence.start, sentence.end)
        notes = []
        for passage in self.sitting.passages_at(span):
            place, _ = self.sitting.place_of(passage)
            notes.append(f"passage {place + 1}, also in {carriers(passage, self.article.id, self.sitting)}")
        notes = notes or ["only here"]
        notes += self.notes_at(span)
        return f"{_ROLES.get(sentence.role, '')}{self.sitting.text(span)} [{'; '.join(notes)}]"

    def where(self) -> Iterator[str]:
        article = self.article
        said = f"Article {self.sitting.numbers[article.id]}, {article.title}: "
        if article.sentences:
            percent = round(100 * self.span.end / max(1, len(article.text)))
            said += f"sentence {placed(self.at, len(article.sentences))}, {percent} %."
        else:
            said += "no text."
        yield said
        if self.passage is not None:
            yield headed(self.passage, self.sitting)

    def show(self, span: Span) -> Iterator[str]:
        """Goes to a span."""
        if span.article != self.article.id:
            self.leave()
            self.article = self.sitting.by_id[span.article]
            yield self.called()
        self.passage = None
        self._take(self.article, span.start)
        yield self._sentence(self.at)

    # Passages

    def do_next_passage(self, order: Order) -> Iterator[str]:
        yield from self._step_passage(order.times or 1)

    def do_previous_passage(self, order: Order) -> Iterator[str]:
        yield from self._step_passage(-(order.times or 1))

    def _step_passage(self, by: int) -> Iterator[str]:
        found = self.sitting.shared(self.article)
        if not found:
            yield "No other article shares a passage with this one."
            return
        here = next((place for place, (passage, _) in enumerate(found) if passage == self.passage), None)
        if here is not None:
            target = here + by
        else:
            starts = [occurrence.span.start for _, occurrence in found]
            first = bisect_left(starts, self.span.start)
            target = first + by - 1 if by > 0 else first + by
        if not 0 <= target < len(found):
            yield "No further shared passage." if by > 0 else "No shared passage before."
            return
        self.passage, occurrence = found[target]
        self._take(self.article, occurrence.span.start)
        yield from self.again()

    def do_wording(self, _: Order) -> Iterator[str]:
        passage = self._at_hand()
        if passage is None:
            yield "This sentence stands only here: there is no other wording."
            return
        yield headed(passage, self.sitting)
        yield from told(passage, self.sitting, full=True)

    def do_explain(self, _: Order) -> Iterator[str]:
        passage = self._at_hand()
        if passage is None:
            yield "This sentence is in no passage."
            return
        (links,) = links_of([passage], self.sitting.telling.passages.links)
        names = {id: f"article {number}" for id, number in self.sitting.numbers.items()}
        for link in links:
            lines = reasons(self.sitting.explainer.explain(link), self.sitting.by_id, names, _REASONS)
            yield from (_plain(runs) for runs in lines)
        if not links:
            yield NO_LINK

    def _at_hand(self) -> Passage | None:
        """The passage gone to, else the first that the sentence at hand is in."""
        return self.passage or next(iter(self.sitting.passages_at(self.span)), None)

    def do_unique(self, order: Order) -> Iterator[str]:
        own = self.sitting.own(self.article)
        place = bisect_right(own, self.at) if self.passage is None else bisect_left(own, self.at)
        place += (order.times or 1) - 1
        if place >= len(own):
            yield f"No further sentence stands only here; {len(own)} do."
            return
        self.passage, self.at = None, own[place]
        yield f"{placed(place, len(own))}: {self._sentence(self.at)}"

    # Sentences and paragraphs

    def do_line_down(self, order: Order) -> Iterator[str]:
        yield from self._step(order.times or 1)

    def do_line_up(self, order: Order) -> Iterator[str]:
        yield from self._step(-(order.times or 1))

    def _step(self, by: int) -> Iterator[str]:
        at = self.at + by
        self.passage = None
        if not 0 <= at < len(self.article.sentences):
            yield "The end of the article." if by > 0 else "The beginning of the article."
            return
        self.at = at
        yield self._sentence(at)

    def do_top(self, _: Order) -> Iterator[str]:
        self.passage, self.at = None, 0
        yield from self.again()

    def do_bottom(self, _: Order) -> Iterator[str]:
        self.passage, self.at = None, max(0, len(self.article.sentences) - 1)
        yield from self.again()

    def do_page_down(self, _: Order) -> Iterator[str]:
        parts = self.article.parts
        place = bisect_right(parts, self.span.end - 1, key=attrgetter("start"))
        if place >= len(parts):
            yield "The end of the article."
            return
        yield from self._paragraphs(list(parts[place : place + 1]))

    def do_page_up(self, _: Order) -> Iterator[str]:
        parts = self.article.parts
        place = bisect_right(parts, self.span.start, key=attrgetter("start")) - 2
        if place < 0:
            yield "The beginning of the article."
            return
        yield from self._paragraphs([parts[place]])
        self._take(self.article, parts[place].start)

    def do_read_on(self, _: Order) -> Iterator[str]:
        parts = self.article.parts
        place = bisect_right(parts, self.span.start, key=attrgetter("start")) - 1
        yield from self._paragraphs(list(parts[max(0, place) :]))
        yield "The end of the article."

    def _paragraphs(self, parts: list[Part]) -> Iterator[str]:
        """Whole paragraphs; what is no telling of the author's says what it is. The last sentence is at hand then."""
        self.passage = None
        for part in parts:
            lead = _ROLES.get(part.role, "") if part.role in TOLD else f"[{part.role}] "
            yield lead + self.article.text[part.start : part.end]
            self._take(self.article, part.end - 1)

    # Other articles

    def number(self, number: int) -> Iterator[str]:
        article = self.sitting.article(number)
        if article is None:
            yield f"There is no article {number}; there are {len(self.sitting.articles)}."
        else:
            yield from self._turn_to(article)

    def do_next_article(self, order: Order) -> Iterator[str]:
        yield from self._turn(order.times or 1)

    def do_previous_article(self, order: Order) -> Iterator[str]:
        yield from self._turn(-(order.times or 1))

    def _turn(self, by: int) -> Iterator[str]:
        passage = self._at_hand()
        ids = passage.articles if passage is not None else self.sitting.story_of(self.article).articles
        ids = tuple(sorted(ids, key=self.sitting.numbers.__getitem__))
        if len(ids) < 2:
            yield "No other article tells this story."
            return
        yield from self._turn_to(self.sitting.by_id[ids[(ids.index(self.article.id) + by) % len(ids)]])

    def _turn_to(self, article: Article) -> Iterator[str]:
        """The same passage in another article, or else where that was left."""
        passage = self._at_hand()
        spans = [each.span for each in passage.occurrences if each.span.article == article.id] if passage else []
        offset = spans[0].start if spans else self.sitting.library.position(article.digest) or 0
        yield from self.show(article.span(offset, offset))

    def do_facts(self, _: Order) -> Iterator[str]:
        from tuireader.linear.facts import FactPlace

        yield from self.reader.open(FactPlace(self.reader, self.sitting.story_of(self.article)))

    def do_coverage(self, _: Order) -> Iterator[str]:
        from tuireader.linear.coverage import Coverage

        yield from self.reader.open(Coverage(self.reader, self.sitting.story_of(self.article)))


def _plain(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)
