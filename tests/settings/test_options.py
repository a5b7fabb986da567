"""The table of settings: what each may be, what typed texts mean, and the steps from value to value."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.settings import config
from tuireader.settings.config import Origin, Settings
from tuireader.settings.options import OPTIONS, Option, find, written


def test_every_setting_is_a_field_with_its_default() -> None:
    names = {field.name for field in fields(Settings)} - {"keymap", "complaints", "origins"}
    assert names == {option.name for option in OPTIONS}
    for option in OPTIONS:
        assert getattr(Settings(), option.name) == option.default
        assert option.wrong(option.default) == "" and option.help.endswith(".")


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_steps_stay_within_what_is_allowed_and_come_round(option: Option) -> None:
    value = option.default
    for _ in range(100):
        value = option.stepped(value, 1)
        assert option.wrong(value) == ""
    if option.choices:
        seen = {value := option.stepped(value, -1) for _ in option.choices}
        assert seen == set(option.choices)


@given(st.sampled_from(OPTIONS), st.text(max_size=12))
def test_what_is_read_is_allowed_and_reads_back(option: Option, text: str) -> None:
    try:
        value = option.read(text)
    except ValueError as error:
        assert str(error).startswith("must be ")
        return
    assert option.wrong(value) == ""
    assert option.read(str(value).lower() if isinstance(value, bool) else str(value)) == value


def test_typed_values() -> None:
    assert find("animation").read("yes") is True and find("reload").read("Off") is False
    assert find("measure").read(" 70 ") == 70 and find("mouse").read("ON") == "on"
    assert find("count_seconds").read("0.5") == 0.5
    for name, text in [("measure", "7.5"), ("measure", "300"), ("count_seconds", "nan"), ("mouse", "blue")]:
        with pytest.raises(ValueError, match="must be"):
            find(name).read(text)
    assert [written(value) for value in (True, 80, 1.0, 0.25, "x")] == ["true", "80", "1", "0.25", '"x"']


def test_call_over_environment_over_file_over_default(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('\nmouse = "off"\nmeasure = 60\ncount_seconds = 2\n[keys]\n"library.read" = "L"\n', "utf-8")
    environ = {"TUIREADER_MOUSE": "on", "TUIREADER_MEASURE": "70", "TUIREADER_REMEASURE": "1"}
    settings = config.load(file, environ, {"mouse": "auto", "theme": ""})
    assert (settings.mouse, settings.measure, settings.count_seconds, settings.theme) == ("auto", 70, 2, "")
    assert settings.origins == {
        "mouse": Origin("call", "--mouse"),
        "measure": Origin("environment", "TUIREADER_MEASURE"),
        "count_seconds": Origin("file", "config.toml", 4),
        "keys.library.read": Origin("file", "config.toml", 6),
    }
    assert str(settings.origins["count_seconds"]) == "config.toml, line 4"


def test_a_wrong_variable_is_told_and_the_file_holds(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("measure = 60\n", "utf-8")
    settings = config.load(file, {"TUIREADER_MEASURE": "wide"})
    assert settings.measure == 60
    (complaint,) = settings.complaints
    assert str(complaint) == 'TUIREADER_MEASURE: must be a whole number from 40 to 120, not "wide"'
