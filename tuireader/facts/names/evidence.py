"""Points for person, organisation, place."""

from __future__ import annotations

import re

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.joins import OFFICES
from tuireader.facts.names.known import given_names
from tuireader.facts.names.name_words import ORGANISATION, PERSON, PLACE, Scores, initials_match
from tuireader.facts.names.runs import Candidate
from tuireader.facts.saying import is_cue
from tuireader.facts.words import DIRECTIONS, ROLES, TITLES

_INTO = word_set("in near inside outside throughout across into within around off")


_TOWARDS = word_set("from to at toward towards via between")


_VISITS = word_set(
    """visit visits visited visiting leave left leaving enter entered entering invade invaded invading reach
    reached reaching tour toured touring bomb bombed bombing shell shelled occupied annexed"""
)


_PLACE_NOUNS = word_set(
    """city town village province region district capital county state island port republic municipality suburb
    peninsula valley river lake archipelago prefecture neighborhood neighbourhood"""
)


#: Who and what a town has.
_IN_PLACE = word_set("residents police suburb suburbs area airport resort native mayor metro countryside waterfront")
#: What somebody does who goes to a place, or comes from it.
_MOTION = word_set(
    """flew fly flies arrived arrive came come returned return returning travelled traveled travel fled flee went go
    moved move sailed sail drove drive headed head heading bound deported escaped native trip flight way journey road
    train miles km kilometres kilometers exports imports fisherman farmer driver immigrant immigrants refugees"""
)


_TRADERS = word_set(
    """analyst analysts economist economists trader traders strategist strategists dealer dealers broker brokers
    salesman"""
)


_OWNED = word_set("shares share stake stakes ownership subsidiary unit units acquisition purchase takeover")


_FIRMS = word_set(
    """daily newspaper weekly magazine broadcaster carmaker automaker airline retailer insurer brewer drugmaker
    chipmaker conglomerate company firm bank agency subsidiary parent lender manufacturer producer maker utility
    operator publisher startup network brokerage giant group consultancy station label studio contractor supplier
    developer website"""
)


_OF_FIRM = word_set(
    """shares stock profit profits sales earnings headquarters shareholders subsidiary employees revenue"""
)


_SITES = word_set(
    "plant refinery airport base camp mine smelter prison home house port station stadium reactor factory hospital"
)


_EARNED = word_set("profit profits loss losses earnings sales revenue revenues dividend results")


_BELONGS_TO_PLACE = word_set(
    """border borders capital president parliament government elections election central economy people population
    territory citizens independence army police constitution streets airport coast north south east west
    currency membership sovereignty authorities foreign prime politics"""
)


_BELONGS_TO_ORGANISATION = word_set(
    """officials spokesman spokeswoman spokesperson forces troops delegation movement mission headquarters
    coalition chief chairman executives executive shares members member peacekeepers soldiers leadership
    leaders board stock employees staff fighters militants rebels analysts command lawmakers investigators
    newspaper daily radio television magazine agency airline unit subsidiary plant factory bank union
    agents statement website report summit commitment role approval presence support concerns party group
    alliance team secretary"""
)


_OF_ORGANISATION = word_set(
    """spokesman spokeswoman spokesperson member members head chief chairman director ceo founder leader leaders
    shares officials executive executives employees employee president commander analyst economist"""
)


#: What a company can be as well as somebody.
_EITHER = word_set("rival partner builder owner broker dealer publisher producer investor")


_KIN = word_set("""wife husband son daughter father mother brother sister family lawyer attorney widow death""")


def weigh_place(document: Document, candidate: Candidate) -> Scores:
    """Points for each kind from the words around one occurrence of a name."""
    scores = [0.0, 0.0, 0.0]
    tokens = document.tokens
    first, last = candidate.first, candidate.last
    if candidate.title < first:
        scores[PERSON] += 3
    dateline = candidate.title == first and _dates_the_story(document, candidate)
    if dateline:
        scores[PLACE] += 4
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    after = [token.low for token in tokens[last : last + 4]]
    _weigh_before(before, scores)
    if last - first == 1 and tokens[first].text.isupper() and not dateline:
        # One is in an alliance or a party too.
        scores[PLACE] *= 0.3
    _weigh_after(document, candidate, after, scores)
    _weigh_hint(document, candidate, before, scores)
    if _home(document, first):
        scores[PLACE] += 4.0
    if after and after[0].isalpha() and after[0] not in _GOVERNING and (not before or before[-1] not in _GOVERNING):
        # "Lang has until now kept to himself what he knows": a subject that is he or she further on.
        window = tokens[last + 1 : last + 12]
        if any(token.low in _HIS for token in window) and not any(token.text[0].isupper() for token in window[:-1]):
            scores[PERSON] += 0.6
    return scores


