"""The records of a web archive (WARC, ISO 28500), one after the other as its bytes come; broken ones are passed over.

Only what parts records is read here, so that an archive of any size is, and a broken record ends nothing: what is in
them is for the worker.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tuireader.sources.budget import Budget

_PIECE = 1 << 16
#: A line of a record's head has so many bytes at most, and the head so many lines.
_LINE, _HEAD_LINES = 1 << 14, 500
_MAGIC = b"\x1f\x8b\x08"
_BEGINS = (b"WARC/1.", b"WARC/0.")


class Record(NamedTuple):
    """A record: its headers by name in lower case, and all its bytes; ``broken`` says what is wrong with it."""

    headers: dict[str, str]
    data: bytes
    broken: str = ""


class _Damage(Exception):
    """The bytes that follow cannot be unpacked; those behind them may be."""


def records(file: BinaryIO, budget: Budget, wanted: frozenset[str], cap: int) -> Iterator[Record]:
    """The records of the ``wanted`` types in ``file``, packed by gzip or not; of others nothing is kept.

    One of more than ``cap`` bytes is told as broken, as is what stands between records and is none. Raises BombError
    where it unpacks to more than ``budget`` allows.
    """
    stream = _Stream(file, budget)
    lost = False
    while True:
        try:
            line = stream.line()
            if not line:
                return
            if not line.startswith(_BEGINS):
                if line.strip() and not lost:
                    lost = True
                    yield Record({}, b"", "is no record of a web archive; went on at the next one")
                continue
            lost = False
            found = _record(stream, line, wanted, cap)
        except _Damage:
            lost = True
            yield Record({}, b"", "is damaged; went on at the next record that is not")
            continue
        if found is not None:
            # What follows a record without an end is a part of it.
            lost = bool(found.broken) and not found.data
            yield found


def _record(stream: _Stream, first: bytes, wanted: frozenset[str], cap: int) -> Record | None:
    """The record that begins with the line ``first``; None for one that is not wanted."""
    head = [first]
    headers: dict[str, str] = {}
    while (line := stream.line()).strip():
        head.append(line)
        if len(head) > _HEAD_LINES:
            return Record({}, b"", "has a head without end")
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()) or len(length) > 15:
        return Record(headers, b"", "does not say how long it is")
    size = int(length)
    if headers.get("warc-type", "").lower() not in wanted or size > cap:
        skipped = stream.skip(size)
        too_large = size > cap and skipped == size and headers.get("warc-type", "").lower() in wanted
        return Record(headers, b"", f"has more than {cap / 1e6:g} MB") if too_large else None
    content = stream.take(size)
    broken = "" if len(content) == size else "is cut off at the end of the archive"
    return Record(headers, b"".join([*head, b"\r\n", content, b"\r\n\r\n"]), broken)


class _Stream:
    """Bytes as they are unpacked, with a way on behind those that cannot be."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._ready = bytearray()
        self._at = 0
        self._raw = file.read(_PIECE)
        self._packed = self._raw.startswith(_MAGIC)
        self._unpack = zlib.decompressobj(31)

    def line(self) -> bytes:
        """The next line, its first bytes where it is long; empty at the end."""
        while True:
            end = self._ready.find(b"\n", self._at, self._at + _LINE)
            if end >= 0:
                return self._give(end + 1 - self._at)
            if len(self._ready) - self._at >= _LINE:
                return self._give(_LINE)
            if not self._fill():
                return self._give(len(self._ready) - self._at)

    def take(self, size: int) -> bytes:
        """So many bytes, fewer at the end."""
        while len(self._ready) - self._at < size and self._fill():
            pass
        return self._give(min(size, len(self._ready) - self._at))

    def skip(self, size: int) -> int:
        """Passes over so many bytes; how many there were."""
        left = size
        while left:
            here = min(left, len(self._ready) - self._at)
            self._at += here
            left -= here
            if left and not self._fill():
                break
        return size - left

    def _give(self, count: int) -> bytes:
        found = bytes(self._ready[self._at : self._at + count])
        self._at += count
        return found

    def _fill(self) -> bool:
        """Gets more bytes; False at the end. Raises _Damage, behind which one can go on."""
        if self._at:
            del self._ready[: self._at]
            self._at = 0
        while True:
            raw, self._raw = self._raw or self._file.read(_PIECE), b""
            if not raw:
                return False
            found = self._unpacked(raw) if self._packed else raw
            if found:
                if self._packed:
                    self._budget.take(len(found))
                self._ready += found
                return True

    def _unpacked(self, raw: bytes) -> bytes:
        if self._unpack.eof:
            self._unpack = zlib.decompressobj(31)
        try:
            found = self._unpack.decompress(raw, 16 * _PIECE)
        except zlib.error:
            self._find_member(raw)
            raise _Damage from None
        self._raw = self._unpack.unused_data if self._unpack.eof else self._unpack.unconsumed_tail
        return found

    def _find_member(self, raw: bytes) -> None:
        """Goes to where the next packed member seems to begin."""
        self._unpack = zlib.decompressobj(31)
        self._ready.clear()
        self._at = 0
        at = raw.find(_MAGIC, 1)
        while at < 0:
            more = self._file.read(_PIECE)
            if not more:
                return
            raw = raw[-2:] + more
            at = raw.find(_MAGIC)
        self._raw = raw[at:]
