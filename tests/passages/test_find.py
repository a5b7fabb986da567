"""What shared passages are: links, runs of them, clusters across articles."""

from __future__ import annotations

import pytest

from tests.passages.texts import HERALD, NOT_SAME, SAME, articles
from tuireader.article import Article, Span, cut
from tuireader.passages import Link, Passages, find
from tuireader.sources import from_text


@pytest.fixture(scope="module")
def event() -> list[Article]:
    return articles()


@pytest.fixture(scope="module")
def found(event: list[Article]) -> Passages:
    return find(event)


def joins(event: list[Article], links: tuple[Link, ...], a: str, a_words: str, b: str, b_words: str) -> bool:
    """Whether a link covers some of both words."""
    text = {article.id: article.text for article in event}
    one = Span(a, text[a].index(a_words), text[a].index(a_words) + len(a_words))
    two = Span(b, text[b].index(b_words), text[b].index(b_words) + len(b_words))
    return any(
        (link.a.overlaps(one) and link.b.overlaps(two)) or (link.a.overlaps(two) and link.b.overlaps(one))
        for link in links
    )


@pytest.mark.parametrize("case", SAME, ids=lambda case: f"{case[0]}-{case[2]}: {case[1]}")
def test_links_what_tells_the_same(event: list[Article], found: Passages, case: tuple[str, str, str, str]) -> None:
    assert joins(event, found.links, *case)


@pytest.mark.parametrize("case", NOT_SAME, ids=lambda case: f"{case[0]}-{case[2]}: {case[1]}")
def test_leaves_apart_what_only_sounds_alike(
    event: list[Article], found: Passages, case: tuple[str, str, str, str]
) -> None:
    assert not joins(event, found.links, *case)


def test_a_strange_article_shares_nothing(found: Passages) -> None:
    assert not [link for link in found.links if "stranger" in (link.a.article, link.b.article)]
    assert not [passage for passage in found.passages if "stranger" in passage.articles]


def test_kinds_say_how_near_the_wording_is(event: list[Article], found: Passages) -> None:
    kinds = {
        cut(event, link.a): link.kind for link in found.links if (link.a.article, link.b.article) == ("herald", "post")
    }
    assert kinds["The cracks were discovered during a routine inspection last week."] == "verbatim"
    contractor = next(kind for text, kind in kinds.items() if text.startswith("A contractor"))
    assert contractor == "reworded"


def test_scores_lie_between_0_and_1_and_copies_score_highest(found: Passages) -> None:
    assert all(0 <= link.score <= 1 for link in found.links)
    copies = [link.score for link in found.links if link.kind == "verbatim"]
    assert copies and min(copies) > 0.8


def test_a_statement_of_three_articles_is_one_passage(event: list[Article], found: Passages) -> None:
    ferries = [p for p in found.passages if any("every ten minutes" in cut(event, o.span) for o in p.occurrences)]
    assert len(ferries) == 1
    assert ferries[0].articles == ("herald", "post", "courier")


def test_wordings_count_tellings_not_articles(event: list[Article], found: Passages) -> None:
    (ferries,) = [p for p in found.passages if any("Ferries will run" in cut(event, o.span) for o in p.occurrences)]
    wording = {o.span.article: o.wording for o in ferries.occurrences}
    assert wording["herald"] == wording["post"] != wording["courier"]
    assert ferries.wordings == 2


def test_passages_count_from_one_in_reading_order(found: Passages) -> None:
    assert [passage.id for passage in found.passages] == list(range(1, len(found.passages) + 1))
    firsts = [p.occurrences[0].span.start for p in found.passages if p.occurrences[0].span.article == "herald"]
    assert firsts == sorted(firsts)


def test_an_inserted_sentence_stays_outside() -> None:
    extra = "A brass band that had planned to play there on Sunday moved its concert to the theatre nearby."
    marked = HERALD.replace('"We did not take', extra + ' "We did not take')
    pair = [from_text(HERALD, id="a"), from_text(marked, id="b")]
    found = find(pair)
    place = Span("b", marked.index(extra), marked.index(extra) + len(extra))
    assert not [link for link in found.links if link.b.overlaps(place)]
    assert not [o for p in found.passages for o in p.occurrences if o.span.overlaps(place)]
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "a")
    assert lit > 0.9 * len(HERALD)


