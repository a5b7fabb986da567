"""What the reader did with whole articles: read, how far, tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tuireader.library.shelf import storable
from tuireader.library.tags import parsed
from tuireader.library.undo import Changes


class Articles(Changes):
    """Articles by their digest, so the same text from two places is one article."""

    def set_read(self, digest: str, read: bool) -> bool:
        """Notes whether the article was read: what reading itself brings about, so ``undo`` knows nothing of it."""
        return self._write(
            "INSERT INTO article (digest, read) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET read = excluded.read",
            (digest, int(read)),
        )

    def toggle_read(self, digest: str, title: str = "") -> bool:
        """Calls the article read, or not read, because the reader says so. ``undo`` calls it by its title."""
        return self._set_article(digest, "read = NOT read", (), title)

    def is_read(self, digest: str) -> bool:
        """Whether the article was read."""
        return bool(self._value("SELECT read FROM article WHERE digest = ?", (digest,)))

    def set_position(self, digest: str, offset: int) -> bool:
        """Notes how far the reader came, as an offset into the article's text."""
        return self._write(
            "INSERT INTO article (digest, position) VALUES (?, ?)"
            " ON CONFLICT (digest) DO UPDATE SET position = excluded.position",
            (digest, offset),
            lasting=False,
        )

    def position(self, digest: str) -> int | None:
        """How far the reader came; None for an article that was never opened."""
        value = self._value("SELECT position FROM article WHERE digest = ?", (digest,))
        return value if isinstance(value, int) else None

    def set_article_tags(self, digest: str, tags: str | Iterable[str], title: str = "") -> bool:
        """Gives an article its tags, instead of those it had. ``undo`` calls it by its title."""
        return self._set_article(digest, "tags = ?", (storable(" ".join(parsed(tags))),), title)

    def article_tags(self, digest: str) -> tuple[str, ...]:
        """The tags of an article."""
        return tuple(str(self._value("SELECT tags FROM article WHERE digest = ?", (digest,)) or "").split())

    def all_tags(self) -> Mapping[str, int]:
        """Every tag of marks and articles with how often it is used, the most used first, then by the alphabet."""
        rows = self._rows("SELECT tags FROM mark WHERE tags <> '' UNION ALL SELECT tags FROM article WHERE tags <> ''")
        used = Counter(tag for (tags,) in rows for tag in tags.split())
        return dict(sorted(used.items(), key=lambda each: (-each[1], each[0].casefold(), each[0])))

    def _set_article(self, digest: str, change: str, values: tuple[Any, ...], title: str) -> bool:
        # The row is made first: taken back, it must keep what is written into it besides, such as the position.
        made = self._write("INSERT OR IGNORE INTO article (digest) VALUES (?)", (digest,), lasting=False)
        query = f"UPDATE article SET {change} WHERE digest = ?"
        return made and self._change(
            "article",
            (digest,),
            lambda connection: connection.execute(query, (*values, digest)),
            storable(title),
        )
