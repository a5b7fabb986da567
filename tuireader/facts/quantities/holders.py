"""Whose a quantity is: the troops of a mission, the share of a party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.tagging import Name
from tuireader.facts.quantities.quantity import Quantity
from tuireader.facts.quantities.units import is_money
from tuireader.facts.saying import is_cue

#: Nouns that stand for an organisation or country named before ("this mission").
_STANDINS = word_set(
    """mission force alliance party group company agency bank union coalition country team organisation
    organization contingent delegation club firm movement government university army bloc council committee
    city state island province region kingdom"""
)
#: Verbs whose subject has, gets or gives what is counted; other verbs say nothing of whose it is.
_HAS = word_set(
    """has have had having contribute contributes contributed contributing receive receives received
    receiving win wins won winning send sends sent sending hold holds held holding get gets got getting gain gains
    gained gaining lose loses lost losing pick picks picked picking take takes took taken taking claim claims claimed
    claiming employ employs employed employing own owns owned owning operate operates operated operating include
    includes included including comprise comprises comprised count counts counted earn earns earned earning record
    records recorded recording post posts posted posting score scores scored scoring field fields fielded deploy
    deploys deployed deploying provide provides provided providing collect collects collected collecting draw draws
    drew drawing secure secures secured securing capture captures captured capturing garner garners garnered
    garnering poll polls polled polling boast boasts control controls controlled station stations stationed keep
    keeps kept needs needed need produces produced produce sells sold sell makes made builds built buys bought
    represents represented represent fires fired launches launched rises rose
    risen rising falls fell fallen falling grows grew grown growing
    expands expanded expand drops dropped dropping climbs climbed shrinks shrank declines declined increased decreased
    jumps jumped surges surged slides slid slips slipped tumbles tumbled contracts contracted expects expected"""
)
_PAYS = word_set(
    """spent spend spends spending paid pay pays paying earned earns earning received receives receiving donated
    donates donating owes owed owing raised raises raising won lost losing borrowed gave gives giving contributed
    contributes invested invests investing sold bought buys buying has have had having got gets offered offers
    pledged pledges allocated made makes making cost costs forfeit forfeits committed pocketed saved reported posted
    got fetched charges charged"""
)
#: What may stand between a possessor and such a verb and still be the possessor's: "Venn's campaign raised".
_ARMS = word_set(
    """campaign company foundation plan plans administration government team office firm proposal proposals policy
    policies budget party group business businesses estate agency ministry movement coalition bid programme program"""
)
_COPULAS = [[word] for word in ("is", "are", "was", "were", "became", "becomes", "remains", "with")]
_BESIDE = word_set("at with on to ( ) : , took takes")
#: Words a clause may open with before its verb.
_OPENERS = word_set("and but then also who which that to he she it they")
_FEW = word_set("the these those both other our your")
_CONTESTS = word_set(
    """beats beat beating leads led leading lead trails trailed trailing trail defeated defeats defeating tops topped
    edges edged over against ahead behind ousted beaten to"""
)
#: Verbs of coming somewhere in a vote or race, and what is counted there.
_PLACED = word_set(
    """lead leads led leading finish finishes finished came comes stood stands top tops topped trail trails trailed
    ended ends placed advanced advances re-elected reelected elected retained retains survived qualified beat beats
    defeated"""
)
#: What a chamber has, and words for one.
_SEATS = word_set("seat seats vote votes")
_CHAMBERS = word_set("assembly parliament chamber legislature senate house council congress bundestag diet duma board")
_TALLIES = word_set("votes points seats goals medals wins runs ballots")
_LINKS = word_set("of in for from by to at among within")


def holders(document: Document, names: Sequence[Name], quantities: Sequence[Quantity]) -> list[str | None]:
    """The holder of each quantity, an entity or None."""
    around = _Around(document, names)
    return [around.holder(quantity) for quantity in quantities]


class _Around:
    """An article's names, to be looked up by where they stand."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.names = names
        self.firsts = [name.first for name in names]
        #: For each noun, where a name stands beside it and which ("the Drell mission").
        self.standins: dict[str, tuple[list[int], list[str]]] = {}
        for name in names:
            if name.kind == "person":
                continue
            after = document.tokens[name.last : name.last + 1]
            for noun in (after[0].low if after else "", document.tokens[name.last - 1].low):
                if noun in _STANDINS:
                    where, who = self.standins.setdefault(noun, ([], []))
                    where.append(name.last)
                    who.append(name.entity)

    def between(self, low: int, high: int) -> list[Name]:
        """The names wholly between two tokens."""
        here = self.names[bisect_left(self.firsts, low) : bisect_left(self.firsts, high)]
        return [name for name in here if name.last <= high]

    def named_at(self, token: int) -> str | None:
        """The entity whose name begins at a token."""
        at = bisect_left(self.firsts, token)
        return self.names[at].entity if at < len(self.names) and self.firsts[at] == token else None

    def stood_for(self, token: int) -> str | None:
        """The entity last named beside the noun that stands at a token."""
        where, who = self.standins.get(self.document.tokens[token].low, ([], []))
        at = bisect_left(where, token)
        return who[at - 1] if at else None

    def holder(self, quantity: Quantity) -> str | None:
        """Whose a quantity is."""
        document = self.document
        sentence = document.sentences[document.sentence_at(quantity.outer)]
        first, last = document.at(quantity.outer), document.at(quantity.end)
        low, high = max(sentence.first, first - _REACH), min(sentence.last, last + _REACH)
        if quantity.age:
            return self._aged(low, first, last, high)
        inside = self._inside(first, last) or self._chamber(quantity, last, sentence.last)
        if inside is not None:
            return inside
        if quantity.unit is not None and is_money(quantity.unit):
            return self._payer(low, first)
        rival = self._rival(quantity, low, first, last)
        if rival is not None:
            return rival
        opening = _clause_start(document, low, first)
        behind = self._behind(quantity, last, _clause_end(document, last, high))
        owned = self._owner(self.between(opening, first), first) or self._placed(quantity, opening, first)
        if behind is not None and (owned is None or behind[1]):
            return behind[0]
        if owned is not None:
            return owned
        if quantity.unit is None and quantity.number <= 10 and document.tokens[max(0, first - 1)].low in _FEW:
            # "The two men": a phrase that means people named before.
            return None
        return self._across_clauses(self.between(low, opening), opening, first)

    def _inside(self, first: int, last: int) -> str | None:
        """A name in the quantity's own phrase: "29 Drell agents", "half of Venn's recommendations"."""
        named = [name for name in self.between(first, last) if name.kind != "place"]
        return named[-1].entity if named else None

    def _chamber(self, quantity: Quantity, last: int, end: int) -> str | None:
        """Whose seats or votes they are: "the 120-seat assembly", "61 votes in the 120-seat assembly"."""
        if (quantity.noun or "").lower() not in _SEATS:
            return None
        tokens = self.document.tokens
        at = last
        if "-" not in self.document.text[quantity.start : quantity.end]:
            if at >= end or tokens[at].low not in ("in", "of"):
                return None
            at += 1
            while at < end and _passes(tokens[at].low):
                at += 1
        named = self.named_at(at)
        if named is not None:
            return named
        return tokens[at].low if at < end and tokens[at].low in _CHAMBERS else None

    def _rival(self, quantity: Quantity, low: int, first: int, last: int) -> str | None:
        """Whose share it is where two stand side by side: "Venn leads Lastra 46 percent to 42 percent"."""
        if quantity.unit != "percent" and quantity.unit != "score":
            return None
        tokens = self.document.tokens
        before = self.between(low, first)
        if len(before) < 2 or first - before[-1].last > 5:
            return None
        one, two = before[-2], before[-1]
        joint = [token.low for token in tokens[one.last : two.first]]
        if not 1 <= len(joint) <= 4 or not any(word in _CONTESTS for word in joint):
            return None
        second = tokens[first - 1].low == "to" and tokens[first - 2].low in ("percent", "%", "cent")
        leads = tokens[last].low in ("to", "-", "–") if last < len(tokens) else False
        return two.entity if second else one.entity if leads or quantity.unit == "score" else None

    def _across_clauses(self, wider: Sequence[Name], opening: int, first: int) -> str | None:
        """Whose it is where the clause names nobody: "Drell, which has 600", "Venn came, winning 40 seats"."""
        tokens = self.document.tokens
        if not wider:
            return None
        if tokens[opening].low == "where":
            return self._spoken_of(wider)
        words = [token.low for token in tokens[opening:first]]
        while words and words[0] in _OPENERS:
            relative = words.pop(0) in ("who", "which", "that")
            if relative:
                return wider[-1].entity if any(word in _HAS for word in words[:4]) else None
        if words[:1] in (["with"], ["including"]):
            return wider[-1].entity
        if not words or words[0] in _BESIDE:
            return wider[-1].entity if wider[-1].last >= opening - 1 and tokens[opening - 1].low in (",", ":") else None
        if any(word in _HAS for word in words[:2]):
            return self._subject(wider)
        return None

    def _subject(self, wider: Sequence[Name]) -> str | None:
        """The first name of the sentence that is not what a preposition leads and does not speak."""
        tokens = self.document.tokens
        for name in wider:
            before = tokens[name.first - 1].low if name.first else ""
            after = tokens[name.last].low if name.last < len(tokens) else ""
            if before not in ("in", "at", "of", "for", "by", "to", "from", "near", "under", "against") and not (
                after == "'s" or is_cue(after)
            ):
                return name.entity
        return None

    def _aged(self, low: int, first: int, last: int, high: int) -> str | None:
        """Whose age it is: "Ana Costa, 47," and "the 47-year-old Costa"."""
        before = [name for name in self.between(low, first) if name.kind == "person"]
        after = [name for name in self.between(last, high) if name.kind == "person"]
        if before and first - before[-1].last <= 2:
            return before[-1].entity
        return after[0].entity if after and after[0].first - last <= 2 else None

    def _payer(self, low: int, first: int) -> str | None:
        """Who pays, gets or has money: the name before such a verb, where the verb stands near the sum."""
        tokens = self.document.tokens
        before = self.between(max(low, first - 4), first)
        if before and tokens[before[-1].last].low == "'s":
            between = [token.low for token in tokens[before[-1].last : first]]
            if not any(word in _PAYS for word in between):
                return before[-1].entity
        for index in range(first - 1, max(low, first - 7) - 1, -1):
            if tokens[index].low in _PAYS:
                before = self.between(low, index)
                if not before:
                    return None
                name = before[-1]
                following = [token.low for token in tokens[name.last : index]]
                if following[:1] == ["'s"]:
                    return name.entity if any(word in _ARMS for word in following) and len(following) <= 4 else None
                return name.entity if len(following) <= 3 and not (following and is_cue(following[0])) else None
        return None

    def _links(self, quantity: Quantity) -> tuple[str, ...]:
        """What leads a holder behind: a rise "from the bank's estimate" is not the bank's."""
        shares = quantity.unit in ("percent", "percentage points", "basis points")
        return ("of", "in", "for") if shares else ("of", "in", "from", "for")

    def _behind(self, quantity: Quantity, first: int, last: int) -> tuple[str, bool] | None:
        """A holder behind the quantity, "in Drell" or "part of the mission"; True where it leaves no doubt."""
        tokens = self.document.tokens
        for index in range(first, min(last, first + 12)):
            low = tokens[index].low
            if low in ("part", "members", "member") and index + 2 < last and tokens[index + 1].low == "of":
                rest = index + 2 + (tokens[index + 2].low in ("the", "this"))
                entity = self.named_at(rest) or (self.stood_for(rest) if rest < last else None)
                if entity:
                    return entity, True
            if low in _LINKS and index + 1 < last:
                rest = index + 1
                while rest < last and tokens[rest].low in ("the", "this", "that", "its"):
                    rest += 1
                entity = self.stood_for(rest) if index + 1 < rest < last else None
                if entity:
                    return entity, False
                named = self.named_at(rest)
                if named and low in self._links(quantity) and index - first <= 3:
                    part = any(tokens[other].low == "part" for other in range(index, min(last, index + 8)))
                    if not part:
                        return named, low == "of"
        return None

    def _owner(self, before: Sequence[Name], first: int) -> str | None:
        """The name that has it, of those before it in the clause: its possessor, the subject of a verb of having."""
        for name in reversed(before):
            following = [token.low for token in self.document.tokens[name.last : first]]
            if following and is_cue(following[0]):
                # "Costa said 300 people": whoever says it does not have it.
                return None
            if following[:1] == ["'s"]:
                has = len(following) <= 5 or any(word in _HAS for word in following[2:5])
            else:
                has = any(word in _HAS for word in following[:5]) or (
                    following[:1] in _COPULAS and "one" not in following[:3]
                )
                has = has or (len(following) <= 2 and all(word in _BESIDE for word in following))
            if has:
                return name.entity
        return None

    def _placed(self, quantity: Quantity, opening: int, first: int) -> str | None:
        """Who came where in a vote or a race: "Venn led the run-off on Sunday with 52.4 percent"."""
        tokens = self.document.tokens
        counts = quantity.unit in ("percent", "score") or (quantity.noun or "").lower() in _TALLIES
        if not counts or tokens[first - 1].low != "with":
            return None
        for name in self.between(opening, first):
            after = [token.low for token in tokens[name.last : name.last + 2]]
            if any(word in _PLACED for word in after):
                return name.entity
        return None

    def _spoken_of(self, wider: Sequence[Name]) -> str:
        """In "the Drell mission in Vorn, where" the mission is spoken of, not Vorn."""
        name = wider[-1]
        preposition = self.document.tokens[name.first - 1].low if name.first else ""
        if preposition in ("in", "at", "near") and len(wider) > 1 and name.first - wider[-2].last <= 3:
            return wider[-2].entity
        return name.entity


def _passes(low: str) -> bool:
    """Whether a word may stand between "votes in" and the chamber: "the 120-seat assembly"."""
    return low in ("the", "a", "its", "-") or low[0].isdigit() or low in _SEATS or low.endswith("-seat")


#: How many tokens of its sentence, on either side, are searched for a holder.
_REACH = 60


def _clause_start(document: Document, low: int, at: int) -> int:
    """Back to the comma, semicolon or relative word that opens the clause."""
    index = at
    while index > low:
        token = document.tokens[index - 1]
        if token.text in ",;:—–":
            return index
        if token.low in ("where", "while", "which", "whereas"):
            return index - 1
        index -= 1
    return low


def _clause_end(document: Document, at: int, high: int) -> int:
    index = at
    while index < high and document.tokens[index].text not in ",;:.—–":
        index += 1
    return index
