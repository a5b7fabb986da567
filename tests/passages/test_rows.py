"""Which sentence of one telling answers which of another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.texts import articles
from tuireader.article import Article, Span, cut
from tuireader.passages import Link, Occurrence, Passage, find
from tuireader.passages.tellings.rows import Rows, fullest
from tuireader.sources import from_text

ONE = from_text(
    "The mayor closed the bridge on Tuesday. Engineers had found cracks in its bearings. Ferries run every ten minutes."
    " Shop owners fear for their customers.",
    id="one",
)
TWO = from_text(
    "Ferries run every ten minutes. The mayor closed the bridge on Tuesday after engineers had found cracks in its "
    "bearings. Nobody was hurt by that.",
    id="two",
)


def passage(*spans: Span) -> Passage:
    return Passage(1, "reworded", 0.9, tuple(Occurrence(span, number) for number, span in enumerate(spans, 1)))


def whole(article: Article) -> Span:
    return article.span(0, len(article.text))


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


def told(rows: Rows, held: Passage, among: list[Article]) -> list[list[list[str]]]:
    """The rows as text: for each row, for each occurrence, its sentences."""
    return [[[cut(among, span) for span in spans] for spans in row.spans] for row in rows.of(held)]


def test_sentences_answer_each_other_in_any_order() -> None:
    found = told(Rows([ONE, TWO], ()), passage(whole(ONE), whole(TWO)), [ONE, TWO])
    assert [
        ["Ferries run every ten minutes."],
        ["Ferries run every ten minutes."],
    ] in found
    assert [
        ["The mayor closed the bridge on Tuesday.", "Engineers had found cracks in its bearings."],
        ["The mayor closed the bridge on Tuesday after engineers had found cracks in its bearings."],
    ] in [[row[0], row[1][:1]] for row in found]


def test_what_answers_nothing_goes_with_the_sentence_before_it() -> None:
    found = told(Rows([ONE, TWO], ()), passage(whole(ONE), whole(TWO)), [ONE, TWO])
    row = next(row for row in found if "Nobody was hurt by that." in row[1])
    assert row[1].index("Nobody was hurt by that.") == 1
    assert [["Shop owners fear for their customers."], []] in found


def test_a_sentence_without_a_like_word_answers_the_one_that_is_left_in_its_place() -> None:
    a = from_text("The mayor closed the bridge. Some 4,700 cars cross it. Ferries run every ten minutes.", id="a")
    b = from_text("The mayor closed the bridge. Over 4,600 people drive there. Ferries run every ten minutes.", id="b")
    found = told(Rows([a, b], ()), passage(whole(a), whole(b)), [a, b])
    assert [["Some 4,700 cars cross it."], ["Over 4,600 people drive there."]] in found


def test_a_sure_link_counts_more_than_like_words() -> None:
    three = from_text("People are afraid. The owners of the bridge closed their shop.", id="three")
    links = [
        Link(place(ONE, "Shop owners fear for their customers."), place(three, "People are afraid."), "reworded", 0.9)
    ]
    held = passage(whole(ONE), whole(three))
    for given_links in (links, [link._replace(a=link.b, b=link.a) for link in links]):
        row = told(Rows([ONE, three], given_links), held, [ONE, three])[-1]
        assert row[0] == ["Shop owners fear for their customers."]
        assert row[1][0] == "People are afraid."


def test_a_sentence_linked_with_two_is_told_beside_both() -> None:
    links = [
        Link(
            place(ONE, "Shop owners fear for their customers."), place(TWO, "Nobody was hurt by that."), "reworded", 0.7
        ),
        Link(place(ONE, "Ferries run every ten minutes."), place(TWO, "Nobody was hurt by that."), "reworded", 0.6),
    ]
    found = told(Rows([ONE, TWO], links), passage(whole(ONE), whole(TWO)), [ONE, TWO])
    assert ["Ferries run every ten minutes.", "Shop owners fear for their customers."] in [row[0] for row in found]


def test_a_headline_is_a_telling_of_its_own_and_the_fullest_one_leads() -> None:
    held = passage(place(TWO, "Ferries run"), place(TWO, "The mayor closed the bridge on Tuesday after"), whole(ONE))
    assert fullest(held) == 1
    (row,) = [row for row in told(Rows([ONE, TWO], ()), held, [ONE, TWO]) if row[1]]
    assert row[1] == ["The mayor closed the bridge on Tuesday after"]


def test_every_sentence_of_every_telling_stands_in_one_row() -> None:
    event = articles()
    found = find(event)
    rows = Rows(event, found.links)
    for held in found.passages:
        laid = rows.of(held)
        for number, occurrence in enumerate(held.occurrences):
            spans = [span for row in laid for span in row.spans[number]]
            assert len(spans) == len(set(spans))
            covered = "".join(cut(event, span) for span in sorted(spans))
            assert [char for char in covered if char.isalnum()] == [
                char for char in cut(event, occurrence.span) if char.isalnum()
            ]


SENTENCES = st.lists(
    st.sampled_from(
        ["The mayor spoke. ", "Cracks were found. ", "The mayor found cracks. ", "14 ferries run. ", "No. "]
    ),
    min_size=1,
    max_size=8,
).map("".join)


@settings(max_examples=80, deadline=None)
@given(SENTENCES, SENTENCES, SENTENCES)
def test_rows_take_each_sentence_once(a: str, b: str, c: str) -> None:
    three = [from_text(text, id=id) for id, text in (("a", a), ("b", b), ("c", c))]
    held = passage(*(whole(article) for article in three))
    rows = Rows(three, find(three).links).of(held)
    for number, article in enumerate(three):
        spans = [span for row in rows for span in row.spans[number]]
        assert sorted(spans) == [article.span(each.start, each.end) for each in article.sentences]
    lead = [span for row in rows for span in row.spans[fullest(held)]]
    assert lead == sorted(lead)
    assert all(row.spans[fullest(held)] for row in rows)
