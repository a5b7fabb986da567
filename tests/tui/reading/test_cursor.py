"""The reading cursor: which sentence a place is in, and which one comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Article, Sentence
from tuireader.tui.reading.cursor import first_whole, sentence_at, stepped

#: Lengths of sentences and of the gaps before them.
PIECES = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), max_size=12)


def article(pieces: list[tuple[int, int]]) -> Article:
    sentences, at = [], 0
    for gap, length in pieces:
        sentences.append(Sentence(at + gap, at + gap + length, "body", 0, False))
        at += gap + length
    return Article("a", "x" * at, "A", sentences=tuple(sentences))


@given(PIECES, st.integers(-3, 200))
def test_every_offset_has_a_sentence_of_the_article(pieces: list[tuple[int, int]], offset: int) -> None:
    told = article(pieces)
    found = sentence_at(told, offset)
    if not pieces:
        assert found is None and stepped(told, offset, 1) is None and first_whole(told, offset) is None
        return
    assert found is not None
    spans = [(each.start, each.end) for each in told.sentences]
    assert found[1:] in spans
    if any(start <= offset < end for start, end in spans):
        assert found.start <= offset < found.end
    elif offset < told.sentences[-1].end:
        # In a gap: the one after it, never one behind.
        assert found.start == min(start for start, _ in spans if start >= offset)


@given(PIECES)
def test_steps_visit_each_sentence_once_and_come_back(pieces: list[tuple[int, int]]) -> None:
    told = article(pieces)
    spans = [told.span(each.start, each.end) for each in told.sentences]
    if not spans:
        return
    seen = [spans[0]]
    for _ in spans[1:]:
        after = stepped(told, seen[-1].start, 1)
        assert after is not None and stepped(told, after.start, -1) == seen[-1]
        seen.append(after)
    assert seen == spans
    assert stepped(told, spans[-1].start, 1) == spans[-1]
    assert stepped(told, spans[0].start, -1) == spans[0]


@given(PIECES, st.integers(0, 100))
def test_the_first_whole_sentence_begins_on_screen(pieces: list[tuple[int, int]], offset: int) -> None:
    told = article(pieces)
    found = first_whole(told, offset)
    later = [each.start for each in told.sentences if each.start >= offset]
    if later:
        assert found is not None and found.start == later[0]
    elif pieces:
        assert found is not None and found.start == told.sentences[-1].start
