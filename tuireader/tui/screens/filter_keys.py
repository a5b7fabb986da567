"""Keys that go into a line while a filter is typed there, except those that close it or move the list meanwhile."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tuireader.settings.commands import by_scope
from tuireader.tui.screens.base import BaseScreen


class FilterKeys(BaseScreen):
    """Takes keys and what is pasted to the filter as long as that is ``typing``."""

    @property
    @abstractmethod
    def typing(self) -> bool:
        """Whether keys go into the filter."""

    @abstractmethod
    def filter_by_key(self, event: events.Key) -> None:
        """Takes a key into the filter, and lists what answers it."""

    @abstractmethod
    def filter_by_paste(self, text: str) -> None:
        """Takes a pasted text into the filter, and lists what answers it."""

    def on_key(self, event: events.Key) -> None:
        if not self.typing or event.key == "ctrl+c" or self.command_of(event.key) is not None:
            # The handler of the base class is called after this one.
            return
        event.stop()
        event.prevent_default()
        if not self.came_early(event):
            self.filter_by_key(event)

    def on_paste(self, event: events.Paste) -> None:
        if self.typing:
            event.stop()
            self.filter_by_paste(event.text)

    def hints(self) -> list[tuple[str, str]]:
        if not self.typing:
            return super().hints()
        return self.keys_of(each for each in by_scope("filter") if each.shown)
