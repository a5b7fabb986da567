"""All that a text says a person or organisation is: offices, parties, callings, kin, who leads it, whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tuireader.facts.document import Document, Sentence
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.parties import PARTIES, party_after, party_before
from tuireader.facts.names.roles import Role
from tuireader.facts.names.tagging import Name
from tuireader.facts.saying import is_cue
from tuireader.facts.words import ROLES, TITLE_HEADS, TITLES


class Trait(NamedTuple):
    """One thing a text says of a person or organisation, from ``start`` to ``end``, ``text`` in words.

    ``slot`` is what two texts must share to say the same: a noun without what goes with it ("adviser"), a party.
    """

    entity: str
    slot: str
    text: str
    start: int
    end: int


#: What may stand between a name, or "is", and what somebody is.
_ADVERBS = word_set("also now then once long formerly himself herself still openly reportedly currently informally not")
_LEADS = word_set("a an the his her its their former longtime ex-")
_IS = word_set("is was remains remained became becomes been 's")
_PREPOSITIONS = word_set("of for at in on to from with by under against about since during after before into over near")
_STOPS = word_set(
    """who which that whom whose where when while as but is was has had will would are were be been said says than if
    because whether"""
) | frozenset([",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "...", "…", "!", "?"])
#: Nouns that say nothing of who somebody is.
_EMPTY = word_set(
    """man woman person people one part kind sort lot day year time way thing figure name case result reason place point
    week month example move topic position issue problem matter fact number group all any two three four other same"""
)
#: Adjectives that say what somebody is, each with the word it is compared by.
_ADJECTIVES = {
    "gay": "gay",
    "lesbian": "gay",
    "bisexual": "bisexual",
    "transgender": "transgender",
    "retired": "retired",
}
_MOST = 14


def find(document: Document, names: Sequence[Name], roles: Mapping[int, Role]) -> list[Trait]:
    """Every trait told of the people and organisations of one article, in the order of their names."""
    found: list[Trait] = []
    by_first = {name.first: name for name in names}
    for number, name in enumerate(names):
        if name.kind == "organisation" and not name.people:
            found += _beside(document, name)
            found += _led(document, name, by_first, names)
        if name.kind != "person":
            continue
        role = roles.get(number)
        if role is not None:
            near = role.start <= name.end + 2 and name.start <= role.end + 2
            start, end = (min(role.start, name.start), max(role.end, name.end)) if near else (role.start, role.end)
            found += [Trait(name.entity, slot, role.text, start, end) for slot in slots(role.office.lower().split())]
        for party in (party_before(document, names, number), party_after(document, name)):
            if party is not None:
                found.append(Trait(name.entity, party.name, party.text, party.start, party.end))
        found += _beside(document, name)
    found += _pronouns(document, names)
    return found


def complete(articles: Sequence[tuple[Document, Sequence[Name], list[Trait]]]) -> None:
    """Adds, to the traits of each article of a story, those it tells by a description alone."""
    told: dict[str, set[str]] = {}
    for _, _, traits in articles:
        for trait in traits:
            told.setdefault(trait.entity, set()).add(trait.text)
    for document, names, traits in articles:
        traits += list(_described(document, names, told))


def _described(document: Document, names: Sequence[Name], told: Mapping[str, set[str]]) -> Iterator[Trait]:
    """ "The Illinois Democrat", where one of the people named there is one."""
    tokens = document.tokens
    people = {name.entity for name in names if name.kind == "person"}
    by_first = {name.first: name for name in names}
    for at, token in enumerate(tokens[:-2]):
        if token.low != "the":
            continue
        place = by_first.get(at + 1)
        if place is None or place.kind != "place" or place.last >= len(tokens):
            continue
        party = PARTIES.get(tokens[place.last].low)
        if party is None or place.last + 1 in by_first or tokens[place.last].low == "democratic":
            continue
        text = f"{party}, {place.entity}"
        fits = sorted(person for person in people if text in told.get(person, ()))
        if len(fits) == 1:
            yield Trait(fits[0], party, text, token.start, tokens[place.last].end)


def _beside(document: Document, name: Name) -> Iterator[Trait]:
    """Appositions, and what stands after "is": "Lang, a former agent and Marine", "Lang, who is a Catholic"."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(name.start)]
    at = name.last
    if at < sentence.last and tokens[at].text in (",", "(", "—", "–", "--"):
        at += 1
        if at + 1 < sentence.last and tokens[at].text.isdigit() and tokens[at + 1].text == ",":
            at += 2
        if at < sentence.last and tokens[at].low != "who":
            yield from _phrases(document, sentence, name, at, apposed=True)
            return
    if at < sentence.last and tokens[at].low == "who":
        at += 1
    yield from _after_is(document, sentence, name, at)


