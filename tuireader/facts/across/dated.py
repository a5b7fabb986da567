"""What a date is the date of: the clause whose verb it stands with, or the noun; nothing where that cannot be told.

"The war that began in 2022" is dated in "they want to end the war that began in 2022", and nobody's wish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tuireader.facts.across.antecedents import noun_phrase_start
from tuireader.facts.dates.clauses import clause
from tuireader.facts.dates.finding import Date
from tuireader.facts.dates.tense import is_verb
from tuireader.facts.document import Sentence, Token
from tuireader.facts.events.finding import VERBS
from tuireader.facts.listed import word_set
from tuireader.facts.reading import Reading
from tuireader.facts.saying import NOUNLIKE, is_cue

_CUTS = frozenset(";:—–") | {"--"}
_COORDINATORS = word_set("and but or so yet nor")
_RELATIVES = word_set("who which whose where whom")
_ADVERBIAL = word_set(
    "after before when while because although though since until as if unless once whereas whether how why"
)
_DETERMINERS = word_set("the a an his her its their our my this these those 's no any some each every another")
_PREPOSITIONS = word_set(
    """in on at by of for from to with during after before since until about over into under against between among
    following despite amid ahead within through without"""
)
#: Prepositions of what takes place at the time of what is said of it: "met at a summit on Monday".
_SAME_TIME = word_set("at in during")
_DATING = word_set("on in at during of from by since for until")
_SUBJECTS = word_set("he she they it we i you")
_AUXILIARY = word_set(
    "is are was were has have had will would could may might can should must does did do be been isn't wasn't won't"
)
_BETWEEN = word_set("not also be been being already since never still now then again both n't later")
_SAY = word_set("said says say told tells added adds stated insisted")
#: Who says or plans this does not do it: the date goes with what is announced.
_ANNOUNCE = word_set(
    """announce announced announces announcing discuss discussed mention mentioned recall recalled remember remembered
    condemn condemned criticise criticised criticize criticized praise praised welcome welcomed describe described
    commemorate commemorated celebrate celebrated plan planned propose proposed demand demanded expect expected"""
)
#: What stands before a pronoun without being what its clause tells more of.
_NO_CONTACT = word_set(
    "that clear sure certain likely aware true if whether monday tuesday wednesday thursday friday saturday sunday"
)
_OCCASIONS = word_set(
    """visit visits trip trips meeting meetings talks summit call calls conversation speech lecture debate election
    elections vote votes referendum poll polls arrest raid indictment trial hearing verdict sentencing attack
    attacks bombing shooting explosion blast crash collision fire flood floods earthquake storm war ceasefire truce
    strike strikes protest protests rally riot riots clash clashes wedding funeral murder killing robbery theft merger
    takeover deal treaty launch withdrawal rescue landing final match game race championship accident derailment
    conference congress session march coup siege battle"""
)
_OCCASION_ENDS = ("tion", "sion", "ment")
#: Parts of a time: "by the end of March".
_PARTS = word_set("end beginning start middle close night morning afternoon evening day week month eve rest course")
#: What follows a date is no noun.
_NO_NOUN = word_set(
    """in on at by to of for and or but as the a an was is were are has had have will would when where who which that
    with from after before since until during while because than also it he she they we not last next early late"""
)
#: Behind these a date before a noun says which: "ahead of February 9 elections".
_LEADING = word_set("of for about with from to at following despite after before")
#: Texts without full stops are read from so many words before the date on.
_FAR = 200
#: No noun stands in such a word before the pronoun of a clause without "that".
_NO_NOUN_HERE = (
    _ADVERBIAL | _PREPOSITIONS | _COORDINATORS | _DETERMINERS | _BETWEEN | _AUXILIARY | _RELATIVES | _NO_CONTACT
)


@dataclass
class _Open:
    """A clause that was opened at token ``at`` and is not closed yet."""

    kind: Literal["relative", "adverbial", "content", "participle"]
    at: int
    verbs: int = 0
    after_comma: bool = False


def dated(reading: Reading, date: Date, end: int) -> tuple[int, int] | None:
    """Start and end of what is told of a date whose words end at ``end``."""
    document = reading.document
    sentence = document.sentences[document.sentence_at(date.start)]
    return _Sentence(reading, sentence, date, end).told()


class _Sentence:
    """One sentence and a date in it, read word by word up to the date."""

    def __init__(self, reading: Reading, sentence: Sentence, date: Date, end: int) -> None:
        self.reading, self.date, self.end = reading, date, end
        self.tokens = reading.document.tokens
        self.first, self.last = sentence.first, sentence.last
        self.here = reading.document.at(date.start)
        self.behind = min(self.last, reading.document.at(end))
        self.open: list[_Open] = []
        self.verbs: list[int] = []
        """Where the groups of verbs begin that stand in the innermost clause that is open."""
        self.begun = self.first
        self.closed: int | None = None
        self.doubtful = False
        self.paused = False
        """Whether a comma stands between the last verb and the word at hand."""

    def told(self) -> tuple[int, int] | None:
        if self._says_which():
            return None
        self._read()
        if self.doubtful:
            return None
        inner = self.open[-1] if self.open else None
        if inner is not None and inner.kind == "participle":
            return None
        beside = self._beside()
        if beside is not None:
            return self._span(beside, to_date=True)
        reduced = self._reduced(inner)
        if reduced is not None:
            return self._span(reduced, to_date=self._verb_follows())
        if inner is not None and inner.kind == "relative":
            last = inner.at - 2 if inner.after_comma else inner.at - 1
            start = noun_phrase_start(self.reading, last, self.first)
            return self._span(start, to_date=self._verb_follows())
        noun = self._dated_noun(inner.at + 1 if inner is not None else self.begun)
        if noun is not None:
            return self._span(noun, to_date=True) if noun >= 0 else None
        if inner is not None:
            return self._span(inner.at + 1, to_date=False)
        if self.closed is not None and not self.verbs and not self._verb_follows(20):
            # "Left the town, which it had held, in March": who knows which of the two.
            return None
        start, stop = clause(self.reading.document, self.date)
        return start, max(stop, self.end)

    # Reading

    def _read(self) -> None:
        at = max(self.first, self.here - _FAR)
        while at < self.here:
            token = self.tokens[at]
            following = self.tokens[at + 1].low if at + 1 < self.last else ""
            if token.low in _CUTS or (token.low == "," and following in _COORDINATORS):
                self._begin_anew(at + 1)
            elif token.low == ",":
                self._comma(at)
            elif (opened := self._opens(at, token, following)) is not None:
                self.open.append(opened)
                self.verbs = []
            elif self._is_verb(at):
                self._verb(at)
            at += 1
        while self.open and self.open[-1].kind in ("adverbial", "content") and not self.open[-1].verbs:
            # "After the talks", "told Venn": no clause.
            self.open.pop()

    def _begin_anew(self, at: int) -> None:
        self.open.clear()
        self.verbs, self.begun, self.closed = [], at, None

    def _comma(self, at: int) -> None:
        self.paused = True
        inner = self.open[-1] if self.open else None
        if inner is not None and inner.kind != "content" and (inner.verbs or inner.kind != "relative"):
            self.open.pop()
            self.verbs, self.closed = [], at
        if not self.open and not self.verbs:
            self.begun = at + 1

    def _opens(self, at: int, token: Token, following: str) -> _Open | None:
        before = self.tokens[at - 1].low if at > self.first else ""
        low, comma = token.low, before == ","
        if low in _RELATIVES and before not in ("", "and") and not is_cue(before):
            return _Open("relative", at, after_comma=comma)
        if low == "that" and before not in _PREPOSITIONS:
            after_noun = before.isalpha() and not is_verb(before) and not is_cue(before)
            verbal = is_verb(following) or following in _AUXILIARY
            if after_noun and verbal:
                return _Open("relative", at)
            return (
                None if at + 1 >= self.here or (before and not before.isalpha() and not comma) else _Open("content", at)
            )
        if low in _ADVERBIAL:
            if following.endswith("ing") and following not in ("during", "king"):
                return _Open("participle", at)
            return _Open("adverbial", at)
        if low.endswith("ing") and len(low) > 5 and (comma or before in _PREPOSITIONS):
            return _Open("participle", at)
        if low in _SAY and following not in _PREPOSITIONS and at + 1 < self.here and self._may_begin(at + 1):
            # What is said follows without "that".
            self._verb(at)
            return _Open("content", at)
        if low in _SUBJECTS and before.isalpha() and at > self.first + 1 and self._is_noun(at - 1):
            # "A debate she had led", "said in a statement she had left".
            said = any(self.tokens[verb].low in _SAY for verb in self.verbs)
            return _Open("content", at - 1) if said else _Open("relative", at)
        return None

    def _may_begin(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low in _SUBJECTS or token.low in _DETERMINERS or token.text[0].isupper()

    def _is_noun(self, at: int) -> bool:
        low = self.tokens[at].low
        return (
            low.isalpha()
            and not is_verb(low)
            and not is_cue(low)
            and not low.endswith("ly")
            and low not in _NO_NOUN_HERE
        )

    def _is_verb(self, at: int) -> bool:
        token = self.tokens[at]
        before = self.tokens[at - 1].low if at > self.first else ""
        if before in _DETERMINERS or before == "to" or (before in _PREPOSITIONS and token.low not in _AUXILIARY):
            return False
        return is_verb(token.text) or (is_cue(token.low) and token.low not in NOUNLIKE and token.text[0].islower())

    def _verb(self, at: int) -> None:
        """Takes note of a verb. One more than a clause can have ends the clause, or is a participle of its noun."""
        back = at - 1
        while back > self.first and (self.tokens[back].low in _BETWEEN or self.tokens[back].low.endswith("ly")):
            back -= 1
        if self.tokens[back].low in _AUXILIARY and back >= self.first and at > self.first:
            # One group: "has not been told".
            return
        inner = self.open[-1] if self.open else None
        if (
            inner is not None
            and inner.kind == "content"
            and inner.verbs
            and self.paused
            and is_cue(self.tokens[at].low)
        ):
            # "That it is good, Venn told the board on Monday".
            self.open.clear()
            self.verbs, self.begun = [at], self.first
            return
        joined = self.tokens[back].low in _COORDINATORS or self.tokens[back].low == ","
        if inner is not None and inner.verbs and not joined and inner.kind == "relative" and not inner.after_comma:
            following = self.tokens[at + 1].low if at + 1 < self.last else ""
            if self.tokens[at].low not in _AUXILIARY and following in _PREPOSITIONS:
                self.doubtful = True
            self.open.pop()
            self.verbs = [at]
            return
        if inner is not None:
            inner.verbs += 1
        self.verbs.append(at)
        self.paused = False

    # What the date belongs to

    def _says_which(self) -> bool:
        """Whether the date only says which thing: "the February 9 elections", "Monday's vote"."""
        before = self.tokens[self.here - 1].low if self.here > self.first else ""
        after = self.tokens[self.behind] if self.behind < self.last else None
        if after is None:
            return False
        if after.low == "'s":
            return True
        own = self.tokens[self.here].low
        noun = after.text[0].islower() and after.low.isalpha() and after.low not in _NO_NOUN and not is_verb(after.low)
        return (
            noun
            and not after.low.endswith("ly")
            and (own in _DETERMINERS or before in _DETERMINERS or before in _LEADING)
        )

    def _verb_follows(self, most: int = 1) -> bool:
        """Whether a verb stands right behind the date, at most so many words away, before any comma."""
        for at in range(self.behind, min(self.last, self.behind + most)):
            if self.tokens[at].low in _COORDINATORS or self.tokens[at].low in _CUTS or self.tokens[at].low == ",":
                return False
            if self._is_verb(at):
                return True
        return False

    def _beside(self) -> int | None:
        """Where the noun phrase begins that a participle between commas describes: "Venn, elected in 2024, left"."""
        comma = next(
            (at for at in range(self.here - 1, max(self.first, self.here - _FAR), -1) if self.tokens[at].low == ","),
            None,
        )
        if comma is None or self.behind + 1 >= self.last or self.tokens[self.behind].low != ",":
            return None
        if not _is_participle(self.tokens[comma + 1].low) or not self._is_verb(self.behind + 1):
            return None
        return noun_phrase_start(self.reading, comma - 1, self.first)

    def _reduced(self, inner: _Open | None) -> int | None:
        """Where the noun phrase begins whose participle the date stands with: "a law passed in 2019"."""
        if not self.verbs:
            return None
        verb = self.verbs[-1]
        if self.tokens[verb].low in _AUXILIARY or verb == self.first or not self._is_noun(verb - 1):
            return None
        earlier = len(self.verbs) > 1 and not any(
            token.low in _COORDINATORS or token.low == "," for token in self.tokens[self.verbs[-2] : verb]
        )
        start = noun_phrase_start(self.reading, verb - 1, self.begun)
        bare = inner is None and len(self.verbs) == 1 and verb >= self.here - 3
        led = start > self.begun and self.tokens[start - 1].low in _PREPOSITIONS
        comma = self.behind < self.last and self.tokens[self.behind].low == ","
        return start if earlier or (bare and (self._verb_follows() or (led and comma))) else None

    def _dated_noun(self, low: int) -> int | None:
        """Where the noun phrase begins that the date belongs to; -1 where it is a subject, None where the date goes
        with the verb."""
        at = self.here - 1
        if at <= low or self.tokens[at].low not in _DATING:
            return None
        of = self.tokens[at].low == "of" and self.tokens[at - 1].low not in _PARTS
        at -= 1
        noun = None
        for back in range(at, max(low - 1, at - 6), -1):
            word = self.tokens[back].low if self.tokens[back].text[0].islower() else ""
            if word in _OCCASIONS or (word.endswith(_OCCASION_ENDS) and len(word) > 6 and word.isalpha()):
                noun = back
                break
            named = self.tokens[back].text[0].isupper() or word in ("and", "the", ",")
            if not named and word not in ("in", "at", "to", "of", "with"):
                break
        if noun is None:
            # "The challenges of the past decade": no event, and nothing that was done.
            return -1 if of else None
        start = noun_phrase_start(self.reading, noun, low)
        if start == noun and self.tokens[start - 1].low == "to":
            # "To visit Drell on Monday".
            return None
        before = self.tokens[start - 1].low if start > low else ""
        if not self.verbs and not any(self._is_verb(place) for place in range(max(low, start - _FAR), start)):
            if before in _PREPOSITIONS:
                return None if before in _SAME_TIME else start
            return (
                -1
                if any(self._is_verb(place) for place in range(self.behind, min(self.last, self.behind + _FAR)))
                else None
            )
        if before in _PREPOSITIONS and before not in _SAME_TIME and before not in ("to", "for"):
            return start
        return start if before in _ANNOUNCE or of else None

    # What is told

    def _span(self, first: int, *, to_date: bool) -> tuple[int, int]:
        last = self.behind
        while (
            not to_date
            and last < self.last
            and self.tokens[last].low not in _CUTS
            and self.tokens[last].text not in ",.!?”"
        ):
            last += 1
        return self.tokens[first].start, max(self.end, self.tokens[max(first, last - 1)].end)


def _is_participle(low: str) -> bool:
    """Whether a word may be a participle of the past: "elected", "built"."""
    return low.endswith("ed") or (low in VERBS and VERBS[low] != low and not low.endswith(("s", "ing")))
