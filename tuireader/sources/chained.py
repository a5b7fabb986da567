"""Bytes that were read already, and the stream they came from, as one stream."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_CHUNK = 1 << 16


def chained(start: bytes, rest: BinaryIO, came: Callable[[int], None] | None = None) -> BinaryIO:
    """First ``start``, then what is left of ``rest``; ``came`` is told how many bytes come of that."""
    return io.BufferedReader(_Chained(start, rest, came), _CHUNK)


class _Chained(io.RawIOBase):
    def __init__(self, start: bytes, rest: BinaryIO, came: Callable[[int], None] | None) -> None:
        super().__init__()
        self._start = io.BytesIO(start)
        self._rest = rest
        self._came = came

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        found = self._start.read(len(view))
        if not found:
            found = self._rest.read(len(view))
            if self._came is not None:
                self._came(len(found))
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._rest.close()
        super().close()
