"""What a library learns of its outlets: counted as texts come and go, set aside as they are read, written into none."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.damage import PAGE
from tuireader.article import Article
from tuireader.library import Library, backups, furniture, opening
from tuireader.library.beside import Beside
from tuireader.library.checking import check
from tuireader.library.restoring import restore
from tuireader.library.stories.shelf import StoryShelf
from tuireader.sources import anew, from_text, method
from tuireader.sources.outlets import learnt
from tuireader.sources.shares import TOO_MUCH, taken

LETTER = "The Coast Post is read by all who live by the sea."
PLACES = ("Lindby", "Norby", "Oxhamn", "Korsvik", "Strandby", "Hamra")


@pytest.fixture
def kept() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


def article(number: int, *, extra: str = LETTER, source: str | None = "Coast Post", news: str = "") -> Article:
    place = news or PLACES[number % len(PLACES)]
    text = (
        f"The harbour of {place} opened again on Friday, {number + 2} weeks after the storm, and ships came in.\n"
        f"Nobody was hurt in {place}, said the harbour master, who slept in her office {number} nights.\n"
        f"Work on the pier of {place} goes on until the summer, and the town has asked for {number} millions.\n"
        f"{extra}\n"
    )
    return replace(from_text(text, id=f"a{number}", path=f"/news/a{number}.txt"), source=source)


def aside(library: Library) -> list[str]:
    """The articles in which something was learnt to be furniture, by id."""
    found = library.texts(library.digests())
    return [each.id for each in found if any(part.why == "furniture of Coast Post" for part in each.parts)]


def test_four_articles_of_an_outlet_teach_it_and_one_that_goes_takes_it_back(kept: Library) -> None:
    articles = [article(number) for number in range(4)]
    for each in articles[:3]:
        kept.put([each])
    assert aside(kept) == [] and kept.texts(kept.digests()) == tuple(articles[:3])
    kept.put(articles[3:])
    found = kept.texts(kept.digests())
    assert aside(kept) == ["a0", "a1", "a2", "a3"] and found == learnt(articles)
    assert found[0].parts[-1].why == "furniture of Coast Post" and found[0].words < articles[0].words
    assert LETTER not in {found[0].text[each.start : each.end] for each in found[0].sentences}
    assert tuple(each for _, each, _ in kept._read([1, 2, 3, 4])) == tuple(articles)
    kept.drop([articles[1].digest])
    assert aside(kept) == []
    kept.put([articles[1]])
    assert len(aside(kept)) == 4


def test_lists_searches_and_stories_see_the_same(kept: Library) -> None:
    kept.put([article(number) for number in range(4)])
    whole = dict(enumerate(kept.texts(kept.digests()), 1))
    assert Beside(kept, "").articles([1, 2, 3, 4]) == whole
    assert dict(StoryShelf.beside(kept).read([1, 2, 3, 4])) == whole


def test_what_was_learnt_elsewhere_is_not_kept(kept: Library) -> None:
    articles = [article(number) for number in range(4)]
    kept.put(learnt(articles)[:2])
    assert kept.texts(kept.digests()) == tuple(articles[:2])
    kept.put(kept.texts(kept.digests()))
    kept.put(learnt(articles)[2:])
    assert len(aside(kept)) == 4


def test_copies_of_one_article_count_once(kept: Library) -> None:
    copies = [article(1, extra=f"{'Copy. ' * number}\n{LETTER}") for number in range(6)]
    kept.put(copies)
    assert kept.count() == 6 and aside(kept) == []
    kept.put([article(number) for number in (2, 3)])
    assert aside(kept) == []
    kept.put([article(4)])
    assert len(aside(kept)) == 9


def test_other_outlets_and_none_teach_nothing(kept: Library) -> None:
    kept.put([article(number) for number in range(3)])
    kept.put([article(number, source=source) for number, source in ((3, "Hill Post"), (4, None))])
    assert aside(kept) == []


def test_a_sentence_that_stood_in_a_text_once_is_told(kept: Library) -> None:
    moving = "The company did not answer our questions."
    kept.put([article(number, extra=moving) for number in range(4)])
    assert len(aside(kept)) == 4
    middle = article(5, extra=f"{moving}\n" + "\n".join(f"The pier grew by {each} metres." for each in range(12)))
    kept.put([middle])
    assert aside(kept) == []
    kept.drop([middle.digest])
    assert len(aside(kept)) == 4


@given(st.lists(st.sampled_from(("Stay with us", "Read by the sea", "More from us today", "x")), max_size=12))
@settings(max_examples=40, deadline=None)
def test_never_more_than_a_third_of_a_text(lines: list[str]) -> None:
    with Library.open(None) as library:
        library.put([article(number, extra="\n".join(lines), news=f"P{'abcdefg'[number]}") for number in range(5)])
        for each in library.texts(library.digests()):
            assert taken(each.parts) <= TOO_MUCH * sum(part.end - part.start for part in each.parts)


def test_counts_that_are_missing_are_made_anew(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put([article(number) for number in range(4)])
    for table in ("outlet_line", "outlet_text"):
        kept._connection.execute(f"DROP TABLE {table}")
    furniture.forget(kept._connection)
    assert aside(kept) == [] and "could not" not in kept.note
    kept.put([article(5)])
    assert len(aside(kept)) == 5
    monkeypatch.setattr(furniture, "LEARNING", "next")
    assert aside(kept) == []
    kept.drop([article(5).digest])
    assert len(aside(kept)) == 4 and check(kept).mended == ()


def test_a_check_counts_what_was_not_counted(kept: Library) -> None:
    kept.put([article(number) for number in range(4)])
    for broken in ("DELETE FROM outlet_text WHERE text = 2", "DELETE FROM outlet_line", "DROP TABLE outlet_line"):
        kept._connection.execute(broken)
        assert any("lines of outlets" in said for said in check(kept).mended)
        assert len(aside(kept)) == 4 and check(kept).mended == ()


def test_texts_read_anew_are_counted_anew(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put([article(number) for number in range(4)])
    monkeypatch.setattr(method, "METHOD", "next")
    monkeypatch.setattr(anew, "from_draft", lambda draft, **named: from_text(draft.text, **named))
    monkeypatch.setattr("tuireader.sources.anew.anew", lambda each: replace(each, source="Hill Post"))
    found = kept.texts(kept.digests())
    assert {each.source for each in found} == {"Hill Post"}
    assert {each.parts[-1].why for each in kept.texts(kept.digests())} == {"furniture of Hill Post"}
    assert check(kept).mended == ()


def test_two_processes_at_once_count_right(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    Library.open(file).close()
    context = multiprocessing.get_context("spawn")
    adding = [context.Process(target=_add, args=(file, range(at, 60, 2))) for at in (0, 1)]
    for each in adding:
        each.start()
    for each in adding:
        each.join(60)
        assert each.exitcode == 0
    with Library.open(file) as library:
        assert library.count() == 60 and len(aside(library)) == 60
        assert library._value("SELECT COUNT(*) FROM outlet_line GROUP BY line ORDER BY 1 DESC LIMIT 1") == 60
        assert library.furniture_sound()


def _add(file: Path, numbers: range) -> None:
    with Library.open(file) as library:
        for number in numbers:
            assert library.put([article(number, news=f"Town{chr(97 + number % 26)}{number // 26 * 'x'}")]).kept


def test_a_library_that_may_only_be_read_knows_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.put([article(number) for number in range(4)])

    def refused(*_: object) -> sqlite3.Connection:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "connect", refused)
    with Library.open(file) as library:
        assert library.note.endswith("cannot be written (Permission denied).")
        assert len(aside(library)) == 4 and library.note.endswith("cannot be written (Permission denied).")


def test_a_mended_library_counts_anew(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.put([article(number) for number in range(4)])
        (root,) = library._rows("SELECT rootpage FROM sqlite_master WHERE name = 'outlet_line'")[0]
    data = bytearray(file.read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    file.write_bytes(data)
    with Library.open(file) as library:
        assert "is kept aside" in library.note and library.count() == 4
        library.put([article(4)])
        assert len(aside(library)) == 5 and library.furniture_sound()


def test_a_copy_without_texts_has_no_counts(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        library.put([article(number) for number in range(4)])
        copy = backups.make(file, whole=False)
        restore(file, copy)
        assert library.count() == 4
        library.put([article(4)])
        assert len(aside(library)) == 5 and library.furniture_sound()
