"""What the reader did with the articles (``Library``), and results kept between runs (``Cache``)."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuireader.library.cache import Cache
    from tuireader.library.marks import Mark
    from tuireader.library.store import Library

__all__ = ["Cache", "Library", "Mark"]

_FILES = {"Cache": "cache", "Library": "store", "Mark": "marks"}


def __getattr__(name: str) -> Any:
    """Brings each when it is asked for: a list in a pipe needs the cache alone, and is to be quick."""
    if name not in _FILES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"tuireader.library.{_FILES[name]}"), name)
