"""Short names of articles that tell similar ones apart, cut where they are alike and not where they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tuireader.report.lines import cells, cut

_PIECE = re.compile(r"\w+|[^\w]+")


def apart(names: Mapping[str, str], width: int, ellipsis: str = "…") -> dict[str, str]:
    """The names in at most ``width`` cells. Those that would look the same lose what they have in common first."""
    found = {id: _cut(name, width, ellipsis) for id, name in names.items()}
    for shorter in (_without_beginning, _end):
        groups: dict[str, list[str]] = {}
        for id, text in found.items():
            groups.setdefault(text, []).append(id)
        for ids in groups.values():
            if len(ids) > 1:
                found |= shorter({id: names[id] for id in ids}, width, ellipsis)
    return found


def _cut(name: str, width: int, ellipsis: str) -> str:
    short = cut(name, width)
    return short if short == name else short.removesuffix("…") + ellipsis


def _without_beginning(names: Mapping[str, str], width: int, ellipsis: str) -> dict[str, str]:
    """Without the words that all begin with; an ellipsis stands for them."""
    pieces = {id: _PIECE.findall(name) for id, name in names.items()}
    least = min(map(len, pieces.values()))
    alike = 0
    while alike < least - 1 and len({tuple(found[: alike + 1]) for found in pieces.values()}) == 1:
        alike += 1
    if not alike:
        return dict(names) if least == 0 else {id: _cut(name, width, ellipsis) for id, name in names.items()}
    return {id: _cut(ellipsis + "".join(found[alike:]).lstrip(" -_."), width, ellipsis) for id, found in pieces.items()}


def _end(names: Mapping[str, str], width: int, ellipsis: str) -> dict[str, str]:
    """Their ends, where those are what differs."""
    ends = {id: ellipsis + name[len(name) - max(1, width - 1) :] for id, name in names.items() if len(name) >= width}
    return ends if all(cells(end) <= width for end in ends.values()) else {}
