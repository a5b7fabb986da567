"""What says which key to press next stands at the foot of the screen that is open, and knows what was done."""

from __future__ import annotations

from abc import abstractmethod

from textual.screen import Screen

from tuireader.settings.keys import shown
from tuireader.tui.context import context
from tuireader.tui.widgets.status import StatusLine


class Guided(Screen[None]):
    """A screen that can be guided through. Those that lie over another one are not."""

    @property
    @abstractmethod
    def scopes(self) -> tuple[str, ...]:
        """The scopes whose keys hold now, the nearest first."""

    def did(self, command: str) -> None:
        """Takes note of a command that was given."""
        here = context(self)
        if here.guide is not None:
            here.guide.did(command)
            self._show_below()

    def show_guide(self) -> None:
        """Says what is to be said now, here."""
        guide = context(self).guide
        if guide is None or self.styles.background.a == 0:
            return
        if not self.walk_children(StatusLine):
            if not self.children:
                # It was pushed, and is not composed yet.
                self.call_after_refresh(self.show_guide)
            return
        from tuireader.tui.widgets.guide import GuideLines

        found = self.walk_children(GuideLines)
        if not found and not guide.over:
            found = [GuideLines()]
            self.mount(found[0], before=self.walk_children(StatusLine)[-1])
        for lines in found:
            lines.say(guide.said(self.scopes, self._key_of))

    def _show_below(self) -> None:
        screen = self.app.screen
        if isinstance(screen, Guided):
            screen.show_guide()

    def _key_of(self, command: str) -> str:
        here = context(self)
        keys = here.settings.keys_for(command)
        return shown(keys[0], here.glyphs.arrows) if keys else f"({command})"
