"""The page that is drawn before Textual is imported is the page that the screen of a single article shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.test_library_list import Make
from tuireader.facts import Facts
from tuireader.passages import Passages
from tuireader.sources import from_text
from tuireader.story import Story, Telling
from tuireader.tui.first_page import FirstPage

#: Long lines, wide characters, a heading, furniture, something hidden.
TEXT = "Ferry sinks off Marrow Point\n\n" + "\n\n".join(
    f"The old ferry \u6e21\u8f2a sank on Tuesday\u200b off the point, e\u0301 and all, said the owner of pier {place}. "
    * 4
    + ("\n\n## What comes next" if place % 3 == 0 else "")
    for place in range(9)
)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize(("position", "known"), [(0, True), (0, False), (900, True), (100_000, True)])
async def test_both_draw_the_same(make_app: Make, size: tuple[int, int], position: int, known: bool) -> None:
    article = replace(from_text(TEXT, id="ferry"), source="Courier", published="2024-05-14", encoding="latin-1")
    app = make_app(articles=[article], known=False)
    if known:
        app.session.telling = Telling(Passages(), (Story(1, ("ferry",)),), {"ferry": 0.0})
        app.session.facts = Facts()
    app.study = lambda: None  # type: ignore[method-assign]
    library = app.session.library
    library.set_position(article.digest, min(position, len(article.text) - 1))
    at = article.text.index("Tuesday", 1200)
    library.add_mark(article.digest, at, at + 40)
    painted = FirstPage(app.session, app.settings, app.palette, app.glyphs).picture(size, seen=False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = app.pictured(app.meaning())
    assert (painted.meaning, painted.cursor) == (shown.meaning, shown.cursor)
    assert painted.rows == shown.rows
