"""Where the hit under the cursor stands: its article, at that place, the words lit."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.message import Message

from tuireader.report.counting import count
from tuireader.search import Hit
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.searching import lit_in
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down
from tuireader.tui.widgets.reader import ReaderView


class Preview(ReaderView):
    """A reader that tells when it has got its size: only then a hit can be brought to its row."""

    class Ready(Message):
        """There is a size, or another one."""

    def on_resize(self, _: events.Resize) -> None:
        self.post_message(self.Ready())


class HitPreview(Down):
    """An article under its title, with the number of hits it has."""

    def compose(self) -> ComposeResult:
        yield Bar()
        yield Preview()

    @property
    def view(self) -> Preview:
        """The text."""
        return self.query_one(Preview)

    def show(self, hit: Hit, hits: tuple[Hit, ...], counts: Mapping[str, int]) -> None:
        """Shows where a hit stands, and on the rail the others that are listed."""
        here, view = context(self), self.view
        article = here.session.by_id[hit.span.article]
        if view.article is not article:
            view.show(article, at=hit.span.start)
        if not view.ready:
            return
        title = safe(article.title)
        if article.source:
            title = f"{safe(article.source)} {here.glyphs.dot} {title}"
        said = [count(counts[article.id], "hit")] if article.id in counts else []
        right = f" {here.glyphs.dot} ".join([*said, *([article.published] if article.published else [])])
        self.query_one(Bar).say(title, right, mark=str(here.session.numbers[article.id]))
        ink = Style(color=here.palette.ink("accent"))
        own = [each for each in hits if each.span.article == article.id]
        view.find([(start, end, here.palette.found) for _, start, end in lit_in(own)])
        view.bars([(hit.span.start, hit.span.end, (here.glyphs.current, ink))])
        view.lay("cursor", [(hit.span.start, hit.span.end, Style(bold=True))])
        view.lay("hit", [(start, end, here.palette.hit) for _, start, end in hit.matches])
        top = view.page.line_of(hit.span.start) - view.size.height // 3
        view.place(max(0, min(top, view.last_top)), 0)
