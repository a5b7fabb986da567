"""What the words around a candidate name say about its kind."""

from __future__ import annotations

import re
from functools import lru_cache

from tuireader.facts import shipped
from tuireader.facts.document import Document
from tuireader.facts.gazetteer import load
from tuireader.facts.listed import word_set
from tuireader.facts.runs import OFFICES, Candidate, given_names
from tuireader.facts.saying import is_cue
from tuireader.facts.words import (
    COMMON,
    DIRECTIONS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    ROLES,
    STARTERS,
    TITLES,
)

Scores = list[float]
"""Points for person, organisation, place."""

PERSON, ORGANISATION, PLACE = 0, 1, 2
_INDEX = {"person": PERSON, "organisation": ORGANISATION, "place": PLACE}

_INTO = word_set("in near inside outside throughout across into within")
_TOWARDS = word_set("from to at toward towards via between")
_VISITS = word_set(
    """visit visits visited visiting leave left leaving enter entered entering invade invaded invading reach
    reached reaching tour toured touring bomb bombed bombing shell shelled occupied annexed"""
)
_PLACE_NOUNS = word_set(
    """city town village province region district capital county state island port republic municipality suburb"""
)
_BELONGS_TO_PLACE = word_set(
    """border borders capital president parliament government elections election central economy people population
    territory citizens independence army police constitution streets airport coast north south east west
    currency membership sovereignty authorities foreign prime politics"""
)
_BELONGS_TO_ORGANISATION = word_set(
    """officials spokesman spokeswoman spokesperson forces troops delegation movement mission headquarters
    coalition chief chairman executives executive shares members member peacekeepers soldiers leadership
    leaders board stock employees staff fighters militants rebels analysts command lawmakers investigators
    agents statement website report summit commitment role approval presence support concerns party group
    alliance team secretary"""
)
_OF_ORGANISATION = word_set(
    """spokesman spokeswoman spokesperson member members head chief chairman director ceo founder leader leaders
    shares officials executive executives employees employee president commander analyst economist"""
)
_KIN = word_set("""wife husband son daughter father mother brother sister family lawyer attorney widow death""")


def weigh_words(document: Document, candidate: Candidate) -> Scores:
    """Points for each kind from the words of a name alone, wherever it stands."""
    scores = [0.0, 0.0, 0.0]
    lows = [token.low for token in document.tokens[candidate.first : candidate.last]]
    if candidate.hint:
        scores[_INDEX[candidate.hint]] += 4
    gazetteer = load()
    whole = " ".join(lows)
    word = document.tokens[candidate.first].text
    count = len(lows)
    if whole in gazetteer.lands:
        scores[PLACE] += 5 if count == 1 else 15
    elif whole in gazetteer.cities:
        scores[PLACE] += 2.5
    elif whole in organisations():
        scores[ORGANISATION] += 3
    elif count == 1 and word.isupper() and 1 < len(word) < 7 and not candidate.shaky:
        scores[ORGANISATION] += 2.5
    elif (
        count == 1
        and any(char.isupper() for char in word[2:])
        and not word.startswith(("Mc", "Mac", "O'", "O’", "Di", "De"))
    ):
        scores[ORGANISATION] += 1
    if count > 1:
        capitals = any(
            token.text.isupper() and len(token.text) > 2 for token in document.tokens[candidate.first : candidate.last]
        )
        _weigh_several(lows, whole, capitals, scores)
    elif lows[0] in given_names():
        scores[PERSON] += 1.0
    elif lows[0].endswith(("stan", "burg", "grad", "ville", "shire", "istan", "polis", "abad", "heim")):
        scores[PLACE] += 1
    return scores


def _weigh_several(lows: list[str], whole: str, capitals: bool, scores: Scores) -> None:
    """The same for names of several words."""
    gazetteer = load()
    count = len(lows)
    if lows[0] in given_names():
        scores[PERSON] += 3
    if any(len(low) == 2 and low[1] == "." for low in lows[1:-1]) or lows[-1] in ("jr.", "sr.", "jr", "sr"):
        scores[PERSON] += 3
    if lows[0] in DIRECTIONS and lows[1] not in gazetteer.demonyms and whole not in gazetteer.lands:
        scores[PLACE] += 1.5 if lows[1] in gazetteer.lands or count == 2 else 0
    last = lows[-2] if _ROMAN.fullmatch(lows[-1]) else lows[-1]
    if last in OTHER_HEADS:
        scores[:] = [score - 6 for score in scores]
    if any(low in STARTERS for low in lows[1:]) or lows[0] in gazetteer.demonyms or lows[-1] in gazetteer.demonyms:
        scores[PERSON] -= 1.5
    elif (
        2 <= count <= 3
        and not capitals
        and lows[0] not in DIRECTIONS
        and not any(low in COMMON for low in lows)
        and all(low.replace("-", "").replace(".", "").isalpha() for low in lows)
    ):
        scores[PERSON] += 1.0


