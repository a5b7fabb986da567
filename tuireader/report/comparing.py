"""``compare`` as text: each passage, the wordings of all its articles under each other."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.article import Article
from tuireader.passages import Occurrence, Passage, Passages, wording
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, hang, margin, spaced
from tuireader.report.listing import count, listing
from tuireader.report.records import Record, labels
from tuireader.text.safe import line

#: Below this part of equal words brackets would only scatter the text: it is shown as it stands.
_ALIKE = 0.45
_WIDEST = 100
_OPENING = "/“‘(—"
_CLOSING = ".,;:!?)”’\"'…/—"


def comparing(
    records: Sequence[Record], articles: Sequence[Article], found: Passages, width: int, ink: Ink
) -> list[str]:
    """The articles, then every passage: who carries it, how many wordings, and what each wording changed.

    The first wording stands as it is; in the others ``[-dropped-]`` words of the first and ``{+added+}`` ones are
    marked, by colour and attribute where there is colour.
    """
    width = min(width, _WIDEST)
    lines = [*listing(records, width, ink), ""]
    if not found.passages:
        return [*lines, "No passage stands in more than one of them."]
    for passage in found.passages:
        lines += _passage(passage, {article.id: article for article in articles}, width, ink)
        lines.append("")
    return lines[:-1]


def _passage(passage: Passage, articles: dict[str, Article], width: int, ink: Ink) -> list[str]:
    short = labels(list(articles))
    tellings: dict[int, list[Occurrence]] = {}
    for occurrence in passage.occurrences:
        tellings.setdefault(occurrence.wording, []).append(occurrence)
    carriers = count(len(passage.articles), "article")
    told = "one wording" if passage.wordings == 1 else f"{passage.wordings} wordings"
    lines = [ink.paint(f"{passage.id}", "number") + f"  {passage.kind} · {carriers} · {told}"]
    heads = {
        number: ", ".join(dict.fromkeys(line(short[occurrence.span.article]) for occurrence in held))
        for number, held in tellings.items()
    }
    indent = 4 + min(24, max(map(cells, heads.values())))
    first = next(iter(tellings.values()))[0]
    for number, held in tellings.items():
        runs = _plain(held[0], articles) if held[0] is first else _against(first, held[0], articles, ink)
        hung = hang(Run(heads[number], "bold"), runs, width - 2, indent - 2)
        lines += [ink.draw([margin(2), *each]) for each in hung]
    return lines


def _plain(occurrence: Occurrence, articles: dict[str, Article]) -> list[Run]:
    span = occurrence.span
    return [Run(line(articles[span.article].text[span.start : span.end]))]


def _against(first: Occurrence, other: Occurrence, articles: dict[str, Article], ink: Ink) -> list[Run]:
    """The other wording, with what it changed against the first."""
    a, b = articles[first.span.article], articles[other.span.article]
    changes = wording(a, first.span, b, other.span)
    same = sum(change.b_end - change.b_start for change in changes if change.operation in ("same", "moved"))
    if same < _ALIKE * (other.span.end - other.span.start):
        return _plain(other, articles)
    pieces: list[Run] = []
    reached = other.span.start
    for change in sorted(changes, key=lambda change: (change.b_start, change.b_end)):
        dropped = line(a.text[change.a_start : change.a_end]) if change.operation in ("dropped", "replaced") else ""
        before = Run(spaced(b.text[reached : change.b_start]))
        if change.b_end > change.b_start:
            style = {"same": "", "moved": "moved"}.get(change.operation, "added")
            added = line(b.text[change.b_start : change.b_end])
            pieces += [before, ink.marked(dropped, "dropped"), ink.marked(added, style)]
        else:
            # Nothing stands for them: they belong to the word before, not behind the comma that follows it.
            pieces += [ink.marked(dropped, "dropped"), before]
        reached = max(reached, change.b_end)
    pieces.append(Run(spaced(b.text[reached : other.span.end])))
    return _apart([piece for piece in pieces if piece.text])


def _apart(pieces: Sequence[Run]) -> list[Run]:
    """The pieces with a space on each side of dropped words: in the text they were dropped from there is none."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and "dropped" in (runs[-1].style, piece.style):
            before, after = runs[-1].text[-1], piece.text[0]
            closes = runs[-1].style == "dropped" and piece.style == "" and after in _CLOSING
            if not (before.isspace() or after.isspace() or closes or before in _OPENING):
                runs.append(Run(" "))
        runs.append(piece)
    return runs
