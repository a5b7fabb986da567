"""The private parts of Textual that this package touches: all of them, and a look at each before it is relied on.

Textual hands its frames to the terminal by methods that are not public, so another version may do it otherwise. What
does not fit is told by ``reasons``; then nothing here is used, and Textual sends its frames as it always does.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import widget
from textual.app import App
from textual.cache import LRUCache
from textual.screen import Screen

from tuireader.tui.terminal.extended import told
from tuireader.tui.terminal.families import takes_strings
from tuireader.tui.terminal.parts import PARTS, installed, there
from tuireader.tui.terminal.still import FRAME, Still

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.segment import Segment
    from textual._compositor import ChopsUpdate, LayoutUpdate
    from textual._xterm_parser import XTermParser
    from textual.driver import Driver
    from textual.events import Key
    from textual.message import Message
    from textual.strip import Strip

#: The versions that every part was tried with.
TRIED = frozenset({"8.2.8"})

#: Classes of widgets whose styles are kept as they were read. With Textual's 64 all are read again for one more.
_STYLES = 1024
#: Seconds between two looks whether a change of many widgets is over.
_BATCH = 0.004


class Strokes(NamedTuple):
    """A part of a frame: segments beside each other that begin at a cell, and the column they end before."""

    row: int
    column: int
    end: int
    segments: Iterable[Segment]


@cache
def reasons() -> tuple[str, ...]:
    """Why the frames of this Textual cannot be taken, a line each; empty where they can."""
    version = installed()
    said = [f"Textual {version} was never tried"] if version and version not in TRIED else []
    return (*said, *(f"Textual has no {part.name} as it is known here" for part in PARTS if not there(part)))


def _as_known(method: Callable[..., None]) -> Callable[..., None]:
    """A method in the place of a private one; where not all fits, that one is called, with whatever it takes."""

    def call(self: Composed, *arguments: object) -> None:
        (method if self.fits else getattr(App, method.__name__))(self, *arguments)

    return call


class Composed(App[None]):
    """An app that is asked before a frame is composed, and handed what the frame is made of.

    Nothing is drawn while ``holding``.
    """

    holding = False
    tooltips = True
    """Whether widgets may have tooltips: without, there is a widget less on each screen. Not to be changed later."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._pointed = "default"
        self.still = Still(self.fail)
        if self.fits:
            _draw_when_still()
            _render_plainly()
            self._disable_tooltips = not self.tooltips
            self.stylesheet._parse_cache = LRUCache(_STYLES)

    @property
    def fits(self) -> bool:
        """Whether all is there that frames are taken from. Where it is not, nothing of it is touched."""
        return not reasons()

    @property
    def taking(self) -> bool:
        """Whether frames are handed over. Else, and inline, Textual does as always."""
        return self.fits

    def may_compose(self) -> bool:
        """Whether a frame is wanted now. Where it is not, what changed is kept until ``compose_frame``."""
        return True

    def take(self, strokes: Iterator[Strokes]) -> None:
        """Takes what changed since the last frame. Left as it is here, nothing of it is shown."""

    def overdrawn(self) -> None:
        """Something that is no frame goes to the terminal, and it is not known where it will stand."""

    def at_work(self) -> AbstractContextManager[None]:
        """What is done in it may ask which app it is done for, whoever called."""
        return self._context()

    def fail(self, error: Exception) -> None:
        """Ends the app with an error, as one that a widget raises does."""
        self.call_later(_raise, error)

    def read_styles(self, package: str) -> None:
        """Reads the styles of the widgets of a package, as far as it is imported. Else the first of each class waits
        for that."""
        for kind in _kinds_of(widget.Widget) if self.fits else ():
            if kind.__module__.startswith(package):
                for origin, css, rank, scope in kind._get_default_css(kind.__new__(kind)):
                    self.stylesheet.add_source(css, origin, is_default_css=True, tie_breaker=rank, scope=scope)
        _ = self.stylesheet.rules_map

    def compose_frame(self) -> None:
        """Has what was kept composed, and handed over."""
        if self.drawable and self.screen_stack:
            self.screen._compositor_refresh()

    def composed(self) -> Iterator[Strokes]:
        """The whole screen as it is now, where all ``fits``. What is to be drawn stays to be drawn."""
        compositor = self.screen._compositor
        dirty = compositor._dirty_regions.copy()
        strokes = _strokes(compositor.render_update(full=True, screen_stack=self._background_screens))
        compositor._dirty_regions |= dirty
        return strokes or iter(())

    @property
    def drawable(self) -> bool:
        """Whether there is a terminal that shows this app at the moment."""
        return (
            self.fits
            and self._driver is not None
            and self._running
            and not self._closed
            and not self._batch_count
            and not self.is_headless
            and not self.is_inline
        )

    @property
    def driver(self) -> Driver | None:
        """What reads the terminal and writes to it; None before the start."""
        return getattr(self, "_driver", None)

    @property
    def failure(self) -> Exception | None:
        """What went wrong inside and ended the app."""
        return getattr(self, "_exception", None)

    @_as_known
    def _fatal_error(self) -> None:
        # Textual would print the whole traceback with all values on the terminal.
        self._close_messages_no_wait()

    @_as_known
    def _set_pointer_shape(self, shape: str) -> None:
        # Every screen that opens says that it is the usual one; and a string like this some terminals print (OSC 22).
        if shape != self._pointed and takes_strings(os.environ):
            self._pointed = shape
            super()._set_pointer_shape(shape)

    @_as_known
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self.holding:
            self.post_display_hook()
            return
        if not self.taking or self.is_inline:
            super()._display(screen, renderable)
            return
        strokes = _strokes(renderable)
        if strokes is None:
            if renderable is not None:
                self.overdrawn()
            super()._display(screen, renderable)
            return
        try:
            if self.drawable:
                try:
                    self.take(strokes)
                except Exception as error:
                    self.fail(error)
        finally:
            self.post_display_hook()


