"""Keys from screen to screen, and the time from each to the last byte of its answer."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from terminals.programs import opened, reader
from terminals.table import Row

WALKS = 3
#: Keys from screen to screen, with what must stand on the screen before the next one is typed.
WALK: tuple[tuple[str, str], ...] = (
    *(("j", ""), ("j", ""), ("k", ""), ("G", ""), ("g", ""), ("space", ""), ("space", ""), ("r", ""), ("r", "")),
    ("c", "n next"),
    *(("j", ""), ("j", ""), ("k", ""), ("pagedown", ""), ("pageup", ""), ("G", ""), ("g", "")),
    *(
        ("n", ""),
        ("n", ""),
        ("n", ""),
        ("p", ""),
        ("tab", ""),
        ("n", ""),
        ("tab", ""),
        ("w", ""),
        ("n", ""),
        ("w", "tellings"),
        ("n", ""),
        ("w", ""),
    ),
    *((")", ""), (")", ""), ("(", ""), ("x", ""), (">", ""), ("<", ""), ("+", ""), ("=", "")),
    *(("u", ""), ("n", ""), ("u", ""), ("s", ""), ("s", ""), ("3", ""), ("]", ""), ("z", ""), ("z", "")),
    ("f", "Facts"),
    *(("j", ""), ("j", ""), ("pagedown", ""), ("g", ""), ("space", ""), ("j", ""), ("space", "")),
    ("e", "Why this fact"),
    *(("j", ""), ("j", ""), ("n", "")),
    ("e", "Facts"),
    *(("a", ""), ("a", ""), ("v", ""), ("v", ""), ("j", ""), ("v", "")),
    ("F", "Filter"),
    *((letter, "") for letter in "osm"),
    ("escape", "Facts"),
    *(("enter", ""), ("f", "")),
    ("q", "Story 1"),
    ("o", "Coverage"),
    *(("j", ""), ("l", ""), ("G", "")),
    ("escape", "Story 1"),
    ("/", "Search"),
    *((letter, "") for letter in "kosovo secu"),
    *(("down", ""), ("down", ""), ("up", "")),
    ("enter", "n next"),
    ("q", "Story 1"),
    ("?", "Help"),
    *(("j", ""), ("pagedown", "")),
    ("q", "Story 1"),
    (":", "Find a command"),
    *((letter, "") for letter in "comp"),
    ("ctrl+g", "Story 1"),
    ("T", "headline"),
    *(("j", ""), ("k", "")),
    ("q", "Story 1"),
)


def keys(home: str) -> Iterator[Row]:
    """Median and p95 over all keys of the walk that are answered."""
    spent = _spent(home)
    for name, value, budget in (
        ("p50", statistics.median(spent), 8),
        ("p95", spent[min(len(spent) - 1, round(0.95 * len(spent)))], 16),
    ):
        yield Row(f"key to the last byte of its answer, {name} of {len(spent)}", f"{value:.1f} ms", value, budget)


def _spent(home: str) -> list[float]:
    """Milliseconds by key, the median over several walks each; the quickest first."""
    walks = zip(*(list(_walk(home)) for _ in range(WALKS)), strict=True)
    return sorted(each for each in map(statistics.median, walks) if each)


def _walk(home: str) -> Iterator[float]:
    """Milliseconds from each key of the walk to the last byte of its answer; 0 where there was nothing to answer."""
    with opened(reader(home, ready="Story 1")) as terminal:
        for key, wanted in WALK:
            spent, seconds = terminal.press(key, still=0.3)
            yield seconds * 1000 if spent else 0.0
            if wanted:
                terminal.until(wanted)
