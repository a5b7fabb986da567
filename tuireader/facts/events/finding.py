"""What happened: verbs of action, who did it, to whom or where, and whether it is planned, done, denied or possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.events.doers import Speech, behind_apposition, doer, doer_after, governor, remember
from tuireader.facts.listed import word_set
from tuireader.facts.model import Status
from tuireader.facts.names.gazetteer import load
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.speakers import Cast
from tuireader.facts.words import CALENDAR


class Event(NamedTuple):
    """An event at ``start:end``: the verb's first form, who, and what or where ("visit", "Ivo Lang", "Drell").

    ``agent`` and ``target`` are entities or head nouns, ``place`` a further place; the verb stands at ``verb_at``.
    ``link`` is the small word before the target ("travel *to* Drell");
    ``participle`` is the verb as written where it is passive ("arrested"), else empty.
    """

    start: int
    end: int
    verb: str
    agent: str | None
    target: str | None
    place: str | None
    status: Status
    verb_at: int
    participle: str = ""
    link: str = ""


_TABLE = """
visit visits visited visiting|meet meets met meeting|arrive arrives arrived|travel travels traveled travelled
|leave leaves left|return returns returned|kill kills killed|injure injures injured|wound wounds wounded
|attack attacks attacked|bomb bombs bombed|shoot shoots shot|arrest arrests arrested|detain detains detained
|charge charges charged|indict indicts indicted|convict convicts convicted|acquit acquits acquitted
|sentence sentences sentenced|jail jails jailed|release releases released|plead pleads pleaded pled
|resign resigns resigned|elect elects elected|re-elect re-elects re-elected|reelect reelected
|appoint appoints appointed|nominate nominates nominated|fire fires fired|dismiss dismisses dismissed
|win wins won|lose loses lost|beat beats beaten|defeat defeats defeated|vote votes voted
|approve approves approved|reject rejects rejected|pass passes passed|sign signs signed|veto vetoes vetoed
|ban bans banned|lift lifts lifted|suspend suspends suspended|launch launches launched|open opens opened
|close closes closed|announce announces announced|cancel cancels cancelled canceled|postpone postpones postponed
|delay delays delayed|buy buys bought|sell sells sold|acquire acquires acquired|merge merges merged
|invest invests invested|build builds built|destroy destroys destroyed|damage damages damaged
|collapse collapses collapsed|crash crashes crashed|sink sinks sank sunk|explode explodes exploded
|erupt erupts erupted|invade invades invaded|withdraw withdraws withdrew withdrawn|deploy deploys deployed
|seize seizes seized|capture captures captured|evacuate evacuates evacuated|rescue rescues rescued|die dies died
|marry marries married|sue sues sued|file files filed|appeal appeals appealed|testify testifies testified
|extradite extradited|deport deports deported|expel expels expelled|impose imposes imposed|agree agrees agreed
|accept accepts accepted|host hosts hosted|attend attends attended|join joins joined|quit quits|hold holds held
|lead leads led|accompany accompanies accompanied|raise raises raised|cut cuts|increase increases increased
|search searches searched|raid raids raided|block blocks blocked|strike strikes struck
|protest protests protested|hospitalize hospitalized|treat treats treated
|investigate investigates investigated|hire hires hired|replace replaces replaced|succeed succeeds succeeded
|recognise recognises recognised recognize recognizes recognized|endorse endorses endorsed|free frees freed
|hack hacks hacked|steal steals stole stolen|pay pays paid|spend spends spent|donate donates donated
|award awards awarded|publish publishes published|receive receives received|cross crosses crossed|shut shuts
|evict evicts evicted|ratify ratifies ratified|pardon pardons pardoned"""
#: Every form to its first form; the ones after it that end a perfect or passive.
VERBS = {form: line.split()[0] for line in _TABLE.replace("\n", "").split("|") for form in line.split()}
#: First form to the one behind "she".
THIRD = {
    line.split()[0]: next((form for form in line.split() if form.endswith("s")), line.split()[0] + "s")
    for line in _TABLE.replace("\n", "").split("|")
}
_VAGUE = word_set("hold lead raise cut increase open close pass pay")

_PLANNED = word_set(
    """will shall expected scheduled plans planned planning intends intended set due going prepares preparing
    about wants aims 'll"""
)
NEGATED = word_set("""not never n't no nor neither denied denies refused refuses failed fails cannot without""")
_CONDITIONAL = word_set("would could may might if should can whether unless must")
#: Words between a subject and its verb.
PASSED = word_set(
    """to be been being is are was were has have had also then now soon already later again once first recently
    formally officially currently further still just even both will shall would could may might should can
    must not never n't expected scheduled plans planned planning intends intended set due going about wants
    aims refused yet refuses failed fails did does do cannot reportedly allegedly"""
)
PASSIVE = word_set("is are was were be been being")