def _raise(error: Exception) -> None:
    raise error


def _strokes(renderable: RenderableType | None) -> Iterator[Strokes] | None:
    """What an update consists of; None where it is none, or one for inline mode."""
    from textual._compositor import ChopsUpdate, LayoutUpdate

    if isinstance(renderable, LayoutUpdate):
        return _of_layout(renderable)
    if isinstance(renderable, ChopsUpdate):
        return _of_chops(renderable)
    return None


def _of_layout(update: LayoutUpdate) -> Iterator[Strokes]:
    for row, strips in enumerate(update.strips, update.region.y):
        column = update.region.x
        for strip in strips:
            end = column + strip.cell_length
            yield Strokes(row, column, end, strip)
            column = end


def _of_chops(update: ChopsUpdate) -> Iterator[Strokes]:
    for row, first, last in update.spans:
        for end, (column, strip) in zip(update.chop_ends[row], update.chops[row].items(), strict=False):
            # What begins at the end of a span was not drawn for it: Textual leaves blanks of the ground there.
            if strip is not None and column < last and end > first:
                yield Strokes(row, column, end, strip)


@cache
def _draw_when_still() -> None:
    """Has every screen drawn when all is still, if its app then wants a frame: composing is what one costs."""
    clock = Screen._update_timer
    compose = Screen._compositor_refresh

    def draw(screen: Screen[object]) -> None:
        app = screen.app
        # A screen that is to lay out its widgets anew composes of itself, and what it would be now was never meant.
        if not screen.is_running or not isinstance(app, Composed) or screen._layout_required:
            return
        if app._batch_count:
            # In the middle of being changed widgets have no looks yet.
            asyncio.get_running_loop().call_later(_BATCH, partial(app.still.ask, draw, screen, after=FRAME))
            return
        # What came since the frame was asked for is in this one, or Textual would take it for drawn. A widget that the
        # compositor does not know yet waits for its place: told of now it would never hear of its size.
        known = screen._compositor.visible_widgets.keys()
        screen._compositor.update_widgets(screen._dirty_widgets & known)
        if screen in screen._dirty_widgets:
            # Drawn whole: asked for that once more it would have nothing to draw, and forget what came meanwhile.
            screen._repaint_required = False
        if screen is app.screen and app.drawable and not app.may_compose():
            # Their regions are known to the compositor; left here they would have the screen ask without end.
            screen._dirty_widgets.clear()
            return
        compose(screen)

    def _compositor_refresh(self: Screen[object]) -> None:
        app = self.app
        if isinstance(app, Composed) and app.taking:
            app.still.ask(draw, self, after=FRAME)
        else:
            compose(self)

    def _update_timer(self: Screen[object]) -> object:
        app = self.app
        return _Stillness(self, app.still) if isinstance(app, Composed) and app.taking else clock.__get__(self)

    Screen._compositor_refresh = _compositor_refresh  # type: ignore[method-assign, assignment]
    Screen._update_timer = property(_update_timer)  # type: ignore[assignment, method-assign]


