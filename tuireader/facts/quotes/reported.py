"""What a verb of saying reports: a clause, a quote, a thing or a deed, before it or behind it."""

from __future__ import annotations

from tuireader.facts.listed import word_set
from tuireader.facts.quotes.clauses import Item
from tuireader.facts.quotes.tellers import speaks, tells
from tuireader.facts.saying import (
    CUES,
    INFINITIVE,
    LISTENER,
    NEEDS_PARTICLE,
    NOUNLIKE,
    OBJECT,
    PARTICLES,
    POINTS_TO,
    SHOWS,
    SURE,
    takes,
)
from tuireader.facts.words import ROLES


def reported(items: list[Item], at: int, subject: tuple[int, int], verb: str) -> tuple[int, int] | None:
    """The items reported by a verb; None where it reports nothing that can be told apart."""
    inverted = subject[0] > at
    before = next((index for index in range(at - 1, -1, -1) if items[index].quote is not None), None)
    if inverted:
        if before is not None:
            return before, before + 1
        following = next((index for index in range(subject[1], len(items)) if items[index].quote is not None), None)
        return (following, following + 1) if following is not None else _head(items, at, subject[1])
    rest = at + 1
    that_behind = rest + 1 < len(items) and items[rest].name is not None and items[rest + 1].low == "that"
    if verb in LISTENER or that_behind:
        rest = _past_listener(items, rest)
    that = _that(items, rest)
    if that is not None:
        return that, _clause_end(items, that)
    after = _quote_after(items, at)
    if after is not None and (before is None or after - at <= 6 or before < at - 6):
        # A quote behind the verb: alone, or within the clause the verb reports.
        near = after - rest <= 1 or any(items[index].low in (",", ":") for index in (after - 1,))
        if near or takes(verb) == "quote":
            return after, after + 1
        start = next((index for index in range(rest, min(after, rest + 7)) if items[index].low == "that"), rest)
        return start, _clause_end(items, start)
    if before is not None and (at - before <= 9 or 0 < subject[0] - before <= 9):
        return before, before + 1
    if after is not None:
        return after, after + 1
    if verb in INFINITIVE and any(items[index].low == "to" for index in range(rest, min(rest + 6, len(items)))):
        return at + 1, _clause_end(items, at + 1)
    if verb in OBJECT and _speaks(items, subject):
        named = _object(items, at, verb)
        if named is not None:
            return named
    behind_comma = subject[0] > 3 and items[subject[0] - 1].low == "," and rest < len(items)
    if takes(verb) != "quote" and behind_comma and items[rest].low in _TAIL | {"from"}:
        # "The bridge is shut, Drell Radio has learned from two sources."
        return _head(items, subject[0], at + 1)
    if takes(verb) != "bare":
        if verb not in SHOWS:
            return None
        head = items[subject[1] - 1].low if subject[1] > subject[0] else ""
        if len(items) - rest >= 4 and tells(head) and items[rest].low not in _NO_CLAUSE and items[rest].low[:1] != ",":
            return rest, _clause_end(items, rest)
        states = _speaks(items, subject) or speaks(head)
        return (rest, _clause_end(items, rest)) if states and _states(items, rest) else None
    if rest + 1 < len(items) and items[rest].low in ("this", "so", "it") and items[rest + 1].low in _LEADS:
        # "He said this during a stay": what he said stands elsewhere.
        return None
    if rest < len(items) and (_begins_clause(items, rest) or (verb in SURE and _may_begin(items, rest))):
        return rest, _clause_end(items, rest)
    later = _past_time(items, rest)
    if rest < later < len(items) and items[later].low not in _LEADS | _NO_SUBJECT and _begins_clause(items, later):
        # "Lang said last week the letters do not count."
        return later, _clause_end(items, later)
    if rest >= len(items) - 1 or items[rest].low in _TAIL or items[rest].low in ("who", "because"):
        return _head(items, subject[0], at + 1)
    return None


