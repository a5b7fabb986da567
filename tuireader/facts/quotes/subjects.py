"""Finds the subject of a verb of saying among the pieces of a clause."""

from __future__ import annotations

from tuireader.facts.listed import word_set
from tuireader.facts.quotes.appositions import led_person, named_behind, told_of
from tuireader.facts.quotes.clauses import Item
from tuireader.facts.quotes.tellers import speaks, tells
from tuireader.facts.saying import CUES, NOUNLIKE, is_cue, takes
from tuireader.facts.words import ROLES, TITLES

_PASSED = word_set(
    """has have had also later then previously recently already now again once first earlier reportedly just even
    simply still not never n't did does do would will could both himself herself itself themselves however meanwhile
    should could may might must can shall monday tuesday wednesday thursday friday saturday sunday
    too today yesterday tonight afterward afterwards often always sometimes soon further since publicly is was are
    were been being"""
)
PRONOUNS = word_set("he she they it i we who you")
_DETERMINERS = word_set("the a an his her its their one another some this our my several two three many most both")
_SMALL = word_set(
    """a an the of in on at to for from by with and or but as than that which where when while if is are was were be
    been being not no so because since until after before it's what how why there"""
)
_BREAKS = word_set("who which that when after before during while as in at on with and but by told because since")
_NO_START = _BREAKS | word_set("that in on to at if how what why so there of for about it's")

Slice = tuple[int, int]


def subject_of(items: list[Item], at: int) -> Slice | None:
    """The items that name the subject of the verb at ``at``; None where none can be seen."""
    left = at - 1
    while left >= 0 and (items[left].low in _PASSED or (items[left].low.endswith("ly") and len(items[left].low) > 4)):
        left -= 1
    name = items[at - 1].name if at else None
    paper = _paper_before(items, at) if items[at].low.endswith("ing") else None
    if paper is not None:
        return paper
    if items[at].low.endswith("ing") and name is not None and name.kind == "person":
        return at - 1, at
    if items[at].low.endswith("ing") and (at == 0 or items[at - 1].low not in ("is", "was", "are", "were", "been")):
        return main_subject(items, at)
    if left < 0 or _after_quote(items, left):
        after = phrase_after(items, at + 1)
        return after if after[1] > after[0] and items[at].low not in ("told", "tells") else None
    here = items[left]
    if here.low not in PRONOUNS:
        behind = _behind_quote(items, left, at)
        if behind is not None:
            return behind
    if here.low in ("i", "we", "you"):
        return None
    if here.name is not None or here.low in PRONOUNS:
        return _whole(items, left)
    if here.low == ",":
        return _behind_comma(items, left, at)
    if here.low in _DASHES:
        return _behind_dash(items, left)
    if here.low == ")":
        for index in range(left, max(-1, left - 9), -1):
            if items[index].low == "(" and index:
                return (index - 1, index) if items[index - 1].name is not None else noun_phrase(items, index - 1)
        return None
    if here.low in ("and", "but", "or", "then"):
        return main_subject(items, at)
    if here.low and here.low[0].isalpha() and here.low not in _SMALL:
        return _whole_phrase(items, left)
    return None


#: What ends the first noun phrase of a longer subject: "Protesters | marching through the streets".
_HEAD_ENDS = word_set(
    """at on from through by about near inside outside against to under over after before during within across around
    between among who which that whose where , ( — – - -- ; :"""
)
_MODIFIERS = word_set("familiar close briefed with knowledgeable involved aware present")
_LINKS = word_set(
    """that which who when while as because and but or if though although where since before after whether than until
    so"""
)
_FINITE = word_set(
    """is are was were has had have did does do will would could should can may might must went came made took gave got
    began became left put let meant kept held met ran saw felt"""
)


