"""From the words of a call to a running reader."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.article import TuireaderError
from tuireader.tui.session import Session


def start(arguments: Sequence[str]) -> int:
    """Opens the reader on these paths, the bundled seeds where there are none; returns the exit status."""
    import gc

    # Nothing of what is imported here is ever garbage: collecting while importing costs the start a tenth.
    gc.disable()
    from tuireader import sources
    from tuireader.library import Cache, Library
    from tuireader.settings import config, paths, themes

    places = paths.find()
    opened = sources.open(arguments or [places.seeds])
    if not opened.articles:
        raise TuireaderError("\n".join(f"{path}: {reason}" for path, reason in opened.problems) or "no articles")
    settings = config.load(places.config_file)
    library = Library.open(places.library)
    theme, complaints = themes.find(settings.theme or library.get("theme", ""), places)
    notes = [f"{path}: {reason}" for path, reason in opened.problems]
    notes += [str(complaint) for complaint in (*settings.complaints, *complaints)]
    if library.note:
        notes.append(library.note)
    session = Session(opened, library, Cache.open(places.results))

    from tuireader.tui.app import ReaderApp

    app = ReaderApp(session, settings, theme, tuple(notes))
    gc.enable()
    gc.freeze()
    app.run(mouse=settings.mouse_on())
    library.close()
    return app.return_code or 0
