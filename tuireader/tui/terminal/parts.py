"""A look at a part of another package that is not public: whether it is there, and as it is known here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import textual


class Part(NamedTuple):
    """A part of a class, by module and name, and whether the one that is installed is the one known here."""

    owner: str
    attribute: str
    fits: Callable[[], bool]

    @property
    def name(self) -> str:
        """What it is called."""
        return f"{self.owner.rpartition('.')[2]}.{self.attribute}"


def method(owner: str, name: str, *parameters: str) -> Part:
    """A method of a class (module and name), which takes these beside ``self``."""

    def fits() -> bool:
        code = getattr(getattr(_named(owner), name), "__code__", None)
        return code is not None and code.co_varnames[: code.co_argcount] == ("self", *parameters)

    return Part(owner, name, fits)


def attribute(owner: str, name: str) -> Part:
    """Something that a class has, or gives its objects when they are made."""

    def fits() -> bool:
        classes = _named(owner).__mro__
        begins = (getattr(vars(each).get("__init__"), "__code__", None) for each in classes)
        return any(name in vars(each) for each in classes) or any(code and name in code.co_names for code in begins)

    return Part(owner, name, fits)


def _named(owner: str) -> type:
    module, _, name = owner.rpartition(".")
    found: type = getattr(importlib.import_module(module), name)
    return found


def there(part: Part) -> bool:
    """Whether it is there and fits."""
    try:
        return part.fits()
    except (AttributeError, ImportError):
        return False


def installed() -> str:
    """The version of Textual that was imported, by the folder that pip laid beside it; empty where there is none.

    ``textual.__version__`` says the same, and costs a start 20 ms.
    """
    try:
        beside = [each.name for each in Path(textual.__path__[0]).parent.iterdir()]
    except OSError:
        return ""
    names = (name for name in beside if name.startswith("textual-") and name.endswith((".dist-info", ".egg-info")))
    return next((name.split("-")[1].removesuffix(".dist").removesuffix(".egg") for name in names), "")
