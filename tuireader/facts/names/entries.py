"""What a story is known to name: entries of its lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuireader.facts.names.name_words import Scores
from tuireader.facts.names.runs import NameKind

Key = tuple[str, ...]


KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """What is known of one name: its words as written, evidence, how often it stands where
    capitals mean something, how often behind "the", whether it was seen outside of headlines, and whether it always
    stood where a capital may mean nothing."""

    words: tuple[str, ...]
    scores: Scores = field(default_factory=lambda: [0.0, 0.0, 0.0])
    solid: int = 0
    count: int = 0
    definite: int = 0
    sure: bool = False
    begins: bool = True
    club: Key | None = None
    kind: NameKind | None = None
    entity: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Lexicon:
    """Names in lower case, by their first word, longest first; the full name each acronym stands
    for, and peoples the story names beside their land."""

    entries: dict[Key, Entry]
    by_first: dict[str, list[Key]]
    acronyms: dict[str, Key]
    demonyms: dict[str, str]


def surname(key: Key) -> str:
    """The word of a person's name by which others call them."""
    at = len(key) - 1
    while at > 0 and key[at].rstrip(".") in ("jr", "sr", "ii", "iii", "iv"):
        at -= 1
    return key[at]
