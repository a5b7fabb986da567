"""What a start leaves out is there for whoever needs it later."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = """
import sys
from tuireader.tui.lean import asyncio_without_ssl

asyncio_without_ssl()
print("ssl" in sys.modules)
import asyncio, http.client, urllib.request
asyncio.run(asyncio.sleep(0))
import tuireader.tui.app
print("ssl" in sys.modules)
import ssl
ssl.create_default_context()
from tuireader.sources import connecting
asyncio_without_ssl()
print(sys.modules["ssl"] is ssl, hasattr(http.client, "HTTPSConnection"), hasattr(urllib.request, "HTTPSHandler"))
"""

KEPT = """
import sys
from tuireader.tui import first_page, first_paint, start
from tuireader.tui.session import Session
print(*(name for name in sys.modules if name.startswith(("textual", "tuireader.passages.finding", "asyncio"))))
"""


def printed(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()


def test_asyncio_does_without_ssl_and_others_need_not() -> None:
    assert printed(LATER) == ["False", "True", "True", "True", "True"]


def test_the_first_screen_is_drawn_without_textual_and_without_what_computes() -> None:
    assert printed(KEPT) == []


WITHOUT = """
import sys, asyncio
from tuireader.tui import lean

{before}
lean.textual_without_widgets()
import textual.app
first = textual.app
from tuireader.tui.terminal.parts import PARTS, there
print(all(map(there, PARTS)), first is sys.modules["textual.app"])
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens import compare, coverage, export, library, marks, search, settings, themes
unused = ("textual.command", "textual.types", "textual.widgets._")
print(*sorted(name for name in sys.modules if name.startswith(unused)))
from textual.command import CommandPalette
from textual.widgets import Input, Select

class Later(textual.app.App[None]):
    def compose(self):
        yield Input("there")

async def main():
    async with Later().run_test() as pilot:
        await pilot.press("s", "o")
        print(issubclass(CommandPalette, textual.screen.Screen), pilot.app.query_one(Input).value)

asyncio.run(main())
lean.textual_without_widgets()
print(sys.modules["textual.app"] is first)
"""
SHOWN = ["textual.widgets._static", "textual.widgets._toast", "textual.widgets._tooltip"]
#: Another version, which asks for more than this one, or to which what it gets is of no use.
OTHER = (
    "lean._ASKED.remove('Hits')",
    "lean._StandIn.__getattr__ = lambda module, name: None",
    "lean._StandIn.__getattr__ = lambda module, name: 1 / 0",
)


def test_textual_does_without_widgets_nobody_sees_and_others_need_not() -> None:
    assert printed(WITHOUT.format(before="")) == ["True", "True", *SHOWN, "True", "so", "True"]


@pytest.mark.parametrize("before", OTHER)
def test_another_textual_is_imported_whole(before: str) -> None:
    said = printed(WITHOUT.format(before=before))
    assert {"textual.command", "textual.widgets._input"} < set(said)
    assert [*said[:2], *said[-3:]] == ["True", "True", "True", "so", "True"]
