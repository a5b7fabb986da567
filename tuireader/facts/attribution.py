"""Who says what: verbs of saying, their subjects, and the words they report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.clauses import Clause, Item
from tuireader.facts.document import Document
from tuireader.facts.listed import listed, word_set
from tuireader.facts.words import CUES, ROLES, TITLES

_PASSED = word_set(
    """has had have also later then previously recently already now again once first earlier reportedly just even
    simply still not never n't did does do would will could both himself herself itself themselves however
    meanwhile too today yesterday tonight afterward afterwards often always sometimes soon further since
    publicly"""
)
PRONOUNS = word_set("he she they it i we who")
#: What stands before a noun that looks like a verb of saying ("a report", "its claims", "member states").
_NOUN_BEFORE = word_set(
    """a an the his her its their our my your this that these those of in on for with to by at from member united
    no any some all more many such both new first last other under about despite amid and's between over
    against two three four five six seven eight nine ten public key swing battleground independent baltic gulf
    arab nordic islamic"""
)
_NOUNLIKE = word_set(
    """states claims reports report claim comments comment calls call charges charge orders order demands demand
    promise promises pledge pledges vow vows fears fear hopes hope shows show answer answers question
    questions posts post points point notes note reason estimates estimate remarks remark mention mentions
    praise finds vows tweet tweets joke jokes caution thought slams response reply replies predicted expected
    counter counters"""
)
_THAT_ONLY = word_set(
    """show find know learn decide agree expect fear hope reveal report mention point remind propose recommend
    discuss demand deny maintain order promise realize recall underline underscore testify reiterate affirm
    reaffirm reassure stress emphasize emphasise state continue conclude estimate confirm consider observe
    charge disclose speculate indicate suggest allege"""
)
_INFINITIVE = word_set(
    """urge pledge promise vow threaten call demand order propose recommend agree decide ask tell warn hope"""
)
_NOT_QUOTING = word_set("show find know decide agree discuss order expect consider praise")


class Attribution(NamedTuple):
    """Somebody says something: the verb, its subject, and the pieces it reports, as item numbers in a clause.

    ``subject`` is the slice of items that names the speaker; empty where it must be sought elsewhere.
    """

    clause: int
    cue: int
    subject: tuple[int, int]
    content: tuple[int, int]
    verb: str
    that: bool


def attributions(document: Document, found: Sequence[Clause]) -> list[Attribution]:
    """All attributions of a document's clauses."""
    made: list[Attribution] = []
    for number, clause in enumerate(found):
        made += _in_clause(document, number, clause.items)
    return made


def _in_clause(document: Document, number: int, items: list[Item]) -> list[Attribution]:
    made: list[Attribution] = []
    for at, item in enumerate(items):
        if item.low == "according" and at + 2 < len(items) and items[at + 1].low == "to":
            subject = _phrase_after(document, items, at + 2)
            if subject[1] > subject[0]:
                content = (0, at) if at > 1 else (subject[1], len(items))
                made.append(Attribution(number, at, subject, _inner(items, content), "according to", False))
            continue
        if not item.low or item.low not in CUES or not document.tokens[item.first].text.islower():
            continue
        attribution = _at_verb(document, number, items, at)
        if attribution is not None:
            made.append(attribution)
    return made


def _at_verb(document: Document, number: int, items: list[Item], at: int) -> Attribution | None:
    verb = CUES[items[at].low]
    before = items[at - 1] if at else None
    if items[at].low in _NOUNLIKE and (before is None or before.low in _NOUN_BEFORE):
        return None
    if at + 1 < len(items) and items[at + 1].low in ("by",):
        return None
    if before is not None and before.low in ("is", "are", "was", "were", "be", "been", "being", "to"):
        return None
    subject = _subject(document, items, at)
    if subject is None:
        return None
    inverted = subject[0] > at
    start = subject[1] if inverted else at + 1
    content, that = _content(document, items, at, start, subject, verb)
    if content is None:
        return None
    return Attribution(number, at, subject, content, verb, that)


def _subject(document: Document, items: list[Item], at: int) -> tuple[int, int] | None:
    """The items that name who says it; ``None`` where the verb has no subject to be seen."""
    low = items[at].low
    left = at - 1
    while left >= 0 and (items[left].low in _PASSED or (items[left].low.endswith("ly") and len(items[left].low) > 4)):
        left -= 1
    quoted_before = left >= 0 and (
        items[left].quote is not None
        or (items[left].low in (",", "-", "—", "–") and left > 0 and items[left - 1].quote is not None)
    )
    if quoted_before or left < 0:
        after = _phrase_after(document, items, at + 1)
        if after[1] > after[0] and low not in ("told", "tells"):
            return after
    if left < 0:
        return None
    here = items[left]
    if low.endswith("ing"):
        return _main_subject(document, items, at)
    if here.name is not None or here.low in PRONOUNS:
        return _with_title(items, left)
    if here.low == ",":
        if left > 0 and items[left - 1].quote is None:
            opening = _apposed(items, left)
            if opening is not None:
                return opening
        after = _phrase_after(document, items, at + 1)
        if after[1] > after[0] and (items[after[0]].name is not None) and after[1] >= len(items) - 1:
            return after
        return None
    if here.low == ")":
        for index in range(left, max(-1, left - 8), -1):
            if items[index].low == "(" and index and items[index - 1].name is not None:
                return index - 1, index
        return None
    if here.low in ("and", "but", "or", "then"):
        return _main_subject(document, items, at)
    if here.low and here.low[0].isalpha() and here.low not in _SMALL:
        return _noun_phrase(items, left)
    return None


