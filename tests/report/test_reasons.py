"""Why a link was made, as text and as JSON."""

from __future__ import annotations

import pytest

from tests.passages.texts import articles as invented
from tuireader.article import Article
from tuireader.passages import Explanation, Passages, explain_all
from tuireader.report import json
from tuireader.report.comparing import explaining
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells
from tuireader.report.reasons import reasons
from tuireader.report.records import records
from tuireader.story import tell


@pytest.fixture(scope="module")
def event() -> list[Article]:
    return invented()


@pytest.fixture(scope="module")
def found(event: list[Article]) -> Passages:
    return tell(event).passages


@pytest.fixture(scope="module")
def explained(event: list[Article], found: Passages) -> list[Explanation]:
    return explain_all(event, found.links)


def text(
    event: list[Article], found: Passages, explained: list[Explanation], width: int = 80, **ink: bool
) -> list[str]:
    return explaining(records(event, tell(event)), event, found, explained, width, Ink(**ink))


def test_every_link_is_told_of_once_under_its_passage(
    event: list[Article], found: Passages, explained: list[Explanation]
) -> None:
    lines = text(event, found, explained)
    heads = [line for line in lines if line.startswith("  ") and " ~ " in line and line.split()[-2] in KINDS]
    assert len(heads) == len(found.links)
    assert len([line for line in lines if " · 2 articles · " in line or " · 3 articles · " in line]) > 3


KINDS = ("verbatim", "reworded", "related")


def test_it_quotes_both_and_says_why(event: list[Article], found: Passages, explained: list[Explanation]) -> None:
    lines = text(event, found, explained)
    place = next(place for place, line in enumerate(lines) if "herald ~ courier" in line)
    block = lines[place : lines.index("", place)]
    assert block[1].startswith("  herald   ")
    assert any(line.startswith("  courier  ") for line in block)
    for label in ("words", "why", "score"):
        assert any(line.startswith(f"  {label:<9}") for line in block)
    assert any(" + " in line for line in block)
    assert any("with its surroundings" in line for line in block)
    assert "(bits)" in " ".join(block)


def test_other_sentences_that_answer_it_are_one_reason(event: list[Article], explained: list[Explanation]) -> None:
    by_id = {article.id: article for article in event}
    for each in explained:
        said = [runs[-1].text for runs in reasons(each, by_id, {id: id for id in by_id}, 100)]
        assert sum("answers it" in text for text in said) <= 1
        weight = sum(reason.weight for reason in each.reasons if reason.name in ("rivals", "rival"))
        signs = {text for runs in reasons(each, by_id, {id: id for id in by_id}, 100) for text in signs_of(runs)}
        assert abs(weight) < 0.3 or not signs or signs == {"+" if weight > 0 else "−"}


def signs_of(runs: list[Run]) -> list[str]:
    """The sign before the reason that tells of other sentences."""
    return [runs[-2].text.strip()[0]] if "answers it" in runs[-1].text else []


def test_of_a_long_span_both_ends_are_shown(event: list[Article], explained: list[Explanation]) -> None:
    by_id = {article.id: article for article in event}
    cut = 0
    for each in explained:
        lines = ["".join(run.text for run in runs) for runs in reasons(each, by_id, {id: id for id in by_id}, 48)]
        text = by_id[each.link.a.article].text[each.link.a.start : each.link.a.end].split()
        said = " ".join(lines[1 : next(n for n, line in enumerate(lines) if line.startswith(each.link.b.article))])
        assert said.split()[1] == text[0]
        assert said.split()[-1] == text[-1]
        cut += "…" in said
    assert cut


def test_a_link_that_leans_says_on_what(event: list[Article], explained: list[Explanation]) -> None:
    by_id = {article.id: article for article in event}
    leaning = [each for each in explained if each.leans and each.anchor]
    for each in leaning:
        said = ["".join(run.text for run in runs) for runs in reasons(each, by_id, {id: id for id in by_id}, 76)]
        assert said[-1].startswith("leans")
    sure = next(each for each in explained if not each.leans)
    said = ["".join(run.text for run in runs) for runs in reasons(sure, by_id, {id: id for id in by_id}, 76)]
    assert not any(line.startswith("leans") for line in said)


@pytest.mark.parametrize("width", [24, 40, 80, 160])
def test_it_fits(event: list[Article], found: Passages, explained: list[Explanation], width: int) -> None:
    assert max(map(cells, text(event, found, explained, width))) <= width


def test_without_unicode_it_is_ascii_but_for_the_texts(
    event: list[Article], found: Passages, explained: list[Explanation]
) -> None:
    lines = text(event, found, explained, unicode=False)
    assert not any(char in "−“”" for line in lines for char in line if not line.startswith(("  herald", "  post")))


def test_without_a_link_it_says_so(event: list[Article]) -> None:
    assert text(event, Passages(), [])[-1] == "No link joins two of them."


def test_a_passage_without_a_link_says_how_it_was_found(event: list[Article], found: Passages) -> None:
    lines = text(event, Passages((), found.passages[:1]), [])
    assert lines[-1].startswith("  No two sentences are linked")


def test_json_has_an_explanation_in_each_link_and_nothing_else_changes(
    event: list[Article], found: Passages, explained: list[Explanation]
) -> None:
    rows = records(event, tell(event))
    bare, full = json.comparison(rows, event, found), json.comparison(rows, event, found, explained)
    texts = {article.id: article.text for article in event}
    for link in full["links"]:
        told = link.pop("explain")
        assert set(told) == {
            *("a_sentence", "b_sentence", "rule", "alone", "judged", "leans", "words"),
            *("base", "reasons", "rivals", "anchor"),
        }
        for word in told["words"]:
            for side in ("a", "b"):
                for start, end in word[side]:
                    assert link[f"{side}_start"] <= start < end <= link[f"{side}_end"]
                    assert texts[link[side]][start:end].strip()
        assert all(set(reason) == {"name", "value", "weight", "says"} for reason in told["reasons"])
    assert full == bare
    assert json.encode(full)
