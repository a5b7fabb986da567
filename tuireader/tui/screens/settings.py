"""The settings: each with its value and where that is from, changed with effect at once and written to the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from tuireader.settings.commands import Command, by_scope
from tuireader.settings.complaint import Complaint
from tuireader.settings.options import Option, Value, written
from tuireader.settings.paths import make
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.editing import edit_file
from tuireader.tui.mistakes import by_name
from tuireader.tui.screens.filtered import FilteredScreen
from tuireader.tui.screens.over import OverScreen
from tuireader.tui.screens.settings_keys import KeyRecorder
from tuireader.tui.screens.settings_rows import LOW, NOTE, WRONG, SettingNote, SettingRows, Shown, about, rows, said_of
from tuireader.tui.screens.themes_rows import Edge
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down, OverAcross
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: From this width on the screen below can be seen beside the list, and what a setting does to it.
BESIDE = 120
WIDTH = 66


class SettingsScreen(KeyRecorder, FilteredScreen, OverScreen):
    """A list over the screen below."""

    SCOPE = "settings"
    DEFAULT_CSS = f"""
    SettingsScreen #panel {{ dock: right; width: 100%; height: 1fr; }}
    SettingsScreen Edge {{ display: none; }}
    SettingsScreen #filter {{ display: none; }}
    SettingsScreen.-typing #filter, SettingsScreen.-filtered #filter {{ display: block; }}
    SettingsScreen.-beside Edge {{ display: block; }}
    SettingsScreen.-beside #panel {{ width: {WIDTH}; }}
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: Option | None = None

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def compose(self) -> ComposeResult:
        with OverAcross(id="panel"):
            yield Edge()
            with Down():
                yield Bar()
                yield Prompt("F", "Filter: words of a setting or a command, a key", id="filter")
                yield SettingRows()
                yield SettingNote()
        yield StatusLine()

    def on_mount(self) -> None:
        # What is wrong is listed here: nothing of it need lie over the list.
        self.app.clear_notifications()
        self.refilter()

    def refilter(self) -> None:
        before = self.at
        self._rows = rows(context(self).settings, self.prompt.value)
        at = next((row.item for row in self._rows if row.item is not None and row.data is before), 0)
        self.rows.fill(self._rows, at or 0)
        self.prompt.say(f"{self.rows.items}" if self.prompt.value else "")
        self.set_class(bool(self.prompt.value), "-filtered")
        self.show_row()

    def settings_changed(self) -> None:
        self.refilter()

    def looks(self, size: Size) -> Mapping[str, bool]:
        return {"-beside": size.width >= BESIDE}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)
        # The end of a path says more than its beginning.
        file = safe(str(self._reader.configured.paths.config_file))
        room = min(event.size.width, WIDTH) - 13 if event.size.width >= BESIDE else event.size.width - 12
        more = context(self).glyphs.ellipsis
        self.query_one(Bar).say("Settings", file if len(file) <= room else more + file[len(more) - room :])
        self.query_one(SettingNote).styles.height = 1 + (NOTE if event.size.height >= 18 else LOW)

    @property
    def at(self) -> Shown | None:
        """The setting, the command or the mistake under the cursor; None where nothing is listed."""
        found = self.rows.chosen
        return found if isinstance(found, Option | Command | Complaint) else None

    def condition(self, name: str) -> bool:
        return isinstance(self.at, Command) if name == "key" else super().condition(name)

    # What is said of it

    def show_row(self) -> None:
        """Tells of what is under the cursor."""
        at, settings = self.at, context(self).settings
        note = self.query_one(SettingNote)
        wrong = by_name(settings.complaints).get(getattr(at, "name", "") or getattr(at, "id", ""))
        mistake = (f"{WRONG} {safe(about(wrong))}",) if wrong is not None else ()
        if isinstance(at, Option):
            origin = settings.origins.get(at.name)
            default = at.unset.replace("`", "").replace("[taggers](taggers.md)", "docs/taggers.md") or written(
                at.default
            )
            where = f"from {safe(str(origin))}; " if origin else ""
            later = " It holds from the next start on." * at.at_start
            note.say(*mistake, at.help.replace("`", ""), f"It is {at.allowed}.{later}", f"{where}default: {default}")
        elif isinstance(at, Complaint):
            note.say(safe(about(at)), "Nothing here goes by it. The command “edit file” opens the file.")
        elif at is not None:
            origin = settings.origins.get(f"keys.{at.id}")
            own = "  ".join(map(self.key_text, at.keys))
            note.say(*mistake, at.help, at.id, f"from {origin}; default: {own}" if origin else f"default: {own}")
        else:
            note.say()
        self.show_status()

    def explain(self, problem: str) -> None:
        """Tells of the keys that are pressed for the command under the cursor."""
        if isinstance(self.at, Command):
            self.query_one(SettingNote).say(self.at.help, problem)

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.show_row()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_change()

    # Keys

    @property
    def scopes(self) -> tuple[str, ...]:
        if self.recorded is not None:
            return ("pressed",)
        return ("value",) if self._typed is not None else super().scopes

    def on_key(self, event: events.Key) -> None:
        if self.typing or event.key == "ctrl+c" or len(self.scopes) > 1 or self.command_of(event.key) is not None:
            # The handler of the base class is called after this one.
            return
        event.stop()
        event.prevent_default()
        if self.came_early(event):
            return
        if self.recorded is not None:
            self.press(event)
        elif self.query_one("#value", Prompt).type(event):
            self.say("")

    def on_paste(self, event: events.Paste) -> None:
        if self._typed is not None:
            event.stop()
            self.query_one("#value", Prompt).write(event.text)

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(each for each in by_scope(self.scopes[0]) if self.hinted(each))

    def where(self) -> list[tuple[str, str]]:
        return [(f"{self.rows.cursor + 1}/{self.rows.items}", "bar")] if self.rows.items else []

    # Commands

    def do_settings(self) -> None:
        """The key that opened the settings closes them."""
        self.app.pop_screen()

    def do_search(self) -> None:
        """Over the settings nothing else is searched than these."""
        self.do_filter()

    def do_change(self) -> None:
        at = self.at
        if isinstance(at, Command):
            self.record(at)
        elif isinstance(at, Option) and (
            at.step or (not self._reader.configured.choices(at) and not isinstance(at.default, bool))
        ):
            self._type(at)
        else:
            self.do_later()

    def do_later(self, count: int = 1) -> None:
        self._step(count)

    def do_earlier(self, count: int = 1) -> None:
        self._step(-count)

    def _step(self, by: int) -> None:
        at = self.at
        if not isinstance(at, Option):
            return
        value: Value = getattr(context(self).settings, at.name)
        choices = self._reader.configured.choices(at)
        if choices and at.name == "theme":
            value = self._reader.reading_theme.name
        if choices and not at.choices:
            here = choices.index(str(value)) if value in choices else -1
            self.write(at, choices[(here + by) % len(choices)])
        elif (new := at.stepped(value, by)) != value or at.default == "":
            self.write(at, new)

    def do_default(self) -> None:
        at = self.at
        if isinstance(at, Command):
            self.write_keys(at, None)
        elif isinstance(at, Option):
            self.write(at, None)

    def do_unbind(self) -> None:
        if isinstance(self.at, Command):
            self.unbind(self.at)

    def do_next_part(self) -> None:
        self._part(1)

    def do_previous_part(self) -> None:
        self._part(-1)

    def _part(self, by: int) -> None:
        """To the first row under the next heading, or under this or the one before."""
        firsts = [row.item for before, row in zip(self._rows, self._rows[1:], strict=False) if before.item is None]
        items = [item for item in firsts if item is not None]
        if not items:
            return
        cursor = self.rows.cursor
        if by > 0:
            self.rows.go(next((item for item in items if item > cursor), items[0]))
        else:
            self.rows.go(next((item for item in reversed(items) if item < cursor), items[-1]))

    def do_edit(self) -> None:
        configured = self._reader.configured
        file = configured.paths.config_file
        try:
            make(file.parent)
            problem = edit_file(self._reader, file)
        except OSError as error:
            problem = f"{file} cannot be made ({error.strerror or error})"
        if problem:
            self.say(safe(problem))
        else:
            configured.reread()
            self._show()

    # Typing a value

    def _type(self, option: Option) -> None:
        value = getattr(context(self).settings, option.name)
        self._typed = option
        # The terminal's cursor goes to the line while it is there.
        prompt = Prompt(
            option.name, option.allowed, said_of(option, context(self).settings) if value != "" else "", id="value"
        )
        self.query_one(Down).mount(prompt, before=self.query_one(SettingNote))
        self.show_status()

    def do_keep_value(self) -> None:
        option = self._typed
        if option is None:
            return
        try:
            value = option.read(self.query_one("#value", Prompt).value)
        except ValueError as error:
            self.say(safe(f"{option.name} {error}"))
            return
        self._close_prompt()
        self.write(option, value)

    def do_drop_value(self) -> None:
        self._close_prompt()

    def _close_prompt(self) -> None:
        self._typed = None
        self.query_one("#value", Prompt).remove()

    # Writing

    def write(self, option: Option, value: Value | None) -> None:
        """Writes a setting, and puts it to work."""
        self._say_of(self._reader.configured.put(option, value))

    def write_keys(self, command: Command, keys: tuple[str, ...] | None) -> None:
        """Writes the keys of a command; None: its own ones."""
        self._say_of(self._reader.configured.put_keys(command.id, keys))

    def _say_of(self, text: str) -> None:
        self._show()
        if len(text) > self.app.size.width // 2:
            self._reader.tell(text)
        elif text:
            self.say(safe(text))

    def _show(self) -> None:
        self.refilter()