def _weigh_hint(document: Document, candidate: Candidate, before: list[str], scores: Scores) -> None:
    """Where the words of a name mislead: a hotel as a place, a man called Forest, a firm behind somebody's name."""
    first, last = candidate.first, candidate.last
    tokens = document.tokens
    led = before[-2] if len(before) > 1 and before[-1] == "the" else before[-1] if before else ""
    if candidate.hint == "organisation" and tokens[last - 1].low in _HOUSES and led in _WHERE:
        scores[PLACE] += 7.0
    elif last - first > 1 and tokens[first].low == "river" and before[-1:] == ["the"]:
        scores[PLACE] += 4.0
    elif candidate.hint == "place" and last - first == 2 and scores[PERSON] >= 1.5 and led not in _INTO | _TOWARDS:
        scores[PLACE] -= 3.0
    elif candidate.hint is None and last - first > 1 and led == "of" and first > 2:
        given = tokens[first - 3].low in given_names() and tokens[first - 3].text[0].isupper()
        known = tokens[first].low in given_names() or tokens[first].low in DIRECTIONS
        if given and tokens[first - 2].text[0].isupper() and not known:
            # "Ana Lang of Hart Venn".
            scores[ORGANISATION] += 2.0
            scores[PERSON] -= 2.5


def _home(document: Document, first: int) -> bool:
    """Whether a name is where somebody is from: "Ana Lang, 59, of Drell, Vorn, who"."""
    tokens = document.tokens
    at = first - 1
    if at > 3 and tokens[at].text == "," and tokens[at - 1].text[0].isupper() and tokens[at - 2].low == "of":
        at -= 2
    return at > 2 and tokens[at].low == "of" and tokens[at - 1].text == "," and tokens[at - 2].text.isdigit()


_HOUSES = word_set("hotel restaurant prison retreat")
_WHERE = word_set("in at near outside inside from to opposite behind around")


def _dates_the_story(document: Document, candidate: Candidate) -> bool:
    """Whether a name is the town at the head of a dispatch: "DRELL, Vorn (AP) — ..."."""
    sentence = document.sentences[document.sentence_at(document.tokens[candidate.first].start)]
    if candidate.first != sentence.first or sentence.start != document.paragraphs[sentence.paragraph][0]:
        return False
    if not document.tokens[candidate.first].text.isupper():
        return False
    tokens, last = document.tokens, candidate.last
    words = [token.low for token in tokens[candidate.first : last]]
    if (
        len(words) > 2
        and " ".join(words) not in load().cities
        and (last == len(tokens) or tokens[last].text not in ",(")
    ):
        # "NOBODY WAS WARNED —": a cry, no town.
        return False
    ahead = range(last, min(last + 9, len(tokens)))
    if any(tokens[at].text in "—–―" or tokens[at].text == "--" for at in ahead):
        return True
    if any(
        tokens[at].text == "-" and tokens[at - 1].end < tokens[at].start < tokens[at].end < tokens[at + 1].start
        for at in ahead
        if at + 1 < len(tokens)
    ):
        return True
    # "DRELL, Vorn 1996-08-30" on a line of its own.
    year = next((at for at in ahead if not (tokens[at].text == "," or tokens[at].text[0].isupper())), last)
    return year + 1 < sentence.last and _YEAR.fullmatch(tokens[year].text) is not None and tokens[year + 1].text == "-"


_YEAR = re.compile(r"(?:19|20)\d\d")
_HIS = frozenset(["he", "his", "him", "himself", "she", "her", "herself"])


_GOVERNING = word_set(
    "in on at to from of for with by and or as the a an near inside outside into through between against"
)


