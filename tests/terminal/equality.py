"""Whether a terminal shows, cell by cell, what Textual would draw, after every step of a walk through the reader.

The reader runs in a terminal and is sent what it is sent; beside it another terminal of the same kind is sent the whole
frame, as Textual renders it. Characters, colours, attributes and the cursor are compared. Nothing depends on how long
anything takes: what differs is looked at again until it stays so.
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal.conftest import STORY
from tests.terminal.emulators import Cell, Emulator, Make
from tests.terminal.harness import Terminal

#: An account whose characters take two cells, or none beside those of their letters; it has what ``STORY`` has in
#: common in the words of others. None of these do terminals differ about.
_EAST = """Brücke über die Lenne 橋 gesperrt

The bridge 橋 over the river Lenne near Altdorf 老村 will be closed from Monday because its northern pier has sunk.

Die Pru\u0308fer fanden Risse im Mauerwerk，検査は木曜日の朝に行われた，as divers o\u0302f the county said on Thursday.

運転手は病院まで十一キロメートル遠回りしなければならない。

Drivers must take the road over Weidental, which adds eleven kilometres 公里 to the way to the hospital.
"""

#: So long is waited for what may still be on its way, in seconds.
_ON_ITS_WAY = 0.3
#: After so many seconds without a word from the reader it is given up.
_SILENCE = 60.0


class Difference(NamedTuple):
    """A step after which the terminal showed something else."""

    step: int
    did: str
    """The key, or the size, and the scope it led to."""
    where: str
    """The first cells that differ, in words."""


class Walk(NamedTuple):
    """What came of a walk."""

    steps: int
    visited: Mapping[str, int]
    """In how many steps the commands of each scope held."""
    differences: tuple[Difference, ...]
    written: int
    """Bytes that were sent."""


def walk(emulate: Make, seed: int, steps: int, paths: Sequence[Path], folder: Path, env: Mapping[str, str]) -> Walk:
    """Walks so many random steps over articles. What the reader writes to files goes below ``folder``.

    Raises AssertionError with the screen where the reader ends early or is silent.
    """
    address = folder / "wandering"
    program = [sys.executable, "-m", "tests.terminal.wandering", str(address), str(seed), str(steps), *map(str, paths)]
    with _listening(address) as listener, Terminal(program, env=env, emulate=emulate) as terminal:
        _read_until(terminal, listener)
        connection, _ = listener.accept()
        with connection:
            wanted = emulate(80, 24)
            # Where Textual draws as well: what becomes smaller there is not wrapped anew.
            wanted.feed(b"\x1b[?1049h")
            found = _watch(terminal, connection, wanted)
        wanted.close()
        assert terminal.wait() == 0, terminal.text
        return found


def write_texts(folder: Path) -> list[Path]:
    """Three accounts, one with characters that take two cells or none, and a book that cannot be opened."""
    folder.mkdir()
    for name, text in (*STORY.items(), ("east", _EAST)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "book.epub").write_bytes(b"PK no zip")
    return sorted(folder.iterdir())


def environment(folder: Path) -> dict[str, str]:
    """An environment in which the reader keeps everything below a folder, and the editor changes nothing."""
    folders = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    return {"HOME": str(folder), "EDITOR": "true", "VISUAL": "true", **folders}


@contextmanager
def _listening(address: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        listener.listen()
        try:
            yield listener
        finally:
            address.unlink()


def _watch(terminal: Terminal, connection: socket.socket, wanted: Emulator) -> Walk:
    told: list[str] = []
    steps = 0
    differences: list[Difference] = []
    difference = Difference(0, "", "")
    lines = connection.makefile("rb")
    while True:
        _read_until(terminal, connection)
        message = json.loads(lines.readline())
        answer = "same"
        if "visited" in message:
            return Walk(steps, message["visited"], tuple(differences), terminal.written)
        if "size" in message:
            wanted.resize(*message["size"])
            terminal.resize(*message["size"])
            told = []
        elif "different" in message:
            differences.append(difference)
            steps += 1
        else:
            _draw(wanted, told, message)
            told = message["rows"]
            where = _compare(terminal, wanted)
            if where:
                answer, difference = "other", Difference(steps, message["did"], where)
            else:
                steps += 1
        connection.sendall(answer.encode() + b"\n")


def _read_until(terminal: Terminal, ready: socket.socket) -> None:
    """Lets the reader write until a socket has something to say."""
    end = time.monotonic() + _SILENCE
    while not select.select([ready], [], [], 0)[0]:
        alive = terminal.read_or(ready, 0.5)
        assert alive, f"the reader ended; the screen is\n{terminal.text}"
        assert time.monotonic() < end, f"the reader says nothing; the screen is\n{terminal.text}"


def _draw(wanted: Emulator, told: list[str], message: Mapping[str, Any]) -> None:
    """Draws the rows that are not there yet, and puts the cursor."""
    rows: list[str] = message["rows"]
    old = told if len(told) == len(rows) else [""] * len(rows)
    text = [f"\x1b[{y + 1};1H\x1b[0m{row}" for y, row in enumerate(rows) if row != old[y]]
    x, y = message["cursor"]
    wanted.feed(f"{''.join(text)}\x1b[{y + 1};{x + 1}H\x1b[?25{'h' if message['seen'] else 'l'}".encode())


def _compare(terminal: Terminal, wanted: Emulator) -> str:
    """Where both differ, in words; empty where they do not, or no longer do after a moment."""
    end = time.monotonic() + _ON_ITS_WAY
    while (where := difference(terminal.emulator, wanted)) and time.monotonic() < end:
        terminal.read_or(None, 0.02)
    return where


def difference(shown: Emulator, wanted: Emulator) -> str:
    """The first cells in which two terminals differ, or their cursors, in words; empty where they do not."""
    if (shown.width, shown.height) != (wanted.width, wanted.height):
        return f"{shown.width}x{shown.height} instead of {wanted.width}x{wanted.height}"
    for y, (row, right) in enumerate(zip(shown.rows(), wanted.rows(), strict=True)):
        if row == right:
            continue
        for x, (cell, other) in enumerate(zip(row, right, strict=True)):
            if cell == other or cell.seen == other.seen:
                continue
            return f"row {y}, column {x}: {_told(row[x : x + 8])} instead of {_told(right[x : x + 8])}"
    if shown.cursor() != wanted.cursor():
        return f"the cursor at {shown.cursor()} instead of {wanted.cursor()}"
    if shown.cursor_seen() != wanted.cursor_seen():
        return f"the cursor is {'shown' if shown.cursor_seen() else 'hidden'}"
    return ""


def _told(cells: Sequence[Cell]) -> str:
    first = cells[0]
    look = " ".join(filter(None, (first.fore, "on", first.back, first.attributes)))
    return f"{''.join(cell.text for cell in cells)!r} ({look})"
