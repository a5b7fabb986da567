"""Which editor is taken."""

from __future__ import annotations

import shutil

import pytest

from tuireader.tui import editing


def test_visual_goes_before_editor_and_words_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert editing.editor({"VISUAL": "code --wait", "EDITOR": "ed"}) == ["code", "--wait"]
    assert editing.editor({"VISUAL": " ", "EDITOR": "'/my apps/ed' -x"}) == ["/my apps/ed", "-x"]
    with pytest.raises(ValueError, match="quotation"):
        editing.editor({"EDITOR": "'ed"})
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/vi" if name == "vi" else None)
    assert editing.editor({}) == ["vi"]
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert editing.editor({"EDITOR": ""}) == []