_SMALL = word_set(
    """a an the of in on at to for from by with and or but as than that which where when while if is are was were
    be been being not no so because since until after before it's what how why there"""
)


def _with_title(items: list[Item], at: int) -> tuple[int, int]:
    start = at
    while start > 0 and items[start - 1].low.rstrip(".") in TITLES:
        start -= 1
    return at, at + 1


def _noun_phrase(items: list[Item], last: int) -> tuple[int, int]:
    """ "The NATO chief": from the determiner on, at most seven pieces back."""
    first = last
    while first > 0 and last - first < 7:
        low = items[first].low
        if low in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "one",
            "another",
            "some",
            "this",
            "our",
            "my",
            "several",
            "two",
            "three",
            "many",
        ):
            break
        previous = items[first - 1]
        if previous.quote is not None or (
            previous.low and not previous.low[0].isalnum() and previous.low not in ("'s", "-")
        ):
            break
        if previous.low in _SMALL - {"the", "a", "an", "of", "for", "in", "with"} or previous.low in PRONOUNS | {
            "that",
            "if",
        }:
            break
        first -= 1
    return first, last + 1


def _apposed(items: list[Item], comma: int) -> tuple[int, int] | None:
    """The name before "..., the director of Drell, said": the nearest one directly before an earlier comma."""
    for index in range(comma - 1, max(-1, comma - 40), -1):
        if items[index].quote is not None:
            return None
        if items[index].low in (",", "(") and index > 0:
            before = items[index - 1]
            if before.name is not None and before.name.kind == "person":
                return index - 1, index
            if before.low in ROLES:
                return _noun_phrase(items, index - 1)
    for index in range(comma - 1, max(-1, comma - 40), -1):
        if items[index].name is not None and items[index].name.kind != "place":  # type: ignore[union-attr]
            return index, index + 1
    return None


def _main_subject(document: Document, items: list[Item], at: int) -> tuple[int, int] | None:
    """Subject of a verb joined by "and" or a comma ("..., adding that"): the first name or pronoun of the clause."""
    for index in range(at):
        item = items[index]
        if item.quote is not None:
            continue
        if item.name is not None and item.name.kind == "person":
            return index, index + 1
        if item.low in ("he", "she", "they") or (item.low in ROLES and index and items[index - 1].low in ("the", "a")):
            return index, index + 1
        if item.name is not None and item.name.kind == "organisation" and index < 3:
            return index, index + 1
    return None


def _phrase_after(document: Document, items: list[Item], start: int) -> tuple[int, int]:
    """The speaker behind the verb: "said the NATO chief", "said Rep. Ana Costa of Drell"."""
    at = start
    while at < len(items) and at - start < 9:
        item = items[at]
        if item.quote is not None:
            break
        if item.name is not None:
            following = items[at + 1].low if at + 1 < len(items) else ""
            if item.name.kind == "person" or following not in ROLES | TITLES | {"'s", "and"}:
                return (
                    (at, at + 1)
                    if item.name.kind == "person"
                    else (start, at + 1)
                    if at == start
                    else _trimmed(items, start, at + 1)
                )
        elif item.low in ("he", "she", "they", "it") and at == start:
            return at, at + 1
        elif (item.low and not item.low[0].isalnum() and item.low not in ("'s", "-", '"', "“")) or (
            item.low in _BREAKS and at > start
        ):
            break
        elif item.low in _BREAKS | {"that", "in", "on", "to", "at", "if", "how", "what", "why", "so", "there"}:
            return start, start
        at += 1
    return _trimmed(items, start, at)


_BREAKS = word_set("who which that when after before during while as in at on with and but by told on")


def _trimmed(items: list[Item], start: int, end: int) -> tuple[int, int]:
    return (start, end) if end > start and any(item.low or item.name for item in items[start:end]) else (start, start)


