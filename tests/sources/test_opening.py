"""Files, folders, patterns and standard input: what opens, under which name, and what is said of the rest."""

import io
import os
import sys
import time
from pathlib import Path

import pytest

from tuireader import sources

STORY = "Harbour Reopens After the Storm\n\nThe harbour of Lindby reopened on Friday. Ships came in again.\n"


def write(path: Path, data: str | bytes = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def ids(opened: sources.Opened) -> list[str]:
    return [article.id for article in opened.articles]


def reasons(opened: sources.Opened) -> list[str]:
    return [problem.reason for problem in opened.problems]


def test_a_file(tmp_path: Path) -> None:
    file = write(tmp_path / "harbour.txt")
    opened = sources.open([file])
    (article,) = opened.articles
    assert (article.id, article.path, article.text, article.encoding) == ("harbour", str(file), STORY, "utf-8")
    assert article.title == "Harbour Reopens After the Storm"
    assert article.words == 16
    assert opened.problems == ()


def test_a_folder_is_read_by_name_and_in_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deeper/d", ".hidden.txt", ".git/e.txt", "notes.md", "data.json"):
        write(tmp_path / name, f"{STORY}{name}")
    opened = sources.open([tmp_path])
    assert ids(opened) == ["a", "b", "notes", "c", "d"]
    assert opened.problems == ()


def test_a_pattern(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", ".d.txt"):
        write(tmp_path / name)
    assert ids(sources.open([str(tmp_path / "*.txt")])) == ["a", "b"]
    opened = sources.open([str(tmp_path / "*.doc")])
    assert reasons(opened) == ["no file fits this pattern"]


def test_a_name_with_pattern_marks_is_a_file_first(tmp_path: Path) -> None:
    write(tmp_path / "what[1].txt")
    assert ids(sources.open([str(tmp_path / "what[1].txt")])) == ["what[1]"]


def test_ids_are_unique_and_a_file_opens_once(tmp_path: Path) -> None:
    first, second = write(tmp_path / "x" / "story.txt"), write(tmp_path / "y" / "story.txt")
    third = write(tmp_path / "story-2.txt")
    opened = sources.open([first, second, third, first, tmp_path, str(tmp_path / "x" / ".." / "x" / "story.txt")])
    assert ids(opened) == ["story", "story-2", "story-2-2"]


def test_ids_are_safe_to_print(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b]0;evil\x07b\u202ec.txt")
    write(tmp_path / "--json.txt")
    write(tmp_path / "\x1b[31m.txt")
    assert sorted(ids(sources.open([tmp_path]))) == ["abc", "article", "json"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Café in Rågö".encode("cp1252"))))
    (article,) = sources.open(["-", "-"]).articles
    assert (article.id, article.path) == ("stdin", None)
    assert article.text.startswith("Caf")


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert sources.open(["-"]).problems == (("standard input", "cannot be read"),)


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt")
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "blank.txt", " \n\t\n")
    write(tmp_path / "picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00")
    write(tmp_path / "odd.bin", bytes(range(256)) * 4)
    (tmp_path / "void").mkdir()
    names = ["missing.txt", "empty.txt", "blank.txt", "picture.txt", "odd.bin", "void"]
    opened = sources.open([tmp_path / name for name in names] + [good])
    assert ids(opened) == ["good"]
    assert [Path(problem.path).name for problem in opened.problems] == names
    assert reasons(opened) == [
        "no such file or folder",
        "is empty",
        "holds no text",
        "is a binary file (PNG image), which tuireader does not read",
        "is a binary file, which tuireader does not read",
        "no articles in this folder",
    ]


def test_binary_files_of_a_folder_are_one_problem(tmp_path: Path) -> None:
    write(tmp_path / "good.txt")
    for name in ("a.png", "b.png", "c.png"):
        write(tmp_path / name, b"\x89PNG\r\n\x1a\n\x00")
    opened = sources.open([tmp_path])
    assert ids(opened) == ["good"]
    assert reasons(opened) == ["binary files skipped: a.png and 2 more"]


def test_a_folder_of_data_says_so(tmp_path: Path) -> None:
    write(tmp_path / "table.csv", "a,b\n")
    opened = sources.open([tmp_path])
    assert reasons(opened) == ["no articles in this folder, only data or markup (.csv); name such a file to open it"]
    (reason,) = reasons(sources.open([tmp_path / "table.csv"]))
    assert reason.startswith("no column holds the text of articles: there is “a”, “b”; say which one does: --map text=")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = write(tmp_path / "large.txt", "word " * 400_000)
    with file.open("r+b") as handle:
        handle.truncate(9_500_000)
    assert reasons(sources.open([file])) == ["9.5 MB, more than the 8 MB a text may have"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_devices_are_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path / "good.txt")
    begin = time.monotonic()
    opened = sources.open([tmp_path / "pipe", "/dev/null", tmp_path])
    assert time.monotonic() - begin < 2
    assert ids(opened) == ["good"]
    assert reasons(opened) == ["not a regular file; use - to read from a pipe"] * 2


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "folder"
    inside = write(folder / "good.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "again.txt").symlink_to(inside)
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    opened = sources.open([folder])
    assert len(opened.articles) == 1
    assert reasons(opened) == ["2 links out of the folder not followed"]
    assert ids(sources.open([folder / "out.txt"])) == ["out"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    file = write(tmp_path / "locked.txt")
    file.chmod(0)
    assert reasons(sources.open([file])) == ["may not be read (permission denied)"]


@pytest.mark.parametrize(
    "name", ["a\x00b", "", pytest.param("x" * 5000, id="long"), "\udcff.txt", "no/such/\x1b[2J/file"]
)
def test_names_that_cannot_be(name: str) -> None:
    opened = sources.open([name] if name else ["./ "])
    (problem,) = opened.problems
    assert not opened.articles
    assert "\x1b" not in problem.path
    problem.path.encode()
    assert problem.reason
