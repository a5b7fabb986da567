"""What looks like a date and is none: "May said", "USA Today", "win 4:30", "in the first half" of a match."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.facts.listed import word_set
from tuireader.text.lazy import Lazy

_MONTH_LEADS = word_set(
    """in since until till by during of from through to last next this early late mid between and
    before after for or around about its their his our 's the a an on as through than"""
)
_ALSO_WORDS = word_set("may march mar jan jun august april june")
#: Names of people and the verb "may": only a small word before them makes them months.
_SURE_LEADS = word_set(
    "in since until till by during of from through last next this early late mid between before after"
)
_NO_NUMBER = word_set("the a an and to than on")
_CLOCK_LEADS = word_set("at by until till around about from since after before between to and")
_NOON_LEADS = _CLOCK_LEADS | word_set("near past just shortly through")
_NO_WEEKDAY = word_set("Black Bloody Super Fat Giving Cyber Ruby Maundy Shrove")
_EVERY = word_set("every each per any most many")
_NAMED_AFTER = Lazy(
    r"\s(?:Times|Mirror|Telegraph|Express|Herald|Mail|Post|Night\s(?:Football|Live|Lights)|Club|Review|Independent)\b"
)
_NO_FEAST = Lazy(r"\s(?:Island|Rising|Proclamation|Carol|Seals)")
_WEEKDAY_NEXT = Lazy(r",?\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|GMT|EST|EDT)")
_NAMED_YEAR = word_set("Windows Agenda Vision Office Route Highway Room Flight Expo Boeing Formula Code Section Page")
_AMOUNT_LEADS = word_set("some nearly almost over than least roughly approximately another these those all own owns")
_AMOUNT = Lazy(r"\s(?:[a-z]+\s)?(?P<noun>[a-z]+(?<!s)s)\b")
_NO_AMOUNT = word_set(
    """was is as has his its this us plus versus does unless across gas less perhaps always towards sales earnings
    results profits figures elections games olympics championships taxes levels"""
)
_MONEY = Lazy(
    r"[$£€]|%|\b(?:percent|profit|earnings|results|net|sales|loss|revenue|pretax|income|orders|growth|economy|year"
    r"|output|exports|imports|billion)\b"
)
_REST = word_set("rest most much half part remainder all end days")
_WEEKEND_LEADS = word_set("a over on throughout during per this")


class _Seen(NamedTuple):
    """A match, its text, its sentence's start, and the words before it in that sentence."""

    match: re.Match[str]
    text: str
    start: int
    lead: list[str]

    def group(self, name: str) -> str:
        """A named part of the match, empty where it is missing."""
        return self.match.group(name) or ""

    @property
    def last(self) -> str:
        """The word before the match, bare and in lower case; "'s" of a name stands for itself."""
        if not self.lead:
            return ""
        word = self.lead[-1].lower().strip("“”\"'‘(—-")
        return "'s" if word.endswith(("'s", "’s")) else word

    @property
    def named(self) -> bool:
        """Whether a word with a capital stands right before the match."""
        return bool(self.lead) and self.lead[-1][:1].isupper() and self.lead[-1][-1:].isalpha()

    def after(self, size: int) -> str:
        """So many characters behind the match."""
        return self.text[self.match.end() : self.match.end() + size]


def plausible(name: str, match: re.Match[str], text: str, start: int) -> bool:
    """Whether a match of the form ``name`` in the sentence that begins at ``start`` is a date."""
    check = _CHECKS.get(name)
    return check is None or check(
        _Seen(match, text, start, text[max(start, match.start() - 16) : match.start()].split())
    )


def _month(seen: _Seen) -> bool:
    low, after = seen.group("month").rstrip(".").lower(), seen.after(2)
    if seen.last in ("every", "each"):
        return False
    if low not in _ALSO_WORDS:
        return True
    followed = after[:1] == " " and after[1:].isupper()
    given = low in ("april", "june", "august", "jan")
    if seen.last in _SURE_LEADS or seen.match.group().lower().startswith(("early", "late", "mid")):
        return not (followed and given and seen.last not in ("in", "since", "last"))
    if followed or not seen.lead or seen.named:
        # "June Orr", "the Long March"; at the start of a sentence "April" may be either.
        return given and not seen.lead and (after in ("'s", "’s") or (after[:1] == " " and after[1:].islower()))
    return given or seen.last in _MONTH_LEADS


def _dayword(seen: _Seen) -> bool:
    # "USA Today": a name, unless it begins the sentence.
    if not seen.group("dayword")[0].isupper() or seen.match.start("dayword") > seen.match.start():
        return True
    before = seen.text[max(0, seen.match.start() - 2) : seen.match.start()].rstrip()
    return not before[-1:].isalpha() and not re.match(r"\s[Ss]how\b|['’]s\s[A-Z]", seen.after(8))


def _capital(seen: _Seen) -> bool:
    """Whether a small word has no capital, or one because it begins its sentence: "Larry Orr Now" is a name.

    "Now, about that" only goes on talking.
    """
    word = seen.match.group()
    return not word[0].isupper() or (not seen.named and not (word == "Now" and seen.after(1) == ","))


