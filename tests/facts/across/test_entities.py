"""One entity for a name, its parts, its letters, its other spellings and the descriptions that are sure."""

from __future__ import annotations

import pytest

from tests.facts.building import article, read
from tuireader import facts
from tuireader.facts import Entity


def entity(text: str, name: str) -> Entity:
    """The entity of this name in a text."""
    return next(one for one in read(text).entities if one.name == name)


def forms(text: str, name: str) -> list[tuple[str, str]]:
    """How a text names or describes an entity: words and form, in order."""
    return [(text[one.span.start : one.span.end], one.form) for one in entity(text, name).namings]


STORY = (
    "Drellian President Orla Venn flew to Oslo on Monday. Venn met the Quorban Trade Council (QTC) there. "
    "The QTC was pleased. The president said she would return. The council thanked her."
)


def test_names_parts_letters_and_descriptions_lead_to_one() -> None:
    assert forms(STORY, "Orla Venn") == [("Orla Venn", "name"), ("Venn", "part"), ("The president", "nominal")]
    assert forms(STORY, "Quorban Trade Council") == [
        ("Quorban Trade Council", "name"), ("QTC", "acronym"), ("QTC", "acronym"), ("The council", "nominal"),
    ]  # fmt: skip


def test_each_article_gives_its_role() -> None:
    one = article("Norwegian President Orla Venn spoke in Oslo. Venn was glad.", "a")
    other = article("Orla Venn, a former mayor of Oslo, spoke. Venn was glad.", "b")
    found = next(entity for entity in facts.find([one, other]).entities if entity.name == "Orla Venn")
    assert found.roles == (("a", "president of Norway"), ("b", "former mayor of Oslo"))


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Norwegian President Orla Venn spoke. The Norwegian president was glad.", ["The Norwegian president"]),
        ("Norwegian President Orla Venn spoke. Norway's president was glad.", ["Norway's president"]),
        ("Norwegian President Orla Venn spoke. The president of Norway was glad.", ["The president of Norway"]),
        ("Prime Minister Orla Venn spoke. The premier was glad.", ["The premier"]),
        ("Secretary General Orla Venn spoke. The Secretary-General was glad.", ["The Secretary-General"]),
        ("Orla Venn, the former commander of the Drell Guard, spoke. The former commander was glad.",
         ["The former commander"]),
        # Another's office, a former one, an office to come, a deputy's, a title beside another name.
        ("Norwegian President Orla Venn spoke. The Swedish president was glad.", []),
        ("Former Mayor Orla Venn spoke. The mayor was glad.", []),
        ("Mayor Orla Venn spoke. The next mayor will be glad.", []),
        ("President Orla Venn spoke. The vice president was glad.", []),
        ("President Orla Venn spoke. The president, Ivo Lang, was glad.", []),
        ("President Orla Venn spoke. The president of the club was glad.", []),
        # Two who could be meant.
        ("President Orla Venn met President Ivo Lang. The president was glad.", []),
        ("President Orla Venn spoke. The president race is open.", []),
    ],
)  # fmt: skip
def test_descriptions_are_resolved_only_where_sure(text: str, described: list[str]) -> None:
    assert [words for words, form in forms(text, "Orla Venn") if form == "nominal"] == described


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Vornell Industries Inc. lost money. The company said so on Monday.", ["The company"]),
        ("The Finance Ministry wants more. It said the ministry was poor.", ["the ministry"]),
        ("The Drell alliance grew. The alliance is old, the Drell alliance said.", ["The alliance"]),
        ("Vornell Industries Inc. sued Quorb Corp. of Oslo. The company said so.", []),
        ("Vornell Industries Inc. lost money. The company car was sold.", []),
        # The letters may stand for a company as well.
        ("Vornell Industries Inc. lost money. QVT gained some. The company said so.", []),
    ],
)
def test_organisations_go_by_one_noun_alone(text: str, described: list[str]) -> None:
    found = [
        text[one.span.start : one.span.end]
        for entity in read(text).entities
        if entity.kind == "organisation"
        for one in entity.namings
        if one.form == "nominal"
    ]
    assert found == described


def test_spellings_are_one_entity_the_canonical_first() -> None:
    a = article("President Ostrik Varnholenskyy flew to Oslo. Varnholenskyy met lawmakers.", "a")
    b = article("President Ostrik Varnholensky flew to Oslo. Varnholensky met lawmakers.", "b")
    people = [one for one in facts.find([a, b]).entities if one.kind == "person"]
    assert len(people) == 1
    assert people[0].spellings[0] == people[0].name
    assert {"Ostrik Varnholenskyy", "Ostrik Varnholensky"} <= set(people[0].spellings)
    assert {one.form for one in people[0].namings} == {"name", "part", "spelling"}


def test_two_people_of_one_surname_stay_two() -> None:
    text = "President Venn spoke on Monday. His wife, Orla Venn, stayed at home. On Tuesday Venn left.\n\nVenn is 60."
    people = {one.name: [naming.form for naming in one.namings] for one in read(text).entities if one.kind == "person"}
    assert set(people) == {"Venn", "Orla Venn"}
    assert len(people["Venn"]) == 2


def test_order_of_articles_changes_the_order_of_namings_alone() -> None:
    a, b = article(STORY, "a"), article("Orla Venn is the president of Drell. The president is 60.", "b")
    one, other = facts.find([a, b]).entities, facts.find([b, a]).entities
    assert {(entity.kind, entity.name, frozenset(entity.namings)) for entity in one} == {
        (entity.kind, entity.name, frozenset(entity.namings)) for entity in other
    }


def test_mentions_are_names_only() -> None:
    assert all(mention.text != "The president" for mention in read(STORY).mentions)
