"""``compare`` as text: each passage, what its articles tell row by row, or why it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from tuireader.article import Article
from tuireader.passages import Explanation, Kind, Link, Passage, Passages
from tuireader.passages.reasons.explaining import links_of
from tuireader.passages.tellings.rows import Rows
from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cut, margin
from tuireader.report.listing import listing
from tuireader.report.reasons import NO_LINK, reasons
from tuireader.report.records import Record, labels
from tuireader.report.tellings import beside, tellings

#: No line of text is longer than this; of two side by side each.
_WIDEST = 100
_WIDEST_BESIDE = 160


def comparing(
    records: Sequence[Record], articles: Sequence[Article], found: Passages, width: int, ink: Ink
) -> list[str]:
    """The articles, then every passage: who carries it, how many wordings, and what each wording changed.

    In each row the fullest telling of the first article stands as it is; in the others ``[-dropped-]`` words of it,
    ``{+added+}`` and ``{~moved~}`` ones are marked, by colour and attribute where there is colour.
    """
    lines = listing(records, min(width, _WIDEST), ink)
    if not found.passages:
        return [*lines, "", "No passage stands in more than one of them."]
    lines += ["", cut(_summary(found.passages), width)]
    by_id = {article.id: article for article in articles}
    short = labels(list(by_id))
    rows = Rows(articles, found.links)
    for passage in found.passages:
        narrow = min(width, _WIDEST_BESIDE if beside(passage, width) else _WIDEST)
        lines += ["", head(passage, width, ink), *tellings(passage, rows.of(passage), by_id, short, narrow, ink)]
    return lines


def explaining(
    records: Sequence[Record],
    articles: Sequence[Article],
    found: Passages,
    explained: Sequence[Explanation],
    width: int,
    ink: Ink,
) -> list[str]:
    """The articles, then for every passage why its links were made, then why those were that stand in none.

    ``explained`` has an explanation for each link of ``found``.
    """
    width = min(width, _WIDEST)
    lines = listing(records, width, ink)
    if not explained and not found.passages:
        return [*lines, "", "No link joins two of them."]
    by_id = {article.id: article for article in articles}
    short = labels(list(by_id))
    known = {each.link: each for each in explained}
    told: set[Link] = set()

    def add(links: Sequence[Link]) -> None:
        told.update(links)
        for number, link in enumerate(links):
            lines.extend([""] * (number > 0))
            said = reasons(known[link], by_id, short, width - 2, unicode=ink.unicode)
            lines.extend(ink.draw([margin(2), *runs]) for runs in said)

    lines += ["", cut(_summary(found.passages), width)] if found.passages else []
    for passage, links in zip(found.passages, links_of(found.passages, found.links), strict=True):
        lines += ["", head(passage, width, ink)]
        again = [link for link in links if link in told]
        add([link for link in links if link not in told])
        if not links or again:
            lines.append(ink.draw([margin(2), Run(cut(_again(len(again)), width - 2), "dim")]))
    left = [link for link in found.links if link not in told]
    if left:
        lines += ["", "In no passage"]
        add(left)
    return lines


def _again(links: int) -> str:
    """What there is to say where links are not told of under a passage."""
    return f"{count(links, 'link')} told of above" if links else NO_LINK


def head(passage: Passage, width: int, ink: Ink) -> str:
    """The line above a passage."""
    carriers = count(len(passage.articles), "article")
    told = "one wording" if passage.wordings == 1 else f"{passage.wordings} wordings"
    number = str(passage.id)
    return ink.paint(number, "number") + cut(f"  {passage.kind} · {carriers} · {told}", width - len(number))


def _summary(passages: Sequence[Passage]) -> str:
    """How many passages of which kind there are, in a line."""
    kinds = Counter[str](passage.kind for passage in passages)
    parts = [(kinds[kind], kind) for kind in get_args(Kind) if kinds[kind]]
    told = f"{count(len(passages), 'shared passage')}"
    if len(parts) == 1:
        return f"{told}, {parts[0][1]}"
    return f"{told}: {', '.join(f'{number} {said}' for number, said in parts)}"
