"""A screen whose rows are filtered by words that are typed into a line above them."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tuireader.tui.screens.base import ListScreen
from tuireader.tui.screens.filter_keys import FilterKeys
from tuireader.tui.widgets.prompt import Prompt


class FilteredScreen(FilterKeys, ListScreen):
    """Opens its prompt with the command ``filter``, and fills its list anew with every key that is typed there."""

    DEFAULT_CSS = """
    FilteredScreen Prompt { display: none; }
    FilteredScreen.-typing Prompt { display: block; }
    """

    @property
    def prompt(self) -> Prompt:
        """The line the filter is typed into."""
        return self.query_one(Prompt)

    @property
    def typing(self) -> bool:
        return self.has_class("-typing")

    @abstractmethod
    def refilter(self) -> None:
        """Lists what answers the filter as it stands now."""

    def do_filter(self) -> None:
        self.prompt.selected = bool(self.prompt.value)
        self.alter("-typing", True, self.prompt)
        self.refilter()

    def do_keep_filter(self) -> None:
        self.alter("-typing", False, self.prompt)
        self.refilter()

    def do_drop_filter(self) -> None:
        self.prompt.clear()
        self.do_keep_filter()

    def do_back(self) -> None:
        """Back takes a filter away first: what is hidden should not be looked for in vain."""
        if self.prompt.value:
            self.do_drop_filter()
        else:
            self.app.pop_screen()

    @property
    def scopes(self) -> tuple[str, ...]:
        return ("filter",) if self.typing else super().scopes

    def filter_by_key(self, event: events.Key) -> None:
        if self.prompt.type(event):
            self.refilter()

    def filter_by_paste(self, text: str) -> None:
        self.prompt.write(text)
        self.refilter()
