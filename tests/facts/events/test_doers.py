"""Who did it and to whom: the subject a verb belongs to, not the nearest name."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions

CAST = "Orla Venn, the mayor of Drell, spoke there. Ivo Lastra, a judge, is a Norwegian. Drell is a town.\n\n"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The Drell mayor will visit Oslo.", ["Orla Venn visit Oslo"]),
        ("The mayor of Drell visited Oslo.", ["Orla Venn visit Oslo"]),
        ("Ivo Lastra, who met the mayor in Drell, visited Oslo.", ["Ivo Lastra meet mayor", "Ivo Lastra visit Oslo"]),
        ("The judge in the case, Ivo Lastra, resigned.", ["Ivo Lastra resign"]),
        ("Ivo Lastra spoke in Drell and visited Oslo.", ["Ivo Lastra visit Oslo"]),
        (
            "A UNICEF delegation led by the mayor will visit Oslo.",
            ["Orla Venn lead UNICEF delegation", "UNICEF delegation visit Oslo"],
        ),
        ("Talks led by Norway could change that.", ["Norway lead talks"]),
        ("Ivo Lastra will be accompanied by ambassadors from Norway.", ["ambassadors accompany Ivo Lastra"]),
        ("Orla Venn spoke after the trial of Ivo Lastra. She visited Oslo.", ["Orla Venn visit Oslo"]),
        ("Ivo Lastra was arrested.", ["Ivo Lastra arrested"]),
        ("Ivo Lastra pleaded not guilty.", ["Ivo Lastra plead not guilty"]),
    ],
)
def test_doer(text: str, values: list[str]) -> None:
    assert [one.value for one in mentions(CAST + text, "event") if one.value] == values


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of Orla Venn’s recent meeting with French and British leaders.",
        "The policy could lead to the departure of Ivo Lastra.",
        "The board will work with whoever would lead Drell.",
        "Orla Venn spoke in a debate she had held in Oslo.",
    ],
)
def test_no_event(text: str) -> None:
    assert mentions(CAST + text, "event") == []


@pytest.mark.parametrize(
    "text",
    [
        "It would be better to sue Ivo Lastra.",
        "The Norwegian appeals court in Drell heard Ivo Lastra.",
        "Orla Venn called Ivo Lastra a liar.",
    ],
)
def test_what_names_nobody_does_nothing(text: str) -> None:
    assert mentions(CAST + text, "event") == []


def test_the_small_word_before_the_target_is_told() -> None:
    values = [one.value for one in mentions(CAST + "Ivo Lastra will travel to Oslo. She met with Orla Venn.", "event")]
    assert values[0] == "Ivo Lastra travel to Oslo"
