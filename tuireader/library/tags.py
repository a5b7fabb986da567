"""Tags: words without space, as a reader types them."""

from __future__ import annotations

from collections.abc import Iterable

from tuireader.text.safe import line


def parsed(tags: str | Iterable[str]) -> tuple[str, ...]:
    """The tags in a typed line, or in several, each once, in their order; a # before a tag is no part of it."""
    typed = tags if isinstance(tags, str) else " ".join(tags)
    found = (word.strip("#;") for word in line(typed).replace(",", " ").split())
    return tuple(dict.fromkeys(tag for tag in found if tag))


def written(tags: Iterable[str]) -> str:
    """The tags in one line, as they are shown: ``#kfor #numbers``."""
    return " ".join(f"#{tag}" for tag in tags)