def _behind_quote(items: list[Item], left: int, at: int) -> Slice | None:
    """The speaker between a quote and its verb, however long what stands beside the name: "'It is late,' Ivo Lang, the
    director of Drell, one of many, said"; None where something else stands there."""
    start = next((index + 1 for index in range(left, max(-1, left - 45), -1) if items[index].quote is not None), None)
    if start is None:
        return None
    while start < left and items[start].low in (",", "-", "—", "–", "--"):
        start += 1
    if items[start].low in _NO_START | _LINKS:
        return None
    for index in range(start, at):
        low = items[index].low
        if low in (";", ":", ".") or (low and is_cue(low) and low not in NOUNLIKE):
            return None
    end = start
    while end <= left and (end == start or items[end].low not in _HEAD_ENDS):
        end += 1
    if any(item.low in _FINITE for item in items[start:end]):
        return None
    person = _person_in(items, start, end)
    if person is not None:
        return person
    if end < left and items[end].low == "," and items[end - 1].name is None:
        stop = next((index for index in range(end + 1, left + 1) if items[index].low == ","), left + 1)
        if items[end + 1].low not in _LINKS:
            person = _person_in(items, end + 1, min(stop, end + 9))
            if person is not None:
                return person
    return (start, end) if end - start <= 12 else None


def _person_in(items: list[Item], start: int, end: int) -> Slice | None:
    """The last person named in a noun phrase, where the phrase is about that person."""
    for index in range(end - 1, start - 1, -1):
        name = items[index].name
        if name is not None and name.kind == "person":
            owned = index + 1 < end and items[index + 1].low == "'s"
            led = index > start and items[index - 1].low in ("of", "for", "with", "by", "from", "in", "and")
            return None if owned or led else (index, index + 1)
    return None


def _whole_phrase(items: list[Item], last: int) -> Slice:
    """The noun phrase a subject begins with: of "protesters marching through the streets chanted" the protesters."""
    first = last
    while first > 0 and last - first < 16:
        before = items[first - 1]
        low = before.low
        if before.quote is not None or low in _LINKS or low in _FINITE or (low and is_cue(low) and low not in NOUNLIKE):
            break
        if low and not low[0].isalnum() and low not in ("'s", "-"):
            break
        first -= 1
    if items[first].low in _NO_START:
        return noun_phrase(items, last)
    end = first + 1
    while end <= last:
        low, last_low = items[end].low, items[end - 1].low
        aged = low == "-" and last_low.isdigit()
        if low in _HEAD_ENDS and not aged:
            break
        if (low in _MODIFIERS and speaks(last_low)) or (low.endswith("ing") and last_low.endswith("s")):
            break
        end += 1
    if end > last and any(
        speaks(items[index].low) and items[index + 1].low in ("of", "for") for index in range(first, last)
    ):
        return first, end
    if end > last or not speaks(items[end - 1].low):
        return noun_phrase(items, last)
    return first, end


def _paper_before(items: list[Item], at: int) -> Slice | None:
    """The paper right before "saying": "a letter saying", "the bishops' letters to Congress saying"."""
    sent = at > 2 and items[at - 1].name is not None and items[at - 2].low in ("to", "from")
    noun = at - 3 if sent else at - 1
    if noun < 0 or not tells(items[noun].low) or items[noun].low in _OWN_WORDS:
        return None
    return noun_phrase(items, noun)


#: Who makes one of these says what is in it.
_OWN_WORDS = word_set("statement statements post posts tweet tweets message email e-mail interview speech release note")


def _after_quote(items: list[Item], left: int) -> bool:
    if items[left].quote is not None:
        return True
    return items[left].low in (",", "-", "—", "–") and left > 0 and items[left - 1].quote is not None


def _whole(items: list[Item], at: int) -> Slice:
    """A name or pronoun; of "Ivo Lang of Drell said" the person."""
    name = items[at].name
    if name is not None and name.kind == "place" and at > 1 and items[at - 1].low in ("of", "from", "in"):
        before = items[at - 2]
        if before.name is not None and before.name.kind == "person":
            return at - 2, at - 1
        if before.low and before.low[0].isalpha():
            return noun_phrase(items, at)
    if name is not None and name.kind == "place" and at > 1 and items[at - 1].low == ",":
        before = items[at - 2]
        if before.name is not None and before.name.kind == "person":
            return at - 2, at - 1
    return at, at + 1


