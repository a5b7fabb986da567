"""The filter of a list of articles, typed into a line above it, and the steps by which it is let go of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.geometry import Size

from tuireader.settings.commands import Command, get
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.screens.filter_keys import FilterKeys
from tuireader.tui.shelf.room import NAMED, TALL
from tuireader.tui.widgets.articles import ArticleRows
from tuireader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: Keys that go back, and are pressed once too often: they do not leave the library.
_STAYS = ("escape", "ctrl+g")


class FilterCommands(FilterKeys, ListScreen):
    """A list of articles with a filter line."""

    @property
    def shelf(self) -> ArticleRows:
        """The list of articles."""
        return self.query_one(ArticleRows)

    @property
    def filter_line(self) -> Prompt:
        """The line the filter is typed into."""
        return self.query_one(Prompt)

    @property
    def typing(self) -> bool:
        """Whether keys go into the filter."""
        return self.has_class("-typing")

    @property
    def filtered(self) -> bool:
        """Whether a filter holds."""
        return bool(self.filter_line.value.strip())

    def looks(self, size: Size) -> Mapping[str, bool]:
        return {"-told": size.height >= TALL, "-named": size.height >= NAMED}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)
        self.listed()

    # Told by what is built on this

    @abstractmethod
    def refilter(self) -> None:
        """Lists what answers the filter as it is typed now."""

    @abstractmethod
    def unfiltered(self) -> None:
        """Lists all again; the filter is empty now."""

    @abstractmethod
    def say_found(self) -> None:
        """Says in the filter line how many articles answer it."""

    @abstractmethod
    def listed(self) -> None:
        """Called when something else is listed."""

    # Commands

    def do_filter(self) -> None:
        self.alter("-typing", True, self.filter_line)
        self.say_found()
        self.show_status()

    def do_keep_filter(self) -> None:
        self.alter("-typing", False, self.filter_line)
        self.listed()

    def do_drop_filter(self) -> None:
        self.alter("-typing", False, self.filter_line)
        self.filter_line.clear()
        self.unfiltered()

    def do_back(self) -> None:
        """A filter is left before the library is."""
        if self.filtered:
            self.do_drop_filter()
        else:
            cast("ReaderApp", self.app).do_back()

    def do_let_go(self) -> None:
        """Goes back step by step as far as the first screen; what leaves it is said."""
        picked = self.shelf.picked
        if cast("ReaderApp", self.app).stop_import():
            return
        if self.filtered:
            self.do_drop_filter()
        elif picked:
            self.say("No article is selected any more" if len(picked) > 1 else "The article is no longer selected")
            picked.clear()
            self.shelf.refresh()
        elif len(cast("ReaderApp", self.app).reading_screens) > 1:
            self.do_back()
        else:
            keys_for = context(self).settings.keys_for
            ways = [key for id in ("app.back", "app.quit") for key in keys_for(id) if key not in _STAYS]
            self.say(f"{self.key_text(ways[0])} leaves" if ways else "This is the first screen")

    def command_of(self, key: str) -> Command | None:
        command = super().command_of(key)
        if key in _STAYS and command is not None and command.id == "app.back":
            return get("library.let_go")
        return command

    # Typing

    @property
    def scopes(self) -> tuple[str, ...]:
        return ("filter",) if self.typing else super().scopes

    def filter_by_key(self, event: events.Key) -> None:
        if self.filter_line.type(event):
            self.refilter()
        self.show_status()

    def filter_by_paste(self, text: str) -> None:
        self.filter_line.write(text)
        self.refilter()

    def filter_words(self) -> str:
        """What is typed into the filter, safe to show."""
        return safe(self.filter_line.value)
