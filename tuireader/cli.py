"""``tuireader …``: parse, call, print. No logic of its own, and nothing imported before it is needed."""

from __future__ import annotations

import os
import sys

# The module typing is slow to import, for a program that prints its version.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from typing import Any

    from tuireader.facts import Facts
    from tuireader.given import Given
    from tuireader.report.ink import Ink
    from tuireader.tui.terminal.early import Early


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program on the words of the call (default: those of the process). Returns the exit status."""
    from tuireader.output import guarded

    return guarded(_run, list(sys.argv[1:] if arguments is None else arguments))


def _run(words: Sequence[str]) -> int:
    from tuireader import __version__

    if list(words) in (["--version"], ["-V"]):
        print(f"tuireader {__version__}")
        return 0
    from tuireader.tui.terminal.early import begin

    # What was on the screen the last time may be there again before anything else is imported.
    early = begin("tuireader", __version__, words)
    try:
        return _done(words, early)
    finally:
        if early is not None:
            early.undo()


def _done(words: Sequence[str], early: Early | None) -> int:
    from tuireader.plain_call import plain

    asked = plain(words)
    if asked is None:
        from tuireader.arguments import parse

        asked = parse(words)
    asked.early = early
    if asked.private_addresses:
        # Addresses are asked deep below, by every command alike: the call takes its place above the file here.
        os.environ["TUIREADER_PRIVATE_ADDRESSES"] = "true"
    if asked.columns or asked.charset:
        from tuireader.sources.model import Options
        from tuireader.sources.opening import read_by

        read_by(Options(columns=asked.columns, charset=asked.charset, private_addresses=asked.private_addresses))
    return _COMMANDS[asked.command](asked)


def _reader(asked: Namespace) -> int:
    """The reader, line by line where that is asked for or all a terminal can do; the list where there is none."""
    from tuireader.output import at_terminal, can_draw, complain, teletype, unattended

    if asked.linear:
        return _linear(asked)
    if at_terminal() and not can_draw() and not asked.json and not unattended():
        complain(f"{teletype()} says that nothing can be drawn here: this is `tuireader --linear`, line by line")
        return _linear(asked)
    if asked.json or not can_draw():
        status = _list(asked)
        if not asked.json:
            where = "where CI is not set" if at_terminal() else "on a terminal"
            complain(f"the reader opens {where}; this is the list. `tuireader --help` tells of commands for pipes")
        return status
    from tuireader.choosing import chosen
    from tuireader.tui import run

    paths = chosen(asked.paths) if asked.paths else []
    return run(paths, theme=asked.theme, mouse=asked.mouse, watch=asked.watch, early=asked.early)


def _linear(asked: Namespace) -> int:
    from tuireader import linear, output
    from tuireader.given import Given
    from tuireader.keeping.by_line import known_by_line, listed_by_line
    from tuireader.sources.few import TooMany

    if asked.paths:
        status = known_by_line(asked)
    else:
        status = linear.run_kept(lambda: output.width(asked.width), output.takes_keys())
    if status is not None:
        return status
    try:
        given = Given(asked.paths, few=True)
    except TooMany:
        return listed_by_line(asked)
    with given:
        return linear.run(given, lambda: output.width(asked.width), output.takes_keys())


def _list(asked: Namespace) -> int:
    if getattr(asked, "library", False):
        return _list_library(asked)
    from tuireader.given import records
    from tuireader.report import json
    from tuireader.report.listing import listing

    found = records(asked.paths)
    # An article keeps its number, whatever is left out and in whichever order.
    numbers = {each["id"]: number for number, each in enumerate(found, 1)} if len(found) > 1 else {}
    if asked.command == "list" and (asked.sort or asked.unread or asked.tag):
        from tuireader.given import done
        from tuireader.report.list_choice import chosen

        known = done() if asked.unread or asked.tag else {}
        found = chosen(found, asked.sort, unread=asked.unread, tags=asked.tag, done=known)
        if not found:
            from tuireader.output import complain

            complain("no article answers that: every one was read, or has other tags")
    return _print(asked, lambda: json.listing(found), lambda *page: listing(found, *page, numbers=numbers))


def _list_library(asked: Namespace) -> int:
    from tuireader.in_library import listed
    from tuireader.report.library_listing import library_listing

    rows, stories = listed(asked)
    if not rows:
        from tuireader.output import complain

        complain("no article of the library answers that")
    form = {"articles": rows, "stories": stories}
    return _print(asked, lambda: form, lambda *page: library_listing(rows, stories, *page))


def _show(asked: Namespace) -> int:
    if asked.library:
        from tuireader.in_library import shown

        found = shown(asked.article)
    else:
        from tuireader.given import record

        found = record(asked.article, asked.paths)
    if asked.raw:
        from tuireader.report.raw import raw as drawn
    else:
        from tuireader.report.reading import reading as drawn
    return _print(asked, lambda: found, lambda *page: drawn(found, *page))


def _read(asked: Namespace) -> int:
    """The reader, open at a place; what stands there, where there is no terminal to draw on."""
    from tuireader.choosing import is_path
    from tuireader.output import can_draw
    from tuireader.report.citing import read_address

    found = read_address(asked.place)
    paths = asked.paths or ([found.article] if is_path(found.article) else [])
    if not asked.json and can_draw():
        from tuireader.choosing import chosen
        from tuireader.tui import run

        return run(chosen(paths), at=found)
    from tuireader.given import Given
    from tuireader.report import json
    from tuireader.report.citing import located
    from tuireader.report.quoting import stretch

    with Given(paths) as given:
        (id,) = given.ids([found.article])
        article = next(each for each in given.articles if each.id == id)
        span = located(found, article)
        return _print(
            asked,
            lambda: json.stretch(given.records, given.telling.passages, article, span),
            lambda *page: stretch(article, span, *page),
        )


def _tour(asked: Namespace) -> int:
    """The reader on the bundled articles, with lines that say which key to press."""
    from tuireader.output import can_draw

    if asked.json or not can_draw():
        from tuireader.article import UsageError

        raise UsageError("the tour draws on a terminal that shows more than lines, and there is none here")
    from tuireader.tui import run

    return run([], tour=True)


def _compare(asked: Namespace) -> int:
    from tuireader.in_library import given_of
    from tuireader.report import json
    from tuireader.report.comparing import comparing, explaining

    with given_of(asked, strict=True) as given:
        found = given.telling.passages
    if asked.explain:
        explained = given.explained
        return _print(
            asked,
            lambda: json.comparison(given.records, given.articles, found, explained),
            lambda *page: explaining(given.records, given.articles, found, explained, *page),
        )
    return _print(
        asked,
        lambda: json.comparison(given.records, given.articles, found),
        lambda *page: comparing(given.records, given.articles, found, *page),
    )


def _facts(asked: Namespace) -> int:
    from tuireader.in_library import given_of
    from tuireader.report.fact_choice import Choice, chosen

    with given_of(asked) as given:
        ids = given.ids(asked.article)
        known = chosen(given.facts, Choice(tuple(asked.kind), tuple(asked.verdict), ids))
        dismissed = given.dismissed
    hidden = 0
    if not (asked.all or asked.json or asked.timeline):
        left = tuple(fact for fact in known.facts if fact.id not in dismissed)
        hidden = len(known.facts) - len(left)
        known = known._replace(facts=left)
    if asked.csv:
        from tuireader.output import write_bytes
        from tuireader.report import csv

        write_bytes((csv.moments if asked.timeline else csv.facts)(known, given.fact_index))
        if hidden:
            from tuireader.output import complain
            from tuireader.report.stating import left_out

            complain(left_out(hidden))
        return 0
    if asked.timeline:
        return _timeline(asked, given, known)
    from tuireader.report import json
    from tuireader.report.stating import stating

    return _print(
        asked,
        lambda: json.facts(given.records, known, dismissed),
        lambda *page: stating(
            given.records,
            known,
            given.fact_index,
            *page,
            explain=asked.explain,
            facts_only=bool(asked.verdict),
            hidden=hidden,
        ),
    )


def _timeline(asked: Namespace, given: Given, known: Facts) -> int:
    from tuireader.report import json
    from tuireader.report.timeline import timeline_only

    return _print(
        asked,
        lambda: json.timeline(given.records, known),
        lambda *page: timeline_only(given.records, known.timeline, given.fact_index, *page),
    )


def _coverage(asked: Namespace) -> int:
    from tuireader.in_library import given_of
    from tuireader.report.covering import covering
    from tuireader.report.overview_json import coverage

    with given_of(asked) as given:
        surveys = given.surveys
    return _print(
        asked,
        lambda: coverage(given.records, surveys),
        lambda *page: covering(given.records, surveys, *page, map_only=asked.map),
    )


def _search(asked: Namespace) -> int:
    from tuireader.searching import searched

    return searched(asked)


def _marks(asked: Namespace) -> int:
    from tuireader.exporting import marks_of
    from tuireader.given import Given
    from tuireader.passages import Passages
    from tuireader.report.documents import Material, json
    from tuireader.report.documents.chapter import as_one
    from tuireader.report.marks import marking, tagged
    from tuireader.story import Telling

    with Given(asked.paths) as given:
        marks = marks_of(given, everywhere=not asked.paths)
    chapter = as_one(Material(given.articles, Telling(Passages(), ()), marks=marks))
    found = tagged(chapter, asked.tag)
    return _print(asked, lambda: json.form_of_marks(found), lambda *page: marking(chapter, found, *page))


def _print(asked: Namespace, form: Callable[[], dict[str, Any]], lines: Callable[[int, Ink], list[str]]) -> int:
    from tuireader.printing import printed

    return printed(asked, form, lines)


def _from(module: str, name: str) -> Callable[[Namespace], int]:
    """A command that has a module of its own, imported when it is called."""

    def run(asked: Namespace) -> int:
        from importlib import import_module

        status: int = getattr(import_module(f"tuireader.{module}"), name)(asked)
        return status

    return run


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "": _reader,
    "list": _list,
    "show": _show,
    "read": _read,
    "add": _from("keeping.adding", "added"),
    "remove": _from("keeping.removing", "removed"),
    "library": _from("keeping.library", "kept"),
    "sync": _from("syncing", "synced"),
    "tour": _tour,
    "compare": _compare,
    "facts": _facts,
    "coverage": _coverage,
    "search": _search,
    "marks": _marks,
    "export": _from("exporting", "exported"),
    "report": _from("exporting", "reported"),
    "paths": _from("printing_settings", "print_paths"),
    "themes": _from("printing_settings", "print_themes"),
    "keys": _from("printing_settings", "print_keys"),
    "settings": _from("printing_settings", "print_settings"),
    "completion": _from("printing_settings", "print_completion"),
    "reset": _from("resetting", "reset"),
    "doctor": _from("doctor", "examined"),
}
