"""The installed program in a terminal, with folders of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.holding import Gate

#: ``-P``: not what lies in the current folder, but what is installed.
PROGRAM = [sys.executable, "-P", "-m", "tuireader"]

#: Two accounts in ASCII that share three paragraphs, each on the same lines.
STORY = {
    "north": """Bridge over the Lenne closed for repairs

The bridge over the river Lenne near Altdorf will be closed from Monday because its northern pier has sunk.

Engineers of the county found cracks in the masonry during an inspection with divers on Thursday morning.

Nobody in the north heard of it before.

Drivers must take the road over Weidental, which adds eleven kilometres to the way to the hospital.
""",
    "south": """Lenne crossing shut, long way round for all

The bridge over the river Lenne near Altdorf will be closed from Monday because its northern pier has sunk.

Engineers of the county found cracks in the masonry during an inspection with divers on Thursday morning.

The southern bank has no shop of its own.

Drivers must take the road over Weidental, which adds eleven kilometres to the way to the hospital.
""",
}


class Open(Protocol):
    """Opens the reader on paths, behind a gate where one is given. It is ended with the test."""

    def __call__(
        self,
        *arguments: object,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        gate: Gate | None = None,
    ) -> Terminal: ...


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the tests share, so that each text is compared once."""
    return tmp_path_factory.mktemp("cache")


#: The first that Textual's driver asks of a terminal, and the last.
FOCUS, PASTES = b"\x1b[?1004h", b"\x1b[?2004h"


def there(terminal: Terminal) -> None:
    """Waits for the list and the program behind it: that is drawn before Textual is imported, and looks no other."""
    terminal.until("Story 1")
    terminal.until_sent(PASTES)
    terminal.settle()


def folders(home: Path, results: Path) -> dict[str, str]:
    """What is set for a reader that keeps what it remembers in a folder."""
    kept = {"XDG_CONFIG_HOME": home / "config", "XDG_STATE_HOME": home / "state", "XDG_CACHE_HOME": results}
    return {name: str(folder) for name, folder in kept.items()}


def own_folders(home: Path) -> dict[str, str]:
    """What is set for a program that keeps all it keeps below a folder."""
    return {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}


def opener(stack: ExitStack, home: Path, results: Path) -> Open:
    """Opens readers that keep what they remember in one folder."""

    def start(
        *arguments: object,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        gate: Gate | None = None,
    ) -> Terminal:
        environment = folders(home, results) | dict(env or {})
        program = PROGRAM if gate is None else gate.program
        return stack.enter_context(Terminal([*program, *map(str, arguments)], *size, env=environment))

    return start


@pytest.fixture
def reader(tmp_path: Path, results: Path) -> Iterator[Open]:
    """Opens the reader; what it remembers lies in ``tmp_path``."""
    with ExitStack() as stack:
        yield opener(stack, tmp_path, results)


@pytest.fixture(scope="module")
def shared_reader(tmp_path_factory: pytest.TempPathFactory, results: Path) -> Iterator[Open]:
    """Opens a reader for all tests of a file."""
    with ExitStack() as stack:
        yield opener(stack, tmp_path_factory.mktemp("home"), results)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two accounts of ``STORY``."""
    folder = tmp_path_factory.mktemp("story")
    for name, text in STORY.items():
        (folder / f"{name}.txt").write_text(text, encoding="ascii")
    return folder
