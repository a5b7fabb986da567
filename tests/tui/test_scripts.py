"""Wide characters, joined emoji, marks and lines from right to left are drawn whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cached_cell_len, cell_len
from rich.segment import Segment

from tests.text.test_clusters import WHOLE, texts
from tests.tui.conftest import drawn
from tuireader.article import Span
from tuireader.report.ink import Run
from tuireader.report.lines import cells as core_cells
from tuireader.report.lines import cut as core_cut
from tuireader.report.lines import wrap as core_wrap
from tuireader.sources import from_text
from tuireader.text.clusters import clusters
from tuireader.text.safe import display
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.excerpt import excerpt
from tuireader.tui.reading.fact_lines import wrapped
from tuireader.tui.reading.wrap import cut, wrap
from tuireader.tui.terminal.cells import UNKNOWN, paint
from tuireader.tui.widgets.lines import fit, shorten

#: The widest thing that is one character to a reader takes three cells here.
widths = st.integers(4, 24)

ARTICLES = {
    "tokyo": "東京で会議が開かれた\n\n外務大臣は記者団に対し、合意は近いと述べた。👨\u200d👩\u200d👧 家族も。\n",
    "cairo": "اجتماع في القاهرة يوم الثلاثاء\n\nقال الوزير إنّ الاتفاق قريب، وإنّ المحادثات ستستمرّ حتى يوم الجمعة. 🇪🇬\n",
    "haifa": "ישיבה בחיפה ביום שלישי\n\nהַשַּׂר אָמַר כִּי הַהֶסְכֵּם קָרוֹב, וְכִי הַשִּׂיחוֹת יִמָּשְׁכוּ.\n",
    "delhi": "दिल्ली में बैठक हुई\n\nमंत्री ने मंगलवार को कहा कि समझौता निकट है, और वार्ता शुक्रवार तक चलेगी। 👍🏽\n",
}


def whole(pieces: Sequence[str], text: str) -> bool:
    """Whether the pieces hold only whole clusters of a text, in its order."""
    held = list(clusters(text))
    at = 0
    for cluster in (cluster for piece in pieces for cluster in clusters(piece)):
        while at < len(held) and held[at] != cluster:
            at += 1
        if at >= len(held):
            return False
        at += 1
    return True


@example(["🇩🇪", "a", "🇩🇪"], 4)
@given(texts, widths)
def test_lines_are_cut_between_characters(pieces: list[str], width: int) -> None:
    text = "".join(pieces)
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert whole(lines, text) and all(cell_len(line) <= width for line in lines)
    core = ["".join(run.text for run in line) for line in core_wrap([Run(text)], width)]
    assert whole(core, " ".join(text.split())) and all(core_cells(line) <= width for line in core)


@example(["👍🏽", "🇩🇪"], 4)
@given(texts, widths)
def test_what_is_shortened_is_cut_between_characters(pieces: list[str], width: int) -> None:
    text = "".join(pieces)
    for short in (shorten(text, width, ""), cut(text, width)):
        assert whole([short], text) and cell_len(short) <= width
    assert cell_len(fit(text, width)) == width
    assert whole([core_cut(text, width).removesuffix("…")], text)
    lines = wrapped(text, width, 2, "~")
    assert all(cell_len(line) <= width for line in lines)
    assert whole([line.removesuffix("~") for line in lines], text)


@given(texts, widths)
def test_an_excerpt_is_cut_between_characters(pieces: list[str], width: int) -> None:
    text = "".join(pieces) or "a"
    article = from_text(text, id="a")
    found = excerpt(article, Span("a", 0, len(text)), (), width, "~").text
    assert whole([found.strip("~")], text) and cell_len(found) <= width


@given(texts, st.integers(1, 12))
def test_cells_hold_whole_characters(pieces: list[str], width: int) -> None:
    text = "".join(pieces)
    row = [UNKNOWN] * 40
    paint(row, 0, width, [Segment(text)], 256)
    drawn = [cell[0] for cell in row if cell != UNKNOWN]
    if len(drawn) == width and drawn[-1] == " " and not text.startswith("".join(drawn)):
        # A wide character had half the room it needs: there it is blank.
        rest = text[len("".join(drawn[:-1])) :]
        assert cached_cell_len(rest[0]) == 2
        del drawn[-1]
    assert text.startswith("".join(drawn))
    assert sum(cell != UNKNOWN for cell in row) <= width


#: Overrides and isolates: one that nobody ends would turn round whatever stands right of it.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(alphabet=st.sampled_from(f"aب {TURNING}\u200e\u200f"), max_size=20))
def test_nothing_that_turns_the_rest_of_the_screen_round_is_drawn(text: str) -> None:
    assert not set(TURNING) & set(display(text).text)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_articles_in_other_scripts_fit_their_panes(
    make_app: Callable[..., ReaderApp], size: tuple[int, int]
) -> None:
    articles = [from_text(text, id=id) for id, text in ARTICLES.items()]
    app = make_app(articles=articles)
    known = "".join(article.text for article in articles)
    async with app.run_test(size=size) as pilot:
        for keys in (("j",), ("enter", "j"), ("q", "a", "c"), ("tab", "n", "space"), ("f",)):
            await pilot.press(*keys)
            await pilot.pause()
            for line in drawn(app):
                assert cell_len(line) <= size[0]
                strange = {cluster for cluster in clusters(line) if len(cluster) > 1} - set(clusters(known))
                assert not strange, f"no half of a character, none put together from two: {strange}"


def test_what_the_tests_are_made_of_takes_room() -> None:
    assert all(1 <= cell_len(cluster) <= 3 for cluster in WHOLE)