#: What Textual draws over the lines of a widget, or around them without taking room.
_OVER = ("tint", "hatch", "text_opacity", "outline_top", "outline_right", "outline_bottom", "outline_left")


def _render_plainly() -> None:
    """Has lines of widgets without borders and the like rendered without looking at each for all of them."""
    from textual._styles_cache import StylesCache

    class Plain(StylesCache):
        def render_line(  # type: ignore[no-untyped-def]
            self, styles, y, size, content_size, padding, base_background, background, render_content_line, *others
        ) -> Strip:
            opacity = others[2]
            if content_size != size or opacity != 1.0 or styles.has_any_rules(*_OVER):
                return super().render_line(
                    *(styles, y, size, content_size, padding, base_background, background, render_content_line),
                    *others,
                )
            strip: Strip = render_content_line(y)
            if strip.cell_length != size.width:
                strip = strip.adjust_cell_length(
                    size.width, self.get_inner_outer(base_background, background)[0].rich_style
                )
            return strip

    widget.StylesCache = Plain  # type: ignore[attr-defined]


class _Stillness(NamedTuple):
    """Stands for the timer that a screen brings itself up to date by."""

    screen: Screen[object]
    still: Still

    def resume(self) -> None:
        self.still.ask(self.screen._on_timer_update)

    def pause(self) -> None:
        self.still.drop(self.screen._on_timer_update)


def _kinds_of(kind: type[widget.Widget]) -> Iterator[type[widget.Widget]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds_of(each)


def lines_of(screen: Screen[Any]) -> list[Strip]:
    """What a screen shows, line by line, whatever lies over it. Ask only where all ``fits``."""
    return screen._compositor.render_strips()


def key_again(event: Key) -> Key:
    """A key that comes again to the widget that has put it off. It has been through the app: where it is no key there
    either, it is none for what has come to lie over that widget meanwhile."""
    from textual.events import Key

    again = Key(event.key, event.character)
    if not reasons():
        again._set_forwarded()
    return again


#: The key that Textual calls what is no key.
_NOTHING = "<ignore>"


@cache
def _parser() -> type[XTermParser]:
    """Textual's parser, told keys in forms that it can read."""
    from textual._xterm_parser import XTermParser
    from textual.events import Key

    class Parser(XTermParser):
        def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
            read = told(sequence)
            return [Key(_NOTHING, None)] if read is None else super()._sequence_to_key_events(read, alt)

    return Parser


class Keys:
    """Textual's parser of what a terminal sends: text in, messages out."""

    def __init__(self, *, debug: bool = False) -> None:
        self._parser = _parser()(debug)

    def feed(self, text: str) -> Iterable[Message]:
        """The keys, movements of the mouse and pastes in the next piece; what is not whole waits."""
        return (each for each in self._parser.feed(text) if getattr(each, "key", "") != _NOTHING) if text else ()

    def expire(self) -> Iterable[Message]:
        """What has waited long enough: an escape that nothing followed is a key."""
        if self.waits:
            self._parser._timeout_time = 0.0
        return self._parser.tick()

    @property
    def waits(self) -> bool:
        """Whether something waits for what may follow, and is a key without it."""
        return self._parser._timeout_time is not None

    def end(self) -> None:
        """Nothing more will come."""
        from textual._parser import ParseError

        try:
            for _ in self._parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass
