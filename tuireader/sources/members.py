"""What lies in something else: a member of an archive, an attachment, each read by whichever reader fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from tuireader.sources.inputs import DEPTH, Opener, StreamInput
from tuireader.sources.model import Draft, Problem


def read_member(
    outer: StreamInput, name: str, opener: Opener, *, media: str = "", charset: str = "", asked: bool = True
) -> Iterator[Draft | Problem]:
    """The articles in a member of ``outer``; each draft's ``place`` says where in ``outer`` it lies.

    ``asked`` is as in ``formats.read``. Raises BinaryError where it is nothing that can be read, OSError and ValueError
    where ``opener`` does.
    """
    from tuireader.sources import formats

    path = f"{outer.path}/{name}"
    if outer.depth >= DEPTH:
        yield Problem(path, f"lies deeper than {DEPTH} archives or mails in each other")
        return
    inner = StreamInput(
        path, opener, name=name, media=media, charset=charset, options=outer.options, depth=outer.depth + 1
    )
    for found in formats.read(inner, asked=asked):
        yield found if isinstance(found, Problem) else placed(found, name)


def placed(draft: Draft, name: str) -> Draft:
    """The draft as one of the member ``name``."""
    place = f"/{name}{draft.place or (f'#{draft.name}' if draft.name else '')}"
    return replace(draft, name=draft.name or PurePosixPath(name).stem, place=place)
