"""The facts of a story, one by one: what is said, by whom, and whether it agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tuireader.article import Span
from tuireader.facts import VERDICTS, Fact, Verdict
from tuireader.linear.commands import FACTS
from tuireader.linear.reader import Reader
from tuireader.linear.rows import RowPlace
from tuireader.linear.typist import Order
from tuireader.linear.words import begun, glimpse, placed, quoted
from tuireader.report.counting import count
from tuireader.report.dismissals import dismissals, dismissed
from tuireader.report.fact_reasons import fact_reasons
from tuireader.report.fact_words import about, both, rule
from tuireader.story import Story
from tuireader.text.words import fold

_SAID = {"differ": "they differ", "changed": "changed with time", "agree": "they agree", "only": "only here"}
_COUNTED = {"differ": "differ", "changed": "changed with time", "agree": "agree", "only": "told by one alone"}
_REASONS = 10_000


class FactPlace(RowPlace[Fact]):
    """The facts of one story: those that differ first. Dismissed ones are left out."""

    name = "Facts"
    commands = FACTS
    nothing = "No fact is listed."

    def __init__(self, reader: Reader, story: Story) -> None:
        self.story = story
        self._verdict: Verdict | None = None
        self._words = ""
        self._carrier = (-1, 0)
        super().__init__(reader)

    def load(self) -> list[Fact]:
        own = set(self.story.articles)
        found = [fact for fact in self.sitting.facts.facts if own.intersection(fact.articles)]
        digests = {id: self.sitting.by_id[id].digest for id in self.story.articles}
        gone = dismissed(found, digests, self.sitting.library.dismissed())
        wanted = fold(self._words).split()
        kept = [
            fact
            for fact in found
            if fact.id not in gone and self._verdict in (None, fact.verdict) and self._has(fact, wanted)
        ]
        return sorted(kept, key=lambda fact: (VERDICTS.index(fact.verdict), fact.compatible is True, fact.id))

    def _has(self, fact: Fact, wanted: list[str]) -> bool:
        if not wanted:
            return True
        held = fold(" ".join((fact.kind, fact.key, *(value.text for value in fact.values))))
        return all(word in held for word in wanted)

    def opened(self) -> Iterator[str]:
        counts = Counter(fact.verdict for fact in self.items)
        said = [f"{_COUNTED[verdict]} {counts[verdict]}" for verdict in VERDICTS if counts[verdict]]
        yield f"{count(len(self.items), 'fact')}: {', '.join(said)}." if said else self.nothing
        if self.items:
            yield from self.again()

    def brief(self, fact: Fact) -> str:
        return f"{_SAID[fact.verdict]}, {fact.kind}: {about(fact)} ({self.sitting.names(fact.articles)})"

    def full(self, fact: Fact) -> Iterator[str]:
        together = f", {both(fact)}" if both(fact) else ""
        which = f"Fact {placed(self.at, len(self.items))}"
        yield f"{which}, {fact.kind}, {_SAID[fact.verdict]}{together}: {about(fact)}."
        held: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for value in fact.values:
            key = " ".join(value.text.casefold().split())
            held.setdefault(key, []).append(value.span.article)
            words.setdefault(key, value.text)
        for key, ids in held.items():
            yield f"{begun(self.sitting.names(ids))}: {quoted(words[key])}"
        said = rule(fact)
        yield f"{count(fact.wordings, 'wording')}." + (f" {begun(said)}." if said else "")

    def where(self) -> Iterator[str]:
        kept = [_COUNTED[self._verdict]] if self._verdict else []
        kept += [f"with {quoted(self._words)}"] if self._words else []
        which = f" of those: {', '.join(kept)}" if kept else ""
        yield f"Fact {placed(self.at, len(self.items))}{which}." if self.items else self.nothing

    # Commands

    def do_verdict(self, _: Order) -> Iterator[str]:
        order: list[Verdict | None] = [None, *VERDICTS]
        self._verdict = order[(order.index(self._verdict) + 1) % len(order)]
        self.at = 0
        self.reload()
        which = f"{begun(_COUNTED[self._verdict])}" if self._verdict else "All"
        yield f"{which}: {count(len(self.items), 'fact')}."
        if self.items:
            yield from self.again()

    def do_filter(self, order: Order) -> Iterator[str]:
        self._words = self.reader.ask("Words that the facts must have:", order)
        self.at = 0
        self.reload()
        yield from self.opened()

    def do_jump(self, _: Order) -> Iterator[str]:
        fact = self.item
        if fact is None:
            yield self.nothing
            return
        spans = list({value.span.article: value.span for value in reversed(fact.values)}.values())[::-1]
        id, place = self._carrier
        self._carrier = (fact.id, (place + 1) % len(spans) if id == fact.id else 0)
        yield from self.reader.go_to(spans[self._carrier[1]])

    def do_reasons(self, _: Order) -> Iterator[str]:
        fact = self.item
        if fact is not None:
            for runs in fact_reasons(fact, self.sitting.fact_index, _REASONS, unicode=False).lines:
                yield "".join(run.text for run in runs)

    def _sentence(self, fact: Fact) -> Span:
        return self.sitting.fact_index.sentence(fact.values[0].span)

    def do_mark(self, _: Order) -> Iterator[str]:
        fact = self.item
        if fact is None:
            yield self.nothing
            return
        span = self._sentence(fact)
        digest, library = self.sitting.by_id[span.article].digest, self.sitting.library
        if library.mark_at(digest, span.start, span.end) is not None:
            library.remove_mark(digest, span.start, span.end)
            yield f"No longer marked: {glimpse(self.sitting.text(span))}"
        else:
            self._add(fact, span)
            yield f"Marked: {glimpse(self.sitting.text(span))}"

    def _add(self, fact: Fact, span: Span) -> None:
        article = self.sitting.by_id[span.article]
        self.sitting.library.add_mark(
            article.digest,
            span.start,
            span.end,
            kind="fact",
            label=about(fact),
            quote=self.sitting.text(span),
            title=article.title,
        )

    def do_note(self, order: Order) -> Iterator[str]:
        fact = self.item
        note = self.reader.ask("Note to this fact:", order) if fact is not None else ""
        if fact is None or not note:
            yield "No note was written."
            return
        span = self._sentence(fact)
        with self.sitting.library.one_step():
            self._add(fact, span)
            self.sitting.library.set_note(self.sitting.by_id[span.article].digest, span.start, span.end, note)
        yield "Noted."

    def do_tags(self, order: Order) -> Iterator[str]:
        fact = self.item
        if fact is None:
            yield self.nothing
            return
        tags, span = self.reader.ask("Tags of this fact:", order), self._sentence(fact)
        with self.sitting.library.one_step():
            self._add(fact, span)
            self.sitting.library.set_tags(self.sitting.by_id[span.article].digest, span.start, span.end, tags)
        yield f"Tags: {tags}." if tags else "No tags."

    def do_dismiss(self, _: Order) -> Iterator[str]:
        fact = self.item
        if fact is None:
            yield self.nothing
            return
        keys = dismissals(fact, {id: self.sitting.by_id[id].digest for id in fact.articles})
        self.sitting.library.dismiss(*keys, label=about(fact))
        self.reload()
        yield f"Dismissed: {about(fact)}."
        yield from self.again()
