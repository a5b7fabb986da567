"""Titles that begin as one above them does: what they have of their own is what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.text.words import Word, fold, stopwords, words

#: Fewer words in common, or fewer characters saved, are not worth a title that begins in the middle.
_WORDS, _SAVED = 2, 8
#: More words are not looked at: so long no beginning has to be.
_MOST = 12


def beginnings(titles: Sequence[str]) -> list[int]:
    """For each title how many of its characters can be left out where it has no room: its beginning as far as a title
    above it has the same, up to the last word there that says something. 0 for those that begin like none."""
    above: set[tuple[str, ...]] = set()
    found = []
    for title in titles:
        begun = list(words(title))[:_MOST]
        said = tuple(word.folded for word in begun)
        same = 0
        while same < len(said) and said[: same + 1] in above:
            same += 1
        above.update(said[:size] for size in range(1, len(said) + 1))
        # Of one that is all the same nothing would be left.
        found.append(_left_out(title, begun[:same]) if same < len(begun) else 0)
    return found


def _left_out(title: str, same: Sequence[Word]) -> int:
    """Where the title goes on: who or what it is about stays, so that it can be read by itself."""
    if len(same) < _WORDS:
        return 0
    kept = next((word for word in reversed(same) if _tells(title[word.start : word.end])), same[0])
    return kept.start if kept.start >= _SAVED else 0


def _tells(word: str) -> bool:
    return len(word) > 2 and fold(word) not in stopwords()