def weigh_place(document: Document, candidate: Candidate) -> Scores:
    """Points for each kind from the words around one occurrence of a name."""
    scores = [0.0, 0.0, 0.0]
    tokens = document.tokens
    first, last = candidate.first, candidate.last
    if candidate.title < first:
        scores[PERSON] += 3
    elif _dates_the_story(document, candidate):
        scores[PLACE] += 4
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    after = [token.low for token in tokens[last : last + 4]]
    _weigh_before(before, scores)
    if last - first == 1 and tokens[first].text.isupper():
        # One is in an alliance or a party too.
        scores[PLACE] *= 0.3
    _weigh_after(document, candidate, after, scores)
    if after and after[0].isalpha() and after[0] not in _GOVERNING and (not before or before[-1] not in _GOVERNING):
        # "Lang has until now kept to himself what he knows": a subject that is he or she further on.
        window = tokens[last + 1 : last + 12]
        if any(token.low in _HIS for token in window) and not any(token.text[0].isupper() for token in window[:-1]):
            scores[PERSON] += 0.6
    return scores


def _dates_the_story(document: Document, candidate: Candidate) -> bool:
    """Whether a name is the town at the head of a dispatch: "DRELL, Vorn (AP) — ..."."""
    sentence = document.sentences[document.sentence_at(document.tokens[candidate.first].start)]
    if candidate.first != sentence.first or sentence.start != document.paragraphs[sentence.paragraph][0]:
        return False
    if not document.tokens[candidate.first].text.isupper():
        return False
    words = [token.low for token in document.tokens[candidate.first : candidate.last]]
    if len(words) > 2 and " ".join(words) not in load().cities and document.tokens[candidate.last].text not in ",(":
        # "NOBODY WAS WARNED —": a cry, no town.
        return False
    return any(
        token.text in "—–―" or token.text == "--" for token in document.tokens[candidate.last : candidate.last + 9]
    )


_HIS = frozenset(["he", "his", "him", "himself", "she", "her", "herself"])
_GOVERNING = word_set(
    "in on at to from of for with by and or as the a an near inside outside into through between against"
)


def _weigh_before(before: list[str], scores: Scores) -> None:
    last = before[-1] if before else ""
    second = before[-2] if len(before) > 1 else ""
    if last == "the":
        last, second = second, before[-3] if len(before) > 2 else ""
    if last in _INTO:
        scores[PLACE] += 2.0 if last == "in" else 1.5
    elif last == "from":
        scores[PLACE] += 0.7
    elif last in ("a", "an", "former"):
        # "A Marine", "former Democrats": what somebody is, not who.
        scores[PERSON] -= 2.0
    elif last in _TOWARDS:
        scores[PLACE] += 0.3
    elif last in _VISITS:
        scores[PLACE] += 1.5
    elif last in DIRECTIONS:
        scores[PLACE] += 2
    elif last == "of" and second in DIRECTIONS | _PLACE_NOUNS:
        scores[PLACE] += 3
    elif last == "of" and second in ("president", "government", "people", "minister", "king", "queen", "governor"):
        scores[PLACE] += 1.5
    elif last in ("of", "for", "by", "with") and second in _OF_ORGANISATION:
        scores[ORGANISATION] += 1.2
    elif last in _PLACE_NOUNS:
        scores[PLACE] += 2
    elif last in ROLES or (last == "," and second in ROLES | OFFICES):
        scores[PERSON] += 2.5 if last != "," else 1.0
    elif last in ("named", "called", "nicknamed"):
        scores[PERSON] += 1
    elif last in ("joined", "bought", "sued"):
        scores[ORGANISATION] += 1


