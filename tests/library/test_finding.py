"""Search over a library asks the index which articles may answer, and ranks as the reader's own search does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.shelved import article
from tests.library.stories.accounts import events
from tuireader.library import Library, full_text
from tuireader.library.asking import every, nearby, read
from tuireader.library.finding import Finder, Found
from tuireader.search.query import parse
from tuireader.settings import paths
from tuireader.sources import open as opened

_LONG = article(
    "long", "A long report", "\n\n".join(f"Line {n} says nothing." for n in range(90)) + "\n\nThe walrus sang."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("finding") / "library.sqlite3") as library:
        library.put([each for told in events().values() for each in told])
        library.put([_LONG, *opened([str(paths.find().seeds)]).articles])
        yield library


@pytest.fixture(scope="module")
def finder(library: Library) -> Iterator[Finder]:
    with Finder(library) as finder:
        finder.warm()
        yield finder


def _first(found: Found) -> str:
    return found.answer.hits[0].span.article[:5] if found.answer.hits else ""


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("Bratislva", "000"),
        ("Vucic", "000 001"),
        ("Kurti Albn", "002 004"),
        ("Osmni Vjosa", "002 003"),
        ("stabilty kosvo", "000 001 003 004"),
        ("Ruttte NATO", "000 001 002 004"),
        ("adelhei", "ferry"),
        ("Verhove rudder", "ferry"),
        ('"lower wend"', "dam0 dam1 dam2"),
        ("in:dam1 farrant", "dam1"),
        ("title:osei", "chess"),
        ("walrus sng", "long"),
        ("kumasi -grandfather", "chess"),
    ],
)
def test_what_was_meant_comes_first(finder: Finder, query: str, articles: str) -> None:
    found = finder.answer(query)
    assert found.forgiving
    assert any(_first(found).startswith(name) for name in articles.split()), found.answer.hits[:2]


def test_hits_are_passages_with_their_words_and_their_articles_have_numbers(library: Library, finder: Finder) -> None:
    found = finder.answer("Brekke steering")
    hit = found.answer.hits[0]
    text = next(each.text for each in found.articles if each.id == hit.span.article)
    assert {text[match.start : match.end] for match in hit.matches} == {"Brekke", "steering"}
    assert library.texts([found.numbers[hit.span.article]])[0].text == text
    assert (found.matching, found.more) == (3, False)


def test_before_the_words_are_known_and_when_asked_for_that_typing_errors_stand(library: Library) -> None:
    with Finder(library) as finder:
        assert finder.answer("Bratislva") == Found(finder.answer("Bratislva").answer, forgiving=False)
        assert finder.answer("bratislav").answer.hits, "a beginning needs no more than the index"
        finder.warm()
        assert finder.answer("Bratislva").answer.hits
        assert not finder.answer("Bratislva", exactly=True).answer.hits
        assert finder.words_like("Bratislawa")[0] == "bratislava"
        assert finder.answer("Bratislva", should_stop=lambda: True).answer.hits == ()


def test_what_comes_is_found_once_there(library: Library, finder: Finder) -> None:
    assert not finder.answer("quagga").answer.hits
    digests = library.put([article("zoo", "The quagga is back")]).new
    assert _first(finder.answer("quagga")) == "zoo"
    assert not finder.answer("quagg -back quaga").answer.hits
    finder.warm()
    assert _first(finder.answer("quaga")) == "zoo"
    library.drop(digests)
    assert not finder.answer("quagga").answer.hits


def test_tags_and_notes_narrow_what_is_searched(library: Library, finder: Finder) -> None:
    dam = events()["dam"][0]
    library.set_article_tags(dam.digest, "water%")
    library.add_mark(dam.digest, 3, 9, note="Who paid for this?")
    assert {each.id for each in finder.answer("tag:water farrant").articles} == {"dam0"}
    assert {each.id for each in finder.answer("note:paid farrant").articles} == {"dam0"}
    assert finder.answer("tag:wat%% farrant").articles == ()


def test_without_an_index_titles_and_sources_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "known", lambda _: False)
    with Library.open(None) as library:
        library.put([article("a", "Ferry aground", source="Herald"), article("b", "Storm coming")])
        with Finder(library) as finder:
            finder.warm()
            assert _first(finder.answer("ferry")) == "a"
            assert not finder.answer("quagga").answer.hits


_SIGNS = ['"', "-", "in:", "tag:", "title:", "NEAR(", "OR", "NOT", "*", "{", "^", "rutte"]


@settings(max_examples=60)
@given(st.text(max_size=30) | st.lists(st.sampled_from(_SIGNS)).map(" ".join))
def test_no_query_breaks_the_index(library: Library, finder: Finder, query: str) -> None:
    finder.answer(query)
    assert not finder._shelf._shelf.note and not library.note


def test_a_query_in_the_words_of_the_index() -> None:
    asked = read(parse('Vučić 4,700 "north of town" title:nato -who:x -war fact:differ kos'))
    assert asked.words == ("vucic", "4700", "kos") and asked.open
    plain = asked.exact(None)
    rest = '"north of town" AND {title} : "nato" *) NOT ("war")'
    assert every(plain, asked) == f'("vucic" AND "4700" AND ("kos" OR "kos" *) AND {rest}'
    assert nearby(plain[:1], asked) == ""
    assert nearby(plain[:2], read(parse("a b "))) == '(NEAR("vucic" "4700", 15))'
