"""The files of a first screen tell when it is another one, wherever its articles lie in them."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from tuireader import sources
from tuireader.settings import paths
from tuireader.tui.drawn_from import DrawnFrom

BODY = "The ferry left the harbour at noon. Nobody in the town has seen it since that day."


def write(file: Path, more: str = "") -> None:
    """A file with an article, in a folder that looks as it did."""
    times = file.parent.stat() if file.exists() else None
    text = f"{BODY} {more}"
    if file.suffix == ".zip":
        with ZipFile(file, "w") as archive:
            archive.writestr("in/one.txt", f"One title\n\n{text}\n")
    elif file.suffix == ".xml":
        item = f"<item><title>One title</title><description>{text}</description></item>"
        file.write_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{item}</channel></rss>')
    else:
        file.write_text(f"One title\n\n{text}\n")
    if times is not None:
        os.utime(file.parent, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("name", ["one.txt", "one.xml", "one.zip"])
@pytest.mark.parametrize("folder", [True, False])
def test_what_articles_were_read_from_is_told_from_what_it_becomes(tmp_path: Path, name: str, folder: bool) -> None:
    file = tmp_path / "texts" / name
    file.parent.mkdir()
    write(file)
    given = [str(file.parent if folder else file)]
    files = DrawnFrom(paths.find()._replace(state=tmp_path), given, in_files=True)
    articles = sources.open(given).articles
    assert [article.title for article in articles] == ["One title"]
    files.read(articles)
    before = files.stamps("ink", None, articles)
    assert not files.changed(articles)
    write(file, "It is looked for.")
    assert files.changed(articles)
    assert files.stamps("ink", None, articles) == before, "it is what was read that is shown"
    again = sources.open(given).articles
    files.read(again)
    assert not files.changed(again) and files.stamps("ink", None, again) != before
    file.unlink()
    assert files.changed(again)


def test_what_is_read_from_the_library_does_not_depend_on_its_files(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    write(file)
    articles = sources.open([str(file)]).articles
    files = DrawnFrom(paths.find()._replace(state=tmp_path / "state"), (), in_files=False)
    before = files.stamps("ink", None, articles)
    file.unlink()
    assert not files.changed(articles) and files.stamps("ink", None, articles) == before
