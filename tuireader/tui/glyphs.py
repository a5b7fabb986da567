"""The marks the screens draw, for terminals with Unicode, for the Linux console's font, and for plain ASCII."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.tui.terminal.families import has_few_marks


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of marks. Each is one cell wide; ``digits`` are the ten digits of passage numbers in the text.

    ``hidden`` stands before and behind the name of a character that is not shown, and before how often it stands there.
    ``joins`` draw lines between panes: one that leaves a rail, across, turns down, turns up, between, comes from above,
    comes from below, and dots that pass by.
    """

    current: str
    bookmark: str
    noted: str
    along: str
    marked: str
    unread: str
    fresh: str
    altered: str
    folded: str
    unfolded: str
    up: str
    down: str
    rail: str
    rail_here: str
    rail_passage: str
    bar: str
    bar_empty: str
    cursor: str
    ellipsis: str
    dot: str
    times: str
    lacks: str
    rule: str
    differ: str
    changed: str
    agree: str
    only: str
    alone: str
    found: str
    found_rail: str
    hidden: str
    digits: str
    joins: str

    @property
    def arrows(self) -> bool:
        """Whether keys with an arrow on them can be shown as one."""
        return not self.changed.isascii()

    def number(self, value: int) -> str:
        """A passage's number as it stands in the text: superscript where there is such a thing, else in brackets."""
        if self.digits.isascii():
            return f"[{value}]"
        return "".join(self.digits[int(digit)] for digit in str(value))


UNICODE = Glyphs(
    current="▌",
    bookmark="◆",
    noted="≡",
    along="┊",
    marked="✓",
    unread="●",
    fresh="+",
    altered="±",
    folded="▸",
    unfolded="▾",
    up="↑",
    down="↓",
    rail="│",
    rail_here="┃",
    rail_passage="┃",
    bar="━",
    bar_empty="─",
    cursor="›",
    ellipsis="…",
    dot="·",
    times="×",
    lacks="·",
    rule="─",
    differ="≠",
    changed="→",
    agree="=",
    only="○",
    alone="▏",
    found="»",
    found_rail="«",
    hidden="‹›×",
    digits="⁰¹²³⁴⁵⁶⁷⁸⁹",
    joins="┣━┓┛┃┗┏╍",
)

#: What both fonts of the Linux console have: the kernel's own, and those of most distributions.
CONSOLE = Glyphs(
    current="█",
    bookmark="♦",
    noted='"',
    along=":",
    marked="*",
    unread="•",
    fresh="+",
    altered="±",
    folded="▶",
    unfolded="▼",
    up="↑",
    down="↓",
    rail="│",
    rail_here="║",
    rail_passage="█",
    bar="═",
    bar_empty="─",
    cursor=">",
    ellipsis="~",
    dot="·",
    times="x",
    lacks="·",
    rule="─",
    differ="!",
    changed="→",
    agree="=",
    only="o",
    alone="│",
    found="»",
    found_rail="«",
    hidden="<>x",
    digits="0123456789",
    joins="├─┐┘│└┌·",
)

ASCII = Glyphs(
    current="|",
    bookmark="+",
    noted='"',
    along=":",
    marked="*",
    unread="o",
    fresh="+",
    altered="%",
    folded=">",
    unfolded="v",
    up="^",
    down="v",
    rail="|",
    rail_here="#",
    rail_passage="=",
    bar="=",
    bar_empty="-",
    cursor=">",
    ellipsis="~",
    dot="-",
    times="x",
    lacks=".",
    rule="-",
    differ="!",
    changed=">",
    agree="=",
    only="o",
    alone="|",
    found=">",
    found_rail="<",
    hidden="<>x",
    digits="0123456789",
    joins="+-++|++.",
)


def name(chosen: Glyphs) -> str:
    """What a set is called: ``unicode``, ``console`` or ``ascii``."""
    return {id(UNICODE): "unicode", id(CONSOLE): "console"}.get(id(chosen), "ascii")


def choose(*, unicode: bool, term: str) -> Glyphs:
    """The set for a terminal: by whether its locale is UTF-8, and its TERM."""
    if not unicode:
        return ASCII
    return CONSOLE if has_few_marks(term) else UNICODE
