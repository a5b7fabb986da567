"""Reports and tables of matches: teams, players, and the towns they come from."""

from __future__ import annotations

import pytest

from tests.facts.building import names

LEAD = "Soccer fans saw a late goal in the second match of the season, the league said. The coach was glad.\n\n"


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Harnwick beat Portley on Saturday.", ["Harnwick", "Portley"]),
        ("Boston lost at Chicago on Saturday.", ["Boston", "Chicago"]),
        ("Portley goalkeeper Ivo Lang was hurt.", ["Portley"]),
        ("Harnwick 2 Portley 1", ["Harnwick", "Portley"]),
        ("Boston 12 8 2 2", ["Boston"]),
        ("BOSTON AT CHICAGO", ["BOSTON", "CHICAGO"]),
        ("Portley's Ivo Lang was sent off. Portley won.", ["Portley", "Portley"]),
        # Countries stay countries, and a town is one where nobody plays.
        ("Norway beat Sweden in Oslo on Saturday.", []),
        ("He lives in Boston now.", []),
    ],
)
def test_teams(text: str, teams: list[str]) -> None:
    assert names(LEAD + text, "organisation") == teams


@pytest.mark.parametrize(
    ("text", "players"),
    [
        ("1. Orla Venn (Norway) 10.5 seconds", ["Orla Venn"]),
        ("N. Lastra c Moorin b Vennik 64", ["N. Lastra", "Moorin", "Vennik"]),
        ("Scorers: Moorin 12, Vennik 44", ["Moorin", "Vennik"]),
    ],
)
def test_players(text: str, players: list[str]) -> None:
    assert names(LEAD + text, "person") == players


def test_towns_are_no_teams_where_nobody_plays() -> None:
    text = "Boston beat expectations, the mayor said. Boston lost jobs, and Chicago won some."
    assert names(text, "organisation") == []
    assert names(text, "place") == ["Boston", "Boston", "Chicago"]
