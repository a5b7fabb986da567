"""What a query asks for: words, exact words, fields, and what must not be there.

The language, in one table:

| written | asks for |
|---|---|
| ``ferry wreck`` | both words, slips and accents forgiven; the last one may be a beginning |
| ``"off Marrow Point"`` | these words in this order |
| ``-wreck`` | not this word; also ``-"exact words"`` and ``-who:verhoeve`` |
| ``who:verhoeve`` | a field; ``FIELDS`` says which there are |
| ``who:"ilse verhoeve"`` | a field with several words |

A query is read at every key, half typed: nothing here ever raises, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

#: Every field with what it asks for.
FIELDS: Mapping[str, str] = {
    "in": "an article: its number, how its id begins, or its source",
    "title": "articles by their title",
    "quote": "a word inside quotation marks",
    "who": "a person or an organisation, also where only described or speaking",
    "said": "who says it, in quotation marks or not",
    "where": "a place",
    "when": "a date: 2025-03, march, friday",
    "fact": "what facts are about: troops; or their verdict: differ",
    "note": "what you wrote to a mark",
    "tag": "what you tagged",
}
#: Other words for fields.
ALIASES: Mapping[str, str] = {
    "by": "said",
    "speaker": "said",
    "article": "in",
    "source": "in",
    "date": "when",
    "place": "where",
    "person": "who",
    "facts": "fact",
}

# One piece of a query. An unclosed quotation mark runs to the end: it is being typed.
_PIECE = re.compile(
    r"""(?P<minus>-(?=[^\s-]))?
        (?:(?P<name>[^\W\d_]+):(?!//))?
        (?:["“”„](?P<exact>[^"“”„]*)(?P<closed>["“”„])?|(?P<word>[^\s"“”„]+))?""",
    re.VERBOSE,
)


class Clause(NamedTuple):
    """One thing that is asked for. ``field`` is empty for words of the text; ``exact`` says that ``text`` stands in
    quotation marks. ``open`` says that more of it may be typed: no space follows. ``start`` and ``end`` tell where it
    stands in the query."""

    field: str
    text: str
    exact: bool
    excluded: bool
    open: bool
    start: int
    end: int


class Wrong(NamedTuple):
    """A field that there is not, and the one that may be meant, empty where none is like it."""

    name: str
    meant: str

    def __str__(self) -> str:
        hint = f"did you mean {self.meant}:?" if self.meant else f"there are {': '.join(FIELDS)}:"
        return f"there is no {self.name}:; {hint}"


class Query(NamedTuple):
    """A query in its pieces. ``wrong`` are fields that there are not: what stands there is read as words."""

    clauses: tuple[Clause, ...]
    wrong: tuple[Wrong, ...]

    @property
    def words(self) -> str:
        """The words that are looked for in the text, slips forgiven, as they are typed."""
        plain = [clause for clause in self.clauses if not (clause.field or clause.exact or clause.excluded)]
        return " ".join(clause.text for clause in plain) + (" " if plain and not plain[-1].open else "")


def parse(query: str) -> Query:
    """Reads a query, finished or not."""
    clauses: list[Clause] = []
    wrong: list[Wrong] = []
    for piece in _PIECE.finditer(query):
        start, end = piece.span()
        if start == end:
            continue
        name, exact = piece["name"], piece["exact"] is not None
        text = (piece["exact"] if exact else piece["word"]) or ""
        known = ALIASES.get(name.lower(), name.lower()) if name else ""
        if name and known not in FIELDS:
            # "Kosovo: history" are words; "wo:" may be a field that is being typed.
            meant = near(name)
            if text or (meant and end == len(query)):
                wrong.append(Wrong(name, meant))
            if not (text and meant):
                text, exact = f"{name} {text}".rstrip(), False
            known = ""
        open_ = not piece["closed"] if piece["exact"] is not None else end == len(query)
        if text or known:
            clauses.append(Clause(known, text, exact, bool(piece["minus"]), open_, start, end))
    return Query(tuple(clauses), tuple(wrong))


def near(name: str) -> str:
    """The field that a mistyped one may mean; empty where none is like it."""
    folded = name.lower()
    begun = [each for each in FIELDS if len(folded) > 1 and each.startswith(folded)]
    if begun:
        return begun[0]
    from rapidfuzz import distance as distances

    allowed = 1 if len(folded) < 4 else 2
    found = [(distances.OSA.distance(folded, each), place) for place, each in enumerate((*FIELDS, *ALIASES))]
    apart, place = min(found)
    meant = (*FIELDS, *ALIASES)[place]
    return ALIASES.get(meant, meant) if apart <= allowed and apart < len(folded) else ""


def at_end(query: str) -> Clause | None:
    """The clause that is being typed at the end of a query; None after a space or a closing quotation mark."""
    clauses = parse(query).clauses
    return clauses[-1] if clauses and clauses[-1].open and clauses[-1].end == len(query) else None
