"""One line to type into at the foot of the screen it is about: a note, or tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult

from tuireader.library.tags import parsed
from tuireader.settings import paths
from tuireader.settings.commands import by_scope
from tuireader.text.safe import line as safe
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.over import OverScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import OverDown
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.terminal.display import CellDisplay

#: A line holds so much of a note; longer ones are for the editor.
LONGEST = 2000
#: Stands in the line where the note has a line break.
BREAK = "¶"


class AskScreen(OverScreen):
    """A title, a line to type into, its keys; the screen below shows through."""

    DEFAULT_CSS = """
    AskScreen #foot { dock: bottom; height: 3; }
    """

    def __init__(self, title: str, sign: str, hint: str, value: str) -> None:
        """``title`` is safe to show."""
        super().__init__()
        self._title = title
        self._typed = Prompt(sign, hint, longest=LONGEST)
        self._typed.put(value)

    def compose(self) -> ComposeResult:
        with OverDown(id="foot"):
            yield Bar()
            yield self._typed
            yield StatusLine()

    def on_mount(self) -> None:
        self.query_one(Bar).say(self._title)
        self.typed()
        self.show_status()

    def typed(self) -> None:
        """What is typed is another text now."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+c" or self.came_early(event):
            return
        event.prevent_default()
        event.stop()
        command = self.command_of(event.key)
        if command is not None:
            self.run_command(command)
        elif self._typed.type(event):
            self.typed()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._typed.write(self.pasted(event.text))
        self.typed()

    def pasted(self, text: str) -> str:
        """What is written of a text that is pasted."""
        return text

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(each for each in by_scope(self.SCOPE) if each.shown)


class NoteScreen(AskScreen):
    """Asks for the note on a place. What is typed is kept as a draft until it is kept as the note."""

    SCOPE = "note"

    def __init__(self, about: str, key: tuple[str, int, int], note: str, keep: Callable[[str], bool]) -> None:
        """``about`` is what the note is on, safe to show, ``key`` by what the library knows it; ``keep`` takes the
        note when it is written, and tells whether it was kept."""
        super().__init__(f"Note on {about}", "i", "Write a note", "")
        self._key = key
        self._note = self._first = note
        self._keep = keep

    def on_mount(self) -> None:
        # Textual calls that of the base class too.
        self._take_up()

    def _take_up(self) -> None:
        """Goes on with what was typed and not kept, else with the note."""
        draft = self.session.library.draft(*self._key)
        self._first = self._note if draft is None else draft
        self._typed.put(in_line(self._first))
        self._typed.say("" if self._first == self._note else "not kept yet")

    @property
    def text(self) -> str:
        """The note that the line stands for; untouched it is what it was, spaces and all."""
        typed = self._typed.value
        return self._first if typed == in_line(self._first) else in_lines(typed)

    def typed(self) -> None:
        library = self.session.library
        if self.text == self._note:
            library.drop_draft(*self._key)
        else:
            library.keep_draft(*self._key, self.text)

    def pasted(self, text: str) -> str:
        """Line breaks stay, as signs."""
        return in_line(text)

    def do_keep(self) -> None:
        self._done(self.text)

    def do_leave(self) -> None:
        """What was typed waits for the next time: escape is pressed too soon too easily."""
        unfinished = self.text != self._note
        self.app.pop_screen()
        if unfinished and isinstance(below := self.app.screen, BaseScreen):
            below.say("The note was not kept; it waits where you were writing it")

    def do_editor(self) -> None:
        if (written := edited(self, self.text, self._key)) is not None:
            self._done(written)
        else:
            # What an editor left that failed is the draft now.
            self._take_up()
            self.typed()

    def _done(self, text: str) -> None:
        self.app.pop_screen()
        if self._keep(text):
            self.session.library.drop_draft(*self._key)


class TagScreen(AskScreen):
    """Asks for tags. Known ones are completed."""

    SCOPE = "tags"

    def __init__(self, about: str, tags: Iterable[str], keep: Callable[[tuple[str, ...]], None]) -> None:
        """``about`` is what the tags are on, safe to show; ``keep`` takes them all when they are written."""
        super().__init__(f"Tags of {about}", "#", "Words, with spaces between", "".join(f"{tag} " for tag in tags))
        self._keep = keep
        self._offered: list[str] = []
        self._taken = -1

    def typed(self) -> None:
        self._taken = -1
        self._offer()

    def _offer(self) -> None:
        """Says which known tags begin like the last word; before a word those that are used most."""
        word = self._word()
        used = set(parsed(self._typed.value)) - {word}
        known = [tag for tag in self.session.library.all_tags() if tag not in used]
        self._offered = [tag for tag in known if tag.casefold().startswith(word.casefold()) and tag != word]
        room = max(0, self.app.size.width // 2 - 4)
        said = ""
        for tag in self._offered:
            if len(said) + len(tag) + 1 > room:
                break
            said += f"{tag} "
        self._typed.say(said.strip())

    def _word(self) -> str:
        """The word that is being typed; empty after a space."""
        before = self._typed.value
        return before[before.rfind(" ") + 1 :].lstrip("#")

    def do_complete(self) -> None:
        """Puts the next known tag in the place of the last word."""
        if not self._offered:
            return
        self._taken = (self._taken + 1) % len(self._offered)
        value = self._typed.value
        self._typed.put(value[: value.rfind(" ") + 1] + self._offered[self._taken])

    def do_keep(self) -> None:
        self.app.pop_screen()
        self._keep(parsed(self._typed.value))

    def do_leave(self) -> None:
        self.app.pop_screen()


def edited(screen: BaseScreen, text: str, key: tuple[str, int, int]) -> str | None:
    """A note as the editor left it; None where it is as it was, or something went wrong, which is told of.

    What was written is kept as a draft until the caller has kept it as the note.
    """
    from tuireader.tui.editing import edit

    library = screen.session.library
    library.keep_draft(*key, text)
    found = edit(cast("CellDisplay", screen.app), text, paths.find().state)
    if found.text != text:
        library.keep_draft(*key, found.text)
    if found.problem:
        screen.say(f"Not kept: {found.problem}")
    return None if found.problem or found.text == text else found.text


def in_line(note: str) -> str:
    """A note on one line, its line breaks as signs."""
    return f" {BREAK} ".join(map(safe, note.split("\n")))


def in_lines(typed: str) -> str:
    """The note that a line stands for."""
    return "\n".join(part.strip() for part in typed.split(BREAK))
