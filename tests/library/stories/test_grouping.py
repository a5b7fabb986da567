"""A library's articles become stories that stay what they are, whatever comes, and in whichever order."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.shelved import article
from tests.library.stories.accounts import carried, events
from tuireader.article import Article
from tuireader.library import Library
from tuireader.library.stories import Outcome, group
from tuireader.library.stories.alone import alone


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


def _stories(library: Library) -> dict[int, frozenset[str]]:
    """The stories, with the ids that their articles were put in with."""
    found: dict[int, set[str]] = {}
    for digest, story in library._rows("SELECT digest, story FROM text WHERE story IS NOT NULL"):
        found.setdefault(story, set()).add(library.texts([digest])[0].id)
    told = dict(library._rows("SELECT id, articles FROM story"))
    assert told == {story: len(names) for story, names in found.items()}
    return {story: frozenset(names) for story, names in found.items()}


def _all() -> list[Article]:
    return [each for told in events().values() for each in told] + carried()


_WHOLE = {
    frozenset({"ferry0", "ferry1", "ferry2"}),
    frozenset({"dam0", "dam1", "dam2"}),
    frozenset({"chess0", "chess1", "chess2"}),
    frozenset({"first", "wire", "short"}),
}


def test_accounts_of_one_event_are_a_story_in_their_own_words(library: Library) -> None:
    library.put([*_all(), article("alone", "Bakery closes after ninety years")])
    assert group(library, None) == Outcome(13, 13)
    assert set(_stories(library).values()) == _WHOLE
    topics = {topic for (topic,) in library._rows("SELECT topic FROM story")}
    assert len(topics) == 4 and all(topics)
    assert library._rows("SELECT story, copy_of, shared FROM text WHERE title LIKE 'Bakery%'") == [(None, None, 0.0)]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_they_come_does_not_matter(tmp_path: Path, seed: int) -> None:
    articles, chance = _all(), random.Random(seed)
    chance.shuffle(articles)
    with Library.open(tmp_path / "library") as library:
        before: dict[int, frozenset[str]] = {}
        while articles:
            several = chance.randint(1, 4)
            library.put(articles[:several])
            del articles[:several]
            assert group(library, tmp_path / "stories").whole
            now = _stories(library)
            assert all(names <= now[story] for story, names in before.items()), "a story kept its number"
            before = now
        assert set(before.values()) == _WHOLE


def test_copies_of_an_agency_text_are_one_telling_and_the_agency_had_it_first(library: Library) -> None:
    library.put(carried())
    group(library, None)
    named = {library.texts([id])[0].id: (copy_of, shared) for id, copy_of, shared in library._rows(_COPIES)}
    assert library.texts([named["first"][0]])[0].id == library.texts([named["short"][0]])[0].id == "wire"
    assert named["wire"] == (None, 1.0) and named["first"][1] > 0.9


_COPIES = "SELECT id, copy_of, shared FROM text"


def test_a_story_that_loses_an_article_and_all(library: Library, tmp_path: Path) -> None:
    ferry = events()["ferry"]
    library.put(ferry)
    group(library, tmp_path / "stories")
    (number,) = _stories(library)
    library.drop([ferry[1].digest])
    assert group(library, tmp_path / "stories").whole
    assert _stories(library) == {number: frozenset({"ferry0", "ferry2"})}
    library.drop([ferry[0].digest])
    group(library, tmp_path / "stories")
    assert _stories(library) == {}


def test_nothing_new_is_nothing_to_do_and_little_is_little(library: Library, tmp_path: Path) -> None:
    library.put(_all()[:-1])
    assert group(library, tmp_path / "stories").read == 11
    assert group(library, tmp_path / "stories") == Outcome()
    library.put(_all()[-1:])
    done = group(library, tmp_path / "stories")
    assert done.read == 1 and 1 <= done.changed <= 3


def test_a_pass_that_was_stopped_goes_on(library: Library, tmp_path: Path) -> None:
    library.put(_all())
    for asked in range(1, 40):
        left = iter(range(asked))
        done = group(library, tmp_path / "stories", should_stop=lambda left=left: next(left, None) is None)
        if done.whole:
            break
    assert done.whole and asked > 2
    assert set(_stories(library).values()) == _WHOLE


def test_a_month_of_coverage_is_not_one_story(library: Library) -> None:
    # Each report says most of what the one before it said.
    words = [f"{first}{second}" for first in ("ba", "ke", "lo", "mi", "su", "ta") for second in _ENDS]
    days = [
        article(
            f"day{day}", f"Strike day {day}", " ".join(words[day * 4 : day * 4 + 30]), published=f"2025-03-{day:02}"
        )
        for day in range(1, 29)
    ]
    library.put(days)
    group(library, None)
    stories = _stories(library).values()
    assert stories and max(map(len, stories)) <= 11


_ENDS = [f"{one}{two}{three}" for one in "rnvgd" for two in "aeiou" for three in ("sk", "nt")]


def test_what_an_outlet_puts_under_everything_joins_nothing(library: Library) -> None:
    foot = (
        "Subscribe to the weekly letter of the Herald newsroom in Tolvik and read what mattered, written by reporters"
        " who live on the coast, free of charge, every Friday morning before breakfast."
    )
    told = [
        article(f"f{name}", accounts[0].title, f"{accounts[0].text} {foot}", "Herald", "2025-03-04")
        for name, accounts in events().items()
    ]
    told += [
        article(f"g{n}", f"{word} prices", f"{word} was dearer. {foot}", "Herald") for n, word in enumerate(_GOODS)
    ]
    library.put(told)
    group(library, None)
    assert not {name for names in _stories(library).values() for name in names} & {"fferry", "fdam", "fchess"}


_GOODS = ("Butter", "Rye", "Paraffin", "Linen")


def test_a_broken_cache_is_made_again_and_a_folder_for_one_is_done_without(library: Library, tmp_path: Path) -> None:
    library.put(_all())
    (tmp_path / "broken").write_bytes(b"no database" * 400)
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "broken", tmp_path / "folder"):
        assert group(library, file).whole
        assert set(_stories(library).values()) == _WHOLE


def test_what_is_kept_of_other_texts_says_nothing_of_these(tmp_path: Path) -> None:
    """Under the same numbers: a library that was lost and begun anew, or one that a copy took the place of."""
    with Library.open(tmp_path / "lost") as library:
        library.put([*carried(), *events()["chess"], *events()["dam"]])
        group(library, tmp_path / "stories")
    with Library.open(tmp_path / "library") as library:
        library.put(_all())
        assert group(library, tmp_path / "stories").read == 12
        assert set(_stories(library).values()) == _WHOLE
        assert group(library, tmp_path / "stories") == Outcome()


def test_stories_that_did_not_reach_the_library_are_found_again(tmp_path: Path) -> None:
    """The power went after the cache was written, or a copy of before took the library's place."""
    file = tmp_path / "library"
    with Library.open(file) as library:
        library.put(_all())
    before = file.read_bytes()
    with Library.open(file) as library:
        group(library, tmp_path / "stories")
        assert library.ungrouped() == 0
    file.write_bytes(before)
    with Library.open(file) as library:
        assert library.ungrouped() == 12
        assert group(library, tmp_path / "stories").read == 0 == library.ungrouped()
        assert set(_stories(library).values()) == _WHOLE


def test_two_passes_over_one_library_at_once_are_one_after_the_other(tmp_path: Path) -> None:
    store = tmp_path / "stories"
    with Library.open(tmp_path / "library") as library:
        library.put(_all())
        with alone(store, lambda: False) as first, alone(store, lambda: True) as second:
            assert (first, second) == (True, False)
            assert group(library, store, should_stop=lambda: True) == Outcome(whole=False)
            waited: list[bool] = []
            busy = group(library, store, patience=0, waits=lambda: waited.append(True))
            assert not busy.whole and "Another tuireader is finding stories" in busy.note and waited == [True]
        outcomes: list[Outcome] = []
        passes = [threading.Thread(target=lambda: outcomes.append(group(library, store))) for _ in range(3)]
        for each in passes:
            each.start()
        for each in passes:
            each.join()
        assert sorted(outcome.read for outcome in outcomes) == [0, 0, 12] and all(each.whole for each in outcomes)
        assert set(_stories(library).values()) == _WHOLE
