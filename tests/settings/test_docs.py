"""What docs/themes.md and docs/configuration.md show is accepted, and nothing is missing from them."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from tuireader.settings import config, paths, themes
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
    assert settings.keys_for("library.mark") == ("x",)


def test_every_setting_is_told_with_its_default() -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    shown = {"animation": "`false`", "measure": "`80`", "mouse": '`"auto"`', "glyphs": '`"auto"`', "theme": "the theme"}
    for name, value in shown.items():
        assert f"| `{name}` | {value}" in page
    assert config.Settings() == config.Settings(animation=False, measure=80, mouse="auto", glyphs="auto", theme="")
