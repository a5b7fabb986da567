"""What is said of a fact, those who say the same together, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts import Fact, FactValue
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_rows import lead, meaning, speakers
from tuireader.report.lines import spaced
from tuireader.text.safe import line

#: From this part of a sentence on words are most of it.
_MOSTLY = 0.6
#: Characters of a sentence before and after the words that are still quoted.
_BEFORE, _AFTER = 140, 180


class Saying(NamedTuple):
    """One way to say it: its words, what they come to or who is said to have said so, and each value that has them."""

    text: str
    note: str
    values: tuple[FactValue, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that say so, each once, in order."""
        return tuple(dict.fromkeys(value.span.article for value in self.values))

    @property
    def wordings(self) -> int:
        """In how many independent wordings."""
        return len({value.wording for value in self.values})


def sayings(fact: Fact, index: FactIndex) -> list[Saying]:
    """The ways to say it, in the order of the values. Safe to show."""
    said_by = speakers(fact, index)
    held: dict[tuple[str, str], list[FactValue]] = {}
    for value in fact.values:
        held.setdefault((line(value.text).casefold(), said_by.get(value.span, "")), []).append(value)
    return [
        Saying(line(values[0].text), said_by.get(values[0].span, "") or meaning(fact, values[0]), tuple(values))
        for values in held.values()
    ]


class Quoted(NamedTuple):
    """A sentence, with what stands before, at and after the words that count. Safe to show, on one line."""

    before: str
    words: str
    after: str

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.before}{self.words}{self.after}"

    @property
    def mostly(self) -> bool:
        """Whether the words are most of the sentence, so that it says little more than they do."""
        return len(self.words) >= _MOSTLY * (len(self.before) + len(self.words) + len(self.after))


def heading(fact: Fact, index: FactIndex) -> str:
    """What stands before the first sentence of a fact: whom or what it is about, where the sentence does not say."""
    said = "".join(run.text for run in lead(fact, index)).strip()
    known = index.text(index.sentence(fact.values[0].span)).casefold()
    return "" if said.removesuffix(":").rstrip("… ").casefold() in known and fact.kind == "date" else said


def sentences(index: FactIndex, values: Iterable[FactValue]) -> list[tuple[Quoted, list[Span]]]:
    """The sentences of values, each once with the places that have it in the same words."""
    held: dict[Quoted, list[Span]] = {}
    for value in values:
        held.setdefault(quoted(index, value.span), []).append(value.span)
    return list(held.items())


def quoted(index: FactIndex, span: Span) -> Quoted:
    """The sentence of a span; of a long one what stands near."""
    whole = index.sentence(span)
    text = index.articles[span.article].text
    before = spaced(text[whole.start : span.start]).lstrip()
    after = spaced(text[span.end : whole.end]).rstrip()
    if len(before) > _BEFORE:
        before = f"… {before[-_BEFORE:].partition(' ')[2]}"
    if len(after) > _AFTER:
        after = f"{after[:_AFTER].rpartition(' ')[0]} …"
    return Quoted(before, spaced(text[span.start : span.end]).strip(), after)
