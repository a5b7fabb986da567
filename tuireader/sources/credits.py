"""What a line says of a text's origin: author, outlet, agency, date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(slots=True)
class Credits:
    """Who told it, and when, as far as the text says."""

    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None


class SignOff(NamedTuple):
    """An agency's mark at the end of a text; ``length`` is how many characters it takes from the end."""

    agency: str | None
    source: str | None
    length: int


#: News agencies as they sign, compared without case.
AGENCIES = frozenset(
    "aa aap afp agerpres ana ani anadolu ansa ap apa apn associated_press ata belga bernama beta bns birn bta cna "
    "cp ctk čtk dpa efe fena fonet hina ians ina interfax irna itar-tass jiji kcna kuna kyodo lusa makfax mena mia "
    "mti mtva news24 ntb pa pap petra pti rel reuters rfe rfe/rl rferl rtrs sana sda seenews spa sta tanjug tass tt "
    "ukrinform unian upi uzreport vna wafa wam xinhua yonhap".split()
)

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(_MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b", re.I),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)? " + _MONTH + r",? (?P<year>\d{4})\b", re.I),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
)
_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|publication date)(?: on| at)?\s?[:\-–—]?\s+)+",
    re.I,
)
_REST = re.compile(
    r"(?:[\s,|·•@/()–—:-]+|\b(?:at|on|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:z|\+\d\d:?\d\d)?"
    r"|\b[ap]\.?m\b\.?|\b(?:t|gmt|utc|cet|cest|edt|est|et|bst|pst|pdt|ist)\b|\b(?:updated|published|posted|modified)\b)",
    re.I,
)
_BY = re.compile(
    r"(?:by|written by|story by|author:|text:) (?P<name>[A-Z][\w'’.-]{0,30}(?:(?:,| and| &)? (?:de |van |von |bin |al )?[A-Z][\w'’.-]{0,30}){1,7})"
    r"(?:\s?[|,·•/–—-].{0,60})?$",
    re.I,
)
_REPORTING = re.compile(
    r"\(?(?:(?:additional )?reporting by|editing by|writing by)\b.{3,280}$|.{3,200} contributed (?:to this (?:report|story|article)|reporting)\.?$",
    re.I,
)
_SOURCE = re.compile(r"(?:source|via|quelle|burimi|izvor)\s?[:：]\s?(?P<name>\S.{1,50})$", re.I)
_READ = re.compile(r"(?P<name>\S.{0,38}?\S)\s?[|·•–—-]?\s?\d{1,3}[ -]min(?:ute)?s?\.?[ -]read$", re.I)
_SLASH = re.compile(
    r"(?<=[.!?…\"”’\s)])\s?[/|–—]\s?(?P<agency>[^\W\d_][\w.&/-]{1,19})\s?(?:/|\((?P<source>[^()\n]{2,40})\))?\s?$"
)
_PAREN = re.compile(r"(?<=[.!?…\"”’])\s?\((?P<agency>[^\W\d_][\w./ -]{1,24})\)\.?$")
_DATELINE = re.compile(r"[^\n()]{2,60}?\((?P<agency>[^\W\d_][\w./ -]{1,24})\)\s?[-–—:]{1,2}\s")


def _agency(name: str) -> bool:
    return name.casefold().replace(" ", "_").strip(".") in AGENCIES


def published(line: str) -> str | None:
    """The ISO date of a line that is nothing but a date, or a label and a date; None for any other line."""
    if len(line) > 100:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    for pattern in _DATES:
        match = pattern.search(rest)
        if match is None:
            continue
        left = _REST.sub("", rest[: match.start()] + " " + rest[match.end() :])
        if label is None and left.strip():
            continue
        if label is not None and match.start() > 24:
            continue
        return _iso(match)
    return None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("number"):
        month = int(groups["number"])
    else:
        short = groups["month"].casefold()[:3]
        month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(short))
    day, year = int(groups["day"]), int(groups["year"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1500 <= year <= 2200):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def byline(line: str) -> str | None:
    """The author a byline names, the whole line of a reporters' credit, or None."""
    if len(line) <= 120 and (match := _BY.match(line)) and match["name"][0].isupper():
        names = [word for word in match["name"].split() if word[0].isalpha()]
        if sum(word[0].isupper() for word in names) >= 2 and not match["name"].endswith("."):
            return match["name"].rstrip(",")
    if _REPORTING.match(line):
        return line.strip("()")
    return None


def source_line(line: str) -> str | None:
    """The outlet that a line names: ``Source: X``, ``X 3 min read``; else None."""
    if len(line) > 80:
        return None
    match = _READ.match(line) or _SOURCE.match(line)
    return match["name"].strip() if match else None


def sign_off(tail: str) -> SignOff | None:
    """The agency's mark at the end of ``tail``: ``/ REL (A2 Televizion)``, ``(Reuters)``, ``/AFP``."""
    if match := _SLASH.search(tail):
        name = match["agency"]
        if _agency(name) or (match["source"] and name.isupper() and len(name) <= 8):
            return SignOff(name, match["source"], len(tail) - match.start() - _lead(match.group()))
        return None
    if (match := _PAREN.search(tail)) and _agency(match["agency"]):
        return SignOff(match["agency"], None, len(tail) - match.start() - _lead(match.group()))
    return None


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def dateline(opening: str) -> str | None:
    """The agency of a dateline at the start of a text: ``PRISTINA (Reuters) - ``."""
    match = _DATELINE.match(opening)
    return match["agency"] if match and _agency(match["agency"]) else None
