"""Dates, weekdays, relative ones and times of day in an article.

Nothing is ever resolved against the clock: only against another date of the text ("a day earlier") or the article's
date of publication.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tuireader.facts.date_forms import HINT, matches
from tuireader.facts.date_values import OPEN_YEAR, READERS, Here
from tuireader.facts.document import Document


class Date(NamedTuple):
    """A date at ``start:end``; ``value`` as ISO 8601 with ``X``, ``resolved`` in full where it can be known."""

    start: int
    end: int
    value: str
    resolved: str | None


#: A date that later ones can be told from: at least a month.
_ANCHOR = re.compile(rf"(?:\d{{4}}|{OPEN_YEAR})-\d\d(?:-\d\d)?$")


def find(document: Document) -> list[Date]:
    """The dates of a document, in order, never overlapping."""
    text = document.text
    published = _known(document.article.published)
    found: list[Date] = []
    latest: str | None = None
    for sentence in document.sentences:
        if not HINT.search(text, sentence.start, sentence.end):
            continue
        for name, match in matches(text, sentence.start, sentence.end):
            made = READERS[name](Here(match, text, published, latest))
            if made is None:
                continue
            value, resolved = made
            start = match.start("weekend") if name == "theweekend" else match.start()
            found.append(Date(start, start + len(text[start : match.end()].rstrip()), value, resolved))
            if _ANCHOR.match(resolved or value):
                latest = resolved or value
    return found


def _known(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
