"""What lies in something else: a member of an archive, an attachment, each read by whichever reader fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from tuireader.sources.decoding import BinaryError
from tuireader.sources.inputs import DEPTH, Opener, StreamInput
from tuireader.sources.model import Draft, Problem
from tuireader.sources.passing import CODE, Passed

#: What is said of what lies too deep.
TOO_DEEP = f"not read: archives or mails lie more than {DEPTH} deep in each other"


class Member(NamedTuple):
    """A file in an archive: its name there, and how to read it; or why it is not read."""

    name: str
    opener: Opener | None
    refused: str = ""


def read_member(
    outer: StreamInput, name: str, opener: Opener, *, media: str = "", charset: str = "", asked: bool = True
) -> Iterator[Draft | Problem]:
    """The articles in a member of ``outer``; each draft's ``place`` says where in ``outer`` it lies.

    Raises BinaryError where it is nothing that can be read.
    """
    from tuireader.sources import formats

    path = f"{outer.path}/{name}"
    if outer.depth >= DEPTH:
        yield Problem(path, TOO_DEEP)
        return
    try:
        inner = StreamInput(
            path,
            opener,
            name=name,
            media=media,
            charset=charset,
            options=outer.options,
            asked=asked,
            depth=outer.depth + 1,
            budget=outer.budget,
        )
    except Exception as error:
        # Whatever a damaged archive makes the library raise that unpacks it.
        yield Problem(path, str(error) or "cannot be unpacked")
        return
    for found in formats.read(inner):
        yield found if isinstance(found, Problem) else placed(found, name)


def read_members(outer: StreamInput, members: Iterable[Member], *, asked: bool = False) -> Iterator[Draft | Problem]:
    """The articles in the files of an archive, as in those of a folder; what is passed over is summed up.

    ``asked``: who named the archive meant the file in it. Raises ValueError where archives lie too deep in each other.
    """
    if outer.depth >= DEPTH:
        raise ValueError(TOO_DEEP)
    passed = Passed()
    for raw, opener, refused in members:
        name = str(PurePosixPath(raw)) if not refused else raw
        suffix = PurePosixPath(name).suffix.lower()
        if refused:
            yield Problem(f"{outer.path}/{name}", refused)
        elif any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts):
            continue
        elif suffix in CODE and not asked:
            passed.data(suffix)
        elif opener is not None:
            yield from _passing(outer, name, opener, passed, asked=asked)
        if outer.budget.spent:
            passed.read += 1
            break
    for said in passed.told("archive"):
        yield Problem(outer.path, said)


def _passing(
    outer: StreamInput, name: str, opener: Opener, passed: Passed, *, asked: bool
) -> Iterator[Draft | Problem]:
    found = False
    try:
        for each in read_member(outer, name, opener, asked=asked):
            found = True
            yield each
    except BinaryError:
        passed.binary(name)
        return
    if found:
        passed.read += 1
    else:
        passed.data(PurePosixPath(name).suffix.lower())


def unsafe(name: str) -> str:
    """Why a member of this name is refused; empty where it is not."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or "\x00" in name:
        return "has no name that a file could have"
    if ".." in parts or parts[0].startswith("/") or (len(parts[0]) == 2 and parts[0][1] == ":"):
        return "refused: its name leads out of the archive"
    return ""


def placed(draft: Draft, name: str) -> Draft:
    """The draft as one of the member ``name``."""
    place = f"/{name}{draft.place or (f'#{draft.name}' if draft.name else '')}"
    return replace(draft, name=draft.name or PurePosixPath(name).stem, place=place)
