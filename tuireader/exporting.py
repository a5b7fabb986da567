"""What ``tuireader export`` and ``tuireader report`` do: put together what was asked for, and write or print it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tuireader.article import TuireaderError, UsageError
from tuireader.report.documents import Material, export, form_of, suggested
from tuireader.report.documents.files import FileThereError, amount, check, target, write

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from tuireader.given import Given
    from tuireader.library import Mark

#: Names of standard output; none is one too.
_STDOUT = (None, "-", "/dev/stdout")


def exported(asked: Namespace) -> int:
    """``export``: a file where one is named, else standard output."""
    named = asked.output not in _STDOUT
    form = asked.format or ("json" if asked.json else None) or (form_of(asked.output) if named else None) or "md"
    if named:
        _check(asked)
    data = export(_material(asked, form), asked.what, form)
    if named:
        return _write(target(asked.output), data, force=asked.force)
    return _print(data, asked, form)


def reported(asked: Namespace) -> int:
    """``report``: the whole story as one page; where somebody looks at standard output, into a file of its own."""
    from tuireader.output import is_terminal

    named = asked.output not in _STDOUT
    form = "json" if asked.json else (form_of(asked.output) if named else None) or "html"
    if named:
        _check(asked)
    material = _material(asked, form)
    data = export(material, "story", form)
    if named or (asked.output is None and is_terminal()):
        # Nobody reads the source of a page on a terminal.
        file = asked.output or suggested(material.title, "story", form)
        return _write(target(file), data, force=asked.force)
    return _print(data, asked, form)


def _check(asked: Namespace) -> None:
    """Whether the file that is named can be written; before anything is computed, since a slip need not wait."""
    with _told():
        check(target(asked.output), force=asked.force)


def _write(path: Path, data: bytes, *, force: bool) -> int:
    from tuireader.output import complain

    with _told():
        write(path, data, force=force)
    complain(f"wrote {path}, {amount(len(data))}")
    return 0


@contextmanager
def _told() -> Iterator[None]:
    """Tells what writes over a file that is there."""
    try:
        yield
    except FileThereError as there:
        raise TuireaderError(f"{there}; --force writes over it") from None


def _print(data: bytes, asked: Namespace, form: str) -> int:
    from tuireader import output

    if form == "md" and output.is_terminal():
        output.write(data.decode("utf-8").splitlines(), pager=asked.pager)
    else:
        output.write_bytes(data)
    return 0


def _material(asked: Namespace, form: str) -> Material:
    """What is to be exported. Facts are looked for only where they are told."""
    from tuireader.in_library import given_of
    from tuireader.story import Telling

    what = asked.what
    with given_of(asked) as given:
        if what == "marks" and asked.story is None:
            from tuireader.passages import Passages

            return Material(given.articles, Telling(Passages(), ()), marks=marks_of(given, everywhere=not asked.paths))
        marks = marks_of(given, everywhere=False) if what in ("marks", "story") else ()
        if what in ("facts", "story"):
            material = _of_story(asked, Material(given.articles, given.telling, given.facts, marks))
            # Only now: what was dismissed in another story is not left out of this one.
            return material if asked.all or form == "json" else material.without(given.dismissed)
        return _of_story(asked, Material(given.articles, given.telling, marks=marks))


def _of_story(asked: Namespace, material: Material) -> Material:
    """The one story that is asked for, or all of it."""
    try:
        return material if asked.story is None else material.of_story(asked.story)
    except KeyError:
        held = len(material.telling.stories)
        there = "there is one" if held == 1 else f"there are 1 to {held}"
        raise UsageError(f"there is no story {asked.story}; {there}, as `tuireader list` shows them") from None


def marks_of(given: Given, *, everywhere: bool) -> tuple[Mark, ...]:
    """The marks in the articles that are open, or in all that ever were."""
    from tuireader.given import library_there

    with library_there() as library:
        found: tuple[Mark, ...] = () if library is None else library.all_marks()
    digests = {article.digest for article in given.articles}
    return tuple(mark for mark in found if everywhere or mark.digest in digests)
