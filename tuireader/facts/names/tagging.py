"""People, organisations and places in each article of a story, each led to one entity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.entries import Entry, Key, Lexicon, surname
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.joins import is_capital
from tuireader.facts.names.known import organisations
from tuireader.facts.names.runs import NameKind
from tuireader.facts.names.teams import is_team, sporting
from tuireader.facts.words import CALENDAR, CALLED_BY_HEAD, HONORIFICS, KIN, MEMBERS, TITLE_HEADS
from tuireader.text.words import fold


class Name(NamedTuple):
    """A name in a document: tokens ``first:last``, its span, kind, and the entity's full name.

    ``people`` marks what the members of a party are called ("Tories"): they hold and say things as it does, and are
    yet no name of their own.
    """

    first: int
    last: int
    start: int
    end: int
    kind: NameKind
    entity: str
    people: bool = False


def tag(document: Document, lexicon: Lexicon) -> list[Name]:
    """All names of a document, in order, longest match first."""
    found: list[Name] = []
    tokens = document.tokens
    sport = sporting(document)
    for sentence in document.sentences:
        index = sentence.first
        while index < sentence.last:
            token = tokens[index]
            keys = lexicon.by_first.get(token.low)
            match = None
            if keys and is_capital(token.text) and not (token.low in CALENDAR and len(keys[0]) == 1):
                match = _longest(document, lexicon, keys, index, sentence.last)
            if match is None:
                index += 1
                continue
            entry = lexicon.entries[match]
            last = index + len(match)
            if entry.kind is not None:
                kind, entity = entry.kind, entry.entity
                if sport and kind == "place" and is_team(document, index, last):
                    kind, entity = "organisation", _written(entry)
                people = len(match) == 1 and match[0] in MEMBERS
                found.append(Name(index, last, token.start, tokens[last - 1].end, kind, entity, people))
            index = last
    return found


def _longest(document: Document, lexicon: Lexicon, keys: list[Key], index: int, stop: int) -> Key | None:
    tokens = document.tokens
    for key in keys:
        last = index + len(key)
        if last > stop or tuple(token.low for token in tokens[index:last]) != key:
            continue
        words = lexicon.entries[key].words
        if len(key) == 1 and words[0].isupper() and len(words[0]) > 1 and not tokens[index].text.isupper():
            continue
        if any(
            mine[0].isupper() and token.text[0].islower() for mine, token in zip(words, tokens[index:last], strict=True)
        ):
            continue
        if _needs_article(key) and (not index or tokens[index - 1].low != "the"):
            continue
        if last < stop and tokens[last].text == "$" and tokens[last].start == tokens[last - 1].end:
            continue
        return key
    return None


def _needs_article(key: Key) -> bool:
    """Whether a name is one behind "the" alone: "the Times", "the Commission"."""
    return len(key) == 1 and key[0] in CALLED_BY_HEAD and key[0] not in organisations()


def name_entities(lexicon: Lexicon, counts: dict[Key, int]) -> None:
    """Gives every entry its entity: full names of people, countries, organisations behind their acronyms."""
    people = {key: entry for key, entry in lexicon.entries.items() if entry.kind == "person"}
    _name_people(people, counts)
    gazetteer = load()
    for key, entry in lexicon.entries.items():
        if entry.kind == "place":
            low = " ".join(key)
            entry.entity = gazetteer.lands.get(low, gazetteer.spelt.get(low, _written(entry)))
        elif entry.kind == "organisation":
            long = lexicon.entries.get(entry.club or lexicon.acronyms.get(" ".join(key), key), entry)
            entry.entity = _written(long)
    _join_spellings([entry for entry in lexicon.entries.values() if entry.kind == "organisation"])
    _join_accents([entry for entry in lexicon.entries.values() if entry.kind == "place"])


def _join_spellings(entries: Sequence[Entry]) -> None:
    """One entity for "U.S. Board", "US Board" and "United States Board": the one named most often, then the longest."""
    spelt: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        low = entry.entity.lower().removeprefix("the ").replace(".", "").replace("united states", "us")
        low = low.replace("united kingdom", "uk").replace(" & ", " and ")
        if low.count(" ") > 1:
            # "Drell Security Forces" in a heading; "Radio Free Drell/Radio Vorn" at its first mention.
            low = low.partition("/")[0].removesuffix("s")
        spelt[low].append(entry)
    for same in spelt.values():
        best = min(same, key=lambda entry: (-entry.count, -len(entry.entity), entry.entity))
        for entry in same:
            entry.entity = best.entity if entry is not best else entry.entity


def _join_accents(entries: Sequence[Entry]) -> None:
    """One entity for a place with its accents and without: the spelling the story has more often."""
    spelt: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        spelt[fold(entry.entity)].append(entry)
    for same in spelt.values():
        best = min(same, key=lambda entry: (-entry.count, entry.entity))
        for entry in same:
            entry.entity = best.entity if entry is not best else entry.entity


def _written(entry: Entry) -> str:
    text = " ".join(entry.words)
    return text.replace(" / ", "/").replace(" - ", "-").replace(" ,", ",")


def sound(low: str) -> str:
    """A surname without accents and without what writing it over from another alphabet varies: Drelskyy, Drelskiy."""
    plain = fold(low).rstrip(".")
    for one, other in (
        ("yy", "y"),
        ("iy", "y"),
        ("ii", "y"),
        ("yi", "y"),
        ("ij", "y"),
        ("ie", "e"),
        ("ou", "u"),
        ("w", "v"),
        ("q", "k"),
        ("kh", "h"),
        ("gh", "g"),
        ("dzh", "j"),
        ("tch", "ch"),
        ("tsch", "ch"),
        ("iu", "yu"),
        ("ia", "ya"),
    ):
        plain = plain.replace(one, other)
    return plain[:-1] + "y" if len(plain) > 5 and plain.endswith("ski") else plain


def heard(given: str) -> str:
    """A given name without what writing it over from another alphabet varies: Sergei, Sergey; Muhammad, Mohamed."""
    plain = sound(given)
    for one, other in _HEARD:
        plain = plain.replace(one, other)
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] + "y" if plain.endswith("i") else plain


_HEARD = (
    ("ks", "x"), ("aleksandar", "alexander"), ("alexandar", "alexander"), ("alexandr", "alexander"),
    ("alexandere", "alexander"), ("ei", "y"), ("ey", "y"), ("ai", "y"), ("ay", "y"), ("u", "o"), ("q", "k"),
    ("ck", "k"), ("ca", "ka"), ("co", "ko"), ("ph", "f"), ("dj", "j"), ("dzh", "j"),
    ("kh", "h"), ("ss", "s"), ("ed", "ad"),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1")


def _name_people(people: dict[Key, Entry], counts: dict[Key, int]) -> None:
    """People by surname; full names that do not contradict each other are one person under the fullest of them."""
    groups: defaultdict[str, list[Key]] = defaultdict(list)
    for key in people:
        if len(key) > 1:
            groups[sound(surname(key))].append(key)
    leaders: dict[str, list[Key]] = {}
    called: defaultdict[str, set[str]] = defaultdict(set)
    for name, keys in sorted(groups.items()):
        chosen: list[Key] = []
        for key in sorted(keys, key=lambda key: (-len(key), -counts.get(key, 0), key)):
            same = next((other for other in chosen if _one_person(key, other)), None)
            if same is None:
                chosen.append(key)
                people[key].entity = _written(people[key])
            else:
                people[key].entity = people[same].entity
            called[key[0]].add(people[key].entity)
        leaders[name] = sorted(chosen, key=lambda key: (-counts.get(key, 0), key))
    for key, entry in people.items():
        if len(key) > 1:
            continue
        fits = leaders.get(sound(key[0])) or [
            other for chosen in leaders.values() for other in chosen if other[0] == key[0]
        ]
        if fits:
            entry.entity = people[fits[0]].entity
        else:
            # "Elizabeth", who is Liz Lang where she is named in full most often.
            known = called[key[0]]
            entry.entity = next(iter(known)) if len(known) == 1 else _written(entry)


def _one_person(shorter: Key, longer: Key) -> bool:
    """Whether two full names with one surname can be the same person: no given name against another."""
    if ("jr." in shorter) != ("jr." in longer) and len(shorter) == len(longer):
        return False
    mine = [fold(low).rstrip(".") for low in shorter[: shorter.index(surname(shorter))]]
    theirs = [fold(low).rstrip(".") for low in longer[: longer.index(surname(longer))]]
    if not mine or not theirs:
        return True
    return one_given(mine[0], theirs[0])


#: Short forms of given names that are not their beginnings.
_SHORT = {
    short: line.split()[0]
    for line in """james jim jimmy jamie;robert bob bobby rob;william bill billy will;richard dick rick ricky;john jack
    johnny jon;jonathan jon;michael mike mick;edward ed ted eddie;charles chuck charlie;henry hank harry;thomas tom
    tommy;anthony tony;elizabeth liz beth betty lisa;margaret peggy maggie meg;katherine kate kathy;catherine cathy
    kate;lawrence larry;andrew andy drew;joseph joe;stephen steve;steven steve;francis frank;theodore ted;donald don
    donnie;ronald ron;kenneth ken;deborah debbie;patricia pat patty;rebecca becky;susan sue;james jimmy;gerald jerry;
    jerome jerry;alexander alex sasha;nicholas nick;christopher chris kit;benjamin ben;samuel sam;daniel dan danny;
    matthew matt;gregory greg;jeffrey jeff;geoffrey geoff;leonard len lenny;raymond ray;timothy tim;phillip phil;
    philip phil;walter walt;eugene gene;frederick fred;albert al bert;vladimir volodya;dmitry dima""".replace(
        "\n", ""
    ).split(";")
    for short in line.split()[1:]
}


#: Endings by which a woman's name differs from a man's: Ivan is not Ivana.
_OF_WOMEN = word_set("a e ia ina ine elle ella ette etta ka na le la")


def one_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, or a short form."""
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) == 1 and short[0] == long[0]) or heard(one) == heard(other):
        return True
    begins = len(short) >= 3 and long.startswith(short) and long[len(short) :] not in _OF_WOMEN
    return _SHORT.get(short) == long or begins


