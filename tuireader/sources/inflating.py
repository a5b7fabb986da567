"""What a server sends packed, unpacked as it comes, up to a limit: a bomb ends where the limit is."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_PIECE = 1 << 16


class TooMuchError(ValueError):
    """More than the limit. ``packed`` says whether it is the unpacked bytes that are too many."""

    def __init__(self, limit: int, *, packed: bool) -> None:
        super().__init__(f"{'unpacks to' if packed else 'is'} more than {limit / 1e6:g} MB")


def gathered(pieces: Iterable[bytes], encoding: str, received: int, unpacked: int) -> bytes:
    """The pieces together, unpacked if they are packed by ``gzip`` or ``deflate`` (``Content-Encoding``).

    No more than ``received`` bytes are taken and no more than ``unpacked`` come of them: TooMuchError. ValueError tells
    of another way to pack, and of broken data; what is cut off is given as far as it goes.
    """
    ways = [way for way in encoding.lower().replace(" ", "").split(",") if way not in ("", "identity")]
    if len(ways) > 1 or any(way not in ("gzip", "x-gzip", "deflate") for way in ways):
        raise ValueError(f"is packed in a way that was not asked for ({encoding[:40]})")
    unpack = _Unpacker(unpacked) if ways else None
    found = bytearray()
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > received:
            raise TooMuchError(received, packed=False)
        if unpack is None:
            found += piece
        else:
            unpack.take(piece, found)
    if unpack is not None:
        unpack.end(found)
    elif len(found) > unpacked:
        raise TooMuchError(unpacked, packed=False)
    return bytes(found)


class _Unpacker:
    """Unpacks gzip (several members, too), zlib and bare deflate."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._work = zlib.decompressobj(47)
        self._started = False

    def take(self, piece: bytes, found: bytearray) -> None:
        """Puts what comes of the next piece behind what was ``found``."""
        while piece:
            try:
                found += self._work.decompress(piece, min(_PIECE, self._limit + 1 - len(found)))
            except zlib.error:
                if self._started:
                    raise ValueError("is packed, and broken") from None
                # "deflate" is meant to have a zlib header, and often has none.
                self._started = True
                self._work = zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            self._started = True
            if len(found) > self._limit:
                raise TooMuchError(self._limit, packed=True)
            if self._work.eof:
                piece = self._work.unused_data
                if not piece.startswith(b"\x1f\x8b"):
                    return
                self._work = zlib.decompressobj(47)
            else:
                piece = self._work.unconsumed_tail

    def end(self, found: bytearray) -> None:
        """Puts behind it what was still held back: less than a piece."""
        found += self._work.flush()
