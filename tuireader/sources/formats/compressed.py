"""One file packed by gzip or bzip2: what is in it is read as it is unpacked, by whichever reader fits."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from tuireader.sources.inputs import DEPTH, StreamInput
from tuireader.sources.members import TOO_DEEP
from tuireader.sources.model import Draft, Problem
from tuireader.sources.packed import counted

NAME = "gzip"
EXTRA = ""
SUFFIXES = frozenset((".gz", ".bz2"))

_GZIP, _BZIP = b"\x1f\x8b\x08", b"BZh"


def fits(input: StreamInput) -> bool:
    """Whether it begins as what gzip or bzip2 write."""
    head = input.head
    return head.startswith(_GZIP) or (head.startswith(_BZIP) and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90"))


def read(input: StreamInput) -> Iterator[Draft | Problem]:
    """The articles in what is packed. Raises BinaryError where that is nothing that can be read."""
    from tuireader.sources import formats

    if input.depth >= DEPTH:
        raise ValueError(TOO_DEEP)

    def unpack() -> BinaryIO:
        file = input.open()
        packed = bz2.BZ2File(file) if input.head.startswith(_BZIP) else gzip.GzipFile(fileobj=file)
        return counted(cast(BinaryIO, packed), input.budget)

    name = PurePosixPath(input.name)
    inner = StreamInput(
        input.path,
        unpack,
        name=str(name.with_suffix(".tar" if name.suffix in (".tgz", ".tbz") else "")),
        options=input.options,
        asked=input.asked,
        depth=input.depth + 1,
        budget=input.budget,
    )
    yield from formats.read(inner)
