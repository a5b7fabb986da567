"""What a mention of an event says: who, what, to whom, where, when."""

from __future__ import annotations

import pytest

from tests.facts.building import across, mentions
from tuireader.facts import Mention

CAST = "Ivo Lastra, 40, is the mayor of Teld. Orla Venn, 50, is a judge in Norway. "


def event(text: str, published: str | None = None) -> Mention:
    (found,) = mentions(CAST + text, "event", published)
    return found


def test_doer_and_object() -> None:
    found = event("On Friday Ivo Lastra sued Orla Venn.")
    assert (found.doer, found.object, found.place) == ("Ivo Lastra", "Orla Venn", None)


def test_a_place_visited_is_no_object() -> None:
    found = event("Ivo Lastra visited Norway on 3 May 2024.")
    assert (found.doer, found.object, found.place, found.when) == ("Ivo Lastra", None, "Norway", "2024-05-03")


def test_the_date_is_the_resolved_one() -> None:
    assert event("Ivo Lastra visited Norway on Monday.", "2024-05-08").when == "2024-05-06"


def test_a_date_far_off_belongs_to_something_else() -> None:
    far = "Ivo Lastra visited Norway with a delegation of shipowners, of teachers and of fishermen, who on 3 May 2024"
    assert event(f"{far} had been chosen by lot.").when is None


def test_of_two_events_the_nearer_has_the_date() -> None:
    text = CAST + "Ivo Lastra visited Norway before Orla Venn resigned on 3 May 2024."
    assert [(found.doer, found.when) for found in mentions(text, "event")] == [
        ("Ivo Lastra", None),
        ("Orla Venn", "2024-05-03"),
    ]


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("Ivo Lastra visited Norway.", "Ivo Lastra visits Norway"),
        ("Ivo Lastra was arrested.", "Ivo Lastra arrested"),
    ],
)
def test_the_fact_is_named_like_a_heading(told: str, key: str) -> None:
    assert key in [fact.key for fact in across(CAST + told, CAST + told) if fact.kind == "event"]


def test_a_year_that_says_which_election_is_no_date_of_the_event() -> None:
    assert event("Ivo Lastra was arrested over the 2016 election in Norway.").when is None


def test_himself_is_nobody_else() -> None:
    assert event("Ivo Lastra himself announced the visit.").doer == "Ivo Lastra"
