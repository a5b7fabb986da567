"""Where a run of capitals ends, small words inside names included: "Securities and Exchange Commission"."""

from __future__ import annotations

from functools import lru_cache

from tuireader.facts.document import Document, Sentence
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.known import given_names, organisations
from tuireader.facts.words import (
    CALENDAR,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PERSON_LINKS,
    PLACE_HEADS,
    TITLE_HEADS,
    TITLES,
)


@lru_cache(maxsize=1 << 14)
def is_capital(word: str) -> bool:
    """Whether a token is written like a name: "Rome", "Jean-Claude", "al-Sadr"; not "EU-backed", "I"."""
    if "-" in word:
        head, *tails = word.split("-")
        if head in ("al", "el", "ul", "ad", "as", "ar") and tails[0][:1].isupper():
            return True
        return head[:1].isupper() and all(tail[:1].isupper() for tail in tails)
    if word[0].islower():
        return len(word) > 4 and word.startswith(_LOWER_STARTS) and word[2:3].isupper() and word[3:].islower()
    return word[0].isupper() and word != "I" and not word.startswith(("I'", "I’"))


#: Names that begin small: "diCarlo", "deVries".
_LOWER_STARTS = ("di", "de", "da", "la", "le", "du")


def _second_given(word: str) -> bool:
    """Whether a word inside a run is a name with a small second half: "Siu-lai"; not "Kong-based"."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and head[:1].isupper() and tail.isalpha() and len(tail) <= 5 and tail not in _TAILS


_TAILS = word_set(
    """based led born style old year made held era wide area run like owned bound only plus backed type level class
    free rich size ruled aged long term time day week month bred less born trained wing hit area side elect"""
)


def _joined(document: Document, index: int) -> bool:
    """Whether token ``index`` follows the one before it with nothing but a space between, or the end of a full line."""
    before, here = document.tokens[index - 1], document.tokens[index]
    if here.start == before.end:
        return True
    gap = document.text[before.end : here.start]
    return not gap.strip(" \u00a0") or (gap == "\n" and "\n" not in document.text[before.end - _FULL : before.end])


#: Letters from which on a line counts as broken for want of room, not ended.
_FULL = 50


def run_end(document: Document, sentence: Sentence, start: int) -> int:
    """End of the run of capitals that begins at ``start``, small words inside names included."""
    tokens = document.tokens
    if tokens[start].low in CALENDAR:
        return start + 1
    end = start + 1
    headed = is_head(tokens[start].low)
    linked = False
    while end < sentence.last and _joined(document, end):
        word = tokens[end]
        if tokens[end - 1].low == "d.c." or (word.text.isupper() and word.low in BETWEEN):
            # "DRELL BEAT VORN", "DRELL AT VORN": capitals throughout.
            break
        if is_capital(word.text) or _second_given(word.text):
            if word.low in CALENDAR and not (word.low in _CALENDAR_NAMES and tokens[end - 1].low in given_names()):
                break
            headed = headed or is_head(word.low)
            end += 1
            continue
        if word.low == "'s" and _known_firm(document, start, end):
            return end + 1
        if _numbered(document, end):
            return end + 1
        step = _over(document, sentence, start, end, headed, linked)
        if not step:
            break
        linked = linked or word.low in ("of", "for", "on")
        end += step
    return end


def _over(document: Document, sentence: Sentence, start: int, end: int, headed: bool, linked: bool) -> int:
    """How many tokens a name goes on by at the small word ``end``, which links it to more capitals; 0 for none."""
    tokens = document.tokens
    if end + 1 >= sentence.last or not _joined(document, end + 1):
        return 0
    word, following, step = tokens[end], tokens[end + 1], 1
    if word.low in ("of", "for", "and", "on") and following.low == "the" and end + 2 < sentence.last:
        following, step = tokens[end + 2], 2
    tight = tokens[end - 1].end == word.start and following.start == word.end
    if word.text == "." and following.low in DOMAINS:
        return 2 if tight else 0
    if word.text in PERSON_LINKS and following.text in PERSON_LINKS and end + 2 < sentence.last:
        # "Ursula von der Lang".
        return 2 * (is_capital(tokens[end + 2].text) and _joined(document, end + 2))
    if not is_capital(following.text) or following.low in CALENDAR:
        return 0
    if word.text == "&" or (word.low in PERSON_LINKS and step == 1):
        return 1
    if word.text == "/":
        return 2 if (tokens[end - 1].text, following.text) == ("A", "S") else int(headed and tight)
    if word.low == "of" and (headed or tokens[end - 1].low in TITLE_HEADS or tokens[end - 1].low in OTHER_HEADS):
        # The last: "Treaty of Drell", "Tour of Vorn", of which no part is a name.
        return step
    if word.low in ("for", "on") and headed:
        return step
    if word.text == "," and linked and tokens[end - 1].low in _FIELDS:
        # "Bureau of Alcohol, Tobacco, Firearms and Explosives".
        return int(following.low in _FIELDS)
    if word.low == "and" and step == 1 and headed and linked and tokens[start].low not in given_names():
        return int(_same_office(document, start, end))
    if word.low == "and" and step == 1:
        return int(_known_pair(document, start, end) or _fields(document, sentence, start, end))
    if word.low != "'s" or not _headed_by(document, sentence, end + 1):
        return 0
    return int(tokens[end - 1].low in _OWNERS or _patron(document, start, end))


def _patron(document: Document, start: int, end: int) -> bool:
    """Whether a body's name can begin with whose it is: "Martha's Vorn Retreat", "St. John's University"."""
    tokens = document.tokens
    lows = [token.low for token in tokens[start:end]]
    named = lows[0] in given_names() and lows[0] not in load().lands and len(lows) == 1
    if not named and not (len(lows) == 2 and lows[0] in ("st.", "saint")):
        return False
    ahead = [token.low for token in tokens[end + 1 : end + 5]]
    body = next((at for at, low in enumerate(ahead) if low in _NAMED_FOR), -1)
    return body >= 0 and all(is_capital(token.text) for token in tokens[end + 1 : end + 1 + body])


