"""Who said what in one article: quotes and reported speech, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.tagging import Name
from tuireader.facts.quotes.attribution import Attribution, attributions
from tuireader.facts.quotes.choosing import LOOSE, chosen
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.marked import is_said
from tuireader.facts.quotes.resolving import NOBODY, Resolver, Who
from tuireader.facts.quotes.speakers import Cast
from tuireader.facts.quotes.speech import Quote
from tuireader.facts.quotes.subjects import doer_before, subject_of
from tuireader.facts.saying import NOUNLIKE, is_cue


class Said(NamedTuple):
    """Words at ``start:end`` that somebody says, directly or not. ``source`` is where the text names the speaker.

    ``statement`` numbers what belongs together: the pieces of one quote that is broken off and taken up again.
    ``shown`` is where it starts when it is shown alone: at the verb, where no clause is reported ("urged them to go").
    """

    start: int
    end: int
    speaker: str | None
    source: tuple[int, int] | None
    cue: str | None
    direct: bool
    statement: int
    shown: int


#: "LANG: If I may" in a transcript.
_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)?): ")
#: A quote without a verb goes on with what stands so many characters before it at most.
_NEAR = 600
#: What leads up to a quote without a verb of saying.
_LEADING = word_set(": as phrase phrases word words term terms slogan line")
_COMMENTS = word_set("comment comments remark remarks statement statements tweet message words speech answer reply")


class _Reader:
    """Reads one article from top to bottom."""

    def __init__(self, document: Document, names: Sequence[Name], cast: Cast, found: Sequence[Clause]) -> None:
        self.document = document
        self.clauses = found
        self.by_start = {name.start: name for name in names}
        self.resolver = Resolver(document, names, cast)
        self.attributions: dict[int, list[Attribution]] = {}
        for attribution in attributions(document, found):
            self.attributions.setdefault(attribution.clause, []).append(attribution)
        self.said: list[Said] = []
        self.by_quote: dict[int, Said] = {}
        self.statements = 0

    def read(self) -> list[Said]:
        pending: list[Quote] = []
        previous: Said | None = None
        for number, clause in enumerate(self.clauses):
            if number and clause.paragraph != self.clauses[number - 1].paragraph:
                pending = []
            here = self.attributions.get(number, [])
            before = self._before(number)
            self._attribute(clause, here)
            for at, item in enumerate(clause.items):
                quote = item.quote
                if quote is None:
                    continue
                known = self.by_quote.get(quote.opened)
                if known is not None:
                    previous = known
                    for waiting in pending:
                        self._give(waiting, known)
                    pending = []
                    continue
                doer = self._leads_up(clause, at)
                if not is_said(self.document, quote, clause, at, bool(here) or doer is not None):
                    continue
                if label := self._labelled(quote):
                    previous = self._tag(quote, Who(label, None), None)
                elif before is not None and _alone(clause) and not quote.continues:
                    previous = self._tag(quote, before, None)
                elif previous is not None and self._goes_on(previous, quote, clause):
                    previous = self._give(quote, previous)
                elif doer is not None:
                    previous = self._tag(quote, doer, None)
                else:
                    pending.append(quote)
                    self._tag(quote, NOBODY, None)
                before = None
            self.resolver.passed(clause)
        self.said += self.by_quote.values()
        return sorted(self.said, key=lambda said: (said.start, said.end))

    def _tag(self, quote: Quote, who: Who, cue: str | None) -> Said:
        self.statements += 1
        made = Said(quote.start, quote.end, *who, cue, True, self.statements, quote.start)
        self.by_quote[quote.opened] = made
        return made

    def _give(self, quote: Quote, like: Said) -> Said:
        """Gives a quote the speaker of another: it is part of the same statement."""
        made = Said(quote.start, quote.end, like.speaker, like.source, None, True, like.statement, quote.start)
        self.by_quote[quote.opened] = made
        return made

    def _goes_on(self, previous: Said, quote: Quote, clause: Clause) -> bool:
        """Whether a quote without a verb of its own is still the last speaker's."""
        if quote.continues:
            return True
        between = self.document.text[previous.end : quote.opened]
        if len(between) > _NEAR:
            return False
        same = self.document.paragraph_at(previous.end) == self.document.paragraph_at(quote.opened)
        return same or (_alone(clause) and between.count("\n") <= 3)

    def _labelled(self, quote: Quote) -> str | None:
        """The speaker a transcript names within the marks."""
        label = _LABEL.match(self.document.text, quote.start, quote.end)
        if label is None:
            return None
        name = self.by_start.get(quote.start)
        return name.entity if name is not None else label.group(1).title()

    def _leads_up(self, clause: Clause, at: int) -> Who | None:
        """Whoever acts before a colon, "the phrase" or "as a" with a quote behind it: "Lang went further: '…'"."""
        items = clause.items
        last = at - 1
        if last > 0 and items[last].low in ("a", "an"):
            last -= 1
        if last < 1 or items[last].low not in _LEADING or (last < at - 1 and items[last].low != "as"):
            return None
        subject = doer_before(items, at)
        return self.resolver.resolve(clause, subject, "") if subject else None

    def _before(self, number: int) -> Who | None:
        """Who speaks or is about to in the clause before: "Lang went on:", "That is late, Lang said.".

        None where that clause holds a quote itself.
        """
        if not number:
            return None
        clause = self.clauses[number - 1]
        items = clause.items
        if any(item.quote is not None for item in items):
            return None
        colon = items[-1].low == ":"
        if clause.paragraph != self.clauses[number].paragraph and not colon:
            told = any(item.low in _COMMENTS for item in items)
            subject = doer_before(items, len(items)) if told else None
            return self.resolver.resolve(clause, subject, "") if subject else None
        for at in range(len(items) - 1, 0, -1):
            low = items[at].low
            if is_cue(low) and (low not in NOUNLIKE or items[at - 1].name is not None):
                subject = subject_of(items, at)
                if subject is not None:
                    found = self.resolver.resolve(clause, subject, "say")
                    if found.speaker is not None:
                        return found
        subject = doer_before(items, len(items)) if colon else _first(items)
        return self.resolver.resolve(clause, subject, "") if subject else None

    def _attribute(self, clause: Clause, here: Sequence[Attribution]) -> None:
        """Quotes and reported words of a clause that has verbs of saying."""
        if not here:
            return
        who: dict[int, Who] = {}
        for one in here:
            who[one.cue] = self._of_itself(clause, one, here, who) or self.resolver.resolve(
                clause, one.subject, one.verb
            )
        numbers: dict[int, int] = {}
        for at, item in enumerate(clause.items):
            if item.quote is None or not is_said(self.document, item.quote, clause, at, True):
                continue
            one, far = chosen(self.document, clause.items, at, item.quote, here)
            leads = self._leads_up(clause, at) if far >= LOOSE else None
            if leads is not None:
                self._tag(item.quote, leads, None)
            else:
                made = self._tag(item.quote, who[one.cue], one.verb)
                number = numbers.setdefault(one.cue, made.statement)
                self.by_quote[item.quote.opened] = made._replace(statement=number)
        taken: list[tuple[int, int]] = []
        # What stands before "…, officials said" is theirs, whatever is said within it.
        for one in sorted(here, key=lambda one: (one.content[0] > one.cue, one.cue)):
            low, high = one.content
            words = sum(item.quote is None for item in clause.items[low:high])
            if (
                words >= 3
                and not _passes_on(here, one, clause)
                and not any(low < end and start < high for start, end in taken)
            ):
                self._report(clause, one, who[one.cue], numbers)
                taken.append((low, high))
            self.resolver.heard(who[one.cue])

    def _of_itself(
        self, clause: Clause, one: Attribution, here: Sequence[Attribution], who: dict[int, Who]
    ) -> Who | None:
        """The speaker who tells what he or she thinks: in "Lang said she feels sick" both are Lang."""
        first, last = one.subject
        if last != first + 1 or clause.items[first].low not in ("he", "she"):
            return None
        for other in here:
            if other.cue in who and other.content[0] <= first < other.content[1]:
                speaker = who[other.cue].speaker
                if speaker is not None and self.resolver.cast.fits(speaker, clause.items[first].low):
                    return who[other.cue]
        return None

    def _report(self, clause: Clause, one: Attribution, who: Who, numbers: dict[int, int]) -> None:
        if one.cue not in numbers:
            self.statements += 1
            numbers[one.cue] = self.statements
        start, end = self._span(clause, *one.content)
        shown = start
        if one.nominal:
            shown = self.document.tokens[clause.items[one.cue].first].start
        self.said.append(Said(start, end, *who, one.verb, False, numbers[one.cue], shown))

    def _span(self, clause: Clause, low: int, high: int) -> tuple[int, int]:
        tokens = self.document.tokens
        first, last = clause.items[low], clause.items[high - 1]
        start = first.quote.opened if first.quote else tokens[_past_dateline(self.document, first.first)].start
        end = last.quote.closed if last.quote else tokens[last.last - 1].end
        return start, end


