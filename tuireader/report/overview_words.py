"""A survey in sentences: which articles stand together, which alone, who shares how much with whom, who was first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.overview import Cluster, Loner, Pair, Survey
from tuireader.overview.grouping import Branch
from tuireader.report.counting import count
from tuireader.text.safe import line

Names = Mapping[str, str]
"""What each article is called, by id, safe to show; ``short`` is for those whose name was told just before."""

#: Less than this rounds to no percent at all.
_SEEN = 0.005


class Said(NamedTuple):
    """A sentence or two, and the ids of the articles it speaks of."""

    text: str
    articles: tuple[str, ...]


def story_map(survey: Survey, names: Names, short: Names | None = None) -> list[Said]:
    """The story map as sentences: those that stand together, then those that stand alone."""
    return [together(each, names, short) for each in survey.clusters] + [alone(each, names) for each in survey.loners]


def together(cluster: Cluster, names: Names, short: Names | None = None) -> Said:
    """What holds a cluster together."""
    said = f"{row(cluster.articles, names)} stand together: "
    if len(cluster.articles) > 2:
        said += f"every two of them share {cluster.branch.share:.0%} of their text on average"
        closest = _closest(cluster.branch)
        said += f", {row(closest.articles, short or names)} the most with {closest.share:.0%}. "
    else:
        said += f"they share {cluster.branch.share:.0%} of their text. "
    return Said(said + held_by(cluster, capital=True) + ".", cluster.articles)


def held_by(cluster: Cluster, *, capital: bool = False) -> str:
    """How many passages, and how many of them in the same words."""
    several = "it" if cluster.passages == 1 else "them"
    alike = f"{cluster.alike or 'none'} of {several} in one wording"
    if not cluster.passages:
        return f"{'No' if capital else 'no'} passage holds them together"
    return f"{count(cluster.passages, 'passage')} {'holds' if cluster.passages == 1 else 'hold'} them together, {alike}"


def alone(loner: Loner, names: Names) -> Said:
    """How much of an article that stands alone is shared."""
    name = names[loner.article]
    if not loner.nearest:
        return Said(f"{name} stands alone: it shares nothing with the others.", (loner.article,))
    near = names[loner.nearest]
    return Said(
        f"{name} stands alone: {loner.part:.0%} of its text is shared, most with {near}: {loner.share:.0%} of both.",
        (loner.article, loner.nearest),
    )


def shared(pair: Pair, names: Names, short: Names | None = None) -> Said:
    """What two articles have in common, how much of it word for word, and which of them came first."""
    short = short or names
    said = f"{names[pair.a]} and {names[pair.b]} share {pair.share:.0%} of their text"
    if pair.passages:
        alike = f", {pair.alike} of them in one wording" if pair.alike else ""
        said += f" in {count(pair.passages, 'passage')}{alike}"
    ends = both_ends(pair, short)
    return Said(f"{said}. {ends}. {origin(pair, short, capital=True)}.", (pair.a, pair.b))


def both_ends(pair: Pair, names: Names) -> str:
    """How much of each article stands in the other, and how much of that as it is there."""

    def verbatim(id: str, same: float) -> str:
        # Who came first has nothing from the other.
        return "" if pair.first.id == id or same < _SEEN else f", {same:.0%} word for word"

    a, b = names[pair.a], names[pair.b]
    first = f"{pair.a_part:.0%} of {a} stands in {b} too{verbatim(pair.a, pair.a_same)}"
    return f"{first}; {pair.b_part:.0%} of {b} in {a}{verbatim(pair.b, pair.b_same)}"


def origin(pair: Pair, names: Names, *, capital: bool = False) -> str:
    """Which of two came first, and what says so."""
    rule, agencies = pair.first.rule, ", ".join(map(line, pair.first.agencies))
    both = f"both name {agencies}; " if agencies else ""
    if pair.first.id:
        other = pair.b if pair.first.id == pair.a else pair.a
        why = f"{names[other]} names it as a source" if rule == "named" else "it was published earlier"
        said = f"{both}{names[pair.first.id]} came first: {why}"
    elif rule == "unclear":
        said = f"{both}which came first is not clear: dates and named sources do not agree"
    else:
        said = f"{both}which came first is not known"
    return said[0].upper() + said[1:] if capital and said[0] in "bw" else said


def brief(pair: Pair, names: Names, arrow: str, dash: str) -> str:
    """A pair on a line: who, how much, and who was first where something tells it. ``names`` are as short as can be."""
    a, b = (pair.b, pair.a) if pair.first.id == pair.b else (pair.a, pair.b)
    sign = arrow if pair.first.id else dash
    same, whole = max((pair.a_same, pair.a), (pair.b_same, pair.b))
    if pair.first.id:
        same, whole = (pair.b_same, pair.b) if b == pair.b else (pair.a_same, pair.a)
    agencies = ", ".join(map(line, pair.first.agencies))
    told = {
        "named": f"{names[b]} names {names[a]} as a source",
        "dated": f"{names[a]} was published first",
        "unclear": "dates and sources do not agree on who was first",
    }.get(pair.first.rule, "")
    both = f"both name {agencies}" if agencies else ""
    copied = f"{same:.0%} of {names[whole]}" if same >= _SEEN else "nothing"
    said = f"{names[a]} {sign} {names[b]}  {pair.share:.0%} of both shared, {copied} word for word"
    return "; ".join(filter(None, (said, both, told)))


def summary(survey: Survey) -> str:
    """How many articles stand together, and how many alone."""
    sizes = [str(len(cluster.articles)) for cluster in survey.clusters]
    parts = [f"{_row(sizes)} stand together"] if sizes else []
    if survey.loners:
        parts.append(f"{len(survey.loners)} {'stands' if len(survey.loners) == 1 else 'stand'} alone")
    return f"{count(len(survey.articles), 'article')}: {', '.join(parts)}"


def row(ids: Sequence[str], names: Names) -> str:
    """Names in a row: "one, two and three"."""
    return _row([names[id] for id in ids])


def _row(said: Sequence[str]) -> str:
    return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def _closest(branch: Branch) -> Branch:
    """The branch of the tree whose articles share most."""
    inner = [part for part in branch.parts if part.parts]
    return max([_closest(part) for part in inner], key=lambda each: each.share) if inner else branch
