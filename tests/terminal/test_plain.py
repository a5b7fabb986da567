"""Where the font or the locale has no typography, typewriter's signs are sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Open

TEXT = "“A bridge” – and more…\n\nThe county’s “engineers” found it on Thursday morning, they said.\n"


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"LC_ALL": "C", "LANG": "C"}], ids=["linux", "C"])
def test_typography_is_plain(reader: Open, tmp_path: Path, env: dict[str, str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    terminal = reader(file, env=env)
    terminal.until("county")
    terminal.settle()
    assert '"A bridge" - and more~' in terminal.text and 'county\'s "engineers"' in terminal.text
    assert not set("“”‘’–—…") & set(terminal.raw.decode())
