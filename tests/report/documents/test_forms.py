"""Markdown, JSON and CSV of what was found: nothing is lost, nothing becomes markup or a formula."""

from __future__ import annotations

import csv as reader
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.documents.invented import hostile, three
from tuireader import own_words
from tuireader.report.documents import FORMS, WHATS, Material, csv, export, letters
from tuireader.report.documents.markdown_text import escaped, started
from tuireader.text.safe import line


@pytest.fixture(scope="module")
def material() -> Material:
    return three()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_command_line_knows_what_there_is() -> None:
    assert tuple(WHATS) == own_words.WHATS
    assert tuple(FORMS) == own_words.FORMS


@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("form", FORMS)
def test_the_same_material_gives_the_same_bytes(material: Material, what: str, form: str) -> None:
    made = export(material, what, form)
    assert made == export(three(), what, form)
    assert made.endswith(b"\n")
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", export(hostile(), what, form).decode("utf-8")
    )


# JSON


def test_the_story_as_json_can_be_cut_from_itself(material: Material) -> None:
    form: Any = json.loads(export(material, "story", "json"))
    assert set(form) >= {"articles", "links", "passages", "mentions", "facts", "entities", "timeline", "marks"}
    texts = {article["id"]: article["text"] for article in form["articles"]}
    for passage in form["passages"]:
        for each in passage["occurrences"]:
            assert texts[each["article"]][each["start"] : each["end"]] == each["text"]
    for fact in form["facts"]:
        for value in fact["values"]:
            assert texts[value["article"]][value["start"] : value["end"]] == value["text"]
    (mark,) = form["marks"]
    assert texts[mark["article"]][mark["start"] : mark["end"]] == mark["quote"] == "Nobody was hurt"
    assert (mark["note"], mark["tags"]) == ("Check.\nTwice.", ["hurt"])


def test_marks_of_articles_that_are_not_open_are_told_with_their_copies(material: Material) -> None:
    form: Any = json.loads(export(material, "marks", "json"))
    assert [(mark["article"], mark["quote"]) for mark in form["marks"]] == [
        ("north", "Nobody was hurt"),
        (None, "a boat"),
    ]
    assert "An article elsewhere" in export(material, "marks", "md").decode()


# CSV


def test_one_row_a_value_an_occurrence_or_a_mark(material: Material) -> None:
    facts = rows(export(material, "facts", "csv"))
    assert len(facts) == sum(len(fact.values) for fact in material.facts.facts)
    assert tuple(facts[0]) == csv.FACTS
    quote = next(row for row in facts if row["kind"] == "quote" and row["speaker"])
    assert quote["speaker"] == "Ola Berg"
    found = rows(export(material, "comparison", "csv"))
    assert len(found) == sum(len(passage.occurrences) for passage in material.telling.passages.passages)
    assert {row["text"] for row in found if row["article"] == "west"} <= {line(a.text) for a in material.articles} | {
        row["text"] for row in found
    }
    assert [row["note"] for row in rows(export(material, "marks", "csv"))] == ["Check. Twice.", ""]
    whole = rows(export(material, "story", "csv"))
    counted = {
        what: sum(row["what"] == what for row in whole) for what in ("article", "passage", "fact", "moment", "mark")
    }
    assert counted == {
        "article": 3,
        "passage": len(found),
        "fact": len(facts),
        "moment": len(material.facts.timeline),
        "mark": 1,
    }
    assert all(None not in row and None not in row.values() for row in whole)


@pytest.mark.parametrize("what", WHATS)
def test_no_cell_is_a_formula(what: str) -> None:
    for row in rows(export(hostile(), what, "csv")):
        for name, cell in row.items():
            number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)


def test_letters_of_wordings() -> None:
    assert [letters.letter(number) for number in (1, 2, 26, 27, 703)] == ["a", "b", "z", "aa", "aaa"]


# Markdown


def test_markdown_has_headings_places_and_the_wording(material: Material) -> None:
    page = export(material, "story", "md").decode()
    assert page.startswith("# Harbour wall at Lindvik gives way\n")
    assert re.search(r"^- \*\*south\*\* .*\*\*late\*\* on Tuesday ~~night~~, ", page, re.MULTILINE)
    start = material.articles[0].text.index("Nobody")
    assert f"(north:{start}-{start + 15} · sentence · 2023-11-14) #hurt" in page
    assert "Check.  \nTwice.  \n" in page
    assert page.count("⟨1: ") == 3
    sections = re.findall("^## (.*)$", page, re.MULTILINE)
    assert sections[:3] == ["The articles", "Who shares what with whom", "Who carries which passage"]
    assert "|       1 | a     | b     | a    |" in page
    assert "|       2 | a     | a     | ·    |" in page


def test_hostile_words_are_no_markup() -> None:
    page = export(hostile(), "story", "md").decode()
    assert "<script" not in page.replace("\\<script", "")
    for said in page.splitlines():
        assert not re.match(r"\s*(# Not|- not|1\. not|> not)", said)
        assert not re.search(r"(?<!\\)\[link\]", said)
        assert not re.search(r"(?<!\\)<(?!http)", said)
        assert "*stars*" not in said.replace(r"\*stars\*", "")


def test_hostile_words_stay_words_when_rendered() -> None:
    """By the parser that Textual brings along."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    for what in ("story", "marks"):
        found = parser.parse(export(hostile(), what, "md").decode())
        kinds = {each.type for token in found for each in (token, *(token.children or ()))}
        assert kinds.isdisjoint(
            ("html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block")
        )
        assert not any(
            "stars" in each.content and each.type == "em" for token in found for each in token.children or ()
        )


@given(st.text(st.sampled_from("\\`[]<>|*_~#+-=.)1a &;!\t\n")))
@settings(max_examples=300, deadline=None)
def test_escapes_say_the_same(text: str) -> None:
    """Taken back, they are the words; what is left bare is nothing that CommonMark acts on."""
    made = started(text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", made) == line(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", ",", made)
    assert not re.search(r"[`\[\]<|*]|~~|&#?\w+;|(?<!\w)_|_(?!\w)", bare)
    assert not re.match(r"(#{1,6}|[-+]|\d{1,9}[.)])(\s|$)|>|=+\s*$|-{2,}", bare)
    assert escaped("plain words, 3.5 snake_case & more!") == "plain words, 3.5 snake_case & more!"
