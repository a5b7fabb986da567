"""Passages as blocks: stretches in which two articles run along each other, in whatever order their words stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.passages.essays import BEES, LIGHTHOUSE, LIGHTHOUSE_IN_BRIEF, dotted, scrambled
from tests.passages.texts import HERALD, STRANGER
from tuireader.article import Article, Span
from tuireader.passages import Passage, Passages, find
from tuireader.passages.blocks.growing import blocks
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features
from tuireader.sources import from_text


def pair(one: Sequence[str], two: Sequence[str]) -> tuple[Article, Article, Passages]:
    a, b = from_text("\n\n".join(one), id="a"), from_text("\n\n".join(two), id="b")
    return a, b, find([a, b])


def part(inner: Span, outer: Span) -> float:
    """The part of one span that lies in another."""
    return max(0, min(inner.end, outer.end) - max(inner.start, outer.start)) / (inner.end - inner.start)


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


def spans(passage: Passage) -> dict[str, Span]:
    assert len(passage.occurrences) == 2
    return {occurrence.span.article: occurrence.span for occurrence in passage.occurrences}


def test_a_scrambled_paragraph_is_one_passage() -> None:
    mess = scrambled(LIGHTHOUSE[1])
    a, b, found = pair([*BEES[:2], mess, *BEES[2:]], LIGHTHOUSE)
    (passage,) = found.passages
    for article, words in ((a, mess), (b, LIGHTHOUSE[1])):
        true, lit = place(article, words), spans(passage)[article.id]
        assert part(true, lit) > 0.9
        assert part(lit, true) > 0.9


def test_a_copied_paragraph_is_one_passage_to_the_word() -> None:
    a, b, found = pair([BEES[0], BEES[1] + " " + LIGHTHOUSE[2] + " " + BEES[2], BEES[3]], LIGHTHOUSE)
    (passage,) = found.passages
    assert passage.kind == "verbatim"
    assert spans(passage) == {"a": place(a, LIGHTHOUSE[2]), "b": place(b, LIGHTHOUSE[2])}


def test_a_copy_that_runs_over_paragraphs_is_one_passage() -> None:
    a, b, found = pair([BEES[0], *LIGHTHOUSE[1:4], BEES[1]], LIGHTHOUSE)
    (passage,) = found.passages
    assert passage.kind == "verbatim"
    assert spans(passage) == {one.id: place(one, "\n\n".join(LIGHTHOUSE[1:4])) for one in (a, b)}


def test_a_long_copy_is_read_paragraph_by_paragraph() -> None:
    copied = [*LIGHTHOUSE, *BEES]
    a, _, found = pair(copied, [*copied, HERALD])
    assert {passage.kind for passage in found.passages} == {"verbatim"}
    assert [spans(passage)["a"] for passage in found.passages] == [place(a, words) for words in copied]


def test_copies_that_changed_places_are_passages_of_their_own() -> None:
    a, b, found = pair([LIGHTHOUSE[3], LIGHTHOUSE[1], *BEES], [BEES[0], LIGHTHOUSE[1], LIGHTHOUSE[3]])
    moved = [passage for passage in found.passages if passage.kind == "verbatim"]
    assert {spans(passage)["a"] for passage in moved} >= {place(a, LIGHTHOUSE[3]), place(a, LIGHTHOUSE[1])}
    assert {spans(passage)["b"] for passage in moved} >= {place(b, LIGHTHOUSE[3]), place(b, LIGHTHOUSE[1])}


def test_an_inserted_sentence_stays_outside_of_a_rewording_too() -> None:
    extra = "A choir from the mainland, whose ferry had been held up by fog, sang three sailors' hymns on the slipway."
    told = LIGHTHOUSE[2].replace("needless", "redundant").replace("mend the roof", "repair the leaking roof")
    before, after = told.split(" Salt ate")
    a, b, found = pair([*BEES[:2], LIGHTHOUSE[2]], [f"{before} {extra} Salt ate{after}", BEES[3]])
    lit = [occurrence.span for passage in found.passages for occurrence in passage.occurrences]
    assert not [span for span in lit if span.overlaps(place(b, extra))]
    true = place(a, LIGHTHOUSE[2])
    assert sum(part(true, span) for span in lit if span.article == "a") > 0.9


#: What two articles put between what they share: nothing of it is told by both.
DIFFERENT = [
    ("Nobody in the village heard of it before.", "The northern bank has no shop of its own."),
    (
        "A bakery sells rolls from five. Its ovens were fired with peat until the war.",
        "Divers keep their bottles in a shed. On Sundays it is locked. Its key hangs behind the organ of the chapel.",
    ),
    ("The stairs smell of paraffin and wet wool.", ""),
]


@pytest.mark.parametrize("between", DIFFERENT)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("alter", [0, 17], ids=["copied", "reworded"])
def test_what_each_puts_between_stays_outside(between: tuple[str, str], gap: str, alter: int) -> None:
    """Two articles share what stands before and after it word for word, or nearly."""
    before, after = " ".join(LIGHTHOUSE[:2]), LIGHTHOUSE[2]
    told = [dotted(words, alter) if alter else words for words in (before, after)]
    a, b, found = pair(
        [BEES[0], gap.join(filter(None, [before, between[0], after]))],
        [gap.join(filter(None, [told[0], between[1], told[1]])), BEES[3]],
    )
    lit = [occurrence.span for passage in found.passages for occurrence in passage.occurrences]
    for article, words in zip((a, b), between, strict=True):
        assert not words or not [span for span in lit if span.overlaps(place(article, words))]
    for article, shared in ((a, (before, after)), (b, told)):
        for words in shared:
            covered = sum(part(place(article, words), span) for span in lit if span.article == article.id)
            assert 0.95 < covered <= 1.0


def test_short_articles_part_where_they_tell_different_things() -> None:
    shared = LIGHTHOUSE[1].split(". ")
    one, two = DIFFERENT[0]
    a, b, found = pair([shared[0] + ".", one, shared[1] + "."], [shared[0] + ".", two, shared[1] + "."])
    assert [passage.kind for passage in found.passages] == ["verbatim", "verbatim"]
    for passage, words in zip(found.passages, shared, strict=False):
        assert spans(passage) == {article.id: place(article, words + ".") for article in (a, b)}


def test_a_half_rewritten_sentence_stays_inside() -> None:
    told = (
        LIGHTHOUSE[2].replace("nested in the lantern room", "laid their eggs up there").replace("discussed", "spoke of")
    )
    a, b, found = pair([BEES[0], LIGHTHOUSE[2]], [told, BEES[3]])
    (passage,) = found.passages
    assert spans(passage) == {"a": place(a, LIGHTHOUSE[2]), "b": place(b, told)}


def test_a_sentence_that_the_other_tells_along_with_the_next_stays_inside() -> None:
    first, second, third = LIGHTHOUSE[2].split(". ")
    one = f"{first}. The damage by salt and gulls was plain to see. {second}. {third}"
    two = f"{first}. The damage was plain, as s{second[1:]}. {third}"
    a, b, found = pair([BEES[0], one], [two, BEES[3]])
    (passage,) = found.passages
    assert spans(passage) == {"a": place(a, one), "b": place(b, two)}


def test_a_statement_that_comes_back_further_on_does_not_swallow_what_stands_between() -> None:
    """A lede that one article tells in two places, with other things between: an echo, no longer passage."""
    lede = "Warden Ilse Tarn pleaded guilty on Tuesday to spending 7,500 crowns of harbour fees on boots and lamps."
    back = "Tarn pleaded guilty to spending 7,500 crowns of harbour fees on boots, lamps and a gramophone."
    _, b, found = pair([lede, BEES[0]], [lede, LIGHTHOUSE[3], back, LIGHTHOUSE[4]])
    lit = [occurrence.span for passage in found.passages for occurrence in passage.occurrences]
    assert not [span for span in lit if span.overlaps(place(b, LIGHTHOUSE[3]))]
    assert [span for span in lit if span.overlaps(place(b, back))]


def test_a_summary_is_a_passage_with_all_that_it_sums_up() -> None:
    a, b, found = pair([*BEES[:2], LIGHTHOUSE_IN_BRIEF, *BEES[2:]], LIGHTHOUSE)
    (passage,) = found.passages
    assert part(place(a, LIGHTHOUSE_IN_BRIEF), spans(passage)["a"]) > 0.9
    assert part(spans(passage)["a"], place(a, LIGHTHOUSE_IN_BRIEF)) > 0.9
    assert spans(passage)["b"].end - spans(passage)["b"].start > 0.9 * len(b.text)


def test_shuffled_paragraphs_with_one_word_in_ten_changed_are_found_again() -> None:
    changed = [dotted(words, seed=number) for number, words in enumerate(LIGHTHOUSE)]
    order = [3, 0, 4, 2, 1]
    a, b, found = pair(LIGHTHOUSE, [changed[number] for number in order])
    right = total = 0.0
    for passage in found.passages:
        sides = spans(passage)
        size = sides["a"].end - sides["a"].start
        total += size
        right += max(
            min(part(sides["a"], place(a, one)), part(sides["b"], place(b, two))) * size
            for one, two in zip(LIGHTHOUSE, changed, strict=True)
        )
    assert right > 0.95 * total
    assert right > 0.9 * sum(map(len, LIGHTHOUSE))


def test_what_only_seems_alike_beside_a_copy_is_no_passage() -> None:
    faint = "Visitors to the harbour may climb a tower."
    longer = [*BEES, HERALD, STRANGER, *(words.replace("bee", "wasp") for words in BEES)]
    _, b, found = pair([*longer, LIGHTHOUSE[0], faint], LIGHTHOUSE)
    (passage,) = found.passages
    assert spans(passage)["b"] == place(b, LIGHTHOUSE[0])


def test_a_list_of_names_is_no_block() -> None:
    names = "Anna Tresk, Bero Lind, Cato Marn, Dora Felk, Egon Pratt, Fenna Rohl, Gustav Ebers, Hilde Kroon, Ivo Zand"
    a, b = from_text("\n\n".join([*BEES, f"On board: {names}."]), id="a"), from_text(f"Guests: {names}.", id="b")
    assert not blocks(Weights(Features(a), Features(b)), [])


def test_a_third_article_that_tells_a_part_keeps_sentences_together() -> None:
    """What two articles share alone is a block; where a third tells it too, sentence stands beside sentence."""
    sentence = LIGHTHOUSE[1].split(". ")[0] + "."
    a, b = from_text("\n\n".join([*BEES, LIGHTHOUSE[1]]), id="a"), from_text("\n\n".join(LIGHTHOUSE), id="b")
    c = from_text(f"{sentence}\n\n{STRANGER}", id="c")
    found = find([a, b, c])
    (three,) = [passage for passage in found.passages if "c" in passage.articles]
    assert {occurrence.span for occurrence in three.occurrences} == {place(one, sentence) for one in (a, b, c)}
    told = [span for passage in found.passages for occurrence in passage.occurrences if (span := occurrence.span)]
    assert sum(part(place(a, LIGHTHOUSE[1]), span) for span in told if span.article == "a") > 0.9


def test_a_copy_goes_on_over_what_is_page_furniture_in_one_article_alone() -> None:
    marks = [
        "Share this article on Facebook",
        "Sign up for our newsletter",
        "Follow us on Twitter",
        "Read more: Harbours",
    ]
    inside = " ".join(marks)
    a, b, found = pair(
        [LIGHTHOUSE[1], *marks, LIGHTHOUSE[2], BEES[0]], [f"{LIGHTHOUSE[1]} {inside} {LIGHTHOUSE[2]}", BEES[1]]
    )
    assert {part.role for part in a.parts if part.start == a.text.index(marks[1])} == {"furniture"}
    assert not [part for part in b.parts if part.role == "furniture"]
    (passage,) = found.passages
    lit = spans(passage)
    assert a.text[lit["a"].start : lit["a"].end].split() == b.text[lit["b"].start : lit["b"].end].split()
    assert lit["b"] == place(b, f"{LIGHTHOUSE[1]} {inside} {LIGHTHOUSE[2]}")
