"""Keys as in other programs: what each preset adds to the table of commands.

Pure data, and the laying over. A command keeps its own keys and gains those named here; a command that has one of them
already gives it up where both hold. So a preset need not say again what it leaves as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tuireader.settings.clashes import clashes
from tuireader.settings.commands import get

PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "less": {
        "app.help": "h",
        "list.down": "ctrl+e",
        "list.up": "ctrl+y",
        "list.page_down": "ctrl+d ctrl+f ctrl+v",
        "list.page_up": "ctrl+u ctrl+b",
        "compare.line_down": "ctrl+e",
        "compare.line_up": "ctrl+y",
        "compare.page_down": "ctrl+f ctrl+v",
        "compare.page_up": "ctrl+b",
        "compare.half_down": "d ctrl+d",
        "compare.half_up": "u ctrl+u",
        "compare.unique": "a",
        "facts.filter": "ampersand",
        "library.filter": "ampersand",
        "marks.filter": "ampersand",
    },
    "vim": {
        "app.undo": "u",
        "library.update": "i",
        "list.down": "ctrl+e",
        "list.up": "ctrl+y",
        "list.page_down": "ctrl+d ctrl+f",
        "list.page_up": "ctrl+u ctrl+b",
        "compare.line_down": "ctrl+e",
        "compare.line_up": "ctrl+y",
        "compare.page_down": "ctrl+f",
        "compare.page_up": "ctrl+b",
        "compare.half_down": "ctrl+d",
        "compare.half_up": "ctrl+u",
        "compare.next_passage": "right_curly_bracket",
        "compare.previous_passage": "left_curly_bracket",
        "compare.next_pane": "ctrl+w",
        "compare.unique": "a",
        "search.next": "ctrl+n",
        "search.previous": "ctrl+p",
        "palette.next": "ctrl+n",
        "palette.previous": "ctrl+p",
        "filter.down": "ctrl+n",
        "filter.up": "ctrl+p",
    },
    "emacs": {
        "app.search": "ctrl+s",
        "app.palette": "alt+x",
        "app.back": "ctrl+g",
        "app.copy": "alt+w",
        "app.undo": "ctrl+underscore",
        "list.down": "ctrl+n",
        "list.up": "ctrl+p",
        "list.page_down": "ctrl+v",
        "list.page_up": "alt+v",
        "list.top": "alt+less_than_sign",
        "list.bottom": "alt+greater_than_sign",
        "compare.line_down": "ctrl+n",
        "compare.line_up": "ctrl+p",
        "compare.page_down": "ctrl+v",
        "compare.page_up": "alt+v",
        "compare.top": "alt+less_than_sign",
        "compare.bottom": "alt+greater_than_sign",
        "compare.next_pane": "ctrl+f",
        "compare.previous_pane": "ctrl+b",
        "compare.next_passage": "alt+n",
        "compare.previous_passage": "alt+p",
        "compare.next_sentence": "alt+e",
        "compare.previous_sentence": "alt+a",
        "coverage.left": "ctrl+b",
        "coverage.right": "ctrl+f",
        "search.next": "ctrl+n ctrl+s",
        "search.previous": "ctrl+p ctrl+r",
        "search.page_down": "ctrl+v",
        "search.page_up": "alt+v",
        "palette.next": "ctrl+n",
        "palette.previous": "ctrl+p",
        "filter.down": "ctrl+n",
        "filter.up": "ctrl+p",
        "themes.cancel": "ctrl+g",
    },
}


@cache
def keys_of(preset: str) -> Mapping[str, tuple[str, ...]]:
    """The keys of every command that has others under a preset than the table says. Raises KeyError for no preset."""
    added = {id: tuple(keys.split()) for id, keys in PRESETS[preset].items()}
    keymap = {id: (*get(id).keys, *keys) for id, keys in added.items()}

    def keys_for(id: str) -> tuple[str, ...]:
        return keymap[id] if id in keymap else get(id).keys

    while found := clashes(keys_for):
        for clash in found:
            loser = clash.first if clash.key in added.get(clash.second, ()) else clash.second
            keymap[loser] = tuple(key for key in keys_for(loser) if key != clash.key)
    return MappingProxyType(keymap)
