"""What search and palette have in common: a line to type into over a list of what was found."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tuireader.settings.commands import by_scope
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList


class Finder(BaseScreen):
    """A screen that answers at each key. Keys of its scope move and choose, all others go into the line."""

    @property
    def prompt(self) -> Prompt:
        """The line that is typed into."""
        return self.query_one(Prompt)

    @property
    def rows(self) -> RowList:
        """What was found."""
        return self.query_one(RowList)

    @abstractmethod
    def find(self, query: str) -> None:
        """Looks for what was typed and shows it."""

    @abstractmethod
    def accept(self) -> None:
        """Takes the row under the cursor."""

    # Keys

    def on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+c" or self.came_early(event):
            return
        # Textual would also call the handler of the base class.
        event.prevent_default()
        event.stop()
        command = self.command_of(event.key)
        if command is None or not self.enabled(command):
            # Straight on, not by a message: the answer comes with the frame that shows the key.
            if self.prompt.type(event):
                self.find(self.prompt.value)
        else:
            self.run_command(command)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.prompt.write(event.text)
        self.find(self.prompt.value)

    def do_next(self) -> None:
        self.rows.move(1)
        self.show_row()

    def do_previous(self) -> None:
        self.rows.move(-1)
        self.show_row()

    def do_page_down(self) -> None:
        self.rows.page(1)
        self.show_row()

    def do_page_up(self) -> None:
        self.rows.page(-1)
        self.show_row()

    def do_close(self) -> None:
        self.app.pop_screen()

    # What is shown

    def show_row(self) -> None:
        """Shows what there is to show of the row under the cursor."""

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.show_row()
        self.show_status()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.accept()

    def where(self) -> list[tuple[str, str]]:
        items = self.rows.items
        return [(f"{self.rows.cursor + 1}/{items}", "bar")] if items else []

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(each for each in by_scope(self.SCOPE) if self.hinted(each))
