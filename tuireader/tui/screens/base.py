"""What all screens have in common: keys from the registry to methods, and the status line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset, Size

from tuireader.settings.commands import WITH, Command, get
from tuireader.settings.keys import shown
from tuireader.tui.context import context
from tuireader.tui.hinting import hints
from tuireader.tui.screens.counted import CountedKeys
from tuireader.tui.screens.guided import Guided
from tuireader.tui.session import Session
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.private import key_again
from tuireader.tui.terminal.still import WORDS
from tuireader.tui.widgets.boxes import Ground
from tuireader.tui.widgets.pointing import first_of
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.sheet import Sheet
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual.widget import Widget

    from tuireader.library import Mark
    from tuireader.tui.copying import Offer

#: Seconds that a key which came early waits, and between two looks; then it is taken as it is.
_PATIENCE, _LOOK = 1.0, 0.004


#: What to say where that which a command needs is not there.
_LACKING = {
    "passages": "No shared passage here",
    "panes": "Only one article here",
    "marks": "Nothing is marked here",
    "lit": "Nothing is lit",
    "facts": "No facts here",
    "fact": "No fact belongs to this",
    "dismissed": "No fact is dismissed",
    "mark": "No mark under the cursor",
    "problems": "All that was named could be opened",
    "copy": "Nothing here to copy",
    "export": "Nothing here to export",
    "article": "No article is listed",
    "repeated": "Nothing to repeat here",
}


class BaseScreen(CountedKeys, Guided):
    """A screen whose keys come from the registry of commands.

    A key of the command ``scope.verb`` calls ``do_verb`` of the screen, or else of the app. ``SCOPE`` names the
    screen's own scope; those that hold with it come from the registry. A ``do_verb`` that takes a ``count`` is told the
    number typed before the key; one that does not is called so often.
    """

    # Nothing but its ground is seen of a screen itself; see ``widgets.boxes``.
    BLANK = True
    SCOPE = "app"
    LATER: frozenset[str] = frozenset()
    """Commands that the status line tells after those of everywhere: others are wanted more, and go without saying."""
    _said = ""

    @property
    def session(self) -> Session:
        """The sitting this screen belongs to."""
        return context(self).session

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes whose keys hold now, the nearest first."""
        return (self.SCOPE, *WITH[self.SCOPE])

    def condition(self, name: str) -> bool:
        """Whether what a command needs is there. Screens add their own names."""
        if name == "copy":
            return bool(self.offers())
        if name == "export":
            return bool(self.exported() or self.session.library.all_marks())
        if name == "repeated":
            return self.strokes.last is not None and self.holds(self.strokes.last[0])
        if name == "problems":
            return bool(self.session.problems)
        return name != "passages" or bool(self.session.passages)

    def read_here(self) -> tuple[str | None, tuple[str, ...]]:
        """The id of the article at hand, and of those that are read beside each other; none where nothing is read."""
        return None, ()

    def offers(self) -> list[Offer]:
        """What can be copied here, what is most likely wanted first."""
        return []

    def exported(self) -> tuple[str, ...]:
        """The articles that an export from here is about: all that are open."""
        return tuple(self.session.by_id)

    def listed_marks(self) -> tuple[Mark, ...]:
        """The marks that the screen lists, where it lists some."""
        return ()

    def command_of(self, key: str) -> Command | None:
        """The command a key calls here, enabled or not."""
        return self.command_in(self.scopes, key)

    def holds(self, id: str) -> bool:
        """Whether the keys of a command hold here."""
        return get(id).scope in self.scopes

    def enabled(self, command: Command) -> bool:
        """Whether a command would do something now."""
        return not command.needs or self.condition(command.needs)

    def awaited(self, command: Command) -> bool:
        """Whether what a command needs may be there as soon as it is worked out."""
        session = self.session
        missing = {"passages": session.telling, "facts": session.facts}.get(command.needs, session)
        return missing is None and bool(session.articles)

    def run_command(self, command: Command, count: int | None = None) -> None:
        """Does what a command says, if it can be done now, as often as ``count`` says where it can be counted."""
        self._said = ""
        if not self.enabled(command):
            if self.awaited(command):
                self.say(f"Still looking for what they share; {command.label}: once it is known")
            else:
                self.say(_LACKING.get(command.needs, f"{command.label}: nothing here for it"))
            return
        verb = f"do_{command.id.partition('.')[2]}"
        do = getattr(self, verb, None) or getattr(self.app, verb)
        if command.counts:
            self.do_counted(command, do, count)
        else:
            do()
        self.show_status()
        self.did(command.id)
        if isinstance(self.app, CellDisplay):
            # Where the answer is drawn its frame moves the cursor; where nothing changed but the place, this does.
            self.app.call_after_refresh(self.app.point)

    def on_key(self, event: events.Key) -> None:
        if self.came_early(event):
            return
        if self.is_counting(event.key):
            event.stop()
            event.prevent_default()
            return
        counted = bool(self.count_said())
        command, count = self.counted_command_of(event.key)
        if command is not None:
            event.stop()
            event.prevent_default()
            self.run_command(command, count)
        elif counted:
            self.show_status()

    # Keys typed ahead

    _since = 0.0
    """When the key at the head of those that wait was put off first; 0 where none waits."""
    _waiting: tuple[events.Key, ...] = ()
    """Keys that were put off and come again, in the order in which they were typed."""

    @property
    def ready(self) -> bool:
        """Whether commands find what they need laid out. Until then keys wait."""
        return True

    def came_early(self, event: events.Key) -> bool:
        """Whether a key was typed before what it is meant for was there, or after one that still waits for that. Then
        it is sent on, or comes again."""
        if context(self).leaving:
            event.stop()
            event.prevent_default()
            return True
        screen, waiting = self.app.screen, self._waiting
        at = next((place for place, each in enumerate(waiting) if each is event), len(waiting))
        if screen is self:
            now = monotonic()
            patient = now - (self._since or now) < _PATIENCE
            if at == 0 and (not patient or self._ready_for(event.key)):
                self._since, self._waiting = 0.0, tuple(each for each in waiting if each is not event)
                return False
            self._since = self._since or now
        event.stop()
        event.prevent_default()
        again = key_again(event)
        if screen is self:
            self._waiting = (*waiting[:at], again, *waiting[at + 1 :])
            self.set_timer(_LOOK, partial(self.post_message, again))
        else:
            self._waiting = (*waiting[:at], *waiting[at + 1 :])
            screen.post_message(again)
        return True

    def _ready_for(self, key: str) -> bool:
        command = self.command_of(key)
        return self.ready and not (command is not None and self.awaited(command))

    # The terminal's cursor

    def cursor_cell(self) -> Offset | None:
        """The cell of the item at hand: where is typed, else in the list, else where reading begins."""
        return first_of([*self.walk_children(Prompt), *self.walk_children(RowList), *self.walk_children(Sheet)])

    # Status line

    def where(self) -> list[tuple[str, str]]:
        """What the left of the status line says: pieces of (text, name of a style)."""
        return []

    def hints(self) -> list[tuple[str, str]]:
        """The keys the status line shows: those of the screen that can be used now, those of everywhere, help last."""
        return hints(self.scopes, context(self).settings.keys_for, self.hinted, self.key_text, self.LATER)

    def keys_of(self, commands: Iterable[Command]) -> list[tuple[str, str]]:
        """The first key of each of these commands that has one, and what the command is called."""
        keys_for = context(self).settings.keys_for
        return [(self.key_text(keys[0]), each.label) for each in commands if (keys := keys_for(each.id))]

    def hinted(self, command: Command) -> bool:
        """Whether the status line tells the key of a command now."""
        return command.shown and self.enabled(command)

    def key_text(self, key: str) -> str:
        """A key as the status line writes it."""
        return shown(key, context(self).glyphs.arrows)

    def say(self, text: str) -> None:
        """Says something in the status line, until the next key. The text is safe to show."""
        self._said = text
        self.show_status()

    def show_status(self) -> None:
        """Has the status line brought up to date when all that is going on is done: much of it changes what it says."""
        if isinstance(self.app, CellDisplay):
            self.app.still.ask(self._write_status, after=WORDS)

    def _write_status(self) -> None:
        if not self.is_current:
            # It was closed meanwhile, and its articles may be gone; or it will say it when it is seen again.
            return
        for line in self.walk_children(StatusLine):
            said = [(self._said, "bar_text")] if self._said else self.where()
            line.say([*said, *self.count_said()], self.hints())

    # What it looks like

    def looks(self, size: Size) -> Mapping[str, bool]:
        """The classes that a screen has at a size, or lacks."""
        return {}

    def fit_looks(self, size: Size) -> None:
        """Takes the looks of a size."""
        if looks := self.looks(size):
            self.update_classes(looks)

    def alter(self, name: str, has: bool, *nodes: Widget) -> None:
        """Has a class, or lacks it, for which only some widgets look otherwise: no others are matched with the styles
        again."""
        if has != self.has_class(name):
            self.set_class(has, name, update=False)
            self.app.stylesheet.update_nodes(nodes)

    def on_compose(self) -> None:
        # Known before there is anything in it: all of it would be matched with the styles once more.
        self.update_classes(self.looks(self.app.size), update=False)
        self._lay_ground()

    def _lay_ground(self) -> None:
        if self.BLANK:
            self.styles.background = context(self).palette.theme.colours.background

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        # Whatever changes styles changes them on all screens that are open, also where they are not seen.
        event.refresh_styles = False
        self.show_status()
        self.show_guide()

    @property
    def filled(self) -> bool:
        """Whether it shows all that is known."""
        return self.is_mounted

    def meaning(self) -> str:
        """What keys would act upon here, to tell it from what they would act upon elsewhere."""
        return self.SCOPE

    def prepare(self) -> bool:
        """Makes a part of what the next keys may need ready, while nobody types; whether there was something to do."""
        return False

    def save(self) -> None:
        """Writes down what is to be remembered and is not yet."""

    def session_changed(self) -> None:
        """Called when a worker has found passages or facts."""
        self.show_status()

    def progress_changed(self) -> None:
        """Called when more was read of what is being added."""

    def store_changed(self) -> None:
        """Called when there are other texts in the store that is listed, or other stories."""

    def library_changed(self) -> None:
        """Called when the reader changed marks, notes, tags or dismissals on another screen, or took a change back."""
        self.show_status()

    def settings_changed(self) -> None:
        """Called when the settings are other ones, or something is wrong with them."""
        self.show_status()

    def palette_changed(self) -> None:
        """Called when the theme was changed: everything is drawn anew."""
        self._lay_ground()
        for widget in self.query("*"):
            if isinstance(widget, Ground):
                widget.lay_ground()
            widget.notify_style_update()
            widget.refresh()


class ListScreen(BaseScreen):
    """A screen with one list that the keys of the scope "list" move."""

    @property
    def rows(self) -> RowList:
        """The list the cursor keys move."""
        return self.query_one(RowList)

    def do_down(self, count: int = 1) -> None:
        self.rows.move(count)

    def do_up(self, count: int = 1) -> None:
        self.rows.move(-count)

    def do_page_down(self) -> None:
        self.rows.page(1)

    def do_page_up(self) -> None:
        self.rows.page(-1)

    def do_top(self, count: int = 1) -> None:
        self.rows.go(count - 1)

    def do_bottom(self, count: int | None = None) -> None:
        self.rows.go((count or self.rows.items) - 1)
