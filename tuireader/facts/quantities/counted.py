"""Plain numbers, with the noun they count where one follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quantities.numbers import Number
from tuireader.facts.quantities.quantity import Quantity, after_approximation, make
from tuireader.text.lazy import Lazy

_DETERMINERS = word_set("the a an its their all those these his her our my your")
#: Verbs that end a noun phrase and could be taken for its head.
_PAST = word_set(
    """wrote spoke felt thought brought broke chose drove fell flew fought grew hit kept knew led lay met ran rose sat
    sent shot stood stole struck threw wore paid put set cut showed asked told walked talked thinks thinks says""",
)
_SMALL = word_set(
    """a an the of in on at to for from by with and or but as than that which who whom whose where when while if
    is are was were be been being has have had do does did will would could should may might can must not no
    it its he she they we you i his her their our this these those there here so because since until after
    before during into onto over under about against between among through per each every all both either
    neither nor also just only even still already now then more most less fewer very too up down out off again
    once twice ago later earlier away apart together currently voted said says say told took take taken came
    come went go goes made make makes left remain remained live living lived died die killed injured wounded
    hurt held stationed deployed arrested charged elected won lost picked cast received got gave given found
    seen known called including according worth respectively following because though although however whether
    such several gathered attended came joined signed opened closed began begun started ended became become
    get gets getting has having say percent out i'm it's"""
)
_NOUN_STARTS = word_set("killed injured wounded dead hurt missing arrested")
_IRREGULAR = word_set(
    """people men women children personnel troops staff police policemen servicemen peacekeepers feet teeth mice
    media data aircraft cattle sheep fish deer firemen fishermen businessmen congressmen lawmen gunmen clergy
    crew infantry percent person man woman child soldier member seat vote point goal member student house term
    time day faculty alumni cavalry livestock folk folks gentry elite"""
)


_HYPHENED = Lazy(r"[-‐‑](?!plus\b)([^\W\d_]+)")
#: "One-sided", "two-way", "one-time": descriptions, no quantities.
_DESCRIBES = Lazy(r"(?:ed|way|fold|time|off|on|upmanship)$", re.IGNORECASE)
#: Before a number without a noun that counts what the number before it counted: "Italy with 1,250".
_LED = word_set(
    """with and than has have had sent sends contributes contributed only about around nearly almost from another
    including plus versus"""
)
_POINTS_BACK = Lazy(r"\b(?:the|those|these)\s$", re.IGNORECASE)
_IN = Lazy(r"\bin\s$", re.IGNORECASE)
#: Endings of adjectives.
_ADJECTIVES = ("ed", "al", "ic", "ive", "ous", "ful", "ing", "less", "ern", "ish")
#: Behind a participle: "two recordings, one captured by a camera".
_AGENTS = word_set("by in at from on")
#: Behind such a number in a sentence of its own: "Six were appointed".
_GOES = word_set("were was are have had voted died came of")


def counted(document: Document, number: Number, before: str, end: int) -> Quantity | None:
    """A plain number, with the noun it counts where one follows."""
    text = document.text
    hyphened = _HYPHENED.match(text, number.end, end)
    if hyphened is not None and (_DESCRIBES.search(hyphened.group(1)) or number.form == "fraction"):
        return None
    if hyphened is not None and number.form != "ordinal" and hyphened.group(1).lower() not in _SMALL:
        # "A 120-seat assembly", "the ten-point plan": what it counts is joined to it.
        return make(text, number, before, number.start, hyphened.end(), None, noun=hyphened.group(1))
    stop, noun = _noun(document, number, end)
    points_back = _IN if number.form == "fraction" else _POINTS_BACK
    if noun is None and not number.digits and number.value <= 10 and points_back.search(before):
        # "The two had a dispute"; "cut in half".
        return None
    if number.form == "ordinal" and (noun is None or noun[0].isupper() or noun.endswith("s")):
        return None
    return make(text, number, before, number.start, stop, None, noun=noun)


def _noun(document: Document, number: Number, end: int) -> tuple[int, str | None]:
    """Where what is counted ends, and its head noun: the plural among the words that follow, through adjectives."""
    tokens = document.tokens
    at = _after_of(document, number)
    single = number.form == "ordinal" or (number.form == "cardinal" and number.value == 1)
    latest: tuple[int, str] | None = None
    for index in range(at, min(len(tokens), at + 7)):
        token = tokens[index]
        low = token.low
        if token.start >= end:
            break
        if not low[0].isalpha():
            # "Coal- and gas-fired plants", "the party's supporters", "two “special advisers”".
            if low in ("-", "‐", "‑", "'s", "“", '"', "‘") or (low == "," and _adjectives(document, index, end)):
                continue
            break
        if low in _SMALL and not (low in _NOUN_STARTS and latest is None):
            if low == "and" and (tokens[index - 1].text in "-‐‑" or _adjectives(document, index, end)):
                continue
            break
        if (
            single
            and latest is None
            and low.endswith("ed")
            and tokens[index + 1 : index + 2]
            and (tokens[index + 1].low in _AGENTS)
        ):
            break
        if "'" in low or (latest is not None and (low in _PAST or (single and low.endswith("ed")))):
            break
        if not single and _plural(low):
            if index + 1 < len(tokens) and _goes_on(document, index, end):
                latest = (token.end, token.text)
                continue
            return token.end, token.text
        if low in _IRREGULAR:
            return token.end, token.text
        if single and latest is not None and (token.text[0].isupper() and latest[1][0].islower()):
            break
        latest = (token.end, token.text)
        if low in _NOUN_STARTS or (single and token.text[0].isupper() and document.text[number.start].isupper()):
            break
    if latest is not None and (single or latest[1].lower() in _NOUN_STARTS or _plural(latest[1].lower())):
        return latest
    return number.end, None


def _after_of(document: Document, number: Number) -> int:
    """The token after a number, past "of the" in "two-thirds of the members", "dozens of", "one of the"."""
    tokens = document.tokens
    loose = after_approximation(document.text, number.end)
    at = document.at(number.end if loose is None else loose.end())
    if at >= len(tokens) or tokens[at].low != "of":
        return at
    following = at + 1
    while following < len(tokens) and tokens[following].low in _DETERMINERS:
        following += 1
    return following if number.form in ("vague", "fraction") or following > at + 1 else at


def _goes_on(document: Document, index: int, end: int) -> bool:
    """Whether a plural only describes the one behind it: "sports teams", "plain-clothes NYPD officers"."""
    tokens = document.tokens
    own = tokens[index].low
    for later in range(index + 1, min(len(tokens), index + (4 if "-" in own else 2))):
        low = tokens[later].low
        if tokens[later].start >= end or not low[0].isalpha() or low in _SMALL or "'" in low:
            return low == "'s" and later == index + 1
        if _plural(low) and tokens[later].text[0].islower():
            return True
    return False


def _adjectives(document: Document, index: int, end: int) -> bool:
    """Whether a comma or "and" stands between adjectives: "two young, armed men"."""
    tokens = document.tokens
    if index + 2 >= len(tokens) or tokens[index + 2].start >= end or tokens[index + 1].low in _SMALL:
        return False
    described = tokens[index - 1].low.endswith(_ADJECTIVES) or tokens[index + 1].low.endswith(_ADJECTIVES)
    return described and (_plural(tokens[index + 2].low) or _plural(tokens[index + 1].low))


def _plural(low: str) -> bool:
    if low in _IRREGULAR or low.endswith(("smen", "rymen", "remen", "lawmen", "women", "children", "people")):
        return True
    return low.endswith("s") and not low.endswith(("ss", "ous", "us", "is", "less", "'s")) and len(low) > 3


def elliptical(document: Document, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Gives numbers without a noun the one counted before: "10 judges rather than 11", "six were appointed"."""
    found: list[Quantity] = []
    tokens = document.tokens
    counting: Quantity | None = None
    for quantity in quantities:
        if quantity.unit is None and quantity.noun is None and not quantity.rank and quantity.number >= 3 and counting:
            first, last = document.at(quantity.outer), document.at(quantity.end)
            here, there = document.sentence_at(quantity.start), document.sentence_at(counting.start)
            opens = first == document.sentences[here].first
            led = tokens[first - 1].low if first else ""
            goes = last < len(tokens) and tokens[last].low in _GOES
            if (here == there and (led in _LED or (led == "," and goes))) or (here - there <= 1 and opens and goes):
                quantity = quantity._replace(noun=counting.noun)
        elif quantity.unit is None and quantity.noun and not quantity.rank and _plural(quantity.noun.lower()):
            counting = quantity
        found.append(quantity)
    return found
