"""Dates and times against marks made by hand.

    python benchmarks/facts_dates.py [--data FOLDER --gold FILE] [--misses]

FILE has one text a line, as JSON: ``text``, or ``file`` in FOLDER (``gum-news/NAME`` for an article of GUM, which is
put together from its tokens); ``written``, the day it is from; ``until``, how far it is marked (all of it if missing);
``dates``, as start, end, type and value of TIMEX3 (TimeML, Pustejovsky et al. 2003); ``optional``, spans that one may
mark or not. Without FILE: sentences of our own in the manner of American newswire of the 1980s and 1990s.

Printed, for dates with times and for all four types: precision, recall and F1 of spans that touch and of spans that
are the same (a span counts once, as in TempEval), and how many of those found have the right value, as precise as the
gold's. Types are not asked for: durations are left out of the first two rows by their value (P3D) alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import facts_data as data
from facts_scoring import Score, Show, article, match, miss, overlap

from tuireader import facts

OWN = Path(__file__).resolve().parent.parent / "tests" / "facts" / "dates" / "newswire_dates.jsonl"
SCOPES = {"dates and times": ("DATE", "TIME"), "with durations and sets": ("DATE", "TIME", "DURATION", "SET")}
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


class Dated(NamedTuple):
    """A stretch of a text, its TIMEX3 type ("" where it was found by tuireader), and its value."""

    start: int
    end: int
    type: str
    value: str


class Case(NamedTuple):
    """A text, the day it is from, what is marked in it, and what may be marked or not."""

    name: str
    text: str
    written: str
    dates: list[Dated]
    optional: list[data.Marked]


def cases(gold: Path, folder: Path | None) -> Iterator[Case]:
    texts: dict[str, str] = {}
    if folder and (folder / "gum-news").is_dir():
        texts = {f"gum-news/{news.name}": news.text for news in data.gum(folder / "gum-news")}
    for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        if "text" in row:
            text = row["text"]
        elif row["file"] in texts:
            text = texts[row["file"]]
        elif folder:
            text = (folder / row["file"]).read_bytes().decode("utf-8")
        else:
            sys.exit(f"{gold}, line {number}: the text is in a file; say in which folder with --data.")
        yield Case(
            row.get("file", f"line-{number}"),
            text[: row.get("until")],
            row["written"],
            [Dated(*one) for one in row["dates"]],
            [data.Marked(start, end, "optional") for start, end in row.get("optional", ())],
        )


def found_in(case: Case) -> list[Dated]:
    """The dates tuireader finds; those that touch nothing but an optional mark are left out."""
    made = article(case.text, "article", case.written)
    if made.text != case.text:
        sys.exit(f"{case.name}: reading changed the text, its offsets mean nothing.")
    dates = [
        Dated(mention.span.start, mention.span.end, "", value_of(mention))
        for mention in facts.find([made]).mentions
        if mention.kind == "date"
    ]
    return [
        one for one in dates if touched(one, case.dates) or not any(overlap_of(one, mark) > 0 for mark in case.optional)
    ]


def value_of(mention: facts.Mention) -> str:
    """The full date where it is known, with the time of day the text gives."""
    full = mention.resolved or mention.value
    time = re.search(r"T(?:MO|AF|EV|NI|MI|DT|\d).*", mention.value)
    return full + time.group() if time and "T" not in full else full


def overlap_of(one: Dated, other: Dated | data.Marked) -> int:
    return overlap(data.Marked(one.start, one.end, ""), data.Marked(other.start, other.end, ""))


def touched(one: Dated, others: Sequence[Dated]) -> Dated | None:
    """The one of the others that it shares most with."""
    best = max(others, key=lambda other: overlap_of(one, other), default=None)
    return best if best and overlap_of(one, best) > 0 else None


def right(value: str, gold: str) -> bool:
    """Whether a value says what the gold says; finer is right too, and an X of the gold stands for any digit.

    >>> right("1998-03-12", "1998-03"), right("1998", "1998-03"), right("199", "199X"), right("2009-09", "XXXX-09")
    (True, False, True, True)
    """
    if gold in _REFERENCES or gold.startswith("P"):
        return value == gold
    pattern = re.escape(re.sub(r"(?<=\d)X+$", "", gold)).replace("X", "[X\\d]")
    return re.match(pattern, value) is not None


def is_duration(value: str) -> bool:
    return re.match(r"P[\dXT]", value) is not None


def measured(scope: str, marked: Sequence[tuple[Case, list[Dated]]]) -> Iterator[str]:
    types = SCOPES[scope]
    loose, exact = Score(), Score()
    met = good = 0
    for case, found in marked:
        gold = [one for one in case.dates if one.type in types]
        mine = [one for one in found if "DURATION" in types or not is_duration(one.value)]
        _match(loose, mine, gold, case.text, scope, exact=False)
        shown, Show.on = Show.on, False
        _match(exact, mine, gold, case.text, scope, exact=True)
        Show.on = shown
        for one in gold:
            other = touched(one, mine)
            if other is None:
                continue
            met += 1
            if right(other.value, one.value):
                good += 1
            else:
                miss(
                    f"{scope} value {other.value}, gold {one.value}",
                    case.text,
                    data.Marked(one.start, one.end, one.type),
                )
    yield loose.row(f"{scope}, touching")
    yield exact.row(f"{scope}, exact")
    yield f"{f'values of those, {scope}':<46} right {good / max(1, met):.3f}  ({good} of {met})"


def _match(score: Score, mine: Sequence[Dated], gold: Sequence[Dated], text: str, scope: str, exact: bool) -> None:
    def marks(dates: Sequence[Dated]) -> list[data.Marked]:
        return [data.Marked(one.start, one.end, "date") for one in dates]

    match(score, marks(mine), marks(gold), text, scope, exact)


def main() -> None:
    parser = argparse.ArgumentParser(description="Dates and times against marks made by hand.")
    parser.add_argument("--data", type=Path, help="folder with the texts that FILE names")
    parser.add_argument(
        "--gold", type=Path, default=OWN, metavar="FILE", help="the marks; without: sentences of our own"
    )
    parser.add_argument("--misses", action="store_true", help="print what was missed, found wrongly or valued wrongly")
    arguments = parser.parse_args()
    Show.on = arguments.misses
    marked = [(case, found_in(case)) for case in cases(arguments.gold, arguments.data)]
    for scope in SCOPES:
        for line in measured(scope, marked):
            print(line)


if __name__ == "__main__":
    main()
