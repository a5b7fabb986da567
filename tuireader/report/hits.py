"""``search`` as text: the passages that answer, best first, with the words that did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, hang, spaced
from tuireader.report.records import labels
from tuireader.search import Answer, Hit
from tuireader.text.safe import line

_WIDEST = 100


def finding(
    query: str,
    articles: Sequence[Article],
    answer: Answer,
    like: Sequence[str],
    width: int,
    ink: Ink,
    *,
    searched: int = 0,
    names: Mapping[str, int] | None = None,
) -> list[str]:
    """A paragraph a hit, what its labels say under it, and how many there are; one line or two where there is none.

    ``like`` are the words of the articles nearest to a query that finds nothing; ``searched`` is how many articles
    were, if these are not all; ``names`` are numbers by which articles are called, by id.
    """
    found = answer.hits
    if not found:
        said = [f"Nothing in {count(searched or len(articles), 'article')} answers “{line(query)}”."]
        return [*said, f"The nearest words are {', '.join(map(line, like))}."] if like else said
    called = names or labels([article.id for article in articles])
    short = {id: line(str(called[id])) for id in called}
    texts = {article.id: article.text for article in articles}
    indent = 2 + min(24, max(cells(short[hit.span.article]) for hit in found))
    lines = []
    for hit in found:
        runs = _lit(texts[hit.span.article], hit)
        head = Run(short[hit.span.article], "number")
        lines += [ink.draw(each) for each in hang(head, runs, min(width, _WIDEST), indent)]
        for note in notes(hit):
            lines += [ink.draw(each) for each in hang(Run(""), [Run(note, "dim")], min(width, _WIDEST), indent)]
    return lines


def left_over(answer: Answer, within: Collection[str]) -> str:
    """How many hits there are beyond those that are told, in the articles that were searched; empty for none."""
    left = sum(number for id, number in answer.counts.items() if id in within) - len(answer.hits)
    return f"{count(left, 'further hit')}; --limit tells how many to print" if left > 0 else ""


def notes(hit: Hit) -> list[str]:
    """What the labels of a hit say of it, each once, with the verdicts of facts in words; safe to show."""
    said = ((f"{label.mark}: " if label.field == "fact" else "", line(label.note)) for label in hit.labels)
    return list(dict.fromkeys(f"{mark}{note}" for mark, note in said if note))


def _lit(text: str, hit: Hit) -> list[Run]:
    runs = []
    reached = hit.span.start
    for match in hit.matches:
        runs += [Run(spaced(text[reached : match.start])), Run(line(text[match.start : match.end]), "hit")]
        reached = match.end
    return [*runs, Run(spaced(text[reached : hit.span.end]))]
