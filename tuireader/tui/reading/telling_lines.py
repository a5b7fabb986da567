"""The tellings of a passage under each other, as lines of runs: who tells it, then what answers each other in rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.article import Article
from tuireader.passages import Passage
from tuireader.passages.tellings.rows import Row
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, cut, margin
from tuireader.report.tellings import beside, told
from tuireader.text.safe import line as safe

#: No line of text is longer than this; of two side by side each.
_WIDEST, _WIDEST_BESIDE = 100, 160
_MARGIN = 2


def telling_lines(
    passage: Passage,
    rows: Sequence[Row],
    articles: Mapping[str, Article],
    numbers: Mapping[str, int],
    width: int,
    ink: Ink,
) -> list[list[Run]]:
    """Who tells a passage, a line for each wording, and under that its rows. The articles go by their numbers."""
    lines = [_heading(ids, articles, numbers, width) for ids in by_wording(passage, numbers)]
    short = {id: str(numbers[id]) for id in passage.articles}
    room = min(width, _WIDEST_BESIDE if beside(passage, width) else _WIDEST)
    return [*lines, [], *told(passage, rows, articles, short, room, ink)]


def by_wording(passage: Passage, numbers: Mapping[str, int]) -> list[list[str]]:
    """The articles that tell a passage, those of one wording together, each in the first of its wordings."""
    groups: dict[int, list[str]] = {}
    seen: set[str] = set()
    for each in passage.occurrences:
        if each.span.article not in seen:
            seen.add(each.span.article)
            groups.setdefault(each.wording, []).append(each.span.article)
    found = [sorted(ids, key=lambda id: numbers[id]) for ids in groups.values()]
    return sorted(found, key=lambda ids: numbers[ids[0]])


def _heading(ids: Sequence[str], articles: Mapping[str, Article], numbers: Mapping[str, int], width: int) -> list[Run]:
    said = " ".join(str(numbers[id]) for id in ids)
    names = ", ".join(safe(articles[id].source or articles[id].title) for id in ids)
    same = "  say it in the same words" if len(ids) > 1 else ""
    room = max(8, width - 2 * _MARGIN - cells(said) - cells(same) - 1)
    return [margin(_MARGIN), Run(said, "bold"), margin(_MARGIN), Run(cut(names, room)), Run(same, "dim")]
