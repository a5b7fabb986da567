"""What can be copied of a place in a text, of a fact, of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.report import citing
from tuireader.text.safe import line as safe
from tuireader.tui.copying import Offer

if TYPE_CHECKING:
    from tuireader.article import Article, Span
    from tuireader.facts import Fact
    from tuireader.passages import Passage
    from tuireader.tui.session import Session


def of_place(session: Session, span: Span, passage: Passage | None) -> list[Offer]:
    """Of a stretch of an article; ``passage`` is the one it is an occurrence of."""
    article = session.by_id[span.article]
    name = f"passage {session.number(passage)}" if passage else "the sentence"
    words = citing.excerpt(article, span.start, span.end)
    found = [
        Offer("passage" if passage else "sentence", name, words),
        Offer("quote", f"{name} with its source", citing.quotation(article, span.start, span.end)),
    ]
    if passage is not None:
        found.append(Offer("tellings", f"the tellings of {name}", tellings(session, passage)))
    return [*found, *_of_link(session, span), Offer("source", "the source", citing.source(article))]


def of_selection(text: str) -> Offer:
    """Of what is selected with the mouse."""
    return Offer("selection", "the selection", text)


def of_fact(session: Session, fact: Fact, here: str) -> list[Offer]:
    """Of a fact, at its value in an article by id, else at its first."""
    own = [value for value in fact.values if value.span.article == here]
    span = (own or fact.values)[0].span
    index = session.fact_index
    sentence = index.sentence(span) if index is not None else span
    article = session.by_id[span.article]
    return [
        Offer("fact", "the fact", told(session, fact)),
        Offer("sentence", "the sentence", citing.excerpt(article, sentence.start, sentence.end)),
        Offer("quote", "the sentence with its source", citing.quotation(article, sentence.start, sentence.end)),
        *_of_link(session, span),
    ]


def of_article(session: Session, article: Article) -> list[Offer]:
    """Of an article as a whole."""
    whole = article.span(0, len(article.text))
    return [
        Offer("source", "the source", citing.source(article)),
        *_of_link(session, whole),
        Offer("article", "the article", citing.excerpt(article, 0, len(article.text))),
    ]


def tellings(session: Session, passage: Passage) -> str:
    """A passage as its articles tell it: each wording once, under those who use it."""
    held: dict[int, list[Span]] = {}
    for occurrence in passage.occurrences:
        held.setdefault(occurrence.wording, []).append(occurrence.span)
    told = []
    for spans in held.values():
        names = "; ".join(dict.fromkeys(citing.source(session.by_id[span.article]) for span in spans))
        first = spans[0]
        told.append(f"{names}:\n{citing.excerpt(session.by_id[first.article], first.start, first.end)}")
    return "\n\n".join(told)


def told(session: Session, fact: Fact) -> str:
    """A fact in words: what it is about and its verdict, then each value with the articles that have it."""
    from tuireader.report.fact_words import about

    held: dict[str, tuple[str, list[str]]] = {}
    for value in fact.values:
        text = safe(value.text)
        name = session.names[value.span.article].quoted()
        _, names = held.setdefault(text.casefold(), (text, []))
        if name not in names:
            names.append(name)
    lines = [f"{about(fact)} ({fact.verdict})", *(f"- {text} ({', '.join(names)})" for text, names in held.values())]
    return "\n".join(lines)


def _of_link(session: Session, span: Span) -> list[Offer]:
    """The link to a place; nothing where its article came from a pipe."""
    article = session.by_id[span.article]
    paths = session.reopened_by(article)
    return [] if paths is None else [Offer("link", "a link", citing.command(span, paths))]
