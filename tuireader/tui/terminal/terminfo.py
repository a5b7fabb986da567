"""What the machine's database of terminals says of one (terminfo(5)). The machine need have none."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple


class Entry(NamedTuple):
    """What an entry says of a terminal, as far as it matters here."""

    colours: int = 0
    """``colors``; 0 for none."""
    direct: bool = False
    """``RGB``, or ``Tc`` as tmux has it: colours are sent as red, green and blue."""
    erases_in_colour: bool = False
    """``bce``."""
    scrolls: bool = False
    """``csr``, ``il1`` and ``dl1``."""
    erases_characters: bool = False
    """``ech``."""


@lru_cache(maxsize=1)
def entry(term: str) -> Entry | None:
    """What the database says of a terminal; None where it does not know it, or there is none.

    ncurses reads one entry in the life of a process: every later name gets the answer of the first.
    """
    if not re.fullmatch(r"[\w.+-]+", term, re.ASCII):
        return None
    try:
        import curses

        curses.setupterm(term, 2)
    except (ImportError, OSError, ValueError):
        return None
    except curses.error:
        return None
    return Entry(
        colours=max(0, curses.tigetnum("colors")),
        direct=any(curses.tigetflag(name) == 1 for name in ("RGB", "Tc")) or curses.tigetnum("RGB") > 0,
        erases_in_colour=curses.tigetflag("bce") == 1,
        scrolls=all(curses.tigetstr(name) for name in ("csr", "il1", "dl1")),
        erases_characters=bool(curses.tigetstr("ech")),
    )


def here() -> Entry | None:
    """What it says of the terminal this program runs in."""
    return entry(os.environ.get("TERM", "").strip())
