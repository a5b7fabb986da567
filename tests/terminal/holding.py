"""Holds the reader back before it imports a module: a test may take its time over what stands there before that."""

from __future__ import annotations

import os
import sys

_HOLDING = """
import os, sys

class Held:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == {module!r}:
            os.read({gate}, 1)

sys.meta_path.insert(0, Held)
"""
_READER = """
from tuireader.cli import main
sys.exit(main())
"""


class Gate:
    """Readers called with ``program`` wait before they import ``module``, until it is opened. Use it as a context
    manager."""

    def __init__(self, module: str) -> None:
        self._waits, self._opens = os.pipe()
        os.set_inheritable(self._waits, True)
        self._holding = _HOLDING.format(module=module, gate=self._waits)
        self.program = self.running(_READER)

    def running(self, code: str) -> list[str]:
        """What calls a program of one's own that is held back in the same way."""
        return [sys.executable, "-P", "-c", self._holding + code]

    def open(self) -> None:
        """Lets them go on, and those that come later."""
        os.close(self._opens)
        self._opens = -1

    def __enter__(self) -> Gate:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._waits)
        if self._opens >= 0:
            self.open()