def _passes_on(here: Sequence[Attribution], one: Attribution, clause: Clause) -> bool:
    """Whether what a source tells is only that somebody said something: "Lang added, '…,' according to her office"."""
    low, high = one.content
    if one.verb != "according to":
        return False
    for other in here:
        if low <= other.cue < high:
            inner = range(min(other.cue, *other.content, other.subject[0]), max(other.cue + 1, other.content[1]))
            outside = [at for at in range(low, high) if at not in inner and clause.items[at].quote is None]
            if other is not one and len(outside) <= 2:
                return True
    return False


def _first(items: Sequence[Item]) -> tuple[int, int] | None:
    """The person a clause begins with, behind a title at most."""
    for index, item in enumerate(items[:3]):
        if (item.name is not None and item.name.kind == "person") or item.low in ("he", "she"):
            return index, index + 1
    return None


def _alone(clause: Clause) -> bool:
    """Whether a clause is a quote and nothing else."""
    return all(item.quote is not None or (item.low and not item.low[0].isalnum()) for item in clause.items)


def _past_dateline(document: Document, first: int) -> int:
    """The token behind "PORT DRELL, Vorn (AP) —" where one stands at ``first``, else ``first``."""
    if len(document.tokens[first].text) < 3 or not document.tokens[first].text.isupper():
        return first
    window = range(first + 1, min(first + 12, len(document.tokens) - 1))
    texts = [token.text for token in document.tokens[first : first + 12]]
    for at in window:
        if texts[at - first] in ("—", "–", "--") or (texts[at - first] == "-" and texts[at - first - 1] == ")"):
            return at + 1
    return first


def find(document: Document, names: Sequence[Name], cast: Cast, clauses: Sequence[Clause]) -> list[Said]:
    """Everything that is said in a document, in order; ``clauses`` as ``clauses.clauses`` gives them."""
    return _Reader(document, names, cast, clauses).read()
