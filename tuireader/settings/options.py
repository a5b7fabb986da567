"""The settings: what each is called, what it may be, and what it does.

Pure data. ``config.toml``, the settings screen, ``tuireader settings``, the environment and ``docs/configuration.md``
are all checked against and fed from ``OPTIONS``, so that they cannot disagree. To add a setting, add a line here and
a field of the same name to ``config.Settings``.
"""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.settings.complaint import one_of, quoted

Value = str | bool | int | float

#: The theme where neither the config nor the library names one.
DEFAULT_THEME = "ink"

#: What stands before a setting's name in the environment.
PREFIX = "TUIREADER_"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting. ``choices`` or ``low`` and ``high`` with ``step`` bound what it may be; without them it is a name.

    ``help`` is one sentence. ``unset`` says what holds without it where that is not just ``default``. ``flag`` is the
    option of the call that stands above it, ``at_start`` tells that a running reader does not take it up.
    """

    name: str
    default: Value
    help: str
    choices: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    step: float = 0
    unset: str = ""
    flag: str = ""
    at_start: bool = False

    @property
    def variable(self) -> str:
        """The environment variable that stands above the file."""
        return PREFIX + self.name.upper()

    @property
    def allowed(self) -> str:
        """What it may be, in words: ``one of "a", "b" or "c"`` without the "one of"."""
        if isinstance(self.default, bool):
            return "true or false"
        if self.choices:
            return one_of(self.choices)
        if self.step:
            kind = "a whole number" if isinstance(self.default, int) else "a number"
            return f"{kind} from {self.low:g} to {self.high:g}"
        if self.name == "theme":
            return f'the name of a theme, such as "{DEFAULT_THEME}"'
        return "the name of an installed tagger"

    def wrong(self, value: object) -> str:
        """What is wrong with a value; empty where nothing is."""
        return "" if self._fits(value) else f"must be {self.allowed}, not {quoted(value)}"

    def _fits(self, value: object) -> bool:
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if self.choices:
            return value in self.choices
        if isinstance(self.default, str):
            return isinstance(value, str)
        kinds = (int,) if isinstance(self.default, int) else (int, float)
        return isinstance(value, kinds) and self.low <= value <= self.high

    def read(self, text: str) -> Value:
        """What a typed text says. Raises ValueError, whose message says what it must be."""
        text = text.strip()
        value: object = text
        if isinstance(self.default, bool):
            value = {"true": True, "yes": True, "on": True, "1": True}.get(text.lower(), text)
            value = {"false": False, "no": False, "off": False, "0": False}.get(text.lower(), value)
        elif self.step:
            value = _number(text)
        elif self.choices:
            value = text.lower()
        if wrong := self.wrong(value):
            raise ValueError(wrong)
        assert isinstance(value, str | bool | int | float)
        return value

    def stepped(self, value: Value, by: int) -> Value:
        """The next value one way or the other; round and round where there are choices. A name stays."""
        if isinstance(self.default, bool):
            return not value
        if self.choices:
            at = self.choices.index(value) if value in self.choices else 0
            return self.choices[(at + by) % len(self.choices)]
        if not self.step or isinstance(value, str):
            return value
        new = max(self.low, min(self.high, round(value + by * self.step, 3)))
        return int(new) if isinstance(self.default, int) else new


def _number(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def written(value: Value) -> str:
    """A value as it stands in config.toml."""
    return f"{value:g}" if isinstance(value, float) else quoted(value)


_SWITCH = ("auto", "on", "off")
# Written down here: what has the tables need not be imported to read a config file. A test holds them together.
_PRESETS = ("default", "less", "vim", "emacs")
_LAYOUTS = (
    "russian",
    "ukrainian",
    "belarusian",
    "bulgarian",
    "bulgarian-phonetic",
    "serbian",
    "macedonian",
    "greek",
)

OPTIONS: tuple[Option, ...] = (
    Option(
        "theme",
        "",
        "The theme to draw in.",
        unset=f"the theme chosen last, `{DEFAULT_THEME}` at first",
        flag="--theme",
    ),
    Option(
        "mouse",
        "auto",
        "Whether the mouse is used; `auto`: not over SSH, where every movement goes up the line, nor in GNU screen.",
        _SWITCH,
        flag="--mouse",
    ),
    Option("animation", False, "Whether anything moves between two states of the screen."),
    Option("measure", 80, "How wide a column of text may become, in characters.", low=40, high=120, step=2),
    Option(
        "glyphs",
        "auto",
        "Which characters draw rails, bars and arrows; `auto`: ASCII where the locale is not UTF-8.",
        ("auto", "unicode", "ascii"),
    ),
    Option("cursor", "auto", "Whether the terminal's cursor is seen on what is at hand, all the time.", _SWITCH),
    Option(
        "watch",
        False,
        "Whether the folders that are opened are watched for new articles.",
        flag="--watch",
        at_start=True,
    ),
    Option(
        "tagger",
        "",
        "Which installed tagger names people, organisations and places.",
        unset="none; [taggers](taggers.md) tells of them",
    ),
    Option(
        "display",
        "cells",
        "How frames go over the line: only the `cells` that changed, or whole `frames` as Textual sends them.",
        ("cells", "frames"),
        at_start=True,
    ),
    Option("preset", "default", "Whose keys: the reader's own, or those of another program.", _PRESETS),
    Option(
        "layout",
        "auto",
        "Which keyboard the letters of other alphabets come from; `auto`: by the locale.",
        ("auto", "off", *_LAYOUTS),
    ),
    Option(
        "count_seconds",
        1.0,
        "How many seconds a digit that went to a pane is a number, too; 0: never.",
        low=0,
        high=5,
        step=0.25,
    ),
    Option(
        "private_addresses",
        False,
        "Whether addresses in feeds, pages and redirects may lead into your own network; one you type always may.",
        flag="--private-addresses",
    ),
    Option("reload", True, "Whether changed settings and themes hold at once, without a new start."),
)

_BY_NAME: dict[str, Option] = {option.name: option for option in OPTIONS}


def find(name: str) -> Option:
    """The setting of this name. Raises KeyError."""
    return _BY_NAME[name]
