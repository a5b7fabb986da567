"""A tar archive, packed or not: the regular files in it as those of a folder, read from the start on."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from tuireader.sources.inputs import StreamInput
from tuireader.sources.members import Member, read_members, unsafe
from tuireader.sources.model import Draft, Problem
from tuireader.sources.packed import Cautious, Forward

NAME = "tar"
EXTRA = ""
SUFFIXES = frozenset((".tar",))

_MAGIC = slice(257, 262)


def fits(input: StreamInput) -> bool:
    """Whether it begins with a header of tar."""
    return input.head[_MAGIC] == b"ustar"


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The articles in its members. Raises ValueError where it is damaged."""
    with input.open() as file:
        try:
            # A file can be read from any place, what is unpacked only from the start on.
            guarded = Cautious(file) if file.seekable() else Forward(file)
            with tarfile.open(fileobj=cast(IO[bytes], guarded), mode="r:") as archive:
                yield from read_members(input, _members(input, archive))
        except (tarfile.TarError, EOFError) as error:
            raise ValueError(f"is a damaged tar archive ({error})") from None


def _members(input: StreamInput, archive: tarfile.TarFile) -> Iterator[Member]:
    for entry in archive:
        input.budget.members(1)
        # The library keeps all that it has seen.
        archive.members.clear()  # type: ignore[attr-defined]
        if entry.isdir():
            continue
        if refused := unsafe(entry.name):
            yield Member(entry.name, None, refused)
        elif entry.issym() or entry.islnk():
            yield Member(entry.name, None, "refused: it is a link")
        elif entry.issparse():
            yield Member(entry.name, None, "refused: it is a file with holes")
        elif not entry.isreg():
            yield Member(entry.name, None, "refused: it is a device or a pipe")
        else:
            yield Member(entry.name, lambda entry=entry: _opened(archive, entry))  # type: ignore[misc]


def _opened(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> BinaryIO:
    file = archive.extractfile(entry)
    if file is None:
        raise ValueError("is no file")
    return cast(BinaryIO, file)
