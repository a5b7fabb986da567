"""What is made ready while nobody types: in a process of its own, where nothing is imported yet."""

from __future__ import annotations

import subprocess
import sys

OPENED = """
import asyncio, gc, sys
from tuireader import sources
from tuireader.library import Cache, Library
from tuireader.settings import paths, themes
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.session import Session

async def main():
    places = paths.find()
    session = Session(sources.open([places.seeds]), Library.open(None), Cache.open(None))
    session.telling = session.compute_telling()
    session.facts = session.compute_facts(session.telling)
    app = ReaderApp(session, Settings(mouse="off"), themes.find("ink", places)[0], (), depth=16777216)
    async with app.run_test(size=(80, 24)) as pilot:
        assert not app.ahead.waiting, "nothing where there is no terminal"
        app.ahead.begin()
        assert gc.get_threshold()[0] > 10_000
        while app.ahead.waiting:
            await asyncio.sleep(0.01)
        ready = set(sys.modules)
        assert session.indexed
        assert gc.get_freeze_count() > 10_000, gc.get_freeze_count()
        parse = app.stylesheet.parse
        app.stylesheet.parse = lambda: print("styles are read") or parse()
        for key in ("c", "n", "f", "e", "e", "q", "slash", "k", "ctrl+g", "question_mark", "q", "o", "q", "T", "q"):
            await pilot.press(key)
            await pilot.pause()
        print(*sorted(name for name in set(sys.modules) - ready if name.startswith("tuireader")))

asyncio.run(main())
"""


def test_screens_that_are_made_ready_import_nothing_when_they_open() -> None:
    done = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stdout + done.stderr
