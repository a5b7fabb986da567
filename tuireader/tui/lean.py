"""What a start need not import."""

from __future__ import annotations

import sys


def asyncio_without_ssl() -> None:
    """Imports asyncio without ``ssl``, which takes a tenth of a start. It does without, as where Python has none.

    Nothing here talks to a network through asyncio. Who needs ``ssl`` afterwards, to fetch a page, imports it as ever.
    Call it only while no other thread may.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
