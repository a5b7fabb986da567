"""Sports teams: places and unknown names that stand for a team where an article tells of a match.

"Boston" wins, loses and is beaten; the town of the same name does not. The rules hold in articles about sport alone.
"""

from __future__ import annotations

import re

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.known import given_names

_SPORT = word_set(
    """match matches season league goal goals coach championship innings cup tournament soccer football baseball cricket
    tennis rugby basketball hockey golf standings scorers touchdown touchdowns wicket wickets striker midfielder
    goalkeeper playoffs playoff halftime half-time quarterback pitcher homer inning standings semifinal semifinals
    quarter-final semi-final qualifier penalty referee defender team teams players stadium attendance fixtures"""
)
_ENOUGH_SPORT = 4
_BEATEN = word_set(
    """beat beats beating defeated defeat defeating defeats thrashed hammered edged edge crushed downed routed stunned
    trounced blanked eliminated host hosts hosted play plays played playing face faces faced met overcame outscored
    lead leads led trail trailed swept sweep upset top topped visit visits visited lifts down rout rally edges
    v vs versus over against past"""
)
_DOES = word_set(
    """beat beats won win wins lost lose loses drew draw draws led leads trailed trails scored played plays play
    defeated thrashed hammered edged crushed downed routed stunned hosted hosts host travel finished finish
    moved climbed slipped stayed remained needed clinched advanced qualified went took equalised rallied swept struck
    improved snapped edge down rout rally top v vs versus"""
)
_STAFF = word_set(
    """goalkeeper striker defender midfielder manager captain forward winger quarterback pitcher keeper skipper batsman
    bowler fans supporters guard starter reliever shortstop catcher linebacker receiver fullback centre coach player
    players side team"""
)
_AWAY = word_set("won lost drew draw lose win wins loses played play plays loss victory defeat goalless")
_OUT = word_set("c b lbw st scorers scorer bowling goals tries")
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}")


def sporting(document: Document) -> bool:
    """Whether an article tells of sport."""
    return sum(token.low in _SPORT for token in document.tokens) >= max(_ENOUGH_SPORT, len(document.tokens) // 80)


def is_team(document: Document, first: int, last: int) -> bool:
    """Whether tokens ``first:last`` of an article about sport stand where a team does. Countries stay countries."""
    tokens = document.tokens
    whole = " ".join(token.low for token in tokens[first:last])
    if load().lands.get(whole) in load().countries or load().lands.get(whole) in _NATIONS:
        return False
    before = tokens[first - 1].low if first else ""
    second = tokens[first - 2].low if first > 1 else ""
    after = tokens[last].low if last < len(tokens) else ""
    if last - first > 1 and tokens[first].low in given_names():
        return False
    if before in ("a", "an", "in", "of") or _INITIAL.fullmatch(tokens[first].text) or whole.endswith("."):
        return False
    if after == "'s" and before not in ("at", "from", "to") and last + 1 < len(tokens):
        return tokens[last + 1].text[0].isupper()
    if _in_table(document, first, last):
        return True
    if before in _BEATEN and second not in ("at", "in"):
        return True
    if before == "at" and second in _AWAY:
        return True
    if before == "for" and second in ("plays", "played", "play", "playing", "scored", "signed"):
        return True
    if before == "from" and second in ("joined", "signed", "transferred", "loan"):
        return True
    if after in _DOES or after in _STAFF:
        return True
    return after == "," and last + 2 < len(tokens) and tokens[last + 1].low == "which" and tokens[last + 2].low in _DOES


_NATIONS = frozenset(["England", "Scotland", "Wales", "Northern Ireland", "Yugoslavia", "Soviet Union", "Korea"])


def _in_table(document: Document, first: int, last: int) -> bool:
    """Whether a name stands in a line of results or standings: "Vorn 2 Drell 1", "VORN 12 8 2 2", "VORN AT DRELL"."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(tokens[first].start)]
    if sentence.last - sentence.first > 24:
        return False
    line = tokens[sentence.first : sentence.last]
    small = sum(token.text[0].islower() and len(token.text) > 2 for token in line)
    begins = first == sentence.first or tokens[first - 1].text[0].isdigit() or tokens[first - 1].text in ("(", ",")
    scored = last < sentence.last and tokens[last].text.isdigit() and len(tokens[last].text) < 4
    if begins and scored:
        return small <= 1 or (last < len(tokens) - 1 and tokens[last + 1].text in ("-", "–"))
    if (
        small == 0
        and len(line) <= 8
        and "at"
        in (
            tokens[first - 1].low if first > sentence.first else "",
            tokens[last].low if last < sentence.last else "",
        )
    ):
        return all(token.text.isupper() for token in line) and (first == sentence.first or last == sentence.last)
    return False


def is_player(document: Document, first: int, last: int) -> bool:
    """Whether a name of an article about sport is a player's in a scorecard: "c Lang b Venn 12", "Lang 10-1-50-1"."""
    tokens = document.tokens
    before = tokens[first - 1].low if first else ""
    if before in _OUT and last - first < 3:
        return True
    if last < len(tokens) and tokens[last].text[0].isdigit():
        sentence = document.sentences[document.sentence_at(tokens[first].start)]
        if tokens[sentence.first].low in _OUT:
            return True
    after = [token.text for token in tokens[last : last + 6]]
    return len(after) == 6 and after[0].isdigit() and after[1] == after[3] == after[5] == "-"
