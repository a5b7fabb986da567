"""The list that is drawn before Textual is imported is the list that its screen shows."""

from __future__ import annotations

import pytest

from tests.tui.test_library_list import Make, made
from tuireader.facts import Facts
from tuireader.passages import Passages
from tuireader.sources import from_text
from tuireader.story import Story, Telling
from tuireader.tui.first_paint import FirstPaint
from tuireader.tui.shelf.order import GROUP, SORT, TURNED
from tuireader.tui.shelf.room import WIDE, text_width

LONG = "The harbour of Marrow is closed until further notice "


@pytest.mark.parametrize("group", ["flat", "stories"])
async def test_both_leave_out_the_same_of_titles_that_begin_alike(make_app: Make, group: str) -> None:
    articles = [from_text(f"{LONG}{end}\n\nA body of its own.\n", id=end) for end in ("today", "tonight", "for good")]
    app = make_app(articles=articles, known=False)
    app.session.telling = Telling(Passages(), (Story(1, ("today", "tonight", "for good")),), {})
    app.session.facts = Facts()
    app.session.library.set(GROUP, group)
    painted = FirstPaint(app.session, app.settings, app.palette, app.glyphs).picture((60, 16), seen=False)
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        shown = app.pictured(app.meaning())
    assert painted.rows == shown.rows


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("remembered", "known"),
    [({}, True), ({}, False), ({GROUP: "flat", SORT: "title"}, True), ({SORT: "date", TURNED: True}, True)],
)
async def test_both_draw_the_same(
    make_app: Make, size: tuple[int, int], remembered: dict[str, object], known: bool
) -> None:
    app = made(make_app, telling=known)
    for name, value in remembered.items():
        app.session.library.set(name, value)
    app.session.library.toggle_read(app.session.articles[1].digest, "read")
    painted = FirstPaint(app.session, app.settings, app.palette, app.glyphs).picture(size, seen=False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = app.pictured(app.meaning())
        assert app.screen.query_one("ArticleRows").items == len(app.session.articles)
    width = size[0] - text_width(size[0]) if size[0] >= WIDE else size[0]
    assert (painted.meaning, painted.cursor) == (shown.meaning, shown.cursor)
    assert (painted.rows[0], painted.rows[-1]) == (shown.rows[0], shown.rows[-1])
    assert [row[:width] for row in painted.rows] == [row[:width] for row in shown.rows]
