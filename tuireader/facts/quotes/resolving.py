"""From the words before a verb of saying to who is meant: a name, a pronoun's person, a description, a paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.tagging import Name
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.speakers import Cast, spoken_words
from tuireader.facts.quotes.subjects import PRONOUNS
from tuireader.facts.quotes.tellers import BODIES, speaks, tells
from tuireader.facts.saying import CUES, is_cue
from tuireader.facts.words import TITLES

_NOBODY = word_set("that this what which and there these those it's all nobody")
_OWNS = {"his": "he", "her": "she", "their": "they", "its": "it"}
#: Verbs whose subject says something, whatever noun it is ("the 34-year-old said").
_PLAIN = word_set("say tell add write reply respond explain ask answer tweet")
_ENDS = word_set("of for in at from with on by to , who which that")
#: What stands behind one of these is no subject.
_LED = word_set("at on from through by about near inside outside against to under over beside behind of for in with")
_FIRST = word_set("the a an one another some several many few two three four his her its their our my both this")


class Who(NamedTuple):
    """A speaker: the canonical name, None where nobody who can speak is seen, and the span that stands for them."""

    speaker: str | None
    source: tuple[int, int] | None


#: Nobody is known to speak.
NOBODY = Who(None, None)


class Resolver:
    """Remembers, from the top of an article down, who was named and who spoke."""

    def __init__(self, document: Document, names: Sequence[Name], cast: Cast) -> None:
        self.document = document
        self.cast = cast
        self.people = {name.entity for name in names if name.kind == "person"}
        self.bodies = {name.entity for name in names if name.kind == "organisation"}
        self.recent: list[str] = []
        self.speaker: str | None = None
        self.spoke = False
        self.body: str | None = None
        self.group: str | None = None

    def resolve(self, clause: Clause, subject: tuple[int, int], verb: str) -> Who:
        """Who is meant by the items ``subject`` of a clause, the subject of a verb of saying."""
        items = clause.items[subject[0] : subject[1]]
        if not items:
            return Who(self.speaker, None)
        tokens = self.document.tokens
        source = tokens[items[0].first].start, tokens[items[-1].last - 1].end
        only = items[0] if len(items) == 1 else None
        if only is not None and only.name is not None:
            return Who(only.name.entity, source)
        led = subject[0] > 0 and clause.items[subject[0] - 1].low in _LED
        pronoun = _OWNS.get(only.low, only.low) if only is not None else ""
        if pronoun in PRONOUNS:
            return Who(self._pronoun(clause, subject[0], pronoun), source)
        return Who(self._described(items, self.document.text[slice(*source)], "" if led else verb), source)

    def _described(self, items: Sequence[Item], source: str, verb: str) -> str | None:
        words = spoken_words(self.document, items)
        if words[0] in _NOBODY or items[0].low in _ENDS:
            return None
        named = [item.name for item in items if item.name is not None]
        people = [name for name in named if name.kind == "person"]
        if people and items[-1].name is people[-1]:
            return people[-1].entity
        person = self.cast.holder(words, named, self.recent)
        if person:
            return person
        plain = _without_article(source)
        last = items[-1].name
        if last is not None and last.kind == "organisation":
            return plain if len(items) > 2 else last.entity
        head = _head(items)
        if speaks(head) or tells(head) or (verb in _PLAIN and (items[0].low in _FIRST or items[0].low[:1].isdigit())):
            return plain
        return self._unknown(items) if verb in _PLAIN else None

    def _unknown(self, items: Sequence[Item]) -> str | None:
        """A name that no list and no other clue knows: the capitals a subject begins with, titles taken off."""
        tokens = self.document.tokens[items[0].first : items[-1].last]
        words = [token.text for token in takewhile(lambda token: token.text[0].isupper(), tokens)]
        while words and (words[0].lower().rstrip(".") in TITLES or words[0][-1] == "."):
            words = words[1:]
        first = self.document.sentences[self.document.sentence_at(tokens[0].start)].start == tokens[0].start
        return " ".join(words) if len(words) > 1 or (words and not first and len(words[0]) > 2) else None

    def _pronoun(self, clause: Clause, at: int, pronoun: str) -> str | None:
        if pronoun == "who":
            return self._antecedent(clause, at)
        if pronoun == "it":
            return self._body_in(clause, at) or self.body
        if pronoun == "they":
            return self.group
        if pronoun not in ("he", "she"):
            return None
        before = [item.name.entity for item in clause.items[:at] if item.name and item.name.kind == "person"]
        last = [self.speaker] if self.speaker else []
        if self.speaker and not self.cast.called(self.speaker):
            # Of the last speaker nobody knows whether it is a he or a she; of the last one named somebody may.
            last = [person for person in self.recent[:1] if self.cast.called(person)] + last
        subjects = before[:1] + last + self.recent
        for person in subjects:
            if person and self.cast.fits(person, pronoun):
                return person
        return None

    def _body_in(self, clause: Clause, at: int) -> str | None:
        """The body a clause is about, for "what it called": its first noun phrase."""
        for item in clause.items[: min(at, 8)]:
            if item.quote is not None or (item.low and not item.low[0].isalnum()):
                return None
            if item.name is not None and item.name.kind == "organisation":
                return item.name.entity
            if item.low in BODIES:
                first = clause.items[0]
                return _without_article(self.document.text[self.document.tokens[first.first].start : self._end(item)])
        return None

    def _end(self, item: Item) -> int:
        return self.document.tokens[item.last - 1].end

    def _antecedent(self, clause: Clause, at: int) -> str | None:
        """Whom "who" takes up: the name before it, at most an apposition away."""
        for item in reversed(clause.items[max(0, at - 12) : at]):
            if item.quote is not None:
                return None
            if item.name is not None and item.name.kind == "person":
                return item.name.entity
        return None

    def heard(self, who: Who) -> None:
        """Takes note of who spoke last: a person, a body, a group without names."""
        speaker, source = who
        if speaker is None or source is None:
            return
        if speaker in self.people:
            self.speaker, self.spoke = speaker, True
        elif speaker in self.bodies or tells(speaker.split()[-1].lower()):
            self.body = speaker
        elif self.document.text[slice(*source)].lower() not in PRONOUNS and speaker.endswith("s"):
            self.group = speaker

    def passed(self, clause: Clause) -> None:
        """Takes note of the people named in a clause that was read."""
        people = [item.name.entity for item in clause.items if item.name and item.name.kind == "person"]
        for person in reversed(people):
            if person in self.recent:
                self.recent.remove(person)
            self.recent.insert(0, person)
        first = clause.items[0].name
        if not self.spoke:
            self.speaker = _subject(clause.items) or self.speaker
        self.spoke = False
        if first is not None and first.kind == "organisation":
            self.body = first.entity


def _subject(items: Sequence[Item]) -> str | None:
    """The person a clause begins with, behind a title or what he or she is: "Her lawyer, Ivo Lang, asked for time"."""
    for index, item in enumerate(items[:_OPENING]):
        if item.quote is not None:
            return None
        if item.name is not None and item.name.kind == "person":
            if index + 1 == len(items) or items[index + 1].low != "'s":
                return item.name.entity
        elif item.low == ",":
            if index == 0 or not speaks(items[index - 1].low):
                return None
        elif item.low in _LED | _ENDS | _CLOSED or (is_cue(item.low) and CUES[item.low] not in _PLAIN):
            return None
    return None


#: A clause's subject is named among so many pieces.
_OPENING = 7
_CLOSED = word_set("and but or if when while as after before since because is was are were has had have there it that")


def _head(items: Sequence[Item]) -> str:
    """The noun a phrase is about, in lower case: of "a spokesman for the union" the spokesman."""
    head = ""
    for item in items:
        if item.low in _ENDS:
            break
        if item.low == "'s":
            head = ""
        elif item.low and item.low[0].isalnum():
            head = item.low
        elif item.name is not None:
            head = ""
    return head


def _without_article(source: str) -> str:
    return " ".join(source.split()).removeprefix("the ").removeprefix("The ")