#: Bodies that are named for somebody.
_NAMED_FOR = word_set(
    """university college school hospital retreat workshop restaurant church club hotel foundation museum theatre
    theater institute academy stores"""
)


def _numbered(document: Document, at: int) -> bool:
    """Whether a number ends a name: "Vorn 2.0", "Organization 1", "Channel 4"."""
    word, before = document.tokens[at], document.tokens[at - 1]
    if not word.text[0].isdigit() or (word.end < len(document.text) and document.text[word.end] in "-%$,"):
        return False
    if before.low in NUMBERED:
        return word.text.isdigit() and len(word.text) < 4
    return word.text.endswith(".0") and len(word.text) == 3


#: What people and bodies without a name are called in court, with a number; channels too.
NUMBERED = word_set("organization organisation person individual victim witness defendant company candidate channel")


#: What parts two names where all is in capitals.
BETWEEN = word_set(
    """results standings scores at over in on to from by with after vs v beat win wins beats edge down as before
    against under"""
)


DOMAINS = word_set("com org net")


def _known_pair(document: Document, start: int, end: int) -> bool:
    """Whether "and" stands inside the name of a country: "Trinidad and Tobago"."""
    words = [token.low for token in document.tokens[start : end + 2]]
    wholes = [" ".join(words[at:]) for at in range(end - start)]
    return any(whole in load().lands or whole in organisations() for whole in wholes)


def _known_firm(document: Document, start: int, end: int) -> bool:
    """Whether "'s" ends the name of a company: "Moody's"."""
    words = " ".join(token.low for token in document.tokens[start:end])
    return any(words.endswith(firm) for firm in _firms())


@lru_cache(maxsize=1)
def _firms() -> tuple[str, ...]:
    return tuple(sorted(name.removesuffix("'s") for name in organisations() if name.endswith("'s")))


def _fields(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether "and" joins what one office is for: "Securities and Exchange Commission", "Food and Drug Board"."""
    return document.tokens[end - 1].low in _FIELDS and end - start < 4 and _headed_by(document, sentence, end + 1)


def _headed_by(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether the capitals from ``start`` on end in the head of an organisation."""
    end = start
    while end < min(sentence.last, start + 5) and is_capital(document.tokens[end].text) and _joined(document, end):
        end += 1
    return end > start and any(token.low in ORGANISATION_HEADS for token in document.tokens[start:end])


#: What offices, committees and companies are for, as the first half of a pair.
_FIELDS = word_set(
    """securities immigration food drug health education arms science technology culture sport sports trade industry
    commerce housing urban labor labour budget management environment energy transport transportation agriculture
    fisheries tourism information communications finance defense defence security justice research development
    training planning policy works welfare family families youth women children peace conflict development oil gas
    water power steel paper iron coal arts letters medicine surgery strategic political economic social legal
    scientific cultural industrial technical financial alcohol tobacco firearms explosives medicines
    disease economics humanities
    standards consumer centers cancer safety citizenship customs exercise oceanic parks fish telegraph radio
    banking ways means armed rules government oversight foreign intelligence natural national civil media business
    weights aeronautics statistics weather marine wildlife history engineering law order roads relief"""
)


#: Whose a body is, in its name: "People's Party", "Children's Hospital".
_OWNERS = word_set(
    """people children women men workers veterans citizens king queen farmers teachers consumers lawyers writers
    players girls boys peoples employers mothers"""
)


_CALENDAR_NAMES = frozenset(["may", "march", "april", "june", "august"])


#: What a minister or secretary is of.
OFFICES = word_set(
    """state interior defence defense finance health justice education labor labour trade commerce agriculture
    transportation transport energy war foreign homeland culture economy environment information tourism veterans
    religious internal home housing treasury"""
)


_OFFICES = word_set("ministry department office committee council commission agency bureau")


def _same_office(document: Document, start: int, end: int) -> bool:
    """Whether "and" goes on with the name of one office: "Ministry of Health and Welfare"."""
    words = [token.low for token in document.tokens[start:end]]
    following = document.tokens[end + 1].low
    known = following in load().lands or following in load().cities or following in TITLES
    return not known and (any(word in _OFFICES for word in words) or following in _FIELDS)


def is_head(low: str) -> bool:
    return low in ORGANISATION_HEADS or low in PLACE_HEADS or low in _KINGDOMS


_KINGDOMS = word_set("kingdom republic union islands gulf strait state states alliance")
