"""Frames kept from run to run: found again while all is as it was, and never trusted where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.settings import paths
from tuireader.tui.terminal import early, saved

FRAME = saved.Frame(b"\x1b[1;1Hpainted", b'{"known": 1}')
VIEW = b"words\x0080x24"


@pytest.fixture
def drawn_from(tmp_path: Path) -> Path:
    file = tmp_path / "library"
    file.write_text("one")
    return file


@pytest.fixture
def folder(tmp_path: Path, drawn_from: Path) -> str:
    """A folder with one frame, drawn from one file."""
    folder = str(tmp_path / "cache" / "frames")
    assert saved.keep(folder, VIEW, saved.stamps([str(drawn_from), str(tmp_path / "not there")]), FRAME)
    return folder


def kept(folder: str) -> Path:
    (file,) = Path(folder).iterdir()
    return file


def test_a_frame_is_found_again(folder: str) -> None:
    found = saved.find(folder, VIEW)
    assert found is not None
    assert (found.painting, found.known) == (FRAME.painting, FRAME.known)


def test_only_its_user_can_read_it(folder: str) -> None:
    assert kept(folder).stat().st_mode & 0o777 == 0o600
    assert Path(folder).stat().st_mode & 0o777 == 0o700


def test_another_view_has_none(folder: str) -> None:
    assert saved.find(folder, b"words\x00120x36") is None


def test_a_view_with_the_same_checksum_is_still_another_one(folder: str) -> None:
    kept(folder).rename(Path(folder, f"{saved.zlib.crc32(b'other'):08x}.frame"))
    assert saved.find(folder, b"other") is None


def test_it_is_stale_when_a_file_changes(folder: str, drawn_from: Path) -> None:
    drawn_from.write_text("other")
    assert saved.find(folder, VIEW) is None


def test_it_holds_for_files_as_they_were_when_they_were_read(folder: str, drawn_from: Path) -> None:
    read = saved.stamps([str(drawn_from)])
    drawn_from.write_text("changed while it was shown")
    assert saved.keep(folder, VIEW, read, FRAME)
    assert saved.find(folder, VIEW) is None


def test_it_is_stale_when_a_file_comes(folder: str, tmp_path: Path) -> None:
    (tmp_path / "not there").write_text("")
    assert saved.find(folder, VIEW) is None


def test_a_path_can_hold_every_character(tmp_path: Path) -> None:
    odd = [str(tmp_path / "a\nb c"), os.fsdecode(bytes(tmp_path) + b"/\xff")]
    assert saved.keep(str(tmp_path), VIEW, saved.stamps(odd), FRAME)
    assert saved.find(str(tmp_path), VIEW) is not None
    Path(odd[0]).write_text("")
    assert saved.find(str(tmp_path), VIEW) is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_it_is_not_trusted_where_others_can_write(folder: str, mode: int) -> None:
    kept(folder).chmod(mode)
    assert saved.find(folder, VIEW) is None


def test_neither_a_link_nor_a_pipe_is_read(folder: str, tmp_path: Path) -> None:
    file = kept(folder)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert saved.find(folder, VIEW) is None
    file.unlink()
    os.mkfifo(file, 0o600)
    assert saved.find(folder, VIEW) is None


@given(st.data())
def test_a_damaged_file_is_no_frame(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = str(tmp_path_factory.mktemp("frames"))
    saved.keep(folder, VIEW, b"", FRAME)
    whole = kept(folder).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(st.sampled_from([whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole * 2]))
    kept(folder).write_bytes(damaged)
    assert saved.find(folder, VIEW) is None


def test_the_oldest_go(tmp_path: Path) -> None:
    for number in range(saved.MOST + 3):
        saved.keep(str(tmp_path), b"%d" % number, b"", FRAME)
        os.utime(Path(tmp_path, f"{saved.zlib.crc32(b'%d' % number):08x}.frame"), (number, number))
    assert len(list(tmp_path.iterdir())) == saved.MOST
    assert saved.find(str(tmp_path), b"0") is None
    assert saved.find(str(tmp_path), b"%d" % (saved.MOST + 2)) is not None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not saved.keep(str(tmp_path / "file" / "frames"), VIEW, b"", FRAME)
    assert not saved.keep("~/frames", VIEW, b"", FRAME)


def test_frames_lie_in_the_folder_for_what_can_be_made_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for cache in (str(tmp_path), "", "not/absolute"):
        monkeypatch.setenv("XDG_CACHE_HOME", cache)
        assert Path(early.folder("tuireader")) == paths.find().cache / "frames"


@pytest.mark.parametrize(
    ("environ", "begins"),
    [
        *((environ, True) for environ in ({}, {"CI": ""}, {"CI": "0"}, {"CI": "false"})),
        *((environ, False) for environ in ({"CI": "true"}, {"TERM": "emacs"}, {"TERM": "dumb "}, {"TERM": ""})),
    ],
)
def test_it_begins_where_the_program_will_draw(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, environ: dict[str, str], begins: bool
) -> None:
    for name, value in {"TERM": "xterm", "CI": "", "XDG_CACHE_HOME": str(tmp_path), **environ}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    assert (early.begin("tuireader", "1", ()) is not None) == begins


def test_nothing_heavy_is_imported_before_a_frame_is_shown() -> None:
    early = "tuireader.tui.terminal.early, tuireader.tui.terminal.saved"
    script = f"import sys; before = set(sys.modules); import {early}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    own = {each for each in done.stdout.split() if not each.startswith("tuireader")}
    assert own <= {"zlib", "__future__"}
