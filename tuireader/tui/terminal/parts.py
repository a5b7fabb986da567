"""The parts of Textual that are touched and not public: a look whether each is there, and as it is known here."""

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


PARTS: tuple[Part, ...] = (
    # What frames are taken from.
    method("textual.app.App", "_display", "screen", "renderable"),
    method("textual.app.App", "_fatal_error"),
    method("textual.app.App", "_close_messages_no_wait"),
    *(attribute("textual.app.App", name) for name in ("_driver", "_running", "_closed", "_batch_count", "_exception")),
    attribute("textual.app.App", "_context"),
    method("textual.app.App", "_set_pointer_shape", "shape"),
    attribute("textual.app.App", "_disable_tooltips"),
    method("textual.dom.DOMNode", "_get_default_css"),
    attribute("textual.css.stylesheet.Stylesheet", "_parse_cache"),
    method("textual.screen.Screen", "_compositor_refresh"),
    method("textual.screen.Screen", "_on_timer_update"),
    attribute("textual.screen.Screen", "_update_timer"),
    attribute("textual.screen.Screen", "_dirty_widgets"),
    attribute("textual.screen.Screen", "_compositor"),
    attribute("textual.screen.Screen", "_layout_required"),
    attribute("textual.screen.Screen", "_repaint_required"),
    attribute("textual.app.App", "_background_screens"),
    method("textual._compositor.Compositor", "update_widgets", "widgets"),
    attribute("textual._compositor.Compositor", "visible_widgets"),
    method("textual._compositor.Compositor", "render_update", "full", "screen_stack", "simplify"),
    method("textual._compositor.Compositor", "render_strips", "size"),
    attribute("textual._compositor.Compositor", "_dirty_regions"),
    method(
        "textual._styles_cache.StylesCache",
        "render_line",
        *("styles", "y", "size", "content_size", "padding", "base_background", "background", "render_content_line"),
        *("border_title", "border_subtitle", "opacity", "ansi_theme", "native_ansi"),
    ),
    attribute("textual._styles_cache.StylesCache", "get_inner_outer"),
    method("textual._compositor.LayoutUpdate", "__init__", "strips", "region"),
    method("textual._compositor.ChopsUpdate", "__init__", "chops", "spans", "chop_ends"),
    attribute("textual._compositor.CompositorUpdate", "render_segments"),
    # What keys are read with.
    method("textual.message.Message", "_set_forwarded"),
    method("textual._xterm_parser.XTermParser", "__init__", "debug"),
    method("textual._xterm_parser.XTermParser", "feed", "data"),
    method("textual._xterm_parser.XTermParser", "tick"),
    method("textual._xterm_parser.XTermParser", "_sequence_to_key_events", "sequence", "alt"),
    attribute("textual._xterm_parser.XTermParser", "_timeout_time"),
)
