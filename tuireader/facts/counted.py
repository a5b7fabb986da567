"""Plain numbers, with the noun they count where one follows."""

from __future__ import annotations

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.numbers import Number
from tuireader.facts.quantity import Quantity, make

_DETERMINERS = word_set("the a an its their all those these his her")
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
    time day"""
)


def counted(document: Document, number: Number, before: str, end: int) -> Quantity | None:
    """A plain number, with the noun it counts where one follows."""
    tokens = document.tokens
    at = document.at(number.end)
    if at < len(tokens) and tokens[at].low == "of" and number.form in ("vague", "fraction"):
        at += 1
        while at < len(tokens) and tokens[at].low in _DETERMINERS:
            at += 1
    elif at < len(tokens) and tokens[at].text in "-‐‑" and tokens[at].start == number.end:
        at += 1
    stop, noun = number.end, None
    fallback: tuple[int, str] | None = None
    for token in tokens[at : at + 5]:
        if token.start >= end or not token.text[0].isalpha():
            if token.text in "-‐‑" and token.start < end:
                continue
            break
        low = token.low
        if low in _SMALL and not (low in _NOUN_STARTS and fallback is None):
            break
        if low in _IRREGULAR or (low.endswith("s") and not low.endswith(("ss", "ous", "us", "is")) and len(low) > 3):
            stop, noun = token.end, token.text
            break
        hyphened = tokens[at - 1].text in "-‐‑"
        if fallback is None or not hyphened:
            # "The third security force" ends in its noun, "a 120-seat assembly" begins with it.
            fallback = (token.end, token.text)
    if noun is None and fallback is not None and number.form != "fraction":
        single = number.value == 1 or number.form == "ordinal" or fallback[1].lower() in _NOUN_STARTS
        hyphened = document.text[number.end : number.end + 1] in ("-", "‐", "‑")
        if single or hyphened:
            stop, noun = fallback
    if number.form == "ordinal" and (noun is None or (noun.endswith("s") and noun.lower() not in _IRREGULAR)):
        return None
    if noun and noun[0].isupper() and number.form == "ordinal":
        return None
    return make(document.text, number, before, number.start, stop, None, noun=noun)
