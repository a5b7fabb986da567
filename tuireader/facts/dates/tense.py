"""Whether the clause around a date looks back or forward, by the verb nearest to the date."""

from __future__ import annotations

from enum import IntEnum

from tuireader.facts.listed import word_set
from tuireader.text.lazy import Lazy


class Tense(IntEnum):
    """Which side of the day of publication a clause tells of."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


# A full stop ends a sentence here too: transcripts without capitals are not cut into sentences before.
_WORD = Lazy(r"[A-Za-z]+(?:['’][a-z]+)?|[;:“”\"—–]|--|(?<=[a-z]{3})[.?!](?=\s)")
#: So many words on either side are looked at.
_REACH = 14
_FUTURE = word_set(
    """will shall would should must going plans plan planned planning intends expects expected scheduled slated due
    upcoming payable effective hopes aims wants tentatively pending can could may might won't wouldn't"""
)
#: Verbs that in the present tense tell of a timetable: "opens Friday".
_TIMETABLE = word_set(
    """begins starts opens ends expires runs meets returns arrives leaves goes resumes closes concludes takes continues
    faces visits hosts begin start open end resume return expire meet leave arrive take"""
)
_PAST = word_set(
    """said was were had did went came took rose fell made held told met won lost led began got gave sent shot left
    broke became ran sold bought paid spoke grew kept stood brought thought caught sought taught saw flew drew threw
    knew hit wrote drove chose struck swore fought fled died felt found heard hung sank slid shut spent swept wore
    been done gone taken given seen known shown born beaten fallen written broken driven stolen sunk hurt sat lay
    says has have wasn't weren't didn't hadn't hasn't haven't"""
)
_NO_PAST = word_set(
    """hundred indeed exceed proceed succeed sacred naked hatred speed need feed seed breed greed embed united armed
    limited unprecedented accused alleged supposed so-called wicked rugged"""
)
_BE = word_set("be is are to been being")
_NOT_DONE = word_set("to will would shall should can could may might must 'll not n't be")
_STOPS = frozenset(';:“”"—–.?!') | {"--"}


def tense(text: str, low: int, high: int, start: int, end: int) -> Tense:
    """The tense around ``text[start:end]`` in the sentence ``text[low:high]``: of the verb before, else the next."""
    before = _WORD.pattern.findall(text, max(low, start - 110), start)[-_REACH:]
    said = _backwards(before)
    if said is not Tense.OPEN:
        return said
    return _forwards(_WORD.pattern.findall(text, end, min(high, end + 110))[:_REACH])


def _backwards(words: list[str]) -> Tense:
    last = words[-1].lower() if words else ""
    if last == "for" and len(words) > 1 and words[-2].lower() in _SET:
        # "Had been set for Saturday": what came of it is another matter.
        return Tense.FUTURE
    until = last in ("until", "till", "by", "before")
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word in _STOPS:
            break
        led = [each.lower() for each in words[max(0, at - 3) : at]]
        if word in _FUTURE or word.endswith(("'ll", "’ll")):
            return Tense.FUTURE
        if word == "to" and at + 1 < len(words) and _base(words[at + 1].lower()) and led:
            if _managed(led):
                return Tense.PAST
            if led[-1].endswith("ed") or led[-1] in _GOVERNORS:
                return Tense.FUTURE
        rest = [each.lower() for each in words[at + 1 :]]
        if word in ("is", "are") and (_SMALL.issuperset(rest) or rest[0].endswith("ing")):
            # "Is on Saturday", "is leaving Saturday".
            return Tense.FUTURE
        plural = _SMALL.issuperset(rest) and "did" not in led and led[-1:] != ["to"]
        if word in _TIMETABLE and (word.endswith("s") or plural):
            return Tense.FUTURE
        if _past(words[at]):
            if any(each in _NOT_DONE or each.endswith(("'ll", "’ll")) for each in led) and word not in ("said", "was"):
                return Tense.FUTURE if "not" not in led or _hoped(led) else Tense.PAST
            if until and word in ("had", "has", "have", "said"):
                return Tense.FUTURE
            return Tense.PAST
    return Tense.FUTURE if until else Tense.OPEN


_SMALL = word_set("in on at the for this next early late")
_SET = word_set("set scheduled planned slated due expected booked called")


def _hoped(led: list[str]) -> bool:
    return any(each in ("to", "will", "would", "should", "could", "may", "might") for each in led)


def _forwards(words: list[str]) -> Tense:
    for at, each in enumerate(words):
        word = each.lower()
        if word in _STOPS:
            break
        if word in _FUTURE or word.endswith(("'ll", "’ll")):
            return Tense.FUTURE
        after = [one.lower() for one in words[at + 1 : at + 3]]
        if word in ("is", "are") and after and (after[0] == "to" or after[0].endswith("ing") or after[-1] in _FUTURE):
            return Tense.FUTURE
        if _past(each):
            return Tense.FUTURE if after and after[0] in _FUTURE and word in ("is", "are") else Tense.PAST
    return Tense.OPEN


def _past(word: str) -> bool:
    low = word.lower()
    if low in _PAST:
        return True
    return low.endswith("ed") and word[0].islower() and len(low) > 4 and low not in _NO_PAST


def _base(word: str) -> bool:
    """Whether a word behind "to" may be a verb: no article, pronoun or number."""
    return len(word) > 1 and word not in _NO_BASE and not word.endswith(("ed", "ing", "ly"))


_NO_BASE = word_set(
    """the a an his her its their our my your this that these those last next early late mid more less most than them
    him me us it you all some any about nearly one two three four five six seven eight nine ten monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december"""
)


_GOVERNORS = word_set(
    """is are be was were set due likely ready able going want wants plan plans decision deadline agreement proposal
    hope hopes promise vow vows intend intends seek seeks seeking trying planning preparing expects chance"""
)


def _managed(led: list[str]) -> bool:
    """Whether "to" stands behind a verb that tells what came about: "failed to meet", "used to", "forced to"."""
    return bool(led) and led[-1] in _MANAGED


_MANAGED = word_set(
    """failed managed used forced refused declined began continued had came happened helped tried went started able
    unable compelled allowed permitted seemed appeared"""
)


def is_verb(word: str) -> bool:
    """Whether a word is a finite verb in form: an auxiliary, a past form, a plan."""
    return word.lower() in _FINITE or _past(word)


_FINITE = word_set("is are will would can could may might must should does do has have isn't aren't won't") | _TIMETABLE
