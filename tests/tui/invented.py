"""A story of our own invention in three accounts, with passages and facts written down by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import NoReturn

from tuireader.article import Article, Span
from tuireader.facts import Entity, Fact, Facts, FactValue, Mention, Moment, Naming, Reason
from tuireader.passages import Link, Occurrence, Passage, Passages
from tuireader.story import Story, Telling
from tuireader.tui.app import ReaderApp
from tuireader.tui.session import Session

TEXTS = {
    "ferry": """Old ferry sinks off Marrow Point

About 40 passengers were taken off the ferry Ondine on Tuesday before it sank off Marrow Point.

Harbour master Ilse Verhoeve said that nobody was hurt. The cause of the leak is not known.

The company will raise the wreck in June.
""",
    "herald": """Passengers rescued as Ondine goes down

About 40 passengers were taken off the ferry Ondine on Tuesday before it sank off Marrow Point.

Fishing boats from two villages came to help within minutes of the first call for help.
""",
    "tide": """Ondine lost

More than 45 people were brought ashore when the Ondine sank on Tuesday night.

Nobody was hurt, said Ilse Verhoeve, who runs the harbour. The wreck was raised on Friday.
""",
}


def place(article: Article, words: str) -> Span:
    """Where the words stand first in an article."""
    start = article.text.index(words)
    return article.span(start, start + len(words))


def facts_of(ferry: Article, herald: Article, tide: Article) -> Facts:
    """Eight facts: one that differs and can be, one changed, three that agree, three that one article has."""

    def value(article: Article, words: str, value: str, wording: int) -> FactValue:
        return FactValue(place(article, words), words, value, wording)

    troubled = (
        value(ferry, "Ilse Verhoeve", "harbour master", 1),
        value(tide, "Ilse Verhoeve", "head of the harbour", 2),
    )
    facts = (
        Fact(
            1,
            "person",
            "Ilse Verhoeve",
            "agree",
            troubled,
            wordings=2,
            why="the same person",
        ),
        Fact(
            2,
            "quantity",
            "people taken off",
            "differ",
            (
                value(ferry, "About 40 passengers", "~40", 1),
                value(herald, "About 40 passengers", "~40", 1),
                value(tide, "More than 45 people", ">45", 2),
            ),
            compatible=False,
            wordings=2,
            why="two numbers of the same people",
            reasons=(
                Reason(0, 1, "equal", "the same value"),
                Reason(0, 2, "interval", "one ends where the other begins"),
            ),
        ),
        Fact(
            3,
            "event",
            "raising the wreck",
            "changed",
            (
                value(ferry, "will raise the wreck", "planned", 1),
                value(tide, "wreck was raised", "happened", 2),
            ),
            wordings=2,
            why="planned, then done",
        ),
        Fact(
            4,
            "date",
            "Tuesday",
            "agree",
            (
                value(ferry, "Tuesday", "XXXX-WXX-2", 1),
                value(herald, "Tuesday", "XXXX-WXX-2", 1),
                value(tide, "Tuesday", "XXXX-WXX-2", 2),
            ),
            wordings=2,
        ),
        Fact(
            5,
            "place",
            "Marrow Point",
            "agree",
            (
                value(ferry, "Marrow Point", "Marrow Point", 1),
                value(herald, "Marrow Point", "Marrow Point", 1),
            ),
        ),
        Fact(6, "quantity", "villages that sent boats", "only", (value(herald, "two villages", "2", 1),)),
        Fact(7, "date", "raising the wreck", "only", (value(ferry, "in June", "XXXX-06", 1),)),
        Fact(8, "date", "raised", "only", (value(tide, "on Friday", "XXXX-WXX-5", 1),)),
    )
    return Facts(mentions_of(ferry, tide), facts, (harbour_master(ferry, tide),), timeline_of(ferry, herald, tide))


def mentions_of(ferry: Article, tide: Article) -> tuple[Mention, ...]:
    """How two of the values were read."""
    many, few = place(tide, "More than 45 people"), place(ferry, "About 40 passengers")
    return (
        Mention(few, "quantity", "40 passengers", "40", number=40.0, counted="passengers", approx="about"),
        Mention(many, "quantity", "45 people", "45", number=45.0, counted="people", approx="more than"),
    )


def harbour_master(ferry: Article, tide: Article) -> Entity:
    """Somebody who is described too."""
    namings = (
        Naming(place(ferry, "Ilse Verhoeve"), "name"),
        Naming(place(ferry, "Harbour master"), "nominal"),
        Naming(place(tide, "Ilse Verhoeve"), "name"),
        Naming(place(tide, "who runs the harbour"), "nominal"),
    )
    roles = (("ferry", "harbour master"), ("tide", "head of the harbour"))
    return Entity("person", "Ilse Verhoeve", ("Ilse Verhoeve",), namings, roles)


def timeline_of(ferry: Article, herald: Article, tide: Article) -> tuple[Moment, ...]:
    """Three days, one of them told by all."""
    taken = "About 40 passengers were taken off the ferry Ondine on Tuesday"
    ashore = "More than 45 people were brought ashore when the Ondine sank on Tuesday night."
    return (
        Moment("XXXX-WXX-2", place(ferry, "Tuesday"), place(ferry, taken), "happened"),
        Moment("XXXX-WXX-2", place(herald, "Tuesday"), place(herald, taken), "happened"),
        Moment("XXXX-WXX-2", place(tide, "Tuesday"), place(tide, ashore), "happened"),
        Moment("XXXX-WXX-5", place(tide, "on Friday"), place(tide, "The wreck was raised on Friday."), "happened"),
        Moment(
            "XXXX-06", place(ferry, "in June"), place(ferry, "The company will raise the wreck in June."), "planned"
        ),
    )


def telling_of(ferry: Article, herald: Article, tide: Article) -> Telling:
    """Two passages: one copied by two and told anew by the third, one told by two."""
    copied = "About 40 passengers were taken off the ferry Ondine on Tuesday before it sank off Marrow Point."
    anew = "More than 45 people were brought ashore when the Ondine sank on Tuesday night."
    hurt = "Harbour master Ilse Verhoeve said that nobody was hurt."
    hurt_too = "Nobody was hurt, said Ilse Verhoeve, who runs the harbour."
    first = place(ferry, copied), place(herald, copied), place(tide, anew)
    second = place(ferry, hurt), place(tide, hurt_too)
    links = (
        Link(first[0], first[1], "verbatim", 1.0),
        Link(first[0], first[2], "reworded", 0.5),
        Link(first[1], first[2], "reworded", 0.5),
        Link(second[0], second[1], "reworded", 0.8),
    )
    passages = (
        Passage(1, "reworded", 0.8, (Occurrence(first[0], 1), Occurrence(first[1], 1), Occurrence(first[2], 2))),
        Passage(2, "reworded", 0.8, (Occurrence(second[0], 1), Occurrence(second[1], 2))),
    )
    shared = {"ferry": 0.7, "herald": 0.5, "tide": 0.9}
    return Telling(Passages(links, passages), (Story(1, (ferry.id, herald.id, tide.id)),), shared)


def story_app(
    make_app: Callable[..., ReaderApp], folder: Path, *, telling: bool = True, facts: bool = True, empty: bool = False
) -> ReaderApp:
    """An app on the invented story. What is not known stays unknown; ``empty`` finds nothing at all."""
    files = []
    for name, text in TEXTS.items():
        files.append(folder / f"{name}.txt")
        files[-1].write_text(text, encoding="utf-8")
    app = make_app(files=files, known=False)
    session: Session = app.session
    nothing = Telling(Passages(), (Story(1, tuple(session.by_id)),), dict.fromkeys(session.by_id, 0.0))
    known = nothing if empty else telling_of(*session.articles)
    found = Facts() if empty else facts_of(*session.articles)
    session.telling = known if telling else None
    session.facts = found if facts else None
    # The workers find what is there already, or never come back with anything.
    session.compute_telling = lambda *_: session.telling or _for_good()  # type: ignore[method-assign,assignment]
    session.compute_facts = lambda *_: session.facts or _for_good()  # type: ignore[method-assign,assignment]
    return app


def _for_good() -> NoReturn:
    """Work that goes on until the process ends, in a thread that does not keep it from ending."""
    while True:
        Event().wait()
