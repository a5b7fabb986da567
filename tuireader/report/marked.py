"""What is asked of a mark: the library keeps marks, which this floor does not know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Noted(Protocol):
    """A span that was marked, in the article with a digest."""

    @property
    def digest(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def note(self) -> str: ...
    @property
    def tags(self) -> Sequence[str]: ...


class Marked(Noted, Protocol):
    """``quote`` and ``title`` are copies, so that it can be told where its article is not open."""

    @property
    def created(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def title(self) -> str: ...
