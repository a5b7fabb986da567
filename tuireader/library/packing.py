"""An article as the library keeps it: columns for what lists show and sort by, and a packed text with what was found
in it, so that nothing is parsed again when it is opened."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any, get_args

from tuireader.article import Article, Part, Role, Sentence
from tuireader.library.shelf import storable
from tuireader.text.safe import line
from tuireader.text.words import fold

#: What of an article stands in columns of its own, in the order of ``Packed``.
COLUMNS = (
    "digest, title, source, byline, agency, published, moment, language, url, words, chars, encoding, folded, method,"
    " data"
)

#: What stands between the title and the source of what lists are filtered by, and between the source and the id: signs
#: that ``line`` takes out of any text.
PARTED, PARTED_AGAIN = "\x1f", "\x1e"

_ROLES: tuple[Role, ...] = get_args(Role)
_PLACE = {role: place for place, role in enumerate(_ROLES)}
#: Level 6 takes a twelfth less room than level 1, and twice its time, a fifth of a millisecond an article.
_LEVEL = 6

Packed = tuple[str | int | bytes | None, ...]


class Unreadable(Exception):
    """A packed text that came back damaged."""


def pack(article: Article, method: str) -> Packed:
    """The columns of an article, as ``COLUMNS`` names them. ``method`` is the version of what cut it into parts."""
    data = {
        "id": article.id,
        "text": article.text,
        "parts": [
            [_PLACE[part.role], *part[1:]] if part.why else [_PLACE[part.role], *part[1:3]] for part in article.parts
        ],
        "sentences": [
            [each.start, each.end, _PLACE[each.role], each.paragraph, int(each.quoted)] for each in article.sentences
        ],
        "told_by": dict(article.told_by),
    }
    packed = zlib.compress(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), _LEVEL
    )
    said = (
        article.source,
        article.byline,
        article.agency,
        article.published,
        article.moment,
        article.language,
        article.url,
    )
    return (
        article.digest,
        storable(article.title),
        *(None if each is None else storable(each) for each in said),
        article.words,
        len(article.text),
        storable(article.encoding),
        folded(article),
        method,
        packed,
    )


def folded(article: Article) -> str:
    """What lists find and sort an article by: its title, source and id, without case and accents, parted by ``PARTED``
    and ``PARTED_AGAIN``. Words stand between spaces."""
    title, source, id = (
        " ".join(map(fold, line(said).split())) for said in (article.title, article.source or "", article.id)
    )
    return storable(f"{title} {PARTED} {source} {PARTED_AGAIN} {id}")


def unpack(row: Sequence[Any], path: str | None) -> tuple[Article, str]:
    """The article of a row of ``COLUMNS``, opened from ``path``, and the method that cut it.

    Its id is the one it was put in with: it may not be unique. Raises Unreadable.
    """
    digest, title, source, byline, agency, published, moment, language, url, words, _, encoding, _, method, packed = row
    try:
        data = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        article = Article(
            id=data["id"],
            text=data["text"],
            title=title,
            parts=tuple(Part(_ROLES[role], *rest) for role, *rest in data["parts"]),
            sentences=tuple(
                Sentence(start, end, _ROLES[role], paragraph, bool(quoted))
                for start, end, role, paragraph, quoted in data["sentences"]
            ),
            source=source,
            agency=agency,
            byline=byline,
            published=published,
            path=path,
            encoding=encoding,
            words=words,
            moment=moment,
            language=language,
            url=url,
            told_by=data["told_by"],
            digest=digest,
        )
    except (zlib.error, ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise Unreadable(digest) from error
    return article, method
