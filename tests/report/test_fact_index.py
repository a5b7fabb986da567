"""What belongs to a fact: mentions, entities, sentences."""

from __future__ import annotations

import pytest

from tests.report.bridge import index_of, known_facts, three, whole
from tuireader.article import Article
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_reading import read_as
from tuireader.report.who import roles_of, spellings


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return three()


@pytest.fixture(scope="module")
def index(articles: list[Article]) -> FactIndex:
    return index_of(known_facts(articles), articles)


def test_a_value_leads_to_the_mention_of_its_kind_within_it(articles: list[Article], index: FactIndex) -> None:
    cars = index.known.facts[0]
    mention = index.mention(cars, cars.values[0].span)
    assert mention is not None and mention.text == "4,000 cars"
    assert index.mention(cars, whole(articles[0], "Vesterå")) is None


def test_a_name_leads_to_its_entity_by_place_and_by_name(index: FactIndex) -> None:
    moen, lund = index.known.facts[2], index.known.facts[3]
    entity = index.entity(moen)
    assert entity is not None and entity.name == "Kari Moen"
    assert index.entity(lund) is None
    assert index.entity(index.known.facts[0]) is None, "a quantity is nobody"
    assert index.named("kary moen", "south") is entity
    assert index.named("Kari Moen", "nowhere") is None


def test_the_sentence_of_a_span_and_of_one_over_two(articles: list[Article], index: FactIndex) -> None:
    north = articles[0]
    assert index.text(index.sentence(whole(north, "4,000 cars"))) == "Around 4,000 cars cross it each day."
    both = north.span(whole(north, "cross it").start, whole(north, "Kari Moen").end)
    assert index.text(index.sentence(both)).startswith("Around 4,000 cars")
    assert index.text(index.sentence(both)).endswith("Ada Lund.")


def test_roles_and_spellings_of_an_entity(index: FactIndex) -> None:
    (entity,) = index.known.entities
    assert roles_of(entity, index) == [("head of the road office", "north, west"), ("road chief", "south")]
    assert spellings(entity, index) == ["Kari Moen", "Kary Moen"]


def test_how_values_were_read(index: FactIndex) -> None:
    said = {}
    for fact in index.known.facts:
        for value in fact.values:
            said[value.text] = read_as(value, index.mention(fact, value.span))
    assert said["Around 4,000 cars"] == "around 4,000, taken as 3,800 to 4,200; counts cars"
    assert said["More than 4,200 cars"] == "more than 4,200, taken as 4,200 to 5,040; counts cars"
    assert said["was closed"] == "happened; close bridge; by office"
    assert said["3 May"] == "XXXX-05-03 (3 May); left open: no date tells"
    assert said["“We had no choice,”"] == "said by Kari Moen; in quotation marks; by the word “said”"
    assert said["the third of the month"] == "XXXX-05-03", "where no mention is known, the value as it is"
