"""An app on articles, without a terminal: state, keys and what is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui import idling
from tuireader import sources
from tuireader.article import Article
from tuireader.facts import Facts
from tuireader.library import Cache, Library
from tuireader.settings import paths, themes
from tuireader.settings.config import Settings
from tuireader.sources import Opened
from tuireader.story import Telling
from tuireader.tui.app import ReaderApp
from tuireader.tui.session import Session
from tuireader.tui.terminal.looks import Depth

SEEDS = paths.find().seeds

idling.install()


async def until(pilot: Pilot[Any], holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Waits for what a thread may be at. Raises AssertionError where it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "\n".join(drawn(pilot.app))  # type: ignore[arg-type]
        await pilot.pause()


@pytest.fixture
def make_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., ReaderApp]:
    """``make_app()`` is the app on the seeds; ``known=True`` gives it passages and facts before it starts.

    ``articles`` or ``files`` replace the seeds. The library and the cache are in memory, and what settings are written
    go into ``tmp_path``.
    """
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def make(
        *,
        articles: Sequence[Article] | None = None,
        files: Sequence[Path] = (SEEDS,),
        known: bool = True,
        settings: Settings | None = None,
        theme: str = "ink",
        depth: Depth = 16777216,
        notes: tuple[str, ...] = (),
    ) -> ReaderApp:
        opened = Opened(tuple(articles)) if articles is not None else sources.open(list(files))
        session = Session(opened, Library.open(None), Cache.open(None))
        if known:
            session.telling, session.facts = known_of(session)
        found, _ = themes.find(theme, paths.find())
        return ReaderApp(session, settings or Settings(mouse="off"), found, notes, depth=depth)

    return make


#: What was found once need not be found again for the next app: nothing of it can be changed.
_KNOWN: dict[tuple[Article, ...], tuple[Telling, Facts]] = {}


def known_of(session: Session) -> tuple[Telling, Facts]:
    """Passages and facts of the articles of a session."""
    articles = tuple(session.articles)
    if articles not in _KNOWN:
        telling = session.compute_telling()
        _KNOWN[articles] = telling, session.compute_facts(telling)
    return _KNOWN[articles]


def drawn(app: ReaderApp) -> list[str]:
    """The lines of the screen as text, trailing spaces taken off."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()]
