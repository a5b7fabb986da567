"""Dates in lines that are nothing but a date, as ISO 8601, with the time and zone that stand beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.text.lazy import Lazy

# The months in the languages of newsrooms, January first. A word of two languages means one month in both: "listopada",
# October in Zagreb and November in Warsaw, is left out.
_MONTHS = (
    "jan january januar jänner janvier enero gennaio janeiro januari siječnja siječanj januara janar stycznia styczeń",
    "feb february februar février fevrier febrero febbraio fevereiro februari veljače veljača februara shkurt lutego"
    " luty",
    "mar mars march märz maerz mars marzo março marco maart ožujka ožujak marta mart marca marzec",
    "apr april avril abril aprile travnja travanj aprila prill kwietnia kwiecień",
    "may mai mayo maggio maio mei svibnja svibanj maja maj",
    "jun june juni juin junio giugno junho lipnja lipanj juna qershor czerwca czerwiec",
    "jul july juli juillet julio luglio julho srpnja srpanj jula korrik lipca lipiec",
    "aug august août aout agosto augustus kolovoza kolovoz avgusta avgust gusht sierpnia sierpień",
    "sep sept september septembre septiembre settembre setembro rujna rujan septembra septembar shtator"
    " września wrzesień",
    "oct october oktober octobre octubre ottobre outubro oktobra oktobar tetor października październik",
    "nov november novembre noviembre novembro studenoga studenog studeni novembra novembar nëntor",
    "dec december dezember décembre decembre diciembre dicembre dezembro prosinca prosinac decembra decembar dhjetor"
    " grudnia grudzień",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d)"
_DATES = (
    Lazy(rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    Lazy(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}\b", re.I),
    Lazy(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?: de)? {_MONTH}(?: de)?,? {_YEAR}\b", re.I),
    Lazy(rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
)
_UPDATED = (
    "updated|modified|aktualisiert(?: am)?|mis à jour(?: le)?|actualizado(?: el)?|aggiornato(?: il)?|atualizado(?: em)?"
    "|ažurirano|përditësuar(?: më)?|aktualizacja|zaktualizowano|bijgewerkt(?: op)?"
)
_LABEL = Lazy(
    r"(?:(?:first|last|originally|zuletzt) )?(?P<label>"
    rf"(?P<update>{_UPDATED})|published|posted|created|date|publication date|dateline|on"
    r"|veröffentlicht(?: am)?|erstellt(?: am)?|stand|datum|publié(?: le)?|publicado(?: el| em)?|fecha|data"
    r"|pubblicato(?: il)?|objavljeno|publikuar(?: më)?|opublikowano|gepubliceerd(?: op)?)"
    r"(?: (?:on|at))?\s?[:\-–—|]?\s+",
    re.I,
)
_WEEKDAYS = (
    "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun",
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    "|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato"
    "|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|ponedjeljak|ponedeljak|utorak|srijeda"
    "|sreda|četvrtak|petak|subota|nedjelja|nedelja|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    "|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|e hënë|e martë|e mërkurë|e enjte|e premte",
)
# What may stand beside a date: weekday, time, zone, marks, the words of a label.
_BESIDE = Lazy(
    rf"[\s,|·•@/()–—:;-]+|\b(?:{_WEEKDAYS[0]})(?:day)?\b\.?|\b(?:{_WEEKDAYS[1]})\b"
    r"|(?<![a-z])t?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?(?:z|\s?[+-]\d\d:?\d\d)?|\b\d{1,2}(?=\s?[ap]\.?m)"
    rf"|\b[ap]\.?m\b\.?|\b(?:{_UPDATED})\b"
    r"|\b(?:at|on|gmt|utc|ce?st|cet|msk|e[ds]?t|bst|p[ds]?t|[cm][ds]t|ist|eest|eet|local time|published|posted|last"
    r"|uhr|um|alle|ore|ora|às|las|godz|o|u|om|uur|à|h)\b",
    re.I,
)
_TIME = Lazy(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d{1,6})?)?)?(?![\d])"
    r"\s?(?P<half>[ap])?(?(half)\.?m\b\.?)\s?\(?(?P<zone>z\b|[+-]\d\d:?\d\d\b|[a-z]{3,4}\b)?",
    re.I,
)
# Zones that mean one offset only; IST and CST mean several, and say nothing.
_ZONES = {
    "z": "+00:00",
    **dict.fromkeys(("gmt", "utc", "wet"), "+00:00"),
    **dict.fromkeys(("cet", "bst", "west"), "+01:00"),
    **dict.fromkeys(("cest", "eet"), "+02:00"),
    **dict.fromkeys(("eest", "msk"), "+03:00"),
    "edt": "-04:00",
    **dict.fromkeys(("est", "cdt"), "-05:00"),
    "mdt": "-06:00",
    **dict.fromkeys(("mst", "pdt"), "-07:00"),
    "pst": "-08:00",
}
#: A longer line is prose.
CAP = 100
#: A year and a day have so many digits at least.
_DIGITS = 5


class Dated(NamedTuple):
    """An ISO 8601 date, and the same with the time beside it, and its zone where one is told that means one offset."""

    date: str
    moment: str | None


def dated(line: str, *, inside: bool = False) -> Dated | None:
    """The date of a line that is a date, with a weekday, time or label at most; None for any other line.

    ``inside`` takes the date out of whatever stands around it.
    """
    if len(line) > CAP or sum(char.isdigit() for char in line) < _DIGITS:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    for pattern in _DATES:
        if match := next((each for each in pattern.finditer(rest) if _iso(each)), None):
            # A second date ("Updated …") may stand behind the first.
            beside = pattern.pattern.sub(lambda each: " " if _iso(each) else each[0], rest)
            if not inside and _BESIDE.sub("", beside).strip(" ."):
                return None
            date = _iso(match) or ""
            second = pattern.search(rest, match.end())
            own = rest[match.end() : second.start() if second else None]
            time = _time(own) or _time(rest[: match.start()])
            return Dated(date, f"{date}T{time}" if time else None)
    return None


def is_update(line: str) -> bool:
    """Whether the date of this line is the one of a change: ``Updated March 10, 2025``."""
    label = _LABEL.match(line)
    return label is not None and label["update"] is not None


def _time(text: str) -> str | None:
    """Time and zone in what stands beside a date: ``09:15:00+01:00``. A number alone is no time."""
    for match in _TIME.finditer(text.lstrip("Tt")):
        hour, half = int(match["hour"]), (match["half"] or "").lower()
        if match["minute"] is None and not half:
            continue
        hour = hour % 12 + 12 * (half == "p") if half else hour
        minute, second = int(match["minute"] or 0), int(match["second"] or 0)
        if hour > 23 or minute > 59 or second > 59:
            continue
        zone = (match["zone"] or "").lower()
        offset = _ZONES.get(zone, "") if zone[:1].isalpha() else zone and f"{zone[:3]}:{zone[-2:]}"
        return f"{hour:02d}:{minute:02d}:{second:02d}{offset}"
    return None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = int(groups["number"]) if "number" in groups else _NUMBER_OF.get(groups["month"].lower(), 0)
    day, year = int(groups["day"]), int(groups["year"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
