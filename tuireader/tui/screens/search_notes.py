"""What the search says where it has no hit: what can be typed, or what was looked for and what to try. No drawing."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.article import Article
from tuireader.report.counting import count
from tuireader.search.query import FIELDS
from tuireader.text.safe import line as safe
from tuireader.tui.screens.search_help import examples

Notes = list[tuple[str, str]]
"""Lines of two columns, the first one set off; or of one, ("", text)."""

_PLACES = {"this": "this article", "story": "these articles", "all": "all open articles"}


def before_typing(articles: Sequence[Article]) -> Notes:
    """What can be typed, with examples from the articles."""
    if not articles:
        return [("", "No articles are open.")]
    notes: Notes = [("", "Type words, names, or how they begin. Case, accents and slips do not matter."), ("", "")]
    notes += examples(articles)
    notes += [('"exact words"', "these words in this order"), ("-word", "not this word"), ("", "")]
    return notes + [(f"{name}:", about) for name, about in FIELDS.items()]


def nothing(query: str, like: Sequence[str], elsewhere: Sequence[tuple[str, int]], key: str) -> Notes:
    """What was looked for, where else it stands (the name of a scope, and how many hits), and what to try.

    ``key`` is the one that goes to the next scope, ``like`` the words of the articles that are nearest.
    """
    notes: Notes = [("", f'No article has anything like "{safe(query)}".')]
    if elsewhere:
        notes = [("", f'Nothing here is like "{safe(query)}".'), ("", "")]
        notes += [(key, f"{count(number, 'hit')} in {_PLACES[name]}") for name, number in elsewhere]
    notes += [("", ""), ("", "Case, accents, and one or two slips in a word were forgiven.")]
    if like and not elsewhere:
        notes += [("", "The nearest words are"), ("", "")]
        return notes + [(safe(word), "") for word in like]
    return [*notes, ("", "Try fewer words, or how one begins.")]
