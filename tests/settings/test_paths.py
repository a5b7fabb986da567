"""Where things are, installed or not."""

import sys
from pathlib import Path

import platformdirs
import pytest

from tuireader.settings import paths


def test_what_is_shipped_is_found() -> None:
    here = paths.find()
    assert len(list(here.seeds.glob("*.txt"))) == 5
    assert here.shipped_themes.is_dir()


def test_an_installed_wheel_comes_before_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "tuireader"
    (tmp_path / "site" / "seeds").mkdir(parents=True)
    package.mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.find().seeds == tmp_path / "site" / "seeds"
    (package / "shipped" / "seeds").mkdir(parents=True)
    assert paths.find().seeds == package / "shipped" / "seeds"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_* hold on Linux")
def test_xdg_is_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    here = paths.find()
    assert here.config_file == tmp_path / "CONFIG" / "tuireader" / "config.toml"
    assert here.themes == tmp_path / "CONFIG" / "tuireader" / "themes"
    assert here.library == tmp_path / "STATE" / "tuireader" / "library.sqlite3"
    assert here.results == tmp_path / "CACHE" / "tuireader" / "results.sqlite3"


@pytest.mark.parametrize("home", ["/home/one", "/home/one/", "relative", None])
@pytest.mark.parametrize("folder", ["/elsewhere", "relative", "", None])
def test_the_rules_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, home: str | None, folder: str | None
) -> None:
    for name, value in {"HOME": home, **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME"), folder)}.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    theirs = platformdirs.PlatformDirs("tuireader", appauthor=False)
    here = paths.find()
    assert here[:3] == (Path(theirs.user_config_dir), Path(theirs.user_state_dir), Path(theirs.user_cache_dir))


def test_without_a_home_folder_there_are_paths_that_are_taken_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    # A user whom the system does not know, as in a container.
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}["nobody"])
    found = paths.find()
    assert {path.parts[0] for path in (found.config_file, found.library, found.results)} == {"~"}
    assert paths.is_nowhere(found.config) and not paths.is_nowhere(found.seeds)


def test_describe_names_every_path() -> None:
    here = paths.find()
    told = dict(paths.describe(here))
    assert told["settings"] == str(here.config_file)
    assert told["bundled articles"] == str(here.seeds)
    assert len(told) == 6
    assert all(place.strip() for place in told.values())
