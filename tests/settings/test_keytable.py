"""docs/keys.md says what the table of commands says."""

from pathlib import Path

import pytest

from tuireader.settings import keytable
from tuireader.settings.commands import COMMANDS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "keys.md"


@pytest.mark.skipif(not DOCS.parent.is_dir(), reason="the docs stand in a checkout only")
def test_the_page_is_up_to_date() -> None:
    message = "run: python -m tuireader.settings.keytable > docs/keys.md"
    assert DOCS.read_text("utf-8") == keytable.markdown(), message


def test_every_command_is_in_the_page() -> None:
    page = keytable.markdown()
    assert all(f"`{command.id}`" in page and command.help in page for command in COMMANDS)
    for command in COMMANDS:
        assert ("| × |" in next(line for line in page.splitlines() if f"`{command.id}`" in line)) == command.counts


def test_sections_show_the_users_keys() -> None:
    def keys(id: str) -> tuple[str, ...]:
        return ("question_mark", "ctrl+l") if id == "app.search" else ()

    scope, heading, rows = next(keytable.sections(keys))
    assert (scope, heading) == ("app", "Everywhere")
    assert rows[0] == ("app.search", ("?", "^l"), "Search all open articles, fuzzily.", False)
    assert rows[1].keys == ()


def test_a_key_never_breaks_the_table() -> None:
    assert keytable._code("|") == "`\\|`"
    assert keytable._code("`") == "`` ` ``"
