"""What readers of formats read from: files, and what lies in them or came from elsewhere.

A file is opened only where it is a regular one, never waited for, and watched for changes while it is read.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from tuireader.sources.budget import Budget
from tuireader.sources.chained import chained
from tuireader.sources.finding import NOT_REGULAR
from tuireader.sources.model import Draft, Options, Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

#: So many bytes tell what a file is.
HEAD = 1 << 16
#: How deep things may lie in each other: a mail in a folder of mail in an archive in an archive.
DEPTH = 4
CHANGED = "changed while it was read; open it again once it is whole"
#: Bytes that are asked of a file at once.
_CHUNK = 1 << 16

Opener = Callable[[], BinaryIO]


class StreamInput:
    """Bytes that can be read from the start as often as one likes, by ``opener``."""

    def __init__(
        self,
        path: str,
        opener: Opener,
        *,
        name: str = "",
        media: str = "",
        charset: str = "",
        options: Options | None = None,
        asked: bool = True,
        depth: int = 0,
        budget: Budget | None = None,
    ) -> None:
        """``name`` is what tells the suffix, where ``path`` does not. Raises what ``opener`` raises."""
        self.path = path
        self.name = name or path
        self.suffix = PurePosixPath(self.name).suffix.lower()
        self.media = media.partition(";")[0].strip().lower()
        self.options = options or Options()
        self.charset = self.options.charset or charset
        self.asked = asked
        """Whether the user named it, rather than a folder or an archive it lies in: then it is never passed over."""
        self.depth = depth
        self.budget = budget or Budget(0)
        """What may be unpacked from the file that all of this lies in."""
        self._opener = opener
        self._read_on: BinaryIO | None = None
        self.head = self._head()

    def _head(self) -> bytes:
        file = self._opener()
        try:
            head = file.read(HEAD)
        except BaseException:
            file.close()
            raise
        if len(head) < HEAD:
            file.close()
        else:
            # Read on from here, where it is read: not to unpack it twice, and a pipe comes only once.
            self._read_on = file
        return head

    def open(self) -> BinaryIO:
        """Its bytes from the start. Raises OSError, and ValueError where it is a trap."""
        if len(self.head) < HEAD:
            return io.BytesIO(self.head)
        rest, self._read_on = self._read_on, None
        return self._opener() if rest is None else chained(self.head, rest)

    def data(self, cap: int = 0) -> bytes:
        """All of its bytes. Raises as ``open``; ValueError where there are more than ``cap`` (0: ``options.cap``)."""
        cap = cap or self.options.cap
        if len(self.head) < HEAD:
            found = self.head
        else:
            with self.open() as file:
                found = file.read(cap + 1)
        if len(found) > cap:
            raise ValueError(f"more than the {cap / 1e6:g} MB a text may have")
        return found

    def inside(self, name: str, data: bytes, *, media: str = "", charset: str = "") -> Iterator[Draft | Problem]:
        """The articles in something that lies in it, read by whichever reader fits; ``name`` is its name there."""
        from tuireader.sources.members import read_member

        yield from read_member(self, name, lambda: io.BytesIO(data), media=media, charset=charset)


class BytesInput(StreamInput):
    """Bytes that are there already: what an address answered, what came by a pipe."""

    def __init__(
        self,
        path: str,
        data: bytes,
        *,
        name: str = "",
        media: str = "",
        charset: str = "",
        options: Options | None = None,
        asked: bool = True,
        depth: int = 0,
        budget: Budget | None = None,
    ) -> None:
        """As ``StreamInput``, of ``data``."""
        super().__init__(
            path,
            lambda: io.BytesIO(data),
            name=name,
            media=media,
            charset=charset,
            options=options,
            asked=asked,
            depth=depth,
            budget=budget or Budget(len(data)),
        )
        self._data = data

    def data(self, cap: int = 0) -> bytes:
        """All of its bytes; ValueError where there are more than ``cap`` (0: ``options.cap``)."""
        cap = cap or self.options.cap
        if len(self._data) > cap:
            raise ValueError(too_large(len(self._data), cap))
        return self._data


class FileInput(StreamInput):
    """A regular file. ``file`` is the way to it; ``size`` in bytes and ``changed`` in nanoseconds are as it was opened.

    Raises OSError where it cannot be opened, ValueError for what is no regular file.
    """

    def __init__(self, path: str, options: Options | None = None, *, asked: bool = True) -> None:
        """Opens the file at ``path`` and reads its head."""
        self.file = Path(path)
        self.size = self.changed = -1
        super().__init__(path, self._open, options=options, asked=asked)
        self.budget = Budget(self.size)

    @property
    def small(self) -> bool:
        """Whether its head is all there is."""
        return len(self.head) < HEAD

    def _head(self) -> bytes:
        with self._open() as file:
            return file.read(HEAD)

    def open(self) -> BinaryIO:
        """Its bytes from the start. Reading to the end raises ValueError where the file has changed meanwhile."""
        return io.BytesIO(self.head) if self.small else self._open()

    def unchanged(self) -> None:
        """Raises ValueError where the file is not the one any more that was opened: for who reads it by its name."""
        info = self.file.stat()
        if (info.st_size, info.st_mtime_ns) != (self.size, self.changed):
            raise ValueError(CHANGED)

    def data(self, cap: int = 0) -> bytes:
        """All of its bytes. ValueError where there are more than ``cap`` (0: ``options.cap``), or it has changed."""
        cap = cap or self.options.cap
        if self.size > cap:
            raise ValueError(too_large(self.size, cap))
        return super().data(cap)

    def _open(self) -> BinaryIO:
        # Not to wait for a writer where the path is a pipe: it is refused below.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
        file = _Watched(os.open(self.file, flags))
        try:
            info = os.fstat(file.fileno())
            if not stat.S_ISREG(info.st_mode):
                raise ValueError(NOT_REGULAR)
            if self.size < 0:
                self.size, self.changed = info.st_size, info.st_mtime_ns
            file.expected = (self.size, self.changed)
        except BaseException:
            file.close()
            raise
        return io.BufferedReader(file, _CHUNK)


class _Watched(io.FileIO):
    """A file that notices at its end that it is not the one it was when it was opened."""

    expected = (0, 0)

    def readinto(self, buffer: Buffer, /) -> int | None:
        count = super().readinto(buffer)
        if not count:
            self._compare()
        return count

    def readall(self) -> bytes:
        found = super().readall()
        self._compare()
        return found

    def _compare(self) -> None:
        info = os.fstat(self.fileno())
        if (info.st_size, info.st_mtime_ns) != self.expected:
            raise ValueError(CHANGED)


def too_large(size: int, cap: int) -> str:
    """What is said of a text of ``size`` bytes that may have ``cap``."""
    return f"{size / 1e6:.1f} MB, more than the {cap / 1e6:g} MB a text may have"
