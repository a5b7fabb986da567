"""Which commands answer what was typed, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.settings.commands import Command

#: How like a word of the command a mistyped one must be, in percent.
_LIKE = 75


class Match(NamedTuple):
    """A command that answers. ``places`` are the characters of its label, and ``said`` those of its help, that do."""

    command: Command
    worth: float
    places: tuple[int, ...] = ()
    said: tuple[int, ...] = ()


def matches(query: str, commands: Sequence[Command]) -> list[Match]:
    """The commands that answer a query, best first; all of them, in their order, where nothing was typed.

    Best is a label that begins so, then one with a word that does, then the query inside the label or the help, then
    its letters in order in the label, last words that look alike.
    """
    wanted = " ".join(query.casefold().split())
    if not wanted:
        return [Match(command, 0.0) for command in commands]
    found = [match for command in commands if (match := _match(wanted, command))]
    return sorted(found, key=lambda match: -match.worth)


def _match(wanted: str, command: Command) -> Match | None:
    label, help = command.label.casefold(), command.help.casefold()
    place = label.find(wanted)
    if place == 0:
        return Match(command, 100 - len(label) / 100, _run(0, wanted))
    if place > 0:
        return Match(command, 90 if label[place - 1] == " " else 70, _run(place, wanted))
    place = help.find(wanted)
    if place >= 0 and (place == 0 or not help[place - 1].isalnum()):
        return Match(command, 80, said=_run(place, wanted))
    letters = _in_order(wanted.replace(" ", ""), label)
    if letters and (letters[0] == 0 or label[letters[0] - 1] == " "):
        return Match(command, 60 - (letters[-1] - letters[0]), letters)
    return _alike(wanted, command, label, help)


def _run(place: int, wanted: str) -> tuple[int, ...]:
    return tuple(range(place, place + len(wanted)))


def _in_order(letters: str, label: str) -> tuple[int, ...]:
    places: list[int] = []
    at = -1
    for letter in letters:
        at = label.find(letter, at + 1)
        if at < 0:
            return ()
        places.append(at)
    return tuple(places)


def _alike(wanted: str, command: Command, label: str, help: str) -> Match | None:
    """A command each typed word of which looks like one of its words, or like how one begins."""
    from rapidfuzz import fuzz

    words = [word.strip(".,;:") for word in f"{label} {help}".split()]
    worth = 0.0
    for typed in wanted.split():
        best = max(max(fuzz.ratio(typed, word), fuzz.ratio(typed, word[: len(typed)])) for word in words)
        if best < _LIKE or (len(typed) < 3 and best < 100):
            return None
        worth += best
    return Match(command, worth / len(wanted.split()) / 2)