def find(document: Document, clauses: Sequence[Clause], cast: Cast) -> list[Event]:
    """The events told outside of quotation marks, in order."""
    found: list[Event] = []
    recent: list[str] = []
    for clause in clauses:
        items = clause.items
        for at, item in enumerate(items):
            if item.name is not None and item.name.kind == "person":
                remember(items, at, item.name.entity, recent)
            verb = VERBS.get(item.low) if item.low else None
            if verb is None:
                continue
            event = _read(document, items, at, verb, Speech(document, cast, recent))
            if event is not None:
                found.append(event)
    return found


def _read(document: Document, items: list[Item], at: int, verb: str, speech: Speech) -> Event | None:
    tokens = document.tokens
    first = at
    words: list[str] = []
    while first > 0 and (items[first - 1].low in PASSED or items[first - 1].low.endswith("ly")) and at - first < 8:
        first -= 1
        words.append(items[first].low)
        text = tokens[items[first].first].text
        if text.endswith(("n't", "n’t")):
            words.append("n't")
    words += ["n't" for item in items[max(0, first - 1) : first] if item.low.endswith("n't")]
    low = items[at].low
    if not _is_verb(items, at, low, verb, words):
        return None
    status = status_of(words, low, verb)
    follows = items[at + 1].low if at + 1 < len(items) else ""
    # "Talks led by Drell", "Venn arrested in Oslo": a participle without "were".
    behind = items[at + 2 : at + 7] if follows == "by" and verb not in _BY_SO_MUCH else []
    suffered = verb in _SUFFERED and follows in _NO_ONE_DONE_TO
    reduced = not words and (suffered or any(item.name is not None for item in behind))
    passive = (reduced or any(word in PASSIVE for word in words)) and low != verb and not low.endswith(("s", "ing"))
    infinitive = items[first].low == "to"
    before = governor(items, first, speech) if infinitive else doer(items, first, speech)
    after, place, last = _after(items, at)
    agent, target = (None, before) if passive else (before, after)
    if passive:
        by = next((index for index in range(at + 1, min(at + 5, len(items))) if items[index].low == "by"), None)
        if by is not None:
            agent, last = doer_after(items, by + 1, speech)
        if reduced and agent is None and not suffered:
            return None
    elif agent is None or (target is None and verb in _NEEDS_OBJECT):
        return None
    if agent is None and target is None:
        return None
    start = tokens[items[first].first].start
    end = tokens[items[last].last - 1].end
    before_target = items[at + 1].low if target and not passive and last > at + 1 else ""
    link = before_target if before_target in _LINKS and verb not in ("meet", "marry") else ""
    return Event(
        start, end, verb, agent, target, place, status, tokens[items[at].first].start, low if passive else "", link
    )


def _is_verb(items: list[Item], at: int, low: str, verb: str, words: list[str]) -> bool:
    """Whether the form is a finite verb here and no noun ("the visit", "a sentence") or participle of a noun."""
    before = items[at - 1] if at else None
    following = items[at + 1].low if at + 1 < len(items) else ""
    if (verb == "lead" and following == "to") or (low == "appeals" and following in ("court", "courts")):
        return False
    if low == verb:
        return bool(words) and any(
            word in words
            for word in (
                "to",
                "will",
                "would",
                "could",
                "may",
                "might",
                "should",
                "can",
                "not",
                "must",
                "shall",
                "cannot",
                "did",
                "n't",
            )
        )
    if before is None or (low.endswith("ing") and not any(word in PASSIVE for word in words)):
        return False
    if before.low == "," and behind_apposition(items, at):
        return low.endswith(("s", "ed", "t")) or low in ("won", "beat", "met", "led", "held", "sold", "shot")
    if before.low in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "of",
        "for",
        "in",
        "'s",
        "and",
        ",",
        "newly",
        "with",
    ):
        return before.low == "and" and low.endswith(("ed", "t")) and verb not in _VAGUE
    if low.endswith("s") and low != verb:
        return before.name is not None or before.low in ("he", "she", "it", "who")
    return (
        before.name is not None
        or bool(words)
        or before.low in ("he", "she", "it", "they", "who", "we", "later", ")")
        or (bool(before.low) and before.low[0].isalpha() and before.low not in ("by", "on", "at", "to", "as", "from"))
    )


