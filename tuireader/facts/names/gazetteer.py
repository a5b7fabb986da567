"""Places the world knows: countries, regions, American states, larger cities, and what their people are called.

Data and licences: docs/data.md. Read once, at the first search for facts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tuireader.facts import shipped


class Gazetteer(NamedTuple):
    """``lands`` and ``demonyms`` lead from a name in lower case to the name shown ("u.s." -> "United States").

    ``lands`` holds countries, regions and states, ``cities`` and the smaller ``towns`` the rest, in lower case.
    ``spelt`` leads from another spelling of a city to the one shown ("kiev" -> "Kyiv"); ``countries`` are the shown
    names of countries alone. ``longest`` is the number of words of the longest name.
    """

    lands: dict[str, str]
    demonyms: dict[str, str]
    cities: frozenset[str]
    towns: frozenset[str]
    spelt: dict[str, str]
    countries: frozenset[str]


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer shipped with the program, about 150 kB of text."""
    raw = shipped.read("places.txt")
    _, countries, regions, cities, towns = raw.split("\n\n")
    lands: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    shown: list[str] = []
    for block in (countries, regions):
        for line in block.split("\n"):
            names, _, people = line.partition("\t")
            first, *others = names.split("|")
            if block is countries:
                shown.append(first)
            for name in (first, *others):
                lands.setdefault(name.lower(), first)
            for word in people.split("|") if people else ():
                demonyms.setdefault(word.lower(), first)
    spelt: dict[str, str] = {}
    # Few of the thousands of lines have a second spelling: no loop goes over the others.
    for line in (line for line in cities.split("\n") if "|" in line):
        shown_name, *others = line.split("|")
        spelt.update((other.lower(), shown_name) for other in others)
    known = frozenset(cities.replace("|", "\n").lower().split("\n"))
    return Gazetteer(lands, demonyms, known, frozenset(towns.lower().split("\n")), spelt, frozenset(shown))
