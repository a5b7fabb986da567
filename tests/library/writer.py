"""Writes into a library until it is killed, and says after each write that it was kept. Run by test_killed.py and
benchmarks/kills.py.

Each line printed is one write that was acknowledged: a letter for its kind, and a number that no other write has.
``expected`` says how to find it again.
"""

import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.library.texts import Origin
from tuireader.sources import from_text


def text_of(number: int) -> str:
    """The text that write ``p`` of this number puts in."""
    return f"Storm number {number}\n\nThe harbour was shut on day {number}, the pilots said.\n"


def _mark(library: Library, number: int) -> bool:
    return library.add_mark(f"d{number % 7}", number, number + 1, quote=f"word {number}")


def _noted(library: Library, number: int) -> bool:
    return _mark(library, number) and library.set_note(f"d{number % 7}", number, number + 1, f"note {number}")


def _tagged(library: Library, number: int) -> bool:
    return library.set_article_tags(f"t{number}", f"tag{number}")


def _read(library: Library, number: int) -> bool:
    return library.set_read(f"r{number}", True)


def _dismissed(library: Library, number: int) -> bool:
    return library.dismiss(f"fact {number}", f"same {number}")


def _place(library: Library, number: int) -> bool:
    return library.add_place(f"/place/{number}", watch=True)


def _put(library: Library, number: int) -> bool:
    articles = [from_text(text_of(number), id=f"a{number}", path=f"/wire/{number}.txt")]
    return library.put(articles, [Origin(f"/wire/{number}.txt", number, number)]).kept


def _feed(library: Library, number: int) -> bool:
    return library.keep_feed(Feed(f"https://news.example/{number}"))


def _undone(library: Library, number: int) -> bool:
    """A mark that was taken back: it must not be there."""
    return library.add_mark("u", number, number + 1) and bool(library.undo())


_WRITES: dict[str, Callable[[Library, int], bool]] = {
    "m": _mark,
    "n": _noted,
    "t": _tagged,
    "r": _read,
    "d": _dismissed,
    "l": _place,
    "p": _put,
    "f": _feed,
    "u": _undone,
}


def missing(library: Library, acknowledged: Iterable[str]) -> list[str]:
    """Those writes that were acknowledged and cannot be found, or are there though they were taken back."""
    marks = {mark.start: mark for mark in library.all_marks()}
    states, facts = library.states(), library.dismissed()
    places, feeds = {place.path for place in library.places()}, {feed.url for feed in library.feeds()}
    known = library.places_known(f"/wire/{each[1:]}.txt" for each in acknowledged if each[0] == "p")
    texts = {article.text for article in library.texts(library.digests())}
    held: dict[str, Callable[[int], bool]] = {
        "m": lambda n: n in marks,
        "n": lambda n: n in marks and marks[n].note == f"note {n}",
        "t": lambda n: states.get(f"t{n}", (0, 0, ()))[2] == (f"tag{n}",),
        "r": lambda n: f"r{n}" in states and states[f"r{n}"].read,
        "d": lambda n: {f"fact {n}", f"same {n}"} <= facts,
        "l": lambda n: f"/place/{n}" in places,
        "p": lambda n: text_of(n) in texts and known[f"/wire/{n}.txt"].size == n,
        "f": lambda n: f"https://news.example/{n}" in feeds,
        "u": lambda n: n not in marks,
    }
    return [each for each in acknowledged if not held[each[0]](int(each[1:]))]


def main() -> None:
    library = Library.open(Path(sys.argv[1]))
    number = int(sys.argv[2])
    chance = random.Random(number)
    kinds = list(_WRITES)
    while True:
        number += 1
        kind = chance.choice(kinds)
        if _WRITES[kind](library, number):
            print(f"{kind}{number}", flush=True)


if __name__ == "__main__":
    main()
