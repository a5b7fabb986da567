"""One line to type into, drawn cell by cell: a key redraws this line and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from tuireader.text.clusters import floor, joined
from tuireader.text.safe import clean
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.widgets.lines import Piece, shorten, spread

#: Nobody types more than this; a pasted page must not be searched for.
LONGEST = 200


class Prompt(Widget):
    """What was typed, with a cursor, after a sign that says what for, and something on the right.

    The terminal's own cursor stands where the next character goes, so that screen readers and input methods find it.
    """

    DEFAULT_CSS = "Prompt { height: 1; }"
    can_focus = False

    def __init__(self, sign: str, hint: str, value: str = "", *, longest: int = LONGEST, id: str | None = None) -> None:
        """``hint`` stands there while nothing is typed. A ``value`` given is selected: typing replaces it."""
        super().__init__(id=id)
        self._sign = sign
        self._hint = hint
        self._longest = longest
        self._right = ""
        self._rest = ""
        self._edits: dict[str, Callable[[], None]] = {
            "left": lambda: self._move(self._before(self.cursor)),
            "right": lambda: self._move(self._after(self.cursor)),
            "home": lambda: self._move(0),
            "end": lambda: self._move(len(self.value)),
            "ctrl+e": lambda: self._move(len(self.value)),
            "ctrl+left": lambda: self._move(self._word_before()),
            "ctrl+right": lambda: self._move(self._word_after()),
            "backspace": lambda: self._cut(self._before(self.cursor), self.cursor),
            "ctrl+d": lambda: self._cut(self.cursor, self._after(self.cursor)),
            "delete": lambda: self._cut(self.cursor, self._after(self.cursor)),
            "ctrl+u": lambda: self._cut(0, self.cursor),
            "ctrl+k": lambda: self._cut(self.cursor, len(self.value)),
            "ctrl+w": lambda: self._cut(self._word_before(), self.cursor),
        }
        self.value = safe(value)
        """What stands there."""
        self.cursor = len(self.value)
        """The place of the next character, counted in characters."""
        self.selected = bool(self.value)
        """Whether all of it is selected, so that the next character replaces it."""

    @property
    def suggestion(self) -> str:
        """How what stands there may go on, as long as the cursor stands at its end."""
        return self._rest if self.cursor == len(self.value) and not self.selected else ""

    def suggest(self, rest: str) -> None:
        """Shows after the end how it may go on, quietly."""
        if rest != self._rest:
            self._rest = rest
            self.refresh()

    def take_suggestion(self) -> None:
        """Writes what is suggested."""
        self.write(self.suggestion)

    def sign(self, sign: str) -> None:
        """Puts something else before what is typed. It is safe to show."""
        if sign != self._sign:
            self._sign = sign
            self.refresh()

    def say(self, right: str) -> None:
        """Shows something at the right end, where there is room."""
        if right != self._right:
            self._right = right
            self.refresh()

    # Typing

    def type(self, event: events.Key) -> bool:
        """Does what a key says, if it is one that edits or writes; tells whether the text is another one now."""
        before = self.value
        edit = self._edits.get(event.key)
        if edit is not None:
            edit()
        elif event.character is not None and event.is_printable:
            self.write(event.character)
        return self.value != before

    def write(self, text: str) -> None:
        """Puts text where the cursor stands, in place of what is selected."""
        text = clean(text).replace("\n", " ").replace("\t", " ")
        if self.selected:
            self.value, self.cursor = "", 0
        text = text[: max(0, self._longest - len(self.value))]
        place = self.cursor + len(text)
        self._become(self.value[: self.cursor] + text + self.value[self.cursor :], place)

    def put(self, text: str) -> None:
        """Puts a text there instead, the cursor at its end. It is safe to show."""
        self.selected = False
        self._become(text, len(text))

    def clear(self) -> None:
        """Takes away all that stands there."""
        self._become("", 0)

    def _cut(self, start: int, end: int) -> None:
        if self.selected:
            start, end = 0, len(self.value)
        self._become(self.value[:start] + self.value[end:], start)

    def _move(self, cursor: int) -> None:
        self.selected = False
        self._become(self.value, cursor)

    def _become(self, value: str, cursor: int) -> None:
        if value != self.value:
            self.selected = False
        self.value, self.cursor = value, cursor
        self.refresh()

    # What is one character to a reader is stepped over and taken away as one.

    def _before(self, place: int) -> int:
        return floor(self.value, max(0, place - 1))

    def _after(self, place: int) -> int:
        place = min(len(self.value), place + 1)
        while joined(self.value, place):
            place += 1
        return place

    def _word_before(self) -> int:
        kept = self.value[: self.cursor].rstrip()
        return kept.rfind(" ") + 1

    def _word_after(self) -> int:
        rest = self.value[self.cursor :]
        word = rest.lstrip()
        end = word.find(" ")
        return len(self.value) if end < 0 else self.cursor + len(rest) - len(word) + end

    # Drawing

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette = here.palette
        width = self.size.width
        lead: list[Piece] = [(f" {self._sign} ", palette.bar_key)]
        # The terminal's own cursor, where it is seen, would turn what is reversed back.
        caret = palette.bar_text + Style(reverse=not here.cursor_seen() or self.selected)
        after: list[Piece] = [(f" {self._right} ", palette.bar)] if self._right and width >= 40 else []
        room = self._room()
        before, under, rest = self._window(room)
        if not self.value:
            hint = shorten(self._hint, room - 1, here.glyphs.ellipsis)
            typed: list[Piece] = [(" ", caret), (hint, palette.bar)]
        elif self.selected:
            typed = [(before + rest, caret), (" ", palette.bar_text)]
        elif self.suggestion and cell_len(before) + cell_len(self.suggestion) <= room:
            typed = [(before, palette.bar_text), (self.suggestion[0], caret), (self.suggestion[1:], palette.bar)]
        else:
            typed = [(before, palette.bar_text), (under, caret), (rest, palette.bar_text)]
        return spread([*lead, *typed], after, width, palette.bar)

    def cursor_cell(self) -> Offset:
        """Where the next character goes."""
        return Offset(cell_len(self._sign) + 2 + cell_len(self._window(self._room())[0]), 0)

    def _room(self) -> int:
        """Cells for what is typed."""
        width = self.size.width
        right = cell_len(self._right) + 2 if self._right and width >= 40 else 0
        return max(1, width - cell_len(self._sign) - 4 - right)

    def _window(self, room: int) -> tuple[str, str, str]:
        """What is shown before, under and after the cursor: as much as there is room for, the cursor always in it."""
        end = self._after(self.cursor)
        under = self.value[self.cursor : end] or " "
        start, used = self.cursor, cell_len(under)
        while start > 0:
            step = self._before(start)
            size = cell_len(self.value[step:start])
            if used + size > room:
                break
            start, used = step, used + size
        stop = max(end, self.cursor)
        while stop < len(self.value):
            step = self._after(stop)
            size = cell_len(self.value[stop:step])
            if used + size > room:
                break
            stop, used = step, used + size
        return self.value[start : self.cursor], under, self.value[end:stop]
