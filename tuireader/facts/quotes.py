"""Who said what: direct and indirect quotes of an article, with their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts import speech
from tuireader.facts.attribution import Attribution, attributions
from tuireader.facts.clauses import Clause, clauses
from tuireader.facts.document import Document
from tuireader.facts.names import Name
from tuireader.facts.speakers import Cast, spoken_words
from tuireader.facts.speech import Quote


class Said(NamedTuple):
    """Words at ``start:end`` that somebody says, directly or not. ``source`` is the speaker as the text has it."""

    start: int
    end: int
    speaker: str | None
    source: str | None
    cue: str | None
    direct: bool


class _Reader:
    """Reads one article from top to bottom and remembers who was named and who spoke."""

    def __init__(self, document: Document, names: Sequence[Name], cast: Cast) -> None:
        self.document = document
        self.names = names
        self.cast = cast
        self.quotes = speech.find(document)
        self.clauses = clauses(document, names, self.quotes)
        self.attributions: dict[int, list[Attribution]] = {}
        for attribution in attributions(document, self.clauses):
            self.attributions.setdefault(attribution.clause, []).append(attribution)
        self.said: list[Said] = []
        self.by_quote: dict[int, Said] = {}
        self.recent: list[str] = []
        self.people = {name.entity for name in names if name.kind == "person"}
        self.speaker: str | None = None

    def read(self) -> list[Said]:
        pending: list[Quote] = []
        previous: Said | None = None
        last_paragraph = -1
        for number, clause in enumerate(self.clauses):
            if clause.paragraph != last_paragraph:
                pending = []
            made = self._indirect_and_tagged(number, clause)
            for item in clause.items:
                if item.quote is None:
                    continue
                if item.quote.opened in self.by_quote:
                    previous = self.by_quote[item.quote.opened]
                    for waiting in pending:
                        self._give(waiting, previous)
                    pending = []
                elif not self._is_quote(item.quote, clause, made):
                    continue
                elif previous is not None and self._goes_on(previous, item.quote, clause):
                    self._give(item.quote, previous)
                else:
                    pending.append(item.quote)
                    self._give(item.quote, None)
            last_paragraph = clause.paragraph
        self.said += self.by_quote.values()
        return sorted(self.said, key=lambda said: (said.start, said.end))

    def _give(self, quote: Quote, like: Said | None) -> None:
        self.by_quote[quote.opened] = Said(
            quote.start, quote.end, like.speaker if like else None, like.source if like else None, None, True
        )

    def _goes_on(self, previous: Said, quote: Quote, clause: Clause) -> bool:
        """Whether a quote without a verb of its own is still the last speaker's."""
        between = self.document.text[previous.end : quote.opened]
        if len(between) > 600:
            return False
        same = self.document.paragraph_at(previous.end) == self.document.paragraph_at(quote.opened)
        alone = all(item.quote is not None or (item.low and not item.low[0].isalnum()) for item in clause.items)
        return same or quote.continues or (alone and between.count("\n") <= 3)

    def _is_quote(self, quote: Quote, clause: Clause, made: list[Attribution]) -> bool:
        """Whether marked words are speech, not a title or a word held at arm's length."""
        words = [
            token
            for token in self.document.tokens[self.document.at(quote.start) : self.document.at(quote.end)]
            if token.text[0].isalnum()
        ]
        if not words:
            return False
        text = self.document.text
        if text[quote.end - 1] in ",.?!…" and len(words) > 2:
            return True
        large = sum(word.text[0].isupper() or word.text[0].isdigit() for word in words)
        if (
            large >= len(words) - sum(word.low in ("the", "of", "and", "a", "in", "to", "for") for word in words)
            and len(words) <= 8
            and not words[-1].text.isupper()
        ):
            return False
        if len(words) >= 6:
            return True
        return bool(made) or (quote.paragraph == clause.paragraph and len(clause.items) == 1)

    def _indirect_and_tagged(self, number: int, clause: Clause) -> list[Attribution]:
        here = self.attributions.get(number, [])
        taken: list[tuple[int, int]] = []
        for attribution in here:
            speaker, source = self._resolve(clause, attribution)
            low, high = attribution.content
            items = clause.items[low:high]
            quotes = [item.quote for item in items if item.quote is not None]
            for quote in quotes:
                if quote.opened not in self.by_quote and self._is_quote(quote, clause, here):
                    self.by_quote[quote.opened] = Said(quote.start, quote.end, speaker, source, attribution.verb, True)
            words = sum(item.quote is None for item in items)
            if words >= 3 and not any(low < other_high and other_low < high for other_low, other_high in taken):
                start, end = self._span(clause, low, high)
                self.said.append(Said(start, end, speaker, source, attribution.verb, False))
                taken.append((low, high))
            if speaker in self.people:
                self.speaker = speaker
        self._tag_rest(clause, here)
        self._remember(clause)
        return here

    def _tag_rest(self, clause: Clause, here: list[Attribution]) -> None:
        """Quotes of the clause outside any reported words go to the nearest verb of saying in it."""
        for at, item in enumerate(clause.items):
            if item.quote is None or item.quote.opened in self.by_quote or not here:
                continue
            if not self._is_quote(item.quote, clause, here):
                continue
            nearest = min(here, key=lambda attribution: (abs(attribution.cue - at), attribution.cue))
            speaker, source = self._resolve(clause, nearest)
            self.by_quote[item.quote.opened] = Said(
                item.quote.start, item.quote.end, speaker, source, nearest.verb, True
            )

    def _span(self, clause: Clause, low: int, high: int) -> tuple[int, int]:
        tokens = self.document.tokens
        first, last = clause.items[low], clause.items[high - 1]
        start = first.quote.opened if first.quote else tokens[_past_dateline(self.document, first.first)].start
        end = last.quote.closed if last.quote else tokens[last.last - 1].end
        return start, end

    def _resolve(self, clause: Clause, attribution: Attribution) -> tuple[str | None, str | None]:
        """The speaker's canonical name, and the words that stand for them."""
        low, high = attribution.subject
        items = clause.items[low:high]
        if not items:
            return self.speaker, None
        tokens = self.document.tokens
        source = self.document.text[tokens[items[0].first].start : tokens[items[-1].last - 1].end]
        only = items[0] if len(items) == 1 else None
        if only is not None and only.name is not None:
            return only.name.entity, source
        if only is not None and only.low in ("he", "she", "they", "it", "we", "who", "i"):
            return self._pronoun(clause, low, only.low), source
        words = spoken_words(self.document, items)
        if words[0] in ("one", "that", "this", "what", "which", "and"):
            return None, None
        named = [item.name for item in items if item.name is not None]
        people = [name for name in named if name.kind == "person"]
        if people and items[-1].name is people[-1]:
            return people[-1].entity, source
        person = self.cast.holder(words, named, self.recent)
        if person:
            return person, source
        return source.removeprefix("the ").removeprefix("The "), source

    def _pronoun(self, clause: Clause, at: int, pronoun: str) -> str | None:
        if pronoun in ("it", "we", "i"):
            return None
        before = [item.name.entity for item in clause.items[:at] if item.name and item.name.kind == "person"]
        if pronoun == "they":
            return None
        subjects = before[:1] + ([self.speaker] if self.speaker else []) + self.recent
        for person in subjects:
            if person and self.cast.fits(person, pronoun):
                return person
        return None

    def _remember(self, clause: Clause) -> None:
        people = [item.name.entity for item in clause.items if item.name and item.name.kind == "person"]
        for person in reversed(people):
            if person in self.recent:
                self.recent.remove(person)
            self.recent.insert(0, person)
        if people and clause.items[0].name is not None and clause.items[0].name.kind == "person":
            self.speaker = people[0]


def _past_dateline(document: Document, first: int) -> int:
    """The token behind "PORT DRELL, Vorn (AP) —" where one stands at ``first``, else ``first``."""
    if len(document.tokens[first].text) < 3 or not document.tokens[first].text.isupper():
        return first
    window = range(first + 1, min(first + 12, len(document.tokens) - 1))
    return next((at + 1 for at in window if document.tokens[at].text in ("—", "–", "--")), first)


def find(document: Document, names: Sequence[Name], cast: Cast) -> list[Said]:
    """Everything that is said in a document, in order."""
    return _Reader(document, names, cast).read()
