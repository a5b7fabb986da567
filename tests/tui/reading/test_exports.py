"""Where exports go, and how a path is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.tui.reading.exports import folder, shown


def test_files_go_into_the_current_folder_or_to_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert folder() == Path()
    gone.rmdir()
    assert folder() == documents
    documents.rmdir()
    assert folder() == Path.home()
    # What the system answers here stands for a folder that may not be entered: root gets it as well.
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / ("x" * 300))
    assert folder() == Path()


def test_paths_are_written_from_home_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert shown(tmp_path / "a.md") == "~/a.md"
    assert shown(Path("a.md")) == "a.md"
    assert shown(Path("/elsewhere/a.md")) == "/elsewhere/a.md"
