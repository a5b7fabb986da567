"""Where names begin and end, and what in capitals is none."""

from __future__ import annotations

import pytest

from tests.facts.building import names, read


def found(text: str) -> set[tuple[str, str]]:
    kinds = ("person", "organisation", "place")
    return {(mention.kind[:3], mention.text) for mention in read(text).mentions if mention.kind in kinds}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The retreat, Martha's Vineyard Holiday Retreat, closed.", {("org", "Martha's Vineyard Holiday Retreat")}),
        ("They studied at St. John's University.", {("org", "St. John's University")}),
        ("They studied at King's College London.", {("org", "King's College London")}),
        ("Ana Lenk of Hart Bold was there.", {("per", "Ana Lenk"), ("org", "Hart Bold")}),
        ("Ana Lenk of New York was there.", {("per", "Ana Lenk"), ("pla", "New York")}),
        ("They wrote to Organization 1 and Person 2.", {("org", "Organization 1"), ("per", "Person 2")}),
        ("The hacker Quorvex 2.0 wrote to them.", {("per", "Quorvex 2.0")}),
        ("Then-President Ole Dahl met Ex-Marine Jo Root.", {("per", "Ole Dahl"), ("per", "Jo Root")}),
        ("Brazilian Ana Lenk won again.", {("per", "Ana Lenk")}),
        ("Famed Ana Lenk came again.", {("per", "Ana Lenk")}),
        ("Labour MP Ana Lenk left with Drellco CEO Ole Dahl.", {("per", "Ana Lenk"), ("per", "Ole Dahl")}),
        ("After a wave of Tea Party Republicans they left.", {("org", "Tea Party")}),
        ("He was held at Drell Prison.", {("pla", "Drell Prison")}),
        ("They ate at the Drell Hotel in Oslo.", {("pla", "Drell Hotel"), ("pla", "Oslo")}),
        ("Teemu Forest, a teacher, said it was late.", {("per", "Teemu Forest")}),
        (
            "Ana Lenk, 59, of Drell, Vornia, who was there, left.",
            {("per", "Ana Lenk"), ("pla", "Drell"), ("pla", "Vornia")},
        ),
        ("Ursula von der Lenk met Oscar de la Dahl.", {("per", "Ursula von der Lenk"), ("per", "Oscar de la Dahl")}),
        (
            "The Department of Health and the House Committee on Ways and Means met.",
            {("org", "Department of Health"), ("org", "House Committee on Ways and Means")},
        ),
        (
            "The Bureau of Health, Education, Labor and Transport met.",
            {("org", "Bureau of Health, Education, Labor and Transport")},
        ),
        ("The Liberal Democrats lost.", {("org", "Liberal Democrats")}),
        ("The New York Otters lost.", {("org", "New York Otters")}),
        ("The River Drell rose.", {("pla", "River Drell")}),
        ("Typhoon Quorvan struck.", set()),
        ("Moore & Van Ostrik lost money.", {("org", "Moore & Van Ostrik")}),
        ("The lawyers at Hogart Lovellin left.", {("org", "Hogart Lovellin")}),
        ("A lawyer at Hogart Lovellin left.", {("org", "Hogart Lovellin")}),
        ("It was named in Lang v. Board of Education.", set()),
        ("They met at the Drell Monument.", {("pla", "Drell Monument")}),
        ("They spoke in Executive Session until May.", set()),
        ("People of the Commission on Vornish Debates left.", {("org", "Commission on Vornish Debates")}),
        ("The Kyoto Protocol and the Whittington Lecture were discussed.", set()),
        ("The call came at 10 a.m. Eastern Time.", set()),
        ("Congressional leaders met Jesuit priests.", set()),
    ],
)
def test_names(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= found(text)
    assert {words for _, words in found(text)} <= {words for _, words in wanted} | {"Drellco"}


def test_numbers_before_a_people_are_no_first_names() -> None:
    assert names("Eleven Drovian sailors left Drovia. The town of Drovia is small.", "person") == []


def test_a_number_within_a_name_is_no_quantity() -> None:
    text = "They wrote to Organization 1 on Monday."
    assert [mention.text for mention in read(text).mentions if mention.kind == "quantity"] == []


def test_a_university_is_called_by_its_first_word() -> None:
    text = "Cambridge University opened a school. Students at Cambridge were glad, and Cambridge said so."
    assert names(text, "organisation") == ["Cambridge University", "Cambridge", "Cambridge"]
    assert names("The fair in Cambridge opened. Cambridge University was closed.", "place") == ["Cambridge"]
