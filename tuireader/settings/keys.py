"""The names of keys: which there are, how a user may write them, how a status line shows them.

The names are Textual's, because bindings take them; a test holds this list against Textual's own.
"""

from __future__ import annotations

from tuireader.settings.complaint import nearest, quoted

#: Punctuation as it is typed, with its name.
PUNCTUATION: dict[str, str] = {
    "!": "exclamation_mark",
    '"': "quotation_mark",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "full_stop",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less_than_sign",
    "=": "equals_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
    "@": "at",
    "[": "left_square_bracket",
    "\\": "backslash",
    "]": "right_square_bracket",
    "^": "circumflex_accent",
    "_": "underscore",
    "`": "grave_accent",
    "{": "left_curly_bracket",
    "|": "vertical_line",
    "}": "right_curly_bracket",
    "~": "tilde",
}

_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")
#: Keys that type nothing, with the short form a status line shows.
NAMED: dict[str, str] = {
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "home": "home",
    "end": "end",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "insert": "ins",
    "delete": "del",
    "backspace": "bksp",
    "enter": "enter",
    "escape": "esc",
    "tab": "tab",
    "space": "space",
    **{f"f{number}": f"f{number}" for number in range(1, 13)},
}

_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "page_up": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "del": "delete",
    "ins": "insert",
    "spacebar": "space",
    " ": "space",
}

#: Punctuation that a terminal can send with ctrl.
_WITH_CTRL = ("underscore", "circumflex_accent", "right_square_bracket")
#: Keys that arrive as another key.
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}

#: Keys that something between the keyboard and the reader takes for itself.
TAKEN: dict[str, str] = {
    "ctrl+b": "tmux takes it",
    "ctrl+a": "screen takes it",
    "ctrl+s": "flow control can stop the terminal on it",
    "ctrl+q": "flow control takes it",
    "ctrl+c": "it interrupts programs",
    "ctrl+z": "it suspends programs",
}

_LOOKS = '; keys look like "n", "?", "space" or "ctrl+l"'
_CHARACTERS = {name: character for character, name in PUNCTUATION.items()}


class BadKey(ValueError):
    """A key name that does not exist. The message says what was meant, or what names look like."""


def canonical(name: str) -> str:
    """Textual's name of a key, from that name or from what a user would type: ``?``, ``esc``, ``Ctrl+L``, ``PgDn``.

    Raises BadKey with the nearest name.
    """
    if len(name) == 1 and name.isalnum():
        return name
    if name in PUNCTUATION:
        return PUNCTUATION[name]
    lower = name.strip().lower().replace("-", "+") if len(name) > 1 else name
    lower = _SPELLINGS.get(lower, lower)
    if lower in NAMED or lower in _CHARACTERS:
        return lower
    modifier, plus, rest = lower.rpartition("+")
    rest = PUNCTUATION.get(rest) or _SPELLINGS.get(rest, rest)
    if plus and _modified(modifier, rest):
        key = f"{modifier}+{rest}"
        if key in _SAME:
            raise BadKey(f"terminals send {quoted(key)} as {quoted(_SAME[key])}; choose another key")
        return key
    hint = nearest(lower, [*NAMED, *_CHARACTERS, "ctrl+l", "shift+tab"])
    raise BadKey(f"there is no key {quoted(name)}{hint or _LOOKS}")


def _modified(modifier: str, rest: str) -> bool:
    if modifier == "ctrl":
        return (len(rest) == 1 and rest.isascii() and rest.isalpha()) or rest in _MOVING or rest in _WITH_CTRL
    if modifier == "alt":
        return (len(rest) == 1 and rest.isascii() and rest.isalnum()) or rest in _CHARACTERS or rest in _MOVING
    if modifier == "shift":
        return rest in _MOVING or rest == "tab"
    return modifier == "ctrl+shift" and rest in _MOVING


def types_something(key: str) -> bool:
    """Whether the key writes a character into a text field."""
    return len(key) == 1 or key in _CHARACTERS or key == "space"


def typed(key: str) -> str:
    """A key as a user would write it in config.toml: ``?`` rather than ``question_mark``."""
    modifier, plus, rest = key.rpartition("+")
    return modifier + plus + _CHARACTERS.get(rest, rest)


def shown(key: str, arrows: bool = True) -> str:
    """A key's short form for a status line or a table: ``?``, ``pgdn``, ``^l``, ``shift+tab``; arrows as signs."""
    if key in _CHARACTERS:
        return _CHARACTERS[key]
    if arrows and key in _ARROWS:
        return _ARROWS[key]
    modifier, plus, rest = key.rpartition("+")
    if plus and modifier == "ctrl" and len(rest) == 1:
        return f"^{rest}"
    if plus and modifier == "ctrl" and rest in _CHARACTERS:
        return f"^{_CHARACTERS[rest]}"
    if plus and rest in _CHARACTERS:
        return f"{modifier}+{_CHARACTERS[rest]}"
    return modifier + plus + NAMED.get(rest, rest)
