"""The forms dates take in English news, as patterns."""

from __future__ import annotations

import re

# ruff: noqa: E501
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|Jun(?:e|\.)|Jul(?:y|\.)|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:/-]\d|\s?(?:percent|per\s?cent|million|billion)\b)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d|-\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?"
_FULL_WEEKDAY = r"(?P<weekday>Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
_COUNT = (
    r"(?P<count>\d{1,3}|an?(?:\s+(?:few|couple(?:\s+of)?))?|the|few|several|some|half\s+an?|"
    r"(?:twenty|thirty|forty|fifty|sixty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|many)"
)
_UNIT = r"(?P<unit>day|week|month|year|decade|century|centurie|hour|minute|quarter|weekend)"
_PARTOFDAY = r"(?:\s+(?P<daytime>morning|afternoon|evening|night))?"
_CLOCK = r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)(?:\s(?:[ECMP]?[SD]?T|GMT|UTC)\b)?"

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"),
    ("numeric", r"(?<![\d/.,])(?P<one>[0-3]?\d)[/.](?P<two>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"),
    ("monthday", rf"\b{_MONTH}\s{{1,2}}{_DAY}(?:,?\s{{1,2}}{_YEAR})?"),
    ("daymonth", rf"(?<![\d.,$€£])\b(?:the\s)?{_DAY}(?:\sof)?\s{{1,2}}{_MONTH}\b(?:,?\s{{1,2}}{_YEAR})?"),
    ("monthyear", rf"\b(?:early\s|late\s|mid-)?{_MONTH}(?:\sof)?,?\s{{1,2}}{_YEAR}"),
    ("clock", rf"\b{_CLOCK}"),
    ("weekday", rf"\b(?P<which>last|next|this|past|on)?\s*\b{_FULL_WEEKDAY}\b{_PARTOFDAY}"),
    (
        "dayword",
        r"\b(?P<dayword>today|tonight|tomorrow|yesterday)(?:['’]s)?\b(?:\s(?P<daytime>morning|afternoon|evening|night))?",
    ),
    (
        "lastnight",
        r"\b(?P<which>last)\s(?P<daytime>night)\b|\b(?P<which2>this)\s(?P<daytime2>morning|afternoon|evening)\b",
    ),
    (
        "ago",
        rf"\b(?:about\s|nearly\s|almost\s|some\s|more\sthan\s|over\s)?{_COUNT}(?:\s|-){_UNIT}s?\s(?P<side>ago|earlier|later|before|afterwards?)\b",
    ),
    (
        "neighbour",
        rf"\b(?:the\s)?(?P<side>following|next|same|previous|preceding)\s{_UNIT}\b(?!s)|\bthe\s(?P<unit2>day|week|month|year)\s(?P<side2>before|after)\b",
    ),
    (
        "span",
        rf"\b(?:earlier\s|later\s|late\s|early\s|mid-)?(?P<which>this|last|next|past|current|coming|previous)\s{_UNIT}\b(?!s)",
    ),
    (
        "season",
        r"\b(?P<which>last|next|this|past)\s(?P<season>spring|summer|autumn|fall|winter)\b|\b(?:the\s)?(?P<season2>spring|summer|autumn|fall|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b",
    ),
    ("whichmonth", rf"\b(?P<which>last|next|this|past)\s{_MONTH}(?!\w)"),
    (
        "quarter",
        r"\b(?:(?P<which>first|second|third|fourth)[\s-]quarter|(?P<half>first|second)\s(?:half))(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d))?\b",
    ),
    ("decade", r"\b(?:the\s)?(?:early\s|late\s|mid-)?(?P<decade>(?:1[5-9]|20)\d0)s\b|(?<!\w)['’](?P<short>[1-9]0)s\b"),
    ("century", r"\b(?:the\s)?(?P<century>\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[\s-]century\b"),
    (
        "year",
        rf"\b(?:early\s|late\s|mid-)?(?<![$€£#\d.,/]){_YEAR}\b(?!\s(?:people|men|women|votes|seats|miles|km|dollars|euros|troops|soldiers|members|jobs|employees|workers|points))",
    ),
    ("month", rf"\b(?:early\s|late\s|mid-)?{_MONTH}(?!\w)"),
)
HINT = re.compile(
    r"\d|[a-z]day|\b(?:tonight|tomorrow|ago|earlier|later|before|after|week|month|year|night|morning|afternoon|evening"
    r"|spring|summer|autumn|fall|winter|quarter|half|century|decade)"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
