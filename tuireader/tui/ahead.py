"""What the next keys need is made ready while nobody types: the modules of screens, and what a search looks through.

Nothing of it shows. A key that comes meanwhile waits for one step at the most.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

from tuireader.tui.searching import FEW

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: Seconds without a key after which there is time, and between two steps.
_QUIET, _PAUSE = 0.3, 0.01
#: Objects that may come and go between two looks for those that hold each other, by Python's own rule: many, since
#: answers to keys wait for it. When keys rest it is looked after so many.
_OFTEN, _RESTING = 50_000, 5_000
#: Screens that a first key opens, likely ones first; what each needs comes before it, so that steps are short. Larger
#: ones wait for their keys: what is imported here is held to the end.
_MODULES = (
    "tuireader.tui.reading.telling_lines",
    "tuireader.tui.reading.fact_choice",
    "tuireader.tui.widgets.fact_rows",
    "tuireader.tui.widgets.facts",
    "tuireader.tui.screens.compare_marks",
    "tuireader.tui.screens.compare_words",
    "tuireader.tui.screens.compare_reading",
    "tuireader.tui.screens.compare_copy",
    "tuireader.tui.screens.compare_views",
    "tuireader.tui.screens.compare",
    "tuireader.report.fact_labels",
    "tuireader.search.narrowing",
    "tuireader.search.answering",
    "tuireader.tui.screens.search_rows",
    "tuireader.tui.screens.search",
    "tuireader.report.map_picture",
    "tuireader.tui.widgets.coverage",
    "tuireader.tui.screens.coverage",
    "tuireader.tui.screens.help",
    "tuireader.tui.screens.palette",
    "tuireader.tui.screens.fact_why",
    "tuireader.tui.screens.themes",
    "concurrent.futures.thread",
)


class Ahead:
    """Goes on one step at a time as long as no key comes, and has what is left behind collected when keys rest.

    ``heard`` is to be told of each key.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._steps = self._all()
        self._begun = False
        self._heard = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """From now on there may be time."""
        gc.set_threshold(_OFTEN, *gc.get_threshold()[1:])
        self._begun = True
        self.heard()

    @property
    def waiting(self) -> bool:
        """Whether there is something to do when keys rest."""
        return self._timer is not None

    def heard(self) -> None:
        """A key came."""
        self._heard = monotonic()
        if self._begun and self._timer is None:
            self._wait(_QUIET)

    def _wait(self, seconds: float) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        self._timer = None
        left = self._heard + _QUIET - monotonic()
        if left > 0:
            self._wait(left)
        elif (step := next(self._steps, None)) is not None:
            step()
            self._wait(_PAUSE)
        elif self._app.prepare():
            self._wait(_PAUSE)
        elif gc.get_count()[0] > _RESTING:
            gc.collect()

    def _all(self) -> Iterator[Callable[[], object]]:
        for name in _MODULES:
            yield partial(import_module, name)
            yield partial(self._app.read_styles, "tuireader.")
        yield self._index
        yield self._labels
        yield _keep

    def _index(self) -> object:
        session = self._app.session
        # Of very many articles it is built beside the screens, when it is asked for.
        return session.index if len(session.articles) <= FEW else None

    def _labels(self) -> object:
        session = self._app.session
        return session.fact_labels if session.facts is not None and len(session.articles) <= FEW else None


def _keep() -> None:
    """What there is now stays: looks for what is left behind pass over it, and take no time from the keys."""
    gc.collect()
    gc.freeze()
