"""The forms dates take in English news, as patterns, each with the words one of which its sentence must hold."""

from __future__ import annotations

from tuireader.facts.listed import word_set

# Alone a month is written in full or with a point; beside a day or year the bare short form will do. Transcripts of
# broadcasts have no capitals.
_SMALL = "january|february|april|june|july|september|october|november|december"
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|Jun(?:e|\.)|Jul(?:y|\.)|Aug(?:ust|\.)"
    rf"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|{_SMALL})"
)
_NEAR_MONTH = (
    r"(?P<month>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|march|august"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|APR(?:IL)?|MAY|JUNE|JULY|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    rf"|NOV(?:EMBER)?|DEC(?:EMBER)?|{_SMALL})\.?)"
)
_DAY = (
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d%]|[.,:/]\d|-\d{3}|\s?(?:percent|per\s?cent|million|billion)\b)"
)
#: The other end of "March 3-5", "between March 3 and 5".
_TO_DAY = (
    r"(?:(?:\s?[-–]\s?|\s(?:to|through)\s|(?P<and>\sand\s))(?P<day2>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?"
    r"(?=[,.;:)]|$|\s(?:in|at|of|for|by|to|with|when|and|as|(?:19|20)\d\d)\b))?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d|-\d(?!\d?(?!\d)))"
_WEEKDAY = r"(?P<weekday>(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?))"
_LONG_WEEKDAY = (
    r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.),?\s(?:the\s)?"
)
_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen)"
)
_COUNT = (
    rf"(?P<count>\d{{1,4}}(?:\.\d|\s\d/\d|-\d/\d)?|an?(?:\s(?:few|couple(?:\sof)?|full))?|the|(?:a\s)?few|several"
    rf"|some|half\san?|{_NUMBER}|many)(?:\s(?:and\sa\shalf|more|short|long|full))?"
)
_UNIT = r"(?P<unit>day|week|month|year|decade|century|centurie|hour|minute|quarter|weekend)"
_PART = r"(?P<daytime>morning|afternoon|evening|night)"
_DAYTIME = rf"(?:[\s-]+(?:(?:early|late)\s)?{_PART})?"
_ROUGH = r"(?:(?i:early|late|mid|middle|earlier|later)[\s-])?"
_LATER = r"(?:(?i:earlier|later|late|early|mid|sometime|until|since)[\s-])?"
_ZONE = r"(?:\s(?:[ECMP]?[SD]?T|GMT|UTC|BST)\b|\slocal\stime\b|\s(?:Eastern|Central|Pacific)(?:\s[Tt]ime)?\b)?"
_NOT_COUNTED = (
    r"(?!\s(?:people|men|women|votes|seats|miles|km|dollars|euros|troops|soldiers|members|jobs|employees|workers|points"
    r"|percent|students|children|homes|shares|pounds|tons|feet|meters|metres|acres|delegates|rebels|refugees)\b)"
)
_FISCAL = r"(?:(?i:(?:the\s)?(?:fiscal|calendar|model)\s(?:year\s)?|the\syear\s))?"
_RANK = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_SEASON = r"spring|summer|autumn|fall|winter"

