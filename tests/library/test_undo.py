"""Whatever the reader changed is taken back step by step, in a later run too."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.library import Library, undo


def _state(library: Library) -> tuple[Any, ...]:
    tables = ("mark", "dismissed", "place", "article")
    return tuple(tuple(sorted(library._rows(f"SELECT * FROM {table}"))) for table in tables)


def test_each_change_says_what_was_taken_back() -> None:
    with Library.open(None) as library:
        library.add_mark("a", 0, 10, quote="Nine  boats\ncame.")
        library.set_note("a", 0, 10, "Ask.")
        library.set_note("a", 0, 10, "Ask again.")
        library.set_tags("a", 0, 10, "sea")
        library.set_tags("a", 0, 10, "sea boats")
        library.remove_mark("a", 0, 10)
        library.dismiss("k1", "k2", label="boats")
        library.restore("k1", "k2", label="boats")
        library.toggle_read("a", "Boats came")
        library.set_article_tags("a", "wire", "Boats came")
        library.add_place("/b")
        library.remove_place("/b")
        assert [library.undo() for _ in range(13)] == [
            "put back on the list: /b",
            "taken off the list again: /b",
            "tags taken off: Boats came",
            "not read again: Boats came",
            "dismissed again: boats",
            "no longer dismissed: boats",
            "mark put back: “Nine boats came.”",
            "tags as they were: #sea",
            "tags taken off: “Nine boats came.”",
            "note as it was: “Ask.”",
            "note taken back: “Nine boats came.”",
            "mark taken back: “Nine boats came.”",
            "",
        ]
        assert _state(library)[:3] == ((), (), ())


def test_a_mark_comes_back_with_its_note_and_tags_in_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.add_mark("a", 0, 10, quote="Nine boats", note="Ask.", tags="sea")
        before = library.marks("a")
        library.remove_mark("a", 0, 10)
    with Library.open(file) as library:
        assert library.undo() == "mark put back: “Nine boats”"
        assert library.marks("a") == before


def test_what_reading_brings_about_is_not_taken_back() -> None:
    with Library.open(None) as library:
        library.toggle_read("a")
        library.set_position("a", 7)
        library.set_read("b", True)
        library.set("theme", "paper")
        assert library.undo() == "not read again"
        assert not library.is_read("a") and library.position("a") == 7 and library.is_read("b")
        assert library.undo() == "" and library.get("theme") == "paper"


def test_what_changes_nothing_is_no_step() -> None:
    with Library.open(None) as library:
        library.add_mark("a", 0, 3)
        library.add_mark("a", 0, 3)
        library.remove_mark("a", 7, 9)
        library.set_note("a", 0, 3, "")
        assert library.undo() == "mark taken back"
        assert library.undo() == ""


def test_changes_made_together_are_taken_back_together() -> None:
    with Library.open(None) as library:
        with library.one_step():
            for digest in "abc":
                with library.one_step():
                    library.set_article_tags(digest, "wire", f"Title {digest}")
        library.add_mark("a", 0, 3)
        assert library.undo() == "mark taken back"
        assert library.undo() == "tags taken off: Title c and 2 more"
        assert library.undo() == "" and library.all_tags() == {}


def test_the_log_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "STEPS", 4)
    with Library.open(None) as library:
        for number in range(10):
            library.add_mark("a", number, number + 1)
        assert [bool(library.undo()) for _ in range(6)] == [True] * 4 + [False] * 2
        assert len(library.marks("a")) == 6


def test_a_line_is_short_and_safe_to_show() -> None:
    with Library.open(None) as library:
        library.add_mark("a", 0, 3, quote="\x1b]0;title\x07boats " + "word " * 40)
        said = library.undo()
        assert said.startswith("mark taken back: “boats word") and said.endswith("…”") and len(said) < 90


_CHANGES = st.one_of(
    st.tuples(st.just("add_mark"), st.sampled_from("ab"), st.integers(0, 2), st.just(9)),
    st.tuples(st.just("remove_mark"), st.sampled_from("ab"), st.integers(0, 2), st.just(9)),
    st.tuples(st.just("set_note"), st.sampled_from("ab"), st.integers(0, 2), st.just(9), st.text(max_size=3)),
    st.tuples(st.just("set_tags"), st.sampled_from("ab"), st.integers(0, 2), st.just(9), st.text("ab #", max_size=4)),
    st.tuples(st.just("dismiss"), st.sampled_from("kl"), st.sampled_from("kl")),
    st.tuples(st.just("restore"), st.sampled_from("kl")),
    st.tuples(st.just("add_place"), st.sampled_from("pq"), st.booleans()),
    st.tuples(st.just("remove_place"), st.sampled_from("pq")),
    st.tuples(st.just("toggle_read"), st.sampled_from("ab")),
)


@given(st.lists(_CHANGES, max_size=8))
def test_taken_back_one_by_one_every_earlier_state_is_passed(changes: list[tuple[Any, ...]]) -> None:
    with Library.open(None) as library:
        for digest in "ab":
            library.set_read(digest, False)
        states = [_state(library)]
        for verb, *values in changes:
            assert getattr(library, verb)(*values)
            if _state(library) != states[-1]:
                states.append(_state(library))
        for state in reversed(states[:-1]):
            assert library.undo()
            assert _state(library) == state
        assert library.undo() == ""
