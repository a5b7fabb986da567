"""Why a link was made, as lines: the two spans, the words that weigh, what was weighed, what the link leans on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from tuireader.article import Article, Span
from tuireader.passages import Explanation
from tuireader.passages.reasons.explaining import Reason
from tuireader.passages.reasons.plainly import RULES
from tuireader.report.ink import Run
from tuireader.report.lines import cells, cut, margin, wrap
from tuireader.text.safe import line
from tuireader.text.words import fold

#: Words are told of from so many bits on, and so many of them.
_WEIGHS = 1.0
_WORDS = 8
#: So many reasons for a link are told, so many against it, and none that weighs less.
_FOR, _AGAINST = 4, 3
_LEAST = 0.3
#: A span is shown in so many lines.
_LINES = 2
#: Cells of the longest word in the margin.
_LABEL = 5
#: The numbers that tell of other sentences, the one with the plainer words first.
_OTHERS = ("rivals", "rival")
_SPACES = re.compile(r"(\s+)")
#: A rival is shown from this likelihood on.
_RIVAL = 0.5

#: What to say of a passage that no two sentences hold together.
NO_LINK = "No two sentences are linked: a stretch in which the tellings run along each other."

Lines = list[list[Run]]


def reasons(
    found: Explanation,
    articles: Mapping[str, Article],
    short: Mapping[str, str],
    width: int,
    *,
    unicode: bool = True,
) -> Lines:
    """Why a link was made, in lines of at most ``width`` cells. Styles are those of ``ink``."""
    dots = "…" if unicode else "..."
    link = found.link
    names = [line(short[span.article]) for span in (link.a, link.b)]
    room = 2 + max(_LABEL, min(24, width // 4, max(map(cells, names))))
    told: Lines = [[Run(cut(f"{names[0]} ~ {names[1]}", width - 16), "bold"), Run(f"  {link.kind} {link.score:.2f}")]]
    for name, span, side in ((names[0], link.a, "a"), (names[1], link.b, "b")):
        lit = chain.from_iterable(getattr(word, side) for word in found.words if word.bits >= _WEIGHS)
        text = wrap(_lit(articles[span.article], span, lit), width - room)
        if len(text) > _LINES:
            ends = _rest([run for each in text[_LINES - 1 :] for run in (Run(" "), *each)], width - room, dots)
            text = [*text[: _LINES - 1], ends]
        told += _hung(Run(cut(name, room - 2), "dim"), text, room)
    words = _packed(_words(found, articles), " · " if unicode else ", ", width - room)
    told += _hung(Run("words", "dim"), words, room)
    told += _hung(Run("why", "dim"), _weighed(found, width - room, unicode=unicode), room)
    told += _hung(Run("score", "dim"), wrap([Run(_scores(found))], width - room), room)
    for rival in found.rivals:
        if rival.score >= _RIVAL:
            name, span = (names[1], rival.b) if rival.a == found.a else (names[0], rival.a)
            says = _quoted(articles[span.article], span, width - room - cells(name) - 6, unicode=unicode)
            told += _hung(Run("rival", "dim"), [[Run(cut(f"{rival.score:.2f} {name} {says}", width - room))]], room)
    if found.leans and found.anchor:
        each = (width - room - 11) // 2
        near = [
            _quoted(articles[span.article], span, each, unicode=unicode) for span in (found.anchor.a, found.anchor.b)
        ]
        shown = cut(f"on {found.anchor.score:.2f} {' ~ '.join(near)}", width - room)
        told += _hung(Run("leans", "dim"), [[Run(shown)]], room)
    return told


def _hung(head: Run, lines: Sequence[list[Run]], room: int) -> Lines:
    """Lines with a word in the margin before the first one."""
    first = [head, margin(room - cells(head.text))]
    return [[*(first if number == 0 else [margin(room)]), *each] for number, each in enumerate(lines)]


def _lit(article: Article, span: Span, places: Iterable[Span]) -> list[Run]:
    """The text of a span, with some of its words set off."""
    runs: list[Run] = []
    at = span.start
    for place in sorted(places):
        if place.start >= at:
            runs += [Run(article.text[at : place.start]), Run(article.text[place.start : place.end], "bold")]
            at = place.end
    runs.append(Run(article.text[at : span.end]))
    return [Run(_one_line(run.text), run.style) for run in runs if run.text]


def _one_line(text: str) -> str:
    """The text safe and on one line, white space at its ends kept as a space."""
    inner = line(text)
    if not inner:
        return " " if text.isspace() else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()


def _rest(runs: Sequence[Run], width: int, dots: str) -> list[Run]:
    """The last words of what does not fit: where a span ends is told, what stands in its middle can be left out."""
    room = width - cells(dots)
    kept: list[Run] = []
    for run in reversed(runs):
        for piece in reversed(_SPACES.split(run.text)):
            room -= cells(piece)
            if room < 0:
                start = next((place for place, each in enumerate(kept) if each.text.isspace()), len(kept))
                return [Run(dots), *kept[start:]]
            if piece:
                kept.insert(0, Run(piece, run.style))
    return kept


def _quoted(article: Article, span: Span, width: int, *, unicode: bool) -> str:
    inner = cut(line(article.text[span.start : span.end]), max(4, width - 2))
    return f"“{inner}”" if unicode else f'"{inner.replace("…", "~")}"'


def _words(found: Explanation, articles: Mapping[str, Article]) -> list[str]:
    """The words that weigh, as they stand, with their bits; where the other side has another word, that too."""
    heavy = [word for word in found.words if word.bits >= _WEIGHS]
    said = []
    for word in heavy[:_WORDS]:
        a, b = (line(articles[places[0].article].text[places[0].start : places[0].end]) for places in (word.a, word.b))
        said.append(f"{a if fold(a) == fold(b) else f'{a} = {b}'} {word.bits:.1f}")
    if not said:
        return ["no word in common that weighs"]
    left = len(found.words) - len(said)
    return [*said, f"{left} more (bits)"] if left else [*said[:-1], f"{said[-1]} (bits)"]


def _packed(items: Sequence[str], dot: str, width: int) -> Lines:
    """Items one after the other, none broken that a line can hold."""
    lines = [cut(items[0], width)]
    for item in items[1:]:
        longer = f"{lines[-1]}{dot}{item}"
        if cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(cut(item, width))
    return [[Run(text)] for text in lines]


def _weighed(found: Explanation, width: int, *, unicode: bool) -> Lines:
    """What was weighed: what speaks for the link, heaviest first, then what speaks against it."""
    heavy = [reason for reason in _together(found.reasons) if abs(reason.weight) >= _LEAST]
    told = [reason for reason in heavy if reason.weight > 0][:_FOR]
    told += [reason for reason in heavy if reason.weight < 0][:_AGAINST]
    lines: Lines = []
    for reason in told:
        sign = "+" if reason.weight > 0 else "−" if unicode else "-"
        says = wrap([Run(reason.says)], max(6, width - 6))
        lines += [
            [Run(f"{sign}{abs(reason.weight):4.1f} " if number == 0 else " " * 6, "dim"), *each]
            for number, each in enumerate(says)
        ]
    return lines


def _together(reasons: Sequence[Reason]) -> list[Reason]:
    """The reasons, heaviest first; the two numbers that tell of other sentences are one to a reader."""
    kept = [reason for reason in reasons if reason.name not in _OTHERS]
    others = {reason.name: reason for reason in reasons if reason.name in _OTHERS}
    if others:
        says = others[min(others, key=_OTHERS.index)]
        kept.append(says._replace(weight=sum(reason.weight for reason in others.values())))
    return sorted(kept, key=lambda reason: -abs(reason.weight))


def _scores(found: Explanation) -> str:
    """How likely the link seemed, and what rule kept it."""
    if found.alone is None or found.judged is None:
        return RULES[found.rule]
    steps = f"{found.alone:.2f} by its words, {found.judged:.2f} with its surroundings"
    return steps if found.rule == "judged" else f"{steps}; {RULES[found.rule]}"
