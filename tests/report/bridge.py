"""Three accounts of a closed bridge, with facts, entities and a timeline written down by hand."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader import sources
from tuireader.article import Article, Span
from tuireader.facts import Entity, Fact, Facts, FactValue, Mention, Moment, Naming, Reason
from tuireader.passages import Passages
from tuireader.report.fact_index import FactIndex
from tuireader.report.records import labels
from tuireader.story import Story, Telling

TEXTS = {
    "north": "The bridge at Vesterå will be closed from 3 May. Around 4,000 cars cross it each day. Kari Moen, head of "
    "the road office, spoke with Ada Lund.\n",
    "south": "The bridge was closed on the third of the month, said road chief Kari Moen. More than 4,200 cars cross "
    "it each day. Ada Lund was glad.\n",
    "west": "Around 4,000 cars cross the bridge. “We had no choice,” said Kary Moen, head of the road office. The road "
    "chief had won by 61 votes in 2022.\n",
}


def three() -> list[Article]:
    """The articles."""
    return [sources.from_text(text, id=name, path=f"{name}.txt") for name, text in TEXTS.items()]


def one_story(articles: Sequence[Article]) -> Telling:
    """All of them in one story, without passages."""
    return Telling(Passages(), (Story(1, tuple(article.id for article in articles)),))


def index_of(known: Facts, articles: Sequence[Article]) -> FactIndex:
    """The index of some facts of these articles."""
    by_id = {article.id: article for article in articles}
    return FactIndex(known, by_id, labels(list(by_id)))


def whole(article: Article, words: str) -> Span:
    """Where words stand first."""
    start = article.text.index(words)
    return article.span(start, start + len(words))


def known_facts(articles: Sequence[Article]) -> Facts:
    """Nine facts: one that differs, one changed, four that agree, three of one article."""
    north, south, west = articles

    def value(article: Article, words: str, value: str, wording: int = 1) -> FactValue:
        return FactValue(whole(article, words), words, value, wording)

    def cars_of(article: Article, words: str, number: int, approx: str) -> Mention:
        span = whole(article, words)
        return Mention(span, "quantity", words, str(number), number=float(number), counted="cars", approx=approx)

    cars = (
        value(north, "Around 4,000 cars", "~4000"),
        value(south, "More than 4,200 cars", ">4200", 2),
        value(west, "Around 4,000 cars", "~4000"),
    )
    facts = (
        Fact(
            *(1, "quantity", "cars on the bridge", "differ", cars, True, 2, "~4000 against >4200; both can be true"),
            (Reason(0, 1, "interval", "their intervals meet"), Reason(0, 2, "equal", "the same value")),
        ),
        Fact(
            *(2, "event", "office close bridge", "changed"),
            (value(north, "will be closed", "planned"), value(south, "was closed", "happened", 2)),
            wordings=2,
            why="planned in one article, happened in another",
        ),
        Fact(
            *(3, "person", "Kari Moen", "agree"),
            (
                value(north, "Kari Moen", "head of the road office"),
                value(south, "Kari Moen", "road chief", 2),
                value(west, "Kary Moen", "head of the road office"),
            ),
            wordings=2,
            why="3 articles name Kari Moen",
        ),
        Fact(
            *(4, "person", "Ada Lund", "agree"),
            (value(north, "Ada Lund", "Ada Lund"), value(south, "Ada Lund", "Ada Lund", 2)),
            wordings=2,
            why="2 articles name Ada Lund",
        ),
        Fact(
            *(5, "date", "closing", "agree"),
            (value(north, "3 May", "XXXX-05-03"), value(south, "the third of the month", "XXXX-05-03")),
            why="the same date",
        ),
        Fact(
            *(6, "event", "cars cross bridge", "agree"),
            (value(north, "cross it", "happened"), value(south, "cross it", "happened")),
            why="the same event",
        ),
        Fact(7, "place", "Vesterå", "only", (value(north, "Vesterå", "Vesterå"),), why="one article names it"),
        Fact(8, "quantity", "61 votes", "only", (value(west, "61 votes", "61"),), why="one article gives it"),
        Fact(
            *(9, "quote", "Kari Moen: We had no choice.", "only"),
            (value(west, "“We had no choice,”", "We had no choice"),),
            why="one article quotes it",
        ),
    )
    mentions = (
        cars_of(north, "4,000 cars", 4000, "around"),
        cars_of(south, "4,200 cars", 4200, "more than"),
        cars_of(west, "4,000 cars", 4000, "around"),
        Mention(
            whole(west, "“We had no choice,”"), "quote", "“We had no choice,”", "We had no choice",
            speaker="Kari Moen", direct=True, cue="said",
        ),
        Mention(whole(north, "3 May"), "date", "3 May", "XXXX-05-03"),
        Mention(whole(south, "was closed"), "event", "was closed", "close bridge", status="happened", doer="office"),
    )  # fmt: skip
    moen = Entity(
        "person",
        "Kari Moen",
        ("Kari Moen", "Kary Moen"),
        (
            Naming(whole(north, "Kari Moen"), "name"),
            Naming(whole(south, "Kari Moen"), "name"),
            Naming(whole(west, "Kary Moen"), "spelling"),
            Naming(whole(west, "The road chief"), "nominal"),
        ),
        (("north", "head of the road office"), ("south", "road chief"), ("west", "head of the road office")),
    )
    closed = whole(north, "The bridge at Vesterå will be closed from 3 May.")
    won = whole(west, "The road chief had won by 61 votes in 2022.")
    timeline = (
        Moment("2022", whole(west, "2022"), won, "happened", True),
        Moment("XXXX-05-03", whole(north, "3 May"), closed, "planned"),
        Moment(
            "XXXX-05-03",
            whole(south, "the third of the month"),
            whole(south, "The bridge was closed on the third of the month"),
            "happened",
        ),
    )
    return Facts(mentions, facts, (moen,), timeline)
