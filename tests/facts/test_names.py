"""People, organisations and places by the words around them; invented names, so that none can be known."""

from __future__ import annotations

import pytest

from tests.facts.building import article, mentions, names
from tuireader import facts


def test_titles_verbs_and_places_tell_the_kinds_apart() -> None:
    text = (
        "Prime Minister Orla Venn arrived in Drellmark on Tuesday. Venn said talks with the Quorban Trade Council "
        "would go on. The council's spokesman, Ivo Lastra, denied it."
    )
    assert names(text, "person") == ["Orla Venn", "Venn", "Ivo Lastra"]
    assert names(text, "place") == ["Drellmark"]
    assert names(text, "organisation") == ["Quorban Trade Council"]


def test_a_surname_leads_to_the_full_name_and_an_acronym_to_the_long_one() -> None:
    text = (
        "The Drellmark Security Force (DSF) will move north, its commander Ivo Lastra said. "
        "Lastra added that the DSF had new boats."
    )
    assert {mention.value for mention in mentions(text, "person")} == {"Ivo Lastra"}
    assert {mention.value for mention in mentions(text, "organisation")} == {"Drellmark Security Force"}


def test_another_article_of_the_story_explains_a_name() -> None:
    alone = "Quorb was quiet this week. Trade with Quorb goes on."
    other = "The fire began in the town of Quorb. People in Quorb saw smoke."
    found = facts.find([article(alone, "a"), article(other, "b")]).mentions
    assert {(mention.span.article, mention.kind) for mention in found if mention.text == "Quorb"} == {
        ("a", "place"), ("b", "place"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The minister states that the road is open.", "states"),
        ("The plan found support in the U.S. Officials there said so.", "Officials"),
        ("Both sides praised the EU-facilitated dialogue and the Serb-majority towns.", "EU-facilitated"),
        ("The 120-seat assembly met. The Post was late, and the Office closed. The Minister left.", "Post"),
        ("However, nothing happened. Meanwhile, trains ran. Police said so.", "Meanwhile"),
        ("He left on Monday in March and came back in May.", "Monday"),
        ("German and French buyers spoke English.", "German"),
    ],
)
def test_traps(text: str, wrong: str) -> None:
    found = [mention.text for kind in ("person", "organisation", "place") for mention in mentions(text, kind)]
    assert all(wrong not in name for name in found), found


def test_office_post_and_minister_alone_are_no_names() -> None:
    text = "The Office said the Minister had read the Post. A member of the Office denied it."
    assert [
        mention for mention in mentions(text, "organisation") if mention.text in ("Office", "Post", "Minister")
    ] == []


def test_countries_under_their_other_names() -> None:
    values = {
        mention.text: mention.value for mention in mentions("Troops left the U.S. for the UK and Bosnia.", "place")
    }
    assert values == {"U.S.": "United States", "UK": "United Kingdom", "Bosnia": "Bosnia and Herzegovina"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norwegian President Orla Venn spoke in Oslo.", "president of Norway"),
        ("Former Drellmark Mayor Orla Venn spoke. She was born in Drellmark.", "former mayor of Drellmark"),
        ("Orla Venn, the director of the Quorban Institute, spoke.", "director of Quorban Institute"),
        ("Prime Minister Orla Venn spoke in Oslo.", "prime minister"),
        ("Mr. Venn spoke in Oslo.", None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    found = mentions(text, "person")
    assert [mention.role for mention in found if "Venn" in mention.text] == [role]


def test_spellings_of_one_surname_are_one_person() -> None:
    a = article("President Ostrik Varnholenskyy flew to Oslo. Varnholenskyy met lawmakers.", "a")
    b = article("President Ostrik Varnholensky flew to Oslo. Varnholensky met lawmakers.", "b")
    people = [fact for fact in facts.find([a, b]).facts if fact.kind == "person"]
    assert [(fact.verdict, fact.articles) for fact in people] == [("agree", ("a", "b"))]
    assert "spelled" in people[0].why


def test_headlines_are_named_only_by_what_the_text_proves() -> None:
    headline = "Storm Closes Schools Across Drellmark For Second Day"
    text = headline + "\n\nThe storm hit Drellmark. People in Drellmark stayed home."
    assert names(text, "person") == []
    assert set(names(text, "place")) == {"Drellmark"}


def test_a_headline_makes_no_name_of_its_verbs() -> None:
    text = "Ivo Lastra Accepts Blame\n\nIvo Lastra told the court that he accepts the blame. He was calm."
    assert names(text, "person") == ["Ivo Lastra", "Ivo Lastra"]


def test_a_club_and_its_short_name_are_one() -> None:
    text = "Harwold United won again on Saturday. Then Harwold will meet a team from Oslo, said Orla Venn."
    assert {one.value for one in mentions(text, "organisation")} == {"Harwold United"}


def test_a_plural_in_one_place_and_a_second_name_behind_a_stroke_are_one_organisation() -> None:
    text = (
        "The Drellian Security Force is small. The Drellian Security Forces cannot enter, Radio Free Drell/Radio Vorn "
        "has learned. Radio Free Drell said so on Monday."
    )
    assert len({one.value for one in mentions(text, "organisation")}) == 2


def test_a_party_is_no_person() -> None:
    text = (
        "Democrats said they would win. Democrats, who lost, told Orla Venn. He and Democrats said so. Democrats spoke."
    )
    assert names(text, "person") == ["Orla Venn"]


def test_a_surname_stays_one_where_a_company_has_it_too() -> None:
    assert names("Emma Philips came on Monday. Philips said she was glad.", "person") == ["Emma Philips", "Philips"]
