"""Keys as the keyboard protocol of kitty tells them (sw.kovidgoyal.net/kitty/keyboard-protocol), made such as any
terminal may send.

Textual reads the simple forms alone. What else a terminal may send, since somebody before asked it to and was killed,
would end the program: a number with a part behind a colon, or one that is no character.
"""

from __future__ import annotations

import re

_KEY = re.compile(r"\x1b\[([\d:;]*)([u~A-HPQRS])")
#: Bits of modifiers, which are sent with one added. Locked keys are among them.
_SHIFT, _ALT, _CTRL, _LOCKS = 1, 2, 4, 64 | 128
_RELEASED = 3
_LARGEST = 0x10FFFF
#: What ctrl makes of these in every other terminal, and so in habits: escape, tab and enter.
_AS_EVER = {ord("["): 27, ord("i"): 9, ord("m"): 13}


def told(sequence: str) -> str | None:
    """What is to be read in place of a sequence; itself where it is no such key, None where nothing was pressed.

    The letter of another alphabet becomes the one that stands on its key of a Latin keyboard, if the terminal says
    which, where ctrl or alt is held: those keys are commands. What a key typed stays as it was typed.
    """
    found = _KEY.fullmatch(sequence)
    if found is None:
        return sequence
    key, modifiers, text = (*found[1].split(";"), "", "")[:3]
    code, shifted, base = (*_numbers(key), 0, 0, 0)[:3]
    bits, event = (*_numbers(modifiers), 0, 0)[:2]
    if event == _RELEASED or not _character(code) or not all(map(_character, _numbers(text))):
        return None
    bits = max(0, bits - 1) & ~_LOCKS
    if found[2] == "u":
        if bits & ~_SHIFT:
            code = base if base and code > 127 else code
            if bits == _CTRL and code in _AS_EVER:
                code, bits = _AS_EVER[code], 0
        elif bits == _SHIFT and shifted:
            code, bits = shifted, 0
    return _written(code, bits, text, found[2])


def _written(code: int, bits: int, text: str, end: str) -> str:
    if text:
        return f"\x1b[{code};{bits + 1};{text}{end}"
    if bits:
        return f"\x1b[{code or 1};{bits + 1}{end}"
    return f"\x1b[{code if end in 'u~' else ''}{end}"


def _numbers(field: str) -> tuple[int, ...]:
    """The numbers of a field; -1 for one that is too large to be a character."""
    return tuple((int(part) if len(part) < 8 else -1) if part else 0 for part in field.split(":"))


def _character(code: int) -> bool:
    return 0 <= code <= _LARGEST and not 0xD800 <= code <= 0xDFFF