def tag_all(documents: Sequence[Document], lexicon: Lexicon) -> list[list[Name]]:
    """The names of every document. Surnames that several people share go to the one last named in full."""
    counts = {key: entry.count for key, entry in lexicon.entries.items()}
    name_entities(lexicon, counts)
    return [_nearest_full(tag(document, lexicon), document) for document in documents]


def _nearest_full(names: list[Name], document: Document) -> list[Name]:
    """Leads each surname to the full name last told; to none of them where a title came first that is not theirs."""
    latest: dict[str, tuple[str, int]] = {}
    others = _others(names, document)
    found = []
    for name in names:
        if name.kind != "person":
            found.append(name)
            continue
        key = tuple(token.low for token in document.tokens[name.first : name.last])
        last = fold(surname(key))
        here = document.paragraph_at(name.start)
        if len(key) > 1:
            latest[last] = name.entity, here
            found.append(name)
            continue
        entity, paragraph = latest.get(last, (name.entity, here))
        other = others.get(last)
        if other is not None and (last not in latest or paragraph != here):
            entity = other
        found.append(name._replace(entity=entity))
    return found


def _others(names: Sequence[Name], document: Document) -> dict[str, str]:
    """Surnames that stand with a title before anybody is named so in full, and then only with another title: "President
    Lang", later "his wife, Ana Lang". Each with the name to go by."""
    titled: dict[str, tuple[str, Name]] = {}
    full: dict[str, bool] = {}
    for name in names:
        if name.kind != "person":
            continue
        key = tuple(token.low for token in document.tokens[name.first : name.last])
        last = fold(surname(key))
        before = [token.low.rstrip(".") for token in document.tokens[max(0, name.first - 3) : name.first]]
        if len(key) > 1:
            if last in titled:
                other = any(low in KIN or low in ("lady", "mrs") for low in before) and titled[last][0] not in before
                full[last] = full.get(last, True) and other
            else:
                full[last] = False
        elif before and before[-1] in TITLE_HEADS - HONORIFICS:
            titled.setdefault(last, (before[-1], name))
    return {last: document.text[titled[last][1].start : titled[last][1].end] for last, apart in full.items() if apart}
