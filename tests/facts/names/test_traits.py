"""All that a text says a person is, and where several articles say the same."""

from __future__ import annotations

import pytest

from tests.facts.building import article, read
from tuireader import facts
from tuireader.facts import Entity, Fact
from tuireader.facts.reading import read as read_all


def traits(text: str) -> set[tuple[str, str, str]]:
    """Person, what is compared, in words."""
    (reading,) = read_all([article(text, "a")])
    return {(trait.entity, trait.slot, trait.text) for trait in reading.traits}


def people(*texts: str) -> dict[str, Entity]:
    found = facts.find([article(text, f"{number}") for number, text in enumerate(texts)]).entities
    return {entity.name: entity for entity in found if entity.kind == "person"}


def person_facts(*texts: str) -> list[Fact]:
    found = facts.find([article(text, f"{number}") for number, text in enumerate(texts)]).facts
    return [fact for fact in found if fact.kind == "person"]


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Senator Ivo Lang (R-Wis.) left.", "Republican", "Republican, Wisconsin"),
        ("The letter went to Ivo Lang, D-Ill., on Monday.", "Democrat", "Democrat, Illinois"),
        ("Senator Ivo Lang, Republican of Wyoming, left.", "Republican", "Republican, Wyoming"),
        ("New York Republican Rep. Ivo Lang left.", "Republican", "Republican, New York"),
        ("Ivo Lang, an Ohio Democrat, left.", "Democrat", "Democrat, Ohio"),
        ("They would challenge Senator Ivo Lang, also a Republican, in May.", "Republican", "Republican"),
        ("Ivo Lang, a former F.B.I. agent and Marine who left early, was glad.", "agent", "former F.B.I. agent"),
        ("Ivo Lang, a former F.B.I. agent and Marine who left early, was glad.", "marine", "Marine"),
        ("Ivo Lang, a longtime adviser to Orla Venn, left.", "adviser", "longtime adviser to Orla Venn"),
        ("The judge fined ex-adviser Ivo Lang.", "adviser", "former adviser"),
        ("Ivo Lang was a prolific fund-raiser in his time.", "fundraiser", "prolific fund-raiser in his time"),
        ("Ivo Lang, who is a Catholic, left.", "catholic", "Catholic"),
        ("Orla Venn, openly gay, left.", "gay", "gay"),
        ("Ana Lang, the younger sister of Orla Venn, left.", "sister", "younger sister of Orla Venn"),
        ("Ana Lang, one of Orla Venn's two daughters, left.", "daughter", "one of Orla Venn's two daughters"),
        ("Ivo Lang spoke first. He is a retired miner.", "miner", "retired miner"),
        ("Ex-Vice President Ivo Lang left.", "vice president", "former vice president"),
    ],
)
def test_what_somebody_is(text: str, slot: str, words: str) -> None:
    assert (slot, words) in {(one, said) for _, one, said in traits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Charges were filed against Ivo Lang, attorney says.",
        "In a letter to Ivo Lang, the scholars make clear that they stay.",
        "Ivo Lang, his mother and several brothers came.",
        "A lawyer for Mr. Lang was there. Ivo Lang left.",
        "An adviser to Ivo Lang left.",
        "Ivo Lang is not a doctor.",
        "Ivo Lang was the man they knew.",
    ],
)
def test_what_is_said_of_others_or_of_nobody(text: str) -> None:
    assert {slot for person, slot, _ in traits(text) if person == "Ivo Lang"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "NATO met. They visited the QRV mission, which is led by NATO, in May.",
        "NATO met. They visited the QRV mission, which operates under NATO's command.",
        "NATO met. They visited QRV, commanded by NATO.",
        "NATO met. They visited the NATO-led QRV in May.",
    ],
)
def test_who_leads_a_body(text: str) -> None:
    assert ("QRV", "led by NATO") in {(name, slot) for name, slot, _ in traits(text)}


def test_articles_that_give_one_role_agree_where_they_give_it() -> None:
    one = "Rep. Ivo Lang (R-Ohio) spoke in Oslo. Lang, a prolific fundraiser, was glad."
    other = "Congressman Ivo Lang, a former judge, spoke in Oslo. He is a Republican. Lang is a gifted fund-raiser."
    (fact,) = [fact for fact in person_facts(one, other) if fact.key == "Ivo Lang"]
    texts = {(value.span.article, value.text) for value in fact.values}
    assert fact.verdict == "agree"
    assert fact.why == "2 articles name Ivo Lang, told alike: Republican, fundraiser, representative"
    assert {("0", "(R-Ohio)"), ("1", "a Republican"), ("1", "a gifted fund-raiser")} <= texts


def test_a_state_and_a_party_describe_the_one_who_has_both() -> None:
    texts = "Sen. Ivo Lang (D-Ill.) met Sen. Orla Venn (D-Ohio).", "Ivo Lang met Orla Venn. The Illinois Democrat left."
    facts_of = {fact.key: [value.text for value in fact.values] for fact in person_facts(*texts)}
    assert "The Illinois Democrat" in facts_of["Ivo Lang"]
    assert "The Illinois Democrat" not in facts_of["Orla Venn"]


