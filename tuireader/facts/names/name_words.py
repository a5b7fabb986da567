"""What the words of a candidate name say about its kind, wherever it stands."""

from __future__ import annotations

import re

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.known import given_names, organisations
from tuireader.facts.names.runs import DEMOCRATS, Candidate
from tuireader.facts.words import (
    COMMON,
    DIRECTIONS,
    MEMBERS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PERSON_LINKS,
    STARTERS,
    TITLES,
)

Scores = list[float]
"""Points for person, organisation, place."""

PERSON, ORGANISATION, PLACE = 0, 1, 2
_INDEX = {"person": PERSON, "organisation": ORGANISATION, "place": PLACE}


def weigh_words(document: Document, candidate: Candidate) -> Scores:
    """Points for each kind from the words of a name alone, wherever it stands."""
    scores = [0.0, 0.0, 0.0]
    lows = [token.low for token in document.tokens[candidate.first : candidate.last]]
    if candidate.hint:
        scores[_INDEX[candidate.hint]] += 4
    gazetteer = load()
    whole = " ".join(lows).replace(" 's", "'s")
    word = document.tokens[candidate.first].text
    count = len(lows)
    if whole in gazetteer.lands:
        scores[PLACE] += 5 if count == 1 else 15
    elif whole in gazetteer.cities:
        scores[PLACE] += 2.5
    elif whole in organisations():
        scores[ORGANISATION] += 3
    elif whole in gazetteer.towns and lows[0] not in COMMON:
        scores[PLACE] += 1.3
    elif count == 1 and word.isupper() and 1 < len(word) < 7 and not candidate.shaky:
        scores[ORGANISATION] += 2.5
    elif (
        count == 1
        and any(char.isupper() for char in word[2:])
        and not word.startswith(("Mc", "Mac", "O'", "O’", "Di", "De"))
    ):
        scores[ORGANISATION] += 1
    if count > 1:
        words = [token.text for token in document.tokens[candidate.first : candidate.last]]
        upper = [word for word in words if word.isupper() and len(word) > 2]
        if count > 5 and candidate.shaky:
            # "Ana Asking Lang To Step Down".
            scores[PERSON] -= 4
        _weigh_several(lows, whole, bool(upper), candidate.shaky or len(upper) == len(words), scores)
    elif lows[0] in given_names():
        scores[PERSON] += 1.0
    elif lows[0].endswith(("stan", "burg", "grad", "ville", "shire", "istan", "polis", "abad", "heim")):
        scores[PLACE] += 1
    return scores


def _weigh_several(lows: list[str], whole: str, capitals: bool, shouted: bool, scores: Scores) -> None:
    """The same for names of several words."""
    gazetteer = load()
    count = len(lows)
    if lows[0] in given_names():
        scores[PERSON] += 3
    if any(len(low) == 2 and low[1] == "." for low in lows[1:-1]) or lows[-1] in ("jr.", "sr.", "jr", "sr"):
        scores[PERSON] += 3
    elif lows[0] not in gazetteer.lands and _INITIAL.fullmatch(lows[0]):
        # "N. Lastra", "J.B. Lastra".
        scores[PERSON] += 2
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
        # Three words that nobody knows are as often a firm, a ship or a work.
        scores[PERSON] += 1.0 if count == 2 or lows[0] in given_names() or lows[1] in PERSON_LINKS else 0.6
    elif capitals and not shouted:
        # "KTB Venn": letters that stand for something, and a name.
        scores[ORGANISATION] += 1.0


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


def acronym_of(words: list[str], acronym: str) -> bool:
    """The same for plain words: ``["Drell", "Security", "Force"]`` and ``DSF``; small letters are passed over."""
    letters = "".join(char for char in acronym if char.isupper())
    parts = [piece for word in words for piece in word.replace("/", "-").split("-") if piece]
    large = "".join(piece[0] for piece in parts if piece[0].isupper())
    every = "".join(piece[0] for piece in parts).upper()
    return len(letters) > 1 and (letters in (large, every) or (len(letters) > 2 and large[:3] == letters[:3]))


#: What stands behind a surname names nobody alone: "Representative Jesse L. Lastra, Jr.".
AFTER_SURNAMES = frozenset(["jr", "sr", "ii", "iii"])


_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}")


_ROMAN = re.compile(r"[ivx]{2,}|[a-z]-[a-z]+")


def names_nothing(lows: list[str]) -> bool:
    """Whether the words are capitalised for another reason than being a name."""
    gazetteer = load()
    whole = " ".join(lows)
    if whole in gazetteer.lands or whole in gazetteer.cities or whole in organisations():
        return False
    if whole in gazetteer.demonyms:
        return True
    if len(lows) == 2 and lows[0] in DEMOCRATS and lows[1] in MEMBERS:
        return False
    if len(lows) == 1:
        low = lows[0].rstrip(".")
        return (
            low in _GAMES
            or low in NOT_NAMES
            or low in TITLES
            or low in AFTER_SURNAMES
            # "The Office", "the Post": a capital makes no name of a kind of organisation.
            or low in ORGANISATION_HEADS
            or len(low) < 2
            or _ROMAN.fullmatch(lows[0]) is not None
            or low.endswith("-")
            or not low[0].isalpha()
            or _mixed(low)
        )
    if all(low in _GAMES for low in lows):
        return True
    if len(lows[0]) == 1 or (lows[-1] in _TIERS and all(_tier(low) for low in lows[:-1])):
        # "W L Pct" over a table; "American League", "Eastern Division".
        return True
    return all(
        low in NOT_NAMES or low in TITLES or low in gazetteer.demonyms or low.rstrip(".") in AFTER_SURNAMES
        for low in lows
    )


#: What a report in capitals is headed with.
_GAMES = word_set(
    """soccer football rugby union league cricket tennis golf athletics baseball basketball hockey ice skiing alpine
    nordic cycling boxing swimming motor racing american results standings scores schedule caps ot women men women's
    men's leading world cup summary scoreboard squash badminton rowing sailing gymnastics diving wrestling sumo chess"""
)
_TIERS = word_set("league division hemisphere")


def _tier(low: str) -> bool:
    return low in load().demonyms or low in DIRECTIONS or low in ("national", "premier", "first", "second", "third")


def _mixed(low: str) -> bool:
    """Whether a word with a hyphen tells of peoples or of a side: "Franco-German", "pro-Drell"."""
    head, hyphen, tail = low.partition("-")
    return bool(hyphen) and (head in _SIDES or tail in load().demonyms or tail in _PEOPLES)


_SIDES = word_set("pro anti non ex mid pre post trans inter multi cross euro")


_PEOPLES = word_set("saxon american asian african european catholic jewish muslim style era")
