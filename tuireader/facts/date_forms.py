"""The forms dates take in English news, as patterns, and what looks like them and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tuireader.facts.listed import word_set

# Alone a month is written in full or with a point; beside a day or year the bare short form will do.
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_NEAR_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = (
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d%]|[.,:/]\d|-\d{3}|\s?(?:percent|per\s?cent|million|billion)\b)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d|-\d(?!\d?(?!\d)))"
_WEEKDAY = r"(?P<weekday>Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
_LONG_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.),?\s(?:the\s)?"
)
_COUNT = (
    r"(?P<count>\d{1,3}|an?(?:\s+(?:few|couple(?:\s+of)?))?|the|few|several|some|half\s+an?|"
    r"(?:twenty|thirty|forty|fifty|sixty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|many)"
)
_UNIT = r"(?P<unit>day|week|month|year|decade|century|centurie|hour|minute|quarter|weekend)"
_DAYTIME = r"(?:\s+(?P<daytime>morning|afternoon|evening|night))?"
_ROUGH = r"(?:early\s|late\s|mid-)?"
_ZONE = r"(?:\s(?:[ECMP]?[SD]?T|GMT|UTC)\b)?"
_NOT_COUNTED = (
    r"(?!\s(?:people|men|women|votes|seats|miles|km|dollars|euros|troops|soldiers|members|jobs|employees|workers|points"
    r"|percent|students|children|homes|shares|pounds|tons|feet|meters|metres|acres)\b)"
)

_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"),
    ("numeric", r"(?<![\d/.,])(?P<one>[0-3]?\d)[/.](?P<two>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"),
    ("monthday", rf"\b(?:{_LONG_WEEKDAY})?{_NEAR_MONTH}\s{{1,2}}{_DAY}(?:(?:,\s?|\s){_YEAR})?"),
    (
        "daymonth",
        rf"(?<![\d.,$€£])\b(?:{_LONG_WEEKDAY})?(?:the\s)?{_DAY}(?:\sof)?\s{{1,2}}{_NEAR_MONTH}\b(?:,?\s{_YEAR})?",
    ),
    ("monthyear", rf"\b{_ROUGH}{_NEAR_MONTH}(?:\sof)?,?\s{{1,2}}{_YEAR}"),
    ("clock", rf"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?){_ZONE}"),
    ("clock24", r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?:\s?(?:GMT|UTC|local\stime)\b)?"),
    ("noon", r"(?<=\b(?:at|by)\s)(?P<noon>noon|midnight)\b"),
    ("weekday", rf"\b(?:(?P<which>last|next|this|past)\s+)?{_WEEKDAY}\b{_DAYTIME}"),
    ("dayword", rf"\b(?P<dayword>today|tonight|tomorrow|yesterday)(?:['’]s)?\b{_DAYTIME}"),
    ("lastnight", r"\b(?P<which>last\s)(?P<daytime>night)\b|\bthis\s(?P<daytime2>morning|afternoon|evening)\b"),
    (
        "ago",
        rf"\b(?:about\s|nearly\s|almost\s|some\s|more\sthan\s|over\s|just\sover\s|roughly\s)?{_COUNT}[\s-]{_UNIT}s?\s"
        r"(?P<side>ago|earlier|later|before|afterwards?|after|previously)\b",
    ),
    ("yearago", r"\b(?:the\s)?(?P<unit>year|quarter|month)-(?:ago|earlier)\b(?:\s(?:quarter|period|month|half)\b)?"),
    (
        "neighbour",
        rf"\b(?:the\s)?(?P<side>following|next|same|previous|preceding)\s{_UNIT}\b(?!s)"
        r"|\bthe\s(?P<unit2>day|week|month|year)\s(?P<side2>before|after)\b",
    ),
    (
        "span",
        rf"\b(?:earlier\s|later\s|late\s|early\s|mid-)?(?P<which>this|last|next|past|current|coming|previous)\s{_UNIT}\b(?!s)",
    ),
    (
        "endof",
        r"\b(?:the\s)?(?:end|beginning|start|middle)\sof\s(?P<which>the|this|last|next)\s(?P<unit>year|month|week|decade)\b(?!\s(?:of|before|in))",
    ),
    ("theweekend", r"\b(?:over|during|at|for)\s(?P<weekend>the\sweekend)\b"),
    (
        "season",
        r"\b(?P<which>last|next|this|past)\s(?P<season>spring|summer|autumn|fall|winter)\b"
        r"|\b(?:the\s)?(?P<season2>spring|summer|autumn|fall|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b",
    ),
    ("whichmonth", rf"\b(?P<which>last|next|this|past)\s{_MONTH}(?!\w)"),
    (
        "quarter",
        r"\b(?:(?P<which>first|second|third|fourth)[\s-]quarter|(?P<half>first|second)\shalf)\b"
        r"(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b|\sof\s(?P<of>this|last|next|the)\syear\b)?",
    ),
    ("decade", rf"\b(?:the\s)?{_ROUGH}(?P<decade>(?:1[5-9]|20)\d0)s\b|(?<!\w)['’](?P<short>[1-9]0)s\b"),
    ("century", r"\b(?:the\s)?(?P<century>\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[\s-]century\b"),
    (
        "feast",
        r"\b(?P<feast>Christmas Eve|Christmas Day|Christmas|New Year['’]s Eve|New Year['’]s Day|Bastille Day"
        r"|Valentine['’]s Day)\b",
    ),
    ("year", rf"\b{_ROUGH}(?<![$€£#\d.,/]){_YEAR}\b{_NOT_COUNTED}"),
    ("month", rf"\b{_ROUGH}{_MONTH}(?!\w)"),
)
_INSENSITIVE = word_set(
    "dayword lastnight ago yearago neighbour span endof theweekend season quarter century clock noon decade"
)
#: A sentence without any of this has no date.
HINT = re.compile(
    r"\d|[a-z]day|\b(?:tonight|tomorrow|ago|earlier|later|before|after|previously|week|month|year|night|morning|noon"
    r"|afternoon|evening|midnight|spring|summer|autumn|fall|winter|quarter|half|century|decade)"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Christmas|New Year"
)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rule, re.IGNORECASE if name in _INSENSITIVE else 0)) for name, rule in _RULES)


def matches(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The dates of a sentence with the name of their form, in order, never overlapping; earlier forms come first."""
    taken: list[tuple[int, int]] = []
    chosen: list[tuple[int, str, re.Match[str]]] = []
    for name, rule in _compiled():
        for match in rule.finditer(text, start, end):
            low, high = match.span()
            if any(low < other_high and other_low < high for other_low, other_high in taken):
                continue
            if _plausible(name, match, text):
                taken.append((low, high))
                chosen.append((low, name, match))
    chosen.sort(key=lambda item: item[0])
    return ((name, match) for _, name, match in chosen)


