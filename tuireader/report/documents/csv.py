"""Exports as CSV: one row a value, an occurrence or a mark, so that a spreadsheet can sort and count them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tuireader.facts import Fact, FactValue
from tuireader.report.csv import written
from tuireader.report.documents.chapter import Chapter, Kept

COMPARISON = (
    *("story", "passage", "kind", "score", "wordings", "wording"),
    *("article", "source", "published", "start", "end", "text"),
)
FACTS = (
    *("story", "fact", "verdict", "compatible", "kind", "about", "wordings", "wording"),
    *("article", "source", "published", "start", "end", "text", "value", "speaker", "sentence", "why"),
)
MARKS = (*("kind", "label", "article", "title", "start", "end", "quote", "note", "tags", "made", "digest"),)
#: The whole story has one table: what does not belong to a row is empty there.
STORY = (
    *("story", "what", "number", "kind", "verdict", "about", "article", "source", "published"),
    *("start", "end", "text", "value", "wording", "speaker", "note", "tags"),
)

Row = Sequence[object]


def comparison(chapters: Iterable[Chapter]) -> bytes:
    """The shared passages."""
    return written(COMPARISON, (row for chapter in chapters for row in _occurrences(chapter)))


def facts(chapters: Iterable[Chapter]) -> bytes:
    """The facts."""
    return written(FACTS, (row for chapter in chapters for row in _values(chapter)))


def marks(kept: Iterable[Kept]) -> bytes:
    """The marks."""
    return written(MARKS, (_mark(each) for each in kept))


def story(chapters: Iterable[Chapter]) -> bytes:
    """All of it, what each row is in the column ``what``."""
    return written(STORY, (row for chapter in chapters for row in _everything(chapter)))


def _occurrences(chapter: Chapter) -> Iterator[Row]:
    for passage in chapter.passages:
        number = chapter.material.numbers[passage.id]
        for span, wording in passage.occurrences:
            article = chapter.by_id[span.article]
            yield (
                *(chapter.story, number, passage.kind, passage.score, passage.wordings, wording),
                *(article.id, article.source or "", article.published or ""),
                *(span.start, span.end, chapter.text(span)),
            )


def _values(chapter: Chapter) -> Iterator[Row]:
    for fact in chapter.facts.facts:
        for value in fact.values:
            article = chapter.by_id[value.span.article]
            both = "" if fact.compatible is None else str(fact.compatible).lower()
            yield (
                *(chapter.story, fact.id, fact.verdict, both, fact.kind, fact.key, fact.wordings, value.wording),
                *(article.id, article.source or "", article.published or "", value.span.start, value.span.end),
                *(value.text, value.value, _speaker(chapter, fact, value)),
                *(chapter.text(chapter.index.sentence(value.span)), fact.why),
            )


def _speaker(chapter: Chapter, fact: Fact, value: FactValue) -> str:
    mention = chapter.index.mention(fact, value.span) if fact.kind == "quote" else None
    return (mention.speaker or "") if mention else ""


def _mark(kept: Kept) -> Row:
    mark = kept.mark
    article = kept.span.article if kept.span else ""
    said = (mark.kind, mark.label, article, kept.title, mark.start, mark.end, kept.quote, mark.note)
    return (*said, " ".join(kept.tags), kept.made, mark.digest)


def _everything(chapter: Chapter) -> Iterator[Row]:
    story = chapter.story
    for article in chapter.articles:
        known = (article.id, article.source or "", article.published or "")
        yield story, "article", "", "", "", article.title, *known, 0, len(article.text), *[""] * 6
    for _, number, kind, _, _, wording, *place, text in _occurrences(chapter):
        yield story, "passage", number, kind, "", "", *place, text, "", wording, "", "", ""
    for _, fact, verdict, _, kind, about, _, wording, *place, text, value, speaker, _, why in _values(chapter):
        yield story, "fact", fact, kind, verdict, about, *place, text, value, wording, speaker, why, ""
    for moment in chapter.facts.timeline:
        told = chapter.by_id[moment.told.article]
        place = [told.id, told.source or "", told.published or "", moment.told.start, moment.told.end]
        status = moment.status or ""
        yield story, "moment", "", status, "", "", *place, chapter.text(moment.told), moment.date, *[""] * 4
    for number, kept in enumerate(chapter.kept, 1):
        mark, place = kept.mark, [kept.span.article if kept.span else "", "", "", kept.mark.start, kept.mark.end]
        tags = " ".join(kept.tags)
        yield story, "mark", number, mark.kind, "", mark.label, *place, kept.quote, "", "", "", mark.note, tags
