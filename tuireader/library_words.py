"""The words of a call that ask for the articles of the library instead of files."""

from __future__ import annotations

import argparse
from collections.abc import Callable

#: The commands that work on the library, and what their words are then.
COMMANDS = {
    "list": "the words after it filter the list as in the reader: unread, #tag, story:2, source:herald, -word …",
    "show": "ARTICLE is one of the library, by number, id or digest",
    "compare": "PATH are articles of it, by number, id or digest; or --story",
    "facts": "PATH are articles of it, by number, id or digest; or --story",
    "coverage": "PATH are articles of it, by number, id or digest; or --story",
    "search": "all of it is searched",
    "export": "PATH are articles of it, by number, id or digest; or --story",
    "report": "PATH are articles of it, by number, id or digest; or --story",
}
#: Those of them for which ``--story`` means a story of the library alone: the others know it of files, too.
_STORY = ("list", "compare", "facts", "coverage")


def add_library(parser: argparse.ArgumentParser, command: str, story: Callable[[str], int]) -> None:
    """The options of a command that works on the library."""
    if command not in COMMANDS:
        return
    group = parser.add_argument_group("library")
    group.add_argument("--library", action="store_true", help=f"work on your library; {COMMANDS[command]}")
    if command in _STORY:
        about = "only story N of the library, as `tuireader list --library` numbers them"
        group.add_argument("--story", type=story, metavar="N", help=about)


def wrong(asked: argparse.Namespace) -> str:
    """What of a call does not go together; empty where all does."""
    if not getattr(asked, "library", False):
        story = getattr(asked, "story", None) is not None and asked.command in _STORY
        if getattr(asked, "sort", "") == "added":
            return "--sort added goes with --library: files are listed as they are named"
        return "--story goes with --library: stories of files have no numbers of their own" if story else ""
    if asked.command == "show" and asked.paths:
        return "show --library takes one article, by number, id or digest"
    return ""
