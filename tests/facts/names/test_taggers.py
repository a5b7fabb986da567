"""A tagger the user brings: found by its entry point, trusted for its names, told of where it fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.facts.building import article
from tuireader import facts
from tuireader.article import TuireaderError, UsageError
from tuireader.facts.names.taggers import Tagger, load, offered
from tuireader.settings import paths
from tuireader.story import know, tell

TEXT = "Quillon backed the plan on Monday. The mayor of Teld, Ivo Lastra, was pleased. Later Lastra left for Oslo."

#: A tagger as a user's package would hold it: words that end like names in its own small world.
CODE = """
import re

def tag(text):
    for match in re.finditer(r"\\b[A-Z]\\w*llon\\b", text):
        yield match.start(), match.end(), "ORG"

def broken(text):
    raise ValueError("no\\nmodel\\x1b[31m")
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Puts a package with two taggers on the path, with the metadata that pip would write."""
    (tmp_path / "small_tagger.py").write_text(CODE, "utf-8")
    info = tmp_path / "small_tagger-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: small-tagger\nVersion: 1.2\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[tuireader.taggers]\nsmall = small_tagger:tag\nbroken = small_tagger:broken\ngone = no_such_module:tag\n",
        "utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("small_tagger", None)


def names(text: str, *spans: tuple[int, int, str]) -> dict[str, tuple[str, str]]:
    """Kind and value by text, as found with a tagger that gives these spans."""
    found = facts.find([article(text)], tagger=Tagger("fixed", "1", lambda _: spans))
    return {
        mention.text: (mention.kind, mention.value)
        for mention in found.mentions
        if mention.kind in ("person", "organisation", "place")
    }


def at(text: str, words: str, label: str) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), label


@pytest.mark.usefixtures("installed")
def test_a_tagger_is_found_by_its_entry_point() -> None:
    tagger = load("small")
    assert (tagger.name, tagger.version, tagger.key) == ("small", "1.2", "small 1.2")
    assert list(tagger.tag(TEXT)) == [(0, 7, "ORG")]


@pytest.mark.usefixtures("installed")
def test_those_there_are_are_offered_whatever_else_is_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # What the system answers here stands for a folder behind one that may not be entered: root gets it as well.
    closed = str(tmp_path / ("x" * 300))
    monkeypatch.setattr(sys, "path", [closed, f"{closed}/in.zip", "", *sys.path])
    assert offered() == ("broken", "gone", "small")


def test_none_are_offered_where_there_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / ("x" * 300))])
    assert offered() == ()


@pytest.mark.usefixtures("installed")
def test_an_unknown_one_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r'no tagger "smal"; installed: broken, gone, small'):
        load("smal")


@pytest.mark.usefixtures("installed")
def test_one_that_cannot_be_imported_is_told_in_a_line() -> None:
    with pytest.raises(TuireaderError, match=r'"gone" \(no_such_module:tag\) cannot be loaded: ModuleNotFoundError'):
        load("gone")


@pytest.mark.usefixtures("installed")
def test_one_that_fails_is_told_with_the_article() -> None:
    with pytest.raises(TuireaderError) as error:
        facts.find([article(TEXT, "mine")], tagger=load("broken"))
    assert str(error.value).startswith('the tagger "broken" failed on mine: ValueError: no model')
    assert "\n" not in str(error.value)


def test_what_only_the_tagger_knows_is_named() -> None:
    assert "Quillon" not in names(TEXT)
    assert names(TEXT, at(TEXT, "Quillon", "ORG"))["Quillon"] == ("organisation", "Quillon")


def test_what_the_tagger_leaves_out_stays_as_the_rules_have_it() -> None:
    assert names(TEXT, at(TEXT, "Quillon", "ORG")) == names(TEXT) | {"Quillon": ("organisation", "Quillon")}


def test_the_kind_is_the_taggers() -> None:
    assert names(TEXT)["Oslo"][0] == "place"
    assert names(TEXT, at(TEXT, "Oslo", "ORGANIZATION"))["Oslo"][0] == "organisation"


def test_a_longer_span_of_the_tagger_takes_the_place_of_ours() -> None:
    found = names(TEXT, at(TEXT, "mayor of Teld, Ivo Lastra", "PERSON"))
    assert "mayor of Teld, Ivo Lastra" in found
    assert "Ivo Lastra" not in found


def test_a_surname_goes_to_the_full_name() -> None:
    text = "Wenn Trovath came first. Nobody had asked where Trovath would go."
    spans = [at(text, "Wenn Trovath", "PER"), (text.rindex("Trovath"), text.rindex("Trovath") + 7, "PER")]
    assert names(text, *spans)["Trovath"] == ("person", "Wenn Trovath")


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    text = "They met the Quillon's board."
    assert list(names(text, at(text, "the Quillon's", "org"))) == ["Quillon"]


def test_labels_that_name_nobody_are_passed_over() -> None:
    assert names(TEXT, at(TEXT, "Quillon", "WORK_OF_ART")) == names(TEXT)


@pytest.mark.parametrize("span", [(-1, 4, "ORG"), (5, 5, "ORG"), (9, 4, "ORG"), (0, len(TEXT) + 1, "ORG")])
def test_spans_outside_of_the_text_are_refused(span: tuple[int, int, str]) -> None:
    with pytest.raises(TuireaderError, match='the tagger "fixed" names characters'):
        names(TEXT, span)


@pytest.mark.usefixtures("installed")
def test_kept_facts_are_not_mixed_up_with_those_of_a_tagger() -> None:
    class Kept(dict[tuple[str, str], object]):
        def get(self, kind: str, key: str) -> object:  # type: ignore[override]
            return super().get((kind, key))

        def put(self, kind: str, key: str, value: object) -> None:
            self[kind, key] = value

    articles, cache = [article(TEXT)], Kept()
    telling = tell(articles, cache=cache)
    plain = know(articles, telling, cache=cache)
    assert "Quillon" not in {mention.value for mention in plain.mentions}
    tagged = know(articles, telling, cache=cache, tagger="small")
    assert "Quillon" in {mention.value for mention in tagged.mentions}
    assert know(articles, telling, cache=cache) == plain


@pytest.mark.usefixtures("installed")
def test_the_config_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tuireader.cli import main

    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    config = paths.find().config_file
    config.parent.mkdir(parents=True)
    text = tmp_path / "mine.txt"
    text.write_text(TEXT, "utf-8")
    config.write_text('tagger = "small"\n', "utf-8")
    assert main(["facts", "--json", str(text)]) == 0
    assert '"value": "Quillon"' in capsys.readouterr().out
    config.write_text('tagger = "smal"\n', "utf-8")
    assert main(["facts", str(text)]) == 2
    assert 'there is no tagger "smal"' in capsys.readouterr().err
