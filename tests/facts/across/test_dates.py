"""Facts about dates read like headings, tell why, and hold against each other only what is one event."""

from __future__ import annotations

import pytest

from tests.facts.building import across, article
from tuireader import facts
from tuireader.facts import Fact


def dates(*texts: str) -> list[Fact]:
    return [fact for fact in across(*texts) if fact.kind == "date"]


def flagged(*texts: str) -> list[list[str]]:
    return [[value.value for value in fact.values] for fact in dates(*texts) if fact.verdict == "differ"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Orla Venn will visit Drellmark on March 11.", "when: Orla Venn visits Drellmark"),
        ("On March 11, Ivo Lastra was arrested.", "when: Ivo Lastra arrested"),
        ("The Quorban dam broke on March 11, and the valley was flooded.", "when: The Quorban dam broke"),
        ("When the water rose in 1961, nobody was warned.", "when: the water rose"),
        ("Rain fell from 2014 to 2019 on the hills of Quorb.", "when: Rain fell on the hills of Quorb"),
        (
            "In May the council of the town talked for a long time about the price of the new bridge.",
            "when: the council of the town talked for a long …",
        ),
    ],
)  # fmt: skip
def test_a_date_is_named_by_what_happens_on_it(text: str, key: str) -> None:
    assert [fact.key for fact in dates(text)] == [key]


def test_now_and_recently_are_mentioned_and_no_facts() -> None:
    text = "The dam is now safe, and was recently checked. It opens at 9 a.m."
    assert dates(text) == []


def test_a_month_holds_its_day() -> None:
    a = "Ivo Lastra was arrested in March 2019 in Drellmark."
    b = "Ivo Lastra was arrested on March 11, 2019, in Drellmark."
    (fact,) = dates(a, b)
    assert (fact.verdict, fact.why) == ("agree", "one date is part of the other")
    assert fact.reasons[0].says.startswith("both stand beside the verb “arrest”; their sentences share ")
    assert (fact.reasons[0].one, fact.reasons[0].other, fact.reasons[0].rule) == (0, 1, "same date")


TOWN = (
    "The market stood in the old square for years. Children came to look at the ships in the harbour. Trains were "
    "late and buses full. Nobody remembers such a cold winter in the hills. "
)


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "Orla Venn resigned in March after a long quarrel about the price of the bridge.",
            "Her deputy leads the town now, because Orla Venn resigned in May and has not been seen since.",
            ["XXXX-03", "XXXX-05"],
        ),
        (
            "Ivo Lastra was arrested on March 3 at the border, his lawyer said.",
            "Prosecutors in Drellmark want ten years for Ivo Lastra, who was arrested on May 4.",
            ["XXXX-03-03", "XXXX-05-04"],
        ),
    ],
)
def test_one_event_with_two_dates_differs_in_other_words_too(a: str, b: str, values: list[str]) -> None:
    assert flagged(TOWN + a, b + " " + TOWN) == [values]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Who visits may come again; who is told of is somebody else; what is planned may be put off.
        ("Orla Venn visited Drellmark in March and met nurses.", "Orla Venn visited Drellmark in May for a school."),
        ("Orla Venn resigned in March.", "Ivo Lastra resigned in May."),
        ("Talks began in March.", "The dam broke in May."),
        # Each follows another date; years are told of more than one event.
        ("Ivo Lastra was arrested recently.", "Ivo Lastra was arrested in May."),
    ],
)  # fmt: skip
def test_other_events_are_not_held_against_each_other(a: str, b: str) -> None:
    assert flagged(TOWN + a, b + " " + TOWN) == []


def test_two_days_of_publication_do_not_make_one_day_two() -> None:
    text = "Orla Venn met Ivo Lastra on Monday."
    given = [article(text, "a", "2024-05-14"), article(text, "b", "2024-05-22")]
    assert [fact.verdict for fact in facts.find(given).facts if fact.kind == "date"] == ["only", "only"]
