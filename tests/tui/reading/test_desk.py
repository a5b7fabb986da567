from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.desk import NARROWEST, Desk, room_for

IDS = ("a", "b", "c", "d", "e")


def test_as_many_panes_as_fit() -> None:
    assert room_for(40, 5) == 1
    assert room_for(80, 5) == 2
    assert room_for(120, 5) == 3
    assert room_for(200, 5) == 5
    assert room_for(NARROWEST - 1, 5) == 1
    assert room_for(400, 2) == 2


def test_panes_stand_in_the_order_of_the_list() -> None:
    desk = Desk(IDS, "c", room=3)
    assert desk.panes == ["a", "b", "c"]
    assert desk.article == "c"


def test_zoom_gives_the_room_to_one_and_back() -> None:
    desk = Desk(IDS, "b", room=3)
    desk.zoom()
    assert desk.panes == ["b"]
    desk.zoom()
    assert len(desk.panes) == 3
    assert desk.article == "b"


def test_one_pane_steps_through_the_articles() -> None:
    desk = Desk(IDS, "e", room=1)
    desk.step(1)
    assert desk.panes == ["a"]
    desk.step(-1)
    assert desk.panes == ["e"]


def test_swapping_brings_the_next_hidden_article() -> None:
    desk = Desk(IDS, "a", room=2)
    desk.swap(1)
    assert desk.panes == ["c", "b"]
    desk.swap(-1)
    assert desk.panes == ["a", "b"]


def test_going_to_a_hidden_article_puts_it_into_the_active_pane() -> None:
    desk = Desk(IDS, "a", room=2)
    desk.go("e")
    assert desk.panes == ["e", "b"]
    desk.go("b")
    assert desk.active == 1


def test_an_article_that_was_not_at_hand_is_from_now_on() -> None:
    desk = Desk(("a", "b"), "a", room=2)
    desk.go("z")
    assert desk.ids == ("a", "b", "z")
    assert desk.panes == ["z", "b"]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("fit"), st.integers(1, 6)),
        st.tuples(st.sampled_from(["step", "swap"]), st.sampled_from([1, -1])),
        st.tuples(st.just("go"), st.sampled_from(IDS)),
        st.tuples(st.just("zoom"), st.none()),
    ),
    max_size=12,
)


@given(steps)
def test_whatever_is_done_the_desk_holds_together(done: list[tuple[str, object]]) -> None:
    desk = Desk(IDS, "a", room=2)
    for name, argument in done:
        method = getattr(desk, name)
        method() if argument is None else method(argument)
        assert desk.article == desk.panes[desk.active]
        assert len(set(desk.panes)) == len(desk.panes)
        assert set(desk.panes) <= set(IDS)
        assert len(desk.panes) == (1 if desk.zoomed else min(desk.room, len(IDS)))


def test_moved_panes_stay_where_they_were_put() -> None:
    desk = Desk(("a", "b", "c", "d"), "a", room=3)
    assert not desk.move(-1)
    assert desk.move(1) and desk.move(1)
    assert desk.panes == ["b", "c", "a"] and desk.active == 2
    desk.fit(1)
    desk.step(1)
    desk.step(-1)
    desk.fit(4)
    assert desk.panes == ["b", "c", "a", "d"] and desk.article == "a"


def test_a_swapped_article_keeps_its_place_when_panes_come_back() -> None:
    desk = Desk(("a", "b", "c"), "a", room=2)
    desk.swap(1)
    assert desk.panes == ["c", "b"]
    desk.zoom()
    desk.zoom()
    assert desk.panes == ["c", "b"]


def test_what_is_on_screen_stays_where_another_pane_tells_it() -> None:
    desk = Desk(("a", "b", "c", "d"), "a", room=3)
    assert not desk.bring({"a", "b", "d"})
    assert desk.bring({"a", "d"})
    assert desk.panes == ["a", "d", "c"]
    assert not desk.bring({"a"})


def test_a_copy_goes_its_own_way() -> None:
    desk = Desk(("a", "b", "c"), "a", room=3)
    other = desk.copy()
    desk.move(1)
    assert other.panes == ["a", "b", "c"] and other.order == ["a", "b", "c"]
