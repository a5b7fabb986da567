"""``--map`` and ``--charset``: how files are to be read, in every command that takes PATH."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader.arguments import parse
from tuireader.cli import main
from tuireader.sources import opening
from tuireader.sources.model import Options

READ = ("list", "show x", "read x", "compare", "facts", "search x", "marks", "export", "report", "")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    yield
    opening.read_by(Options())


@pytest.mark.parametrize("command", READ)
def test_every_command_that_takes_paths_has_them(command: str) -> None:
    asked = parse([*command.split(), "n.csv", "--map", "title=kop,text=inhoud", "--charset", "cp1250"])
    assert (asked.columns, asked.charset) == ({"title": "kop", "text": "inhoud"}, "cp1250")
    assert parse(["coverage", "--map", "--columns", "text=inhoud", "n.csv"]).columns == {"text": "inhoud"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "colour=red"], "there is no “colour” to map; there are title, text"),
        (["--map", "title"], "“title” is no pair like title=headline"),
        (["--charset", "klingon"], "there is no encoding 'klingon'"),
        (["--charset", "hex"], "there is no encoding 'hex'"),
    ],
)
def test_words_that_mean_nothing(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["list", *words, "n.csv"])
    assert end.value.code == 2
    assert said in capsys.readouterr().err


def test_they_are_read_by(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "n.csv"
    file.write_bytes("kop;inhoud\nHaven open;Škoda kwam in Brně aan.\n".encode("cp1250"))
    assert main(["show", "--no-pager", "--map", "title=kop,text=inhoud", "--charset", "cp1250", str(file)]) == 0
    assert "Škoda kwam in Brně aan." in capsys.readouterr().out


def test_an_import_in_the_reader_goes_by_them_too(tmp_path: Path) -> None:
    from tuireader.library import Library
    from tuireader.library.importing import add

    (tmp_path / "n.csv").write_text("kop;inhoud\nHaven open;De haven ging vrijdag weer open.\n")
    opening.read_by(Options(columns={"title": "kop", "text": "inhoud"}))
    with Library.open(None) as library:
        assert add(library, [str(tmp_path / "n.csv")]).new == 1
