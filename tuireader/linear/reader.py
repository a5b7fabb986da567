"""The loop: an order is read, what is open carries it out, what it says is printed. Until there are no more orders."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tuireader.linear.commands import EVERYWHERE, Command, told
from tuireader.linear.sitting import Sitting
from tuireader.linear.typist import Order, Typist
from tuireader.linear.voice import Voice
from tuireader.linear.words import begun
from tuireader.settings.config import Settings
from tuireader.settings.keys import shown
from tuireader.settings.layouts import latin

if TYPE_CHECKING:
    from tuireader.article import Span

#: Whoever types a number by mistake is not made to wait for thousands of lines.
_MOST = 99


class Place(ABC):
    """Something that is open: the list, a text, the facts. Commands call ``do_verb`` of it, or else of the reader.

    A ``do_`` method takes the order and gives paragraphs to say, none of them wrapped or made safe yet.
    """

    #: What the place is called.
    name = ""
    #: The commands that hold in it beside those of everywhere.
    commands: tuple[Command, ...] = ()

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.sitting = reader.sitting

    def opened(self) -> Iterator[str]:
        """What is said when it is opened."""
        return self.again()

    @abstractmethod
    def again(self) -> Iterator[str]:
        """What is at hand, once more."""

    @abstractmethod
    def where(self) -> Iterator[str]:
        """Where in the whole that is."""

    @abstractmethod
    def number(self, number: int) -> Iterator[str]:
        """What a number followed by enter does."""

    # What most places have nothing to do for.

    def reload(self) -> None:  # noqa: B027
        """Takes what is listed anew: something was taken back."""

    def leave(self) -> None:  # noqa: B027
        """Writes down what is to be remembered."""


class Reader:
    """What is open, the last opened on top."""

    def __init__(self, sitting: Sitting, settings: Settings, typist: Typist, voice: Voice) -> None:
        self.sitting = sitting
        self.settings = settings
        self._typist = typist
        self._voice = voice
        self._open: list[Place] = []

    @property
    def here(self) -> Place:
        """What is on top."""
        return self._open[-1]

    def run(self, first: Place) -> None:
        """Reads and answers orders until the reader leaves, or nothing more comes."""
        try:
            self._voice.say(self.open(first))
            while self._open and (order := self._typist.order()) is not None:
                self._voice.say(self.answer(order))
        finally:
            while self._open:
                self._open.pop().leave()

    def answer(self, order: Order) -> Iterator[str]:
        """Carries out an order, and says what came of it."""
        if not order.key:
            yield from self.here.number(order.times or 0)
            return
        # A letter of another alphabet is the key it stands on, where it has no meaning of its own.
        keys = {order.key, latin(order.key, self.settings.layout) or order.key}
        for command in (*self.here.commands, *EVERYWHERE):
            if keys.intersection(command.keys_now(self.settings)):
                if order.text and not command.takes:
                    break
                if order.times is not None:
                    order = order._replace(times=min(order.times, _MOST))
                verb = f"do_{command.verb}"
                found: Iterable[str] = (getattr(self.here, verb, None) or getattr(self, verb))(order)
                yield from found
                return
        said = f"{shown(order.key, arrows=False)}{order.text}"
        help_ = [shown(key, arrows=False) for key in self.settings.keys_for("app.help")]
        yield f"{said} does nothing here" + (f"; {help_[0]} tells the keys." if help_ else ".")

    def ask(self, question: str, order: Order) -> str:
        """The words an order goes with: those behind its key, else what is typed now. Empty for none."""
        return order.text or self._typist.answer(question) or ""

    def open(self, place: Place) -> Iterator[str]:
        """Opens something over what is open."""
        self._open.append(place)
        yield from place.opened()

    def go_to(self, span: Span) -> Iterator[str]:
        """Opens the text with a span at it; going back leads to where this was asked for."""
        from tuireader.linear.text import Text

        text = Text(self, self.sitting.by_id[span.article])
        self._open.append(text)
        yield text.called()
        yield from text.show(span)

    # Commands of everywhere

    def do_again(self, _: Order) -> Iterator[str]:
        yield from self.here.again()

    def do_where(self, _: Order) -> Iterator[str]:
        yield from self.here.where()

    def do_search(self, order: Order) -> Iterator[str]:
        from tuireader.linear.hits import Hits

        query = self.ask("Search for:", order)
        if any(char.isalnum() for char in query):
            yield from self.open(Hits(self, query))
        else:
            yield "No word to search for."

    def do_marks(self, _: Order) -> Iterator[str]:
        from tuireader.linear.marks import MarkList

        yield from self.open(MarkList(self))

    def do_undo(self, _: Order) -> Iterator[str]:
        said = self.sitting.library.undo()
        for place in self._open:
            place.reload()
        yield f"{begun(said)}." if said else "There is nothing to take back."

    def do_help(self, _: Order) -> Iterator[str]:
        yield f"{self.here.name}. A key, or a number and a key: 3n is three times n."
        yield from told(self.here.commands, self.settings)
        yield "Everywhere:"
        yield from told(EVERYWHERE, self.settings)

    def do_back(self, _: Order) -> Iterator[str]:
        self._open.pop().leave()
        if self._open:
            yield from self.here.again()

    def do_quit(self, _: Order) -> Iterator[str]:
        while self._open:
            self._open.pop().leave()
        yield from ()
