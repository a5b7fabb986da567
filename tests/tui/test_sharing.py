"""Two readers on one library: each shows what the other does, and either takes back the newest step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.library import Library, backups
from tuireader.tui.app import ReaderApp


async def test_what_another_reader_marks_is_seen_at_the_next_key(
    make_app: Callable[..., ReaderApp], tmp_path: Path
) -> None:
    file = tmp_path / "state" / "library.sqlite3"
    app = story_app(make_app, tmp_path)
    with Library.open(file) as mine, Library.open(file) as others:
        app.session.library = mine
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("c")
            ferry = app.session.articles[0]
            sentence = ferry.sentences[1]
            words = ferry.text[sentence.start : sentence.end]
            others.add_mark(ferry.digest, sentence.start, sentence.end, quote=words)
            assert not any(app.glyphs.bookmark in line for line in drawn(app))
            await pilot.press("h")
            assert any(app.glyphs.bookmark in line for line in drawn(app))
            await pilot.press("U")
            assert others.marks(ferry.digest) == () and not any(app.glyphs.bookmark in line for line in drawn(app))
            # A file that was mended, or restored, is told of once.
            mine.note = "The library was broken."
            await pilot.press("h")
            await pilot.press("h")
            assert [told.message for told in app._notifications] == ["The library was broken."]


def test_a_copy_is_made_each_day(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.back_up()
        library.back_up()
        assert len(backups.listed(file)) == 1 and library.note == ""
    with Library.open(None) as library:
        library.back_up()
