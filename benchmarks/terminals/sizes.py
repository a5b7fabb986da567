"""Bytes over the line, in a terminal of 80x24: of the reader, and of others on the same texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from terminals.programs import Program, installed, less, newsboat, opened, reader, vim, vim_diff
from terminals.table import NEVER, Row, amount
from terminals.texts import Texts
from tests.terminal.harness import Terminal

#: So many lines and pages are gone through: blank lines cost less than full ones.
_LINES, _PAGES = 12, 5
#: SGR reports of a mouse that moves (xterm ctlseqs), column and row counted from 1; reports of the terminal's focus.
_MOVED, _IN, _OUT = "\x1b[<35;{};{}M", "\x1b[I", "\x1b[O"


def sizes(home: str) -> Iterator[Row]:
    """Everything that is counted in bytes."""
    yield from _beside_others(home)
    yield from _own(home)
    yield from _mouse(home)


def _beside_others(home: str) -> Iterator[Row]:
    texts, narrow = Texts(Path(home, "texts"), 72), Texts(Path(home, "narrow"), 36)
    others = installed(less(texts), vim(texts), newsboat(texts, home))
    lines, pages = _of_all([reader(home, texts.first, keys=("g",)), *others])
    yield _row("bytes of a line, one pane", lines, "less", 2.0)
    yield _row("bytes of a page, one pane", pages, "less", 1.2)
    two = reader(home, narrow.first, narrow.second, ready="Story 1", keys=("c", "g"))
    lines, pages = _of_all([two, *installed(vim_diff(narrow))])
    yield _row("bytes of a line, side by side", lines, "vim -d", 0.35)
    yield _row("bytes of a page, side by side", pages, "vim -d", 1.0)


def _of_all(programs: Sequence[Program]) -> tuple[dict[str, int], dict[str, int]]:
    """The mean of bytes of a line and of a page by program, over the same stretch of the same text."""
    lines, pages = {}, {}
    for each in programs:
        with opened(each) as terminal:
            lines[each.name] = sum(terminal.press(each.line, still=0.2)[0] for _ in range(_LINES)) // _LINES
            pages[each.name] = sum(terminal.press(each.page, still=0.3)[0] for _ in range(_PAGES)) // _PAGES
    return lines, pages


def _row(what: str, found: dict[str, int], by: str, most: float) -> Row:
    """The reader's by those of another program; without that nothing is compared."""
    own = found["tuireader"]
    beside = {name: value for name, value in found.items() if name != "tuireader"}
    if by not in beside:
        return amount(f"{what} ({by} is not installed)", own, NEVER, beside)
    return amount(f"{what}, at most {most:g} x {by}", own, most * beside[by], beside)


def _own(home: str) -> Iterator[Row]:
    with opened(reader(home, ready="Story 1")) as terminal:
        yield amount("bytes of the start", terminal.written, 8_000)

        def dearest(*keys: str, still: float = 0.3) -> int:
            return max(terminal.press(key, still=still)[0] for key in keys)

        yield amount("bytes of the terminal's focus, lost and found", dearest(_OUT, _IN), 200)
        yield amount("bytes of the cursor in a list", dearest("j", "j", "k"), 700)
        # Asked for, the text stands below the list, and follows when the cursor rests.
        terminal.press("J", still=0.5)
        yield amount("bytes of the text that follows the cursor", dearest("j", still=0.7), 3_000)
        terminal.press("c", still=0.5)
        yield amount("bytes of a line, two panes of the bundled articles", dearest("j", "j", "j", "k"), 3_000)
        yield amount("bytes of a page, two panes", dearest("pagedown", "pagedown", "pageup"), 3_000)
        yield amount("bytes of the next passage, two panes that scroll to it", dearest("n", "n", "n", "p"), 3_000)
        yield amount("bytes of changing the pane", dearest("tab", "tab"), 300)
        yield amount("bytes of letting go of a passage, two panes", dearest("x"), 3_000)
        terminal.press("n", still=0.3)
        yield amount("bytes of the words that differ", dearest("w"), 3_000)
        yield amount("bytes of the tellings", dearest("w"), 3_000)
        terminal.press("w", still=0.3)
        yield amount("bytes of widening a pane", dearest("+"), 4_000)
        terminal.press("z", "g", still=0.5)
        yield amount("bytes of a page, one pane of the bundled articles", dearest("pagedown", "pageup"), 3_000)
        terminal.press("n", still=0.3)
        # Both the passage that is lit and the one that is hushed are sent: their ground is another one.
        yield amount("bytes of the next passage on the screen", dearest("n", "n"), 800)
        terminal.press("x", still=0.3)
        terminal.press(")", still=0.3)
        yield amount("bytes of the next sentence, into another passage", dearest(")"), 800)
        yield amount("bytes of the terminal's focus, while reading", dearest(_OUT, _IN), 200)
        before = terminal.written
        terminal.settle(5.0)
        yield amount("bytes in 5 s without a key", terminal.written - before, 0)


def _mouse(home: str) -> Iterator[Row]:
    """The mouse is moved over what can be moved over, a report for each cell."""
    with opened(reader(home, "--mouse", "on", ready="Story 1")) as terminal:
        yield amount("bytes of the mouse moved over a list", _moved(terminal), 200)
        terminal.press("c", still=0.5)
        yield amount("bytes of the mouse moved over two panes", _moved(terminal), 200)


def _moved(terminal: Terminal) -> int:
    """The dearest movement of some from the top left to the bottom right."""
    return max(terminal.press(_MOVED.format(3 * row, row), still=0.1)[0] for row in range(2, 24, 3))
