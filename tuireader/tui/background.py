"""Work beside the screens, in threads that never keep the program from ending."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Background(Generic[Result]):
    """Starts ``work`` at once in a thread of its own. What it raises is raised where its result is asked for."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._result: Result | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=Background.__name__, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:
            self._error = error

    def result(self, seconds: float | None = None) -> Result | None:
        """What the work returned; None where it is still going on after so many seconds."""
        self._thread.join(seconds)
        if self._error is not None:
            raise self._error
        return self._result
