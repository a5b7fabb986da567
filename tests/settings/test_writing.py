"""Writing config.toml: only the key changes, comments and order stay, and nothing is lost where it cannot be."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.settings import config
from tuireader.settings.commands import COMMANDS
from tuireader.settings.keys import canonical, typed
from tuireader.settings.options import OPTIONS
from tuireader.settings.writing import Unwritable, put, put_keys

MINE = """\
# my file
theme = "ink"   # night

# wide
measure = 70

# my keys
[keys]
"library.select" = "x"  # cross
compare.sync = "S"

[keys.facts]
jump = "J"  # go
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "config.toml"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())


def test_a_new_file(file: Path) -> None:
    put(file, "mouse", "off")
    put(file, "animation", True)
    put_keys(file, "app.quit", ["question_mark", "Z"])
    assert file.read_text() == 'mouse = "off"\nanimation = true\n\n[keys]\n"app.quit" = ["?", "Z"]\n'
    assert [each.name for each in file.parent.iterdir()] == ["config.toml"]


def test_only_the_line_changes(file: Path) -> None:
    for change, old, new in [
        (lambda: put(file, "measure", 60), "measure = 70", "measure = 60"),
        (lambda: put(file, "theme", "mist"), 'theme = "ink"   # night', 'theme = "mist"   # night'),
        (lambda: put(file, "measure", None), "measure = 70\n", ""),
        (lambda: put(file, "mouse", "off"), "measure = 70\n", 'measure = 70\nmouse = "off"\n'),
        (lambda: put_keys(file, "library.select", ["n"]), '"x"  # cross', '"n"  # cross'),
        (lambda: put_keys(file, "compare.sync", ["S", "slash"]), 'compare.sync = "S"', 'compare.sync = ["S", "/"]'),
        (lambda: put_keys(file, "facts.jump", []), 'jump = "J"', "jump = []"),
        (lambda: put_keys(file, "library.select", None), '"library.select" = "x"  # cross\n', ""),
        (lambda: put_keys(file, "app.quit", ["Z"]), 'sync = "S"\n', 'sync = "S"\n"app.quit" = "Z"\n'),
        (lambda: put(file, "mouse", None), "", ""),
        (lambda: put_keys(file, "app.quit", None), "", ""),
    ]:
        write(file, MINE)
        change()
        assert file.read_text() == MINE.replace(old, new), new
        write(file, MINE.replace("\n", "\r\n"))
        change()
        assert file.read_bytes().decode() == MINE.replace(old, new).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# only this\n", '# only this\nmouse = "off"\n'),
        ("a = 1", 'a = 1\nmouse = "off"\n'),
        ('[keys]\n"app.quit" = "Z"\n', 'mouse = "off"\n\n[keys]\n"app.quit" = "Z"\n'),
        ("# top\n\n# of keys\n[keys]\n", '# top\n\nmouse = "off"\n\n# of keys\n[keys]\n'),
        ('keys.app.quit = "Z"\n', 'keys.app.quit = "Z"\nmouse = "off"\n'),
    ],
)
def test_where_a_new_setting_goes(file: Path, before: str, after: str) -> None:
    write(file, before)
    put(file, "mouse", "off")
    assert file.read_text() == after


@pytest.mark.parametrize("broken", ["measure = = 3\n", "mouse = [\n", "\xff", "keys = 3\n"])
def test_a_broken_file_is_never_written(file: Path, broken: str) -> None:
    file.parent.mkdir()
    file.write_bytes(broken.encode("latin-1"))
    with pytest.raises(Unwritable, match="othing was changed"):
        put_keys(file, "app.quit", ["Z"])
    assert file.read_bytes() == broken.encode("latin-1")


def test_a_read_only_file_or_folder_is_told_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, MINE)
    # Root may write everything: what the system says stands for it.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Unwritable, match="read-only"):
        put(file, "measure", 60)
    monkeypatch.undo()

    def fail(*_: Any) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Unwritable, match="Read-only file system"):
        put(file, "measure", 60)
    assert file.read_text() == MINE and len(list(file.parent.iterdir())) == 1


def test_a_link_stays_a_link_and_the_mode_stays(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE)
    real.chmod(0o600)
    file.parent.mkdir()
    file.symlink_to(real)
    put(file, "measure", 60)
    assert file.is_symlink() and "measure = 60" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


_COMMENTS = st.text(st.sampled_from("ab =[]\"'#é"), max_size=12).map(lambda text: f"# {text}")
_LINES = st.lists(st.one_of(_COMMENTS, st.just(""), st.sampled_from(["measure", "theme", "mouse", "own"])), max_size=9)


@given(_LINES, _LINES, st.sampled_from(OPTIONS), st.sampled_from(COMMANDS), st.booleans())
@settings(max_examples=80, deadline=None)
def test_whatever_stands_there_stays(
    tmp_path_factory: pytest.TempPathFactory, top: list[str], below: list[str], option: Any, command: Any, remove: bool
) -> None:
    file = tmp_path_factory.mktemp("any") / "config.toml"
    names = dict.fromkeys(line for line in top if line and line[0] != "#")
    comments = [line if line[:1] in ("", "#") else "" for line in below]
    text = "\n".join(
        [line if line[:1] in ("", "#") else "" for line in top] + [f"{name} = 1 # {name}" for name in names]
    )
    text += "\n" + "\n".join(comments) + '\n[keys]\n"app.quit" = "Z" # leave\n'
    write(file, text)
    before = tomllib.loads(text)
    put(file, option.name, None if remove else option.default)
    put_keys(file, command.id, None if remove else ["question_mark"])
    after = file.read_text()
    wanted = {name: value for name, value in before.items() if name not in (option.name, "keys")}
    wanted |= {} if remove else {option.name: option.default}
    wanted["keys"] = {id: keys for id, keys in before["keys"].items() if id != command.id}
    wanted["keys"] |= {} if remove else {command.id: "?"}
    assert tomllib.loads(after) == wanted
    kept = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in after.splitlines() if line.startswith("#")] == kept
    held = [line for line in text.splitlines() if " # " in line and not line.startswith("#")]
    assert sum(line in after for line in held) >= len(held) - 2


def test_what_is_written_is_read_again(file: Path) -> None:
    for option in OPTIONS:
        put(file, option.name, option.stepped(option.default, 1))
    put_keys(file, "compare.next_passage", ["right_curly_bracket", "insert", "alt+less_than_sign", "ж"])
    found = config.load(file, {})
    assert found.complaints == ()
    assert found.keys_for("compare.next_passage") == ("right_curly_bracket", "insert", "alt+less_than_sign", "ж")
    assert canonical(typed("alt+less_than_sign")) == "alt+less_than_sign" and typed("ctrl+l") == "ctrl+l"
