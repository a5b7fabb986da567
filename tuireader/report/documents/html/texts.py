"""The articles in full: what they share lit and numbered, each occurrence leading to the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.article import Article, Part
from tuireader.facts import Fact
from tuireader.passages import Passage
from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.html.links import Links, hue
from tuireader.report.documents.html.markup import Html, joined, lines, tag
from tuireader.report.documents.html.passages import KINDS, section
from tuireader.report.documents.html.tongue import tongue
from tuireader.text.safe import Display, display


class Lit(NamedTuple):
    """A stretch of one article, and what is to be said of it."""

    start: int
    end: int
    what: Passage | Fact | int
    """A passage, a fact whose value this is, or the number of a mark."""


def texts(links: Links, level: int) -> Html:
    """The section. What leads into the articles must be made before, so that its places have names."""
    chapter = links.chapter
    head = tag(f"h{level}", words.TEXTS if len(chapter.articles) > 1 else "The article", id=links.name("texts"))
    key = Html("")
    if chapter.passages:
        first = chapter.passages[0]
        key = tag(
            "p",
            "What is lit stands in other articles too. The number, ",
            links.to_passage(first),
            ", leads to the passage and its wordings; the names behind it lead to the same passage in the others. ",
            *_kinds(chapter.passages),
            class_="key",
        )
    columns = tag(
        "div", Html("\n"), lines(*(_article(links, each, level + 1) for each in chapter.articles)), class_="desk"
    )
    return section(links, "texts", head, key, columns)


def _kinds(passages: Iterable[Passage]) -> list[Html]:
    """What the lines under the words mean, of the kinds there are."""
    held = [kind for kind in KINDS if any(passage.kind == kind for passage in passages)]
    return [joined(tag("mark", KINDS[kind], class_=f"h1 {kind}"), " ") for kind in held]


def _article(links: Links, article: Article, level: int) -> Html:
    chapter = links.chapter
    shown = display(article.text)
    credit = words.credit(article)
    head = tag(
        f"h{level}",
        tag("span", chapter.name(article.id), class_="name"),
        f" {credit}" if credit else "",
        tag("span", f" {article.title}", class_="unseen"),
    )
    lit = sorted(_lit(links, article), key=lambda each: (each.start, -each.end))
    drawn = _Drawn(links, article, shown, lit)
    alone = chapter.sharing.alone.get(article.id, 1.0)
    foot = [f"{count(article.words, 'word')}"]
    if len(chapter.articles) > 1:
        foot.append(f"{alone:.0%} of it in no other article")
    if shown.hidden:
        foot.append(f"{count(shown.hidden, 'hidden character')} of the text not shown")
    return tag(
        "article",
        Html("\n"),
        lines(head, *(drawn.part(part) for part in article.parts), tag("p", " · ".join(foot), class_="foot")),
        Html("\n"),
        class_="text",
        id=links.article(article.id),
        tabindex=0,
        lang=tongue(article),
        aria_label=f"{chapter.name(article.id)}: {article.title}",
    )


def _lit(links: Links, article: Article) -> Iterator[Lit]:
    chapter = links.chapter
    for passage in chapter.passages:
        for span, _ in passage.occurrences:
            if span.article == article.id:
                yield Lit(span.start, span.end, passage)
    for fact in chapter.facts.facts if "facts" in links.sections else ():
        if fact.verdict in ("differ", "changed"):
            for value in fact.values:
                # A whole speech that differs is lit as a passage; its flag would stand far from where it begins.
                if value.span.article == article.id and fact.kind != "quote":
                    yield Lit(value.span.start, value.span.end, fact)
    for number, kept in enumerate(chapter.kept if "marks" in links.sections else (), 1):
        if kept.span is not None and kept.span.article == article.id:
            yield Lit(kept.span.start, kept.span.end, number)


class _Drawn:
    """The parts of one article as paragraphs."""

    def __init__(self, links: Links, article: Article, shown: Display, lit: Sequence[Lit]) -> None:
        self.links, self.article, self.shown, self.lit = links, article, shown, lit
        self.wanted = sorted(links.wanted.get(article.id, ()))

    def part(self, part: Part) -> Html:
        """One line of the article."""
        near = [each for each in self.lit if each.start < part.end and each.end > part.start]
        wanted = self.wanted[bisect_left(self.wanted, part.start) : bisect_left(self.wanted, part.end)]
        cuts = {part.start, part.end, *wanted}
        for each in near:
            cuts.update(at for at in (each.start, each.end) if part.start < at < part.end)
        places = sorted(cuts)
        pieces: list[Html] = []
        for start, end in pairwise(places):
            if start in wanted:
                pieces.append(tag("a", id=self.links.spot(self.article.id, start)))
            pieces += [self._opening(each) for each in near if each.start == start]
            pieces.append(self._words(start, end, near))
            pieces += [self._closing(each) for each in near if each.end == end]
        inside = joined(*pieces)
        if not inside.strip():
            return Html("")
        if part.role in ("title", "heading", "body"):
            return tag("p", inside, class_=None if part.role == "body" else part.role, dir="auto")
        return tag("p", tag("span", part.role, class_="role"), " ", inside, class_="aside", dir="auto")

    def _words(self, start: int, end: int, near: Sequence[Lit]) -> Html:
        shown = self.shown
        text = joined(shown.text[shown.to_shown(start) : shown.to_shown(end)].replace("\n", " "))
        if not text.strip():
            return text
        here = [each.what for each in near if each.start <= start and each.end >= end]
        if any(isinstance(what, int) for what in here):
            text = tag("span", text, class_="pinned")
        if any(isinstance(what, Fact) for what in here):
            text = tag("span", text, class_="value")
        for what in here:
            if isinstance(what, Passage):
                return tag("mark", text, class_=f"h{hue(self._number(what))} {what.kind}")
        return text

    def _number(self, passage: Passage) -> int:
        return self.links.chapter.material.numbers[passage.id]

    def _opening(self, each: Lit) -> Html:
        """Before an occurrence its number."""
        if not isinstance(each.what, Passage):
            return Html("")
        passage = each.what
        name = self.links.name(f"p{self._number(passage)}-a{self.links.chapter.place_of[self.article.id]}-{each.start}")
        return joined(tag("a", id=name), self.links.to_passage(passage))

    def _closing(self, each: Lit) -> Html:
        """After an occurrence the way to the others; after a value its flag, after a mark its number."""
        if isinstance(each.what, int):
            number = each.what
            return tag(
                "a", f"✎{number}", class_="pin", href=f"#{self.links.name(f'm{number}')}", aria_label=f"Mark {number}"
            )
        if isinstance(each.what, Fact):
            return self.links.to_fact(each.what)
        passage, chapter = each.what, self.links.chapter
        pieces: list[str] = []
        for id in passage.articles:
            if id != self.article.id:
                said = f"Passage {self._number(passage)} in {chapter.name(id)}"
                there = f"#{self.links.first_of(passage, id)}"
                pieces += [" ", tag("a", chapter.name(id), href=there, aria_label=said)]
        return tag("span", *pieces, class_="others") if pieces else Html("")