_AFTER_OBJECT = word_set("in on to of with for and at")


_LINKS = word_set("to from against for in")
_AUXILIARY = word_set("will would has have had was were is are")
_NO_FURTHER = word_set("percent per % it him them us me you")
#: Words in which nobody is met and nothing is lost: they only stand before the noun that says what.
_NO_OBJECT = word_set(
    """worth least last more most about nearly just only another other others following early back away
    down over several many some next first second much than half taken given seen known being made done"""
)
_WHERE = word_set("in at on during")
_BY_SO_MUCH = word_set("win lose beat increase raise cut close open pass")
_SUFFERED = word_set(
    """indict arrest charge convict kill injure wound sentence jail acquit detain elect re-elect appoint hospitalize
    shoot rescue evacuate expel deport extradite"""
)
_NO_ONE_DONE_TO = word_set("in on for of with after over at")
#: Verbs that say nothing without what it is done to.
_NEEDS_OBJECT = word_set(
    """hold lead accompany file sell buy receive reject announce spend publish charge sentence replace raise
    increase cut deploy sign meet host accept release build destroy damage seize capture attack bomb acquire appoint
    nominate award impose investigate hire block search treat approve ban lift launch raid sue endorse pay beat steal
    hack join attend visit dismiss fire arrest"""
)
#: Verbs of which a place behind "in" is never the object.
_TAKES_OBJECT = frozenset(
    form
    for form, verb in VERBS.items()
    if verb in word_set("hold lead raise cut increase open close pass pay receive buy sell sign win lose announce")
)


def _no_object(low: str) -> bool:
    """Whether a word behind the verb cannot be what it is done to: "nearly", "French", a verb of its own."""
    return low in _NO_OBJECT or low.endswith(("ly", "ed")) or low in load().demonyms


def _ends_object(low: str) -> bool:
    """Whether a word behind a noun shows that the noun was the whole object."""
    return not low.isalpha() or low in _AFTER_OBJECT or low in CALENDAR


def status_of(words: Sequence[str], low: str, verb: str) -> Status:
    """Whether a verb tells what is planned, done, denied or possible, by the words in front of it."""
    if any(word in _CONDITIONAL for word in words):
        return "conditional"
    if any(word in NEGATED for word in words):
        return "negated"
    if any(word in _PLANNED for word in words) or (low == verb and "to" in words):
        return "planned"
    return "happened"


def _after(items: list[Item], at: int) -> tuple[str | None, str | None, int]:
    """What or where: the first name or noun behind the verb, a place further on, and the last item of the object."""
    target: str | None = None
    place: str | None = None
    last = at
    for index in range(at + 1, min(at + 10, len(items))):
        item = items[index]
        if (
            item.quote is not None
            or item.low in CALENDAR
            or item.low in _AUXILIARY
            or item.low in _NO_FURTHER
            or item.low
            in (
                ".",
                ";",
                ":",
                ",",
                "who",
                "which",
                "that",
                "after",
                "before",
                "because",
            )
        ):
            break
        if item.name is not None:
            following = items[index + 1].low if index + 1 < len(items) else ""
            if items[index - 1].low in _WHERE and items[at].low in _TAKES_OBJECT:
                place = place or (item.name.entity if item.name.kind == "place" else None)
            elif target is None:
                target, last = item.name.entity, index
                if following == "'s":
                    target = None
            elif item.name.kind == "place" and place is None:
                place = item.name.entity
        elif (
            target is None
            and item.low.isalpha()
            and len(item.low) > 3
            and index - at <= 3
            and not any(between.low in _WHERE for between in items[at + 1 : index])
            and item.low not in PASSED
            and not _no_object(item.low)
        ):
            follows = items[index + 1] if index + 1 < len(items) else None
            if follows is None or (follows.name is None and _ends_object(follows.low)):
                denied = items[index - 1].low == "not"
                target, last = f"not {item.low}" if denied else item.low, index
    return target, place, last