def _past_time(items: list[Item], at: int) -> int:
    """Behind a day or a time, if one stands there: "on Monday", "last week", "earlier this year"."""
    start = at
    while at < len(items) and at - start < 5:
        following = items[at + 1].low if at + 1 < len(items) else ""
        if items[at].low in _DAYS or (items[at].low == "on" and following in _DAYS):
            at += 1
        elif items[at].low in ("last", "this", "earlier") and following in _DAYS | _PERIODS:
            at += 2
        elif at > start and items[at].low in _PERIODS:
            at += 1
        else:
            break
    return at


_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
_PERIODS = word_set("week month year morning afternoon evening night weekend summer winter spring fall autumn")
_NO_SUBJECT = word_set("who which where though although unless until that what how why to")


def _speaks(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether a subject is somebody: a name, a pronoun, a role."""
    return any(
        (item.name is not None and item.name.kind != "place") or item.low in _SOMEBODY or item.low in ROLES
        for item in items[subject[0] : subject[1]]
    )


_SOMEBODY = word_set("he she they officials lawmakers critics experts analysts aides leaders activists")


def _object(items: list[Item], at: int, verb: str) -> tuple[int, int] | None:
    """What is criticized, proposed, spoken about: the nouns behind the verb, to the next comma."""
    start = at + 1
    if any(item.low in ("not", "never", "n't") or item.low.endswith("n't") for item in items[max(0, at - 3) : at]):
        return None
    if verb in ("speak", "talk") and start < len(items) and items[start].low in ("for", "on", "against"):
        return None
    if start < len(items) and (items[start].low in PARTICLES or (items[start].low == "to" and verb in POINTS_TO)):
        start += 1 + (start + 1 < len(items) and items[start + 1].low in ("for", "of", "to"))
    elif verb in NEEDS_PARTICLE:
        return None
    if (
        start >= len(items)
        or not (items[start].name or items[start].low[:1].isalpha())
        or items[start].low in _NO_OBJECT
    ):
        return None
    end = start
    while end < len(items) and items[end].low not in (",", ".", ";", ":", "!", "?") and items[end].quote is None:
        end += 1
    return (start, end) if end - start >= 2 else None


_NO_OBJECT = word_set("on in at by after before when as if and but or during while because from into over so too again")

_TAIL = word_set(
    """. , on in at during after last earlier to monday tuesday wednesday thursday friday saturday sunday
    yesterday today later afterward"""
)


def _head(items: list[Item], stop: int, after: int) -> tuple[int, int] | None:
    """What stands before "..., the minister said", to the clause's start; in "In Drell, he said, it rains" the rest."""
    tail = after < len(items) and items[after].low == "," and len(items) - after >= 5
    if tail and items[0].low in _LEADS:
        return after + 1, _clause_end(items, after + 1)
    if tail and 1 < stop <= 8 and items[stop - 1].low == "," and items[after + 1].low not in _GOES_ON:
        # "The museum, Lang said, would open": the clause goes on behind the verb.
        return 0, _clause_end(items, 0)
    comma = stop - 1
    while comma >= 0 and items[comma].low != ",":
        if stop - comma > 6:
            return None
        comma -= 1
    told = any(item.low in _VERBS or (item.low.endswith("ed") and len(item.low) > 4) for item in items[:comma])
    return (0, comma) if comma >= 3 and (told or items[0].low not in _LEADS) and not _is_time(items, comma) else None


def _is_time(items: list[Item], stop: int) -> bool:
    """Whether nothing but a time stands before ``stop``: "a few weeks earlier"."""
    return stop <= 6 and items[stop - 1].low in ("earlier", "later", "ago", "however", "meanwhile", "before", "after")


#: With these a report after "he said," begins something of its own.
_GOES_ON = word_set(
    "and but adding noting saying citing who which where while although though because as when so calling"
)
_LEADS = word_set("in on at by after before during from as like among with for when if while under since because")


def _that(items: list[Item], rest: int) -> int | None:
    """Where the "that" of a verb stands, at most a time, a place or a listener away."""
    for index in range(rest, min(rest + 9, len(items))):
        low = items[index].low
        if low == "that":
            ago = items[index - 1].low in ("ago", "earlier", "later")
            return index if index == rest or ago or (_adverbial(items[rest]) and _closes(items[index - 1])) else None
        if items[index].quote is not None or low in (":", ";"):
            return None
    return None


_ADVERBIALS = word_set(
    """in on at during to after before earlier last yesterday today tonight monday tuesday wednesday thursday friday
    saturday sunday reporters him her them us lawmakers out later , through from also repeatedly again with me
    supporters voters journalists this via clearly publicly it"""
)


def _adverbial(item: Item) -> bool:
    return item.low in _ADVERBIALS or item.name is not None or item.low.endswith("ly")


_CLOSERS = word_set(
    """reporters him her them us me lawmakers supporters voters journalists , monday tuesday wednesday thursday friday
    saturday sunday yesterday today tonight interview statement tweet email e-mail letter week month year morning
    afternoon evening night speech report court again clearly publicly repeatedly it crowd audience congress
    conference earlier later ago before also viewers investigators police judges everyone people readers fans members"""
)


def _closes(item: Item) -> bool:
    """Whether an item can end what stands between a verb and its "that": a listener, a time, an occasion."""
    return item.name is not None or item.low in _CLOSERS or item.low.endswith("ly") or item.low.isdigit()


def _quote_after(items: list[Item], at: int) -> int | None:
    """The next quote behind a verb with no other verb of saying in between."""
    for index in range(at + 1, len(items)):
        if items[index].quote is not None:
            return index
        if (
            index > at + 1
            and items[index].low in CUES
            and (items[index].low not in NOUNLIKE or (items[index].low == "saying" and items[index - 1].low == ","))
        ):
            return None
    return None


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


_NO_CLAUSE = word_set(
    """on in at by after before during from into over so too again to for of about with and or but as than through last
    earlier later monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"""
)
_VERBS = word_set(
    """is are was were be been has have had will would could should may might can must does do did isn't aren't wasn't
    weren't won't wouldn't can't cannot don't doesn't didn't hasn't haven't couldn't shouldn't i'm he's she's it's
    they're we're needs need wants want believes thinks feels knows sees gets makes takes comes goes looks seems plans
    hopes expects got made took came went saw knew thought felt said told met left lost won gave found remains
    remained continues intends supports opposes accepts understands sent held kept became began shows"""
)


def _begins_clause(items: list[Item], at: int) -> bool:
    """Whether a bare clause begins: a subject, and somewhere after it a verb."""
    item = items[at]
    if item.name is None and (item.low in _NO_CLAUSE or item.low in _FINITE or not item.low[:1].isalpha()):
        return False
    window = [other.low for other in items[at + 1 : at + 14]]
    return any(low in _VERBS or (low.endswith("ed") and len(low) > 4) for low in window)


def _may_begin(items: list[Item], at: int) -> bool:
    """Whether words behind a verb that hardly takes anything else can be a clause with a verb not known here."""
    item = items[at]
    if len(items) - at < 5 or (item.name is None and (item.low in _NO_CLAUSE or not item.low[:1].isalpha())):
        return False
    return (
        item.low not in _FINITE
        and item.low not in ("when", "while", "because", "if", "unless", "although", "where")
        and item.low not in ("so", "nothing", "something", "anything", "little", "more", "much", "yes", "no", "goodbye")
    )


def _states(items: list[Item], at: int) -> bool:
    """Whether a clause stands there for certain: a short subject and a verb that cannot be anything else."""
    if at >= len(items) or (
        items[at].name is None and (items[at].low in _NO_CLAUSE or not items[at].low[:1].isalpha())
    ):
        return False
    return any(item.low in _FINITE for item in items[at + 1 : at + 8])


_FINITE = word_set("is are was were has had will would could should can might must")


def _clause_end(items: list[Item], start: int) -> int:
    """Where reported words end: before the full stop."""
    end = len(items)
    while end > start and items[end - 1].low in (".", ";", "!", "?"):
        end -= 1
    return end


def is_nominal(items: list[Item], at: int, content: tuple[int, int], verb: str) -> bool:
    """Whether what stands right behind a verb is no clause: a thing that is praised, a deed that is asked for."""
    first = content[0]
    behind = first == at + 1 or (at + 1 < first <= at + 3 and items[at + 1].low in PARTICLES | {"to"})
    if not behind or verb not in OBJECT | INFINITIVE or items[first].low == "that" or items[first].quote is not None:
        return False
    return first > at + 1 or items[first].low == "to" or verb in INFINITIVE or not _states(items, first)
