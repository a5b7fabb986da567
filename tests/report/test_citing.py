"""Stretches of articles as others can quote them."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Span, UsageError
from tuireader.report.citing import Address, address, command, excerpt, located, quotation, read_address, source
from tuireader.sources import from_text

TEXT = "Bridge at Drell closed\n\nThe bridge closed on Monday. It opens in May.\nTraffic waits.\n\nHe said: “Never.”\n"
ARTICLE = from_text(TEXT, id="drell:1")


@given(st.text(min_size=1, max_size=12), st.integers(0, 999), st.integers(1, 999))
def test_an_address_is_read_as_it_was_written(id: str, start: int, size: int) -> None:
    assert read_address(address(Span(id, start, start + size))) == Address(id, start, start + size)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("000", Address("000")),
        ("000:12", Address("000", 12)),
        ("a:b", Address("a:b")),
        ("./x.txt:3-9", Address("./x.txt", 3, 9)),
    ],
)
def test_what_is_left_out_of_an_address_is_open(text: str, meant: Address) -> None:
    assert read_address(text) == meant


def test_an_address_that_ends_before_it_starts_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="ends before it starts"):
        read_address("000:9-9")


def test_an_address_without_an_end_means_the_sentence() -> None:
    start = TEXT.index("It opens")
    span = located(Address("drell", start + 4), ARTICLE)
    assert TEXT[span.start : span.end] == "It opens in May."
    assert located(Address("drell"), ARTICLE) == ARTICLE.span(0, len(TEXT))


@pytest.mark.parametrize("place", [(len(TEXT), None), (3, len(TEXT) + 1)])
def test_an_address_behind_the_end_is_wrong_usage(place: tuple[int, int | None]) -> None:
    with pytest.raises(UsageError, match="reaches behind its end"):
        located(Address("drell", *place), ARTICLE)


def test_lines_are_those_of_the_article_and_nothing_steers_a_terminal() -> None:
    start, end = TEXT.index("It opens"), len(TEXT)
    assert excerpt(ARTICLE, start, end) == "It opens in May.\nTraffic waits.\n\nHe said: “Never.”"
    hostile = from_text("Title\n\nA\x1b]52;c;aGk=\x07 b\u202ec d.\n", id="x")
    assert excerpt(hostile, 0, len(hostile.text)) == "Title\n\nA bc d."


def test_a_quotation_has_one_pair_of_marks_and_says_where_it_is_from() -> None:
    start = TEXT.index("The bridge")
    said = quotation(ARTICLE, start, start + 28)
    assert said == f"“The bridge closed on Monday.”\n— “Bridge at Drell closed” (drell:1:{start}-{start + 28})"
    assert quotation(ARTICLE, TEXT.index("He said"), len(TEXT) - 1).startswith("He said: “Never.”\n")


def test_a_source_has_what_is_known() -> None:
    assert source(ARTICLE) == "“Bridge at Drell closed”"


@given(st.lists(st.text(min_size=1, max_size=9), max_size=3))
def test_a_shell_reads_the_command_back(paths: list[str]) -> None:
    assert shlex.split(command(Span("a b", 1, 2), paths)) == ["tuireader", "read", "a b:1-2", *paths]
