"""Rows that were cut until they look the same, cut elsewhere: what tells them apart stays."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tuireader.tui.widgets.lines import shorten

#: So often what looks the same is cut anew: of five rows two may differ in one word, and three only further on.
_ROUNDS = 4


def told_apart(shown: Sequence[str], texts: Sequence[str], room: int, ellipsis: str) -> list[str]:
    """What is shown of each text, at most ``room`` cells. Of texts that differ but look the same the words they begin
    with alike are left out, but for the first, or the name of a speaker."""
    found = list(shown)
    for _ in range(_ROUNDS):
        groups: dict[str, list[int]] = {}
        for place, text in enumerate(found):
            groups.setdefault(text.casefold(), []).append(place)
        alike = [places for places in groups.values() if len({texts[place].casefold() for place in places}) > 1]
        if not alike:
            break
        for places in alike:
            words = [texts[place].split() for place in places]
            common = _common(words)
            for place, own in zip(places, words, strict=True):
                found[place] = _without(own, common, room, ellipsis)
    return found


def _common(words: Sequence[Sequence[str]]) -> int:
    """With how many words all begin. Of each at least one is left."""
    least = min(map(len, words)) - 1
    common = 0
    while common < least and len({own[common].casefold() for own in words}) == 1:
        common += 1
    return common


def _without(words: Sequence[str], common: int, room: int, ellipsis: str) -> str:
    """A text without the words between its beginning and those that differ."""
    kept = _beginning(words[:common], room)
    head = " ".join(words[:kept])
    rest = " ".join(words[common:])
    said = f"{head} {rest}" if kept >= common else f"{head}{' ' if head.endswith(':') else ''}{ellipsis}{rest}"
    return shorten(said.strip(), room, ellipsis)


def _beginning(words: Sequence[str], room: int) -> int:
    """How many of the first words are kept: a speaker with the colon, else those that take a third of the room."""
    kept, used = 0, 0
    for number, word in enumerate(words, 1):
        used += cell_len(word) + 1
        if word.endswith(":") and used <= room // 2:
            return number
        if used - 1 <= room // 3:
            kept = number
    return kept
