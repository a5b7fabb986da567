"""What a terminal answers, taken out of what is typed: pure, and whatever way the text comes in pieces.

Answers are CPR and DSR (ECMA-48 8.3.14 and 8.3.35), DECRPM and DA (DEC VT510), XTGETTCAP and XTVERSION (xterm
ctlseqs), and the flags of the kitty keyboard protocol. One of them can be a key as well: ``CSI 1;2R`` is F3 with shift,
so a place of the cursor is an answer only where it can be no key, or is the very place that was asked for.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["cursor", "mode", "attributes", "capability", "keyboard", "status", "version"]
"""What each tells: row and column from 1; number and value; numbers; name, value or None; flags; value; text."""

Place = tuple[int, int]
"""(row, column), the top left cell is (1, 1)."""

_ANSWER = re.compile(
    r"\x1b(?:"
    r"\[(?P<row>\d{1,4});(?P<column>\d{1,4})R"
    r"|\[\?(?P<mode>\d{1,5});(?P<value>\d)\$y"
    r"|\[\?(?P<attributes>(?:\d{0,4};){0,30}\d{0,4})c"
    r"|\[\?(?P<flags>\d{1,3})u"
    r"|\[(?P<status>[03])n"
    r"|P(?P<known>[01])\+r(?P<capabilities>[\da-fA-F;=]*)\x1b\\"
    r"|P>\|(?P<version>[^\x1b\x07]{0,200})\x1b\\"
    r")"
)

#: The end of a piece that may go on as an answer in the next one.
_BEGINNING = re.compile(
    r"\x1b(?:\[(?:\d{0,4}|\d{1,4};\d{0,4}|\?[\d;]{0,40}\$?)"
    r"|P(?:[01]?|[01]\+|[01]\+r[\da-fA-F;=]{0,400}\x1b?|>|>\|[^\x1b\x07]{0,200}\x1b?))?\Z"
)

#: A terminal that answers none of so many requests is mute.
_MANY = 64

#: Modifiers of a key, as they stand in the place of the column (xterm ctlseqs, "PC-Style Function Keys").
_MODIFIERS = range(2, 17)


def like_key(place: Place) -> bool:
    """Whether a report of this place could as well be F3 with modifiers. Do not ask with the cursor there."""
    return place[0] == 1 and place[1] in _MODIFIERS


class _Asked(NamedTuple):
    place: Place | None
    told: Callable[[Place], object] | None
    lost: bool = False
    """Whether its answer is counted as lost. It may come all the same."""


class Answers:
    """Takes answers out of what a terminal sends, and hands them to those who listen."""

    def __init__(self) -> None:
        self._listeners: dict[Kind, list[Callable[..., object]]] = {}
        self._asked: deque[_Asked] = deque(maxlen=_MANY)
        self._held = ""
        self.heard = False
        """Whether the terminal answers at all."""

    def listen(self, kind: Kind, callback: Callable[..., object]) -> None:
        """Has every answer of a kind handed to a callback, as arguments in the order that ``Kind`` names."""
        self._listeners.setdefault(kind, []).append(callback)

    def asked_cursor(self, place: Place | None, told: Callable[[Place], object] | None = None) -> None:
        """Says that the place of the cursor was asked for (``CSI 6n``), and where it stands if that is known.

        ``told`` gets the answer to this very request: answers come in the order of the requests.
        """
        self._asked.append(_Asked(place, told))

    @property
    def awaited(self) -> int:
        """How many requests for the place of the cursor are not answered."""
        return len(self._asked)

    def count_as_lost(self) -> None:
        """Open requests may never be answered: what is asked from now on is to be told from them."""
        # Where one knew no place, any answer would be taken for that one.
        self._asked = deque((asked._replace(lost=True) for asked in self._asked if asked.place), _MANY)

    def place_to_ask(self, place: Place, rows: int) -> Place:
        """Where the cursor is to stand when its place is asked for: here, or where a row of so many begins.

        Here the answer could be a key, or that to a request which counts as lost.
        """
        lost = {asked.place for asked in self._asked if asked.lost}
        places = (place, *((row, 1) for row in range(1, rows + 1)))
        return next((each for each in places if each not in lost and not like_key(each)), (1, 1))

    def give_up(self) -> None:
        """No open request will be answered."""
        self._asked.clear()

    @property
    def held(self) -> bool:
        """Whether something waits for its other half. It is to be released when an escape would be a key."""
        return bool(self._held)

    @property
    def torn(self) -> bool:
        """Whether that is rather half an answer than a key."""
        return len(self._held) > 1 and bool(self._asked)

    def release(self) -> str:
        """What was held: no other half came."""
        held, self._held = self._held, ""
        return held

    def feed(self, text: str) -> str:
        """What is left of the next piece when answers are taken out."""
        text = self.release() + text
        if "\x1b" not in text:
            return text
        if beginning := _BEGINNING.search(text):
            self._held = beginning[0]
            text = text[: beginning.start()]
        return _ANSWER.sub(self._take, text)

    def _take(self, found: re.Match[str]) -> str:
        parts = found.groupdict()
        if parts["row"] is not None:
            place = int(parts["row"]), int(parts["column"])
            return "" if self._take_place(place) else found[0]
        if parts["mode"] is not None:
            self._tell("mode", int(parts["mode"]), int(parts["value"]))
        elif parts["attributes"] is not None:
            self._tell("attributes", *(int(part) for part in parts["attributes"].split(";") if part))
        elif parts["flags"] is not None:
            self._tell("keyboard", int(parts["flags"]))
        elif parts["status"] is not None:
            self._tell("status", int(parts["status"]))
        elif parts["version"] is not None:
            self._tell("version", parts["version"])
        else:
            for name, value in _capabilities(parts["capabilities"]):
                self._tell("capability", name, value if parts["known"] == "1" else None)
        return ""

    def _take_place(self, place: Place) -> bool:
        fits = (number for number, asked in enumerate(self._asked) if asked.place in (place, None))
        number = next(fits, None)
        if number is None and like_key(place):
            return False
        if self._asked:
            # An earlier request that was not answered will not be: a terminal answers one after the other.
            for _ in range(number or 0):
                self._asked.popleft()
            asked = self._asked.popleft()
            if asked.told is not None:
                asked.told(place)
        self._tell("cursor", *place)
        return True

    def _tell(self, kind: Kind, *values: object) -> None:
        self.heard = True
        for callback in self._listeners.get(kind, ()):
            callback(*values)


def _capabilities(text: str) -> list[tuple[str, str]]:
    """Names and values of an answer to XTGETTCAP, which has both in hexadecimal digits."""
    found: list[tuple[str, str]] = []
    for pair in text.split(";"):
        name, _, value = pair.partition("=")
        try:
            # A value is not needed to say that there is such a thing.
            found.append((_text(name), _text(value)))
        except ValueError:
            continue
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("latin-1")
