"""``compare`` as text: each passage, what its articles tell row by row under or beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuireader.article import Article
from tuireader.passages import Passage, Passages
from tuireader.passages.rows import Rows
from tuireader.report.ink import Ink
from tuireader.report.lines import cut
from tuireader.report.listing import count, listing
from tuireader.report.records import Record, labels
from tuireader.report.tellings import BESIDE, tellings

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
        narrow = min(width, _WIDEST if len(passage.occurrences) > 2 or width < BESIDE else _WIDEST_BESIDE)
        lines += ["", head(passage, width, ink), *tellings(passage, rows.of(passage), by_id, short, narrow, ink)]
    return lines


def head(passage: Passage, width: int, ink: Ink) -> str:
    """The line above a passage."""
    carriers = count(len(passage.articles), "article")
    told = "one wording" if passage.wordings == 1 else f"{passage.wordings} wordings"
    number = str(passage.id)
    return ink.paint(number, "number") + cut(f"  {passage.kind} · {carriers} · {told}", width - len(number))


def _summary(passages: Sequence[Passage]) -> str:
    """How many passages of which kind there are, in a line."""
    kinds = Counter[str](passage.kind for passage in passages)
    parts = [(kinds[kind], said) for kind, said in _KINDS if kinds[kind]]
    told = f"{count(len(passages), 'shared passage')}"
    if len(parts) == 1:
        return f"{told}, {parts[0][1]}"
    return f"{told}: {', '.join(f'{number} {said}' for number, said in parts)}"


_KINDS = (("verbatim", "word for word"), ("reworded", "reworded"), ("related", "only related"))
