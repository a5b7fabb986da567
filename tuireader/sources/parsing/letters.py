"""The text of a plain mail as paragraphs: lines put together again, quotations and signatures set aside."""

from __future__ import annotations

import re
from itertools import pairwise

from tuireader.sources.parsing.writing import BREAK, Writing

#: Lines are taken for broken at a margin between these widths.
_NARROWEST, _WIDEST = 50, 100
_QUOTE = re.compile(r"\s{0,2}(?:>|\|(?=\s))")
_OPENS_QUOTE = re.compile(
    r"[^\n]{6,300}(?:wrote|writes|said|schrieb|a écrit|escribió|ha scritto|skrev|schreef|napisał|пишет|je napisao)"
    r"\s?:\s*$",
    re.I,
)
_ALL_QUOTED = re.compile(
    r"\s{0,3}-{2,20} ?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original)"
    r" ?-{0,20}\s*$",
    re.I,
)
_SIGNATURE = re.compile(r"--\s?$")
_RULE = re.compile(r"_{20,}\s*$")
_ARMOUR = re.compile(r"-----(BEGIN|END) PGP (SIGNED MESSAGE|SIGNATURE|PUBLIC KEY BLOCK)-----\s*$")
_HASH = re.compile(r"Hash: [\w, -]{2,60}$")
_OWN_LINE = re.compile(r"\s*(?:[-*•·+] |\(?\d{1,3}[.)] |\[\d+\]|[|+=]|https?://)|\s{4,}|\t")
#: Behind a rule of underscores a list puts so many lines at most.
_FOOTER_LINES = 12


def write(text: str, *, flowed: bool = False, joined: bool = False) -> Writing:
    """The paragraphs of a mail's ``text``.

    ``flowed`` and ``joined`` are what its type says (``format=flowed`` and ``DelSp=yes`` of RFC 3676).
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if flowed:
        rows = _flowed(rows, joined)
    parts = _told_apart(rows)
    width = _FLOWED if flowed else _width([row for row, aside in parts if not aside])
    writing = Writing()
    block: list[str] = []
    kind = ""
    for row, aside in [*parts, ("", "")]:
        if block and (not row.strip() or aside != kind):
            lines = block if kind else _unbroken(block, width)
            writing.add(BREAK.join(lines), aside=kind)
            block = []
        if row.strip():
            block.append(row.rstrip())
            kind = aside
    return writing


_FLOWED = 1 << 30


def _flowed(rows: list[str], joined: bool) -> list[str]:
    """Lines that a trailing space says go on; a quotation goes on only at its own depth."""
    found: list[str] = []
    depth = -1
    for row in rows:
        marks = len(row) - len(row.lstrip(">"))
        body = row[marks:].removeprefix(" ")
        if found and depth == marks and found[-1].endswith(" ") and body != "-- " and not found[-1].endswith("-- "):
            found[-1] = (found[-1][:-1] if joined else found[-1]) + body
        else:
            found.append(f"{'>' * marks} {body}" if marks else body)
        depth = marks
    return found


def _told_apart(rows: list[str]) -> list[tuple[str, str]]:
    """Each line with why it is no part of the telling."""
    found: list[tuple[str, str]] = []
    ending = ""
    armoured = False
    for number, row in enumerate(rows):
        if mark := _ARMOUR.match(row):
            armoured = mark[1] == "BEGIN" and mark[2] != "SIGNED MESSAGE"
            found.append((row, "signature"))
        elif armoured or (_HASH.match(row) and found and _ARMOUR.match(found[-1][0])):
            found.append((row, "signature"))
        elif ending:
            found.append((row, ending))
        elif _ALL_QUOTED.match(row) and number:
            ending = "quoted"
            found.append((row, ending))
        elif _SIGNATURE.match(row) and any(not aside and each.strip() for each, aside in found):
            ending = "signature"
            found.append((row, ending))
        elif _RULE.match(row) and number and len(rows) - number <= _FOOTER_LINES:
            ending = "list footer"
            found.append((row, ending))
        elif _QUOTE.match(row) and (row.lstrip().startswith(">")):
            _attribute(found)
            found.append((row, "quoted"))
        else:
            found.append((row, ""))
    return found


def _attribute(found: list[tuple[str, str]]) -> None:
    """Sets aside the line or two before a quotation that say whose it is."""
    at = len(found) - 1
    while at >= 0 and not found[at][0].strip() and len(found) - at < 3:
        at -= 1
    for lines in (1, 2):
        first = at - lines + 1
        if first < 0 or any(aside or not row.strip() for row, aside in found[first : at + 1]):
            return
        if _OPENS_QUOTE.match(" ".join(row.strip() for row, _ in found[first : at + 1])) and (
            lines == 2 or found[at][0][:1].isupper() or found[at][0][:1].isdigit()
        ):
            for place in range(first, at + 1):
                found[place] = (found[place][0], "quoted")
            return


def _width(rows: list[str]) -> int:
    """The width at which the lines were broken; 0 where they were not."""
    inner = sorted(
        len(row)
        for row, after in pairwise(rows)
        if row.strip() and after.strip() and not _OWN_LINE.match(row) and len(row) <= _WIDEST
    )
    if not inner:
        return 0
    widest = inner[-1 - len(inner) // 20]
    return widest if widest >= _NARROWEST else 0


def _unbroken(block: list[str], width: int) -> list[str]:
    """A paragraph's lines, those put together that were parted only because the next word did not fit."""
    if width == _FLOWED or not width:
        return block
    found = [block[0]]
    last = block[0]
    for row in block[1:]:
        word = row.lstrip().partition(" ")[0]
        if len(last) + 1 + len(word) > width - 2 and not _OWN_LINE.match(row) and len(last) <= _WIDEST + 20:
            found[-1] = f"{found[-1].rstrip()} {row.strip()}"
        else:
            found.append(row)
        last = row
    return found
