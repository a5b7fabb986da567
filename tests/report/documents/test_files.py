"""Files are written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tuireader.article import TuireaderError, UsageError
from tuireader.report.documents import files, names


def test_a_file_is_written_whole_with_the_rights_of_new_files(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    files.write(file, b"words")
    assert file.read_bytes() == b"words"
    (tmp_path / "plain").touch()
    assert file.stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(each.name for each in tmp_path.iterdir()) == ["plain", "story.md"]


def test_a_file_that_is_there_stays_unless_by_force(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    with pytest.raises(files.FileThereError, match="is there already"):
        files.write(file, b"new")
    assert file.read_bytes() == b"old"
    files.write(file, b"new", force=True)
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["story.md"]


def test_who_was_quicker_keeps_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "story.md"
    monkeypatch.setattr(files, "check", lambda *_, **__: file.write_bytes(b"theirs"))
    with pytest.raises(files.FileThereError):
        files.write(file, b"ours")
    assert file.read_bytes() == b"theirs"
    assert [each.name for each in tmp_path.iterdir()] == ["story.md"]


def test_disks_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    files.write(tmp_path / "story.md", b"words")
    assert (tmp_path / "story.md").read_bytes() == b"words"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(("code", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "you may not write")])
def test_what_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(code, "whatever the system says")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(TuireaderError, match=said):
        files.write(tmp_path / "story.md", b"words")
    assert list(tmp_path.iterdir()) == []


def test_folders_that_are_not_there_and_folders_in_place_of_files(tmp_path: Path) -> None:
    with pytest.raises(TuireaderError, match="there is no folder"):
        files.write(tmp_path / "none" / "story.md", b"")
    with pytest.raises(TuireaderError, match="is a folder"):
        files.write(tmp_path, b"", force=True)
    with pytest.raises(TuireaderError, match=r"was not written|no folder"):
        files.write(Path("a\0b"), b"")
    with pytest.raises(TuireaderError, match="too long"):
        files.write(tmp_path / ("x" * 300), b"")


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    files.write(tmp_path / "link.md", b"new", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"
    files.write(Path(os.devnull), b"words")
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device() -> None:
    with pytest.raises(TuireaderError, match="the disk is full"):
        files.write(Path("/dev/full"), b"words")


def test_forms_by_endings() -> None:
    asked = ["a.md", "a.MARKDOWN", "a.html", "x/a.b.htm", "a.json", "a.csv", "story", ".hidden"]
    assert [names.form_of(each) for each in asked] == ["md", "md", "html", "html", "json", "csv", None, None]
    for wrong in ("a.pdf", "a.docx", "a.png"):
        with pytest.raises(UsageError, match="no form has"):
            names.form_of(wrong)


def test_suggested_names_fit_every_file_system() -> None:
    assert names.suggested("Vučić: “What now?” / on 11 March", "story", "html") == "vucic-what-now-on-11-march.html"
    assert names.suggested("Čaj", "facts", "csv") == "caj-facts.csv"
    assert names.suggested("日本", "marks", "md") == "tuireader-marks.md"
    assert len(names.suggested("word " * 60, "comparison", "json")) < 70
    assert names.with_form("a/b.html", "csv") == "a/b.csv"
    assert names.with_form("v1.2", "md") == "v1.2.md"


def test_amounts() -> None:
    assert [files.amount(size) for size in (1, 999, 1500, 214_400, 3_000_000)] == [
        "1 byte",
        "999 bytes",
        "1.5 kB",
        "214 kB",
        "3.0 MB",
    ]
