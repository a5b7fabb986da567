"""What a line says of a text's origin: author, outlet, agency, date.

Every pattern is bounded and tried on short lines only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tuireader.sources.dates import Dated, dated
from tuireader.text.lazy import Lazy

#: A longer line is no credit, but for the reporters' credit at the end of agency stories.
CAP = 120
_REPORTING_CAP = 300

_AGENCIES = """
    aa aap afp agerpres ana ani anadolu ansa ap apa apn ata belga bernama beta bns birn bta cna cp ctk čtk dpa efe fena
    fonet hina ians ina interfax irna itar-tass jiji kcna kuna kyodo lusa makfax mena mia mti mtva ntb pap petra pti rel
    reuters rfe rfe/rl rferl rtrs sana sda seenews spa tanjug tass ukrinform unian upi vna wafa wam xinhua yonhap
    associated\u00a0press thomson\u00a0reuters
"""
#: News agencies as they sign, in lower case.
AGENCIES = frozenset(name.replace("\u00a0", " ") for name in _AGENCIES.split(" ") for name in name.split("\n") if name)

_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]{0,30}"
_PARTICLE = r"(?:(?:de|da|di|del|van|von|der|den|bin|al|el|la|le) ){0,2}"
# Cheap looks before a pattern is tried.
_BY_STARTS = (
    *("by", "written", "story", "report", "author", "von", "par", "por", "di", "door", "nga", "piše", "pišu", "pise"),
    *("autor", "autorka", "auteur", "shkruan", "napisao", "napisala", "scritto", "rédaction"),
)
_REPORTING_CLUES = ("reporting", "editing", "writing", "contributed")
_SOURCE_STARTS = ("source", "originally", "quelle", "fonte", "fuente", "izvor", "burimi", "źródło", "bron")

_BY = Lazy(
    rf"(?:(?i:by|written by|story by|report by|authors?|byline|von|par|por|di|door|nga|piš[eu]|pise|autor(?:ka|i)?"
    rf"|auteur|shkruan|napisa(?:o|la)|scritto da)\s?:?\s)(?P<name>{_NAME}"
    rf"(?:(?:,? and|,| &)? {_PARTICLE}{_NAME}){{1,7}})(?P<rest>\s?[|,;·•/(–—-].{{0,80}}|)$"
)
_REPORTING = (
    Lazy(r"[\s(–—-]{0,4}(?:with )?additional reporting from\b.{3,200}$", re.I),
    Lazy(r"\(?(?:additional )?(?:reporting|writing|editing) (?:and (?:writing|editing) )?by\b.{3,280}$", re.I),
    Lazy(r".{3,200} contributed (?:to this (?:report|story|article)|reporting)\b.{0,30}$", re.I),
)
_SOURCE = Lazy(
    r"(?:source|originally published (?:by|on|in)|quelle|fonte|fuente|izvor|burimi|źródło|bron)"
    r"\s?[:：]\s?(?P<name>\S.{1,50})$",
    re.I,
)
_ADDRESS = Lazy(
    r"(?:(?:url|link|source|from|permalink)\s?:\s?)?https?://(?:www\.)?(?P<name>[\w.-]{4,60})(?:[/?#:]\S{0,250})?$",
    re.I,
)
_READ = Lazy(r"(?P<name>[^\W\d].{0,38}?\S)\s?[|·•–—-]?\s?\d{1,3}[ -]min(?:ute)?s?\.?[ -]read$", re.I)
_SLASH = Lazy(
    r"(?<=[.!?…\"”’\s)])\s{0,9}[/|–—-]{1,2}\s{0,9}(?P<agency>[^\W\d_][\w.&-]{1,19}(?:/\w{1,9})?)\s{0,9}(?:/|\((?P<source>[^()\n]{2,40})\))?\s{0,9}$"
)
_PAREN = Lazy(r"(?<=[.!?…\"”’])\s{0,9}[(\[](?P<agency>[^\W\d_][\w./ -]{1,24})[)\]]\.?$")
_DATELINE = Lazy(r"(?P<place>[^\n()]{2,70}?)\((?P<agency>[^\W\d_][\w./ -]{1,24})\)\s?[-–—―:]{1,2}\s")


@dataclass(slots=True)
class Credits:
    """Who told it, and when, as far as the text says; ``told_by`` says where. What is read first holds."""

    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    moment: str | None = None
    updated: Dated | None = None
    told_by: dict[str, str] = field(default_factory=dict)

    def note(self, name: Literal["source", "agency", "byline"], said: str | None, where: str) -> None:
        """Notes what a place in the text says, unless it is known."""
        if said and getattr(self, name) is None:
            setattr(self, name, said)
            self.told_by[name] = where

    def date(self, said: Dated | None, where: str, *, update: bool = False) -> None:
        """Notes a date. That of a change holds only where no other is told."""
        if said is None:
            return
        if update:
            if self.updated is None:
                self.updated = said
                self.told_by.setdefault("updated", where)
        elif self.published is None:
            self.published, self.moment = said
            self.told_by["published"] = where

    def settle(self) -> None:
        """Takes the date of a change where the text has no other. To be called once all is noted."""
        where = self.told_by.pop("updated", "")
        self.date(self.updated, where)


class SignOff(NamedTuple):
    """An agency's mark at the end of a text; ``length`` is how many characters it takes from the end."""

    agency: str
    source: str | None
    length: int


