"""How to come to every screen by keys, and how to press them in an app that runs."""

from __future__ import annotations

from typing import cast

from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot

from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import BaseScreen

#: The keys that lead from the library to where the commands of a scope are.
WAYS: dict[str, str] = {
    "app": "",
    "list": "",
    "compare": "c",
    "charset": "c C",
    "hits": "c n right_parenthesis asterisk",
    "words": "c n asterisk",
    "why": "c n e",
    "note": "c n i",
    "facts": "c f",
    "reasons": "c f e",
    "coverage": "o",
    "filter": "F",
    "tags": "t",
    "marks": "M",
    "search": "slash b r i",
    "palette": "colon",
    "copy": "y",
    "export": "E",
    "problems": "exclamation_mark",
    "path": "A",
    "settings": "comma",
    "value": "comma F m e a s u enter enter",
    "pressed": "comma tab tab enter",
    "themes": "T",
    "library": "",
}
#: So many steps back lead to the library from everywhere.
_DEEPEST = 8


async def go(pilot: Pilot[int], way: list[str], wanted: str = "") -> None:
    """Goes back as far as needed, and from there to where the keys lead that begin in the library."""
    await back(pilot, "library", "compare" if way[:1] == ["c"] else "library")
    await press(pilot, *(way[1:] if _scopes(pilot)[0] == "compare" else way))
    if wanted and wanted not in _scopes(pilot):
        # What is open or lit there already makes the keys mean something else.
        await back(pilot, "library")
        await press(pilot, *way)


def _scopes(pilot: Pilot[int]) -> tuple[str, ...]:
    return cast(BaseScreen, pilot.app.screen).scopes


async def back(pilot: Pilot[int], *scopes: str) -> None:
    """Steps back until one of the scopes is reached."""
    for _ in range(_DEEPEST):
        if _scopes(pilot)[0] in scopes:
            return
        await press(pilot, "escape")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys, each when the one before was answered. The pilot's own way waits a twentieth of a second a key."""
    app = pilot.app
    for key in keys:
        if isinstance(app, ReaderApp) and app.failure is not None:
            raise app.failure
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else key_to_character(key)))
        await pilot.pause(0)
        await pilot.pause(0)
        screen = pilot.app.screen
        for _ in range(100):
            if not isinstance(screen, BaseScreen) or screen.ready:
                break
            await pilot.pause(0.005)
