"""The story at a glance as text, as a picture, and as JSON."""

from __future__ import annotations

import pytest

from tests.overview.test_grouping import pair
from tests.overview.test_pairs import article
from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader.article import Article
from tuireader.overview import Survey, survey
from tuireader.overview.first import First
from tuireader.overview.grouping import clusters, loners, tree
from tuireader.report.covering import covering
from tuireader.report.ink import Ink
from tuireader.report.lines import cells
from tuireader.report.map_picture import picture
from tuireader.report.overview_json import coverage
from tuireader.report.overview_words import alone, brief, shared, story_map, together
from tuireader.report.records import records
from tuireader.sources import from_text

NAMES = {"a": "one", "b": "two", "c": "three"}


@pytest.fixture(scope="module")
def told() -> tuple[list[Article], Survey]:
    articles = [from_text(text, id=name) for name, text in TEXTS.items()]
    telling, facts = telling_of(*articles), facts_of(*articles)
    found = survey(articles, telling.passages.passages, facts.facts, facts.mentions, telling.shared)
    return articles, found


def page(told: tuple[list[Article], Survey], width: int, *, map_only: bool = False, unicode: bool = True) -> list[str]:
    articles, found = told
    rows = records(articles, telling_of(*articles))
    return covering(rows, {1: found}, width, Ink(unicode=unicode), map_only=map_only)


def test_the_table_has_rows_by_story_and_verdict_and_the_fullest_columns_first(
    told: tuple[list[Article], Survey],
) -> None:
    lines = [" ".join(line.split()) for line in page(told, 90)]
    head = next(line for line in lines if sorted(line.split()) == ["ferry", "herald", "tide"])
    assert head.split() == list(told[1].columns)
    first = lines[lines.index(head) + 2]
    order = dict(zip(head.split(), first.split()[-3:], strict=True))
    assert order["ferry"] == order["herald"] and order["ferry"].endswith("██") and order["tide"][0] != order["ferry"][0]
    assert any(line.startswith("≠ The articles differ") for line in lines)
    assert any(line.startswith("→ Time passed") for line in lines)
    assert any(line.startswith("Facts of one article alone:") for line in lines)
    assert not any("villages" in line for line in lines), "those stand in `facts --verdict only`"


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_asked_for(told: tuple[list[Article], Survey], width: int, unicode: bool) -> None:
    for map_only in (False, True):
        lines = page(told, width, map_only=map_only, unicode=unicode)
        drawn = [line for line in lines if line.strip()]
        assert all(cells(line) <= max(width, 44) for line in drawn)
        if not unicode:
            assert all(line.isascii() for line in drawn if "Story 1" not in line and "…" not in line)


def test_the_map_draws_a_box_a_cluster_and_says_it_in_words(told: tuple[list[Article], Survey]) -> None:
    lines = page(told, 80, map_only=True)
    assert any(line.startswith("┌─ together: ") for line in lines) and any(line.startswith("└─ ") for line in lines)
    assert any("┬" in line for line in lines) and any("┘" in line for line in lines)
    assert "stand together: every two of them share" in " ".join(" ".join(lines).split())
    assert not any("Who shares with whom" in line for line in lines)


def drawn(shares: dict[str, float], width: int = 60) -> list[str]:
    ids = sorted({id for both in shares for id in both})
    pairs = [pair(both[0], both[1], share) for both, share in shares.items()]
    branches = tree(ids, pairs)
    held = clusters(branches, [])
    found = Survey([article(id, "x") for id in ids])
    found.__dict__.update(clusters=held, loners=loners(ids, held, pairs, dict.fromkeys(ids, 0.1)))
    return ["".join(run.text for run in line.runs) for line in picture(found, {id: id for id in ids}, width)]


def test_the_further_left_two_lines_meet_the_more_is_shared() -> None:
    lines = drawn({"ab": 1.0, "ac": 0.5, "bc": 0.5, "cd": 0.1, "ad": 0.1, "bd": 0.1})
    rows = {line[2]: line for line in lines if line.startswith("│") and line[2] in "abcd"}
    assert rows["a"].index("┬") == rows["b"].index("┘") < rows["a"].rindex("┬") == rows["c"].index("┘")
    assert rows["b"][rows["c"].index("┘")] == "│", "the line from a to c passes b"
    assert "100%" in rows["a"] and " 50%" in rows["a"]
    assert any(line.strip().startswith("d ") and "10% of both shared" in line for line in lines)


def test_equal_shares_meet_in_one_column() -> None:
    lines = drawn({a + b: 0.6 for a, b in ("ab", "ac", "ad", "bc", "bd", "cd")})
    joints = [line[max(map(line.rfind, "┬┤┘"))] for line in lines if line.startswith("│") and line[2] in "abcd"]
    assert joints == ["┬", "┤", "┤", "┘"]
    assert len({max(map(line.rfind, "┬┤┘")) for line in lines if line.startswith("│") and line[2] in "abcd"}) == 1


def test_sentences_say_what_the_picture_shows() -> None:
    both = clusters(tree("abc", [pair("a", "b", 0.8), pair("a", "c", 0.4), pair("b", "c", 0.4)]), [])[0]
    said = together(both, NAMES)
    assert said.articles == ("a", "b", "c")
    assert "one, two and three stand together" in said.text and "40%" in said.text
    assert "one and two the most with 80%" in said.text and said.text.endswith("No passage holds them together.")
    found = loners("ab", [], [pair("a", "b", 0.2)], {"a": 0.3, "b": 0.0})
    assert "one stands alone: 30% of its text is shared, most with two: 20% of both." in alone(found[1], NAMES).text
    assert "shares nothing" in alone(loners("a", [], [], {"a": 0.0})[0], NAMES).text


@pytest.mark.parametrize(
    ("first", "long", "short"),
    [
        (First(), "Which came first is not known.", ""),
        (First("b", "dated"), "Two came first: it was published earlier.", "two was published first"),
        (First("a", "named"), "One came first: two names it as a source.", "two names one as a source"),
        (First("", "unclear"), "Which came first is not clear", "do not agree on who was first"),
        (First("", "", ("AP\x1b[1m",)), "Both name AP; which came first is not known.", "both name AP"),
    ],
)
def test_who_was_first_in_words(first: First, long: str, short: str) -> None:
    found = pair("a", "b", 0.5)._replace(a_same=0.2, b_same=0.4, first=first)
    text = shared(found, NAMES).text
    assert long.lower() in text.lower() and "\x1b" not in text
    line = brief(found, NAMES, "→", "–")
    assert short in line and ("→" in line) == bool(first.id)
    if first.id == "b":
        assert line.startswith("two → one  50% of both shared, 20% of one word for word"), "only what came later copies"
        assert "40%" not in text


def test_json_has_rows_pairs_clusters_and_those_alone(told: tuple[list[Article], Survey]) -> None:
    articles, found = told
    form = coverage(records(articles, telling_of(*articles)), {1: found})
    (story,) = form["stories"]
    assert sorted(story["articles"]) == ["ferry", "herald", "tide"]
    assert {row["type"] for row in story["rows"]} == {"passage", "fact"}
    row = story["rows"][0]
    assert all(0 <= cell["part"] <= 1 and cell["letters"] for cell in row["cells"])
    assert story["pairs"][0].keys() >= {"a", "b", "share", "a_same", "b_same", "first", "rule", "agencies"}
    assert story["clusters"][0]["tree"]["parts"] and isinstance(story["alone"], list)
    assert story_map(found, {id: id for id in story["articles"]})