def _behind_comma(items: list[Item], comma: int, at: int) -> Slice | None:
    """The verb stands behind an apposition ("X, the director of Y, said") or behind what is said (", said X")."""
    last = items[comma - 1].name if comma else None
    before = comma - 2
    while before > 0 and items[before].low.rstrip(".") in TITLES:
        before -= 1
    if last is not None and last.kind == "person" and before > 0 and items[before].low == ",":
        # "His lawyer, Ivo Lang, said": the name is the apposition.
        return comma - 1, comma
    after = phrase_after(items, at + 1) if takes(CUES.get(items[at].low, "say")) == "bare" else (at, at)
    spoken = after[1] > after[0] and items[at].low not in ("told", "tells")
    opening = _apposed(items, comma)
    ends = spoken and after[1] >= len(items) - 1 and after[1] - after[0] <= 6 and _is_somebody(items[after[1] - 1])
    if ends and (opening is None or opening[0] > 2):
        # "The bridge is shut, and the road too, said the mayor.": nobody follows but the speaker.
        return after
    if opening is not None:
        return opening
    if spoken and after[1] >= len(items) - 4 and (items[after[0]].name is not None or after[1] - after[0] > 1):
        return after
    return None


_DASHES = word_set("- — – --")


def _behind_dash(items: list[Item], dash: int) -> Slice | None:
    """The subject before what two dashes enclose: "Ivo Lang -- who leads the office -- said"."""
    closing = dash - 1 if dash and items[dash - 1].low in _DASHES else dash
    opening = next((index for index in range(closing - 1, max(-1, closing - 40), -1) if items[index].low in _DASHES), 0)
    while opening > 0 and items[opening - 1].low in _DASHES:
        opening -= 1
    name = items[opening - 1].name if opening else None
    if name is not None and name.kind == "person":
        return opening - 1, opening
    return _apposed(items, opening) if opening else None


def _is_somebody(item: Item) -> bool:
    return speaks(item.low) if item.name is None else item.name.kind != "place"


def _apposed(items: list[Item], comma: int) -> Slice | None:
    """The name before "..., the director of Drell, said": the nearest one directly before an earlier comma."""
    behind: Slice | None = None
    for index in range(comma - 1, max(-1, comma - 40), -1):
        if items[index].quote is not None:
            return behind
        if items[index].low in (",", "(", "—", "–") and index > 0:
            named = named_behind(items, index, comma)
            if named is not None:
                return named
            if items[index - 1].name is not None and led_person(items, index - 1):
                # "Ivo Lang, the brother of Ana Lang, a farmer, said": who stands behind "of" is not the one.
                behind = behind or (index - 1, index)
                continue
            before = items[index - 1]
            whole = _whole(items, index - 1)
            if before.name is not None and (before.name.kind != "place" or whole[0] < index - 1):
                return whole
            if before.low in ROLES:
                return noun_phrase(items, index - 1)
    return behind


def noun_phrase(items: list[Item], last: int) -> Slice:
    """ "The Drell chief": from the determiner on, at most seven pieces back."""
    first = last
    while first > 0 and last - first < 7:
        if items[first].low in _DETERMINERS:
            break
        previous = items[first - 1]
        if previous.quote is not None or (
            previous.low and not previous.low[0].isalnum() and previous.low not in ("'s", "-")
        ):
            break
        if previous.low in _SMALL - {"the", "a", "an", "of", "for", "in", "with"} or previous.low in PRONOUNS:
            break
        first -= 1
    return first, last + 1


