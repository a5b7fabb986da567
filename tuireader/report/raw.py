"""``show --raw`` as text: an article as it was decoded, what was set aside marked with the rule that took it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import beneath, cells, cut, margin, wrap
from tuireader.report.records import Record
from tuireader.text.hidden import unveiled
from tuireader.text.safe import line

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: Around the marks of hidden characters, and before their number.
MARKS, ASCII_MARKS = "‹›×", "<>x"
#: What can be known of an article's origin, and what the key is called here.
_KNOWN = ("title", "source", "byline", "published", "language", "url", "agency")
_CALLED = {"published": "date"}
#: Columns of the margin, at least and at most: reasons are one or two words, and the text needs the room.
_LEAST, _MOST = 8, 24


class Aside(NamedTuple):
    """A part that was set aside, and the rule that took it."""

    start: int
    end: int
    why: str


class Piece(NamedTuple):
    """A stretch of one line of the text, the rule that took it, and whether the line began before it."""

    start: int
    end: int
    why: str
    inside: bool


def raw(record: Record, width: int, ink: Ink) -> list[str]:
    """What is known of an article and where each was read, how much of it was set aside, then the text as it came.

    Each line that was set aside has its reason before a bar; a ``+`` there says that it is the rest of the line above.
    """
    lines = [ink.draw(each) for each in _head(record, width)]
    set_aside = [part for part in record["parts"] if part["why"]]
    room = max((cells(_reason(part["why"], inside=True)) for part in set_aside), default=0) + 1
    room = min(max(room, _LEAST), _MOST, max(_LEAST, width // 3))
    taken, told = ("┃", "│") if ink.unicode else ("#", "|")
    lines.append("")
    for piece in pieces(record["text"], [Aside(part["start"], part["end"], part["why"]) for part in set_aside]):
        bar, style = (taken, "dim") if piece.why else (told, "")
        shown = cut(_reason(piece.why, inside=piece.inside), room - 1)
        text = _visible(record["text"][piece.start : piece.end], ink)
        wrapped = wrap([Run(text, style)], max(10, width - room - 2)) or [[]]
        for number, runs in enumerate(wrapped):
            head = shown if not number else ""
            before = [Run(head, "bold"), margin(room - cells(head)), Run(f"{bar} " if runs else bar, "dim")]
            lines.append(ink.draw([*before, *runs]))
    return lines


def _reason(why: str, *, inside: bool) -> str:
    return f"+ {line(why)}" if inside and why else line(why)


def _visible(text: str, ink: Ink) -> str:
    """A piece of a line with marks for what is hidden; tabs and runs of spaces are kept as one."""
    return unveiled(text, MARKS if ink.unicode else ASCII_MARKS).text.strip()


def _head(record: Record, width: int) -> Iterator[list[Run]]:
    """What is known of the article: a row for each thing, with where it was read."""
    yield from wrap([Run(f"{line(record['id'])} · {line(record['encoding'])}", "dim")], width)
    for name in _KNOWN:
        said = record["moment"] if name == "published" and record["moment"] else record[name]
        if said:
            where = record["told_by"].get(name)
            runs = [Run(line(said)), Run(f" [{line(where)}]" if where else "", "dim")]
            yield from beneath(Run(_CALLED.get(name, name), "bold"), runs, width, 12)
    yield from beneath(Run("set aside", "bold"), [Run(said_taken(record))], width, 12)
    yield from beneath(Run("hidden", "bold"), [Run(said_hidden(record["hidden"]))], width, 12)


def said_taken(record: Record) -> str:
    """How much of a text was set aside: ``4 lines, 96 of 3,912 characters (2.5 %)``; and whether all was kept, since it
    would have been too much."""
    parts, kept = record["parts"], line(record["told_by"].get("parts", ""))
    kept = f"; {kept}" if kept else ""
    aside = [part["end"] - part["start"] for part in parts if part["why"]]
    whole = sum(part["end"] - part["start"] for part in parts)
    if not aside:
        return f"nothing of {count(whole, 'character')}{kept}"
    share = 100 * sum(aside) / whole
    return f"{count(len(aside), 'piece')}, {sum(aside):,} of {count(whole, 'character')} ({share:.1f} %){kept}"


def said_hidden(hidden: Record) -> str:
    """How many characters are not shown, by kind."""
    total = count(sum(hidden.values()), "character")
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in hidden.items())
    return f"{total}: {kinds}" if hidden else "no characters"


def pieces(text: str, aside: Iterable[Aside]) -> Iterator[Piece]:
    """The lines of a text in order, blank ones too, each cut where a part that was set aside begins or ends."""
    parts = iter([*aside, Aside(len(text) + 1, len(text) + 1, "")])
    part = next(parts)
    begin = 0
    for match in [*_BREAK.finditer(text), None]:
        stop = match.start() if match else len(text)
        at = begin
        while part.start < stop:
            if text[at : part.start].strip():
                yield Piece(at, part.start, "", at > begin)
                at = part.start
            end = min(part.end, stop)
            yield Piece(at, end, part.why, bool(text[begin:at].strip()))
            at = end
            if part.end > stop:
                break
            part = next(parts)
        last = match is None and begin == stop
        if (at == begin and not last) or text[at:stop].strip():
            yield Piece(at, stop, "", at > begin)
        begin = match.end() if match else stop
