"""A list of the library: ordered, filtered, by story, read by the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.shelved import article, told
from tuireader.library import Library
from tuireader.library.catalogue import ORDERS, Catalogue, Entry, Heading, Listing
from tuireader.library.texts import Texts

_ARTICLES = [
    article("a", "Vučić opens the bridge", source="Herald", published="2025-03-08"),
    article("b", "Bridge opened", "All of it. " * 40, source="Morning Post", published="2025-03-09"),
    article("c", "Ferry aground", source="Herald"),
    article("d", "Storm coming", source="Ærø Avis", published="2025-02-01"),
    article("e", "The bridge is open", source="Post", published="2025-03-08"),
]


@pytest.fixture(params=["file", "memory", "apart"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Library, Texts]]:
    file = None if request.param == "memory" else tmp_path / "library.sqlite3"
    with Library.open(file) as library:
        texts = Texts.open(tmp_path / "folder.sqlite3") if request.param == "apart" else library
        texts.put(_ARTICLES)
        told(texts, {7: "abe"}, {"e": "a"})
        yield library, texts
        if texts is not library:
            texts.close()


@pytest.fixture
def catalogue(library: tuple[Library, Texts]) -> Iterator[Catalogue]:
    with Catalogue(library[1], library[0]) as catalogue:
        yield catalogue


def _said(listing: Listing) -> str:
    """Ids of articles as they were put in, stories as numbers."""
    rows = listing.window(0, len(listing))
    names = dict(enumerate("abcde", 1))
    return " ".join(names[row.id] if isinstance(row, Entry) else f"{row.kind}:{row.story}" for row in rows)


def test_stories_come_first_and_copies_stand_behind_their_telling(catalogue: Catalogue) -> None:
    listing = catalogue.listing()
    assert _said(listing) == "story:7 b a alone:0 d c"
    story, b, a, alone, *_ = listing.window(0, 6)
    assert story == Heading("story", 7, "Topic 7", 3, 3, "2025-03-09", False, 2, 3)
    assert isinstance(alone, Heading) and alone.articles == 2
    assert isinstance(a, Entry) and a.copies == 1 and isinstance(b, Entry) and b.copies == 0
    assert (len(listing), listing.articles, listing.stories) == (6, 5, 1)
    assert _said(catalogue.listing(opened=[a.id])) == "story:7 b a e alone:0 d c"
    assert listing.find(_ARTICLES[4].digest) == 2
    assert listing.window(2, 3) == [a] and listing.window(6, 9) == [] and listing.find("none") is None


def test_folded_stories_are_found_by_their_heading(catalogue: Catalogue) -> None:
    listing = catalogue.listing(folded=[7])
    assert _said(listing) == "story:7 alone:0 d c"
    assert listing.find(_ARTICLES[0].digest) == 0 and sorted(listing.below(7)) == [1, 2, 5]
    assert _said(catalogue.listing(folded=None)) == "story:7 alone:0"
    assert catalogue.listing(folded=None).find(_ARTICLES[2].digest) == 1


def test_every_order_turns_round_and_what_it_lacks_comes_last(catalogue: Catalogue) -> None:
    def flat(order: str, turned: bool = False) -> str:
        return _said(catalogue.listing(order, by_story=False, turned=turned))

    assert flat("date") == "b a d c" and flat("date", True) == "d a b c"
    assert flat("title") == "b c d a" and flat("words")[0] == "b"
    assert flat("added") == "d c b a" and flat("source") == "d c a b"
    for order in ORDERS:
        assert sorted(flat(order.name).split()) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ("bridge", "b a"),
        ("vucic", "a"),
        ("vucik", "a"),
        ("-bridge", "d c"),
        ("source:herald", "a c"),
        ("source:aero", "d"),
        ("title:post", ""),
        ("date:2025-03", "b a"),
        ("story:7 -source:herald", "b e"),
        ("unread", "a d"),
        ("read", "b c"),
        ("begun", "b"),
        ("#num", "c"),
        ("tag:numbers read", "c"),
        ("-#num herald", "a"),
        ("selected", "d"),
        ("new", "c"),
        ("marked", "d"),
        ("no'thing\" %", ""),
    ],
)
def test_the_filter_speaks_as_the_reader_does(
    library: tuple[Library, Texts], catalogue: Catalogue, filter: str, found: str
) -> None:
    kept, digest = library[0], {each.id: each.digest for each in _ARTICLES}
    kept.set_read(digest["b"], True)
    kept.set_read(digest["c"], True)
    kept.set_position(digest["b"], 5)
    kept.set_article_tags(digest["c"], "numbers")
    kept.add_mark(digest["d"], 0, 3)
    catalogue.refresh()
    listing = catalogue.listing(filter=filter, by_story=False, selected=[digest["d"]], fresh=[digest["c"]])
    assert _said(listing) == found


def test_what_comes_is_listed_after_a_look(library: tuple[Library, Texts], catalogue: Catalogue) -> None:
    before = catalogue.listing()
    assert not catalogue.refresh()
    library[1].put([article("f", "Another bridge")])
    library[1].drop([_ARTICLES[1].digest])
    assert catalogue.refresh()
    assert catalogue.listing().articles == 5 and catalogue.count() == 5
    assert before.articles == 5 and len(before.window(0, 6)) == 5  # of what is gone there is nothing to say


def test_an_empty_library_has_an_empty_list() -> None:
    with Library.open(None) as library, Catalogue(library) as catalogue:
        listing = catalogue.listing(filter="storm")
        assert (len(listing), listing.articles, listing.stories, listing.window(0, 9)) == (0, 0, 0, [])