def main_subject(items: list[Item], at: int) -> Slice | None:
    """Subject of a verb joined on ("..., adding that"): who does the verb before, else who comes first."""
    for index in range(at - 2, -1, -1):
        name, following = items[index].name, items[index + 1].low
        if not (following.endswith("ed") or following in _DOES) or led_person(items, index) or told_of(items, index):
            continue
        led = index > 0 and items[index - 1].low in _SMALL
        if items[index].low in ("he", "she") or (name is not None and name.kind == "person" and not led):
            return index, index + 1
    for index in range(at):
        item = items[index]
        if item.quote is not None:
            continue
        if item.low and speaks(item.low) and _acts(items, index + 1, at):
            return noun_phrase(items, index)
        if item.name is not None and item.name.kind == "person":
            following = items[index + 1].low if index + 1 < len(items) else ""
            if following != "'s" and not led_person(items, index):
                return index, index + 1
        if item.low in ("he", "she", "they"):
            return index, index + 1
        if item.low in ROLES | {"officials", "spokesman"} and index and items[index - 1].low in ("the", "a"):
            return noun_phrase(items, index)
        if item.name is not None and item.name.kind == "organisation" and index < 3:
            return index, index + 1
    return None


def _acts(items: list[Item], index: int, at: int) -> bool:
    """Whether a verb in the past stands right there, before ``at``."""
    if index >= at:
        return False
    return items[index].low in _DONE or (items[index].low.endswith("ed") and len(items[index].low) > 4)


def doer_before(items: list[Item], at: int) -> Slice | None:
    """Who does what leads up to ``at``: the nearest name or pronoun before it with a verb right behind it."""
    for index in range(at - 2, -1, -1):
        item = items[index]
        if item.quote is not None:
            return None
        named = item.name is not None and item.name.kind in ("person", "organisation")
        if not named and item.low not in ("he", "she", "they"):
            continue
        low = items[index + 1].low
        led = index > 0 and items[index - 1].low in _LED
        if not led and (low in _FINITE or low in _DONE or (low.endswith(("ed", "s")) and len(low) > 3)):
            return index, index + 1
    return None


_LED = word_set("of for with by from in and to on about")
_DONE = word_set("has had is was said says will would told wrote spoke gave made took went did does also")
_DOES = _DONE | word_set("who , (")


def phrase_after(items: list[Item], start: int) -> Slice:
    """The speaker behind the verb: "said the Drell chief", "said Rep. Ana Costa of Drell"; empty where none follows."""
    at = start
    while at < len(items) and at - start < 9:
        item = items[at]
        if item.quote is not None:
            break
        if item.name is not None:
            following = items[at + 1].low if at + 1 < len(items) else ""
            if item.name.kind == "person" and following != "'s":
                return at, at + 1
            if following not in ROLES | TITLES | {"'s", "and"} and not following.isalpha():
                return start, at + 1
        elif item.low in ("he", "she", "they", "it") and at == start:
            return at, at + 1
        elif (item.low and not item.low[0].isalnum() and item.low not in ("'s", "-", '"', "“", "/")) or (
            item.low in _BREAKS and at > start
        ):
            break
        elif at == start and item.low in _NO_START:
            return start, start
        at += 1
    named = _apposed_behind(items, start, at)
    if named is not None:
        return named
    return (start, at) if at > start else (start, start)


def _apposed_behind(items: list[Item], start: int, comma: int) -> Slice | None:
    """Whom "said the mediator, former diplomat Ivo Lang" names: the person at the end of the apposition."""
    if comma >= len(items) or items[comma].low != "," or comma == start:
        return None
    last = items[comma - 1]
    if last.name is not None or not speaks(last.low):
        return None
    for at in range(comma + 1, min(comma + 6, len(items))):
        name = items[at].name
        if name is not None and name.kind == "person":
            following = items[at + 1].low if at + 1 < len(items) else "."
            return None if following in ("'s", "and") or is_cue(following) else (at, at + 1)
        if items[at].quote is not None or items[at].low in _BREAKS | {",", "of", "for", "the", "a", "an"}:
            return None
    return None
