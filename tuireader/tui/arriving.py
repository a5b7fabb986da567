"""Opening the reader at a place: its article, with those of its story beside it, and the place lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.tui.app import ReaderApp


def arrive(app: ReaderApp, place: Span) -> None:
    """Shows a place; of a whole article the place where reading was left off."""
    from tuireader.tui.screens.compare import CompareScreen

    session = app.session
    ids = session.story_of(place.article).articles
    screen = CompareScreen(ids, place.article, zoomed=len(ids) == 1)
    app.push_screen(screen)
    if place.end - place.start < len(session.by_id[place.article].text):
        screen.call_after_refresh(screen.jump, place)
