"""The articles, and who shares how much with whom: a table, a map of the story, and who carries which passage."""

from __future__ import annotations

from math import cos, pi, sin

from tuireader.report.counting import count
from tuireader.report.documents import words
from tuireader.report.documents.html.links import Links
from tuireader.report.documents.html.markup import Html, joined, lines, tag
from tuireader.report.documents.html.passages import section
from tuireader.report.documents.letters import letters

#: On the map two articles are joined from this share on; the lines between more articles would be a tangle.
_JOINED = 0.02
_MOST = 24
#: The map, in its own units: half its width, the ring on which the articles stand, what a line of share 1 is wide.
_HALF, _RING, _WIDEST = 150.0, 104.0, 15.0
#: Room for the names of articles left and right of it.
_BESIDE = 70.0


def articles(links: Links, level: int) -> Html:
    """What there is to read; empty where that stands in the head of the page."""
    chapter = links.chapter
    if len(chapter.articles) < 2:
        return Html("")
    head = tag(f"h{level}", words.ARTICLES, id=links.name("articles"))
    heads = [tag("th", each, scope="col") for each in ("Article", "Title", "From")]
    heads += [tag("th", each, scope="col", class_="n") for each in ("Words", "Shared")]
    rows = []
    for article in chapter.articles:
        shared = 1 - chapter.sharing.alone.get(article.id, 1.0)
        cells = [
            tag("th", links.to_article(article.id), scope="row"),
            tag("td", article.title, class_="title", dir="auto"),
            tag("td", words.credit(article) or "not said", class_="" if words.credit(article) else "none"),
            tag("td", f"{article.words:,}", class_="n"),
        ]
        cells.append(tag("td", _bar(shared), " ", tag("span", f"{shared:.0%}", class_="part"), class_="n"))
        rows.append(tag("tr", *cells))
    return section(
        links,
        "articles",
        head,
        _table(links, heads, rows, "The articles, their length, and how much of each is shared"),
    )


def _table(links: Links, heads: list[Html], rows: list[Html], caption: str) -> Html:
    """A table that scrolls by itself where it is wider than the page."""
    named = f"{caption}, story {links.chapter.number}" if links.chapter.number else caption
    body = tag("tbody", Html("\n"), lines(*rows), Html("\n"))
    whole = tag("table", tag("caption", caption, class_="unseen"), tag("thead", tag("tr", *heads)), body)
    return tag("div", whole, class_="wide", role="region", aria_label=named, tabindex=0)


def _bar(part: float) -> Html:
    """A bar for those who see it; the figure stands beside it."""
    filled = tag("rect", width=f"{part * 60:.1f}", height=8, class_="full")
    return tag(
        "svg",
        tag("rect", width=60, height=8, class_="empty"),
        filled,
        class_="bar",
        viewBox="0 0 60 8",
        aria_hidden="true",
    )


def sharing(links: Links, level: int) -> Html:
    """Who shares how much with whom; empty where there is nobody to share with."""
    chapter = links.chapter
    if len(chapter.articles) < 2:
        return Html("")
    head = tag(f"h{level}", words.SHARING, id=links.name("sharing"))
    told = tag("div", _said(links), _matrix(links), tag("p", words.SHARES, class_="key"), class_="told")
    return section(links, "sharing", head, tag("div", told, _map(links), class_="beside"))


def _said(links: Links) -> Html:
    """The nearest two, and the one that stands most alone, in words."""
    chapter = links.chapter
    closest = chapter.sharing.closest()
    if not closest:
        return tag("p", "No two of them share a passage.")
    part, one, other = closest[0]
    pieces: list[str] = [f"{part:.0%} of ", links.to_article(one), " stands in ", links.to_article(other), " too"]
    lonely = max(chapter.sharing.alone.items(), key=lambda each: each[1], default=("", 0.0))
    if lonely[0] not in ("", one, other):
        pieces += ["; ", links.to_article(lonely[0]), f" stands most by itself, with {lonely[1]:.0%} that no other has"]
    return tag("p", *pieces, ".")


