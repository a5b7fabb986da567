"""The man page is what docs/make_man.py writes now, and says everything the program knows of itself."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from tuireader import arguments
from tuireader.settings.commands import COMMANDS
from tuireader.settings.keys import shown
from tuireader.settings.options import OPTIONS

DOCS = Path(__file__).resolve().parents[1] / "docs"
pytestmark = pytest.mark.skipif(not (DOCS / "make_man.py").is_file(), reason="the docs stand in a checkout only")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_man", DOCS / "make_man.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def plain(maker: ModuleType) -> str:
    """The page without what only roff reads."""
    text: str = maker.page()
    for char, sign in maker._SIGNS.items():
        if sign.startswith("\\") and sign not in ("\\e",):
            text = text.replace(sign, char)
    return re.sub(r"\\f[BR]", "", text).replace("\\&", "").replace("\\e", "\\")


def test_it_was_written_anew(maker: ModuleType) -> None:
    assert (DOCS / "tuireader.1").read_text("ascii") == maker.page(), "python docs/make_man.py"


def test_every_command_and_option_is_in_it(plain: str) -> None:
    for name, about in arguments.COMMANDS.items():
        assert f".SS tuireader {name}\n{about[0].upper()}" in plain
    parsers = [arguments._reader(), arguments._shared()]
    for action in arguments.commands(["facts"])._actions:
        parsers += (action.choices or {}).values() if isinstance(action.choices, dict) else []
    options = {option for parser in parsers for action in parser._actions for option in action.option_strings}
    assert len(options) > 15
    for option in options - {"-h", "--help"}:
        assert re.search(rf"^(\S+, )*{re.escape(option)}\b", plain, re.MULTILINE), option


def test_every_key_setting_file_and_status_is_in_it(plain: str) -> None:
    for command in COMMANDS:
        if command.keys:
            keys = ", ".join(shown(key, arrows=False) for key in command.keys)
            assert f"\n{keys}\n{command.help}\n" in plain, command.id
    for option in OPTIONS:
        assert f"\n{option.name} = " in plain and option.variable in plain
    for name in ("config.toml", "library.sqlite3", "results.sqlite3", "themes/*.toml", "EXIT STATUS", "NO_COLOR"):
        assert name in plain
    assert re.findall(r"^\.TP\n(\d+)$", plain.partition('"EXIT STATUS"')[2], re.MULTILINE) == [
        "0",
        "1",
        "2",
        "130",
        "141",
    ]


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_roff_reads_it_without_complaint() -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", "-z", str(DOCS / "tuireader.1")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
