"""Records the program in a real terminal, and draws that as one animated picture: ``recording.svg`` beside itself.

    python docs/pictures/record.py

The keys of the story are pressed one after the other on the bundled articles, each in a terminal that has settled. How
long a picture stands is written down here, so that two runs draw the same. A row that stays is drawn once. There is no
script in the picture: style sheets show and hide rows. Who asked for reduced motion sees one still.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from make import BASELINE, FONT, HIGH, MARGIN, WIDE, number  # noqa: E402
from rich.cells import cell_len  # noqa: E402

from tests.terminal.harness import Terminal  # noqa: E402
from tuireader.settings import paths, themes  # noqa: E402

COLUMNS, ROWS = 110, 30
#: The least that must stand on the screen before the first picture.
READY = "shared"


class Step(NamedTuple):
    """Keys to press, what stands under the picture then, and for how many seconds."""

    keys: tuple[str, ...]
    caption: str
    seconds: float


STORY = (
    Step((), "tuireader: one story, five accounts", 3),
    Step(("c",), "c   side by side", 2.5),
    Step(("n",), "n   the next shared passage, level in every pane", 2),
    Step(("n",), "n   and the next", 2),
    Step(("n",), "n   and the next", 2),
    Step(("w",), "w   word by word, what the wording changed", 3.5),
    Step(("w",), "w   all tellings under each other", 3.5),
    Step(("w", "f"), "f   the facts: where they differ, agree, or stand alone", 3.5),
    Step(("enter",), "enter   the sentence that says it", 3),
    Step(("f", "/"), "/   search", 1),
    Step(tuple("osm"), "/   search", 0.8),
    Step(tuple("ni"), "/   search, typing errors allowed", 2.5),
    Step(("enter",), "enter   there", 3),
)
#: The picture that is shown where nothing is to move.
STILL = 5


class Run(NamedTuple):
    """Cells beside each other in one look; the look as declarations of a style sheet."""

    column: int
    text: str
    fill: str
    look: str


Row = tuple[Run, ...]


def rows(terminal: Terminal, ink: str, ground: str) -> list[Row]:
    """What stands on the screen."""
    found = []
    for y in range(ROWS):
        line = terminal.screen.buffer[y]
        runs: list[Run] = []
        cells = [(x, line[x]) for x in range(COLUMNS)]
        column = 0
        for (fill, look), held in groupby(cells, lambda cell: _look(cell[1], ink, ground)):
            text = "".join(cell.data for _, cell in held)
            runs.append(Run(column, text, fill, look))
            column += cell_len(text)
        found.append(tuple(runs))
    return found


def _look(cell: object, ink: str, ground: str) -> tuple[str, str]:
    """The ground of a cell, and how its letter looks."""
    fore, back = (_colour(getattr(cell, name), otherwise) for name, otherwise in (("fg", ink), ("bg", ground)))
    if getattr(cell, "reverse", False):
        fore, back = back, fore
    lines = " ".join(
        name for name, of in (("underline", "underscore"), ("line-through", "strikethrough")) if getattr(cell, of)
    )
    look = f"fill:{fore}"
    look += ";font-weight:bold" if getattr(cell, "bold", False) else ""
    look += ";font-style:italic" if getattr(cell, "italics", False) else ""
    return back, look + (f";text-decoration:{lines}" if lines else "")


def _colour(name: str, otherwise: str) -> str:
    return otherwise if name == "default" else f"#{name}"


class Drawing:
    """The rows of all frames, each once, and the times at which each is seen."""

    def __init__(self, ink: str, ground: str) -> None:
        self.ink, self.ground = ink, ground
        self.looks: dict[str, str] = {}
        self.times: dict[tuple[int, ...], str] = {}

    def row(self, y: int, row: Row) -> Iterator[str]:
        """A row: the grounds that are not the page's, then the words."""
        top, base = number(MARGIN + y * HIGH), number(MARGIN + y * HIGH + BASELINE)
        for fill, held in groupby(row, lambda run: run.fill):
            beside = list(held)
            if fill != self.ground:
                width = sum(cell_len(run.text) for run in beside)
                x = number(MARGIN + beside[0].column * WIDE)
                yield f'<rect x="{x}" y="{top}" width="{number(width * WIDE)}" height="{HIGH}" fill="{fill}"/>'
        for run in row:
            text = run.text.strip()
            if text:
                name = self.looks.setdefault(run.look, f"t{len(self.looks)}")
                before = cell_len(run.text[: len(run.text) - len(run.text.lstrip())])
                x, long = number(MARGIN + (run.column + before) * WIDE), number(cell_len(text) * WIDE)
                yield f'<text class="{name}" x="{x}" y="{base}" textLength="{long}">{escape(text)}</text>'

    def seen(self, frames: tuple[int, ...]) -> str:
        """The class of what is seen in these frames."""
        return self.times.setdefault(frames, f"s{len(self.times)}")


