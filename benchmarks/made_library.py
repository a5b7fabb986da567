"""A library of invented articles, as large as one likes, written straight into its tables: adding them takes longer."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tuireader.article import Article
from tuireader.library import Library, full_text
from tuireader.library.packing import COLUMNS, Packed, pack
from tuireader.sources import from_text
from tuireader.sources.method import METHOD

_SAID = """
    harbour bridge ferry council minister flood school river mayor strike police vote budget court dam train storm
    market hospital border election quarry tunnel orchard parade glacier printer senate museum harvest lighthouse
    pipeline reactor satellite vaccine ceasefire embassy refugee drought wildfire earthquake merger tariff pension
"""
_WORDS = _SAID.split()
_OUTLETS = ("Courier", "Herald", "Valley News", "The Northern Post", "Coast Gazette", "Evening Mail", "Radio Nine")
_NAMES = ("Ilse Verhoeve", "Marko Drell", "Ana Petrovic", "Tomas Lind", "Rosa Quint", "Karim Haddad")


def make(file: Path, articles: int, *, words: bool = True) -> None:
    """Writes a library of so many articles in stories of one to twelve, some texts carried by several outlets.

    ``words`` has them found by their words, which takes most of the time.
    """
    random.seed(11)
    insert = f"INSERT INTO text (added, {COLUMNS}, story, copy_of, shared) VALUES ({', '.join('?' * 19)})"
    with Library.open(file) as library:
        assert not library.note, library.note
        connection = library._connection
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        indexed = words and full_text.prepare(connection, lambda: None)
        sizes: dict[int, tuple[str, int, str]] = {}
        for id, (article, story, topic, copy_of) in enumerate(_articles(articles), 1):
            packed: Packed = pack(article, METHOD)
            shared = round(random.random(), 2) if story else 0.0
            connection.execute(insert, (id, *packed, story or None, copy_of or None, shared))
            if indexed:
                full_text.add(connection, id, full_text.row(article))
            if story:
                before = sizes.get(story, (topic, 0, ""))
                sizes[story] = (topic, before[1] + 1, max(before[2], article.published or ""))
            if id % 3 == 0:
                connection.execute("INSERT INTO article (digest, read) VALUES (?, 1)", (article.digest,))
        connection.executemany(
            "INSERT INTO story (id, created, newest, topic, articles) VALUES (?, 0, ?, ?, ?)",
            [(id, newest, topic, size) for id, (topic, size, newest) in sizes.items()],
        )
        connection.execute("COMMIT")
        library.set("stories.grouped", [articles, articles])


def _articles(many: int) -> Iterator[tuple[Article, int, str, int]]:
    """Articles with the number and the topic of their story (0 for none), and the number of the text they copy."""
    made = story = 0
    while made < many:
        size = random.choice((1, 1, 2, 3, 6, 12))
        topic = " ".join(random.sample(_WORDS, 3)).capitalize()
        day = f"20{random.randint(15, 25)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        story += size > 1
        first = made + 1
        for nth in range(min(size, many - made)):
            made += 1
            copy_of = first if nth and random.random() < 0.4 else 0
            title = f"{topic} {' '.join(random.sample(_WORDS, 3))} {made}"
            article = from_text(f"{title}\n\n{_body(topic)}\n", id=f"a{made:06}")
            source = "Reuters" if nth == 0 and size > 3 else random.choice(_OUTLETS)
            yield replace(article, title=title, source=source, published=day), story if size > 1 else 0, topic, copy_of


def _body(topic: str) -> str:
    said = [
        f"{random.choice(_NAMES)} said the {random.choice(_WORDS)} near the {random.choice(_WORDS)} would cost"
        f" {random.randint(2, 900)} million, {topic.lower()} or not."
        for _ in range(4)
    ]
    return "\n\n".join(said)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
