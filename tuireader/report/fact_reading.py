"""How the words of one value were read: the normal form of its mention, in words."""

from __future__ import annotations

from tuireader.facts import FactValue, Mention
from tuireader.facts.quantities.approximations import bounds
from tuireader.report.fact_words import SOURCES, spoken
from tuireader.text.safe import line


def read_as(value: FactValue, mention: Mention | None, *, month_first: bool = False) -> str:
    """The normal form of a value in a line, safe to show: number and interval, date and how precise, speaker and cue.

    ``mention`` is the one at the value's span, where there is one; ``month_first`` says how dates are written.
    """
    if mention is None:
        return line(value.value)
    if mention.kind in ("date", "event"):
        said = (_date if mention.kind == "date" else _event)(mention, month_first=month_first)
    else:
        said = {"quantity": _quantity, "quote": _quote, "sourcing": _sourcing}.get(mention.kind, _name)(mention)
    return "; ".join(line(each) for each in said if each)


def _name(mention: Mention) -> list[str]:
    return [mention.value, f"called {mention.role}" if mention.role else ""]


def _quantity(mention: Mention) -> list[str]:
    said = [_amount(mention)]
    said.append(f"counts {mention.counted}" if mention.counted else "")
    said.append(f"of {mention.holder}" if mention.holder else "")
    return said


def _amount(mention: Mention) -> str:
    number = mention.number
    shown = mention.value if number is None or not _plain(mention.value) else _grouped(number)
    shown += f" {mention.unit}" if mention.unit else ""
    if mention.approx is None or number is None:
        return shown
    low, high = bounds(number, mention.approx)
    if (low, high) == (number, number):
        return f"{mention.approx} {shown}"
    return f"{mention.approx} {shown}, taken as {_grouped(low)} to {_grouped(high)}"


def _plain(value: str) -> bool:
    """Whether a value is one number, not a range or a score."""
    return value.removeprefix("-").replace(".", "", 1).isdigit()


def _grouped(number: float) -> str:
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def _date(mention: Mention, *, month_first: bool) -> list[str]:
    said = spoken(mention.value, month_first=month_first)
    shown = f"{mention.value} ({said})" if said != mention.value else mention.value
    if mention.resolved and mention.resolved != mention.value:
        return [shown, f"resolved to {mention.resolved}"]
    return [shown, "left open: no date tells" if "X" in mention.value and not mention.resolved else ""]


def _quote(mention: Mention) -> list[str]:
    how = {True: "in quotation marks", False: "in indirect speech", None: ""}[mention.direct]
    cue = f"by the word “{mention.cue}”" if mention.cue else ""
    return [f"said by {mention.speaker}" if mention.speaker else "nobody is named as speaker", how, cue]


def _event(mention: Mention, *, month_first: bool) -> list[str]:
    said = [mention.status or "", mention.value]
    # The value mostly holds who does it to whom.
    said += [
        f"{what} {name}"
        for what, name in (("by", mention.doer), ("to", mention.object), ("place", mention.place))
        if name and name.casefold() not in mention.value.casefold()
    ]
    when = spoken(mention.when or "", month_first=month_first)
    return [*said, f"time {when}" if when and "X" not in when else ""]


def _sourcing(mention: Mention) -> list[str]:
    kind = f"a source that is {SOURCES[mention.source_kind]}" if mention.source_kind else ""
    return [mention.value, kind, f"by the word “{mention.cue}”" if mention.cue else ""]
