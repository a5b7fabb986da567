"""``show``, ``compare``, ``facts`` and ``search`` as text."""

from __future__ import annotations

import pytest

from tuireader import sources
from tuireader.article import Article, Span
from tuireader.passages import Kind, Occurrence, Passage, Passages
from tuireader.report.comparing import comparing
from tuireader.report.hits import finding
from tuireader.report.ink import Ink
from tuireader.report.lines import cells
from tuireader.report.reading import reading
from tuireader.report.records import records
from tuireader.search import Answer, FieldLabels, Index, Label
from tuireader.sources import from_text
from tuireader.story import tell


def squeezed(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def whole(article: Article, sentence: str) -> Span:
    start = article.text.index(sentence)
    return article.span(start, start + len(sentence))


@pytest.fixture
def passage(articles: list[Article]) -> Passages:
    one = "The bridge at Vesterå will be completely closed from 3 May, the road office said on Monday."
    two = "The bridge at Vesterå will be fully closed from 3 May, the road office announced on Monday."
    occurrences = (Occurrence(whole(articles[0], one), 1), Occurrence(whole(articles[1], two), 2))
    return Passages((), (Passage(1, "reworded", 0.9, occurrences),))


def test_show_wraps_the_body_and_sets_furniture_apart(articles: list[Article]) -> None:
    lines = reading(records(articles, tell(articles))[0], 200, Ink())
    assert lines[0].startswith("north_1f · ")
    assert "Bridge at Vesterå closes for repairs" in lines
    assert "    [furniture] Share this article" in lines
    assert "    [byline] By Kari Moen" in lines
    assert max(map(cells, lines)) <= 80
    assert "The bridge at Vesterå will be completely closed" in squeezed(lines)


def test_show_dims_furniture_where_there_is_colour(articles: list[Article]) -> None:
    lines = reading(records(articles, tell(articles))[0], 80, Ink(colour=True))
    assert "    \x1b[2m[furniture] Share this article\x1b[0m" in lines
    assert "\x1b[1mBridge at Vesterå closes for repairs\x1b[0m" in lines


@pytest.mark.parametrize("width", [20, 33, 60])
def test_show_fits_narrow_terminals(articles: list[Article], width: int) -> None:
    assert max(map(cells, reading(records(articles, tell(articles))[0], width, Ink()))) <= width


def test_compare_shows_what_the_second_wording_changed(articles: list[Article], passage: Passages) -> None:
    lines = comparing(records(articles, tell(articles)), articles, passage, 90, Ink())
    assert "1  reworded · 2 articles · 2 wordings" in lines
    text = squeezed(lines)
    assert "north The bridge at Vesterå will be completely closed from 3 May, the road office said on Monday" in text
    assert "be [-completely-] {+fully+} closed from 3 May, the road office [-said-] {+announced+} on Monday." in text


def test_compare_in_colour_strikes_and_underlines_instead(articles: list[Article], passage: Passages) -> None:
    text = squeezed(comparing(records(articles, tell(articles)), articles, passage, 90, Ink(colour=True)))
    assert "\x1b[31;9mcompletely\x1b[0m" in text
    assert "\x1b[32;4mfully\x1b[0m" in text
    assert "[-" not in text


LONG_ONE = (
    "The mayor closed the bridge on Tuesday. Some 4,700 cars cross it each day. Ferries run every ten minutes. "
    "Shop owners fear for their customers. The city will pay for it. Work begins in May. It ends in June."
)
LONG_TWO = (
    "On Tuesday the mayor closed the bridge. More than 4,600 people drive over it daily, most on their way to school. "
    "Ferries run every ten minutes. Shop owners fear for their customers. The city will pay for it. Work begins in "
    "May. It ends in June."
)


def long(width: int, **ink: bool) -> list[str]:
    """Two long tellings, compared."""
    both = [sources.from_text(LONG_ONE, id="one"), sources.from_text(LONG_TWO, id="two")]
    occurrences = tuple(Occurrence(each.span(0, len(each.text)), number) for number, each in enumerate(both, 1))
    found = Passages((), (Passage(1, "reworded", 0.9, occurrences),))
    return comparing(records(both, tell(both)), both, found, width, Ink(**ink))


def test_compare_shows_which_sentence_answers_which() -> None:
    lines = long(90)
    assert "1 shared passage, reworded" in lines
    assert "  one       The mayor closed the bridge on Tuesday." in lines
    assert "  two       {~On Tuesday~} the mayor closed the bridge." in lines
    assert lines[lines.index("  two       {~On Tuesday~} the mayor closed the bridge.") + 1] == ""


def test_compare_shows_sentences_in_the_same_words_once_and_long_runs_of_them_by_their_ends() -> None:
    lines = long(90)
    assert "  one, two  Ferries run every ten minutes. Shop owners fear for their customers." in lines
    assert "            … 2 more sentences in the same words …" in lines
    assert "  one, two  It ends in June." in lines
    assert "..." in " ".join(long(90, unicode=False))


def test_compare_shows_numbers_that_differ_even_where_all_else_does() -> None:
    text = squeezed(long(90))
    # Unmarked words would read as the same ones.
    said = "[in other words; numbers marked] [-Some 4,700-] {+More than 4,600+} people drive over it daily, most on"
    assert said in text


def test_compare_has_two_tellings_side_by_side_where_there_is_room() -> None:
    lines = long(120)
    row = next(line for line in lines if "The mayor closed the bridge {~on Tuesday~}." in line)
    assert "{~On Tuesday~} the mayor closed the bridge." in row
    assert "the same words" in squeezed(lines)
    assert max(map(cells, lines)) <= 120
    assert "[-Some 4,700-] cars cross" in squeezed(lines)
    assert any("[in other words; numbers marked]" in line for line in lines)


def test_of_many_dropped_words_the_ends_and_the_numbers_are_shown() -> None:
    one = (
        "The bridge, which engineers of the harbour board had built for 3.2 million kroner in the old town, is closed."
    )
    both = [sources.from_text(one, id="one"), sources.from_text("The bridge is closed.", id="two")]
    occurrences = tuple(Occurrence(each.span(0, len(each.text)), number) for number, each in enumerate(both, 1))
    found = Passages((), (Passage(1, "reworded", 0.9, occurrences),))
    text = squeezed(comparing(records(both, tell(both)), both, found, 80, Ink()))
    assert "bridge [-which engineers of the … 3.2 … old town-] is closed." in text


def test_compare_says_what_one_alone_has_within_a_passage() -> None:
    more = LONG_ONE + " Nobody asked the fishermen. They had left at dawn. Their nets were empty. Gulls cried."
    both = [sources.from_text(more, id="one"), sources.from_text(LONG_ONE[:160], id="two")]
    occurrences = tuple(Occurrence(each.span(0, len(each.text)), number) for number, each in enumerate(both, 1))
    found = Passages((), (Passage(1, "reworded", 0.9, occurrences),))
    text = squeezed(comparing(records(both, tell(both)), both, found, 80, Ink()))
    assert "more sentences in one alone" in text


def told(one: str, two: str, width: int, wordings: int = 2) -> list[str]:
    """Two short tellings, compared."""
    both = [sources.from_text(one, id="one"), sources.from_text(two, id="two")]
    occurrences = tuple(
        Occurrence(each.span(0, len(each.text)), min(number, wordings)) for number, each in enumerate(both, 1)
    )
    kind: Kind = "reworded" if wordings == 2 else "verbatim"
    found = Passages((), (Passage(1, kind, 0.9, occurrences),))
    return comparing(records(both, tell(both)), both, found, width, Ink())


@pytest.mark.parametrize("width", [80, 120])
def test_the_dot_of_an_abbreviation_is_marked_with_its_word(width: int) -> None:
    text = squeezed(told("Sen. Donald Trump spoke on Monday.", "Donald J. Trump spoke on Tuesday.", width))
    assert "{+J.+} Trump" in text
    assert "[-Sen.-] Donald" in text
    assert "{+Tuesday+}." in text


def test_a_headline_stands_apart_from_the_text_below_it() -> None:
    text = "Harbour bridge shut\n\nThe bridge will stay closed until April.\n\nFerries run every ten minutes.\n"
    lines = [line.strip() for line in told(text, text, 80, wordings=1)]
    assert "one, two  Harbour bridge shut" in lines
    assert "one, two  The bridge will stay closed until April. Ferries run every ten" in lines


def test_one_wording_alone_is_no_wider_than_can_be_read() -> None:
    text = "The bridge at Vesterå will be completely closed from 3 May, the road office said on Monday, " * 3
    lines = told(text, text, 200, wordings=1)
    assert "1 shared passage, verbatim" in lines
    assert max(map(cells, lines)) <= 100


@pytest.mark.parametrize("width", [24, 40, 80, 100, 140, 200])
def test_compare_fits(width: int) -> None:
    assert max(map(cells, long(width))) <= width


def test_compare_names_all_carriers_of_one_wording_together(articles: list[Article]) -> None:
    copy = sources.from_text(articles[1].text, id="west_3c")
    span = whole(articles[1], "More than 4,200 cars cross it each day.")
    occurrences = (Occurrence(span, 1), Occurrence(Span("west_3c", span.start, span.end), 1))
    found = Passages((), (Passage(1, "verbatim", 1.0, occurrences),))
    three = [*articles, copy]
    lines = comparing(records(three, tell(three)), three, found, 100, Ink())
    assert "1  verbatim · 2 articles · one wording" in lines
    assert "  south, west  More than 4,200 cars cross it each day." in lines


def test_compare_leaves_a_telling_in_quite_other_words_unmarked(articles: list[Article]) -> None:
    one = whole(articles[0], "Around 4,000 cars cross it each day.")
    two = whole(articles[1], "The bridge at Vesterå will be fully closed")
    found = Passages((), (Passage(1, "related", 0.4, (Occurrence(one, 1), Occurrence(two, 2))),))
    text = squeezed(comparing(records(articles, tell(articles)), articles, found, 100, Ink()))
    assert "The bridge at Vesterå will be fully closed" in text
    assert "{+" not in text


def test_dropped_words_stand_apart_from_their_neighbours() -> None:
    one = sources.from_text("The old red bridge (built in 1931) stands there still, people say now.", id="a")
    two = sources.from_text("The bridge (built in 1931) stands there, people say.", id="b")
    occurrences = tuple(Occurrence(each.span(0, len(each.text)), number) for number, each in enumerate((one, two), 1))
    both = [one, two]
    lines = comparing(
        records(both, tell(both)), both, Passages((), (Passage(1, "reworded", 0.8, occurrences),)), 90, Ink()
    )
    assert "The [-old red-] bridge (built in 1931) stands there [-still-], people say [-now-]." in squeezed(lines)


def test_compare_without_a_common_passage_says_so(articles: list[Article]) -> None:
    lines = comparing(records(articles, tell(articles)), articles, Passages(), 80, Ink())
    assert lines[-1] == "No passage stands in more than one of them."


def test_search_lights_the_words_found(articles: list[Article]) -> None:
    answer = Index(articles).answer("brige vestera")
    lines = finding("brige vestera", articles, answer, (), 200, Ink(colour=True))
    assert lines[0] == "\x1b[1;36mnorth\x1b[0m  \x1b[1;4mBridge\x1b[0m at \x1b[1;4mVesterå\x1b[0m closes for repairs"
    assert finding("x", articles, answer, (), 200, Ink())[0] == "north  Bridge at Vesterå closes for repairs"


def test_search_without_a_hit_says_so_and_echoes_nothing_raw(articles: list[Article]) -> None:
    said = finding("zz\x1b[2J", articles, Answer(), ("zoo\x1b[2J",), 80, Ink())
    assert said == ["Nothing in 2 articles answers “zz”.", "The nearest words are zoo."]


def test_search_tells_what_facts_say_of_a_hit(articles: list[Article]) -> None:
    where = articles[0].span(0, 6)
    labels = FieldLabels([Label("fact", where, "bridge", "bridge", "bridge: one / two", "differ")])
    lines = finding("fact:bridge", articles, Index(articles).answer("fact:bridge", labels=labels), (), 80, Ink())
    assert lines[1].strip() == "differ: bridge: one / two"


def test_one_word_is_one_word() -> None:
    articles = [from_text("Hens", id="hens")]
    assert reading(records(articles, tell(articles))[0], 80, Ink())[0] == "hens · 1 word"
