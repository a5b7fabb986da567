"""The words of a sentence that are worth a search, each with a letter that chooses it. No screens, no facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from rich.cells import cell_len

from tuireader.text.safe import line
from tuireader.text.words import fold, stopwords, words


class Keyword(NamedTuple):
    """A word with the letter that chooses it, and the query that finds it."""

    letter: str
    shown: str
    query: str


def keywords(text: str, people: Iterable[str] = (), names: Iterable[str] = (), room: int = 10_000) -> list[Keyword]:
    """The names and content words of a text in its order, each once, as many as have room in so many cells of a line.

    ``people`` are names of people in it: they are searched as such, so that "the mayor" is found, too. ``names`` are
    other names: both come before all words. A word has its first letter where that is free. Where there are too many
    words, short ones in small letters are left out first.
    """
    found: dict[str, _Word] = {}
    taken: list[tuple[int, int]] = []

    def add(shown: str, query: str, at: int, weight: int) -> None:
        if (
            not any(a <= at < b for a, b in taken)
            and found.setdefault(fold(shown), _Word(line(shown), query, at, weight)).at == at
        ):
            taken.append((at, at + len(shown)))

    for name in people:
        last = name.split()[-1] if name.split() else ""
        shown = next((each for each in (name, last) if each and each in text), "")
        if shown:
            add(shown, f'who:"{line(name)}"', text.index(shown), -100)
    for name in names:
        if name and name in text:
            add(name, f'"{line(name)}"' if " " in name else f"{line(name)} ", text.index(name), -99)
    for word in words(text):
        shown = text[word.start : word.end]
        if word.folded not in stopwords() and len(word.folded) > 2:
            add(shown, f"{line(shown)} ", word.start, (0 if shown[0].isupper() else 20) - min(19, len(shown)))
    chosen: list[_Word] = []
    for each in sorted(found.values(), key=lambda each: (each.weight, each.at)):
        room -= cell_len(each.shown) + 4
        if room < 0 or len(chosen) == len(ascii_lowercase):
            break
        chosen.append(each)
    chosen.sort(key=lambda each: each.at)
    letters = _letters([each.shown for each in chosen])
    return [Keyword(letter, each.shown, each.query) for letter, each in zip(letters, chosen, strict=True)]


class _Word(NamedTuple):
    shown: str
    query: str
    at: int
    weight: int


def _letters(shown: Sequence[str]) -> list[str]:
    free = dict.fromkeys(ascii_lowercase)
    given = [""] * len(shown)
    for round_ in (lambda word: word[:1], lambda word: word, lambda _: ascii_lowercase):
        for place, word in enumerate(shown):
            letter = given[place] or next((char for char in round_(fold(word)) if char in free), "")
            given[place] = letter
            free.pop(letter, None)
    return given
