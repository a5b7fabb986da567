"""From the words of a call to a running reader."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.article import TuireaderError, UsageError
from tuireader.sources.few import TooMany

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.library import Library
    from tuireader.report.citing import Address
    from tuireader.settings.options import Value
    from tuireader.sources import Opened
    from tuireader.tui.guiding import Guide
    from tuireader.tui.terminal.early import Early

#: Seconds to wait for the articles before the first screen is drawn without them.
_PATIENCE = 0.25
#: Milliseconds after which an escape is the key of that name, where the terminal is near: its keys come whole, or torn.
_ESCAPE, _TORN = "5", "35"


def start(
    arguments: Sequence[str],
    *,
    theme: str = "",
    mouse: str = "",
    watch: bool = False,
    at: Address | None = None,
    tour: bool = False,
    early: Early | None = None,
) -> int:
    """Opens the reader on these paths, on what ``named.named`` says where there are none; returns the exit status.

    ``theme``, ``mouse`` and ``watch`` are what the call asks for, above the settings; ``at`` is a place to open,
    ``tour`` shows around and remembers nothing. ``early`` is the terminal, which may show something already.

    Raises TuireaderError where nothing could be opened, UsageError where there is no such theme.
    """
    import gc
    from dataclasses import replace

    # Textual waits for the next of so many frames a second, up to five times until a new screen is laid out. What it
    # then draws costs little here, where only changes are sent.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing of what is imported here is ever garbage: collecting while importing costs the start a tenth.
    gc.disable()
    from tuireader.library import Cache, Library
    from tuireader.settings import config, paths, themes
    from tuireader.sources import Opened
    from tuireader.text.safe import line
    from tuireader.tui.drawn_from import DrawnFrom, can_be_told
    from tuireader.tui.mistakes import told
    from tuireader.tui.opens import opens

    places = paths.find()
    flags: dict[str, Value] = {"theme": theme, "mouse": mouse, "watch": watch}
    settings = config.load(places.config_file, flags=flags)
    library = Library.open(None if tour else places.library)
    files = DrawnFrom(places, arguments, in_files=bool(arguments) or not library.count())
    names = opens(arguments, library, places, watch=settings.watch, all_at_once=tour or at is not None)
    opening = names.opening
    found, complaints = themes.find(settings.theme or library.get("theme", ""), places)
    if theme and found.name != theme:
        own = [str(complaint) for complaint in complaints if complaint.file.stem == theme]
        raise UsageError(f"--theme: {own[0] if own else complaints[-1].message}")
    in_themes = [complaint for complaint in complaints if complaint.file != places.config_file]
    wrong = tuple(complaint for complaint in complaints if complaint.file == places.config_file)
    settings = replace(settings, complaints=(*settings.complaints, *wrong))
    notes = [*filter(None, (told(settings.complaints, settings, in_themes),))]
    if library.note and not tour:
        notes.append(library.note)
    notes += [f"{line(path)} is not there now; it stays remembered" for path in names.missing]

    from tuireader.tui.terminal import depth, families, terminfo

    if not config.remote():
        # How long to wait for what may follow an escape: Textual reads it when it is imported.
        os.environ.setdefault("ESCDELAY", _TORN if families.tears_keys(os.environ) else _ESCAPE)
    from tuireader.tui.terminal.remembered import Memory

    if said := depth.wrong(os.environ):
        notes.append(line(said))
    memory = Memory(places.terminals)
    colours, alone = depth.settle(os.environ, terminfo.here, memory.answers)
    from tuireader.tui.session import Session

    # A place can only be looked up in articles that are there.
    try:
        opened = opening.result(_PATIENCE if at is None else None) if opening is not None else Opened(())
    except TooMany:
        # Told of again when there is a screen for it.
        opened = None
    # What was added before may be empty today, and what is watched may be yet to come: the screen says so.
    if opened is not None and arguments and names.source is None and not names.watched:
        _something(opened)
    arrival = None if at is None or opened is None else place_in(at, opened)
    session = Session(opened, library, Cache.open(places.results))
    session.given = tuple(arguments)
    known = early if not tour and at is None and can_be_told(arguments) else None
    drawn = None
    if known is not None and known.frame is None and session.articles:
        from tuireader.tui.first_paint import shown_on

        drawn = shown_on(known, session, settings, found, colours.depth)
    if opened is not None:
        from tuireader.tui.lean import asyncio_without_ssl, textual_without_widgets

        # Nobody is reading any more, who might need some of it now.
        asyncio_without_ssl()
        textual_without_widgets()
    from tuireader.tui.app import ReaderApp

    app = ReaderApp(
        session,
        settings,
        found,
        tuple(notes),
        depth=colours.depth,
        opening=opening,
        arrival=arrival,
        guide=_guide(library, tour),
        flags=flags,
    )
    app.memory, app.depth_unasked = None if alone.settled else memory, alone.depth
    app.source, app.to_import = names.source, names.paths
    app.to_watch = names.watched
    if known is not None:
        app.first.open(known, files, drawn)
    if known is None:
        gc.enable()
        gc.freeze()
    app.run(mouse=settings.mouse_on())
    app.unwatch_all()
    app.stop_import()
    if app.source is not None:
        app.source.close()
    library.close()
    app.first.close()
    if app.failure is not None:
        from tuireader.tui.crash import report

        raise TuireaderError(report(app.failure, places.state)) from app.failure
    if app.return_code and not session.articles and session.problems:
        raise _nothing(session.problems)
    return app.return_code or 0


def _guide(library: Library, tour: bool) -> Guide | None:
    """The tour where it was asked for; the first time a hint, if it can be remembered that it was given."""
    greeted = library.get("greeted", False) or library.note
    if greeted and not tour:
        return None
    from tuireader.tui.guiding import FIRST, TOUR, Guide

    if tour:
        return Guide(TOUR, "tour")
    library.set("greeted", True)
    return Guide(FIRST)


def place_in(at: Address, opened: Opened) -> Span:
    """The place that was named. Raises UsageError where there is no such article, or it ends before."""
    from tuireader.naming import matching, of_path
    from tuireader.report.citing import located

    paths = {article.id: article.path for article in opened.articles}
    id = at.article if at.article in paths else of_path(at.article, paths) or matching(at.article, paths)
    article = next(each for each in opened.articles if each.id == id)
    return located(at, article)


def _something(opened: Opened) -> None:
    if not opened.articles:
        raise _nothing(opened.problems)


def _nothing(problems: Sequence[tuple[str, str]]) -> TuireaderError:
    said = [f"{path}: {reason}" for path, reason in problems]
    return TuireaderError("\n".join(said) or "there is no article in what was named")
