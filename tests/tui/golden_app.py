"""The app that goldens and snapshots show: the invented story with sources and dates, all known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader.settings.config import Settings
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp

#: Source and date of each account.
OUTLETS = {
    "ferry": ("Marrow Courier", "2024-05-14"),
    "herald": ("The Coast Herald", "2024-05-14"),
    "tide": (None, "2024-05-18"),
}

#: The keys that lead from the library to each screen.
SCREENS: dict[str, tuple[str, ...]] = {
    "library": ("space", "j"),
    "compare": ("c", "n"),
    "wording": ("c", "n", "w"),
    "reading": ("enter", "n"),
    "facts": ("c", "f", "j"),
    "fact-why": ("c", "f", "e", "j"),
    "fact-peek": ("c", "f", "space"),
    "fact-filter": ("c", "f", "F", *"wreck"),
    "timeline": ("c", "f", "v", "v", "j"),
    "coverage": ("o", "j"),
    "search": ("slash", *"wreck"),
    "help": ("question_mark",),
    "themes": ("T", "j"),
    "palette": ("colon", *"pa"),
    "tellings": ("c", "n", "w", "w"),
    "hits": ("slash", *"wreck", "enter"),
    "words": ("c", "asterisk"),
    "map": ("o", "v"),
    "map-in-words": ("o", "v", "v"),
    "marks": ("c", "n", "m", "right_parenthesis", "right_parenthesis", "m", "M"),
    "note": ("c", "n", "i", *"ask"),
    "tags": ("t", *"sea"),
    "copy": ("c", "n", "y"),
    "export": ("E", "down"),
    "path": ("A",),
    "library-filter": ("F", *"wreck"),
    "settings": ("comma", "j"),
    "settings-keys": ("comma", "tab", "j", "enter"),
}

#: The screens whose looks are held too, in every colour depth.
LOOKS = (
    *("library", "compare", "wording", "tellings", "hits", "facts", "fact-why", "coverage", "map", "search", "marks"),
    *("copy", "export", "settings", "help", "palette"),
)


def golden_app(make_app: Callable[..., ReaderApp], settings: Settings | None = None) -> ReaderApp:
    """The app, not yet running. Nothing in it comes from rules that may find more or less some day."""
    articles = [
        replace(from_text(text, id=name), source=OUTLETS[name][0], published=OUTLETS[name][1])
        for name, text in TEXTS.items()
    ]
    app = make_app(articles=articles, known=False, settings=settings)
    app.session.telling = telling_of(*articles)
    app.session.facts = facts_of(*articles)
    return app
