"""What a pass is made of: identity, groups, copies, traits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.library.shelved import article
from tests.library.stories.accounts import carried, events
from tuireader.library.stories.clusters import clusters
from tuireader.library.stories.copies import Carrier, copies
from tuireader.library.stories.identity import named
from tuireader.library.stories.traits import Rarity, all_shingles, likeness, traits, weights


def test_the_older_number_stays_and_the_larger_part_keeps_it() -> None:
    assert named([[1, 2, 3]], {1: 7, 2: 4, 3: 7}) == [4]
    assert named([[1], [2, 3], [9]], {1: 5, 2: 5, 3: 5}) == [None, 5, None]
    # Where the larger part went to an older story, the rest goes on.
    assert named([[1, 2, 3], [4]], {1: 1, 2: 2, 3: 2, 4: 2}) == [1, 2]
    assert named([], {1: 1}) == []


@given(st.dictionaries(st.integers(0, 12), st.integers(1, 4)), st.lists(st.integers(0, 3), min_size=13, max_size=13))
def test_no_number_is_given_twice(before: dict[int, int], into: list[int]) -> None:
    groups = [[doc for doc in range(13) if into[doc] == place] for place in range(4)]
    given_numbers = [number for number in named(groups, before) if number is not None]
    assert len(given_numbers) == len(set(given_numbers)) and set(given_numbers) <= set(before.values())


def test_a_chain_of_likes_is_cut() -> None:
    near = {(1, 2): 2.0, (2, 3): 1.9, (3, 4): 1.1, (4, 5): 2.0}

    def kin(a: int, b: int) -> float:
        return near.get((min(a, b), max(a, b)), 0.1)

    edges = [(a, b, much) for (a, b), much in near.items()]
    found = clusters(range(1, 6), edges, {doc: doc for doc in range(1, 6)}, lambda _: None, kin)
    assert found == [[1, 2, 3], [4, 5]]
    # Which way round they came, and were numbered, is all the same.
    turned = clusters(range(5, 0, -1), edges[::-1], {doc: doc for doc in range(1, 6)}, lambda _: None, kin)
    assert turned == found


def test_what_lies_weeks_apart_must_be_very_like() -> None:
    days = {1: 0, 2: 0, 3: 20}
    for much, one in ((1.2, False), (2.0, True)):
        found = clusters(days, [(1, 2, 3.0), (2, 3, much)], dict(days), days.get, lambda *_, much=much: much)
        assert (len(found) == 1) is one


def test_a_text_that_holds_another_nearly_whole_is_its_copy_but_a_far_longer_one_is_not() -> None:
    texts = {1: range(100), 2: range(3, 100), 3: range(300), 4: range(50, 150)}
    shingles = {id: frozenset(held) for id, held in texts.items()}
    carriers = [Carrier(id, str(id), published=f"2025-03-0{9 - id}") for id in texts]
    assert copies(carriers, lambda _a, _b: 1.0, shingles.__getitem__) == {1: 2}
    agency = [Carrier(1, "a", "Rel News", "REL", "2025-03-09"), Carrier(2, "b", "Herald", "REL", "2025-03-01")]
    assert copies(agency, lambda _a, _b: 1.0, shingles.__getitem__) == {2: 1}


def test_traits_are_the_same_everywhere() -> None:
    ferry = events()["ferry"][0]
    found = traits(ferry)
    assert (len(found.shingles), sum(found.shingles) % 100_003, sum(found.terms) % 100_003) == _KNOWN
    assert list(found.shingles) == sorted(set(found.shingles)) and set(found.shingles) <= all_shingles(ferry)
    assert traits(article("none", "?", "?!")).terms == {}


_KNOWN = (11, 7519, 51950)


def test_accounts_of_one_event_are_likelier_than_those_of_two() -> None:
    told = [each for accounts in events().values() for each in accounts]
    found = [traits(each).terms for each in told]
    held: dict[int, int] = {}
    for terms in found:
        for term in terms:
            held[term] = held.get(term, 0) + 1
    vectors = [weights(terms, Rarity(held, len(found))) for terms in found]
    inside, across = [], []
    for a in range(9):
        for b in range(a):
            (inside if a // 3 == b // 3 else across).append(likeness(vectors[a], vectors[b]))
    assert min(inside) > 0.25 > 3 * max(across) and sum(inside) / len(inside) > 0.4
    assert likeness(vectors[0], vectors[0]) > 0.999 and likeness(vectors[0], {}) == 0


def test_an_agency_text_is_shared_whole() -> None:
    first, wire, short = map(all_shingles, carried())
    assert wire <= first and len(short & wire) > 0.95 * len(short)
