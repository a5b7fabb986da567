"""From opened articles to a running linear reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tuireader.library import Library
from tuireader.linear.reader import Reader
from tuireader.linear.shelf import Shelf
from tuireader.linear.sitting import Sitting, Source
from tuireader.linear.text import Text
from tuireader.linear.typist import Keyed, Lined, Typist
from tuireader.linear.voice import Voice
from tuireader.settings import config, paths


def run(source: Source, width: Callable[[], int]) -> int:
    """Reads orders from standard input until there are no more, and answers them on standard output.

    ``width`` gives the cells of a line. Returns the exit status.
    """
    places = paths.find()
    settings = config.load(places.config_file)
    voice = Voice(sys.stdout, width)
    voice.say(str(complaint) for complaint in settings.complaints)
    with Library.open(places.library) as library:
        if library.note:
            voice.say([library.note])
        sitting = Sitting(source, library)

        def read(typist: Typist) -> None:
            reader = Reader(sitting, settings, typist, voice)
            reader.run(Text(reader, sitting.articles[0]) if len(sitting.articles) == 1 else Shelf(reader))

        # What calls itself dumb sends whole lines, as a shell within an editor does.
        if sys.stdin.isatty() and os.environ.get("TERM") != "dumb":
            with Keyed(sys.stdin.fileno(), voice) as keys:
                read(keys)
        else:
            read(Lined(sys.stdin, voice))
        if library.note:
            voice.say([library.note])
    return 0
