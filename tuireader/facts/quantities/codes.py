"""Digits that name and do not count: telephone numbers, addresses, versions, roads, models, list numbers, times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quantities.currencies import money as currency
from tuireader.facts.quantities.numbers import Number
from tuireader.text.lazy import Lazy

_CODES = Lazy(
    r"\+\d[\d\s().-]{6,18}\d"
    r"|(?<![\w.-])(?:1[-.\s])?\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}(?![\w-])"
    r"|(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])|(?<![\w-])\d{5}-\d{4}(?![\w-])"
    r"|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\w.])v?\d{1,3}\.\d{1,3}\.\d{1,2}(?![\d,.])"
    r"|(?:https?://|www\.)\S+|\b\w+\.(?:com|org|net|gov|edu|co\.uk)/\S*|[#@]\w*\d\w*"
    r"|(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    r"|=\s?[\"'][^\"'\n]{0,80}[\"']"
    r"|\b[A-Z]{2}\s\d{5}(?![\w,.]\d|\w)"
    r"|(?<![\w./])(?:24/7|9/11|7/7|50/50|50-50|20/20|11/9)(?![\w/])"
    r"|\b\d{1,5}\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.']+\s){1,3}(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Lane|Court"
    r"|Terrace|Parkway|Highway)"
    r"|\b(?:H\.\s?R\.|S\.|H\.\s?Res\.|S\.\s?Res\.|S\.\s?B\.|H\.\s?B\.|A\.\s?B\.|HR|SB|AB|HB)\s?\d{1,5}\b"
    r"|\b(?:[Nn]os?|[Nn]rs?|Vol|[Pp]p?|[Cc]h|[Ff]ig|[Aa]rt|[Ss]ec|[Aa]pt|[Ss]te)\.\s?\d{1,6}(?:[-–]\d{1,4})?"
    r"|№\s?\d+|§+\s?\d+(?:\.\d+)?"
    r"|(?i:\b(?:S&P|FTSE|Fortune|Nasdaq|Nikkei|CAC|DAX|ASX|Russell|Stoxx|Hot|Billboard|Forbes|Dow|Euro\s?Stoxx)\s\d{2,4}\b)"
)
_CLOCK = Lazy(r"\s?(?:o['’]clock|[ap]\.\s?m\b|[ap]m\b|noon\b|hrs\b|GMT\b)", re.IGNORECASE)
#: A number behind one of these, written with a capital, is a label.
_LABELS = word_set(
    """article articles section sections chapter page pages no. no nos number numbers figure part flight room highway
    route routes interstate person organization phase level type version channel apollo boeing airbus windows model lane
    building gate platform district precinct ward psalm verse episode season volume issue rule title clause
    paragraph annex resolution class bus zone area agent proposition prop amendment measure exit unit suite box form
    bowl studio formula day week game round act scene grade tier category stage division squadron battalion
    regiment order directive regulation docket case file falcon saturn soyuz sputnik galaxy iphone ipad ipod xbox
    playstation pier line terminal track hall block plot lot camp station post local schedule table appendix
    exhibit item step question lesson unit big top war one two group generation gen iso fahrenheit tornado super catch
    corps brigade fleet army force convention protocol treaty annexe sector site shaft reactor tower building"""
)
#: The ones that name what they number in small letters too: "version 4", "episode 3".
_SMALL_LABELS = word_set(
    """version versions episode episodes chapter chapters season page pages volume paragraph verse flight model type
    clause annex appendix"""
)
#: Behind these they do not: "last season 5 clubs".
_TIMES_OF = word_set("this last next each every that per a one whole")
#: Of those, the ones that are other words where what is counted follows: "Big 10 games", "in World Group 4 teams".
_WORDS = word_set(
    """number numbers top big post one two force group line case order question step war army day week lot camp track
    game person part table file local no"""
)
#: Verbs and the like, when they begin a sentence: "Order 10 of them".
_VERBS = word_set("force question order post top step track file table part no one two number numbers")
#: Behind these "one" is a pronoun.
_NO_NUMBER = word_set("this that the no any every which each next last another only some number")
_ONE = Lazy(
    r"\s(?:that|who|which|another|should|would|could|must|might|may|can|cannot|has|needs)\b"
    r"|\sof\s(?:the|his|her|its|their|our|my|your|these|those|[A-Z])"
)
_CODE = Lazy(r"(?<![A-Za-z])[Mk]?([A-Z]{3})$")
_LISTED = Lazy(r"[.)]\s+(?=[A-Z“\"])")


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where codes stand in ``text[start:end]``, in order."""
    return (match.span() for match in _CODES.finditer(text, start, end))


def is_label(document: Document, number: Number, before: str) -> bool:
    """Whether a number only names: "Article 5", "COVID-19", "G7", "4chan", "1." of a list, "one" as a pronoun."""
    text = document.text
    code = _CODE.search(before)
    if code is not None and currency(code.group(1), amount=number.value) is not None:
        return False
    if before and (before[-1].isalpha() or (before[-1] in "-‐‑_" and len(before) > 1 and before[-2].isalnum())):
        return True
    if _CLOCK.match(text, number.end) and number.value <= 24:
        return True
    if number.digits and number.form == "cardinal" and _opens_list(document, number, before):
        return True
    words = before.split()
    last = words[-1].strip('“"(') if words else ""
    if last.lower() in _LABELS and any(map(str.isupper, last)) and number.form in ("cardinal", "fraction"):
        named = len(words) > 1 and words[-2][:1].isupper()
        opens = last.lower() in _VERBS and len(words) == 1 and len(before) < 40
        if named or not (opens or (last.lower() in _WORDS and _counts(text, number))):
            return True
    if last in _SMALL_LABELS and number.digits and number.form in ("cardinal", "fraction"):
        return len(words) < 2 or words[-2].lower() not in _TIMES_OF
    if re.match(r"00[1-9](?!\d)|\d+['’]?s(?!\w)", text[number.start : number.end + 2]) and before[-1:] not in "$£€":
        # "007"; "the 747s", "in her 80s".
        return True
    if text[number.start : number.end].lower() == "one":
        return _is_pronoun(text, number, words)
    if last[:1].isupper() and re.fullmatch(r"\d{1,2}\.0", text[number.start : number.end]):
        # "Web 2.0"
        return True
    if number.form == "ordinal":
        return number.value < 2 or bool(re.match(r"[\s-][A-Z]", text[number.end : number.end + 2]))
    return False


def _is_pronoun(text: str, number: Number, words: list[str]) -> bool:
    """Whether "one" stands for something told before, or for people: "one of the reasons", "a weaker one"."""
    if _ONE.match(text, number.end):
        return True
    last = words[-1].strip('“"(') if words else ""
    named = text[number.start].isupper() and last[:1].isupper()
    return last.lower() in _NO_NUMBER or named or (len(words) > 1 and words[-2].lower() in ("a", "an", "another"))


def _counts(text: str, number: Number) -> bool:
    """Whether a small word goes on after the number: "Group 4 people"."""
    return bool(re.match(r"\s[a-z]", text[number.end : number.end + 2]))


def _opens_list(document: Document, number: Number, before: str) -> bool:
    """Whether the number opens a paragraph as its place in a list: "3. Wash your hands"."""
    opening = before.strip() in ("", "(", "•", "-") and number.value <= 60 and number.value % 1 == 0
    return opening and bool(_LISTED.match(document.text, number.end))
