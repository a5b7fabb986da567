"""An article that was kept, read anew by the rules of today: its text stays, and what its format said of it."""

from __future__ import annotations

import re
from typing import Any

from tuireader.article import Article
from tuireader.sources.drafts import article as from_draft
from tuireader.sources.model import Draft, Said

#: Where something was read that no format said.
_IN_TEXT = re.compile(r"line \d+|first sentence|text")
_SAID = ("title", "source", "byline", "published", "agency", "language", "url")
#: What readers of formats set aside, rather than the rules.
_BY_FORMAT = frozenset(("code", "quoted", "signature", "list footer", "page header", "page footer", "page number"))


def anew(article: Article) -> Article:
    """The article as it would be made today of the same text. One that would get another text stays as it is."""
    said: dict[str, Any] = {
        name: Said(value, where)
        for name in _SAID
        if (where := article.told_by.get(name))
        and not _IN_TEXT.fullmatch(where)
        and (value := article.moment if name == "published" and article.moment else getattr(article, name, None))
    }
    if "title" in said:
        # As it stands at the head of the text, with what lists leave out of it.
        line = article.text.lstrip().partition("\n")[0].strip()
        said["title"] = Said(line or article.title, said["title"].where)
    asides = tuple((part.start, part.end, part.why) for part in article.parts if part.why in _BY_FORMAT)
    plain = "title" not in said and not asides
    headings = () if plain else tuple((part.start, part.end) for part in article.parts if part.role == "heading")
    draft = Draft(
        text=article.text,
        headings=headings,
        asides=asides,
        plain=plain,
        encoding=article.encoding,
        read_in=article.told_by.get("text", ""),
        **said,
    )
    made = from_draft(draft, id=article.id, path=article.path)
    return made if made.text == article.text else article
