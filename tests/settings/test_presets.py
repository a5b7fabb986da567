"""Presets: no key is wanted twice, no command is out of reach, and the user's own keys lie above."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.arguments import PRESETS as WORDS
from tuireader.settings import config, keymap
from tuireader.settings.clashes import clashes
from tuireader.settings.commands import COMMANDS, TYPED, WITH, by_scope, get
from tuireader.settings.config import Settings
from tuireader.settings.keys import canonical, types_something
from tuireader.settings.layouts import LAYOUTS
from tuireader.settings.options import find
from tuireader.settings.presets import PRESETS, keys_of
from tuireader.settings.scopes import OVER


def test_the_names_written_elsewhere_are_these() -> None:
    assert tuple(PRESETS) == find("preset").choices == WORDS
    assert ("auto", "off", *LAYOUTS) == find("layout").choices


@pytest.mark.parametrize("preset", list(PRESETS))
def test_no_clash_and_every_command_has_a_key_without_ctrl(preset: str) -> None:
    settings = Settings(preset=preset)
    assert clashes(settings.keys_for) == []
    for command in COMMANDS:
        plain = [key for key in settings.keys_for(command.id) if "ctrl+" not in key and "alt+" not in key]
        assert plain, f"{command.id} has no plain key in preset {preset}: give it one in settings/presets.py"


@pytest.mark.parametrize("preset", list(PRESETS))
def test_every_name_is_a_key_and_a_command(preset: str) -> None:
    for id, keys in PRESETS[preset].items():
        for key in keys.split():
            assert canonical(key) == key
            assert key in Settings(preset=preset).keys_for(id), f"two commands of {preset} want {key}"
            assert get(id).scope not in TYPED or not types_something(key)


def test_what_is_added_is_taken_from_others_only_where_both_hold() -> None:
    less = keys_of("less")
    assert less["app.help"] == ("question_mark", "h")
    assert "h" not in less["compare.previous_pane"]
    assert less["compare.unique"] == ("a",)
    assert Settings(preset="less").keys_for("facts.narrow") == ("a",)


def test_the_users_own_keys_lie_above(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('preset = "less"\n[keys]\n"compare.unique" = "u"\n"compare.half_up" = "K"\n', "utf-8")
    settings = config.load(file)
    assert settings.complaints == ()
    assert settings.keys_for("compare.unique") == ("u",)
    assert settings.keys_for("compare.half_up") == ("K",)
    assert settings.keys_for("compare.half_down") == ("J", "d", "ctrl+d")


def test_a_clash_with_the_preset_is_told(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('preset = "less"\n[keys]\n"compare.unique" = ["a", "d"]\n', "utf-8")
    settings = config.load(file)
    assert ["already a key of compare.half_down" in str(each) for each in settings.complaints] == [True]
    assert settings.keys_for("compare.unique") == ("a",)


def read(id: str, keys: list[str]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """What becomes of the keys of a command, and what is told of it."""
    told: list[str] = []
    return keymap.read({id: keys}, lambda _, text: told.append(text)), told


def test_every_command_of_every_scope_can_have_other_keys_or_none() -> None:
    for command in COMMANDS:
        found, told = read(command.id, ["f5", "ж"])
        typed = command.scope in TYPED
        assert found == {command.id: ("f5",) if typed else ("f5", "ж")} and len(told) == typed
        assert read(command.id, [])[0] == ({} if command.id in keymap.NEEDED else {command.id: ()})


def test_clashes_are_told_in_every_scope_and_with_those_that_hold_beside() -> None:
    for command in COMMANDS:
        beside = () if command.scope in OVER else WITH[command.scope]
        for scope in (command.scope, *beside):
            others = (each for each in by_scope(scope) if each is not command and not {*each.keys} & {*command.keys})
            if (other := next(others, None)) is not None:
                _, told = read(command.id, [other.keys[0]])
                assert any("already a key of" in text or "is typed into" in text for text in told), command.id
