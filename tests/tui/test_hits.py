"""A search that is lit: its hits in all panes and the way through them; a word of what is read; what can be asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tests.tui.test_search import settle, typed
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.search import SearchScreen

Make = Callable[..., ReaderApp]


async def compare(app: ReaderApp, pilot: Pilot[None]) -> CompareScreen:
    await pilot.press("a", "c")
    await pilot.pause()
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def pressed(app: ReaderApp, pilot: Pilot[None], *keys: str) -> str:
    """Presses keys; the status line then."""
    await pilot.press(*keys)
    await settle(app, pilot)
    return drawn(app)[-1]


def lit(screen: CompareScreen, layer: str) -> list[list[str]]:
    """The words a layer lights, pane by pane."""
    found = []
    for pane in screen.panes:
        assert pane.article is not None
        text = pane.article.text
        found.append([text[each.start : each.end] for each in pane.view.laid(layer).over(0, len(text))])
    return found


async def test_enter_keeps_the_search_lit_and_n_goes_through_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 24)) as pilot:
        screen = await compare(app, pilot)
        await typed(app, pilot, "ondine")
        status = await pressed(app, pilot, "enter")
        assert app.screen is screen and screen.lit is not None
        assert [len(words) for words in lit(screen, "found")] == [1, 2, 2]
        assert status.startswith(f" hit {screen.lit.at + 1} of 5 · article ") and "n next hit" in status
        assert drawn(app)[0].count("2 hits") == 2 and "1 hit " in drawn(app)[0] + " "
        assert "«" in "".join(drawn(app)) and "»" in "".join(drawn(app))
        first = screen.lit.hit.span.article
        seen = []
        for _ in range(5):
            status = await pressed(app, pilot, "n")
            assert screen.lit.hit.span.article == screen.desk.article
            own = lit(screen, "hit")[screen.desk.active]
            assert own == ["Ondine"]
            seen.append(status.split(" · ")[0])
        assert len(set(seen)) == 5 and screen.lit.hit.span.article == first
        before = screen.lit.at
        await pressed(app, pilot, "N")
        assert screen.lit.at == (before - 1) % 5
        await pressed(app, pilot, "2", "n")
        assert screen.lit.at == (before + 1) % 5
        status = await pressed(app, pilot, "escape")
        assert screen.lit is None and app.screen is screen
        assert lit(screen, "found") == [[], [], []] and "hit" not in drawn(app)[0]
        status = await pressed(app, pilot, "n")
        assert "hit" not in status and "n next  " in status


async def test_hits_follow_the_place_one_has_read_on_to(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 24)) as pilot:
        screen = await compare(app, pilot)
        await typed(app, pilot, "ondine")
        await pressed(app, pilot, "enter")
        await pressed(app, pilot, *"lll"[screen.desk.active + 1 :], "right_parenthesis", "right_parenthesis")
        place = screen.at_hand()
        assert place is not None and place.article == "tide" and screen.lit is not None
        await pressed(app, pilot, "p")
        hit = screen.lit.hit.span
        assert (hit.article, hit.start <= place.start) == ("tide", True)


async def test_the_search_goes_on_beside_the_facts(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 24)) as pilot:
        screen = await compare(app, pilot)
        await typed(app, pilot, "ondine")
        await pressed(app, pilot, "enter", "f")
        assert screen.facts_active and screen.scopes[:2] == ("facts", "hits")
        at = screen.lit.at if screen.lit else -1
        await pressed(app, pilot, "n")
        assert screen.lit is not None and screen.lit.at == (at + 1) % 5
        assert "n next hit" in drawn(app)[-1]
        await pressed(app, pilot, "escape")
        assert screen.lit is None and app.screen is screen


async def test_from_the_library_the_search_is_lit_on_a_new_screen(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "fishing")
        assert screen.scope.name == "all"
        status = await pressed(app, pilot, "enter")
        assert isinstance(app.screen, CompareScreen) and app.screen.lit is not None
        assert status.startswith(" hit 1 of 1")
        assert "The only hit" in await pressed(app, pilot, "n")


async def test_a_hit_in_another_article_is_told_with_the_article_one_is_in(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await compare(app, pilot)
        await typed(app, pilot, "fishing")
        status = await pressed(app, pilot, "enter")
        assert screen.lit is not None and len(screen.lit.hits) == 1
        at = app.session.numbers[screen.lit.hit.span.article]
        assert status.startswith(f" hit 1 of 1 · article {at} ")
        # Of one hit there is no next one: the views have the room.
        assert "hit  " not in status and "w wording" in status and "end search" in status
        here = next(number for number in (1, 2, 3) if number != at)
        await pilot.press(str(here), "w")
        status = drawn(app)[-1]
        assert app.session.numbers[screen.desk.article] == here
        assert status.startswith(f" article {here} · hit 1 of 1 is in article {at}")
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert drawn(app)[-1].startswith(f" hit 1 of 1 in {at}")


async def test_on_80_columns_the_views_are_hinted_before_the_way_back(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await compare(app, pilot)
        status = await pressed(app, pilot, "n")
        assert status.index("n next") < status.index("w wording") and status.endswith("? help")
        await typed(app, pilot, "ondine")
        status = await pressed(app, pilot, "enter")
        assert status.index("n next hit") < status.index("w wording") and status.endswith("? help")


async def test_a_word_at_hand_is_searched_by_its_letter(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await compare(app, pilot)
        await pilot.press("right_parenthesis", "right_parenthesis")
        place = screen.cursor
        status = await pressed(app, pilot, "asterisk")
        assert status.startswith(" search") and "o Ondine" in status and "esc none" in status
        await pressed(app, pilot, "question_mark")
        assert app.screen is screen and screen.scopes == ("words",)
        assert "search" not in (await pressed(app, pilot, "escape")).split("  ")[0]
        # The key with "o" on it, under a Russian layout.
        status = await pressed(app, pilot, "asterisk", "щ")
        assert screen.lit is not None and screen.lit.query == "Ondine "
        assert status.startswith(" hit ") and screen.cursor == place
        assert screen.lit.hit.span.article == "ferry"
        await pressed(app, pilot, "slash")
        assert isinstance(app.screen, SearchScreen) and app.screen.prompt.value == "Ondine"


async def test_the_key_words_of_a_fact_and_a_selection_are_searched(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 30)) as pilot:
        screen = await compare(app, pilot)
        await pilot.press("f")
        fact = screen.facts.fact
        assert fact is not None
        status = await pressed(app, pilot, "asterisk")
        assert all(word in status for word in fact.key.split() if len(word) > 3)
        await pressed(app, pilot, "escape", "f")
        screen.get_selected_text = lambda: "nobody\n  was hurt"  # type: ignore[method-assign]
        await pressed(app, pilot, "asterisk")
        assert screen.lit is not None and screen.lit.query == '"nobody was hurt"' and len(screen.lit.hits) == 2


async def test_tab_goes_from_scope_to_scope_and_the_line_counts_them(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await compare(app, pilot)
        screen = await typed(app, pilot, "ondine")
        assert drawn(app)[0].endswith("this 1  [all 5 hits]") and len(screen.hits) == 5
        await pressed(app, pilot, "tab")
        assert drawn(app)[0].endswith("[this 1 hit]  all 5") and [h.span.article for h in screen.hits] == ["ferry"]
        await pressed(app, pilot, *"zz")
        await pressed(app, pilot, *["backspace"] * 8, *"fishing")
        lines = "\n".join(drawn(app))
        assert 'Nothing here is like "fishing".' in lines and "1 hit in all open articles" in lines
        await pressed(app, pilot, "tab")
        assert [hit.span.article for hit in screen.hits] == ["herald"]


async def test_earlier_searches_are_listed_and_walked_through(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    app.session.library.remember_search("wreck")
    app.session.library.remember_search("who:verhoeve hurt")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "")
        lines = drawn(app)
        assert lines[1:4] == [" Earlier searches", "   who:verhoeve hurt", "   wreck"]
        await pressed(app, pilot, "down", "enter")
        assert screen.prompt.value == "wreck" and len(screen.hits) == 2
        await pressed(app, pilot, "up")
        assert screen.prompt.value == "who:verhoeve hurt"
        await pressed(app, pilot, "up")
        assert screen.prompt.value == "wreck"
        await pressed(app, pilot, "enter")
        assert app.session.library.searches()[0] == "wreck"


async def test_fields_are_completed_offered_and_mistakes_told(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await typed(app, pilot, "who")
        assert "→ complete" in drawn(app)[-1]
        await pressed(app, pilot, "right")
        assert screen.prompt.value == "who:"
        assert 'who:"Ilse Verhoeve"' in "\n".join(drawn(app))
        await pressed(app, pilot, *"verh")
        assert screen.prompt.suggestion == "oeve" and "verhoeve" in drawn(app)[0]
        await pressed(app, pilot, "right")
        assert screen.prompt.value == "who:verhoeve" and screen.hits
        await pressed(app, pilot, "left", "right")
        assert screen.prompt.cursor == len("who:verhoeve")
        await pressed(app, pilot, *["backspace"] * 20, *"wo:verhoeve")
        assert drawn(app)[0].endswith("there is no wo:; did you mean who:?") and screen.hits


async def test_hits_of_facts_show_verdict_and_values(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(160, 24)) as pilot:
        screen = await typed(app, pilot, "fact:taken")
        assert {hit.span.article for hit in screen.hits} == {"ferry", "herald", "tide"}
        assert "≠ people taken off: About 40 passengers / More than 45 people" in "\n".join(drawn(app))
        assert screen.rows.items == 3
        await pressed(app, pilot, "down")
        assert screen.rows.cursor == 1


async def test_a_hit_says_who_else_carries_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "passengers were taken")
        assert drawn(app)[1].rstrip().endswith("also 2 3") and drawn(app)[2].rstrip().endswith("also 1 3")
        await pressed(app, pilot, *["backspace"] * 30, *"villages")
        assert "also" not in drawn(app)[1]


async def test_what_the_reader_wrote_is_found(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    article = app.session.by_id["herald"]
    app.session.library.add_mark(article.digest, 0, 10, note="ask the harbour office", tags=("follow",))
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await typed(app, pilot, "note:office")
        assert [hit.span.article for hit in screen.hits] == ["herald"]
        assert "ask the harbour office" in "\n".join(drawn(app))
        await pressed(app, pilot, *["backspace"] * 20, *"tag:follow")
        assert [hit.span.article for hit in screen.hits] == ["herald"]


async def test_before_there_are_facts_their_fields_are_words(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.session._state(None)
        screen = await typed(app, pilot, "who:verhoeve")
        assert len(screen.hits) == 2 and screen.answer.missing == ("who",)
        await pressed(app, pilot, *["backspace"] * 20, *"who:qqqq")
        assert "once facts have been found" in " ".join("\n".join(drawn(app)).split())


async def test_what_is_lit_is_looked_for_anew_when_articles_go(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 24)) as pilot:
        screen = await compare(app, pilot)
        await typed(app, pilot, "ondine")
        await pressed(app, pilot, "enter")
        app.session.remove(["tide"])
        screen.renew_hits()
        assert screen.lit is not None and {hit.span.article for hit in screen.lit.hits} == {"ferry", "herald"}
        app.session.remove(["ferry", "herald"])
        screen.renew_hits()
        assert screen.lit is None


async def test_from_the_reasons_over_the_texts_it_goes_back_to_those(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(150, 24)) as pilot:
        screen = await compare(app, pilot)
        await pilot.press("o")
        assert app.screen is not screen
        found = await typed(app, pilot, "ondine")
        assert found.scope.ids == screen.desk.ids
        await pressed(app, pilot, "enter")
        assert app.screen is screen and screen.lit is not None


async def test_the_scope_stays_the_same_while_articles_come_and_go(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await compare(app, pilot)
        screen = await typed(app, pilot, "ondine")
        await pressed(app, pilot, "tab")
        assert screen.scope.name == "this"
        app.session.remove(["tide"])
        screen.session_changed()
        await settle(app, pilot)
        assert screen.scope.name == "this" and drawn(app)[0].endswith("[this 1 hit]  all 3")
