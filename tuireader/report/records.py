"""What reports say of each article, as plain data: the rows of ``list`` and the whole of ``show``.

These are the JSON forms. The plain-text reports of single articles are drawn from them too, so that a kept record is
all that ``list`` and ``show`` need.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.story import Telling

Record = dict[str, Any]


def records(articles: Sequence[Article], telling: Telling) -> list[Record]:
    """One record an article, in their order: its row, ``text``, ``parts`` and ``sentences``."""
    # Only who makes records needs it, and most calls have them kept.
    from tuireader.text.hidden import counted

    number = {name: story.number for story in telling.stories for name in story.articles}
    return [
        {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "path": article.path,
            "words": article.words,
            "sentences": [[sentence.start, sentence.end] for sentence in article.sentences],
            "shared": telling.shared.get(article.id, 0.0),
            "story": number.get(article.id),
            "agency": article.agency,
            "byline": article.byline,
            "encoding": article.encoding,
            "moment": article.moment,
            "language": article.language,
            "url": article.url,
            "told_by": dict(article.told_by),
            "hidden": counted(article.text),
            "text": article.text,
            "parts": [
                {"role": part.role, "start": part.start, "end": part.end, "why": part.why or None}
                for part in article.parts
            ],
        }
        for article in articles
    ]


def row(record: Record) -> Record:
    """The row of ``list``: the record without its text, its sentences counted."""
    return {
        key: len(value) if key == "sentences" else value
        for key, value in record.items()
        if key not in ("text", "parts", "told_by", "hidden")
    }


def labels(names: Sequence[str]) -> dict[str, str]:
    """A short name for each id: its beginning up to a ``_``, ``-`` or ``.`` where no other id begins with that.

    Every label that is no whole id is a prefix that names the article on the command line, too.
    """
    order = sorted(names)
    short = {}
    for place, name in enumerate(order):
        beside = [*order[max(0, place - 1) : place], *order[place + 1 : place + 2]]
        cuts = (name[:at] for at, char in enumerate(name) if char in "_-." and at > 1)
        short[name] = next((cut for cut in cuts if not any(other.startswith(cut) for other in beside)), name)
    return short
