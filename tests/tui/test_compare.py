"""The compare screen: every key, panes level, what is lit and what is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tuireader.passages import Occurrence, Passage
from tuireader.settings.config import Settings
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen

Make = Callable[..., ReaderApp]


def compare(app: ReaderApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


def ids(app: ReaderApp) -> list[str]:
    return [article.id for article in app.session.articles]


def level(screen: CompareScreen) -> dict[str, int]:
    """The row on which each pane shows the beginning of the current passage."""
    rows = {}
    assert screen.current is not None
    for pane in screen.panes:
        for occurrence in screen.current.occurrences:
            if pane.article is not None and occurrence.span.article == pane.article.id:
                rows.setdefault(pane.article.id, pane.view.row_of(occurrence.span.start))
    return rows


async def opened(pilot: Pilot[None]) -> CompareScreen:
    await pilot.press("c")
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, ReaderApp)
    return compare(app)


@pytest.mark.parametrize(("size", "panes"), [((60, 20), 1), ((80, 24), 2), ((120, 36), 3), ((200, 60), 5)])
async def test_as_many_panes_as_fit(make_app: Make, size: tuple[int, int], panes: int) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert [pane.article.id for pane in screen.panes if pane.article] == ids(app)[:panes]
        assert all(len(line) <= size[0] for line in drawn(app))


async def test_panes_come_and_go_with_the_width(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n")
        passage = screen.current
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert len(screen.panes) == 1
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert len(screen.panes) == 3
        assert screen.current is passage
        assert len(set(level(screen).values())) == 1


async def test_n_brings_all_panes_level_through_all_passages(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        seen = []
        for _ in screen.shared(ids(app)[0]):
            await pilot.press("n")
            assert screen.current is not None
            seen.append(screen.current.id)
            rows = level(screen)
            assert len(set(rows.values())) == 1, (screen.current.id, rows)
            assert all(0 <= row < screen.pane.view.size.height for row in rows.values())
        assert seen == [passage.id for passage, _ in screen.shared(ids(app)[0])]
        before = screen.current
        await pilot.press("n")
        assert screen.current is before
        await pilot.press("p")
        assert screen.current is not before
        assert f"passage {app.session.place_of(screen.current)[0]} of" in drawn(app)[-1]


async def test_the_number_of_a_passage_stands_in_every_pane(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n")
        assert screen.current is not None
        number = app.glyphs.number(screen.current.id)
        for pane in screen.panes:
            lines = [pane.view.render_line(row).text for row in range(pane.view.size.height)]
            assert any(number in line for line in lines)
            assert any(line.lstrip().startswith("▌") for line in lines)


async def test_lines_and_pages(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        view = screen.pane.view
        for key, top in [("j", 1), ("down", 2), ("k", 1), ("up", 0), ("k", 0)]:
            await pilot.press(key)
            assert view.top == top, key
        await pilot.press("space")
        assert view.top == view.size.height - 2
        await pilot.press("b")
        assert view.top == 0
        await pilot.press("G")
        assert view.top == view.page.finish() - view.size.height
        await pilot.press("j")
        assert view.top == view.page.finish() - view.size.height
        await pilot.press("g")
        assert view.top == 0
        await pilot.press("pagedown", "pageup", "end", "home")
        assert view.top == 0


async def test_the_other_panes_follow_to_the_same_passage(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        lead, other = screen.panes
        await pilot.press("space", "space")
        anchors = screen.levels.between(ids(app)[0], ids(app)[1])
        near = [each for each in anchors if 0 <= lead.view.row_of(each.here) < lead.view.size.height]
        assert near
        assert any(lead.view.row_of(each.here) == other.view.row_of(each.there) for each in near)


async def test_s_lets_go_and_takes_hold_again(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("s")
        assert "not in step" in drawn(app)[-1]
        before = screen.panes[1].view.top
        await pilot.press("space", "space")
        assert screen.panes[1].view.top == before
        await pilot.press("s")
        assert screen.panes[1].view.top != before


async def test_panes_are_chosen_by_letter_tab_and_number(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        for key, active in [
            ("l", 1),
            ("tab", 2),
            ("right", 0),
            ("h", 2),
            ("left", 1),
            ("shift+tab", 0),
            ("3", 2),
            ("1", 0),
        ]:
            await pilot.press(key)
            assert screen.desk.active == active, key


async def test_a_number_brings_an_article_that_has_no_pane(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("5")
        assert screen.desk.panes == [ids(app)[4], ids(app)[1]]
        assert screen.panes[0].article is app.session.articles[4]
        await pilot.press("9")
        assert screen.desk.panes == [ids(app)[4], ids(app)[1]]


async def test_brackets_swap_the_article_of_a_pane(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("right_square_bracket")
        assert screen.desk.panes == [ids(app)[2], ids(app)[1]]
        assert screen.panes[0].article is app.session.articles[2]
        await pilot.press("left_square_bracket")
        assert screen.desk.panes == [ids(app)[0], ids(app)[1]]


async def test_z_zooms(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("l", "z")
        await pilot.pause()
        assert [pane.article for pane in screen.panes] == [app.session.articles[1]]
        await pilot.press("z")
        await pilot.pause()
        assert len(screen.panes) == 3
        assert screen.desk.active == 1


async def test_one_pane_flips_to_the_same_place_of_the_next_article(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "n", "n")
        await pilot.press("tab")
        await pilot.pause()
        assert screen.pane.article is app.session.articles[1]
        anchors = screen.levels.between(ids(app)[1], ids(app)[0])
        assert any(0 <= screen.pane.view.row_of(anchor.here) < 18 for anchor in anchors)


async def test_w_lights_the_words_that_differ(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("w")
        assert screen.current is not None
        assert "wording" in drawn(app)[-1]
        while app.session.passages and screen.current.wordings == 1:
            await pilot.press("n")
        lead, other = screen.panes
        assert len(lead.view.laid("wording")) + len(other.view.laid("wording")) > 0
        underlined = [
            segment.text
            for row in range(other.view.size.height)
            for segment in other.view.render_line(row)
            if segment.style and segment.style.underline
        ]
        assert underlined
        await pilot.press("w")
        assert len(lead.view.laid("wording")) == 0


async def test_u_lights_what_only_one_article_has(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("u")
        assert "only here" in drawn(app)[-1]
        article = screen.pane.article
        assert article is not None
        shared = [occurrence.span for _, occurrence in app.session.occurrences(article.id)]
        for stretch in screen.pane.view.laid("alone").over(0, len(article.text)):
            assert not any(span.start < stretch.end and stretch.start < span.end for span in shared)
        await pilot.press("n")
        assert "% · only here, 1 of 1 " in drawn(app)[-1] and "passage" not in drawn(app)[-1]
        await pilot.press("u")
        assert len(screen.pane.view.laid("alone")) == 0


async def test_m_marks_the_passage_and_the_mark_stays(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "m")
        article = app.session.articles[0]
        assert screen.current is not None
        span = next(each.span for each in screen.current.occurrences if each.span.article == article.id)
        assert [(mark.start, mark.end) for mark in app.session.library.marks(article.digest)] == [
            (span.start, span.end)
        ]
        assert any("◆" in line for line in drawn(app))
        await pilot.press("m")
        assert not app.session.library.marks(article.digest)


async def test_apostrophe_goes_from_mark_to_mark(make_app: Make) -> None:
    app = make_app()
    article = app.session.articles[0]
    last = article.sentences[-1]
    app.session.library.add_mark(article.digest, last.start, last.end)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("apostrophe")
        await pilot.pause()
        assert 0 <= screen.pane.view.row_of(last.start) < screen.pane.view.size.height
        assert screen.pane.view.top > 0


async def test_the_place_is_remembered(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space", "space")
        offset = screen.pane.view.offset_at_top
        await pilot.press("q")
        await pilot.pause()
        assert app.session.library.position(app.session.articles[0].digest) == offset
        screen = await opened(pilot)
        assert screen.pane.view.offset_at_top == offset


async def test_f_opens_and_closes_the_facts_and_tab_goes_between(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert screen.facts_open and screen.facts_active
        assert len(screen.panes) == 2
        await pilot.press("tab")
        assert not screen.facts_active
        await pilot.press("tab", "tab")
        assert screen.facts_active
        await pilot.press("f")
        await pilot.pause()
        assert not screen.facts_open
        assert len(screen.panes) == 3


async def test_a_fact_shows_its_sentence(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f", "enter")
        await pilot.pause()
        fact = screen.facts.fact
        assert fact is not None
        shown = screen.pane.article
        assert shown is not None
        assert shown.id in fact.articles
        assert len(screen.pane.view.laid("hit")) == 1


async def test_clicking_on_a_passage_makes_it_the_current_one(make_app: Make) -> None:
    app = make_app(settings=Settings(mouse="on"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        passage, occurrence = _second(screen, ids(app)[1])
        view = screen.panes[1].view
        row = view.row_of(occurrence.span.start + 1)
        await pilot.click(view, offset=(view.indent + 6, row))
        await pilot.pause()
        assert screen.desk.active == 1
        assert screen.current is not None
        assert passage is not None


def _second(screen: CompareScreen, id: str) -> tuple[Passage, Occurrence]:
    return screen.shared(id)[0]


async def test_the_wheel_scrolls_the_pane_under_it_and_the_others_follow(make_app: Make) -> None:
    app = make_app(settings=Settings(mouse="on"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        view = screen.panes[1].view
        before = view.top
        for _ in range(8):
            await pilot._post_mouse_events([__import__("textual.events").events.MouseScrollDown], view)
        await pilot.pause()
        assert view.top == before + 24


async def test_one_article_alone_can_be_read(make_app: Make) -> None:
    alone = from_text("A short text.\n\nIt has two paragraphs, and nothing else in the world is like it.", id="alone")
    app = make_app(articles=[alone])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        screen = compare(app)
        await pilot.press("n", "p", "w", "u", "tab", "z", "s", "G", "g", "right_square_bracket")
        assert screen.pane.article is alone
        assert "It has two paragraphs" in "\n".join(drawn(app))


async def test_no_line_of_text_is_longer_than_the_measure(make_app: Make) -> None:
    app = make_app(settings=Settings(mouse="off", measure=60))
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        view = compare(app).pane.view
        assert view.measure == 60
        assert view.indent > 40
        assert all(len(line.text) <= 60 for index in range(20) if (line := view.page.line(index)))


async def test_a_place_in_the_text_lasts_through_other_sizes(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        view = compare(app).pane.view
        for place in ("top", "further down"):
            before = view.offset_at_top
            for size in ((40, 12), (80, 24), (40, 30), (200, 60), (120, 36)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            assert view.offset_at_top == before, place
            await pilot.press(*"jjjjj")


@pytest.mark.parametrize("keys", [["G"], [*["pagedown"] * 70]], ids=["G", "page by page"])
async def test_the_end_of_a_long_article_can_be_reached(make_app: Make, keys: list[str]) -> None:
    words = "extraordinary circumstances notwithstanding, representatives acknowledged "
    paragraphs = [f"Paragraph {number}. {words * 5}" for number in range(30)]
    app = make_app(articles=[from_text("Title\n\n" + "\n\n".join([*paragraphs, "The end."]), id="long")])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert "The end." in drawn(app)[-2]
        assert "100 %" in drawn(app)[-1]


async def test_a_passage_left_behind_is_not_gone_back_to(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n")
        assert "passage 1 of" in drawn(app)[-1]
        await pilot.press("G")
        assert screen.current is None and "passage 1 of" not in drawn(app)[-1]
        before = screen.pane.view.offset_at_top
        await pilot.press("f")
        await pilot.pause()
        view = screen.pane.view
        assert view.row_of(before) == 0


async def test_the_status_line_names_the_articles_that_carry_a_passage(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n")
        assert screen.current is not None
        numbers = sorted(app.session.numbers[id] for id in screen.current.articles)
        assert f" · {len(numbers)} articles ({' '.join(map(str, numbers))}) · " in drawn(app)[-1]
        await pilot.press("escape", "G")
        assert "passage" in drawn(app)[-1] and "100 %" in drawn(app)[-1]


async def test_no_passage_key_is_offered_where_nothing_is_shared_with_what_is_at_hand(make_app: Make) -> None:
    shared = "The council voted on Tuesday to close the old harbour bridge for repairs until the spring."
    texts = {"a": f"Harbour bridge\n\n{shared}", "b": f"Bridge closes\n\n{shared}", "c": "Hens\n\nThe hens laid well."}
    app = make_app(articles=[from_text(text, id=id) for id, text in texts.items()])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space", "j", "space", "c")
        await pilot.pause()
        assert compare(app).desk.ids == ("a", "c")
        assert "n next" not in drawn(app)[-1]
        await pilot.press("n")
        assert "No shared passage here" in drawn(app)[-1]


async def test_wording_is_compared_with_the_full_telling_not_with_a_headline(make_app: Make) -> None:
    headline, told = "Bridge shut on Monday", "The harbour bridge is shut from Monday until the spring, the town says."
    texts = {"a": f"{headline}\n\n{told}", "b": f"Roads\n\n{told.replace('spring', 'summer')}"}
    app = make_app(articles=[from_text(text, id=id) for id, text in texts.items()])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space", "space", "c")
        await pilot.pause()
        screen = compare(app)
        a, b = app.session.articles
        at = a.text.index(told)
        spans = [a.span(0, len(headline)), a.span(at, len(a.text)), b.span(len("Roads\n\n"), len(b.text))]
        screen.current = Passage(1, "reworded", 1.0, tuple(Occurrence(span, 1) for span in spans))
        await pilot.press("w")
        lit = screen.panes[0].view.laid("wording").over(0, len(a.text))
        assert [a.text[stretch.start : stretch.end] for stretch in lit] == ["spring"]


async def test_facts_that_cover_the_text_keep_its_keys(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        screen = compare(app)
        assert screen.covered
        for key in ("n", "p", "w", "z", "2", "right_square_bracket", "b", "space"):
            await pilot.press(key)
        assert app.is_running and screen.covered
        await pilot.press("tab", "n")
        await pilot.pause()
        assert not screen.covered and screen.current is not None


async def test_a_terminal_that_becomes_narrow_shows_what_had_the_keys(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f", "tab")
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert not screen.facts_open
        await pilot.resize_terminal(120, 36)
        await pilot.press("f")
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert screen.covered and "Facts by" in drawn(app)[0]


async def test_wording_in_one_pane_is_held_against_an_article_that_is_not_on_screen(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("n", "n", "w")
        screen = compare(app)
        assert screen.current is not None
        carriers = [app.session.numbers[id] for id in screen.current.articles if id != screen.desk.article]
        assert f"in other words in {min(carriers)}" in drawn(app)[-1]
        assert len(screen.pane.view.laid("wording")) > 0
        await pilot.press("n")
        carriers = [app.session.numbers[id] for id in screen.current.articles if id != screen.desk.article]
        assert f"wording against {min(carriers)}" in drawn(app)[-1]
        await pilot.press("z")
        await pilot.pause()
        assert "against" not in drawn(app)[-1]


async def test_n_brings_carriers_into_the_panes_of_those_that_are_none(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        everywhere = {id: {p.id for p, _ in screen.shared(id)} for id in ids(app)}
        lead, beside = ids(app)[0], ids(app)[4]
        await pilot.press("tab", "5", "tab")
        await pilot.pause()
        assert screen.desk.panes == [lead, beside]
        assert not everywhere[lead] <= everywhere[beside]
        for _ in screen.shared(lead):
            await pilot.press("n")
            await pilot.pause()
            assert screen.current is not None
            others = [id for id in ids(app) if id != lead and screen.current.id in everywhere[id]]
            assert screen.desk.article == lead
            assert screen.desk.panes[1] in others
            assert len(set(level(screen).values())) == 1


async def test_one_pane_names_the_others_that_carry_a_line(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        screen = compare(app)
        view = screen.pane.view
        passage, here = screen.shared(ids(app)[0])[1]
        others = sorted(app.session.numbers[id] for id in passage.articles if id != ids(app)[0])
        said = " ".join(str(number) if number in others else " " for number in (2, 3, 4, 5))
        for row in range(view.row_of(here.span.start) + 1, view.row_of(here.span.end - 1) + 1):
            assert view.render_line(row).text[-9:-2] == said
        await pilot.resize_terminal(120, 36)
        await pilot.press("z")
        await pilot.pause()
        assert view.measure == view.size.width - 4


async def test_a_number_without_its_article_says_why(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space", "space", "c")
        await pilot.pause()
        await pilot.press("4")
        assert "Article 4 is not among these" in drawn(app)[-1]
        await pilot.press("9")
        assert "There is no article 9" in drawn(app)[-1]