def _weigh_after(document: Document, candidate: Candidate, after: list[str], scores: Scores) -> None:
    following = after[0] if after else ""
    second = after[1] if len(after) > 1 else ""
    if is_cue(following) and document.tokens[candidate.last].text.islower():
        # News gives people their full names first: one word alone that speaks may as well be a company.
        scores[PERSON] += 1.5 if candidate.last - candidate.first > 1 else 1.1
        scores[ORGANISATION] += 0.8
    elif following in ("who", "whose", "himself", "herself"):
        scores[PERSON] += 2.5
    elif following == ",":
        _weigh_apposition(document, candidate, after, scores)
    elif following == "'s":
        if second in _KIN:
            scores[PERSON] += 2
        elif second in _BELONGS_TO_PLACE:
            scores[PLACE] += 1.5
        elif second in _BELONGS_TO_ORGANISATION:
            scores[ORGANISATION] += 0.5
    elif following in ("administration", "campaign", "presidency") and "." not in document.tokens[candidate.first].text:
        scores[PERSON] += 4
    elif following in _BELONGS_TO_ORGANISATION:
        scores[ORGANISATION] += 1.0
        scores[PERSON] -= 0.5
    elif following in ROLES and following not in TITLES:
        scores[ORGANISATION] += 0.5
    elif following == "(" and len(after) > 2 and after[2] == ")":
        inside = document.tokens[candidate.last + 1].text
        if inside.isupper() and 2 <= len(inside) <= 8 and initials_match(document, candidate, inside):
            scores[ORGANISATION] += 5
    elif following == "and" and second in ("his", "her"):
        scores[PERSON] += 1


def _weigh_apposition(document: Document, candidate: Candidate, after: list[str], scores: Scores) -> None:
    """After the name a comma: an age, a role, a larger place."""
    second = after[1] if len(after) > 1 else ""
    if is_cue(second) and second.endswith(("s", "d")):
        scores[PERSON] += 1.5
    elif second.isdigit() and 5 <= int(second) <= 110 and len(after) > 2 and after[2] in (",", ".", ")", "who"):
        scores[PERSON] += 3
    elif second == "who":
        scores[PERSON] += 2.5
    elif second in load().lands and document.tokens[candidate.last + 1].text[0].isupper():
        # A town before its country, where it is not one of a list of countries.
        third = after[2] if len(after) > 2 else ""
        if third not in ("and", "or") or candidate.last - candidate.first > 1:
            scores[PLACE] += 1.2
    elif second in ROLES:
        scores[PERSON] += 2
    else:
        window = [token.low for token in document.tokens[candidate.last + 1 : candidate.last + 7]]
        article = second in ("a", "an", "the", "former", "his", "her", "then", "now", "acting", "deputy", "vice")
        if article and any(low in ROLES for low in window[1:]):
            scores[PERSON] += 2


def initials_match(document: Document, candidate: Candidate, acronym: str) -> bool:
    """Whether an acronym in brackets behind a name stands for it: the first letters, in any order for names told in
    another language ("Democratic League of Drell (LDD)"), or at least the first or last of an organisation's."""
    words = [token.text for token in document.tokens[candidate.first : candidate.last]]
    if acronym_of(words, acronym):
        return True
    large = [word[0] for word in words if word[0].isupper()]
    if sorted(large) == sorted(acronym):
        return True
    return candidate.hint == "organisation" and len(large) > 1 and (large[0] == acronym[0] or large[-1] == acronym[-1])


@lru_cache(maxsize=1)
def organisations() -> frozenset[str]:
    """Names, in lower case, of organisations that nothing in their words gives away."""
    raw = shipped.read("organisations.txt")
    return frozenset(raw.lower().strip().split("\n")[1:])


def acronym_of(words: list[str], acronym: str) -> bool:
    """The same for plain words: ``["Drell", "Security", "Force"]`` and ``DSF``; small letters are passed over."""
    letters = "".join(char for char in acronym if char.isupper())
    parts = [piece for word in words for piece in word.replace("/", "-").split("-") if piece]
    large = "".join(piece[0] for piece in parts if piece[0].isupper())
    every = "".join(piece[0] for piece in parts).upper()
    return len(letters) > 1 and (letters in (large, every) or (len(letters) > 2 and large[:3] == letters[:3]))


_AFTER_SURNAMES = frozenset(["jr", "sr", "ii", "iii"])
_ROMAN = re.compile(r"[ivx]{2,}|[a-z]-[a-z]+")


def names_nothing(lows: list[str]) -> bool:
    """Whether the words are capitalised for another reason than being a name."""
    gazetteer = load()
    whole = " ".join(lows)
    if whole in gazetteer.lands or whole in gazetteer.cities or whole in organisations():
        return False
    if whole in gazetteer.demonyms:
        return True
    if len(lows) == 1:
        low = lows[0].rstrip(".")
        return (
            low in NOT_NAMES
            or low in TITLES
            or low in _AFTER_SURNAMES
            # "The Office", "the Post": a capital makes no name of a kind of organisation.
            or low in ORGANISATION_HEADS
            or len(low) < 2
            or _ROMAN.fullmatch(lows[0]) is not None
            or low.endswith("-")
            or not low[0].isalpha()
        )
    return all(
        low in NOT_NAMES or low in TITLES or low in gazetteer.demonyms or low.rstrip(".") in _AFTER_SURNAMES
        for low in lows
    )
