"""A library too large to open at once, line by line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.library.shelved import article, told
from tuireader.cli import main
from tuireader.library import Cache, Library
from tuireader.library.stores import of_library
from tuireader.linear.large import Large, Together
from tuireader.linear.reader import Reader
from tuireader.linear.sitting import Sitting
from tuireader.linear.typist import Lined
from tuireader.linear.voice import Voice
from tuireader.settings import paths
from tuireader.settings.config import Settings
from tuireader.sources import few

_BRIDGE = "The old bridge at Vessel was closed on Friday after a barge had struck its middle pier, the council said."


def test_a_large_library_is_told_in_pages_and_a_row_opens_by_its_number() -> None:
    library = Library.open(None)
    library.put([article(f"bridge{n}", f"Bridge {n}", _BRIDGE, "Courier", f"2025-03-0{n}") for n in (1, 2)])
    library.put([article(f"alone{n}", f"Orchard {n} in bloom", source="Herald") for n in range(20)])
    told(library, {1: ["bridge1", "bridge2"]})
    source, out = of_library(library), io.StringIO()
    cache = Cache.open(None)
    orders = "1\nq\n99\nr\n/middle pier\n\nq\nq\nForchard 7\n2\nq\nq\n"
    voice = Voice(out, lambda: 10_000)
    sitting = Sitting(Together((), cache), library)
    reader = Reader(sitting, Settings(), Lined(io.StringIO(orders), voice), voice)
    reader.run(Large(reader, source, cache))
    source.close()
    lines = out.getvalue().splitlines()
    assert lines[:2] == [
        "tuireader, 22 articles, 1 story. ? tells the keys, q leaves.",
        "1: story: Topic 1, 2 articles, 2 not read, 2025-03-09.",
    ]
    assert lines[2] == "2: On their own, 20 articles, 20 not read." and "And 12 more." in lines
    assert "tuireader, 2 articles, 1 story told by several. ? tells the keys, q leaves." in lines
    assert "There is no row 99; there are 22." in lines and "Read." in lines
    assert '"middle pier" stands in 2 articles; the best first.' in lines
    assert '2 articles answer "orchard 7".' in lines
    assert library.states()[library.texts(library.digests()[:1])[0].digest].read


def test_a_folder_of_many_is_told_by_story_from_a_store_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(few, "FEW", 3)
    folder = tmp_path / "lights"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Light {number} is out\n\nKeeper {number} saw it at {number} o'clock.\n")
    (folder / "empty.txt").write_text("")
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.StringIO("1\nr\nq\nq\n"))
        assert main(["--linear", str(folder)]) == 0
        said = capsys.readouterr()
        assert "tuireader, 5 articles. ? tells the keys, q leaves." in said.out
        assert "empty.txt: is empty" in said.err
        # The next call reads only what is new: what was read is in the store.
        monkeypatch.setattr(few, "few", lambda _: pytest.fail("read again"))
    (folder / "5.txt").write_text("Light 5 is out\n\nKeeper 5 saw it at 5 o'clock.\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert main(["--linear", str(folder)]) == 0 and "tuireader, 6 articles, 1 story." in capsys.readouterr().out
    with Library.open(paths.find().library) as library:
        assert library.count() == 0, "what is only looked at is not added"
