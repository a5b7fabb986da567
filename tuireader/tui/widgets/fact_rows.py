"""The facts of a story as a list: grouped, each with its values and the articles that carry them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rich.cells import cell_len
from rich.style import Style
from textual import events

from tuireader.facts import VERDICTS, Fact
from tuireader.report.counting import count as counted
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_rows import speakers
from tuireader.report.who import spellings
from tuireader.tui.context import context
from tuireader.tui.marking import FactMarks
from tuireader.tui.reading.fact_groups import DISMISSED, HEADINGS, By, Group
from tuireader.tui.reading.fact_lines import INDENT, LEAD, FactLine, Numbers, lines_of, lines_of_point
from tuireader.tui.reading.fact_points import Day, Point
from tuireader.tui.reading.fact_short import told_apart
from tuireader.tui.widgets.lines import Piece, shorten
from tuireader.tui.widgets.rows import Row, RowList

#: Lines of so many facts are written in one go, while nobody types.
_SOME = 10


@dataclass(frozen=True)
class _Heading:
    """The line over a group: its name and how many facts stand in it."""

    name: str
    count: int


@dataclass(frozen=True)
class FactList:
    """What the list shows: groups, how they are made, and what belongs to the facts."""

    groups: Sequence[Group | Day] = ()
    by: By = "verdict"
    numbers: Mapping[str, int] = field(default_factory=dict)
    nothing: str = ""

    @property
    def items(self) -> list[Fact | Point]:
        """All facts, or points of the timeline, in the order of the list."""
        return [item for group in self.groups for item in group.items]


class FactRows(RowList):
    """The list. ``active`` says whether the keys go here: elsewhere the cursor is drawn quietly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = FactList()
        self.active = False
        self._kept = 0
        self._seen = False
        self._built_for = 0
        self._marks: FactMarks | None = None
        self._unwritten: Iterator[tuple[Fact, str]] = iter(())
        self._written: dict[tuple[int, bool], tuple[Fact, list[FactLine]]] = {}
        self._written_for: tuple[FactIndex | None, Mapping[str, int], int, str] | None = None

    @property
    def item(self) -> Fact | Point | None:
        """The fact, or the point of the timeline, under the cursor."""
        items = self.shown.items
        return items[self.cursor] if self.cursor < len(items) else None

    def cursor_style(self) -> Style:
        palette = context(self).palette
        return palette.cursor if self.active else palette.style("text", "surface", bold=not palette.depth)

    def empty(self) -> str:
        return self.shown.nothing

    def show(self, facts: FactList, cursor: int = 0) -> None:
        """Shows these facts, the cursor on the one with this number."""
        self.shown = facts
        self._begin_to_prepare()
        self._marks = FactMarks(context(self).session, facts.numbers)
        self._build(cursor)

    def read_marks(self) -> None:
        """Shows which facts are marked now."""
        self._marks = FactMarks(context(self).session, self.shown.numbers)
        self.refresh()

    def activate(self, active: bool) -> None:
        """Says whether the keys go here."""
        if active != self.active:
            self.active = active
            self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        if not self._seen or self.size.width != self._built_for:
            self._seen = True
            self._build(self.cursor)

    def on_hide(self) -> None:
        self._seen = False

    def prepare(self, width: int) -> bool:
        """Writes some of the lines that the list will have when it is so wide; whether there were any to write."""
        self._keep_lines_for(context(self).session.fact_index, width - 1)
        numbers = Numbers(self.shown.numbers, width)
        some = list(islice(self._unwritten, _SOME))
        for item, group in some:
            self._lines(item, width - 1, numbers, group)
        return bool(some)

    def _begin_to_prepare(self) -> None:
        self._unwritten = (
            (item, group.name) for group in self.shown.groups for item in group.items if isinstance(item, Fact)
        )

    def _build(self, cursor: int) -> None:
        if not self._seen:
            # To write the lines of all facts is slow: when the list is shown it gets its size, and they are written.
            self.fill([Row(item) for item in range(len(self.shown.items))], cursor)
            return
        rows: list[Row] = []
        item = 0
        self._built_for = self.size.width
        width = max(20, self._built_for)
        numbers = Numbers(self.shown.numbers, width)
        for group in self.shown.groups:
            if rows:
                rows.append(Row(None))
            rows.append(Row(None, _Heading(group.name, len(group.items))))
            for lines in self._apart(
                [self._lines(each, width - 1, numbers, group.name) for each in group.items], width
            ):
                rows += [Row(item, line) for line in lines]
                item += 1
        self._kept = sum(len(group.items) for group in self.shown.groups if group.name != DISMISSED)
        self.fill(rows, cursor)

    def _lines(self, item: Fact | Point, width: int, numbers: Numbers, group: str) -> list[FactLine]:
        here = context(self)
        if isinstance(item, Point):
            return lines_of_point(item, width, numbers, ellipsis=here.glyphs.ellipsis)
        index = here.session.fact_index
        self._keep_lines_for(index, width)
        # Where only a part of a story is shown its facts are made anew for it each time, and are the same ones.
        key = item.id, group in VERDICTS
        kept = self._written.get(key)
        if kept is None or (kept[0] is not item and kept[0] != item):
            entity = index.entity(item) if index is not None else None
            lines = lines_of(
                item,
                width,
                numbers,
                verdict="" if group in VERDICTS else item.verdict,
                written=spellings(entity, index) if entity and index else (),
                speakers=speakers(item, index) if index is not None else None,
                ellipsis=here.glyphs.ellipsis,
            )
            kept = self._written[key] = item, lines
        return kept[1]

    def _keep_lines_for(self, index: FactIndex | None, width: int) -> None:
        """Lines once written stay as long as the facts, the numbers of their articles and the room for them do: other
        groups, and fewer of them, are made of the same ones."""
        now = index, self.shown.numbers, width, self._ellipsis
        before = self._written_for
        if before is None or before[0] is not index or before[1:] != now[1:]:
            self._written, self._written_for = {}, now
            self._begin_to_prepare()

    def _apart(self, items: list[list[FactLine]], width: int) -> list[list[FactLine]]:
        """The same lines; of facts on one line that were cut until they look the same, what differs stays."""
        short = [place for place, lines in enumerate(items) if len(lines) == 1 and lines[0].full]
        if short:
            first = items[short[0]][0]
            room = width - 1 - LEAD - cell_len(first.right) - 2
            lines = [items[place][0] for place in short]
            texts = told_apart([line.text for line in lines], [line.full for line in lines], room, self._ellipsis)
            for place, text in zip(short, texts, strict=True):
                items[place] = [items[place][0]._replace(text=text)]
        return items

    @property
    def _ellipsis(self) -> str:
        return context(self).glyphs.ellipsis

    # Drawing

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if isinstance(row.data, _Heading):
            return self._heading(row.data, width)
        if isinstance(row.data, FactLine) and row.item is not None:
            return self._line(row.data, width, base, selected, dismissed=row.item >= self._kept)
        return ()

    def _mark(self, item: Fact | Point) -> str:
        """The sign of a mark on a fact, of another kind where it has a note; a space without one."""
        held = self._marks.of(item) if self._marks else None
        glyphs = context(self).glyphs
        return (glyphs.noted if held[1].note else glyphs.bookmark) if held else " "

    def _heading(self, heading: _Heading, width: int) -> list[Piece]:
        palette = context(self).palette
        name, meaning = HEADINGS.get(heading.name, (heading.name, ""))
        ink = palette.verdict(heading.name) if heading.name in VERDICTS else palette.accent
        named = heading.name in HEADINGS
        # Behind a date a number alone would read as a part of it: "March 2".
        count = f" {heading.count}" if named else f" {context(self).glyphs.dot} {counted(heading.count, 'fact')}"
        head: list[Piece] = [(f" {name}", ink + Style(bold=True)), (count, palette.muted)]
        room = width - len(name) - len(count) - 4
        if meaning and cell_len(meaning) <= room:
            head.append((f"  {meaning}", palette.muted))
        return head

    def _line(self, line: FactLine, width: int, base: Style, selected: bool, dismissed: bool) -> list[Piece]:
        here = context(self)
        palette = here.palette
        quiet = base if selected else palette.muted
        text = quiet if line.part == "remark" or dismissed else base
        fact = line.item.fact if isinstance(line.item, Point) else line.item
        if line.part == "key":
            mark = getattr(here.glyphs, fact.verdict) if fact else here.glyphs.dot
            ink = base + Style(bold=True) if selected else palette.verdict(fact.verdict) if fact else quiet
            lead: list[Piece] = [
                (self._mark(line.item), base if selected else palette.accent),
                (mark, ink),
                (" ", base),
            ]
        else:
            lead = [(" " * (LEAD if line.part == "more" else INDENT), base)]
        if line.part in ("key", "more") and fact and fact.verdict in ("differ", "changed") and not dismissed:
            text += Style(bold=True)
        if line.part == "remark":
            text += Style(italic=True)
        room = width - sum(cell_len(piece) for piece, _ in lead) - 1
        right: list[Piece] = []
        if line.note:
            right.append((f"  {line.note}", quiet))
        if line.right:
            right.append((f"  {line.right}", base if not dismissed else quiet))
        room -= sum(cell_len(piece) for piece, _ in right)
        body = shorten(line.text, room, here.glyphs.ellipsis)
        return [*lead, (body, text), (" " * (room - cell_len(body)), base), *right, (" ", base)]
