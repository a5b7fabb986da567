"""Articles that come, change and go while the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader import sources
from tuireader.library import Cache, Library
from tuireader.sources import Opened
from tuireader.story import Story, Telling
from tuireader.tui.reading.kept import Found
from tuireader.tui.session import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Session:
    """A session on the invented story, of which everything is known."""
    made = Session(sources.open([folder]), Library.open(None), Cache.open(None))
    made.telling = telling_of(*made.articles)
    made.facts = facts_of(*made.articles)
    return made


def put(folder: Path, name: str, text: str) -> Opened:
    (folder / name).write_text(text, encoding="utf-8")
    return sources.open([folder / name])


def test_what_comes_gets_a_number_at_the_end_and_everything_known_stays(session: Session, folder: Path) -> None:
    numbers, telling, facts = dict(session.numbers), session.telling, session.facts
    arrived = session.add(put(folder, "another.txt", "The hens laid well on Monday."), watched=True)
    assert arrived.new == ("another",) and not arrived.changed
    assert session.numbers == {**numbers, "another": 4}
    assert session.telling is telling and session.facts is facts
    assert session.fresh == {"another": "new"}
    assert session.wanted is not None and session.wanted.telling is None
    assert [article.id for article in session.wanted.articles] == ["ferry", "herald", "tide", "another"]


def test_ids_and_numbers_are_never_used_twice(session: Session, folder: Path) -> None:
    (folder / "other").mkdir()
    opened = put(folder / "other", "ferry.txt", "Another ferry altogether.")
    assert session.add(opened).new == ("ferry-2",)
    session.remove(["ferry", "ferry-2"])
    (third,) = session.add(put(folder, "third.txt", "The third.")).new
    assert session.numbers[third] == 5
    again = session.add(sources.open([folder / "ferry.txt"]))
    assert again.new == ("ferry",) and session.numbers["ferry"] == 1


def test_a_file_read_again_is_nothing_new(session: Session, folder: Path) -> None:
    assert session.add(sources.open([folder])) == ((), ())
    assert session.wanted is None


def test_what_was_taken_off_stays_off_until_it_is_asked_for(session: Session, folder: Path) -> None:
    session.remove(["tide"])
    assert session.add(sources.open([folder]), watched=True) == ((), ())
    assert session.add(sources.open([folder])).new == ("tide",)


def test_without_an_article_nothing_is_said_of_it_and_undoing_brings_it_back(session: Session) -> None:
    off = session.remove(["herald"])
    assert [article.id for article in off] == ["herald"]
    assert set(session.numbers) == {"ferry", "tide"}
    assert session.telling is not None and session.facts is not None
    assert all("herald" not in passage.articles for passage in session.passages)
    assert all("herald" not in fact.articles for fact in session.facts.facts)
    assert session.wanted is not None
    session.restore(off)
    assert list(session.numbers.items()) == [("ferry", 1), ("herald", 2), ("tide", 3)]


def test_a_changed_text_comes_with_what_is_known_of_it(session: Session, folder: Path) -> None:
    library = session.library
    old = session.by_id["tide"]
    start = old.text.index("Nobody was hurt")
    library.add_mark(old.digest, start, start + 15, quote="Nobody was hurt", note="says who?")
    library.add_mark(old.digest, 0, 11, quote="Ondine lost")
    library.set_read(old.digest, True)
    library.set_position(old.digest, start)
    library.set_article_tags(old.digest, "sea")
    arrived = session.add(put(folder, "tide.txt", TEXTS["tide"].replace("Ondine lost", "The Ondine sinks")))
    assert arrived.changed == ("tide",) and session.by_id["tide"] is old, "until it is known what it shares"
    wanted = session.wanted
    assert wanted is not None
    new = wanted.articles[2]
    found = Found(wanted.articles, telling_of(*wanted.articles))
    assert session.know(found) == () and session.by_id["tide"] is old
    assert session.know(found._replace(facts=facts_of(*wanted.articles))) == ("tide",)
    assert session.by_id["tide"] is new and session.numbers["tide"] == 3
    assert session.fresh == {"tide": "changed"} and session.wanted is None
    (kept,) = library.marks(new.digest)
    assert (kept.start, kept.note) == (start + 5, "says who?")
    assert [mark.quote for mark in library.marks(old.digest)] == ["Ondine lost"], "its words are gone"
    assert library.is_read(new.digest) and library.article_tags(new.digest) == ("sea",)
    assert library.position(new.digest) == start + 5


def test_what_was_found_of_articles_that_changed_meanwhile_is_left(session: Session, folder: Path) -> None:
    telling = session.telling
    session.add(put(folder, "tide.txt", "Something else."))
    first = session.wanted
    session.add(put(folder, "tide.txt", "Something else again."))
    assert first is not None
    assert session.know(Found(first.articles, Telling(telling.passages, ()), None)) == ()  # type: ignore[union-attr]
    assert session.telling is telling
    session.remove(["tide"])
    session.know(Found(session.articles, telling))  # type: ignore[arg-type]
    assert session.telling is not None and session.wanted is not None


def test_what_was_found_before_an_article_went_holds_for_the_others(session: Session) -> None:
    everything = session.articles
    session.remove(["herald"])
    session.know(Found(everything, telling_of(*everything), facts_of(*everything)))
    assert all("herald" not in passage.articles for passage in session.passages)
    assert session.wanted is not None, "it was found with the article that is gone"


def test_stories_keep_their_numbers(session: Session, folder: Path) -> None:
    session.add(put(folder, "another.txt", "The hens laid well on Monday."))
    wanted = session.wanted
    assert wanted is not None and session.telling is not None
    stories = (Story(1, ("another",)), Story(2, ("ferry", "herald", "tide")))
    session.know(Found(wanted.articles, Telling(session.telling.passages, stories)))
    assert [(story.number, story.articles) for story in session.stories] == [
        (1, ("ferry", "herald", "tide")),
        (2, ("another",)),
    ]
    assert session.passages_in(1) == 2
