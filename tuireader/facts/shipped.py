"""The data files that ship with the search for facts."""

from __future__ import annotations

from pathlib import Path


def read(name: str) -> str:
    """The text of a data file by its name. ``importlib.resources`` would import ``zipfile`` and ``tempfile`` for it."""
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
