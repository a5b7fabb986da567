"""The numbers that links are judged by, in plain words: a line for each field of ``Evidence`` and ``Around``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp

Say = Callable[[float], str]

#: From here on a likelihood is told of as a link.
_LINKED = 0.5


def _part(number: float) -> str:
    return f"{number:.0%}".replace("%", " %")


def _counted(number: float, one: str, many: str, *, most: int | None = None) -> str:
    count = round(number)
    if count == 0:
        return f"no {one}"
    return f"{count}{' or more' if count == most else ''} {one if count == 1 else many}"


def _unlog(number: float) -> float:
    return exp(number) - 1


def _neighbours(number: float) -> str:
    if number >= 3 * _LINKED:
        return "both neighbours are linked"
    if number >= _LINKED:
        return "a neighbour is linked"
    return "the neighbours are not linked" if number < 0.1 else "a neighbour is told in like words"


def _rivals(number: float) -> str:
    if number >= _LINKED:
        return "another sentence answers it as well"
    return "no other sentence answers it" if number < 0.1 else "another sentence answers it a little"


def _near(number: float) -> str:
    if number >= _LINKED:
        return "a sentence near by is linked"
    return "nothing near by is linked" if number < 0.1 else "a sentence near by is told in like words"


EVIDENCE: Mapping[str, Say] = {
    "bits": lambda number: f"{_unlog(number):.0f} bits of words in common",
    "density": lambda number: f"{_part(number)} common where it is densest",
    "pieces": lambda number: f"{_part(number)} of their four-letter pieces are common",
    "rare": lambda number: _counted(number, "rare word in common", "rare words in common", most=4),
    "length": lambda number: f"{_counted(_unlog(number), 'word', 'words')} long on both sides together",
    "plain": lambda number: f"{_unlog(number):.0f} bits in common beside names",
    "held": lambda number: f"{_unlog(number):.0f} bits of telling words in common in the whole sentences",
    "rarest": lambda number: f"the word in common that tells most has {number:.1f} bits",
}
AROUND: Mapping[str, Say] = {
    "rivals": _rivals,
    "rival": lambda number: f"the likeliest other sentence: {_part(number)}",
    "diagonal": _neighbours,
    "near": _near,
    "related": lambda number: f"the articles share {_part(max(0.0, exp(number) - 0.02))} of the rest",
}
#: What is no field, but weighs like one.
OTHER: Mapping[str, str] = {
    "copy": "a long run of equal words",
    "formula": "the same phrase is said of somebody else",
    "speaker": "the sentences name different speakers",
    "length": "the articles are long: chance finds more there",
}

#: By which rule a link was kept, as a sentence.
RULES: Mapping[str, str] = {
    "judged": "likely enough by its words and its surroundings",
    "beside": "weak, but beside a sure link",
    "between": "between two sure links, and no other sentence answers it",
    "half": "half of a sentence that the other article tells as one",
    "quoted": "both quote the same words",
    "joined": "part of a longer stretch that is told by both",
}


def says(name: str, number: float) -> str:
    """What a number of ``Evidence`` or ``Around`` says. A field that no line stands for is told by name and number."""
    known = EVIDENCE.get(name) or AROUND.get(name)
    return known(number) if known else f"{name} {number:.2f}"
