"""What a start need not import."""

from __future__ import annotations

import sys
from types import ModuleType

#: What Textual's app asks of the module of its list of commands, in which every other widget comes along.
_ASKED = {"CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider"}
_COMMANDS = "textual.command"


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


def textual_without_widgets() -> None:
    """Imports Textual's app without its list of commands, which is not shown here, and the widgets that come with it: a
    sixth of it in time and memory.

    Where it asks more of that module than is known here, or fails, as another version may, it is imported whole. Who
    needs the module afterwards imports it as ever. Call it only while no other thread imports anything of Textual.
    """
    if "textual" in sys.modules:
        return
    stand_in = sys.modules[_COMMANDS] = _StandIn(_COMMANDS)
    try:
        import textual.app

        fits = stand_in.asked <= _ASKED
    except Exception:
        fits = False
    finally:
        del sys.modules[_COMMANDS]
    if not fits:
        for name in [name for name in sys.modules if name.partition(".")[0] == "textual"]:
            del sys.modules[name]
        import textual.app  # noqa: F401


class _StandIn(ModuleType):
    """A module in which every name is an empty class; ``asked`` are the names that were asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        self.asked.add(name)
        made = type(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made
