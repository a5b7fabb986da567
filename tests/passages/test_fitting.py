"""The commands that fit and measure the shared passages, on invented news."""

from __future__ import annotations

import importlib
import json
import random
import subprocess
import sys
from math import exp
from pathlib import Path
from types import ModuleType

import pytest

from tests.passages.texts import COURIER, HERALD, POST, STRANGER
from tuireader import sources
from tuireader.passages.links.judging import FITTED

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "benchmarks"
EVENT = {"herald": HERALD, "post": POST, "courier": COURIER}


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    """A script of benchmarks/, which is no package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module(request.param)


def run(script: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / script), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def row(a: str, a_words: str, b: str, b_words: str, **more: object) -> str:
    found = {"a": f"{a}.txt", "b": f"{b}.txt", "kind": "same", "optional": False, **more}
    for side, text, words in (("a", EVENT[a], a_words), ("b", EVENT[b], b_words)):
        found[f"{side}_start"] = text.index(words)
        found[f"{side}_end"] = text.index(words) + len(words)
    return json.dumps(found)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An event with gold links, one without, and strangers."""
    event, other, strangers = tmp_path / "bridge", tmp_path / "other", tmp_path / "strangers"
    for folder in (event, other, strangers):
        folder.mkdir()
    for name, text in EVENT.items():
        (event / f"{name}.txt").write_text(text, encoding="utf-8")
    (other / "stranger.txt").write_text(STRANGER, encoding="utf-8")
    for number in range(4):
        lines = STRANGER.split("\n")
        (strangers / f"{number}.txt").write_text("\n".join(lines[number:]), encoding="utf-8")
    quote = "We did not take this step lightly"
    ferries = "Ferries will run every ten minutes between the fish market and the old shipyard while the work lasts."
    closed = "The harbour bridge in Lindmar will stay closed until the end of April"
    shut = "The harbour bridge in Lindmar will stay shut until the end of April"
    rows = [
        row("herald", quote, "post", quote),
        row("herald", ferries, "post", ferries),
        row("post", shut, "herald", closed, optional=True),
        row("herald", ferries, "post", quote, kind="hard_negative"),
    ]
    (event / "links.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return event, other, strangers


def test_fitting_prints_both_sets_of_coefficients_and_the_held_out_table(folders: tuple[Path, Path, Path]) -> None:
    event, other, strangers = folders
    done = run("fit_passages.py", event, other, "--strangers", strangers)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    named = {line.split()[0]: line.split()[1:] for line in lines if len(line.split()) == 3}
    assert float(named["alone"][0]) == FITTED.alone
    assert float(named["related"][0]) == FITTED.around_by.related
    assert named["alone"][0] != named["alone"][1]
    assert sum(line.startswith("  bridge ") and "of 1" in line for line in lines) == 2
    assert sum(line.startswith("  seeds ") for line in lines) == 2


def test_fitting_without_gold_is_refused(folders: tuple[Path, Path, Path]) -> None:
    _, other, strangers = folders
    done = run("fit_passages.py", other, "--strangers", strangers)
    assert done.returncode == 2
    assert "links.jsonl" in done.stderr and "Traceback" not in done.stderr


def test_quality_is_printed_by_event_and_strangers_are_counted(folders: tuple[Path, Path, Path]) -> None:
    event, other, strangers = folders
    done = run("passages.py", event, other, "--strangers", strangers)
    assert "Traceback" not in done.stderr
    assert "look-alikes joined 0 of 1" in done.stdout
    assert "articles of the folder: 6 of 6 pairs have a link" in done.stdout


def test_the_gold_of_the_bundled_articles_names_whole_sentences() -> None:
    articles = {article.id: article for article in sources.open([str(ROOT / "seeds")]).articles}
    sentences = {(a.id, s.start, s.end) for a in articles.values() for s in a.sentences}
    rows = [json.loads(line) for line in (BENCHMARKS / "passages_gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    sides = {(row[side], row[f"{side}_start"], row[f"{side}_end"]) for row in rows for side in ("a", "b")}
    assert sides <= sentences
    assert len({json.dumps(row) for row in rows}) == len(rows) > 50


@pytest.mark.parametrize("module", ["fit_passages"], indirect=True)
def test_regression_finds_where_the_slope_is_nothing(module: ModuleType) -> None:
    dice = random.Random(5)
    one, two = ([dice.gauss(mean, spread) for _ in range(400)] for mean, spread in ((3.0, 0.5), (-1.0, 4.0)))
    odds = [exp(-4 + 1.5 * x + 0.3 * y) for x, y in zip(one, two, strict=True)]
    labels = [float(dice.random() < odd / (1 + odd)) for odd in odds]
    weights, offsets = [dice.choice((0.3, 1.0)) for _ in one], [dice.uniform(-0.2, 0.2) for _ in one]
    intercept, *by = module.regression([one, two], labels, weights, offsets, (0.0, 0.0, 0.0))
    assert by == pytest.approx([1.5, 0.3], abs=0.4)
    again = module.regression([one, two], labels, weights, offsets, (-2.0, 1.0, 0.1))
    assert again == pytest.approx([intercept, *by], abs=1e-6)
    # At the best place the errors outweigh the pull of the ridge nowhere: each column by itself says so.
    for column, coefficient in ((one, by[0]), (two, by[1])):
        mean = sum(column) / len(column)
        spread = (sum((value - mean) ** 2 for value in column) / len(column)) ** 0.5
        slope = 0.0
        for x, y, label, weight, offset, value in zip(one, two, labels, weights, offsets, column, strict=True):
            likely = 1 / (1 + exp(-intercept - by[0] * x - by[1] * y - offset))
            slope += weight * (label - likely) * (value - mean) / spread
        assert slope == pytest.approx(module.RIDGE * coefficient * spread, abs=1e-4)


@pytest.mark.parametrize("module", ["fit_passages"], indirect=True)
def test_equations_are_solved_with_pivots(module: ModuleType) -> None:
    assert module.solve([[0.0, 2.0], [4.0, 1.0]], [6.0, 11.0]) == pytest.approx([2.0, 3.0])


@pytest.mark.parametrize("module", ["pan"], indirect=True)
def test_plagdet_as_defined(module: ModuleType) -> None:
    def pair(a: int, b: int) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
        return ("susp", a, a + 100), ("src", b, b + 100)

    cases = [pair(0, 0), pair(500, 900)]
    halves = [(("susp", 0, 50), ("src", 0, 50)), (("susp", 50, 100), ("src", 50, 100))]
    found = module.measure([(cases, [*halves, pair(2000, 0)])])
    assert found.recall == pytest.approx(0.5)
    assert found.precision == pytest.approx(2 / 3)
    assert found.granularity == 2.0
    # F1 4/7, over log2(1 + 2)
    assert found.value == pytest.approx(4 / 7 / 1.5849625)
    assert module.measure([([], [])]).value == 0.0


def test_a_pan_corpus_is_measured(tmp_path: Path) -> None:
    copied = HERALD.split("\n\n")[3]
    texts = {"susp": f"{STRANGER}\n\n{copied}\n", "src": f"Notes from Lindmar.\n\n{copied}\n\nNothing else was said.\n"}
    for side, text in texts.items():
        (tmp_path / side).mkdir()
        (tmp_path / side / f"{side}1.txt").write_bytes(text.encode())
    kind = tmp_path / "01-copies"
    kind.mkdir()
    (kind / "pairs").write_text("susp1.txt src1.txt\n", encoding="utf-8")
    places = " ".join(
        f'{name}_offset="{texts[side].index(copied)}" {name}_length="{len(copied)}"'
        for name, side in (("this", "susp"), ("source", "src"))
    )
    xml = f'<document><feature name="plagiarism" {places}/></document>'
    (kind / "susp1-src1.xml").write_text(xml, encoding="utf-8")
    done = run("pan.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (
        "plagdet 1.000  precision 1.000  recall 1.000  granularity 1.000  (1 cases, 1 answers, 1 pairs)" in done.stdout
    )
    assert run("pan.py", kind).returncode == 2