#: Name, trigger classes (see ``TRIGGERS``; "0" is a digit, "y" four of them, ":" a time of day), pattern. Earlier ones
#: win where two meet.
RULES: tuple[tuple[str, str, str], ...] = (
    (
        "iso",
        "y",
        r"(?<![\d-])(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
    ),
    (
        "numeric",
        "0",
        r"(?<![\d/.,$-])(?P<one>[0-3]?\d)(?P<mark>[/.-])(?P<two>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)"
        r"(?![\d/-]|\.\d)",
    ),
    ("monthday", "m", rf"\b(?:{_LONG_WEEKDAY})?{_NEAR_MONTH}\s{{1,2}}{_DAY}{_TO_DAY}(?:(?:,\s?|\s){_YEAR})?"),
    (
        "daymonth",
        "m",
        rf"(?<![\d.,$€£/-])\b(?:{_LONG_WEEKDAY})?(?:the\s)?(?:(?P<from>3[01]|[12]\d|[1-9])(?:\s?[-–]\s?|\s(?:to|and)\s))?"
        rf"{_DAY}(?:\sof)?[\s-]{{1,2}}{_NEAR_MONTH}(?![\w])(?:,?[\s-]{_YEAR})?",
    ),
    ("monthyear", "m", rf"\b{_ROUGH}{_NEAR_MONTH}(?:\sof)?,?\s{{1,2}}{_YEAR}"),
    ("ofwhich", "m", rf"\b{_ROUGH}{_MONTH}\s(?:of\s)?(?P<which>this|last|next)\syear\b"),
    (
        "feast",
        "f",
        r"\b(?:(?P<which>(?i:last|this|next))\s)?(?P<feast>Christmas Eve|Christmas Day|Christmas|New Year['’]s Eve"
        r"|New Year['’]s Day|New Year['’]s|Bastille Day|Valentine['’]s Day|Thanksgiving Day|Thanksgiving|Labor Day"
        r"|Memorial Day|Independence Day|Fourth of July|Veterans Day|Presidents['’]? Day|Columbus Day|Easter Sunday"
        r"|Easter|Good Friday|Halloween|Martin Luther King Day|May Day|Boxing Day|Election Day|Ash Wednesday"
        r"|Palm Sunday)\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
    ),
    (
        "weekday",
        "w",
        rf"\b(?:(?P<which>(?i:last|next|this|past))\s+)?(?:(?i:early|late)\s)?{_WEEKDAY}\b(?!-(?!night|morning|afternoon|evening)[a-z])"
        rf"{_DAYTIME}(?:\s(?:of\s)?(?P<week>last|this|next)\sweek\b|,?\sa\sweek\s(?P<ago>ago)\b)?",
    ),
    (
        "clock",
        "0",
        rf"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?){_ZONE}",
    ),
    (
        "clock24",
        ":y",
        r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?:\s?(?:GMT|UTC|local\stime)\b)?"
        r"|(?<![\d:.])(?P<hour2>[01]\d|2[0-3])(?P<minute2>[0-5]\d)\s(?:GMT|UTC)\b",
    ),
    ("noon", "d", rf"\b(?P<noon>noon|midnight)\b{_ZONE}"),
    (
        "ago",
        "u",
        rf"\b(?:about\s|nearly\s|almost\s|some\s|more\sthan\s|over\s|just\s(?:over\s)?|roughly\s|only\s|less\sthan\s)?"
        rf"{_COUNT}[\s-]{_UNIT}s?\s(?P<side>ago|earlier|later|before|afterwards?|after|previously|from\s(?:now|today|tomorrow)|hence)\b"
        r"(?:\s(?P<today>today|tomorrow|yesterday)\b|\s(?P<within>this\s(?:month|week))\b)?",
    ),
    ("vagueago", "u", r"\b(?:years|decades|centuries|months|weeks|days|hours|moments|minutes)\sago\b|\blong\sago\b"),
    (
        "yearago",
        "u",
        r"\b(?:(?:the|a|its|their|last)\s)?(?P<unit>year|quarter|month|week|day)-(?:ago|earlier|before)\b"
        r"(?:\s(?P<of>quarter|period|month|half|day|week|third\squarter|first\squarter|second\squarter"
        r"|fourth\squarter)\b)?",
    ),
    (
        "sameperiod",
        "u",
        r"\b(?:the\s)?(?:same|comparable|corresponding|like)\s(?:period|quarter|time|month)\s"
        r"(?:(?:of\s|in\s)?(?P<which>last|the\sprevious|the\sprior)\syear|a\syear\s(?P<side>ago|earlier|before))\b",
    ),
    (
        "quarter",
        "u",
        r"\b(?:the\s)?(?:(?:(?P<before>(?:19|20)\d\d)|(?P<of2>this|last|next|the\sprevious)\syear)(?:['’]s)?\s)?"
        rf"(?:fiscal\s)?(?:(?P<which>{_RANK}|final)[\s-](?:fiscal\s)?quarter"
        rf"|(?P<half>first|second|latter)[\s-]half)\b"
        rf"(?:\s(?:of\s|in\s)?{_FISCAL}(?P<year>(?:19|20)\d\d)\b"
        r"|\s(?:of\s)?(?P<of>this|last|next|the|the\scurrent|the\sprevious|the\sprior)\s(?:fiscal\s)?year\b)?",
    ),
    (
        "neighbour",
        "ud",
        rf"\b{_LATER}(?:the\s)?(?P<side>following|next|same|previous|preceding|prior)\s"
        rf"(?:{_UNIT}|{_PART})\b(?!s)"
        r"|\bthe\s(?P<unit2>day|week|month|year|night|morning)\s(?P<side2>before|after)\b"
        r"|\bthat\s(?:same\s|very\s)?(?:(?P<unit3>day|week|month|year|quarter|weekend|decade)"
        r"|(?P<daytime2>morning|afternoon|evening|night))\b(?!-)",
    ),
    (
        "span",
        "u",
        rf"\b{_LATER}(?:the\s)?(?P<which>this|last|next|past|current|coming|latest)\s(?:fiscal\s|calendar\s|full\s"
        rf"|school\s)?{_UNIT}\b(?!s)",
    ),
    (
        "few",
        "u",
        # "The past few days" is a length of time.
        r"\b(?:the\s)?(?P<side>recent|coming)\s(?:few\s|several\s)?(?:day|week|month|year|decade)s\b",
    ),
    (
        "endof",
        "u",
        r"\b(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|close|latter\spart|early\spart)\sof\s"
        r"(?P<which>the|this|last|next)\s(?:current\s|fiscal\s|calendar\s)?(?P<unit>year|month|week|decade|quarter"
        r"|century|weekend)\b(?!\s(?:of|before|in\s(?:19|20)))",
    ),
    ("yearend", "u", r"\b(?:(?:the|this|last|next)\s)?(?:calendar\s)?"
        r"(?:(?:year|month|quarter)-end|yearend|midyear|mid-year|year\send)\b"
        r"(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b)?"),
    (
        "theunit",
        "u",
        r"\b(?P<lead>in|for|during|throughout|of|over|through|within|since|until|by)\s(?P<what>(?:all\sof\s)?the\s"
        r"(?:rest\sof\sthe\s|full\s|entire\s|whole\s|fiscal\s)*(?P<unit>year|quarter|month|week|day|decade))\b"
        r"(?!-|\s(?:of|after|before|that|when|to|in|shift|care|(?:1[5-9]|20)\d\d)\b)",
    ),
    ("theweekend", "u", r"\b(?:the\s)?(?<!-)\b(?P<unit>weekend)\b(?!s)"),
    ("seasonyear", "s", rf"\b(?:the\s)?{_ROUGH}(?P<season>{_SEASON})"
        r"\s(?:of\s)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<of>this|last|next)\syear\b)"),
    ("season", "s", rf"\b{_LATER}(?P<which>last|next|this|past|coming)\s(?P<season>{_SEASON})\b"),
    (
        "theseason",
        "s",
        r"\b(?P<lead>(?i:in|during|by|since|until|through|late|early|mid|before|of|for))[\s-](?P<what>(?:the\s)?(?:early\s|late\s|mid-?)?"
        rf"(?P<season>{_SEASON}))\b(?!\s(?:of|and|in|from|to|short|apart|behind|through|into|victim|out|under)\b|s|-)",
    ),
    ("whichmonth", "m", rf"\b{_LATER}(?P<which>(?i:last|next|this|past))\s{_MONTH}(?!\w)"),
    ("dayword", "t", rf"\b(?:(?:late|early|later|earlier)\s)?(?P<dayword>today|tonight|tomorrow|yesterday)"
        rf"\b{_DAYTIME}"),
    (
        "lastnight",
        "d",
        r"\b(?:early\s|late\s|earlier\s|later\s)?(?:(?P<which>last)\s(?P<daytime>night|evening)"
        r"|this\s(?P<daytime2>morning|afternoon|evening))\b|\b(?P<overnight>overnight)\b",
    ),
    (
        "daytime",
        "d",
        r"\b(?P<lead>in|during|by|since|until|through)\s(?P<what>the\s(?:early\s|late\s|mid-?)?"
        r"(?P<daytime>morning|afternoon|evening))\b(?!-)|\b(?P<rough>early|late|mid)[\s-]?(?P<daytime2>morning|afternoon|evening)\b",
    ),
    ("decade", "0", rf"\b(?:the\s)?{_ROUGH}(?:to\slate\s)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"
        r"|(?<!\w)['’‘`](?P<short>[1-9]0)['’]?s\b"),
    (
        "decadeword",
        "u",
        r"\bthe\s(?:(?:early|late|mid)[\s-])?"
        r"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    ("century", "u", r"\b(?:the\s)?(?:(?:early|late|mid)[\s-])?"
        r"(?P<century>\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[\s-]century\b"),
    ("yearspan", "y", r"(?<![$€£#\d.,/-])\b(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<to>\d\d|(?:1[5-9]|20)\d\d)\b(?![\d%-])"),
    ("year", "y", rf"\b{_FISCAL}{_ROUGH}(?<![$€£#\d.,/]){_YEAR}\b{_NOT_COUNTED}"),
    ("shortyear", "0", r"(?<![\w'’])(?P<lead>(?i:in|of|since|until|by|from|to|early|late|mid|fiscal"
        r"|summer|fall|spring|season|winter))[\s-]"
        r"(?P<what>['’‘](?P<short>\d\d))\b(?!s)"),
    ("month", "m", rf"\b{_ROUGH}{_MONTH}(?!\w)"),
    ("now", "n", r"\b(?:right\s|until\s)?(?P<now>now|currently|presently|nowadays)\b(?!\sthat\b)"
        r"|\bat\s(?P<now2>present|(?:the|this)\smoment|this\s(?:time|point|stage))\b|\b(?P<now3>these\sdays)\b"),
    ("past", "n", r"\b(?:(?:more|most|until)\s)?(?P<past>recently|lately)\b"
        r"|\b(?:in|from)\s(?P<what>the\s(?:recent\s|distant\s|not-too-distant\s)?past)\b(?=[.,;:?!)]|$"
        r"|\s(?:and|or|but|has|have|had|that|the|he|she|it|they|we)\b)"),
    ("future", "n", r"\b(?:the\s)?(?:near|foreseeable|immediate|not-too-distant|distant)\sfuture\b"
        r"|\b(?:in|for|of|about)\s(?P<what>the\sfuture)\b(?!\sof\b)"),
)  # fmt: skip

