"""The commands of the library that change it: read or not, tags, paths that are added, taken off, watched."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast

from tuireader.report.counting import count
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.widgets.lines import shorten

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.tui.adding import Adding


class Target(Protocol):
    """An article, as far as these commands know it."""

    @property
    def digest(self) -> str: ...
    @property
    def title(self) -> str: ...


class ShelfCommands(ListScreen):
    """What is done to the articles under the cursor, or to those that are selected."""

    if TYPE_CHECKING:

        @property
        def article(self) -> Article | None: ...

    @abstractmethod
    def targets_here(self) -> Sequence[Target]:
        """The article under the cursor; all of a story that is folded away."""

    @abstractmethod
    def targets(self) -> Sequence[Target]:
        """The selected articles, where there are some; else what stands under the cursor."""

    @abstractmethod
    def show_done(self) -> None:
        """Shows what was done to articles."""

    @abstractmethod
    def take_off(self, targets: Sequence[Target]) -> None:
        """Takes articles off the list."""

    @property
    def _shelving(self) -> Adding:
        return cast("Adding", self.app)

    def called(self, articles: Sequence[Target]) -> str:
        if len(articles) != 1:
            return count(len(articles), "article")
        return shorten(safe(articles[0].title), 40, context(self).glyphs.ellipsis)

    def do_toggle_read(self) -> None:
        library = self.session.library
        articles = self.targets_here()
        unread = [article for article in articles if not library.is_read(article.digest)]
        with library.one_step():
            for article in unread or articles:
                library.toggle_read(article.digest, article.title)
        self.show_done()

    def do_tags(self) -> None:
        """Asks for tags. Of several articles those are asked for that all of them have."""
        from tuireader.tui.screens.asking import TagScreen

        library = self.session.library
        articles = self.targets()
        if not articles:
            return
        own = {article.digest: library.article_tags(article.digest) for article in articles}
        common = [tag for tag in own[articles[0].digest] if all(tag in tags for tags in own.values())]

        def keep(tags: tuple[str, ...]) -> None:
            with library.one_step():
                for article in articles:
                    stay = [tag for tag in own[article.digest] if tag not in common]
                    library.set_article_tags(article.digest, (*stay, *tags), article.title)
            self.show_done()

        self.app.push_screen(TagScreen(self.called(articles), common, keep))

    def do_add(self) -> None:
        """Asks for a path, and opens what lies there."""
        from tuireader.tui.screens.library_path import PathScreen

        self.app.push_screen(PathScreen(self._shelving.add_path))

    def do_update(self) -> None:
        """Goes on reading what was stopped, or looks again for what is new where the articles came from."""
        self._shelving.look_again()

    def do_take_off(self) -> None:
        """Takes what is selected, else what stands under the cursor, off the list."""
        articles = self.targets()
        if not articles:
            return
        keys = context(self).settings.keys_for("app.undo")
        back = f"; {self.key_text(keys[0])} brings it back" if keys else ""
        self.take_off(articles)
        self.say(f"Off the list: {self.called(articles)}{back.replace('it', 'them') if len(articles) > 1 else back}")

    def do_watch(self) -> None:
        """Watches the folder of the article under the cursor, or no longer."""
        if (article := self.article) is not None:
            self.say(self._shelving.toggle_watch(article))
            self.show_done()