def _clock(seen: _Seen) -> bool:
    return int(seen.group("hour")) <= 12 or bool(seen.group("minute"))


def _clock24(seen: _Seen) -> bool:
    if seen.group("hour2"):
        return True
    tail = seen.text[seen.match.end() - 5 : seen.match.end() + 12]
    return seen.last in _CLOCK_LEADS or "GMT" in tail or "UTC" in tail or "local" in tail


def _noon(seen: _Seen) -> bool:
    return seen.last in _NOON_LEADS or bool(_WEEKDAY_NEXT.match(seen.after(12)))


def _weekday(seen: _Seen) -> bool:
    if seen.group("weekday").endswith("s") or seen.last in _EVERY:
        # What comes again and again is no date.
        return False
    if seen.lead and seen.lead[-1] in _NO_WEEKDAY and seen.match.start("weekday") == seen.match.start():
        return False
    return not _NAMED_AFTER.match(seen.text, seen.match.end("weekday"))


def _feast(seen: _Seen) -> bool:
    if seen.last in _EVERY or _NO_FEAST.match(seen.after(14)):
        return False
    return not (seen.named and len(seen.lead) > 1 and seen.lead[-1] != "Before")


def _year(seen: _Seen) -> bool:
    if int(seen.group("year")) < 1800 and seen.last not in _MONTH_LEADS - _NO_NUMBER:
        return False
    before, after = seen.text[max(0, seen.match.start() - 2) : seen.match.start()], seen.after(4)
    if before.endswith(("-", "/", "#", "+")) or after.startswith(("-p", "/", "-m", "-f", "-s")) or after[:2] == ":0":
        return False
    if not seen.match.group()[0].isdigit() or not seen.lead:
        return True
    counted = _AMOUNT.match(seen.text, seen.match.end())
    amount = counted is not None and counted["noun"] not in _NO_AMOUNT and seen.last in _AMOUNT_LEADS
    return seen.lead[-1] not in _NAMED_YEAR and not amount and seen.last not in ("own", "owns")


def _quarter(seen: _Seen) -> bool:
    if seen.group("half"):
        # Halves are played, too.
        told = any(seen.group(name) for name in ("year", "of", "before", "of2"))
        return bool(
            told or _MONEY.pattern.search(seen.text, max(seen.start, seen.match.start() - 200), seen.match.end() + 60)
        )
    return seen.last != "a" or seen.group("which").lower() != "final"


def _numeric(seen: _Seen) -> bool:
    one, two, mark = seen.group("one"), seen.group("two"), seen.group("mark")
    if not (1 <= min(int(one), int(two)) <= 12 and max(int(one), int(two)) <= 31):
        return False
    # A version, a score of three sets or a phone number is no date: points and dashes need more digits.
    return mark == "/" or len(seen.group("year")) == 4 or (mark == "-" and len(one) == len(two) == 2)


def _monthday(seen: _Seen) -> bool:
    return not seen.group("and") or seen.last in ("between", "on", "both")


def _span(seen: _Seen) -> bool:
    if seen.after(11) == " and a half":
        return False
    # "Over the past decade" is a length of time.
    unit, past = seen.group("unit").lower(), seen.group("which").lower() == "past"
    if past and unit in ("decade", "century", "centurie"):
        return seen.last not in ("over", "for", "throughout", "within", "in", "during")
    return not (past and unit == "year" and seen.last in ("over", "for", "throughout", "within"))


def _neighbour(seen: _Seen) -> bool:
    return seen.after(11) != " and a half"


def _the_unit(seen: _Seen) -> bool:
    lead, unit = seen.group("lead").lower(), seen.group("unit")
    if unit[0].isupper() or lead in ("by", "over", "within") or (lead == "of" and unit == "day"):
        return False
    # "Man of the year" is an honour; "the rest of the year" a time.
    return lead != "of" or seen.last in _REST


def _the_weekend(seen: _Seen) -> bool:
    return seen.match.group().lower().startswith("the") or seen.last in _WEEKEND_LEADS


def _the_season(seen: _Seen) -> bool:
    season, lead = seen.group("season"), seen.group("lead").lower()
    if seen.group("what") == season:
        # "In spring", "by summer"; "of fall" and "for spring" want the article. "In fall" may be a drop.
        return season != "fall" and lead in ("in", "by", "since", "until", "late", "early", "mid", "during", "before")
    return season != "fall" or lead in ("in", "during", "by", "since", "until", "through")


_CHECKS = {
    "month": _month, "dayword": _dayword, "clock": _clock, "clock24": _clock24, "noon": _noon, "weekday": _weekday,
    "feast": _feast, "year": _year, "quarter": _quarter, "numeric": _numeric, "monthday": _monthday,
    "theunit": _the_unit, "theweekend": _the_weekend, "theseason": _the_season, "span": _span, "neighbour": _neighbour,
    "now": _capital, "past": _capital,
}  # fmt: skip
