"""What the program finds of what it came with, however it was installed."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import tuireader
from tuireader.settings import paths


def test_seeds_and_themes_are_found() -> None:
    found = paths.find()
    assert len(list(found.seeds.glob("*.txt"))) == 5
    assert "ink.toml" in {path.name for path in found.shipped_themes.glob("*.toml")}


def test_inside_a_wheel_the_shipped_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "tuireader"
    (package / "shipped" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.find().seeds == package / "shipped" / "seeds"
    assert paths.find().shipped_themes == package.parent / "themes"


def test_the_version_is_told_once_and_everywhere_the_same(tmp_path: Path) -> None:
    assert metadata.version("tuireader") == tuireader.__version__
    command = [sys.executable, "-m", "tuireader", "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"tuireader {tuireader.__version__}\n"


def test_the_command_is_installed() -> None:
    (script,) = metadata.distribution("tuireader").entry_points.select(group="console_scripts")
    assert (script.name, script.value) == ("tuireader", "tuireader.cli:main")