def _matrix(links: Links) -> Html:
    chapter = links.chapter
    shared, ids = chapter.sharing, [article.id for article in chapter.articles]
    heads = [
        tag("th", "of", scope="col"),
        *(tag("th", "in ", links.to_article(id), scope="col", class_="n") for id in ids),
    ]
    heads.append(tag("th", "alone", scope="col", class_="n"))
    rows = []
    for id in ids:
        cells = [tag("th", links.to_article(id), scope="row")]
        for other in ids:
            part = shared.pairs.get((id, other), 0.0)
            if id == other:
                cells.append(tag("td", "·", class_="n self"))
            else:
                cells.append(tag("td", f"{part:.0%}", class_=f"n w{_step(part)}"))
        cells.append(tag("td", f"{shared.alone.get(id, 1.0):.0%}", class_="n alone"))
        rows.append(tag("tr", *cells))
    return _table(links, heads, rows, "How much of each article stands in each other one")


def _step(part: float) -> int:
    """One of six grounds, the darker the more."""
    return 0 if part < 0.005 else min(5, 1 + int(part * 5))


def _map(links: Links) -> Html:
    """The articles on a ring, the wider joined the more they share."""
    chapter = links.chapter
    ids = [article.id for article in chapter.articles]
    if len(ids) > _MOST:
        return Html("")
    spots = {id: _spot(at, len(ids)) for at, id in enumerate(ids)}
    drawn: list[Html] = []
    told = []
    for at, one in enumerate(ids):
        for other in ids[at + 1 :]:
            part = chapter.sharing.together(one, other)
            if part < _JOINED:
                continue
            (x, y), (u, v) = spots[one], spots[other]
            line = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{u:.1f}", "y2": f"{v:.1f}"}
            drawn.append(tag("line", class_="tie", stroke_width=f"{max(1.0, part * _WIDEST):.1f}", **line))
            told.append(f"{chapter.name(one)} and {chapter.name(other)} {part:.0%}")
    for id in ids:
        x, y = spots[id]
        drawn.append(tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=9, class_="node"))
        side = "middle" if abs(x - _HALF) < 12 else "end" if x < _HALF else "start"
        dx = {"middle": 0, "end": -14, "start": 14}[side]
        dy = 4 if side != "middle" else (-15 if y < _HALF else 23)
        drawn.append(tag("text", _short(chapter.name(id)), x=f"{x + dx:.1f}", y=f"{y + dy:.1f}", text_anchor=side))
    said = f"A map of the story. {'; '.join(told) + '.' if told else 'No two of them share a passage.'}"
    picture = tag(
        "svg",
        tag("title", said),
        *drawn,
        viewBox=f"{-_BESIDE:.0f} 0 {2 * (_HALF + _BESIDE):.0f} {2 * _HALF:.0f}",
        role="img",
    )
    caption = tag("figcaption", "The wider the line, the more two articles share; who has no line stands alone.")
    return tag("figure", picture, caption, class_="map")


def _spot(at: int, of: int) -> tuple[float, float]:
    turn = 2 * pi * at / of - pi / 2
    return _HALF + _RING * cos(turn), _HALF + _RING * sin(turn)


def _short(name: str) -> str:
    return name if len(name) <= 12 else f"{name[:11]}…"


def coverage(links: Links, level: int) -> Html:
    """Who carries which passage: a column an article, equal letters for equal words."""
    chapter = links.chapter
    if len(chapter.articles) < 2 or not chapter.passages:
        return Html("")
    head = tag(f"h{level}", words.COVERAGE, id=links.name("coverage"))
    heads = [tag("th", "Passage", scope="col"), tag("th", "Begins", scope="col")]
    heads += [tag("th", links.to_article(each.id), scope="col", class_="c") for each in chapter.articles]
    rows = []
    for passage in chapter.passages:
        lead = passage.occurrences[0].span
        cells = [
            tag("th", links.to_passage(passage), scope="row"),
            tag("td", _beginning(chapter.text(lead)), class_="begin"),
        ]
        for article in chapter.articles:
            said = " ".join(letters(passage, article.id))
            cells.append(tag("td", said or tag("span", "–", aria_label="not in it"), class_="c has" if said else "c"))
        rows.append(tag("tr", *cells))
    key = tag("p", words.LETTERS, class_="key")
    caption = f"{count(len(chapter.passages), 'passage')} and the articles that carry them"
    return section(links, "coverage", head, key, _table(links, heads, rows, caption))


def _beginning(text: str, most: int = 90) -> Html:
    short = text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"
    return joined(short)
