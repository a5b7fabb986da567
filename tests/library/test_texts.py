"""Texts are kept once, come back as they were without being parsed, and are found by their words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.library import Library, full_text
from tuireader.library.texts import Origin, Texts
from tuireader.sources import anew, from_text, method

_TEXT = "Council votes on the Vučić bridge\n\nBy Ana Kos\n\nThe council voted. “We will pay 4,700 crowns,” she said.\n"


@pytest.fixture
def kept() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


def _article(name: str = "a", text: str = _TEXT) -> Article:
    return from_text(text, id=name, path=f"/news/{name}.txt")


def _found(library: Texts, query: str) -> list[str]:
    rows = library._rows("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (query,))
    return [article.id for article in library.texts([id for (id,) in rows])]


def test_an_article_comes_back_as_it_was(kept: Library) -> None:
    article = replace(_article(), language="en", url="https://a.example/1", told_by={"title": "line 1"})
    assert kept.put([article]).new == (article.digest,)
    assert kept.texts([article.digest]) == (article,) == kept.texts(["none", 1, article.digest])
    assert kept.texts([1])[0].told_by == {"title": "line 1"}
    assert kept.count() == 1 and kept.digests() == (article.digest,)


@given(st.text(min_size=1))
def test_any_text_comes_back(text: str) -> None:
    with Library.open(None) as library:
        article = replace(from_text(text, id="x"), source=text)
        assert library.put([article]).new == (article.digest,)
        (again,) = library.texts([article.digest])
        assert (again.text, again.parts, again.sentences) == (article.text, article.parts, article.sentences)
        assert library.drop([article.digest]) == 1


def test_a_text_from_two_places_is_one_article(kept: Library) -> None:
    here, there = _article("a"), replace(_article("b"), id="b")
    assert kept.put([here]).new == (here.digest,)
    done = kept.put([there, here], [Origin("/news/b.txt", 10, 20), Origin("/news/all.zip", 5, 6)])
    assert (done.new, done.known, done.changed) == ((), (here.digest,), ())
    assert [article.path for article in kept.texts([here.digest])] == ["/news/a.txt"]
    assert kept.places_known(["/news/b.txt", "/news/all.zip", "/news/c"]) == {
        "/news/b.txt": Origin("/news/b.txt", 10, 20, here.digest),
        "/news/all.zip": Origin("/news/all.zip", 5, 6, ""),
    }


def test_a_place_with_another_text_has_changed(kept: Library) -> None:
    old, new = _article(), _article(text=_TEXT + "\nMore came in later.\n")
    kept.put([old])
    assert kept.put([new]) == ((new.digest,), (), ((old.digest, new.digest),), True)
    assert kept.put([new]).changed == ()


def test_equal_names_are_told_apart(kept: Library) -> None:
    kept.put([_article("a"), _article("a", "Another text\n\nIt says something else.")])
    assert [article.id for article in kept.texts(kept.digests())] == ["a", "a-2"]


def test_words_are_found_as_search_folds_them(kept: Library) -> None:
    kept.put([_article("a"), _article("b", "Storm over the harbour\n\nThe storm’s damage is great.")])
    assert kept.full_text_ready()
    assert [_found(kept, query) for query in ("vucic", "4700", "storm AND damage", "counc*", "kos")] == [
        ["a"],
        ["a"],
        ["b"],
        ["a"],
        [],
    ]
    kept.drop([_article("a").digest])
    assert _found(kept, "vucic") == [] and kept.texts([_article("a").digest]) == ()
    kept._connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")


def test_without_the_index_texts_are_kept_and_it_is_made_later(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put([_article("a")])
    monkeypatch.setattr(full_text, "known", lambda _: False)
    kept.put([_article("b", "Storm over the harbour\n\nAll is well.")])
    assert kept.count() == 2 and not kept.full_text_ready()
    monkeypatch.undo()
    assert not kept.full_text_ready()
    kept.put([])
    assert kept.full_text_ready() and _found(kept, "storm") == ["b"] and _found(kept, "vucic") == ["a"]


def test_other_rules_read_a_text_anew_once(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    article = _article()
    kept.put([replace(article, parts=(), sentences=())])
    assert kept.texts([article.digest])[0].parts == ()
    monkeypatch.setattr(method, "METHOD", "next")
    assert kept.texts([article.digest]) == (article,)
    monkeypatch.setattr(anew, "from_draft", None)
    assert kept.texts([article.digest]) == (article,)
    assert _found(kept, "crowns") == ["a"]


def test_a_damaged_text_is_left_out_and_told(kept: Library) -> None:
    kept.put([_article("a"), _article("b", "Storm over the harbour\n\nAll is well.")])
    kept._connection.execute("UPDATE text SET data = X'00' WHERE id = 1")
    assert [article.id for article in kept.texts([1, 2])] == ["b"]
    assert "library check" in kept.note


def test_a_store_of_its_own(tmp_path: Path) -> None:
    with Texts.open(tmp_path / "folder.sqlite3") as store:
        assert store.put([_article()]).kept and store.note == ""
    with Texts.open(tmp_path / "folder.sqlite3") as store:
        assert store.texts(store.digests()) == (_article(),)


def test_marks_go_along_when_a_place_has_another_text(kept: Library) -> None:
    old, new = _article(), _article(text="New: " + _TEXT)
    kept.put([old])
    at = old.text.index("4,700")
    kept.add_mark(old.digest, at, at + 5, note="how many?")
    kept.set_position(old.digest, at)
    kept.put([new])
    (mark,) = kept.marks(new.digest)
    assert new.text[mark.start : mark.end] == "4,700" and mark.note == "how many?"
    assert kept.position(new.digest) == at + 5
    assert kept.digests() == (new.digest,) and _found(kept, "new") == ["a"]


def test_an_old_text_stays_while_a_mark_hangs_on_it(kept: Library) -> None:
    old, new = _article(), _article(text="Storm over the harbour\n\nAll is well.")
    kept.put([old])
    kept.add_mark(old.digest, 0, 7)
    kept.put([new])
    assert kept.digests() == (old.digest, new.digest) and kept.marks(new.digest) == ()


def test_a_text_that_stands_elsewhere_keeps_its_marks(kept: Library) -> None:
    old, new = _article(), _article(text="New: " + _TEXT)
    kept.put([old, replace(old, path="/news/b.txt")])
    kept.add_mark(old.digest, 0, 7)
    assert kept.put([new]).changed == ((old.digest, new.digest),)
    assert len(kept.marks(old.digest)) == 1 and kept.count() == 2


def test_texts_are_no_steps_and_what_was_done_before_is_still_taken_back(kept: Library) -> None:
    article = _article()
    kept.add_mark(article.digest, 0, 7, quote="Council")
    step = kept.newest_step()
    kept.put([article])
    kept.drop([article.digest])
    assert kept.newest_step() == step
    assert kept.undo() == "mark taken back: “Council”"
    assert not kept.take_out([article.digest], forget=True) or kept.undo() == ""