def _led(document: Document, name: Name, by_first: Mapping[int, Name], names: Sequence[Name]) -> Iterator[Trait]:
    """Who leads, owns or backs a body: "KGB, led by Drell", "the KGB, which is run by Drell", "Drell-led KGB"."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(name.start)]
    for at in range(max(sentence.first, name.first - 3), name.first):
        whose, _, how = tokens[at].low.rpartition("-")
        if whose and how in _HOW:
            written = ((document.text[other.start : other.end].lower(), other.entity) for other in names)
            entity = next((entity for words, entity in written if words == whose), None)
            if entity is not None and all(token.text[0].isalpha() for token in tokens[at + 1 : name.first]):
                yield Trait(name.entity, f"{_HOW[how]} {entity}", tokens[at].text, tokens[at].start, tokens[at].end)
    at = name.last
    while at < min(sentence.last, name.last + 2) and tokens[at].text.islower() and tokens[at].low not in _STOPS:
        # "The KGB mission, which".
        at += 1
    if at >= sentence.last or tokens[at].text != ",":
        return
    at += 1
    which = at < sentence.last and tokens[at].low == "which"
    at += which
    begin = at
    while at < min(sentence.last, begin + 3) and tokens[at].low in _OPERATES:
        at += 1
    if at + 2 >= sentence.last:
        return
    how = _HOW.get(tokens[at].low, "") if tokens[at + 1].low == "by" else ""
    other = by_first.get(at + 2 + (tokens[at + 2].low == "the"))
    if not how and tokens[at].low == "under":
        how, other = "led by", by_first.get(at + 1)
        at = at + 3 if other is not None and document.text[other.end : other.end + 1] in "'’" else at
        how = how if at < sentence.last and tokens[at].low in ("command", "leadership", "control") else ""
    if how and other is not None and other.kind != "person" and other.last <= sentence.last:
        end = max(other.end, tokens[at].end)
        yield Trait(
            name.entity, f"{how} {other.entity}", " ".join(document.text[tokens[begin].start : end].split()),
            tokens[begin].start, end,
        )  # fmt: skip


#: How a body can belong to another.
_HOW = {
    "led": "led by", "headed": "led by", "commanded": "led by", "run": "run by", "owned": "owned by",
    "controlled": "owned by", "backed": "backed by", "funded": "backed by", "financed": "backed by",
    "supported": "backed by", "sponsored": "backed by",
}  # fmt: skip
_OPERATES = word_set("is was are operates operated works partly wholly jointly")


def _after_is(document: Document, sentence: Sentence, name: Name, at: int) -> Iterator[Trait]:
    tokens = document.tokens
    stop = min(at + 4, sentence.last)
    while at < stop and (tokens[at].low in _ADVERBS or tokens[at].low in ("has", "had")):
        at += 1
    if at < stop and tokens[at].low in _IS and tokens[at].low != "'s":
        yield from _phrases(document, sentence, name, at + 1, apposed=False)


def _pronouns(document: Document, names: Sequence[Name]) -> Iterator[Trait]:
    """The same for "he" and "she" at the head of a sentence after one that names a single person."""
    tokens = document.tokens
    people: dict[int, list[Name]] = {}
    for name in names:
        if name.kind == "person":
            people.setdefault(document.sentence_at(name.start), []).append(name)
    for number, sentence in enumerate(document.sentences):
        before = people.get(number - 1, [])
        if tokens[sentence.first].low not in ("he", "she") or len({name.entity for name in before}) != 1:
            continue
        if document.sentences[number - 1].paragraph == sentence.paragraph:
            yield from _after_is(document, sentence, before[0], sentence.first + 1)


def _phrases(document: Document, sentence: Sentence, name: Name, at: int, *, apposed: bool) -> Iterator[Trait]:
    """The noun phrases from a token on, joined by "and", as traits."""
    tokens = document.tokens
    while at < sentence.last and tokens[at].low in _ADVERBS:
        if tokens[at].low == "not":
            return
        at += 1
    if at >= sentence.last:
        return
    if tokens[at].low in _ADJECTIVES:
        start = at - 1 if tokens[at - 1].low == "openly" else at
        yield Trait(name.entity, _ADJECTIVES[tokens[at].low], tokens[at].low, tokens[start].start, tokens[at].end)
        return
    if not (tokens[at].low in _LEADS or (apposed and tokens[at].low in ROLES | TITLE_HEADS)):
        if not (apposed and tokens[at].low == "one" and at + 1 < sentence.last and tokens[at + 1].low == "of"):
            return
        yield from _one_of(document, sentence, name, at)
        return
    end = at
    while end < sentence.last and end - at < _MOST and tokens[end].low not in _STOPS:
        if end > at and is_cue(tokens[end].low) and tokens[end].low not in ROLES:
            break
        end += 1
    if apposed and (end == sentence.last or tokens[end].low not in _ENDS):
        # "In a letter to Lang, the scholars say": a comma before the subject. "Charges against Lang, attorney says".
        return
    first = at
    for stop in [*(index for index in range(at, end) if tokens[index].low == "and"), end]:
        if apposed and stop < end and tokens[at].low in ("his", "her", "their", "its"):
            # "Lang, his mother and a brother": a list.
            return
        yield from _phrase(document, name, first, stop)
        first = stop + 1


#: What may stand behind an apposition.
_ENDS = frozenset([",", ".", ";", ")", "—", "–", "--", "who", "whose", "whom", ":"])


def _phrase(document: Document, name: Name, first: int, stop: int) -> Iterator[Trait]:
    tokens = document.tokens
    last = next((at for at in range(first, stop) if tokens[at].low in _PREPOSITIONS), stop)
    words = [token.low for token in tokens[first:last]]
    begin = first + 1 if words and words[0] in ("a", "an", "the") else first
    if begin >= last:
        return
    text = document.text[tokens[begin].start : tokens[stop - 1].end]
    text = " ".join(text.split())
    for slot in slots(words):
        yield Trait(name.entity, slot, text, tokens[first].start, tokens[stop - 1].end)


def _one_of(document: Document, sentence: Sentence, name: Name, at: int) -> Iterator[Trait]:
    """ "One of Lang's two daughters": the noun at the end, one of them."""
    tokens = document.tokens
    end = at
    while end < min(sentence.last, at + _MOST) and tokens[end].low not in _STOPS:
        end += 1
    last = next((index for index in range(at + 2, end) if tokens[index].low in _PREPOSITIONS), end)
    head = tokens[last - 1].low.removesuffix("s")
    if head.isalpha() and head not in _EMPTY and tokens[last - 1].low != head:
        text = " ".join(document.text[tokens[at].start : tokens[end - 1].end].split())
        yield Trait(name.entity, head, text, tokens[at].start, tokens[end - 1].end)


def slots(words: Sequence[str]) -> list[str]:
    """What a phrase can be compared by: its noun, and a party named in it."""
    last = next((at for at, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    words = [word.rstrip(".") for word in words[:last]]
    if not words:
        return []
    head = words[-1].replace("-", "")
    head = head.removeprefix("ex") if words[-1].startswith("ex-") else head
    found = [PARTIES[word] for word in words if word in PARTIES and PARTIES[word] not in _WORDS_TOO]
    plural = head.endswith("s") and not head.endswith("ss") and head not in ROLES
    if head in PARTIES or head in _EMPTY or len(head) < 3 or not head.isalpha() or words[-1] in _LEADS or plural:
        return found
    if head in load().demonyms or head in _PRONOUNS:
        return found
    head = _SAME.get(head, head)
    before = words[-2] if len(words) > 1 else ""
    if before in _RANKS or (head in ("minister", "general", "secretary") and before in TITLES - _RANKS_OF_TIME):
        # A vice president is no president, a trade minister no prime minister.
        head = f"{before} {head}"
    return [head, *found]


#: Parties whose names are plain words: "the labour minister".
_WORDS_TOO = frozenset(["Labour", "Green", "Conservative", "Socialist"])
_PRONOUNS = word_set("he him his she her hers they them it himself herself themselves itself me you us who")
_RANKS = word_set("vice deputy assistant associate under prime")
_RANKS_OF_TIME = word_set("former acting interim late")


#: Nouns for one calling.
_SAME = {
    "advisor": "adviser", "congressman": "representative", "congresswoman": "representative", "rep": "representative",
    "sen": "senator", "gov": "governor", "supt": "superintendent", "chairwoman": "chairman", "chairperson": "chairman",
    "chair": "chairman", "attorney": "lawyer", "counsel": "lawyer", "spokeswoman": "spokesman", "aide": "adviser",
    "spokesperson": "spokesman", "boss": "chief", "head": "chief", "leader": "chief", "skipper": "captain",
    "premier": "prime minister", "moviemaker": "filmmaker", "physician": "doctor", "reporter": "journalist",
    "councilman": "councillor", "councilwoman": "councillor", "policeman": "officer", "policewoman": "officer",
}  # fmt: skip
