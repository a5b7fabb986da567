"""A theme file, checked: every mistake becomes a complaint with its key, its line and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from tuireader.settings import toml
from tuireader.settings.colour import ANSI
from tuireader.settings.complaint import Complaint, line_of, nearest, quoted
from tuireader.settings.theme import PASSAGES, Colours, PassageColours, Theme, only_ansi

_COLOURS = tuple(field.name for field in fields(Colours))
_TOP = ("name", "label", "about", "dark", "ansi", "colours", "passages")
_PASSAGES = tuple(field.name for field in fields(PassageColours))
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
#: What a theme may be called.
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")

_ANSI_LOOKS = '; they are called "ansi_red", "ansi_default" and so on'

Check = Callable[[object], str]
"""What is wrong with a value, in words; empty where nothing is."""


def read(file: Path) -> Theme | list[Complaint]:
    """The theme a file describes, or everything that is wrong with it."""
    answer = toml.read(file)
    if isinstance(answer, Complaint):
        return [answer]
    values, text = answer
    complaints: list[Complaint] = []

    def complain(key: str, message: str) -> None:
        line = line_of(text, key) or line_of(text, key.rpartition(".")[0])
        complaints.append(Complaint(file, key, line, message))

    ansi = values.get("ansi", False) is True
    top: dict[str, Check] = {"name": _name, "label": _label, "dark": _truth, "colours": _table, "passages": _table}
    _check(values, "", top, _TOP, complain)
    if "ansi" in values and (wrong := _truth(values["ansi"])):
        complain("ansi", wrong)
    if "about" in values and (wrong := _sentence(values["about"])):
        complain("about", wrong)
    colours, passages = values.get("colours"), values.get("passages")
    if isinstance(colours, dict):
        _check(colours, "colours.", dict.fromkeys(_COLOURS, _ansi if ansi else _hex), _COLOURS, complain)
    if isinstance(passages, dict):
        wanted: dict[str, Check] = {"inks16": _six(_ansi)}
        if not ansi:
            wanted |= {"tints": _six(_hex), "inks": _six(_hex), "inks256": _six(_number)}
            wanted["tints256"] = _six(_number, or_none=True)
        _check(passages, "passages.", wanted, _PASSAGES, complain)
    if complaints or not isinstance(colours, dict) or not isinstance(passages, dict):
        return complaints
    inks16 = tuple(passages["inks16"])
    return Theme(
        name=values["name"],
        label=values["label"],
        about=values.get("about", ""),
        dark=values["dark"],
        ansi=ansi,
        colours=Colours(**{name: _full(colour) for name, colour in colours.items()}),
        passages=only_ansi(inks16)
        if ansi
        else PassageColours(
            tints=tuple(map(_full, passages["tints"])),
            inks=tuple(map(_full, passages["inks"])),
            tints256=tuple(passages["tints256"]),
            inks256=tuple(passages["inks256"]),
            inks16=inks16,
        ),
    )


def _check(
    table: dict[str, Any],
    prefix: str,
    wanted: dict[str, Check],
    known: tuple[str, ...],
    complain: Callable[[str, str], None],
) -> None:
    for name, value in table.items():
        if name not in known:
            complain(prefix + name, f"there is no such key{nearest(name, known)}")
        elif name in wanted and (wrong := wanted[name](value)):
            complain(prefix + name, wrong)
    for name in wanted:
        if name not in table:
            complain(prefix + name, "is missing; copy a shipped theme to begin with")


def _full(colour: str) -> str:
    """``#RGB`` as ``#rrggbb``."""
    colour = colour.lower()
    return "#" + "".join(digit * 2 for digit in colour[1:]) if len(colour) == 4 else colour


def _hex(value: object) -> str:
    if isinstance(value, str) and _HEX.fullmatch(value):
        return ""
    if isinstance(value, str) and value in ANSI:
        return f'{quoted(value)} is a colour of the terminal; write "#rrggbb", or ansi = true above'
    return f'{quoted(value)} is no colour; colours look like "#e0c8a4"'


def _ansi(value: object) -> str:
    if isinstance(value, str) and value in ANSI:
        return ""
    hint = nearest(value, ANSI) if isinstance(value, str) else ""
    return f"{quoted(value)} is no colour of the terminal{hint or _ANSI_LOOKS}"


def _number(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 16 <= value <= 255:
        return ""
    return f"{quoted(value)} is none of the 256 colours; write a whole number from 16 to 255"


def _six(check: Check, *, or_none: bool = False) -> Check:
    def checked(value: object) -> str:
        if or_none and value == []:
            return ""
        if not isinstance(value, list) or len(value) != PASSAGES:
            count = f" of {len(value)}" if isinstance(value, list) else ""
            return f"must be a list of {PASSAGES} colours, not {'a list' + count if count else quoted(value)}"
        return next((wrong for item in value if (wrong := check(item))), "")

    return checked


def _name(value: object) -> str:
    if isinstance(value, str) and NAME.fullmatch(value):
        return ""
    return f"must be up to 30 small letters, digits and hyphens, not {quoted(value)}"


def _label(value: object) -> str:
    if isinstance(value, str) and value.isprintable() and 1 <= len(value) <= 40:
        return ""
    return f"must be a text of 1 to 40 characters, not {quoted(value)}"


def _sentence(value: object) -> str:
    if isinstance(value, str) and (value.isprintable() or not value) and len(value) <= 80:
        return ""
    return f"must be a text of up to 80 characters, not {quoted(value)}"


def _truth(value: object) -> str:
    return "" if isinstance(value, bool) else f"must be true or false, not {quoted(value)}"


def _table(value: object) -> str:
    return "" if isinstance(value, dict) else f"must be a table, not {quoted(value)}"
