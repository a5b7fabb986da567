"""Where commands hold: the scopes, what they are called, and which hold at the same time. Pure data."""

from __future__ import annotations

#: Every scope, in the order in which help shows them, with its heading.
SCOPES: dict[str, str] = {
    "app": "Everywhere",
    "list": "In every list",
    "library": "Library",
    "problems": "What could not be opened",
    "path": "A path to add",
    "compare": "Compare",
    "charset": "Encoding of a file",
    "hits": "While a search is lit",
    "words": "Choice of a word",
    "why": "Why",
    "facts": "Facts",
    "filter": "Filter lines",
    "reasons": "Why of a fact",
    "coverage": "Coverage",
    "search": "Search",
    "marks": "Marks",
    "note": "Note",
    "tags": "Tags",
    "palette": "Commands",
    "copy": "Copy",
    "export": "Export",
    "themes": "Themes",
    "settings": "Settings",
    "value": "Value of a setting",
    "pressed": "Keys of a command",
    "help": "Help",
}

#: The scopes in which letters are typed into a line, so that no key of theirs may be a letter, and what they are.
TYPED: dict[str, str] = {
    "words": "the choice of a word",
    "filter": "the filter",
    "search": "the search",
    "palette": "the list of commands",
    "note": "the note",
    "tags": "the tags",
    "export": "the name of the file",
    "path": "a path",
    "charset": "the name of an encoding",
    "value": "the value",
    "pressed": "the list of keys",
}

#: Scopes that lie over those they hold with, for a while: of two commands on one key theirs is meant.
OVER: frozenset[str] = frozenset(("hits",))

#: The scopes whose keys hold at the same time as a scope's own. Where letters are typed, and in the choice of a theme,
#: which is a dialogue of its own, the keys of "app" do not hold.
WITH: dict[str, tuple[str, ...]] = {
    "app": (),
    "list": ("app",),
    "library": ("list", "app"),
    "problems": ("list", "app"),
    "path": (),
    "compare": ("app",),
    "charset": (),
    "hits": ("compare", "app"),
    "words": (),
    "why": ("list", "app"),
    "facts": ("list", "app"),
    "filter": (),
    "reasons": ("list", "app"),
    "coverage": ("list", "app"),
    "search": (),
    "marks": ("list", "app"),
    "note": (),
    "tags": (),
    "palette": (),
    "copy": ("list",),
    "export": (),
    "themes": ("list",),
    "settings": ("list", "app"),
    "value": (),
    "pressed": (),
    "help": ("list", "app"),
}
