"""Which characters of a paragraph stand in quotation marks.

About one article in eight has unbalanced marks (a quotation over paragraphs, a stray opening one), and nothing here
repairs them: an opening mark inside a quotation is passed over, a quotation that is not closed runs to the paragraph's
end, and the next paragraph begins outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile("[\"“”„‟«»「」『』＂]|''|``|[‘’‚]")
_CLOSED_BY = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"',
    "＂": "＂",
    "''": "''",
    "``": "''",
}
_SINGLE = {"‘": "’", "‚": "‘’"}


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of the paragraph ``text[start:end]``, marks included, in order and without those inside others."""
    found: list[tuple[int, int]] = []
    opened = -1
    closers = ""
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if opened < 0:
            if _opens(text, match, start, end):
                opened = place
                closers = _CLOSED_BY.get(mark) or _SINGLE[mark]
        elif mark in closers and (len(mark) == 2 or mark in tuple(closers)) and _closes(text, match, start, end):
            found.append((opened, match.end()))
            opened = -1
    if opened >= 0 and closers != "’":
        found.append((opened, end))
    return found


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, low, high = match.group(), match.start(), match.end()
    if mark in _SINGLE:
        return (low == start or not text[low - 1].isalnum()) and high < end and not text[high].isspace()
    if mark in ('"', "＂", "''", "»"):
        # A mark that looks both ways opens before a word, unless a word stands right before it as well.
        return high < end and not text[high].isspace() and (low == start or not text[low - 1].isalnum())
    return mark in _CLOSED_BY


def _closes(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, low, high = match.group(), match.start(), match.end()
    if mark == "’":
        # An apostrophe is no end: "don’t", "the generals’ hands". After a comma or a stop it is.
        return text[low - 1] in ",.?!…" and (high == end or not text[high].isalnum())
    if mark in ('"', "＂", "''") and low > start and high < end:
        return not (text[low - 1].isspace() and not text[high].isspace())
    return True


def quoted(text: str, start: int, end: int, pieces: Sequence[tuple[int, int]]) -> list[bool]:
    """For each of ``pieces``, sentences of the paragraph ``text[start:end]``, whether half of it or more is quoted."""
    inside = quotations(text, start, end)
    flags: list[bool] = []
    first = 0
    for low, high in pieces:
        while first < len(inside) and inside[first][1] <= low:
            first += 1
        covered = 0
        place = first
        while place < len(inside) and inside[place][0] < high:
            covered += min(high, inside[place][1]) - max(low, inside[place][0])
            place += 1
        flags.append(2 * covered >= high - low > 0)
    return flags
