from __future__ import annotations

from tuireader.article import Span
from tuireader.passages import Link
from tuireader.tui.reading.level import Anchor, anchors, nearest


def link(a: str, a_start: int, b: str, b_start: int, score: float = 0.8) -> Link:
    return Link(Span(a, a_start, a_start + 10), Span(b, b_start, b_start + 10), "reworded", score)


def test_anchors_are_turned_towards_the_article_that_leads() -> None:
    links = [link("x", 0, "y", 100), link("y", 50, "x", 20), link("x", 5, "z", 7)]
    assert anchors(links, "x", "y") == (Anchor(0, 100, 0.8), Anchor(20, 50, 0.8))
    assert anchors(links, "y", "x") == (Anchor(50, 20, 0.8), Anchor(100, 0, 0.8))


def test_of_two_at_one_place_the_surer_stays() -> None:
    links = [link("x", 0, "y", 100, 0.4), link("x", 0, "y", 30, 0.9)]
    assert anchors(links, "x", "y") == (Anchor(0, 30, 0.9),)


def test_nearest_is_the_one_before_else_the_first() -> None:
    found = (Anchor(10, 100, 1.0), Anchor(50, 20, 1.0))
    assert nearest(found, 60) == found[1]
    assert nearest(found, 49) == found[0]
    assert nearest(found, 3) == found[0]
    assert nearest((), 3) is None
