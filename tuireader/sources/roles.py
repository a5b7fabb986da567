"""Which lines of a plain text are told, and which are furniture.

A rule fits a whole line. A text of which more than ``shares.TOO_MUCH`` would be taken, by the rules and by what its
format says together, keeps everything: then they misunderstood it, or what they know is what it consists of.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from tuireader.article import Part, Role
from tuireader.sources.credits import Credits, byline, dateline, reporting, sign_off, source_line
from tuireader.sources.dates import dated, is_update
from tuireader.sources.furniture import Taken, furniture
from tuireader.sources.headlines import TITLE_CAP, bare, head, headings, outlet, title
from tuireader.sources.lines import Line, lines
from tuireader.sources.shares import too_much
from tuireader.text.lazy import Lazy
from tuireader.text.unbroken import unbroken
from tuireader.text.words import fold

#: So many lines at the end may hold credits.
_FOOT = 4
#: A dateline stands in one of so many paragraphs: the first may be a headline that ends with a full stop.
_LEADS = 3
_CAPTION_CAP = 60
#: Next to such a line a name is the author's.
_BESIDE_NAMES = frozenset(("date", "read time", "share", "source"))
_NAME = Lazy(r"[^\W\d_][\w'’.-]{0,30}(?: (?:(?:of|de|van|von|al|bin|the|and) )?[^\W\d_][\w'’.-]{0,30}){0,4}$")
_PARTED = Lazy(r"(?P<name>[^|•·]{4,40}?)\s+[|•·–—-]\s+(?P<date>.{6,50})$")


@dataclass(frozen=True, slots=True)
class Assigned:
    """The parts of a text in order, each that is not told with the rule that took it; its headline, and what it says of
    its origin."""

    parts: tuple[Part, ...]
    title: str | None
    credits: Credits
    kept: bool = False
    """Whether too much would have been set aside, and all was kept."""


class Known(NamedTuple):
    """What a format says of the lines of a text: each is a paragraph of its own, and these are its heads."""

    title: tuple[int, int] | None = None
    """Where the headline stands, at the beginning of the text; None where the text has none, or it is to be found."""
    headings: tuple[tuple[int, int], ...] = ()
    """Where the section heads stand; empty where they are to be found."""
    asides: tuple[tuple[int, int, str], ...] = ()
    """What the format knows to be no part of the telling, and why."""


def assign(text: str, known: Known | None = None) -> Assigned:
    """Gives every line of ``text`` its role. ``known`` is what its format says of it; None for plain text."""
    draft = _Draft(text, known)
    draft.take_lines()
    draft.find_title()
    draft.take_repeats()
    draft.take_captions()
    draft.keep_all_if_too_much()
    draft.find_headings()
    return draft.finished()


class _Draft:
    """The roles of a text's lines while they are found."""

    def __init__(self, text: str, known: Known | None) -> None:
        self.text = text
        self.known = known or Known()
        self.rows = lines(text, broken=known is None)
        self.roles: list[Role] = ["body"] * len(self.rows)
        self.why: dict[int, str] = {}
        self.credits = Credits()
        self.head = head(self.rows)
        self.title: int | None = None
        self.headline: str | None = None
        self.kept = False

    def take(self, number: int, role: Role, rule: str) -> None:
        self.roles[number] = role
        self.why[number] = rule

    def take_lines(self) -> None:
        """Lines that are furniture or credits by their own words."""
        for number, row in enumerate(self.rows):
            if self._is_title(row):
                continue
            if why := self._aside(row):
                self.take(number, "caption" if why == "caption" else "furniture", why)
                continue
            taken = self._credit(number, row.text) or furniture(row.text)
            if taken:
                self.take(number, taken.role, taken.rule)

    def _credit(self, number: int, line: str) -> Taken | None:
        at_top = number <= self.head + 1
        if not at_top and number < len(self.rows) - _FOOT:
            return None
        credits = self.credits
        if source := source_line(line):
            # A bare address at the end may lead anywhere.
            if at_top or not line.startswith("http"):
                credits.note("source", source, self._where(number, "source"))
            return Taken("furniture", "source")
        if at_top and (taken := self._dated(number, line)):
            return taken
        if not at_top and line[:1].isalpha() and (date := dated(line)):
            credits.date(date, self._where(number, "date"), update=True)
            return Taken("byline", "updated" if is_update(line) else "date")
        if reporting(line):
            return Taken("byline", "reporting")
        if (found := byline(line)) and (at_top or number >= len(self.rows) - 2):
            where = self._where(number, "byline")
            credits.note("byline", found.name, where)
            credits.date(found.date, where)
            return Taken("byline", "byline")
        return None

    def _dated(self, number: int, line: str) -> Taken | None:
        credits = self.credits
        if date := dated(line):
            update = is_update(line)
            credits.date(date, self._where(number, "date"), update=update)
            return Taken("byline", "updated" if update else "date")
        if len(line) <= 100 and (match := _PARTED.match(line)) and (date := dated(match["date"])):
            where = self._where(number, "byline")
            credits.date(date, where)
            if len(match["name"].split()) >= 2 and _NAME.match(match["name"]):
                credits.note("byline", match["name"], where)
            return Taken("byline", "date")
        return None

    def _where(self, number: int, what: str = "") -> str:
        """Where a row stands, in words: ``byline, line 3``."""
        # White space at the end of the text before it may be half a line break.
        line = len(f"{self.text[: self.rows[number].start]}.".splitlines())
        return f"{what}, line {line}" if what else f"line {line}"

    def find_title(self) -> None:
        """The headline; what stands before it in one or two words is the section it came from."""
        if self.known.title is None:
            self.title = title(self.rows, self.roles, self.head)
        else:
            self.title = next((number for number, row in enumerate(self.rows) if self._is_title(row)), None)
        if self.title is None:
            return
        self.roles[self.title] = "title"
        self.headline, name = outlet(bare(self.rows[self.title].text))
        self.credits.told_by["title"] = self._where(self.title)
        self.credits.note("source", name, self._where(self.title, "headline"))
        for number in range(self.title):
            if self.roles[number] == "body" and _capitalised(self.rows[number].text):
                self.take(number, "furniture", "section")

    def _is_title(self, row: Line) -> bool:
        """Whether the format says that this is the headline."""
        return self.known.title is not None and self.known.title[0] <= row.start < self.known.title[1]

    def _aside(self, row: Line) -> str:
        """Why the format says that this is no part of the telling; empty where it does not."""
        at = bisect_right(self.known.asides, row.start, key=lambda aside: aside[0]) - 1
        return self.known.asides[at][2] if at >= 0 and row.start < self.known.asides[at][1] else ""

    def take_repeats(self) -> None:
        """The headline once more, and the outlet's name alone."""
        names = {_key(self.credits.source): "source"} if self.credits.source else {}
        if self.title is not None:
            names[_key(bare(self.rows[self.title].text))] = "repeat"
        if self.headline is not None:
            names[_key(self.headline)] = "repeat"
        for number, row in enumerate(self.rows):
            if self.roles[number] == "body" and len(row.text) <= TITLE_CAP and (rule := names.get(_key(row.text))):
                self.take(number, "furniture", rule)

    def take_captions(self) -> None:
        """A name right after a headline or its repeat: who is in the picture, or who wrote it."""
        if self.title is None:
            return
        after = [self.title, *(number for number, rule in self.why.items() if rule == "repeat")]
        for number in map(self._next, after):
            if number >= len(self.rows) - 1 or self.roles[number] != "body":
                continue
            line = self.rows[number].text
            if len(line) > _CAPTION_CAP or not _NAME.match(line) or not _capitalised(line):
                continue
            repeated = "repeat" in (self.why.get(number - 1), self.why.get(number - 2))
            if self._told_of(number, line, sure=repeated):
                self.take(number, "caption", "caption")
            elif self.why.get(number + 1) in _BESIDE_NAMES and 2 <= len(line.split()) <= 4 and not self.credits.byline:
                self.take(number, "byline", "byline")
                self.credits.note("byline", line, self._where(number))

    def _next(self, number: int) -> int:
        """The row after one, separators passed over."""
        return next(
            (after for after in range(number + 1, len(self.rows)) if self.why.get(after) != "separator"), number + 1
        )

    def _told_of(self, number: int, name: str, *, sure: bool) -> bool:
        """Whether the text tells of ``name``; unless ``sure``, by its last word alone as well, as of a person."""
        others = [row.text for place, row in enumerate(self.rows) if place not in (number, self.title)]
        if not any(name in line and len(line) > len(name) for line in others):
            return False
        first, _, last = name.rpartition(" ")
        return sure or (bool(first) and any(last in line.replace(name, "") for line in others))

    def keep_all_if_too_much(self) -> None:
        rows = zip(self.rows, self.roles, strict=True)
        self.kept = too_much([Part(role, row.start, row.end) for row, role in rows])
        if self.kept:
            self.roles = ["title" if role == "title" else "body" for role in self.roles]
            self.why.clear()

    def find_headings(self) -> None:
        if self.known.headings:
            starts = {start for start, _ in self.known.headings}
            found = [number for number, row in enumerate(self.rows) if row.start in starts]
        else:
            found = headings(self.rows, self.roles)
        for number in found:
            if self.roles[number] == "body":
                self.roles[number] = "heading"

    def finished(self) -> Assigned:
        parts = [
            Part(role, row.start, row.end, self.why.get(number, ""))
            for number, (row, role) in enumerate(zip(self.rows, self.roles, strict=True))
        ]
        told = [number for number, part in enumerate(parts) if part.role == "body"]
        if told:
            for number in told[:_LEADS]:
                self._read_dateline(number)
            self._split_sign_off(parts, told[-1])
        self.credits.settle()
        return Assigned(tuple(parts), self.headline, self.credits, self.kept)

    def _read_dateline(self, number: int) -> None:
        row = self.rows[number]
        found = dateline(_on_one_line(self.text[row.start : min(row.end, row.start + 150)]))
        if found and self.credits.agency is None:
            agency, date = found
            self.credits.note("agency", agency, self._where(number, "dateline"))
            self.credits.date(date, self._where(number, "dateline"))

    def _split_sign_off(self, parts: list[Part], number: int) -> None:
        """The agency's mark at the end of the last told line becomes a part of its own."""
        part = parts[number]
        found = sign_off(_on_one_line(self.text[max(part.start, part.end - 80) : part.end]))
        if found is None:
            return
        where = self._where(number, "sign-off")
        self.credits.note("agency", found.agency, where)
        self.credits.note("source", found.source, where)
        middle = part.end - found.length
        stop = part.start + len(self.text[part.start : middle].rstrip())
        kept = [Part(part.role, part.start, stop)] if stop > part.start else []
        split = [*kept, Part("byline", middle, part.end, "agency")]
        # Of a text that is hardly more than the mark nothing is taken.
        if not too_much([*parts[:number], *split, *parts[number + 1 :]]):
            parts[number : number + 1] = split


def _on_one_line(text: str) -> str:
    return unbroken(text, [(0, len(text))])


def _key(line: str) -> str:
    """A line as it is compared: without case, accents, marks around it."""
    return " ".join(fold(word) for word in line.strip("“”\"'‘’#.:|-– ").split())


def _capitalised(line: str) -> bool:
    words = line.split()
    raised = sum(word[0].isupper() for word in words)
    return raised == len(words) or (raised >= 2 and all(word[0].isupper() or len(word) <= 3 for word in words))