#: The words that let a sentence be searched for a kind of date, by the classes of ``RULES``.
TRIGGERS: dict[str, str] = {
    word: kind
    for kind, words in {
        "m": """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
                september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.""",
        "w": """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
                saturdays sundays""",
        "u": """day days week weeks month months year years quarter quarters decade decades century centuries weekend
                hour hours minute minutes period half ago yearend midyear moments
                twenties thirties forties fifties sixties seventies eighties nineties""",
        "d": "morning afternoon evening night noon midnight overnight",
        "t": "today tonight tomorrow yesterday",
        "s": "spring summer autumn fall winter",
        "f": """christmas thanksgiving easter halloween eve new labor memorial independence veterans presidents
                columbus bastille valentine's good fourth boxing election ash palm martin valentine new-year""",
        "n": "now currently presently nowadays present moment time point stage recently lately past future",
    }.items()
    for word in sorted(word_set(words))
}
#: The class of "days" and "may" is not the only one: words of two classes.
ALSO: dict[str, str] = {"days": "n", "may": "f", "night": "u", "morning": "u"}
#: Forms in which capitals tell nothing.
ANY_CASE = word_set(
    """ago vagueago yearago sameperiod quarter neighbour span few endof yearend theunit theweekend seasonyear season
    dayword lastnight daytime century noon clock decade now past future"""
)