def test_all_roles_are_kept_the_fullest_first() -> None:
    entity = people("Rep. Ivo Lang (R-Ohio) spoke. Lang, a former chairman of the Drell Bank, left.")["Ivo Lang"]
    assert [role for _, role in entity.roles] == [
        "former chairman of the Drell Bank",
        "Republican, Ohio",
        "representative",
    ]


def test_a_role_belongs_to_the_name_behind_the_comma() -> None:
    found = read("A lawyer for Mr. Lang, Orla Venn, said no. Ivo Lang was away.").mentions
    roles = {mention.value: mention.role for mention in found if mention.kind == "person" and mention.role}
    assert roles == {"Orla Venn": "lawyer for Ivo Lang"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norway's finance minister, Orla Venn, left.", "finance minister of Norway"),
        ("Ivo Lang's lawyer, Orla Venn, left.", "lawyer of Ivo Lang"),
        ("They met Ivo Lang's spokeswoman Orla Venn.", "spokeswoman of Ivo Lang"),
    ],
)
def test_whose_somebody_is(text: str, role: str) -> None:
    assert {mention.role for mention in read(text).mentions if mention.value == "Orla Venn"} == {role}


def test_a_title_chooses_among_people_of_one_surname() -> None:
    text = (
        "Orla Lang, the daughter of former Vice President Dirk Lang, is a candidate. Orla Lang wants to win. "
        "Former Vice President Lang was glad."
    )
    found = [mention.value for mention in read(text).mentions if mention.text == "Lang"]
    assert found == ["Dirk Lang"]


def test_a_father_is_not_his_son() -> None:
    text = (
        "Ivo Lang Jr. went to court on Friday. His father, the Rev. Ivo Lang, was there. "
        "The Rev. Ivo Lang said nothing. Mr. Lang left."
    )
    assert set(people(text)) == {"Ivo Lang Jr.", "Ivo Lang"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boss Dolores Ibarra closed the plant on Monday.", "Dolores Ibarra closed the plant on Monday."),
        ("Glassblower Ole Dahl lit the oven on Monday.", "Ole Dahl lit the oven on Monday. Dahl was glad."),
        ("Chief Supt Ole Dahl closed the road on Monday.", "Supt. Ole Dahl closed the road on Monday."),
        ("Jesuit Father Ole Dahl closed the road on Monday.", "Ole Dahl closed the road on Monday."),
        ("Chief Executive Ole Dahl closed the plant on Monday.", "Ole Dahl closed the plant on Monday."),
    ],
)
def test_what_somebody_does_is_no_first_name(one: str, other: str) -> None:
    found = person_facts(one, other)
    assert [fact.verdict for fact in found] == ["agree"]
    assert len(people(one, other)) == 1


def test_short_forms_of_first_names_are_one_person() -> None:
    one = "Elizabeth Lang spoke in Oslo. Her sister praised Elizabeth."
    other = "Liz Lang spoke in Oslo. Liz Lang was glad. Liz Lang left."
    (fact,) = person_facts(one, other)
    assert fact.verdict == "agree"
    assert "Elizabeth" in fact.why and "Liz" in fact.why


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Deputy Foreign Minister Ivo Lang spoke.", "Foreign Minister Ivo Lang spoke.", True),
        ("Ivo Lang, the vice chairman, spoke.", "Chairman Ivo Lang spoke.", True),
        ("Norwegian President Ivo Lang spoke.", "Ivo Lang, the president of Sweden, spoke.", True),
        ("Norwegian President Ivo Lang spoke.", "President Ivo Lang spoke.", False),
        ("Former Vice President Ivo Lang spoke.", "President Ivo Lang spoke.", False),
        ("Norwegian Foreign Minister Ivo Lang spoke.", "Norwegian Defence Minister Ivo Lang spoke.", False),
        ("Norwegian striker Ivo Lang spoke.", "Ivo Lang, the captain of Sweden, spoke.", False),
        ("Deputy Mayor Ivo Lang spoke. Mayor Ivo Lang left.", "Mayor Ivo Lang spoke.", False),
    ],
)
def test_offices_of_two_ranks_or_lands_are_flagged(one: str, other: str, differ: bool) -> None:
    verdicts = {fact.verdict for fact in person_facts(one, other) if fact.key.startswith("office of")}
    assert verdicts == ({"differ"} if differ else set())


@pytest.mark.parametrize(
    ("title", "member"),
    [("Labour Sen.", True), ("Labour Minister", False), ("Labour Secretary", False), ("Labour spokesman", False)],
)
def test_who_is_in_charge_of_labour_is_no_member_of_the_party(title: str, member: bool) -> None:
    assert ("Labour" in {text for _, _, text in traits(f"{title} Ivo Lang spoke.")}) is member
