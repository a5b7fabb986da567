"""Libraries with invented articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tuireader.article import Article
from tuireader.sources import from_text


def article(name: str, title: str, body: str = "", source: str = "", published: str = "", agency: str = "") -> Article:
    """An article of one title and one paragraph or more."""
    text = f"{title}\n\n{body or f'{title} was all that was said of it by the harbour office.'}\n"
    return replace(
        from_text(text, id=name, path=f"/news/{name}.txt"),
        title=title,
        source=source or None,
        published=published or None,
        agency=agency or None,
    )


def told(library: object, stories: dict[int, Iterable[str]], copies: dict[str, str] | None = None) -> None:
    """Writes stories, by the ids of their articles, as grouping does."""
    from tuireader.library.texts import Texts

    assert isinstance(library, Texts)
    ids = {each.id: row for row, each in ((row, library.texts([row])[0]) for (row,) in library._rows(_IDS))}
    for story, names in stories.items():
        held = [ids[name] for name in names]
        library._write("INSERT INTO story VALUES (?, 0, '2025-03-09', ?, ?)", (story, f"Topic {story}", len(held)))
        for id in held:
            library._write("UPDATE text SET story = ? WHERE id = ?", (story, id))
    for name, first in (copies or {}).items():
        library._write("UPDATE text SET copy_of = ? WHERE id = ?", (ids[first], ids[name]))


_IDS = "SELECT id FROM text ORDER BY id"
