"""What happened, is planned, is denied or only possible."""

from __future__ import annotations

import pytest

from tests.facts.building import mentions


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("Orla Venn visited Oslo.", "Orla Venn visit Oslo", "happened"),
        ("Orla Venn has visited Oslo.", "Orla Venn visit Oslo", "happened"),
        ("Orla Venn will visit Oslo.", "Orla Venn visit Oslo", "planned"),
        ("Orla Venn is expected to visit Oslo.", "Orla Venn visit Oslo", "planned"),
        ("Orla Venn did not visit Oslo.", "Orla Venn visit Oslo", "negated"),
        ("Orla Venn has never visited Oslo.", "Orla Venn visit Oslo", "negated"),
        ("Orla Venn might visit Oslo.", "Orla Venn visit Oslo", "conditional"),
        ("Orla Venn may not visit Oslo.", "Orla Venn visit Oslo", "conditional"),
        ("Orla Venn was arrested by Ivo Lastra.", "Ivo Lastra arrest Orla Venn", "happened"),
    ],
)
def test_status(text: str, value: str, status: str) -> None:
    text = "Orla Venn is a doctor, and Ivo Lastra is a sheriff. " + text
    assert [(one.value, one.status) for one in mentions(text, "event")] == [(value, status)]


@pytest.mark.parametrize("text", ["The visit was long.", "A sentence of nine words.", "The signed photo hung there."])
def test_nouns_and_participles_are_no_events(text: str) -> None:
    assert mentions(text, "event") == []
