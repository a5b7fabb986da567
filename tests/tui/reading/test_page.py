from __future__ import annotations

import itertools

import pytest

from tuireader.article import Article
from tuireader.sources import from_text
from tuireader.tui.reading.page import Page

TEXT = (
    "Council closes the old bridge\n\n"
    "The council has closed the old bridge over the river after engineers found cracks in two of its piers.\n"
    "Share this Post\n"
    "A new bridge would take three years to build, the mayor said, and cost more than the town has.\n"
)


@pytest.fixture
def article() -> Article:
    return from_text(TEXT, id="bridge")


def shown(page: Page) -> list[str]:
    page.finish()
    lines = [page.line(index) for index in range(page.height)]
    return [line.text for line in lines if line]


def test_every_shown_character_knows_where_it_stands(article: Article) -> None:
    page = Page(article, 30)
    page.finish()
    for index in range(page.height):
        line = page.line(index)
        assert line is not None
        assert "".join(TEXT[source] for source in line.sources) == line.text


def test_one_blank_line_between_paragraphs(article: Article) -> None:
    lines = shown(Page(article, 200))
    assert lines[0] == "Council closes the old bridge"
    assert lines[1] == ""
    assert all(not (a == b == "") for a, b in itertools.pairwise(lines))


def test_the_line_of_every_offset_holds_it(article: Article) -> None:
    page = Page(article, 24)
    for part in article.parts:
        for offset in range(part.start, part.end):
            line = Page(article, 24).line(page.line_of(offset))
            assert line is not None
            assert line.start <= offset
            assert offset < line.end or TEXT[line.end : offset + 1].isspace()


def test_numbers_stand_before_their_offset_and_change_no_source(article: Article) -> None:
    at = TEXT.index("engineers")
    page = Page(article, 200, {at: "⁷"})
    line = page.line(page.line_of(at))
    assert line is not None
    place = line.text.index("⁷")
    assert line.text[place + 1 :].startswith("engineers")
    assert line.sources[place] == line.sources[place + 1] == at
    assert line.added == {place}


def test_lines_before_the_first_and_after_the_last_are_none(article: Article) -> None:
    page = Page(article, 40)
    assert page.line(-1) is None
    assert page.line(page.finish()) is None


def test_only_what_is_asked_for_is_wrapped() -> None:
    long = from_text(
        "\n".join(f"Paragraph number {number} says a little of nothing." for number in range(5000)), id="x"
    )
    page = Page(long, 40)
    page.line(10)
    assert len(page._lines) < 50
    assert page.height > 5000
    assert page.finish() == len(page._lines)


def test_hostile_characters_are_not_shown() -> None:
    page = Page(from_text("One \x1b]0;title\x07two\u202e three.", id="x"), 80)
    line = page.line(0)
    assert line is not None
    assert line.text == "One two three."
    assert line.sources[line.text.index("two")] == "One \x1b]0;title\x07two".index("two")