def _weigh_before(before: list[str], scores: Scores) -> None:
    last = before[-1] if before else ""
    second = before[-2] if len(before) > 1 else ""
    if last == "the":
        last, second = second, before[-3] if len(before) > 2 else ""
    if last in ("of", "in") and second in _OWNED:
        scores[ORGANISATION] += 2.5
        scores[PERSON] -= 1.0
    elif last == "at" and second in _SITES:
        scores[PLACE] += 1.5
    elif last in _INTO:
        scores[PLACE] += 2.0 if last == "in" else 1.5
    elif last in ("from", "to", "for") and second in _MOTION:
        scores[PLACE] += 1.5
    elif last == "from":
        scores[PLACE] += 0.7
    elif last in ("a", "an", "former"):
        # "A Marine", "former Democrats": what somebody is, not who.
        scores[PERSON] -= 2.0
    elif last == "at" and second.removesuffix("s") in ROLES and second not in _TRADERS:
        # "A partner at Hart Venn".
        scores[ORGANISATION] += 1.5
        scores[PERSON] -= 2.5
    elif last in _TOWARDS and second not in _TRADERS:
        scores[PLACE] += 0.3
    elif last in _VISITS:
        scores[PLACE] += 1.5
    elif last in DIRECTIONS:
        scores[PLACE] += 2
    elif last == "of" and second in DIRECTIONS | _PLACE_NOUNS:
        scores[PLACE] += 3
    elif last == "of" and second in ("president", "government", "people", "minister", "king", "queen", "governor"):
        scores[PLACE] += 1.5
    elif last in ("at", "with", "of", "for") and second in _TRADERS:
        scores[ORGANISATION] += 3.0
        scores[PERSON] -= 3.0
    elif last in ("of", "for", "by", "with") and second in _OF_ORGANISATION:
        scores[ORGANISATION] += 1.2
    elif last in _PLACE_NOUNS or (last == "," and second in _PLACE_NOUNS):
        scores[PLACE] += 2 if last != "," else 1
    elif last in _FIRMS:
        scores[ORGANISATION] += 1.8
        scores[PERSON] -= 0.5
    elif last in _EITHER:
        scores[PERSON] += 0.8
        scores[ORGANISATION] += 0.5
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
        if second in ("it", "its"):
            # "Drell said it would": no man is called it.
            scores[ORGANISATION] += 1.5
            scores[PERSON] -= 1.5
    elif following in ("who", "whose", "himself", "herself"):
        scores[PERSON] += 2.5
    elif following == ",":
        _weigh_apposition(document, candidate, after, scores)
    elif following == "'s":
        if second in _KIN:
            scores[PERSON] += 2
        elif second in _BELONGS_TO_PLACE:
            scores[PLACE] += 1.5
        elif second in _OF_FIRM:
            scores[ORGANISATION] += 1.2
        elif second in _BELONGS_TO_ORGANISATION:
            scores[ORGANISATION] += 0.5
    elif following in ("administration", "campaign", "presidency") and "." not in document.tokens[candidate.first].text:
        scores[PERSON] += 4
    elif (following, second) in (("trade", "union"), ("claimed", "responsibility")):
        scores[ORGANISATION] += 2.0
    elif following in _PLACE_NOUNS:
        scores[PLACE] += 2.0
    elif following in _IN_PLACE:
        scores[PLACE] += 1.2
    elif following in ("reported", "posted", "announced") and _EARNED & set(after[1:]):
        scores[ORGANISATION] += 2.0
        scores[PERSON] -= 0.5
    elif following in _BELONGS_TO_ORGANISATION:
        scores[ORGANISATION] += 1.0
        scores[PERSON] -= 0.5
    elif following in ROLES and following not in TITLES:
        scores[ORGANISATION] += 0.5
    elif following == "(" and second.rstrip(".") in ("r", "d") and len(after) > 2 and after[2] in (")", "-", "–"):
        scores[PERSON] += 3
    elif following == "(" and _country_in_brackets(document, candidate):
        scores[PERSON] += 2.5
    elif following == "(" and len(after) > 2 and after[2] == ")":
        inside = document.tokens[candidate.last + 1].text
        if inside.isupper() and 2 <= len(inside) <= 8 and initials_match(document, candidate, inside):
            scores[ORGANISATION] += 5
    elif following == "and" and second in ("his", "her"):
        scores[PERSON] += 1


def _country_in_brackets(document: Document, candidate: Candidate) -> bool:
    """Whether somebody's country stands behind a name of several words: "Ivo Lang (Norway) 10.5"."""
    tokens = document.tokens[candidate.last + 1 : candidate.last + 6]
    end = next((at for at, token in enumerate(tokens) if token.text == ")"), 0)
    country = load().lands.get(" ".join(token.low for token in tokens[:end]))
    return candidate.last - candidate.first > 1 and country is not None


def _weigh_apposition(document: Document, candidate: Candidate, after: list[str], scores: Scores) -> None:
    """After the name a comma: an age, a role, a larger place."""
    second = after[1] if len(after) > 1 else ""
    if is_cue(second) and second.endswith(("s", "d")):
        scores[PERSON] += 1.5
    elif second.isdigit() and 5 <= int(second) <= 110 and len(after) > 2 and after[2] in (",", ".", ")", "who"):
        scores[PERSON] += 3
    elif second == "who":
        scores[PERSON] += 2.5
    elif second == "which":
        scores[ORGANISATION] += 1.0
        scores[PLACE] += 0.5
        scores[PERSON] -= 2.0
    elif second == "where":
        scores[PLACE] += 2.0
    elif second in load().lands and document.tokens[candidate.last + 1].text[0].isupper():
        # A town before its country, where it is not one of a list of countries.
        third = after[2] if len(after) > 2 else ""
        if third not in ("and", "or") or candidate.last - candidate.first > 1:
            scores[PLACE] += 1.2
    elif second in ROLES:
        scores[PERSON] += 2
    else:
        window = [token.low for token in document.tokens[candidate.last + 1 : candidate.last + 7]]
        if second in ("a", "an", "the", "its"):
            noun = next((low for low in window[1:] if low in _PLACE_NOUNS or low in _FIRMS or low in ROLES), "")
            if noun in _PLACE_NOUNS:
                scores[PLACE] += 1.5
            elif noun in _FIRMS and noun not in ROLES:
                scores[ORGANISATION] += 1.5
        article = second in ("a", "an", "the", "former", "his", "her", "then", "now", "acting", "deputy", "vice")
        if article and any(low in ROLES for low in window[1:]):
            scores[PERSON] += 2
