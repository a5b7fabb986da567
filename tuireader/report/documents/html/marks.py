"""What the reader marked, with notes and tags."""

from __future__ import annotations

from itertools import groupby

from tuireader.report.documents import words
from tuireader.report.documents.chapter import Kept
from tuireader.report.documents.html.links import Links
from tuireader.report.documents.html.markup import Html, joined, lines, tag
from tuireader.report.documents.html.passages import section
from tuireader.text.safe import line


def marks(links: Links, level: int) -> Html:
    """The section; empty where nothing is marked."""
    kept = links.chapter.kept
    if not kept:
        return Html("")
    # Where there is nothing else the title of the page says it already.
    only = "unseen" if len(links.sections) == 1 else None
    inside = [tag(f"h{level}", words.MARKS, id=links.name("marks"), class_=only)]
    numbered = enumerate(kept, 1)
    for title, group in groupby(numbered, key=lambda pair: pair[1].title):
        inside.append(tag(f"h{level + 1}", title or words.UNTITLED, dir="auto"))
        inside += [_mark(links, number, each) for number, each in group]
    return section(links, "marks", *inside)


def _mark(links: Links, number: int, kept: Kept) -> Html:
    mark = kept.mark
    place = links.to_place(kept.span) if kept.span else tag("span", f"{mark.start}-{mark.end}", class_="place")
    about = [each for each in dict.fromkeys((line(mark.kind), line(mark.label), kept.made)) if each]
    tags = [joined(" ", tag("span", f"#{each}", class_="tag")) for each in kept.tags]
    source = tag(
        "p", tag("span", f"✎{number}", class_="pin"), " ", place, " · ", " · ".join(about), *tags, class_="places"
    )
    note = [tag("p", line(each), class_="note", dir="auto") for each in mark.note.splitlines() if line(each)]
    return tag(
        "figure",
        Html("\n"),
        lines(tag("blockquote", tag("p", kept.quote, dir="auto")), tag("figcaption", source, *note)),
        Html("\n"),
        class_="mark",
        id=links.name(f"m{number}"),
    )
