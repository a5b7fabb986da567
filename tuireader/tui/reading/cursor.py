"""Where a reader stands in a text: at a sentence. Pure: knows offsets, no widgets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from tuireader.article import Article, Sentence, Span

_START = attrgetter("start")


def sentence_at(article: Article, offset: int) -> Span | None:
    """The sentence a character belongs to; for one in between the next, at the end the last. None without sentences."""
    at = _index(article, offset)
    return None if at is None else _span(article, article.sentences[at])


def stepped(article: Article, offset: int, by: int) -> Span | None:
    """The sentence so many on from that at an offset; the first or the last one where there are not so many."""
    at = _index(article, offset)
    if at is None:
        return None
    return _span(article, article.sentences[max(0, min(len(article.sentences) - 1, at + by))])


def first_whole(article: Article, offset: int) -> Span | None:
    """The first sentence that begins at an offset or after it; the last one where none does."""
    if not article.sentences:
        return None
    at = bisect_left(article.sentences, offset, key=_START)
    return _span(article, article.sentences[min(at, len(article.sentences) - 1)])


def _index(article: Article, offset: int) -> int | None:
    sentences = article.sentences
    if not sentences:
        return None
    at = max(0, bisect_right(sentences, offset, key=_START) - 1)
    return min(at + 1, len(sentences) - 1) if sentences[at].end <= offset else at


def _span(article: Article, sentence: Sentence) -> Span:
    return article.span(sentence.start, sentence.end)
