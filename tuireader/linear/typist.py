"""What is typed: single keys on a terminal, one command a line from a pipe. Both come as orders."""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import tty
from codecs import getincrementaldecoder
from collections.abc import Callable
from types import FrameType
from typing import NamedTuple, Protocol, Self, TextIO

from tuireader.linear.voice import Voice
from tuireader.settings.keys import PUNCTUATION, BadKey, canonical

#: Seconds in which the rest of a key that begins with an escape has come.
_ESCAPE = 0.05
_CONTROL = {"\r": "enter", "\n": "enter", "\t": "tab", " ": "space", "\x7f": "backspace", "\b": "backspace"}
_SEQUENCES = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end", "Z": "shift+tab"}
_TILDES = {
    "1": "home",
    "2": "insert",
    "3": "delete",
    "4": "end",
    "5": "pageup",
    "6": "pagedown",
    "7": "home",
    "8": "end",
}
_ORDER = re.compile(r"(\d{0,6})\s*(.*)", re.DOTALL)


class Order(NamedTuple):
    """A key by its name (empty for a number alone), how often, and what was written behind it on the line."""

    key: str
    times: int | None = None
    text: str = ""


class Typist(Protocol):
    """Who types. Both methods give None when nothing more will come."""

    def order(self) -> Order | None:
        """The next command."""

    def answer(self, question: str) -> str | None:
        """A line of text; empty where nothing was written."""


class Lined:
    """Commands one a line: ``n``, ``3n``, ``12``, ``/ferry wreck``; an empty line is enter.

    From a pipe or a file, or from a terminal that sends whole lines.
    """

    def __init__(self, stream: TextIO, voice: Voice) -> None:
        self._stream = stream
        self._voice = voice
        self._typed = stream.isatty()

    def order(self) -> Order | None:
        if self._typed:
            self._voice.ask(">")
        line = self._stream.readline()
        return read(line.strip()) if line else None

    def answer(self, question: str) -> str | None:
        if self._typed:
            self._voice.ask(question)
        line = self._stream.readline()
        if not self._typed:
            # Nobody sees what comes out of a pipe: what is printed says it.
            self._voice.say([f"{question} {line}"])
        return line.strip() if line else None


def read(line: str) -> Order:
    """A command as it stands on a line."""
    found = _ORDER.fullmatch(line)
    number, rest = (found[1], found[2]) if found else ("", line)
    count = int(number) if number else None
    if not rest:
        return Order("" if number else "enter", count)
    try:
        # "space", "pgdn", "esc": what the help calls a key that is no sign.
        return Order(canonical(rest), count)
    except BadKey:
        pass
    try:
        return Order(canonical(rest[0]), count, rest[1:].strip())
    except BadKey:
        return Order(rest, count)


class Keyed:
    """Keys from a terminal, each answered at once. Digits before a key say how often; before enter they are a number.

    Use as a context manager: afterwards the terminal is as it was, also while the program is in the background.
    """

    def __init__(self, file: int, voice: Voice) -> None:
        self._file = file
        self._voice = voice
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._typed = ""
        self._before = termios.tcgetattr(file)
        self._resumed: Callable[[int, FrameType | None], object] | int | None = None

    def __enter__(self) -> Self:
        self._resumed = signal.signal(signal.SIGCONT, lambda *_: self._single())
        self._single()
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGCONT, self._resumed)
        self._whole()

    def order(self) -> Order | None:
        digits = ""
        while (key := self._key()) is not None:
            if key.isdigit() and len(key) == 1 and len(digits) < 6:
                digits += key
            elif digits and key == "enter":
                return Order("", int(digits))
            elif digits and key in ("backspace", "escape"):
                digits = digits[:-1] if key == "backspace" else ""
            else:
                return Order(key, int(digits) if digits else None)
        return None

    def answer(self, question: str) -> str | None:
        self._voice.ask(question)
        self._whole()
        try:
            while not any(end in self._typed for end in "\r\n"):
                if not self._more():
                    return None
        finally:
            self._single()
        line, _, self._typed = self._typed.replace("\r", "\n").partition("\n")
        return line.strip()

    def _single(self) -> None:
        """Keys one by one, not shown. What interrupts goes on to interrupt."""
        tty.setcbreak(self._file)

    def _whole(self) -> None:
        """Lines, shown as they are typed."""
        termios.tcsetattr(self._file, termios.TCSADRAIN, self._before)

    def _more(self) -> bool:
        """Waits for what is typed next; False at the end."""
        try:
            data = os.read(self._file, 1024)
        except OSError:
            return False
        self._typed += self._decoder.decode(data)
        return bool(data)

    def _key(self) -> str | None:
        """The next key; None at the end."""
        while not self._typed:
            if not self._more():
                return None
        char, self._typed = self._typed[0], self._typed[1:]
        if char == "\x04":
            return None
        if char == "\x1b":
            return self._escaped()
        if char < " " and char not in _CONTROL:
            return f"ctrl+{chr(ord(char) + 96)}"
        return _CONTROL.get(char) or PUNCTUATION.get(char) or char

    def _escaped(self) -> str:
        """The key that begins with an escape, or is one."""
        while len(self._typed) < 2 or not (self._typed[-1].isalpha() or self._typed[-1] == "~"):
            if not select.select([self._file], [], [], _ESCAPE)[0] or not self._more():
                break
        found = re.match(r"[\[O](\d*)(?:;\d+)?([A-Za-z~])", self._typed)
        if found is None:
            return "escape"
        self._typed = self._typed[found.end() :]
        return (_TILDES.get(found[1]) if found[2] == "~" else _SEQUENCES.get(found[2])) or "unknown"