_MONTH_LEADS = word_set(
    """in since until till by during of from through to last next this early late mid every each between and
    before after for"""
)
_ALSO_WORDS = word_set("may march mar jan jun august april june")
_CLOCK_LEADS = word_set("at by until till around about from since after before between to and")


def _plausible(name: str, match: re.Match[str], text: str) -> bool:
    """Whether the match is a date and no name or other word: "May said", "Russia Today", "win 4:30"."""
    lead = text[max(0, match.start() - 14) : match.start()].split()
    last = lead[-1].lower().strip('“"(') if lead else ""
    if name == "month" and match.group("month").rstrip(".").lower() in _ALSO_WORDS:
        if last not in _MONTH_LEADS and not match.group().lower().startswith(("early", "late", "mid")):
            return False
        after = text[match.end() : match.end() + 2]
        return not (after[:1] == " " and after[1:].isupper() and match.group("month") != "May")
    if name == "dayword":
        # "USA Today": a name, unless it begins the sentence.
        before = text[max(0, match.start() - 2) : match.start()].rstrip()
        return not (match.group()[0].isupper() and before[-1:].isalpha())
    if name == "clock24":
        after = text[match.end() - 5 : match.end() + 12]
        return last in _CLOCK_LEADS or "GMT" in after or "UTC" in after or "local" in after
    if name == "feast":
        return not (lead and lead[-1][:1].isupper() and lead[-1].isalpha())
    if name == "year":
        if int(match.group("year")) < 1800 and last not in _MONTH_LEADS:
            return False
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 4]
        return not (before.endswith(("-", "/")) or after.startswith(("-p", "/")) or after[:2] == ":0")
    if name == "quarter" and match.group("half"):
        return bool(match.group("year") or match.group("of"))
    if name == "numeric":
        one, two = int(match.group("one")), int(match.group("two"))
        return (
            1 <= min(one, two) <= 12
            and max(one, two) <= 31
            and (len(match.group("year")) == 4 or "." not in match.group())
        )
    return True
