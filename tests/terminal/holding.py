"""Holds the reader back before it imports a module: a test may take its time over what stands there before that."""

from __future__ import annotations

import os
import select
import sys

#: Seconds in which a reader comes to the gate.
_COMES = 20
_HOLDING = """
import os, sys

class Held:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == {module!r}:
            os.write({tells}, b"x")
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
        self._module = module
        self._waits, self._opens = os.pipe()
        self._hears, self._tells = os.pipe()
        for inherited in (self._waits, self._tells):
            os.set_inheritable(inherited, True)
        self._holding = _HOLDING.format(module=module, gate=self._waits, tells=self._tells)
        self.program = self.running(_READER)

    def running(self, code: str) -> list[str]:
        """What calls a program of one's own that is held back in the same way."""
        return [sys.executable, "-P", "-c", self._holding + code]

    def open(self) -> None:
        """Lets them go on, and those that come later. Raises AssertionError where none comes: then it held nothing."""
        came, _, _ = select.select([self._hears], [], [], _COMES)
        assert came, f"{self._module} is not imported"
        self._let()

    def _let(self) -> None:
        os.close(self._opens)
        self._opens = -1

    def __enter__(self) -> Gate:
        return self

    def __exit__(self, *_: object) -> None:
        for own in (self._waits, self._hears, self._tells):
            os.close(own)
        if self._opens >= 0:
            self._let()
