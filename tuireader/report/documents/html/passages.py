"""The shared passages: each with the tellings under each other, and what the wording changed."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.passages import Kind
from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.chapter import Told
from tuireader.report.documents.html.links import Links, hue
from tuireader.report.documents.html.markup import Html, joined, lines, tag
from tuireader.report.ink import Run
from tuireader.report.retold import Cell, LeftOut

#: How a passage of each kind is called.
KINDS: dict[Kind, str] = {"verbatim": "word for word", "reworded": "reworded", "related": "only related"}


def passages(links: Links, level: int) -> Html:
    """The section; empty where there is nobody to share with."""
    chapter = links.chapter
    if len(chapter.articles) < 2:
        return Html("")
    head = tag(f"h{level}", words.PASSAGES, id=links.name("passages"))
    if not chapter.passages:
        return section(links, "passages", head, tag("p", "No passage stands in more than one of them."))
    key = tag(
        "p",
        "The fullest telling of the first article that carries a passage leads, and stands as it is. Under it, what "
        "the others ",
        tag("del", "dropped"),
        " of it, ",
        tag("ins", "added"),
        " and ",
        tag("span", "moved", class_="moved"),
        ". Articles with the very same words share a line. What is told in other words altogether says so, and only "
        "numbers are marked in it.",
        class_="key",
    )
    return section(links, "passages", head, key, *(_passage(links, told, level + 1) for told in chapter.told()))


def section(links: Links, name: str, *inside: Html, class_: str = "") -> Html:
    """A part of the page with a name and a heading; a landmark where it is one of a kind."""
    named = None if links.chapter.number else links.name(name)
    return tag("section", Html("\n"), lines(*inside), Html("\n"), class_=class_ or name, aria_labelledby=named)


def _passage(links: Links, told: Told, level: int) -> Html:
    passage, number = told.passage, told.number
    about = f"{KINDS[passage.kind]} · {count(len(passage.articles), 'article')} · {count(passage.wordings, 'wording')}"
    head = tag(
        f"h{level}",
        tag("span", str(number), class_=f"no h{hue(number)}"),
        " ",
        tag("span", about, class_="about"),
        aria_label=f"Passage {number}: {about}",
    )
    rows = [_row(links, told, row) for row in told.rows]
    return tag(
        "article",
        Html("\n"),
        lines(head, *rows, _places(links, told)),
        Html("\n"),
        class_="passage",
        id=links.passage(passage),
    )


def _row(links: Links, told: Told, row: Sequence[Cell] | LeftOut) -> Html:
    if isinstance(row, LeftOut):
        who = joined("in ", _who(links, told, row.last), " alone") if row.alone else "in the same words"
        return tag("p", f"… {count(row.sentences, 'more sentence')} ", who, " …", class_="left")
    cells = []
    for place, cell in enumerate(row):
        runs = told.retold.against(row[0], cell) if place else told.retold.plain(cell)
        cells.append(tag("dt", _who(links, told, cell)))
        cells.append(tag("dd", written(runs), dir="auto", class_=None if place else "lead"))
    return tag("dl", *cells, class_="row")


def _who(links: Links, told: Told, cell: Cell) -> Html:
    return links.to_articles([told.passage.occurrences[carrier].span.article for carrier in cell.carriers])


def written(runs: Sequence[Run]) -> Html:
    """Runs, those that the wording changed marked."""
    elements, classes = {"added": "ins", "dropped": "del"}, {"moved": "moved", "dim": "about"}
    pieces = []
    for text, style in runs:
        if style in classes:
            pieces.append(tag("span", text, class_=classes[style]))
        else:
            pieces.append(tag(elements[style], text) if style in elements else joined(text))
    return joined(*pieces)


def _places(links: Links, told: Told) -> Html:
    """Where each occurrence stands, those in one wording together."""
    held: dict[int, list[Html]] = {}
    for span, wording in told.passage.occurrences:
        held.setdefault(wording, []).append(links.to_place(span))
    pieces: list[str] = []
    for places in held.values():
        pieces += [" · "] if pieces else []
        for at, place in enumerate(places):
            pieces += [" = ", place] if at else [place]
    same = " (= the same wording)" if any(len(places) > 1 for places in held.values()) else ""
    return tag("p", *pieces, same, class_="places")
