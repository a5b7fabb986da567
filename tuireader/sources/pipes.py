"""What comes by a pipe and is too long to be kept: it can be read once, from the start on."""

from __future__ import annotations

from typing import BinaryIO

from tuireader.sources.budget import Budget
from tuireader.sources.chained import chained
from tuireader.sources.inputs import HEAD, StreamInput
from tuireader.sources.model import Options


class PipeInput(StreamInput):
    """A stream of which ``start`` has been read. Readers that take one article after the other read it to its end."""

    def __init__(self, path: str, start: bytes, rest: BinaryIO, *, options: Options | None = None) -> None:
        """As ``StreamInput``."""
        self._start = start
        self._rest: BinaryIO | None = rest
        super().__init__(path, self._once, options=options, budget=Budget(len(start)))

    def _head(self) -> bytes:
        return self._start[:HEAD]

    def data(self, cap: int = 0) -> bytes:
        """All of its bytes. ValueError where there are more than ``cap`` (0: ``options.cap``)."""
        cap = cap or self.options.cap
        if len(self._start) <= cap and self._rest is not None:
            self._start += self._rest.read(cap + 1 - len(self._start))
        if len(self._start) > cap:
            raise ValueError(f"more than the {cap / 1e6:g} MB a text may have")
        return self._start

    def _came(self, count: int) -> None:
        """What comes counts as the size of the whole: nobody knows it before."""
        self.budget.packed += count

    def _once(self) -> BinaryIO:
        rest, self._rest = self._rest, None
        if rest is None:
            raise ValueError("came by a pipe and was read: put it into a file and open that")
        return chained(self._start, rest, self._came)
