"""People, organisations and places by the words around them; invented names, so that none can be known."""

from __future__ import annotations

import pytest

from tests.facts.building import across, article, mentions, names
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


@pytest.mark.parametrize(
    ("one", "other", "spelled"),
    [
        ("President Ostrik Varnholenskyy left. Varnholenskyy was glad.",
         "President Ostrik Varnholensky left. Varnholensky was glad.", "Varnholensky and Varnholenskyy"),
        ("Minister Sergei Drellov left.", "Minister Sergey Drellov left.", "Sergei and Sergey"),
        ("Mayor Orla Venčić left.", "Mayor Orla Vencic left.", "Vencic and Venčić"),
        ("The talks were held in Kiev.", "The talks were held in Kyiv.", "Kiev and Kyiv"),
    ],
)  # fmt: skip
def test_other_spellings_are_one_fact_that_says_so(one: str, other: str, spelled: str) -> None:
    found = [fact for fact in across(one, other) if fact.kind in ("person", "place")]
    assert [(fact.verdict, fact.articles) for fact in found] == [("agree", ("a", "b"))]
    assert f"spelled {spelled}: only the spelling differs" in found[0].why


@pytest.mark.parametrize("pair", [("Ivan", "Ivana"), ("Paul", "Paula"), ("Ana", "Ivo"), ("Daniel", "Danielle")])
def test_two_people_of_one_surname_are_never_joined(pair: tuple[str, str]) -> None:
    one, other = (f"{given} Drellov came home on Monday. It was late." for given in pair)
    found = [fact for fact in across(one, other) if fact.kind == "person" and fact.verdict != "differ"]
    assert {fact.verdict for fact in found} == {"only"}


def test_kin_of_one_man_named_in_two_ways_differ() -> None:
    one = "Ivo Lastra came with his wife, Anita, on Monday. She was glad to be there."
    other = "On Monday Ivo Lastra came with his wife, Anika. She was tired of it all."
    found = [fact for fact in across(one, other) if fact.verdict == "differ"]
    assert [(fact.kind, fact.key, {value.value for value in fact.values}) for fact in found] == [
        ("person", "name of the wife", {"Anita", "Anika"})
    ]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("The Securities and Trade Commission met.", ["Securities and Trade Commission"]),
        ("The Quorban Bank for Reconstruction and Development lent it.",
         ["Quorban Bank for Reconstruction and Development"]),
        ("He heads the Commission on Drellian Debates.", ["Commission on Drellian Debates"]),
        ("She leads the New People's Party.", ["New People's Party"]),
        ("Shares of Vornell fell. Vornell said it would pay.", ["Vornell", "Vornell"]),
        ("Analysts at Emma Philips sold.", ["Emma Philips"]),
        ("Vornell Industries Inc. grew. Then Vornell cut jobs.", ["Vornell Industries Inc.", "Vornell"]),
        ("The Quorban Times asked. The Times was told nothing.", ["Quorban Times", "Times"]),
        ("The daily Gazeta Quorbana said so.", ["Gazeta Quorbana"]),
        ("Hjelk A/S bought it.", ["Hjelk A/S"]),
        ("He wrote for Drellnews.com of late.", ["Drellnews.com"]),
        ("She is an Ohio Senate candidate.", ["Senate"]),
    ],
)  # fmt: skip
def test_organisations_by_their_words_and_by_what_is_done_with_them(text: str, organisations: list[str]) -> None:
    assert names(text, "organisation") == organisations


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("QUORB 1996-08-30\n\nPeople ran as the water rose.", ["QUORB"]),
        ("QUORB, Norway, Aug 30 - People ran as the water rose.", ["QUORB", "Norway"]),
        ("A ferry sank off Quorb island.", ["Quorb"]),
        ("He flew to Quorb on Monday.", ["Quorb"]),
        ("New York is large.", ["New York"]),
        ("Rep. Ana Lee (R-N.Y.) left.", ["N.Y."]),
        ("The Iraq War was long.", []),
        ("The Franco-German plan and the pro-Quorb side failed.", []),
    ],
)
def test_places_by_their_words_and_by_what_is_done_there(text: str, places: list[str]) -> None:
    assert names(text, "place") == places


def test_a_name_may_run_over_the_end_of_a_full_line() -> None:
    broken = (
        "The ministers of the two sides met on Monday in the halls of the Quorban\n"
        "Trade Council to talk of what should be done with the harbour and with\n"
        "all the boats that are left in it. They will meet again on Friday."
    )
    assert names("\n\n".join([broken] * 3), "organisation") == ["Quorban Trade Council"] * 3


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("South Korean President Orla Venn spoke.", "president of South Korea"),
        ("A Sri Lankan minister, Orla Venn, spoke.", None),
        ("Rep. Orla Venn spoke.", "representative"),
        ("Chairman Rep. Orla Venn spoke.", "chairman"),
        ("Orla Venn, who heads the Quorban Institute, spoke.", "head of Quorban Institute"),
        ("Orla Venn, former commander of the Drell Guard (DG), spoke.", "former commander of Drell Guard"),
        ("A lawyer for Ivo Lang, Orla Venn, spoke.", "lawyer for Ivo Lang"),
        ("Orla Venn, a Norwegian economist at the World Bank, spoke.", "economist of Norway"),
        ("Orla Venn (the mayor of Oslo) spoke.", "mayor of Oslo"),
    ],
)
def test_roles_in_their_normal_form(text: str, role: str | None) -> None:
    assert [mention.role for mention in mentions(text, "person") if mention.text == "Orla Venn"] == [role]


def test_letters_stand_for_the_long_name_without_brackets_too() -> None:
    text = "The Quorban Security Force moved north on Monday. Nobody met the QSF there, a QSF officer said."
    assert {mention.value for mention in mentions(text, "organisation")} == {"Quorban Security Force"}


def test_a_town_with_its_accents_and_without_is_one() -> None:
    found = across("They met in Drëlmark on Monday.", "They met in Drelmark on Monday.")
    assert [(fact.kind, fact.verdict) for fact in found if fact.kind == "place"] == [("place", "agree")]


def test_a_ship_is_no_organisation_whatever_its_name() -> None:
    assert names("Officials met the owner of the HMS Gretchel Bank. The HMS Gretchel Bank sank.", "organisation") == []


def test_in_a_list_the_unknown_take_after_the_known() -> None:
    assert names("He praised Norway, Quorbel and Sweden.", "place") == ["Norway", "Quorbel", "Sweden"]
