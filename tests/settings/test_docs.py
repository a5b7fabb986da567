"""What docs/themes.md and docs/configuration.md show is accepted, and nothing is missing from them."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from tuireader.settings import config, optiontable, paths, themes
from tuireader.settings.commands import COMMANDS, by_scope
from tuireader.settings.keys import PUNCTUATION
from tuireader.settings.keytable import coded
from tuireader.settings.options import OPTIONS
from tuireader.settings.theme import Colours

DOCS = Path(__file__).resolve().parents[2] / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="the docs stand in a checkout only")


def _example(page: str) -> str:
    match = re.search(r"```toml\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    assert match
    return match[1]


def test_the_example_theme_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(_example("themes.md"), "utf-8")
    assert themes.load(file).name == "mine"


def test_every_theme_and_colour_is_told() -> None:
    page = (DOCS / "themes.md").read_text("utf-8")
    found, _ = themes.available(paths.find())
    assert all(f"`{name}`" in page for name in found)
    assert all(re.search(rf"^{field.name} = ", page, re.MULTILINE) for field in fields(Colours))


def test_the_example_configuration_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(_example("configuration.md"), "utf-8")
    settings = config.load(file)
    assert settings.complaints == ()
    assert settings.theme == "paper"
    assert settings.keys_for("library.select") == ("x",)


def test_the_tables_of_settings_and_presets_are_up_to_date() -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    assert optiontable.settings() in page and optiontable.presets() in page
    assert optiontable.renewed(page) == page, "run: python -m tuireader.settings.optiontable"


def test_the_example_has_every_setting_with_its_default() -> None:
    example = tomllib.loads(_example("configuration.md"))
    assert list(example) == [*(option.name for option in OPTIONS), "keys"]
    assert all(example[option.name] == option.default for option in OPTIONS if option.name != "theme")


def test_no_command_needs_a_character_that_many_keyboards_have_under_altgr() -> None:
    hard = {PUNCTUATION[char] for char in "[]{}\\|@~#^`"}
    for command in COMMANDS:
        assert set(command.keys) - hard, f"{command.id} needs a key that can be typed without AltGr"


def test_the_keys_of_the_settings_screen_are_those_told() -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    table = page[page.index("| key | what it does |") : page.index("Only the line of the key")]
    for command in by_scope("settings"):
        assert any(coded(key) in table for key in command.keys) or command.id.startswith("settings.previous")