def keyframes(frames: Sequence[int], starts: Sequence[float], whole: float) -> str:
    """When something is seen: a rule changes where the sight does."""
    rules = []
    before = None
    for frame, start in enumerate(starts):
        here = frame in frames
        if here != before:
            rules.append(f"{100 * start / whole:.2f}%{{visibility:{'visible' if here else 'hidden'}}}")
            before = here
    return "".join(rules)


def svg(frames: Sequence[list[Row]], ink: str, ground: str, quiet: str) -> str:
    """All frames as one picture."""
    drawing = Drawing(ink, ground)
    groups = []
    for y in range(ROWS):
        held: dict[Row, list[int]] = {}
        for frame, drawn in enumerate(frames):
            held.setdefault(drawn[y], []).append(frame)
        for row, seen in held.items():
            body = "".join(drawing.row(y, row))
            if body:
                always = len(seen) == len(frames)
                groups.append(body if always else f'<g class="{drawing.seen(tuple(seen))}">{body}</g>')
    base = number(MARGIN + ROWS * HIGH + BASELINE + 6)
    captions: dict[str, list[int]] = {}
    for frame, step in enumerate(STORY):
        captions.setdefault(step.caption, []).append(frame)
    for caption, seen in captions.items():
        shown = f'<text class="c" x="{MARGIN}" y="{base}">{escape(caption)}</text>'
        groups.append(f'<g class="{drawing.seen(tuple(seen))}">{shown}</g>')
    whole = sum(step.seconds for step in STORY)
    starts = [sum(step.seconds for step in STORY[:frame]) for frame in range(len(STORY))]
    styles = [f"text{{font:{FONT};white-space:pre}}.c{{fill:{quiet}}}"]
    styles += [f".{name}{{{look}}}" for look, name in drawing.looks.items()]
    for seen, name in drawing.times.items():
        styles.append(f".{name}{{animation:{name} {number(whole)}s step-end infinite}}")
        styles.append(f"@keyframes {name}{{{keyframes(seen, starts, whole)}}}")
    still = [
        f".{name}{{visibility:{'visible' if STILL in seen else 'hidden'}}}" for seen, name in drawing.times.items()
    ]
    styles.append(f"@media(prefers-reduced-motion:reduce){{g{{animation:none!important}}{''.join(still)}}}")
    width, height = number(COLUMNS * WIDE + 2 * MARGIN), number(ROWS * HIGH + 2 * MARGIN + HIGH + 6)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<style>{''.join(styles)}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="{ground}"/>',
            *groups,
            "</svg>\n",
        ]
    )


def record() -> list[list[Row]]:
    """Presses the keys of the story, and keeps what stands on the screen after each step."""
    theme, _ = themes.find("ink", paths.find())
    ink, ground = theme.colours.text, theme.colours.background
    command = [sys.executable, "-m", "tuireader", "--theme", "ink", "--mouse", "off"]
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "CACHE")}
        environment = {**folders, "PYTHONPATH": str(ROOT), "HOME": home}
        with Terminal(command, COLUMNS, ROWS, env=environment) as terminal:
            terminal.until(READY)
            terminal.settle(1.5)
            frames = []
            for step in STORY:
                for key in step.keys:
                    terminal.press(key, still=0.5)
                terminal.settle(1.0)
                frames.append(rows(terminal, ink, ground))
    return frames


def main() -> None:
    theme, _ = themes.find("ink", paths.find())
    colours = theme.colours
    (HERE / "recording.svg").write_text(
        svg(record(), colours.text, colours.background, colours.muted), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