def _content(
    document: Document, items: list[Item], at: int, start: int, subject: tuple[int, int], verb: str
) -> tuple[tuple[int, int] | None, bool]:
    """The items reported by a verb, and whether "that" opens them."""
    inverted = subject[0] > at
    quoted = [index for index, item in enumerate(items) if item.quote is not None]
    if inverted or (at + 1 >= len(items) - 1):
        if quoted and quoted[0] < at:
            return (quoted[0], quoted[0] + 1), False
        head = (0, _last_comma(items, min(at, subject[0])))
        return (head if head[1] - head[0] >= 3 else None), False
    rest = start
    if verb in ("tell", "remind", "warn", "ask", "urge", "reassure", "inform") or items[rest].name is not None:
        rest = _past_listener(items, rest)
    if rest < len(items) and items[rest].low == "that" and verb not in _NOT_QUOTING:
        return (rest, _clause_end(items, rest)), True
    later_that = next((index for index in range(rest, min(rest + 9, len(items))) if items[index].low == "that"), None)
    if later_that is not None and _adverbial(items, rest, later_that):
        return (later_that, _clause_end(items, later_that)), True
    if any(index > at for index in quoted):
        near = next(index for index in quoted if index > at)
        if near - rest <= 1 or all(
            items[index].low in (",", ":", "as", "it", "them", "was", "is") for index in range(rest, near)
        ):
            return (near, near + 1), False
    if verb in _INFINITIVE and _infinitive(items, start):
        return (start, _clause_end(items, start)), False
    if quoted and quoted[-1] < at and (at == quoted[-1] + 2 or at <= quoted[-1] + 8):
        return (quoted[-1], quoted[-1] + 1), False
    if verb in _THAT_ONLY or verb in _NOT_QUOTING:
        return None, False
    if rest < len(items) and _begins_clause(document, items, rest):
        return (rest, _clause_end(items, rest)), False
    if rest >= len(items) - 1 or items[rest].low in (
        ".",
        ",",
        "on",
        "in",
        "at",
        "during",
        "after",
        "last",
        "earlier",
        "to",
    ):
        head = (0, _last_comma(items, subject[0]))
        if head[1] - head[0] >= 3 and head[1] > 0:
            return head, False
    return None, False


def _last_comma(items: list[Item], stop: int) -> int:
    index = stop - 1
    while index >= 0 and items[index].low != ",":
        if stop - index > 6:
            return 0
        index -= 1
    return max(index, 0)


def _past_listener(items: list[Item], at: int) -> int:
    """Behind the one who is told: "told reporters on Friday that"."""
    start = at
    while at < len(items) and at - start < 6:
        item = items[at]
        if item.low in ("that", ",", ":", "to") or item.quote is not None:
            return at
        if item.name is not None or item.low in (
            "him",
            "her",
            "them",
            "us",
            "me",
            "reporters",
            "lawmakers",
            "journalists",
        ):
            return at + 1
        at += 1
    return start


def _adverbial(items: list[Item], start: int, stop: int) -> bool:
    """Whether only "on Friday", "in a statement", "reporters" stand between a verb and its "that"."""
    if start == stop:
        return True
    first = items[start]
    return (
        first.low
        in listed(
            """in on at during to after before earlier last yesterday today tonight monday tuesday
            wednesday thursday friday saturday sunday reporters him her them us lawmakers out later ,
            through from"""
        )
        or first.name is not None
    )


def _infinitive(items: list[Item], start: int) -> bool:
    return any(items[index].low == "to" for index in range(start, min(start + 6, len(items))))


_OPENERS = word_set(
    """he she they it i we you there this these those the a an his her its their our my no some many most all
    both each every one any such if when while because what how why whether people more"""
)


def _begins_clause(document: Document, items: list[Item], at: int) -> bool:
    """Whether a bare clause begins: a subject, and somewhere after it a verb."""
    item = items[at]
    starts = item.name is not None or item.low in _OPENERS or document.tokens[item.first].text[0].isupper()
    plural = item.low.endswith("s") and item.low.isalpha() and len(item.low) > 3
    if not (starts or plural):
        return False
    window = [other.low for other in items[at + 1 : at + 14]]
    return any(low in _VERBS or (low.endswith("ed") and len(low) > 4) for low in window)


_VERBS = word_set(
    """is are was were be been has have had will would could should may might can must does do did isn't aren't
    wasn't weren't won't wouldn't can't cannot don't doesn't didn't hasn't haven't couldn't shouldn't i'm he's
    she's it's they're we're needs need wants want believes thinks feels knows sees gets makes takes comes
    goes looks seems plans hopes expects got made took came went saw knew thought felt said told met left lost
    won gave found remains remained continues intends supports opposes accepts understands sent held kept
    became began"""
)


def _clause_end(items: list[Item], start: int) -> int:
    """Where reported words end: before the full stop."""
    end = len(items)
    while end > start and items[end - 1].low in (".", ";", "!", "?"):
        end -= 1
    return end


def _inner(items: list[Item], content: tuple[int, int]) -> tuple[int, int]:
    low, high = content
    while low < high and items[low].low in (",", ":"):
        low += 1
    while high > low and items[high - 1].low in (",", ".", ";"):
        high -= 1
    return low, high
