"""A screen whose rows are filtered by words that are typed into a line above them."""

from __future__ import annotations

from textual import events

from tuireader.settings.commands import by_scope
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.widgets.prompt import Prompt


class FilteredScreen(ListScreen):
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
        """Whether keys go into the filter."""
        return self.has_class("-typing")

    def refilter(self) -> None:
        """Lists what answers the filter as it stands now."""
        raise NotImplementedError

    def do_filter(self) -> None:
        self.prompt.selected = bool(self.prompt.value)
        self.add_class("-typing")
        self.refilter()

    def do_keep_filter(self) -> None:
        self.remove_class("-typing")
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

    def on_key(self, event: events.Key) -> None:
        if not self.typing or event.key == "ctrl+c" or self.command_of(event.key) is not None:
            # The handler of the base class is called after this one.
            return
        event.stop()
        event.prevent_default()
        if not self.came_early(event) and self.prompt.type(event):
            self.refilter()

    def on_paste(self, event: events.Paste) -> None:
        if self.typing:
            event.stop()
            self.prompt.write(event.text)
            self.refilter()

    def hints(self) -> list[tuple[str, str]]:
        if not self.typing:
            return super().hints()
        keys_for = context(self).settings.keys_for
        shown = (each for each in by_scope("filter") if each.shown)
        return [(self.key_text(keys[0]), each.label) for each in shown if (keys := keys_for(each.id))]
