"""Files that are no files, or too much of one: each is a line, nothing is waited for, and the rest is read."""

import gzip
import io
import json
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from tuireader import sources
from tuireader.sources import opening
from tuireader.sources.inputs import FileInput
from tuireader.sources.model import Draft

BODY = "The harbour of Lindby opened again on Friday. Three ships came in."
posix = pytest.mark.skipif(os.name != "posix", reason="needs what POSIX has")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "zgood.txt").write_text(BODY)
    return tmp_path


def said(found: sources.Opened) -> dict[str, str]:
    return {Path(problem.path).name: problem.reason for problem in found.problems}


@posix
def test_what_is_no_regular_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    place = socket.socket(socket.AF_UNIX)
    place.bind(str(folder / "s.txt"))
    names = ["pipe.txt", "s.txt", "one.txt", "zgood.txt"]
    begin = time.monotonic()
    found = sources.open([*(folder / name for name in names), "/dev/zero"])
    assert time.monotonic() - begin < 2
    place.close()
    regular = "not a regular file; use - to read from a pipe"
    assert said(found) == {
        "pipe.txt": regular,
        "s.txt": regular,
        "zero": regular,
        "one.txt": "a link that leads back to itself",
    }
    assert [article.id for article in sources.open([folder]).articles] == ["zgood"]


def test_a_file_of_two_gigabytes_is_not_read(folder: Path) -> None:
    for name in ("large.txt", "large.csv"):
        with (folder / name).open("wb") as file:
            file.write(b"words, and more words\n" * 4000)
            file.truncate(2_000_000_000)
    begin = time.monotonic()
    found = sources.open([folder])
    assert time.monotonic() - begin < 2
    assert said(found)["large.txt"] == "2000.0 MB, more than the 8 MB a text may have"
    assert [article.id for article in found.articles] == ["zgood"]


def test_more_lines_than_an_article_has(folder: Path) -> None:
    (folder / "log.txt").write_text("a\n" * 1_000_000)
    found = sources.open([folder])
    assert said(found) == {"log.txt": "has more than 200,000 lines, which no article has"}
    assert len(found.articles) == 1


def test_a_file_that_changes_while_it_is_read(folder: Path) -> None:
    file = folder / "growing.txt"
    file.write_text(BODY * 1200)
    input = FileInput(str(file))
    with file.open("a") as more:
        more.write(BODY)
    with pytest.raises(ValueError, match="changed while it was read"):
        input.data()
    lines = folder / "n.jsonl"
    row = json.dumps({"title": "T", "text": BODY}) + "\n"
    lines.write_text(row * 1200)
    reading = sources.read([lines, folder / "zgood.txt"])
    next(reading)
    with lines.open("a") as more_lines:
        more_lines.write(row)
    *_, problem, article = reading
    assert isinstance(problem, sources.Problem)
    assert problem.reason.startswith("changed while it was read; open it again once it is whole (after 1")
    assert not isinstance(article, sources.Problem)


def test_a_file_that_is_gone_when_it_is_its_turn(folder: Path) -> None:
    (folder / "a.txt").write_text(BODY)
    (folder / "b.txt").write_text(BODY)
    reading = sources.read([folder])
    next(reading)
    (folder / "b.txt").unlink()
    problem, article = reading
    assert isinstance(problem, sources.Problem)
    assert problem.reason == "no such file or folder"
    assert not isinstance(article, sources.Problem)


@posix
def test_a_name_that_is_no_text(folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(BODY)
    except OSError:
        pytest.skip("this file system knows only names in UTF-8")
    articles = sources.open([folder]).articles
    assert len(articles) == 2
    assert all(article.path is not None and article.path.encode() for article in articles)


def test_folders_in_folders(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "bottom.txt").write_text(BODY)
    assert [article.id for article in sources.open([folder]).articles] == ["zgood", "bottom"]


def test_it_stops_where_it_is_told_to(folder: Path) -> None:
    for number in range(20):
        (folder / f"{number}.txt").write_text(BODY)
    found: list[int] = []
    opened = sources.open([folder], progress=found.append, stop=lambda: len(found) == 3)
    assert found == [1, 2, 3]
    assert len(opened.articles) == 3


def test_a_text_that_breaks_the_rules_ends_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("evil")
    whole = opening.article

    def breaks(draft: Draft, **how: str) -> object:
        if draft.text == "evil":
            raise RecursionError("too deep")
        return whole(draft, **how)

    monkeypatch.setattr(opening, "article", breaks)
    found = sources.open([folder])
    assert [article.id for article in found.articles] == ["zgood"]
    assert "RecursionError" in said(found)["a.txt"]


class Pipe:
    """Standard input that can be read once, and counts what is taken."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]


def test_a_pipe_that_is_longer_than_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"title": "T", "text": BODY}) + "\n"
    options = sources.Options(cap=20_000)
    monkeypatch.setattr(sys, "stdin", Pipe(row.encode() * 1000))
    assert sum(1 for _ in sources.read(["-"], options=options)) == 1000
    rows = ({"id": os.urandom(90).hex(), "title": "T", "text": BODY} for _ in range(900))
    packed = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    assert len(packed) > 70_000
    monkeypatch.setattr(sys, "stdin", Pipe(packed))
    found = sources.open(["-"], options=options)
    assert len(found.articles) == 900
    monkeypatch.setattr(sys, "stdin", Pipe(BODY.encode() * 1500))
    (problem,) = sources.open(["-"], options=options).problems
    assert problem.reason == "more than the 0.02 MB a text may have"
