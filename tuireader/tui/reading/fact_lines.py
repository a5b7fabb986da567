"""A fact as the lines of a list of a given width. Text from outside is made safe here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.report.counting import count
from tuireader.report.fact_readings import Reading, in_one, in_two, plain, readings
from tuireader.report.fact_words import about, both
from tuireader.text.safe import line as safe
from tuireader.tui.reading.fact_points import Point
from tuireader.tui.reading.wrap import wrapped

#: Columns before the key (mark and spaces) and before the values under it.
LEAD, INDENT = 3, 5
#: A key and a value take at most so many lines; the article has the rest.
_MOST = 2
#: So many different values are shown.
_VALUES = 6
#: From this width on the number of articles is said in words too.
_ROOMY = 60


class FactLine(NamedTuple):
    """One line of a fact or a point. ``right`` stands at the right end: numbers of articles, or for ``note`` words."""

    item: Fact | Point
    part: Literal["key", "more", "value", "remark"]
    text: str
    right: str = ""
    note: str = ""
    full: str = ""
    """All of it, where it may have been cut to fit one line."""


class Numbers:
    """The numbers of the articles that carry something, as a column of fixed width.

    Every article has a place of its own, so that a column can be read from top to bottom; where there are too many
    articles for that, the numbers follow each other.
    """

    def __init__(self, numbers: Mapping[str, int], width: int) -> None:
        """``numbers`` are those of the story's articles by id, ``width`` the cells of a line."""
        self._numbers = dict(sorted(numbers.items(), key=lambda item: item[1]))
        digits = len(str(max(self._numbers.values(), default=1)))
        needed = len(self._numbers) * (digits + 1) - 1
        self._digits = digits if needed <= width // 3 else 0
        self.width = max(1, needed if self._digits else min(needed, width // 3))

    def of(self, articles: Sequence[str]) -> str:
        """The numbers of these articles, ``width`` cells."""
        if self._digits:
            places = (str(number) if id in articles else "" for id, number in self._numbers.items())
            return " ".join(f"{place:>{self._digits}}" for place in places)
        here = [str(number) for id, number in self._numbers.items() if id in articles]
        for kept in range(len(here), 0, -1):
            rest = f" +{len(here) - kept}" if kept < len(here) else ""
            text = " ".join(here[:kept]) + rest
            if cell_len(text) <= self.width:
                return text.rjust(self.width)
        return f"{len(here)}".rjust(self.width)


def carried(fact: Fact) -> str:
    """How many articles carry a fact in how many wordings."""
    return f"{count(len(fact.articles), 'article')}, {count(fact.wordings, 'wording')}"


def lines_of(
    fact: Fact,
    width: int,
    numbers: Numbers,
    *,
    verdict: str = "",
    written: Sequence[str] = (),
    speakers: Mapping[Span, str] | None = None,
    ellipsis: str = "…",
) -> list[FactLine]:
    """The lines of one fact, each at most ``width`` cells when drawn with ``LEAD`` or ``INDENT`` before it.

    ``verdict`` is said in words where the heading above does not say it. ``written`` are the spellings of the name,
    ``speakers`` those who say a quote's words, where they are not one.
    """
    found = [Reading(safe(reading.text), reading.spans) for reading in readings(fact, speakers)]
    subject = about(fact)
    if fact.verdict == "only":
        text = _short(fact, found, width - LEAD - numbers.width - 2, ellipsis)
        return [FactLine(fact, "key", text, numbers.of(fact.articles), full=safe(in_one(fact, found)))]
    note = _note(fact, width, verdict)
    on_key = fact.kind == "person" or plain(fact, found)
    if on_key:
        note = note if width >= _ROOMY or verdict else ""
    taken = (numbers.width + 2 if on_key else 0) + (cell_len(note) + 2 if note else 0)
    key, *more = wrapped(subject, max(8, width - LEAD - taken), _MOST, ellipsis)
    lines = [FactLine(fact, "key", key, numbers.of(fact.articles) if on_key else "", note)]
    lines += [FactLine(fact, "more", text) for text in more]
    if not plain(fact, found):
        lines += _values(fact, found, width, numbers, ellipsis)
    lines += _spellings(fact, written, width, ellipsis)
    if fact.verdict == "differ" and (how := both(fact)):
        lines.append(FactLine(fact, "remark", how))
    return lines


def lines_of_point(point: Point, width: int, numbers: Numbers, *, ellipsis: str = "…") -> list[FactLine]:
    """The lines of one point of the timeline, as those of a fact. What only is planned, or did not happen, says so."""
    said = f"({point.status}) " if point.status and point.status != "happened" else ""
    room = width - LEAD - numbers.width - 2
    first, *more = wrapped(said + (point.text or point.date), max(8, room), _MOST + 1, ellipsis)
    lines = [FactLine(point, "key", first, numbers.of(point.articles))]
    return lines + [FactLine(point, "more", text) for text in more]


def _spellings(fact: Fact, written: Sequence[str], width: int, ellipsis: str) -> list[FactLine]:
    """How else a name is written: a difference in spelling, and in nothing else."""
    if len(written) < 2:
        return []
    said = f"spelling differs: {' / '.join(written)}"
    return [FactLine(fact, "remark", text) for text in wrapped(said, max(8, width - INDENT), _MOST, ellipsis)]


def _short(fact: Fact, found: Sequence[Reading], room: int, ellipsis: str) -> str:
    """The fact on one line. Where it is too long the key is cut, as long as that leaves room for half of it."""
    head, said = (safe(text) for text in in_two(fact, found))
    if said:
        said = f"{said[0]} {said[1:].strip()}"
    left = room - cell_len(said)
    if cell_len(head) > left >= room // 2:
        return wrapped(head, left, 1, ellipsis)[0] + said
    return wrapped(head + said or fact.kind, room, 1, ellipsis)[0]


def _note(fact: Fact, width: int, verdict: str) -> str:
    wordings = carried(fact) if width >= _ROOMY else count(fact.wordings, "wording")
    if not verdict:
        return wordings
    return f"{wordings}, {verdict}" if width >= _ROOMY else verdict


def _values(fact: Fact, found: list[Reading], width: int, numbers: Numbers, ellipsis: str) -> list[FactLine]:
    lines = []
    for reading in found[:_VALUES]:
        # A role that all give needs no numbers: those over it are the same.
        same = fact.kind == "person" and set(reading.articles) == set(fact.articles)
        right = "" if same else numbers.of(reading.articles)
        room = width - INDENT - (numbers.width + 2 if right else 0)
        first, *more = wrapped(reading.text, max(8, room), _MOST, ellipsis)
        lines.append(FactLine(fact, "value", first, right))
        lines += [FactLine(fact, "value", text) for text in more]
    if len(found) > _VALUES:
        lines.append(FactLine(fact, "remark", f"and {len(found) - _VALUES} more"))
    return lines
