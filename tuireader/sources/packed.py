"""Reading what is packed, piece by piece, never onto the disk: what it unpacks to is counted, damage told in words."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from tuireader.sources.budget import Budget

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_CHUNK = 1 << 16
#: How far back one can go in what can only be read from the start on: more than the head of a member.
_WINDOW = 1 << 18
#: No table of contents or header of an archive of texts is longer than this, in bytes.
_MOST_AT_ONCE = 16_000_000


def counted(packed: BinaryIO, budget: Budget) -> BinaryIO:
    """The bytes of ``packed`` as they are unpacked; raises BombError where they are too many, ValueError for damage."""
    return io.BufferedReader(_Counted(packed, budget), _CHUNK)


class _Counted(io.RawIOBase):
    def __init__(self, packed: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._packed = packed
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        try:
            found = self._packed.read(len(view))
        except EOFError:
            raise ValueError("is cut off: it ends in the middle") from None
        except (zlib.error, OSError) as error:
            raise ValueError(f"is damaged ({error})") from None
        except Exception as error:
            raise ValueError(f"cannot be unpacked ({error})") from None
        self._budget.take(len(found))
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()


class Cautious:
    """A file for a library that reads archives: refuses to read more at once than a table of contents can have."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """As of a file. Raises ValueError where ``size`` is no honest one."""
        found = self._file.read(min(size, _MOST_AT_ONCE) if size >= 0 else _MOST_AT_ONCE)
        if size > _MOST_AT_ONCE or len(found) == _MOST_AT_ONCE:
            raise ValueError("has a table of contents longer than that of any archive of texts")
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        """As of a file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of a file."""
        return self._file.tell()

    def seekable(self) -> bool:
        """As of a file."""
        return True

    def readable(self) -> bool:
        """As of a file."""
        return True

    def close(self) -> None:
        """As of a file."""
        self._file.close()


class Forward(Cautious):
    """The same for what can only be read from the start on. Going back works as far as the last bytes reach."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._at = 0
        self._last = b""
        self._back = 0

    def read(self, size: int = -1) -> bytes:
        """As of a file."""
        again = self._last[len(self._last) - self._back :] if self._back else b""
        again = again[:size] if size >= 0 else again
        self._back -= len(again)
        fresh = super().read(size - len(again) if size >= 0 else size)
        self._at += len(fresh)
        self._last = (self._last + fresh)[-_WINDOW:]
        return again + fresh

    def seek(self, offset: int, whence: int = 0) -> int:
        """As of a file, from the start only. Raises ValueError where that is too far back."""
        if whence or offset < self._at - len(self._last):
            raise ValueError("is damaged: its parts are not in order")
        self._back = max(0, self._at - offset)
        while offset > self._at and self.read(min(offset - self._at, _CHUNK)):
            pass
        return self.tell()

    def tell(self) -> int:
        """As of a file."""
        return self._at - self._back

    def seekable(self) -> bool:
        """As of a file."""
        return True
