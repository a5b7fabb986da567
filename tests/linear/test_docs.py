"""docs/linear.md names every command with its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.linear import commands
from tuireader.settings.config import Settings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "linear.md"
PLACES = {
    "In the list of articles": commands.SHELF,
    "In every list": commands.ROWS,
    "In a text": commands.TEXT,
    "In the facts": commands.FACTS[len(commands.ROWS) :],
    "In hits, coverage and marks": commands.MARKS[len(commands.ROWS) :],
    "Everywhere": commands.EVERYWHERE,
}


def table() -> str:
    """The keys as the page shows them."""
    said = []
    for name, held in PLACES.items():
        said += [f"**{name}**", "", "| key | |", "|---|---|"]
        for line in commands.told(held, Settings()):
            keys, _, help_ = line.partition(": ")
            said.append(f"| {' '.join(f'`{key}`' for key in keys.split(' or '))} | {help_} |")
        said.append("")
    return "\n".join(said).rstrip()


@pytest.mark.skipif(not PAGE.is_file(), reason="the docs stand in a checkout only")
def test_the_page_has_all_keys() -> None:
    assert table() in PAGE.read_text("utf-8"), table()
