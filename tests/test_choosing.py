from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.article import UsageError
from tuireader.choosing import chosen, is_article
from tuireader.naming import matching, of_path
from tuireader.settings import paths


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with one article, and three bundled ones of its own."""
    shipped = tmp_path / "package" / "shipped" / "seeds"
    shipped.mkdir(parents=True)
    for name in ("storm-1", "storm-2", "council"):
        (shipped / f"{name}.txt").write_text("A text.")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "package")
    work = tmp_path / "work"
    work.mkdir()
    (work / "mine.txt").write_text("A text.")
    monkeypatch.chdir(work)
    return shipped


def test_no_name_means_the_bundled_articles(here: Path) -> None:
    assert chosen([]) == [str(here)]


def test_ids_beginnings_and_paths_each_once_in_order(here: Path) -> None:
    names = ["mine.txt", "cou", "storm-2", "council", "mine.txt", "-"]
    assert chosen(names) == ["mine.txt", str(here / "council.txt"), str(here / "storm-2.txt"), "-"]


def test_a_path_that_exists_wins_over_an_id() -> None:
    Path("council").mkdir()
    assert chosen(["council"]) == ["council"]


def test_what_means_nothing_is_left_to_be_opened_unless_strict() -> None:
    assert chosen(["nobody"]) == ["nobody"]
    with pytest.raises(UsageError, match="there is no article “nobody”"):
        chosen(["nobody"], strict=True)
    assert chosen(["nobody.txt", "no/body", "no*"], strict=True) == ["nobody.txt", "no/body", "no*"]


def test_a_beginning_of_several_is_refused() -> None:
    with pytest.raises(UsageError, match="beginning of 2 articles: storm-1, storm-2"):
        chosen(["storm"])


def test_matching_prefers_the_whole_id_and_names_the_nearest() -> None:
    assert matching("storm", ["storm", "storm-1"]) == "storm"
    with pytest.raises(UsageError, match="did you mean “council”"):
        matching("counsil", ["storm", "council"])
    with pytest.raises(UsageError, match="nothing else is open"):
        matching("a", [])
    with pytest.raises(UsageError, match="a0, a1, a2, a3, a4, a5 and 4 more"):
        matching("a", [f"a{number}" for number in range(10)])
    with pytest.raises(UsageError, match="there is no article “”"):
        matching("", ["storm"])


def test_a_number_is_meant_where_no_id_begins_so(here: Path) -> None:
    ids = [f"00{number}_{letter}" for number, letter in enumerate("abcde")]
    assert [matching(name, ids) for name in ("1", "4", "#4", "004", "003_d")] == [
        ids[0],
        ids[3],
        ids[3],
        ids[4],
        ids[3],
    ]
    assert matching("2", ["4_a", "2_b", "9_c", "2"]) == "2" and matching("9", ["4_a", "2_b", "9_c"]) == "9_c"
    for name in ("6", "#6", "#", "#0", "04", "-1", "²", "9" * 5000):
        with pytest.raises(UsageError, match="there is no article"):
            matching(name, ids)
    with pytest.raises(UsageError, match="beginning of 5"):
        matching("0", ids)
    assert chosen(["2", "#1"]) == [str(here / "storm-1.txt"), str(here / "council.txt")]
    assert chosen(["7"]) == ["7"], "left to be opened"


def test_no_name_is_echoed_raw() -> None:
    with pytest.raises(UsageError) as caught:
        matching("\x1b[2Jx", ["a\x1b]0;y\x07b"])
    assert "\x1b" not in str(caught.value)


def test_the_article_at_a_path() -> None:
    Path("other.txt").write_text("x")
    known = {"a": "other.txt", "b": "./mine.txt", "c": None}
    assert of_path("mine.txt", known) == "b"
    assert of_path("gone.txt", known) is None


@pytest.mark.parametrize(
    ("name", "meant"), [("mine.txt", True), ("-", True), ("sto", True), ("a/b", True), ("", False), ("kosovo", False)]
)
def test_what_can_mean_an_article(name: str, meant: bool) -> None:
    assert is_article(name) is meant