def test_shuffled_paragraphs_are_found_again() -> None:
    lines = HERALD.split("\n\n")
    shuffled = "\n\n".join([lines[0], lines[4], lines[2], lines[5], lines[1], lines[3]])
    found = find([from_text(HERALD, id="a"), from_text(shuffled, id="b")])
    lit = sum(o.span.end - o.span.start for p in found.passages for o in p.occurrences if o.span.article == "a")
    assert lit > 0.9 * len(HERALD)
    assert all(passage.kind == "verbatim" for passage in found.passages)


def test_one_sentence_told_as_two() -> None:
    one = from_text(
        "The harbour ferry sank on Friday night after it struck an unlit barge near the eastern lighthouse. All on "
        "board were saved. The owner promised a full inquiry into the loss of the vessel.",
        id="one",
    )
    two = from_text(
        "The harbour ferry sank on Friday night. It had struck an unlit barge near the eastern lighthouse. Divers will "
        "go down on Monday. The owner promised a full inquiry.",
        id="two",
    )
    links = find([one, two]).links
    assert joins([one, two], links, "one", "harbour ferry sank", "two", "harbour ferry sank")
    assert joins([one, two], links, "one", "unlit barge", "two", "unlit barge")


def test_a_quote_without_its_speaker_is_linked_without_him() -> None:
    one = from_text(
        'Talks went on for hours. "The valley will not be flooded as long as I hold this office," said Governor Anna '
        "Tresk, who spoke in the crowded town hall of Mirow after a long day of meetings.",
        id="one",
    )
    two = from_text(
        '"The valley will not be flooded as long as I hold this office," she vowed. Fishermen cheered.', id="two"
    )
    (link,) = [link for link in find([one, two]).links if link.score >= 0.5]
    assert cut([one], link.a) == '"The valley will not be flooded as long as I hold this office,"'
    assert "Mirow" not in cut([one], link.a)


def test_the_headline_repeated_in_the_lede_is_an_echo_of_the_same_passage() -> None:
    one = from_text(
        "Reactor at Holm Point shut down after coolant leak\n\nThe reactor at Holm Point was shut down on Monday after "
        "a coolant leak. Nobody was hurt in the incident. Neighbours were told to keep their windows closed.",
        id="one",
    )
    two = from_text(
        "The reactor at Holm Point was shut down on Monday after a coolant leak, its operator said. The weather stayed "
        "dry. Neighbours were told to keep their windows closed for the night.",
        id="two",
    )
    found = find([one, two])
    leaks = [p for p in found.passages if any("coolant leak" in cut([one, two], o.span) for o in p.occurrences)]
    assert len(leaks) == 1


def test_furniture_and_captions_are_never_linked() -> None:
    tail = "\n\nShare this Post\n"
    one = from_text(HERALD + tail, id="one")
    two = from_text(HERALD.replace("Lindmar", "Lindmar") + tail, id="two")
    for link in find([one, two]).links:
        assert "Share" not in cut([one], link.a)


def test_names_alone_are_no_link() -> None:
    one = from_text("Prime Minister Karel Dobs opened the new tram line in Brezno and cut a ribbon.", id="one")
    two = from_text("Farmers threw cabbages at Prime Minister Karel Dobs over the price of diesel.", id="two")
    assert not find([one, two]).passages


def test_like_words_of_two_speakers_are_two_statements() -> None:
    one = from_text(
        "Tresk said that peace in the valley is a key factor for the whole region. Rain is expected.", id="one"
    )
    two = from_text(
        "Haas emphasised that peace in the valley remains a key factor of trade. A vote will follow.", id="two"
    )
    assert not find([one, two]).links


def test_nothing_from_nothing() -> None:
    assert find([]) == Passages()
    assert find([from_text(HERALD, id="a")]) == Passages()
    assert find([from_text("", id="a"), from_text("\n\n", id="b")]) == Passages()
