"""What stands in a row of tasks for something that is not to be read, so that it is told in its turn."""

from __future__ import annotations


def refuse(_data: bytes, why: str) -> None:
    """Raises ValueError with ``why``."""
    raise ValueError(why)