class Byline(NamedTuple):
    """An author's name, and the date in the same line, if there is one."""

    name: str
    date: Dated | None


def is_agency(name: str) -> bool:
    """Whether a news agency signs like this."""
    return name.casefold().strip(".") in AGENCIES


def byline(line: str) -> Byline | None:
    """The author that a byline names, or None for any other line."""
    if len(line) > CAP or not line[:12].lower().startswith(_BY_STARTS) or not (match := _BY.match(line)):
        return None
    name = match["name"].strip(" ,")
    if name.endswith(".") and not re.search(r"(?: [A-Z]|Jr|Sr)\.$", name):
        return None
    return Byline(name, dated(match["rest"].lstrip(" |,;·•/(–—-")))


def reporting(line: str) -> bool:
    """Whether a line says who reported, wrote and edited: ``(Reporting by …; Editing by …)``."""
    if len(line) > _REPORTING_CAP or not any(clue in line.lower() for clue in _REPORTING_CLUES):
        return False
    return any(pattern.match(line) for pattern in _REPORTING)


def source_line(line: str) -> str | None:
    """The outlet that a line names: ``Source: X``, ``X 3 min read``, an address alone; else None."""
    low = line.lower()
    if "://" in line and len(line) <= _REPORTING_CAP and (address := _ADDRESS.match(line)):
        return address["name"]
    if len(line) > CAP or line.endswith((".", "?")):
        return None
    match = _READ.match(line) if low.endswith("read") else None
    if match is None and low.startswith(_SOURCE_STARTS):
        match = _SOURCE.match(line)
    return match["name"].strip() if match else None


def sign_off(tail: str) -> SignOff | None:
    """The agency's mark at the end of ``tail``: ``/ ABC (Outlet)``, ``(Reuters)``, ``/AFP``.

    An unknown name counts where it is written in capitals and followed by the outlet in brackets.
    """
    if tail.endswith((".", "!", "?", "…", "”", '"')) and not tail.endswith((").", "].")):
        return None
    if match := _SLASH.search(tail):
        name = match["agency"]
        known = is_agency(name) or (match["source"] is not None and name.isupper() and len(name) <= 8)
    elif match := _PAREN.search(tail):
        name = match["agency"]
        known = is_agency(name)
    else:
        return None
    length = len(match.group().lstrip())
    source = " ".join((match.groupdict().get("source") or "").split())
    return SignOff(name, source or None, length) if known else None


def dateline(opening: str) -> tuple[str, Dated | None] | None:
    """Agency and date of a dateline at the start of a text: ``PRAGUE, May 3, 2024 (Reuters) - ``."""
    match = _DATELINE.match(opening) if "(" in opening else None
    if match is None or not is_agency(match["agency"]):
        return None
    return match["agency"], dated(match["place"], inside=True) if ", " in match["place"] else None
