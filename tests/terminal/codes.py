"""What a program wrote to a terminal, taken apart: control sequences, the colours they ask for, the modes they set."""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC
    rb"|\x1b[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    rb"|\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|\x1b\(B\x0f"  # the charset of a terminal that is put right
    rb"|\x1b[ -/]*[0-~]"
)
_SGR = re.compile(rb"\x1b\[([0-9;]*)m")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")

MOUSE = frozenset({1000, 1002, 1003, 1005, 1006, 1015, 1016})
"""The private modes that make a terminal report the mouse."""


def sequences(raw: bytes) -> list[bytes]:
    """Every control sequence, in order."""
    return _SEQUENCE.findall(raw)


def text(raw: bytes) -> str:
    """What is left without them, decoded as UTF-8."""
    return _SEQUENCE.sub(b"", raw).decode()


def modes_asked(raw: bytes) -> set[int]:
    """Every private mode that was switched on at some time."""
    return {int(mode) for modes, way in _MODE.findall(raw) if way == b"h" for mode in modes.split(b";")}


def modes_left(raw: bytes, start: frozenset[int] = frozenset({7, 25})) -> set[int]:
    """The private modes that are on at the end; at the start it is wrapping at the margin and the cursor."""
    on = set(start)
    for modes, way in _MODE.findall(raw):
        for mode in map(int, modes.split(b";")):
            (on.add if way == b"h" else on.discard)(mode)
    return on


def colours(raw: bytes) -> set[str]:
    """The ways in which colours were asked for: ``16``, ``256``, ``truecolor``, ``default``."""
    found: set[str] = set()
    for parameters in _SGR.findall(raw):
        codes = iter(int(code or 0) for code in parameters.split(b";"))
        for code in codes:
            if code in (38, 48):
                wide = next(codes) == 2
                found.add("truecolor" if wide else "256")
                for _ in range(3 if wide else 1):
                    next(codes)
            elif code in (39, 49):
                found.add("default")
            elif 30 <= code <= 47 or 90 <= code <= 107:
                found.add("16")
    return found


def last_look(raw: bytes) -> bytes:
    """The parameters of the last SGR sequence."""
    last: bytes = _SGR.findall(raw)[-1]
    return last
