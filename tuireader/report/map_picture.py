"""The story map as a picture: articles that stand together in a box, joined where they are alike; the others below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.overview import Branch, Cluster, Loner, Survey
from tuireader.report.counting import count
from tuireader.report.ink import Run
from tuireader.report.lines import cells, cut, fitted
from tuireader.report.overview_words import Names

#: Lines that join, in order: across, down, joint above, joint between, joint below, and the corners of a box.
_BOX = "─│┬┤┘┌┐└┘"
_ASCII = "-|+++++++"
#: A name takes no more cells than this, and no more than this part of the line.
_NAME, _PART = 28, 0.45
#: The scale is written where it has so much room.
_SCALE = 30


class MapLine(NamedTuple):
    """A line of the picture, and the ids of the articles it stands for: one on a name's line, none on a border."""

    runs: tuple[Run, ...]
    articles: tuple[str, ...] = ()


def picture(survey: Survey, names: Names, width: int, *, unicode: bool = True) -> list[MapLine]:
    """The lines of the picture. Where two lines meet says how much of their text those articles share: the further
    left, the more. Of several articles it is the mean over every two of them."""
    drawing = _Drawing(names, width, _BOX if unicode else _ASCII)
    lines: list[MapLine] = []
    for cluster in survey.clusters:
        lines += [*([MapLine(())] if lines else []), *drawing.boxed(cluster)]
    if survey.loners:
        lines += [*([MapLine(())] if lines else []), *drawing.alone(survey.loners)]
    return lines


class _Drawing:
    def __init__(self, names: Names, width: int, signs: str) -> None:
        self.names, self.width, self.signs = names, max(24, width), tuple(signs)
        self.inside = self.width - 4
        longest = max(map(cells, names.values()), default=1)
        self.name = min(longest, _NAME, int(self.inside * _PART))
        self.room = self.inside - self.name - 1

    def boxed(self, cluster: Cluster) -> list[MapLine]:
        """A cluster in a box that says over it how much is shared and under it by how many passages."""
        _, down, _, _, _, left, right, low_left, low_right = self.signs
        several = cluster.passages != 1
        alike = f"{cluster.alike or 'none'} in one wording" if several else "in one wording" * bool(cluster.alike)
        held = ", ".join(filter(None, [count(cluster.passages, "passage"), alike]))
        share = f"{cluster.branch.share:.0%}"
        said = f"{share} of both shared" if len(cluster.articles) == 2 else f"every two share {share} on average"
        head = f"together: {count(len(cluster.articles), 'article')}, {said}"
        lines = [MapLine((Run(self._edge(left, head, right), "dim"),), cluster.articles)]
        if self.room >= _SCALE:
            lines.append(
                self._framed(
                    (Run(fitted("share" if self.name > 5 else "", self.name + 1) + self._scale(), "dim"),), down
                )
            )
        for id, drawn in zip(cluster.articles, self._joined(cluster.branch), strict=True):
            runs = Run(fitted(self.names[id], self.name), "number"), Run(f" {drawn}")
            lines.append(self._framed(runs, down, (id,)))
        return [*lines, MapLine((Run(self._edge(low_left, held, low_right), "dim"),))]

    def alone(self, loners: Sequence[Loner]) -> list[MapLine]:
        """Those that stand alone, each with what it shares with the nearest."""
        lines = [MapLine((Run(cut(f"  alone: {count(len(loners), 'article')}", self.width), "dim"),))]
        for loner in loners:
            said = (
                f"most with {self.names[loner.nearest]}, {loner.share:.0%} of both shared"
                if loner.nearest
                else "shares nothing"
            )
            room = self.width - self.name - 3
            runs = Run(f"  {fitted(self.names[loner.article], self.name)}", "number"), Run(f" {cut(said, room)}")
            lines.append(MapLine(runs, (loner.article,)))
        return lines

    def _edge(self, left: str, said: str, right: str) -> str:
        across = self.signs[0]
        text = f"{left}{across} {cut(said, self.width - 6)} "
        return text + across * (self.width - cells(text) - 1) + right

    def _framed(self, runs: Sequence[Run], down: str, articles: tuple[str, ...] = ()) -> MapLine:
        gap = " " * (self.inside - sum(cells(run.text) for run in runs))
        return MapLine((Run(f"{down} ", "dim"), *runs, Run(gap), Run(f" {down}", "dim")), articles)

    def _scale(self) -> str:
        marks = [" "] * self.room
        for part in (1.0, 0.75, 0.5, 0.25):
            said = f"{part:.0%}"
            at = self._column(part)
            marks[at : at + len(said)] = said
        return "".join(marks)[: self.room]

    def _column(self, share: float) -> int:
        return round((1 - min(1.0, max(0.0, share))) * (self.room - 1))

    def _joined(self, branch: Branch) -> list[str]:
        """The lines beside the names. A branch goes on from the first of its articles, so that no lines cross."""
        rows = [[" "] * self.room for _ in branch.articles]
        labels: list[tuple[int, int, float]] = []
        across, down, above, between, below, *_ = self.signs

        def place(here: Branch, top: int) -> int:
            """Draws a branch whose first article stands in row ``top``; the column in which it ends."""
            if not here.parts:
                return -1
            one, two = here.parts
            low = top + len(one.articles)
            ends = place(one, top), place(two, low)
            column = max(self._column(here.share), *ends)
            for row, end in zip((top, low), ends, strict=True):
                rows[row][end + 1 : column] = across * (column - end - 1)
            for row in range(top + 1, low):
                rows[row][column] = between if rows[row][column] != " " else down
            # Branches that share as much as their parts do end in one column.
            rows[top][column], rows[low][column] = above, below if ends[1] < column else between
            labels.append((top, column, here.share))
            return column

        place(branch, 0)
        for row, column, share in labels:
            said = f" {share:.0%} "
            free = "".join(rows[row][column + 1 : column + 2 + len(said)])
            if free.strip(f" {across}") == "" and len(free) >= len(said) - 1:
                rows[row][column + 1 : column + 1 + len(said)] = said
        return ["".join(row)[: self.room].rstrip() for row in rows]
